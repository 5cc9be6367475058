"""What became of URLs, for people who ask why there is no article, or which ones failed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from scraper.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlHistory:
    """All that is known about one URL.

    Attributes:
        state: ``pending`` (waits), ``leased`` (a run has it), ``failed`` (will be tried again) or ``done``; ``source`` for a start
            page, feed or sitemap, which lists pages and is none.
        found_in: The source that listed it first.
        hint_date: The source's date for it, ISO 8601 in UTC.
        failures: Runs in a row in which it failed.
        next_at: When it may be tried again.
        outcome: How the last fetch ended: ``new``, ``updated``, ``unchanged``, ``duplicate`` or ``skipped``;
            ``read`` of a source.
        attempts: Requests made then.
        final_url: Where redirects led.
        record_id: Of the article that it has given, now or before.
        versions: How many versions of that article are held.
    """

    url: str
    site: str
    state: str
    found_in: str | None
    hint_date: str | None
    fetched_at: str | None
    outcome: str | None
    reason: str | None
    detail: str | None
    status: int | None
    attempts: int | None
    failures: int
    next_at: str | None
    page_class: str | None
    final_url: str | None
    record_id: str | None
    versions: int


_COLUMNS: Final = (
    "url, site, state, found_in, nullif(hint_date, ''), fetched_at, outcome, reason, detail, status, attempts,"
    " failures, next_at, page_class, final_url, record_id,"
    " (SELECT count(*) FROM records WHERE records.id = urls.record_id)"
)


_FAILED_SOURCE: Final = (
    "url, site, 'source', NULL, NULL, failed_at AS fetched_at, 'skipped', reason, detail, status, attempts,"
    " 0, NULL, NULL, NULL, NULL, 0"
)
_READ_SOURCE: Final = (
    "url, site, 'source', NULL, NULL, seen_at, 'read', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0"
)


class History:
    """URLs of all sites in the state file, read only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, key: str) -> UrlHistory | None:
        """Return what is known about a URL, also when the key is that of an address that led to it.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row(f"SELECT {_COLUMNS} FROM urls WHERE key = ?", (key,)) or self._database.row(
            f"SELECT {_COLUMNS} FROM urls WHERE id = (SELECT url_id FROM aliases WHERE key = ?)", (key,)
        )
        return _history(row) if row else None

    def find_place(self, place: str) -> UrlHistory | None:
        """Return what is known about the URL of the saved page at a place in a dump; of several the one that was settled last.

        A URL keeps the place at which it was met first.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM urls WHERE found_in = ? ORDER BY fetched_at DESC LIMIT 1", (place,)
        )
        return _history(row) if row else None

    def find_source(self, key: str, url: str) -> UrlHistory | None:
        """Return what is known of a start page, feed or sitemap: why it could not be read, or when it was.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row(
            f"SELECT {_FAILED_SOURCE} FROM failed_sources WHERE key = ?", (key,)
        ) or self._database.row(f"SELECT {_READ_SOURCE} FROM sources WHERE url = ? AND missed = 0", (url,))
        return _history(row) if row else None

    def skipped(self, reason: str | None = None) -> Iterator[UrlHistory]:
        """Yield the URLs whose last fetch gave no article, by site, newest first; with ``reason`` only those.

        Of the sources, those which could not be read in the last run over their site.

        Raises:
            StateError: The file cannot be used.
        """
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM urls WHERE outcome = 'skipped' AND ?1 IN (reason, '')"
            f" UNION ALL SELECT {_FAILED_SOURCE} FROM failed_sources WHERE ?1 IN (reason, '')"
            " ORDER BY site, fetched_at DESC, url",
            (reason or "",),
        )
        return map(_history, rows)


def _history(row: tuple[Any, ...]) -> UrlHistory:
    return UrlHistory(**dict(zip(UrlHistory.__slots__, row, strict=True)))
