"""Lines that a site sets around and into an article, told by their words, in the languages that news is written in."""

from scraper.cleaner.rules.lines.choice import find_lines
from scraper.cleaner.rules.lines.rows import LineKind
from scraper.cleaner.rules.lines.tell import tell_line

__all__ = ["LineKind", "find_lines", "tell_line"]
