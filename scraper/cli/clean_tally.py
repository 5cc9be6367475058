"""What ``scraper clean`` counts: outcomes by site and by reason, and how fast they come."""

import time
from collections import Counter, deque
from typing import Final

from scraper.cli.tables import count, format_reasons, format_table
from scraper.pipeline import DumpProgress
from scraper.pipeline.places import place_of
from scraper.reasons import Reason, Stage
from scraper.records import Article, Outcome, Skipped

_SITES_LISTED: Final = 30
_DAMAGE: Final = frozenset({Reason.TRUNCATED, Reason.UNREADABLE})
_LOSSES_TOLD: Final = 3
# After the first of 960 pages a run of 28 s said "2 h 43 min left" (2026-11-27).
_SURE_PAGES: Final = 20
_SURE_S: Final = 10.0
_WINDOW_S: Final = 30.0  # the rate of the last half minute: a dump's sites differ in their pages' size


class CleanTally:
    """Counts of one run.

    Attributes:
        articles: How many pages gave one.
        skipped: How many gave none, by reason.
        losses: What could not be read, the first few of it.
        lost: How many there are: files and folders that may not be read, are cut off, damaged or encrypted, and rows.
    """

    def __init__(self, progress: DumpProgress) -> None:
        self.articles = 0
        self.skipped: Counter[Reason] = Counter()
        self.losses: list[Skipped] = []
        self.lost = 0
        self._progress = progress
        self._sites: dict[str, Counter[Reason | None]] = {}
        self._marks: deque[tuple[float, int]] = deque()  # from the first outcome on: before it, pages are only read

    @property
    def done(self) -> int:
        """Pages that have had their outcome."""
        return self.articles + self.skipped.total()

    def count(self, outcome: Outcome) -> None:
        """Add one outcome."""
        counts = self._sites.setdefault(place_of(outcome), Counter())
        if isinstance(outcome, Article):
            counts[None] += 1
            self.articles += 1
            return
        counts[outcome.code] += 1
        self.skipped[outcome.code] += 1
        if outcome.stage is Stage.READ and outcome.code in _DAMAGE:
            self.lost += 1
            if self.lost <= _LOSSES_TOLD:
                self.losses.append(outcome)

    def add_articles(self, site: str, count: int) -> None:
        """Add articles of a site, which others have counted."""
        self._sites.setdefault(site, Counter())[None] += count
        self.articles += count

    def line(self) -> str:
        """Return how the run stands, for a person."""
        if not self.done:
            return f"reading, to learn what sites repeat: {self._progress.looked_at:,} pages"
        total = self._progress.total
        of_total = f" of {total:,}" if total else ""
        reasons = f" ({format_reasons(self.skipped)})" if self.skipped else ""
        return (
            f"{self.done:,}{of_total} pages{self._speed()}: {self.articles:,} articles,"
            f" {self.skipped.total():,} skipped{reasons}"
        )

    def _speed(self) -> str:
        """Return how fast pages come, and what time that leaves; nothing until enough have come to tell."""
        now = time.monotonic()
        if not self._marks or now - self._marks[-1][0] > 1:
            self._marks.append((now, self.done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()
        since, before = self._marks[0]
        passed_s, pages = now - since, self.done - before
        if not pages or (passed_s < _SURE_S and pages < _SURE_PAGES):
            return ""
        left = max((self._progress.total or 0) - self.done, 0)
        return f", {pages / max(passed_s, 0.001):.0f}/s" + (
            f", {_format_time(left * passed_s / pages)} left" if left else ""
        )

    def table(self) -> str:
        """Return the outcomes by site, the largest sites first."""
        sizes = sorted(self._sites.items(), key=lambda item: (-item[1].total(), item[0]))
        rows = [("site", "articles", "skipped", "why skipped")]
        for site, counts in sizes[:_SITES_LISTED]:
            reasons = Counter({reason: count for reason, count in counts.items() if reason is not None})
            rows.append((site, str(counts[None]), str(reasons.total()), format_reasons(reasons)))
        more = len(sizes) - _SITES_LISTED
        return format_table(rows) + (f"\nand {more:,} more sites" if more > 0 else "")

    def loss(self) -> str:
        """Return what could not be read, a line each; empty where all was."""
        lines = [f"not read: {skipped.source}: {skipped.detail}" for skipped in self.losses]
        more = self.lost - len(self.losses)
        return "\n".join([*lines, f"and {more:,} more that could not be read"] if more else lines)

    def totals(self) -> str:
        """Return the last line of a run."""
        reasons = f" ({format_reasons(self.skipped)})" if self.skipped else ""
        return f"{count(self.articles, 'article')}, {self.skipped.total():,} skipped{reasons}"


def _format_time(seconds: float) -> str:
    """Return a time to wait.

    >>> _format_time(3700)
    '1 h 1 min'
    """
    minutes = int(seconds // 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{int(seconds)} s"
