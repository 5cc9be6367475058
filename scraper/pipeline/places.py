"""What saved pages are counted under: their site, or where they stand."""

import re
from pathlib import PurePath
from typing import Final

from scraper.records import Article, Outcome
from scraper.urls import site_of

_STANDARD_INPUT: Final = "-"
_HOLDER: Final = re.compile(r"(.+?)(?:!.*|@\d+)\Z", re.DOTALL)


def place_of(outcome: Outcome) -> str:
    """Return an outcome's site; without one the archive or table that holds the page, or its folder."""
    try:
        return (outcome.site if isinstance(outcome, Article) else None) or site_of(outcome.url or "")
    except ValueError:
        return _holder_of(outcome.source)


def _holder_of(source: str) -> str:
    """Return what holds a page.

    >>> [_holder_of(source) for source in ("dump.zip!2026/story.html", "old/crawl.warc.gz@18997", "saved/story.html", "-")]
    ['dump.zip', 'old/crawl.warc.gz', 'saved/', '-']
    """
    held_in = _HOLDER.match(source)
    if held_in:
        return held_in[1]
    return source if source == _STANDARD_INPUT else f"{PurePath(source).parent}/"
