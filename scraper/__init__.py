"""Scrape news sites and saved pages into clean article records.

    >>> import scraper
    >>> article = scraper.clean(html, url="https://example.org/2026/a-story")

Names are loaded when first used, so that ``import scraper`` stays fast.
"""

from typing import TYPE_CHECKING, Final

from scraper.lazy import load_later
from scraper.version import VERSION

if TYPE_CHECKING:
    from scraper.pipeline import clean, clean_pages, scrape
    from scraper.reasons import PageClass, Reason, Stage
    from scraper.records import Article, Outcome, Page, Skipped

__version__ = VERSION

__all__ = [
    "Article",
    "Outcome",
    "Page",
    "PageClass",
    "Reason",
    "Skipped",
    "Stage",
    "clean",
    "clean_pages",
    "scrape",
]

# An empty name is the module itself: README and docs name these, and `import scraper` is enough for them.
_HOMES: Final = {
    "reasons": ("PageClass", "Reason", "Stage"),
    "pipeline": ("", "clean", "clean_pages", "scrape"),
    "records": ("", "Article", "Outcome", "Page", "Skipped"),
    "settings": ("",),
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = load_later(__name__, _HOMES)
