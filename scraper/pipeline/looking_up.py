"""Questions to the state file: what became of a URL, and which ones failed."""

from collections.abc import Sequence
from pathlib import Path

from scraper.errors import UsageError
from scraper.reasons import Reason
from scraper.store import Store, UrlHistory, find_state
from scraper.urls import typed_url_key


def why(state: str | Path, url: str) -> UrlHistory | None:
    """Return everything known about one URL, a page or a source; ``None`` when it is none and no source ever listed it.

    A saved page without an address is known by its place in the dump, as ``failed_urls`` gives it.

    Raises:
        UsageError: It is no URL, and no such place either.
        StateError: The state file cannot be used.
    """
    with Store(find_state(Path(state)), read_only=True) as store:
        try:
            key = typed_url_key(url)
        except ValueError as exc:
            if place := store.history.find(url):
                return place
            raise UsageError(str(exc)) from exc
        return store.history.find(key) or store.history.find_source(key, url)


def failed_urls(state: str | Path, reason: Reason | None = None) -> Sequence[UrlHistory]:
    """Return the URLs whose last fetch gave no article, by site, newest first; also start pages, feeds and sitemaps that failed.

    Raises:
        StateError: The state file cannot be used.
    """
    with Store(find_state(Path(state)), read_only=True) as store:
        return list(store.history.skipped(reason))
