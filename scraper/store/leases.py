"""Who may ask which host: leases with a time limit, in the file that a job's workers share.

A worker holds a session, and hosts by its session. It renews the session by counting its beat up. Whoever has seen the same beat
for a whole term, on a clock of its own, may take the session's hosts over: no clock is compared with another machine's (the way of
Amazon's lock client for DynamoDB). The holder counts its own time from before its last renewal and ends earlier by a margin. Only
the pauses that hosts are given are counted by the time of day, as between runs.
"""

import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scraper.errors import LeaseLostError
from scraper.store.database import Database
from scraper.store.job import JOB, JobState, read_job


def clock() -> float:
    """Return seconds that go on while the machine sleeps, where the kernel counts those (clock_gettime(2), CLOCK_BOOTTIME)."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a worker finds in the file between two renewals.

    Attributes:
        wanted: Hosts of its session that others wait for.
    """

    job: JobState
    wanted: frozenset[str]


class Leases:
    """One process' view of the leases; safe to use from several threads.

    Args:
        path: The job's file, which must exist.
        term_s: A session that has not been renewed for so long is over.
        now: A clock that never goes back.
    """

    def __init__(self, path: Path, term_s: float, now: Callable[[], float] = clock) -> None:
        self._path = path
        self._term_s = term_s
        self._now = now
        self._turn = threading.Lock()
        self._seen: dict[str, tuple[int, float]] = {}  # of each session: its beat, and since when it is that

    def open_session(self, worker: str) -> str:
        """Enter a session and return its name.

        Raises:
            StateError: The file cannot be used.
        """
        session = uuid.uuid4().hex
        with self._turn, Database(self._path, schema=JOB) as database, database.transaction():
            database.run("INSERT INTO sessions (id, worker) VALUES (?, ?)", (session, worker))
            self._bury_silent(database, session)
        return session

    def renew(self, session: str) -> bool:
        """Count the session's beat up, and say whether it was still there; what others have buried never comes back.

        Raises:
            StateError: The file cannot be used.
        """
        with self._turn, Database(self._path, schema=JOB) as database, database.transaction():
            database.run("UPDATE sessions SET beat = beat + 1 WHERE id = ?", (session,))
            self._bury_silent(database, session)
            return _is_alive(database, session)

    def look(self, session: str) -> Sight:
        """Return what concerns the session; changes nothing.

        Raises:
            StateError: The file cannot be used.
        """
        with self._turn, Database(self._path, schema=JOB) as database:
            rows = database.rows(
                "SELECT hosts.host FROM hosts JOIN wanted ON wanted.host = hosts.host"
                " JOIN sessions ON sessions.id = wanted.session WHERE hosts.session = ?",
                (session,),
            )
            return Sight(job=read_job(database), wanted=frozenset(row[0] for row in rows))

    def acquire(self, session: str, host: str) -> float | None:
        """Take a host, and return how long it must rest before it is asked; ``None`` while another session has it.

        Raises:
            LeaseLostError: The session is over.
            StateError: The file cannot be used.
        """
        with self._turn, Database(self._path, schema=JOB) as database, database.transaction():
            self._bury_silent(database, session)
            if not _is_alive(database, session):
                raise LeaseLostError(f"{host}: this worker's lease is over, its hosts may be others'")
            row = database.row(
                "SELECT sessions.id, rest_s, released_at FROM hosts LEFT JOIN sessions ON sessions.id = session WHERE host = ?",
                (host,),
            )
            if row and row[0] not in (None, session):
                database.run("INSERT OR IGNORE INTO wanted (host, session) VALUES (?, ?)", (host, session))
                return None
            database.run("INSERT OR REPLACE INTO hosts (host, session) VALUES (?, ?)", (host, session))
            database.run("DELETE FROM wanted WHERE host = ? AND session = ?", (host, session))
            return min(max(row[2] + row[1] - time.time(), 0.0), row[1]) if row else 0.0

    def release(self, session: str, host: str, rest_s: float) -> None:
        """Give a host back; the next one to ask it waits for ``rest_s``.

        Raises:
            StateError: The file cannot be used.
        """
        with self._turn, Database(self._path, schema=JOB) as database:
            _free(database, session, host, rest_s)

    def close_session(self, session: str, rests_s: Mapping[str, float]) -> None:
        """End a session and give all its hosts back, with the pauses that some of them still need.

        Raises:
            StateError: The file cannot be used.
        """
        with self._turn, Database(self._path, schema=JOB) as database, database.transaction():
            for host, rest_s in rests_s.items():
                _free(database, session, host, rest_s)
            database.run("UPDATE hosts SET session = NULL, rest_s = 0 WHERE session = ?", (session,))
            database.run("DELETE FROM wanted WHERE session = ?", (session,))
            database.run("DELETE FROM sessions WHERE id = ?", (session,))

    def _bury_silent(self, database: Database, own: str) -> None:
        """End the sessions of others whose beat this process has seen unchanged for a whole term.

        The term runs from after one reading to before another, however long each took; nobody renews within a transaction of ours.
        """
        before, seen = self._now(), self._seen
        beats = database.rows("SELECT id, beat FROM sessions WHERE id != ?", (own,))
        after = self._now()
        self._seen = {
            other: seen[other] if seen.get(other, (None,))[0] == beat else (beat, after) for other, beat in beats
        }
        for other, (_, since) in self._seen.items():
            if before - since >= self._term_s:
                database.run("DELETE FROM wanted WHERE session = ?", (other,))
                database.run("DELETE FROM sessions WHERE id = ?", (other,))


def _free(database: Database, session: str, host: str, rest_s: float) -> None:
    database.run(
        "UPDATE hosts SET session = NULL, rest_s = ?, released_at = ? WHERE host = ? AND session = ?",
        (rest_s, time.time(), host, session),
    )


def _is_alive(database: Database, session: str) -> bool:
    return database.row("SELECT 1 FROM sessions WHERE id = ?", (session,)) is not None
