"""How far each output file has been written: its committed length and which record that reaches."""

import os
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final

from scraper.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputMark:
    """How far an output file has been written.

    Attributes:
        seq: The last record in it.
        mode: What it holds of articles that change.
        records: How many were written to it.
        size_bytes: Its length up to there.
        crc32: Of its bytes up to there, so that somebody else's change is noticed.
        mtime_ns: Its modification time then: while it and the length are the same, nobody has changed the file.
    """

    seq: int = 0
    mode: str = "append"
    records: int = 0
    size_bytes: int = 0
    crc32: int = 0
    mtime_ns: int = 0


_COLUMNS: Final = "committed_seq, mode, records, committed_bytes, crc32, mtime_ns"


class Outputs:
    """Output files that have been written from this state file.

    Those in its folder, or below, are known by their paths from there: the folder may be renamed, or copied to another machine.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = os.path.join(os.path.dirname(os.path.realpath(database.path)), "")

    def mark(self, place: Path) -> OutputMark | None:
        """Return how far a file has been written; ``None`` when it never was.

        Args:
            place: Where it is, links followed.

        Raises:
            StateError: The state file cannot be used.
        """
        row = self._database.row(f"SELECT {_COLUMNS} FROM outputs WHERE path = ?", (self._key(place),))
        return OutputMark(**dict(zip(OutputMark.__slots__, row, strict=True))) if row else None

    def commit(self, place: Path, mark: OutputMark) -> None:
        """Note how far a file has been written and synced.

        Raises:
            StateError: The state file cannot be used.
        """
        self._database.run(
            f"INSERT OR REPLACE INTO outputs (path, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self._key(place), *astuple(mark)),
        )

    def _key(self, place: Path) -> str:
        return str(place).removeprefix(self._folder)
