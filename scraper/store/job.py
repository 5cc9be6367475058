"""The file that the workers of one job share: whose job it is, which partition has which site, and who may ask which host."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scraper.errors import StateError
from scraper.store.database import Database
from scraper.store.schema import Schema

_TABLES: Final = """
CREATE TABLE jobs (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    beat INTEGER NOT NULL DEFAULT 0,
    stop TEXT
);
CREATE TABLE sites (
    key TEXT PRIMARY KEY,
    partition INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    worker TEXT NOT NULL,
    beat INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    session TEXT,
    rest_s REAL NOT NULL DEFAULT 0,
    released_at REAL NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX hosts_by_session ON hosts (session);
CREATE TABLE wanted (
    host TEXT NOT NULL,
    session TEXT NOT NULL,
    PRIMARY KEY (host, session)
) WITHOUT ROWID;
"""

JOB: Final = Schema(application_id=0x5343524A, migrations=(_TABLES,), is_shared=True)
"""Marked as this package's ("SCRJ"), and written by processes of several machines."""


_NAME: Final = "partition-{:04}"


@dataclass(frozen=True, slots=True)
class JobFolder:
    """The folder that all workers of a job share, and what lies where in it.

    Attributes:
        path: As the workers see it, too.
    """

    path: Path

    @property
    def job(self) -> Path:
        """The leases, and which site is in which partition."""
        return self.path / "job.sqlite"

    @property
    def merged(self) -> Path:
        """What all partitions have found, as one state file."""
        return self.path / "merged.sqlite"

    def state(self, number: int) -> Path:
        """A partition's state file."""
        return self.path / f"{_NAME.format(number)}.sqlite"

    def states(self) -> Sequence[Path]:
        """Return the partitions' state files that there are."""
        return sorted(self.path.glob("partition-*.sqlite"))

    def events(self, number: int) -> Path:
        """What a partition tells while the job goes on."""
        return self.path / f"{_NAME.format(number)}.events.jsonl"


def find_state(path: Path) -> Path:
    """Return the state file that a path stands for: of a job's folder, the one with what all its partitions have found.

    Raises:
        StateError: There is none.
    """
    found = JobFolder(path).merged if path.is_dir() else path
    if not found.exists():
        raise StateError(f"{found}: no state file here: name the one that `scraper scrape --state` has made")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """What the file says of the job under way.

    Attributes:
        job: Its name; another name than a worker's own means that it was started again.
        beat: Goes up while whoever started it lives.
        stop: Why it is to end early; ``None`` while it is to go on.
    """

    job: str
    beat: int
    stop: str | None


class JobFile:
    """The job's own part of the file; each call opens it anew, so that it may be used from any thread.

    Raises:
        StateError: The file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self, job: str) -> None:
        """Enter a job; workers of an earlier one that still run find out and end.

        Raises:
            StateError: The file cannot be used.
        """
        with Database(self._path, schema=JOB) as database:
            database.run("INSERT OR REPLACE INTO jobs (one, id) VALUES (1, ?)", (job,))

    def beat(self, job: str) -> None:
        """Tell the workers that whoever started the job lives.

        Raises:
            StateError: The file cannot be used.
        """
        with Database(self._path, schema=JOB) as database:
            database.run("UPDATE jobs SET beat = beat + 1 WHERE id = ?", (job,))

    def stop(self, job: str, reason: str) -> None:
        """Ask the workers to end soon with everything kept.

        Raises:
            StateError: The file cannot be used.
        """
        with Database(self._path, schema=JOB) as database:
            database.run("UPDATE jobs SET stop = ? WHERE id = ?", (reason, job))

    def assign(self, keys: Iterable[str], partitions: int) -> Mapping[str, int]:
        """Return each key's partition; a new one goes to the smallest of the first ``partitions``, and stays there for good.

        Raises:
            StateError: The file cannot be used.
        """
        with Database(self._path, schema=JOB) as database, database.transaction():
            known: dict[str, int] = dict(database.rows("SELECT key, partition FROM sites"))
            sizes = Counter(known.values())
            for key in dict.fromkeys(keys):
                if key not in known:
                    numbers = range(min(partitions, len(sizes) + 1))  # one of these is empty, or they are all
                    known[key] = min(numbers, key=lambda number: (sizes[number], number))
                    sizes[known[key]] += 1
                    database.run("INSERT INTO sites (key, partition) VALUES (?, ?)", (key, known[key]))
            return {key: known[key] for key in keys}


def read_job(database: Database) -> JobState:
    """Return what the file says of the job under way."""
    row = database.row("SELECT id, beat, stop FROM jobs")
    return JobState(job=row[0], beat=row[1], stop=row[2]) if row else JobState(job="", beat=0, stop=None)
