"""Several state files into one: what each has had since the last time, every article once, as if one run had met them all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scraper.store.database import Database
from scraper.store.frontier import Frontier
from scraper.store.records import Change, Records, unpack

_BATCH: Final = 500  # 5 MB of articles in memory, and one transaction

# What is copied of a URL as it is; which record it gave is told when its records are saved here.
_COPIED: Final = (
    "url, site, found_in, hint_date, failures, next_at, fetched_at, outcome, reason, detail, status, attempts, page_class,"
    " final_url, etag, last_modified, body_hash, response_ms, wire_bytes, body_bytes, own_date"
)
_RUNS: Final = "state, asked_run, last_run"
_SET: Final = ", ".join(f"{name.strip()} = excluded.{name.strip()}" for name in f"{_COPIED}, {_RUNS}".split(","))
_URLS: Final = f"""
    INSERT INTO urls (key, {_COPIED}, {_RUNS})
    SELECT key, {_COPIED}, replace(state, 'leased', 'pending'), ?, CASE WHEN last_run IS NOT NULL THEN ? END
    FROM part.urls WHERE asked_run > ? OR last_run > ?
    ON CONFLICT (key) DO UPDATE SET {_SET} WHERE excluded.body_hash IS NOT NULL OR urls.body_hash IS NULL
"""
_ALIASES: Final = """
    INSERT OR IGNORE INTO aliases (key, url_id) SELECT aliases.key, urls.id FROM part.aliases AS aliases
    JOIN part.urls AS theirs ON theirs.id = aliases.url_id JOIN urls ON urls.key = theirs.key
    WHERE theirs.last_run > ? AND NOT EXISTS (SELECT 1 FROM urls AS same WHERE same.key = aliases.key)
"""
# A site's failures are those of its last run, here too.
_OLD_FAILURES: Final = """
    DELETE FROM failed_sources
    WHERE site IN (SELECT site FROM part.sources UNION SELECT site FROM part.failed_sources)
"""
_WHOLE_TABLES: Final = ("sources", "failed_sources", "profiles", "hosts")
_RECORDS: Final = """
    SELECT records.seq, urls.key, records.article FROM part.records JOIN part.urls ON urls.id = url_id
    WHERE records.seq > ? ORDER BY records.seq LIMIT ?
"""


class Merging:
    """Takes other state files over into this one."""

    def __init__(self, database: Database, frontier: Frontier, records: Records) -> None:
        self._database = database
        self._frontier = frontier
        self._records = records

    def take_over(self, path: Path, run: int) -> Mapping[str, Counter[Change]]:
        """Take over what a state file has had since the last time, and say what its articles meant here, by group of URLs.

        A kill at any instant leaves what was taken over whole; the next call goes on. Nobody may write the other file meanwhile.

        Raises:
            StateError: One of the files cannot be used.
        """
        meant: dict[str, Counter[Change]] = {}
        with self._attached(path):
            seq, last_run = self._mark(path.name)
            self._copy_urls(run, last_run)
            while rows := self._database.rows(_RECORDS, (seq, _BATCH)):
                seq = rows[-1][0]
                with self._database.transaction():
                    for _, key, packed in rows:
                        group, change = self._save(key, packed, run)
                        meant.setdefault(group, Counter())[change] += 1
                    self._commit(path.name, seq, last_run)
            newest = self._database.rows("SELECT coalesce(max(id), 0) FROM part.runs")[0][0]
            self._commit(path.name, seq, newest)
        return meant

    @contextmanager
    def _attached(self, path: Path) -> Iterator[None]:
        Database(path).close()  # brought up to date, and its write-ahead log folded in
        self._database.run("ATTACH ? AS part", (f"{path.absolute().as_uri()}?mode=rw",))
        try:
            yield
        finally:
            self._database.run("DETACH part")

    def _mark(self, source: str) -> tuple[int, int]:
        row = self._database.row("SELECT seq, run FROM merged WHERE source = ?", (source,))
        return (row[0], row[1]) if row else (0, 0)

    def _commit(self, source: str, seq: int, run: int) -> None:
        self._database.run("INSERT OR REPLACE INTO merged (source, seq, run) VALUES (?, ?, ?)", (source, seq, run))

    def _copy_urls(self, run: int, since: int) -> None:
        with self._database.transaction():
            self._database.run(_URLS, (run, run, since, since))
            self._database.run(_ALIASES, (since,))
            self._database.run(_OLD_FAILURES)
            for table in _WHOLE_TABLES:
                self._database.run(f"INSERT OR REPLACE INTO {table} SELECT * FROM part.{table}")

    def _save(self, key: str, packed: bytes, run: int) -> tuple[str, Change]:
        claim = self._frontier.find(key)
        assert claim is not None  # its row was copied before, or its alias stands for it
        saved = self._records.save(unpack(packed), claim, run)
        self._database.run("UPDATE urls SET record_id = ? WHERE id = ?", (saved.article.id, claim.url_id))
        if saved.change is Change.DUPLICATE:
            self._database.run("UPDATE urls SET outcome = 'duplicate' WHERE id = ?", (claim.url_id,))
        return self._database.rows("SELECT site FROM urls WHERE id = ?", (claim.url_id,))[0][0], saved.change
