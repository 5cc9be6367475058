"""SQLite: one row for each article, replaced by later versions, with full-text search; opens in Datasette as it is."""

import errno
import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, Self

from scraper.errors import StateError, cannot_write
from scraper.export.format import Format, WrittenMark, foreign_output, strange_output
from scraper.record_json import strip_text
from scraper.records import Article

APPLICATION_ID: Final = 0x53435258
"""Marks the file as an output of this package ("SCRX")."""

_MAGIC: Final = b"SQLite format 3\0"  # sqlite.org/fileformat2.html, 1.2
_OWN_TABLE: Final = re.compile(r"articles|articles_fts(?:_\w+)?|_written|sqlite_\w+")

# A reader (Datasette) may keep the file locked for as long as its longest query takes: one second by default.
_BUSY_TIMEOUT_S: Final = 10.0

_ADVICE: Final = {
    sqlite3.SQLITE_BUSY: f"another program kept it locked for {_BUSY_TIMEOUT_S:.0f} s: close that program and run again",
    sqlite3.SQLITE_FULL: "free space, or name another output",
    sqlite3.SQLITE_READONLY_DBMOVED: "it was moved or deleted meanwhile: run again, it is written anew",
    sqlite3.SQLITE_READONLY: "make it and its folder writable, or name another output",
    sqlite3.SQLITE_CANTOPEN: "make it and its folder writable, or name another output",
    sqlite3.SQLITE_NOTADB: "this is no database: move it away, or name another output",
    sqlite3.SQLITE_CORRUPT: "it is damaged: move it away, and it is written again from the state file",
}

_AS_FILES: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}

# SQLite's truth values are 0 and 1.
_WHOLE: Final = ("word_count", "removed_words", "version", "schema", "tdm_reservation", "insecure", "cut")
_TYPES: Final = {**dict.fromkeys(_WHOLE, "INTEGER"), "confidence": "REAL"}
_COLUMNS: Final = tuple((field.name, _TYPES.get(field.name, "TEXT")) for field in fields(Article))
_NAMES: Final = tuple(name for name, _ in _COLUMNS)
_SEARCHED: Final = ("title", "description", "text")
_LIST: Final = ", ".join(_SEARCHED)

# An explicit INTEGER PRIMARY KEY: VACUUM may renumber the rows of a table without one, and the index would point
# astray (sqlite.org/fts5.html, 4.4.3, "External Content Tables").
_TABLES: Final = f"""
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    {", ".join(f"{name} {kind}{' NOT NULL UNIQUE' if name == 'id' else ''}" for name, kind in _COLUMNS)}
);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_site ON articles (site, published);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    {_LIST}, content="articles", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE _written (records INTEGER NOT NULL);
INSERT INTO _written VALUES (0);
"""
_ENTER: Final = f"INSERT INTO articles_fts (rowid, {_LIST}) VALUES (new.number, new.{', new.'.join(_SEARCHED)});"
_LEAVE: Final = (
    f"INSERT INTO articles_fts (articles_fts, rowid, {_LIST})"
    f" VALUES ('delete', old.number, old.{', old.'.join(_SEARCHED)});"
)
_TRIGGERS: Final = f"""
CREATE TRIGGER articles_enter AFTER INSERT ON articles BEGIN {_ENTER} END;
CREATE TRIGGER articles_leave AFTER DELETE ON articles BEGIN {_LEAVE} END;
CREATE TRIGGER articles_change AFTER UPDATE ON articles BEGIN {_LEAVE} {_ENTER} END;
"""
_UPSERT: Final = (
    f"INSERT INTO articles ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _NAMES if name != 'id')}"
    " WHERE excluded.version >= version"
)


class KeptTable:
    """A database that is kept up to date: each batch is one transaction.

    Args:
        path: Made when it does not exist, with its folder.
        mark: How far the caller knows that it was written; ``None`` when it was never.

    Attributes:
        mark: How far it is written now.
        lost: What became of it since, when it holds less than it did.
        cut_bytes: 0: SQLite undoes by itself what a kill tore.
        set_aside: None.

    Raises:
        StateError: It cannot be written, or is a database of somebody else; it is left as it was.
    """

    cut_bytes = 0
    set_aside: Path | None = None

    def __init__(self, path: Path, mark: WrittenMark | None) -> None:
        self.path = path
        with _mapped_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            self._connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, isolation_level=None)
            try:
                is_new = _prepare(self._connection, path, is_known=mark is not None)
                self.lost = self._find_loss(mark, is_new) if mark else None
            except BaseException:
                self._connection.close()
                raise
        self.mark = WrittenMark() if self.lost or mark is None else mark

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def append(self, articles: Sequence[Article]) -> WrittenMark:
        """Write a batch in one transaction, and return how far the database is written.

        Raises:
            StateError: It cannot be written; nothing of the batch is in it.
        """
        with _mapped_errors(self.path):
            records = self.mark.records + len(articles)
            with _transaction(self._connection):
                written_bytes = _upsert(self._connection, articles)
                self._connection.execute("UPDATE _written SET records = ?", (records,))
        self.mark = WrittenMark(records=records, size_bytes=self.mark.size_bytes + written_bytes)
        return self.mark

    def _find_loss(self, mark: WrittenMark, is_new: bool) -> str | None:
        if is_new:
            return "was deleted" if mark.records else None
        return "was replaced by an older copy" if _count_written(self._connection) < mark.records else None


