"""The state file as a whole: its parts, and the steps that touch several of them at once."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Self

from scraper.records import Article
from scraper.store.database import Database
from scraper.store.dumps import Dumps
from scraper.store.figures import Figures
from scraper.store.frontier import Frontier
from scraper.store.history import History
from scraper.store.merging import Merging
from scraper.store.outcomes import Outcomes
from scraper.store.outputs import Outputs
from scraper.store.records import Records, Saved
from scraper.store.rhythm import Rhythms
from scraper.store.sources import Sources
from scraper.store.values import Claim, FetchFacts
from scraper.store.visits import Visits

_NOTED_TIMES: Final = (
    *(("urls", "fetched_at"), ("sources", "seen_at"), ("sources", "last_new_at"), ("rhythms", "last_new_at")),
    *(("runs", "started_at"), ("runs", "ended_at")),
)


class Store:
    """One state file. Only the holder of its lock (``hold_lock``) may open it to write.

    Attributes:
        frontier: URLs, and which of them wait.
        outcomes: What became of those that were fetched.
        records: Articles and their versions.
        sources: Feeds, sitemaps and section pages.
        outputs: How far output files are written.
        dumps: How far runs over saved pages have come.
        history: What became of each URL, for people.
        rhythms: How often sites bring something new.
        figures: What the runs did, for the run report.
        visits: Which sites the last runs came to.
        merging: Takes other state files over.

    Raises:
        StateError: The file cannot be used; the message says what to do.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._database = Database(path, read_only=read_only)
        self.frontier = Frontier(self._database)
        self.outcomes = Outcomes(self._database)
        self.records = Records(self._database)
        self.sources = Sources(self._database)
        self.outputs = Outputs(self._database)
        self.dumps = Dumps(self._database)
        self.history = History(self._database)
        self.rhythms = Rhythms(self._database)
        self.figures = Figures(self._database)
        self.visits = Visits(self._database)
        self.merging = Merging(self._database, self.frontier, self.records)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside happens, or nothing of it."""
        return self._database.transaction()

    def begin_run(self, started_at: str, settings: str) -> int:
        """Enter a run, give back what dead runs held, and return the run's number.

        ``settings`` is what the run was asked to do, for whoever reads the state later.

        Raises:
            StateError: The file cannot be used.
        """
        with self._database.transaction():
            self.frontier.begin()
            self._mend_times(started_at)
            return self._database.run("INSERT INTO runs (started_at, settings) VALUES (?, ?)", (started_at, settings))

    def _mend_times(self, now: str) -> None:
        """Take back what a clock that was ahead has noted.

        Else no source is newer and nothing due until that time, no site falls silent, and the last success is to come.
        """
        if self._database.row("SELECT 1 FROM runs WHERE started_at > ?", (now,)):
            for table, column in _NOTED_TIMES:
                self._database.run(f"UPDATE {table} SET {column} = ? WHERE {column} > ?", (now, now))

    def end_run(self, run: int, ended_at: str, summary: str, *, well: bool) -> None:
        """Note how a run went, and whether well: it came to its end and not all of its work failed.

        Raises:
            StateError: The file cannot be used.
        """
        with self._database.transaction():
            self.frontier.begin()
            self._database.run(
                "UPDATE runs SET ended_at = ?, ended_well = ?, summary = ? WHERE id = ?", (ended_at, well, summary, run)
            )

    def is_settled(self) -> bool:
        """Whether the last run came to its end, well or not; what one that was killed has written may reach further than it noted.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row("SELECT ended_at FROM runs ORDER BY id DESC LIMIT 1")
        return row is not None and row[0] is not None

    def last_success(self) -> str | None:
        """Return when a run last ended well, ISO 8601 in UTC.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row("SELECT max(ended_at) FROM runs WHERE ended_well")
        return row[0] if row else None

    def save_article(
        self, claim: Claim, article: Article, run: int, facts: FetchFacts, alias_keys: Iterable[str] = ()
    ) -> Saved:
        """Keep an article and mark its URL as done, in one transaction: a kill between the two cannot happen.

        Raises:
            StateError: The file cannot be used.
        """
        with self._database.transaction():
            saved = self.records.save(article, claim, run)
            self.outcomes.finish_article(claim, saved.article.id, saved.change, run, facts, article.page_class)
            self.frontier.add_aliases(claim, alias_keys)
        return saved

    def profile(self, site: str) -> bytes | None:
        """Return what is kept of a site's pages, as it was saved; None for an unknown site.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row("SELECT profile FROM profiles WHERE site = ?", (site,))
        return row[0] if row else None

    def save_profile(self, site: str, profile: bytes) -> None:
        """Keep what is known of a site's pages.

        Raises:
            StateError: The file cannot be used.
        """
        with self._database.transaction():
            self._database.run("INSERT OR REPLACE INTO profiles (site, profile) VALUES (?, ?)", (site, profile))

    def hosts(self) -> list[bytes]:
        """Return what is kept of each host, as it was saved.

        Raises:
            StateError: The file cannot be used.
        """
        return [row[0] for row in self._database.rows("SELECT record FROM hosts")]

    def save_hosts(self, records: Mapping[str, bytes]) -> None:
        """Keep what the fetcher knows of each host: robots rules, and until when it asked to be left alone.

        Raises:
            StateError: The file cannot be used.
        """
        with self._database.transaction():
            for host, record in records.items():
                self._database.run("INSERT OR REPLACE INTO hosts (host, record) VALUES (?, ?)", (host, record))
