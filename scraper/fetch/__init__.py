"""Fetching: one polite client. Discovery of what to fetch is in ``scraper.fetch.discover``."""

from typing import TYPE_CHECKING, Any

from scraper.fetch.answers import Accept, Fetched, FetchResult, HostRecord, NotModified, Validators
from scraper.fetch.leasing import ALONE, HostLeases

if TYPE_CHECKING:
    from scraper.fetch.fetcher import Fetcher

__all__ = [
    "ALONE",
    "Accept",
    "FetchResult",
    "Fetched",
    "Fetcher",
    "HostLeases",
    "HostRecord",
    "NotModified",
    "Validators",
]


def __getattr__(name: str) -> Any:
    if name != "Fetcher":
        raise AttributeError(f"module 'scraper.fetch' has no attribute {name!r}")
    from scraper.fetch.fetcher import Fetcher

    return Fetcher
