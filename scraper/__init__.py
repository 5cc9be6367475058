"""Scrape news sites and saved pages into clean article records.

    >>> import scraper
    >>> article = scraper.clean(html, url="https://example.org/2026/a-story")

Names are loaded when first used, so that ``import scraper`` stays fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

_HOMES = {
    **dict.fromkeys(("clean", "clean_pages", "scrape"), "pipeline"),
    **dict.fromkeys(("PageClass", "Reason", "Stage"), "reasons"),
    **dict.fromkeys(("Article", "Outcome", "Page", "Skipped"), "records"),
}
_MODULES = frozenset({"pipeline", "records", "settings"})
"""Those that README and docs name: `import scraper` is enough for them."""


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"scraper.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'scraper' has no attribute {name!r}")
    return getattr(import_module(f"scraper.{_HOMES[name]}"), name)
