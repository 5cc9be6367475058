"""Lines that a site sets around and into an article, told by their words, in the languages that news is written in."""

from scraper.cleaner.lines.choice import find_lines
from scraper.cleaner.lines.rows import LineKind
from scraper.cleaner.lines.tell import tell_line

__all__ = ["LineKind", "find_lines", "tell_line"]
