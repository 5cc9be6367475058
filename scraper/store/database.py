"""One connection to the state file: opening, migrating, transactions, and SQLite's errors as ours."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from scraper.errors import StateError
from scraper.record_json import strip_text
from scraper.store.mounts import is_on_network
from scraper.store.schema import STATE, Schema

# How long a writer waits for somebody who reads or copies the file (`sqlite3 state .backup`). The run's own lock keeps
# other writers out, so a longer wait only means a stuck reader.
BUSY_TIMEOUT_S: Final = 10.0

_ADVICE: Final[dict[int, str]] = {
    sqlite3.SQLITE_FULL: "no space left: free some and run again, nothing is lost",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only: make both writable, or name another --state",
    sqlite3.SQLITE_CORRUPT: "the file is damaged: restore a copy, or rescue it with `sqlite3 FILE .recover`",
    sqlite3.SQLITE_NOTADB: "this is no state file: name another --state",
    sqlite3.SQLITE_BUSY: f"another program kept it locked for {BUSY_TIMEOUT_S:.0f} s: close that program and run again",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: check that its folder exists and may be written to",
    sqlite3.SQLITE_IOERR: "reading or writing failed: check the disk and its free space",
    sqlite3.SQLITE_PERM: "permission denied: check its owner and mode",
}
# SQLite makes files beside one that it only reads, too (sqlite.org/wal.html, "Read-Only Databases").
_ADVICE_TO_READERS: Final = _ADVICE | {
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: copy it to a folder that may be written to, and read the copy",
}


class Database:
    """The state file, open for this process alone to write.

    Third-party seam: every ``sqlite3.Error`` leaves here as a ``StateError`` that says what to do.
    """

    def __init__(self, path: Path, *, read_only: bool = False, schema: Schema = STATE) -> None:
        self.path = path
        self._advice = _ADVICE_TO_READERS if read_only else _ADVICE
        self._schema = schema
        way = _reading_mode(path) if read_only else "mode=rwc"
        uri = f"{path.absolute().as_uri()}?{way}"
        with self._mapped_errors():
            self._connection = sqlite3.connect(uri, timeout=BUSY_TIMEOUT_S, isolation_level=None, uri=True)
        try:
            if read_only:
                self.run("PRAGMA query_only = ON")
                self._check_current()
            else:
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log into it."""
        with self._mapped_errors():
            self._connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query.

        Raises:
            StateError: The file cannot be used.
        """
        with self._mapped_errors():
            return self._execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a query, if any.

        Raises:
            StateError: The file cannot be used.
        """
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Execute one statement and return the id of the row it inserted, where it did.

        Raises:
            StateError: The file cannot be used.
        """
        with self._mapped_errors():
            return self._execute(sql, parameters).lastrowid or 0

    def _execute(self, sql: str, parameters: Sequence[Any]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, parameters)
        except UnicodeEncodeError:  # lone surrogates, which pages and file names may hold, have no UTF-8 form
            plain = [strip_text(value) if isinstance(value, str) else value for value in parameters]
            return self._connection.execute(sql, plain)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All statements inside happen, or none; inside another transaction they join it.

        Raises:
            StateError: The file cannot be used.
        """
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # SQLite has rolled back by itself when the disk was full
                self._connection.rollback()
            raise

    def _prepare(self) -> None:
        version = self._check_owner()
        if self._schema.is_shared or is_on_network(self.path):
            self.run("PRAGMA journal_mode = DELETE")
            self.run("PRAGMA synchronous = FULL")
        else:
            # A commit is in the log before the next one begins; a power cut may lose the last ones, never the file's
            # order (sqlite.org/wal.html, "Performance Considerations").
            self.run("PRAGMA journal_mode = WAL")
            self.run("PRAGMA synchronous = NORMAL")
        for step in range(version, len(self._schema.migrations)):
            self._migrate(step)

    def _check_current(self) -> None:
        version = self._check_owner()
        if not version:
            raise StateError(f"{self.path}: it is empty: no run has written to it yet")
        if version < len(self._schema.migrations):
            raise StateError(
                f"{self.path}: written by an older scraper: run `scraper scrape` (or `clean`) with it once to bring it up to date"
            )

    def _check_owner(self) -> int:
        """Return the file's schema version; read only, so that a file which is not ours stays as it is."""
        version = int(self.rows("PRAGMA user_version")[0][0])
        owner = int(self.rows("PRAGMA application_id")[0][0])
        tables = int(self.rows("SELECT count(*) FROM sqlite_master")[0][0])
        if tables and owner != self._schema.application_id:
            raise StateError(f"{self.path}: a database of another program: name another --state")
        if version > len(self._schema.migrations):
            raise StateError(
                f"{self.path}: written by a newer scraper (state version {version}, this one knows {len(self._schema.migrations)}):"
                " upgrade, or name another --state"
            )
        return version

    def _migrate(self, step: int) -> None:
        owner = f"PRAGMA application_id = {self._schema.application_id}; PRAGMA user_version = {step + 1};"
        script = self._schema.migrations[step] + owner
        with self.transaction():
            for statement in script.split(";"):
                if statement.strip():
                    self.run(statement)

    @contextmanager
    def _mapped_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as exc:
            primary = getattr(exc, "sqlite_errorcode", 0) & 0xFF
            raise StateError(f"{self.path}: {self._advice.get(primary, 'the state cannot be used')} ({exc})") from exc


def _reading_mode(path: Path) -> str:
    """Return how SQLite is to open a file that is only read, so that nothing is left beside it.

    Whoever closes a file last removes the files beside it, if he may write. Where nobody may, on a read-only disk, they cannot be
    made, and nothing changes; those of a run that ended half-way are read there as they are.
    """
    file = path.resolve()  # they stand beside what a link leads to
    if os.access(file.parent, os.W_OK):
        return "mode=rw"
    return "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "mode=ro&immutable=1"
