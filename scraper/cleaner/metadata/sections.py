"""Sections of a site that a page says it is in."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final
from urllib.parse import urlsplit

from scraper.cleaner.metadata.json_ld import strings_of
from scraper.cleaner.metadata.markup import Markup, text_of
from scraper.cleaner.metadata.spelling import fold_words

_CRUMBS: Final = ", ".join(
    (
        '[class*="readcrumb"] a',
        '[class*="readcrumb"] li',
        '[id*="readcrumb"] a',
        '[aria-label*="readcrumb"] a',
        '[itemtype*="readcrumb"] a',
    )
)
# Links of breadcrumbs that are looked at, and the longest name of a section: "Science and technology".
MAX_CRUMBS: Final = 30
MAX_CHARS: Final = 40


def sections_of(markup: Markup, work: Mapping[str, Any]) -> frozenset[str]:
    """Return the folded names of the sections that a page is in, by its address, its metadata and its breadcrumbs.

    Args:
        markup: The page's elements.
        work: The JSON-LD object of the page's work.
    """
    stated = chain(markup.meta.get("article:section", ()), strings_of(work.get("articleSection")))
    shown = (text_of(node, MAX_CHARS) for node in markup.tree.css(_CRUMBS)[:MAX_CRUMBS])
    names = chain(_folders(markup.url or markup.canonical), stated, shown, _listed(markup))
    return frozenset(filter(None, map(fold_words, names)))


def _folders(address: str | None) -> list[str]:
    try:
        return urlsplit(address or "").path.split("/")[:-1]
    except ValueError:
        return []


def _listed(markup: Markup) -> Iterator[str]:
    """Yield the names in the breadcrumbs of JSON-LD."""
    for trail in markup.linked.find(frozenset(("breadcrumblist",))):
        items = trail.get("itemListElement")
        for entry in items[:MAX_CRUMBS] if isinstance(items, list) else ():
            if isinstance(entry, dict):
                yield from strings_of(entry.get("name"))
                yield from strings_of(entry.get("item"))