class NewTable:
    """A new database, built without a journal: until it is closed, nobody else knows of it.

    Its errors are the system's, as those of other new files: who opened it knows the name that it is to have in the end.
    """

    def __init__(self, path: Path) -> None:
        with _errors_of_files():
            # Without SQLite's locks, which on some network file systems would wait for our own.
            name = f"{path.absolute().as_uri()}?nolock=1"
            self._connection = sqlite3.connect(name, isolation_level=None, uri=True)
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("PRAGMA synchronous = OFF")
            _prepare(self._connection, path, is_known=False)
        self._records = 0

    def write(self, articles: Sequence[Article]) -> None:
        """Write a batch."""
        with _errors_of_files(), _transaction(self._connection):
            _upsert(self._connection, articles)
            self._records += len(articles)

    def close(self) -> None:
        """Bring the database to the disk."""
        with _errors_of_files():
            try:
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.execute("UPDATE _written SET records = ?", (self._records,))
            finally:
                self._connection.close()


def _prepare(connection: sqlite3.Connection, path: Path, *, is_known: bool) -> bool:
    """Make the tables, or the columns that have come to the record since; return whether the database is new."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise StateError(foreign_output(path))
    if tables and not is_known and _count_written(connection):
        raise StateError(strange_output(path))
    with _transaction(connection):
        if not tables:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _execute_all(connection, _TABLES, ";")
            _execute_all(connection, _TRIGGERS, "END;")
        held = {row[1] for row in connection.execute("PRAGMA table_info(articles)")}
        for name, kind in _COLUMNS:
            if name not in held:
                connection.execute(f"ALTER TABLE articles ADD COLUMN {name} {kind}")
    return not tables


def _count_written(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT records FROM _written").fetchone()[0])


def _execute_all(connection: sqlite3.Connection, script: str, end: str) -> None:
    for statement in script.split(end):  # executescript() would commit what is under way
        if statement.strip():
            connection.execute(statement + end)


def _upsert(connection: sqlite3.Connection, articles: Sequence[Article]) -> int:
    """Write articles and return how many bytes of text that were: the file itself grows by whole pages."""
    rows = [[_cell(getattr(article, name)) for name in _NAMES] for article in articles]
    connection.executemany(_UPSERT, rows)
    return sum(len(cell.encode()) for row in rows for cell in row if isinstance(cell, str))


def _cell(value: Any) -> Any:
    if isinstance(value, tuple | Mapping):
        value = json.dumps(value if isinstance(value, tuple) else dict(value), ensure_ascii=False)
    return strip_text(value) if isinstance(value, str) and not value.isascii() else value


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


@contextmanager
def _mapped_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as exc:
        code = getattr(exc, "sqlite_errorcode", 0)
        usual = _ADVICE.get(code & 0xFF, "check its disk and folder, or name another output")
        advice = _ADVICE.get(code, usual)
        raise StateError(f"{path}: cannot be written ({exc}): {advice}") from exc
    except OSError as exc:
        raise cannot_write(path, exc) from exc


@contextmanager
def _errors_of_files() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as exc:
        code = getattr(exc, "sqlite_errorcode", 0) & 0xFF
        raise OSError(_AS_FILES.get(code, errno.EIO), str(exc)) from exc


def check_replaceable(path: Path) -> None:
    """Refuse to replace a database that has tables of somebody else; any other file is no database to lose.

    Raises:
        StateError: It has, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            is_database = file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return  # it is told when it is written
    if is_database:
        with (
            _mapped_errors(path),
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
        ):
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        if not all(_OWN_TABLE.fullmatch(name) for name in names):
            raise StateError(foreign_output(path))


SQLITE: Final = Format(
    open_new=NewTable, open_kept=KeptTable, keeps_versions=False, check_replaceable=check_replaceable
)
