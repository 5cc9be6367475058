"""How often each site brings something new, so that one which has fallen silent is noticed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scraper.store.database import Database

SILENT_AFTER_GAPS: Final = 4.0
"""A site is silent when nothing new came for so many times its usual gap (FETCH.md, Summary)."""

NIGHT_S: Final = 86_400.0
"""No shorter time is a silence: a paper that writes all day and sleeps for eight hours was called silent in twelve half-hourly runs
of each night (2026-11-28)."""

MIN_GAPS: Final = 3
"""A usual gap is known after so many: a week of daily articles with one free day is three or more."""

# The weight of the newest gap: after three changed ones two thirds of the old habit are forgotten.
_NEWEST_WEIGHT: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often a site brings something new.

    Attributes:
        last_new_at: When a run last found something new, ISO 8601 in UTC.
        since_new_s: Seconds since then.
        usual_gap_s: Seconds that usually pass between two such runs; ``None`` until it is known.
    """

    site: str
    last_new_at: str
    since_new_s: float
    usual_gap_s: float | None

    @property
    def is_silent(self) -> bool:
        """Whether nothing new has come for much longer than usual, and for longer than a day."""
        return self.usual_gap_s is not None and self.since_new_s > max(NIGHT_S, SILENT_AFTER_GAPS * self.usual_gap_s)


class Rhythms:
    """The rhythms of all sites in the state file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note_new(self, site: str, now: str) -> None:
        """Note that a run has found something new on a site.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row("SELECT last_new_at, gaps, usual_gap_s FROM rhythms WHERE site = ?", (site,))
        gaps, usual = 0, None
        if row:
            gap = max(0.0, _seconds_between(row[0], now))
            gaps = row[1] + 1
            usual = gap if row[2] is None else (1 - _NEWEST_WEIGHT) * row[2] + _NEWEST_WEIGHT * gap
        self._database.run("INSERT OR REPLACE INTO rhythms VALUES (?, ?, ?, ?)", (site, now, gaps, usual))

    def all(self, now: str) -> Sequence[Rhythm]:
        """Return the rhythm of every site that has ever brought something new, by site.

        Raises:
            StateError: The file cannot be used.
        """
        rows = self._database.rows("SELECT site, last_new_at, gaps, usual_gap_s FROM rhythms ORDER BY site")
        return [
            Rhythm(
                site=site,
                last_new_at=last_new_at,
                since_new_s=max(0.0, _seconds_between(last_new_at, now)),
                usual_gap_s=usual_gap_s if gaps >= MIN_GAPS else None,
            )
            for site, last_new_at, gaps, usual_gap_s in rows
        ]


def _seconds_between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
