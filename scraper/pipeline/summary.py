"""What a run tells at its end: the counts of it all."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from scraper.pipeline.events import Result, UrlEvent
from scraper.pipeline.watch import StopReason
from scraper.reasons import Reason
from scraper.store import Change, Rhythm


@dataclass(slots=True, kw_only=True)
class SiteTally:
    """Counts of one site in one run.

    Attributes:
        unchanged: Fetched and the same as before.
        known: Listed by a source, held already, and not fetched again.
        waiting: Left for a later run.
        as_before: Of those that were skipped, asked for again, and no article again for a reason that mostly stays so.
        is_unvisited: The run was stopped before the site's turn came; the next one begins with it.
        answers: Pages that a server answered for, with their times and sizes summed.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    known: int = 0
    skipped: Counter[Reason] = field(default_factory=Counter)
    waiting: int = 0
    as_before: int = 0
    is_unvisited: bool = False
    answers: int = 0
    response_ms: int = 0
    wire_bytes: int = 0
    body_bytes: int = 0

    def count(self, event: UrlEvent) -> None:
        """Add one URL."""
        self.is_unvisited = False
        self.answers += event.response_ms > 0
        self.response_ms += event.response_ms
        self.wire_bytes += event.wire_bytes
        self.body_bytes += event.body_bytes
        if event.outcome is Result.SKIPPED:
            assert event.reason is not None
            self.skipped[event.reason] += 1
            self.as_before += event.is_as_before
        else:
            setattr(self, event.outcome.value, getattr(self, event.outcome.value) + 1)

    def count_saved(self, change: Change) -> None:
        """Add one saved page that gave an article."""
        if change is Change.DUPLICATE:
            self.skipped[Reason.DUPLICATE] += 1
        else:
            setattr(self, change.value, getattr(self, change.value) + 1)

    @property
    def succeeded(self) -> int:
        """URLs whose article is held, as far as this run saw them."""
        return self.new + self.updated + self.unchanged + self.known

    @property
    def failed(self) -> int:
        """URLs that gave no article, but for articles that nobody wants and for pages of which nothing else was expected."""
        return self.skipped.total() - self.skipped[Reason.TOO_OLD] - self.as_before


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputTally:
    """What a run wrote to one output.

    Attributes:
        records: Articles written in this run.
        written_bytes: What the file grew by, or its whole length when it was written again.
        notice: What was wrong with the file when the run began.
    """

    path: Path
    records: int
    written_bytes: int
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """How a run went.

    Attributes:
        stopped_by: What ended it early; ``None`` when it came to its end.
        articles_held: In the state file, of all sites and runs.
        last_success: When a run with this state file last ended well, ISO 8601 in UTC.
        rhythms: How often sites bring something new, of all sites in the state file.
        failures: What kept workers from their part of the sites; the next run tries it again.
    """

    run: int
    sites: dict[str, SiteTally]
    outputs: tuple[OutputTally, ...]
    stopped_by: StopReason | None
    elapsed_s: float
    articles_held: int
    last_success: str | None = None
    rhythms: tuple[Rhythm, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def succeeded(self) -> int:
        """URLs whose article is held, as far as this run saw them."""
        return sum(tally.succeeded for tally in self.sites.values())

    @property
    def unvisited(self) -> tuple[str, ...]:
        """Sites whose turn did not come."""
        return tuple(site for site, tally in self.sites.items() if tally.is_unvisited)

    @property
    def ended_well(self) -> bool:
        """Whether it came to its end and not all of its work failed."""
        return self.stopped_by is None and not self.failures and (self.succeeded > 0 or self.failed == 0)

    @property
    def failed(self) -> int:
        """URLs that gave no article."""
        return sum(tally.failed for tally in self.sites.values())
