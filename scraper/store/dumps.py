"""Dumps of saved pages: how far a run over them has come."""

from dataclasses import dataclass

from scraper.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpMark:
    """How far a run over a dump has come.

    Attributes:
        after: The source of the last page that was settled; ``None`` at the beginning, and when a run came to the end.
        is_learned: Whether its sites' profiles are in the state file.
        began_at: When the run that set ``after`` began, in seconds since 1970; ``None`` where an earlier version set it.
    """

    after: str | None = None
    is_learned: bool = False
    began_at: float | None = None


class Dumps:
    """Dumps that have been read with this state file, each by the paths that were named."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, key: str) -> DumpMark:
        """Return how far the last run over a dump came.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row("SELECT after, is_learned, began_at FROM dumps WHERE key = ?", (key,))
        return DumpMark(after=row[0], is_learned=bool(row[1]), began_at=row[2]) if row else DumpMark()

    def commit(self, key: str, mark: DumpMark) -> None:
        """Note how far a run over a dump has come.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "INSERT OR REPLACE INTO dumps (key, after, is_learned, began_at) VALUES (?, ?, ?, ?)",
            (key, mark.after, mark.is_learned, mark.began_at),
        )
