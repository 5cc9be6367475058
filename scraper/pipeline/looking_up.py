"""Questions to the state file: what became of a URL, and which ones failed."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scraper.errors import UsageError
from scraper.reasons import Reason
from scraper.store import Store, UrlHistory, find_state
from scraper.urls import typed_url_key

_PLACE: Final = re.compile(r"!|@\d+\Z")


def why(state: str | Path, url: str) -> UrlHistory | None:
    """Return everything known about one URL, a page or a source; ``None`` when it is none and no source ever listed it.

    A saved page is known by its place in the dump, too, as records, events and ``failed_urls`` give it: one without an address by
    this alone, others by the place at which their address was met first.

    Raises:
        UsageError: It is no URL, and no such place either; the message says what does answer.
        StateError: The state file cannot be used.
    """
    with Store(find_state(Path(state)), read_only=True) as store:
        try:
            key = typed_url_key(url)
        except ValueError as exc:
            if known := store.history.find(url) or store.history.find_place(url):
                return known
            raise UsageError(_tell_unknown(url, state) if _is_place(url) else str(exc)) from exc
        return store.history.find(key) or store.history.find_source(key, url)


def _is_place(text: str) -> bool:
    """Whether a text that is no URL means a saved page: a file that is there, or a mark in it that places have."""
    return _PLACE.search(text) is not None or Path(text).exists()


def _tell_unknown(place: str, state: str | Path) -> str:
    return (
        f"{place}: no page of this place is in {state}, which knows saved pages by their address, and by the place, as the run"
        " wrote it, where that was met first; what does answer: `scraper inspect PLACE`, and the events of a run (2>events.jsonl)"
    )


def failed_urls(state: str | Path, reason: Reason | None = None) -> Sequence[UrlHistory]:
    """Return the URLs whose last fetch gave no article, by site, newest first; also start pages, feeds and sitemaps that failed.

    Raises:
        StateError: The state file cannot be used.
    """
    with Store(find_state(Path(state)), read_only=True) as store:
        return list(store.history.skipped(reason))
