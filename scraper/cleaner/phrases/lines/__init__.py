"""Lines that a site sets around and into an article, told by their words, in the languages that news is written in."""

from scraper.cleaner.phrases.lines.rows import LineKind
from scraper.cleaner.phrases.lines.tell import tell_line

__all__ = ["LineKind", "tell_line"]
