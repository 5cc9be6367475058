"""The sources: feeds, sitemaps and section pages, with the validators that make looking at them again cheap."""

from collections.abc import Mapping
from dataclasses import dataclass

from scraper.records import Skipped
from scraper.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, sitemap or section page that was read to its end.

    Attributes:
        filters: What was left out of it, as a digest: under other filters its validators are worth nothing, since what
            was left out then may be wanted now.
        seen_at: When, ISO 8601 in UTC.
        final_url: Where redirects ended, and whose validators they are.
        is_missing: It was not there.
    """

    url: str
    site: str
    kind: str
    filters: str
    seen_at: str
    etag: str | None = None
    last_modified: str | None = None
    final_url: str | None = None
    is_missing: bool = False


class Sources:
    """Sources of all sites in the state file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def validators(self, site: str, filters: str) -> Mapping[str, tuple[str | None, str | None, str | None]]:
        """Return ``(etag, last_modified, final_url)`` of the site's sources that were read under the same filters.

        Raises:
            StateError: The file cannot be used.
        """
        rows = self._database.rows(
            "SELECT url, etag, last_modified, final_url FROM sources WHERE site = ? AND filters = ?"
            " AND (etag IS NOT NULL OR last_modified IS NOT NULL)",
            (site, filters),
        )
        return {url: (etag, last_modified, final_url) for url, etag, last_modified, final_url in rows}

    def present(self, site: str, kind: str) -> frozenset[str]:
        """Return the site's sources of a kind that were there at the last look.

        Raises:
            StateError: The file cannot be used.
        """
        rows = self._database.rows("SELECT url FROM sources WHERE site = ? AND kind = ? AND missed = 0", (site, kind))
        return frozenset(row[0] for row in rows)

    def missing(self, site: str, kind: str, since: str, *, runs: int = 1) -> frozenset[str]:
        """Return the site's sources of a kind that were not there at ``since`` or later, ISO 8601 in UTC.

        Args:
            site: Whose they are.
            kind: What they are kept as.
            since: When the last look at the earliest was.
            runs: In so many runs in a row at the least.

        Raises:
            StateError: The file cannot be used.
        """
        rows = self._database.rows(
            "SELECT url FROM sources WHERE site = ? AND kind = ? AND seen_at >= ? AND missed >= ?",
            (site, kind, since, runs),
        )
        return frozenset(row[0] for row in rows)

    def forget_failures(self, site: str) -> None:
        """Forget which of the site's sources failed: they are asked again.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run("DELETE FROM failed_sources WHERE site = ?", (site,))

    def save_failure(self, key: str, site: str, skipped: Skipped, now: str) -> None:
        """Note that a source could not be read, for whoever asks why a site gave nothing.

        Args:
            key: Of its URL, as in the frontier.
            site: Whose source it is.
            skipped: Why.
            now: ISO 8601 in UTC.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "INSERT OR REPLACE INTO failed_sources (key, url, site, failed_at, reason, detail, status, attempts)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(key, skipped.url or skipped.source, site, now),
                *(skipped.code, skipped.detail, skipped.status, skipped.attempts),
            ),
        )

    def save(self, source: Source, *, had_new: bool) -> None:
        """Note that a source was read to its end, and whether it listed anything that was not known.

        One that was read once stays what it is when it is ``absent`` later.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "INSERT INTO sources (url, site, kind, filters, etag, last_modified, seen_at, last_new_at, missed,"
            " final_url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET site = excluded.site,"
            " kind = iif(excluded.kind = 'absent', sources.kind, excluded.kind), filters = excluded.filters, etag = excluded.etag,"
            " last_modified = excluded.last_modified, seen_at = excluded.seen_at,"
            " last_new_at = coalesce(excluded.last_new_at, last_new_at),"
            " final_url = excluded.final_url,"
            " missed = CASE WHEN excluded.missed THEN missed + 1 ELSE 0 END",
            (
                *(source.url, source.site, source.kind, source.filters, source.etag, source.last_modified),
                *(source.seen_at, source.seen_at if had_new else None, int(source.is_missing)),
                source.final_url,
            ),
        )
