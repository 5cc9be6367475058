"""What a state file tells of its runs, as figures: the values that pass from the store to the run report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

DAYS: Final = 30
"""How far the report looks back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCounts:
    """One site in one run.

    Attributes:
        known: Listed by a source, held already, and not fetched again.
        skipped: How many URLs gave no article, by reason.
        answers: Pages that a server answered for; their times and sizes are summed.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    known: int = 0
    waiting: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    answers: int = 0
    response_ms: int = 0
    wire_bytes: int = 0
    body_bytes: int = 0


def add_counts(sites: Iterable[SiteCounts]) -> SiteCounts:
    """Return the counts of several sites as those of one."""
    numbers: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    for counts in sites:
        skipped.update(counts.skipped)
        numbers.update({name: getattr(counts, name) for name in SiteCounts.__slots__ if name != "skipped"})
    return SiteCounts(skipped=dict(skipped), **numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFigures:
    """One run.

    Attributes:
        ended_at: None for a run that was killed, or is going on.
        sites: Empty for such a run.
        failures: What kept workers from their part of the sites.
    """

    number: int
    started_at: str
    ended_at: str | None = None
    ended_well: bool | None = None
    elapsed_s: float | None = None
    stopped_by: str | None = None
    sites: Mapping[str, SiteCounts] = field(default_factory=dict)
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlLine:
    """One URL behind a number: how its last fetch ended."""

    url: str
    site: str
    outcome: str | None
    reason: str | None = None
    detail: str | None = None
    status: int | None = None
    page_class: str | None = None
    fetched_at: str | None = None
    response_ms: int | None = None
    body_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlGroup:
    """The URLs behind a number.

    Attributes:
        count: How many there are.
        urls: The newest of them.
    """

    count: int
    urls: tuple[UrlLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """Words of a site's articles.

    Attributes:
        kept: In their texts.
        removed: That their pages alone would have kept, and that the site's profile took off.
    """

    kept: int
    removed: int

    @property
    def share(self) -> float:
        """Share of both that the profile took off, 0 to 1."""
        return self.removed / max(self.kept + self.removed, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTimes:
    """How long a host took for the last answer of each of its URLs; milliseconds."""

    host: str
    answers: int
    median_ms: int
    p90_ms: int
    longest_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRhythm:
    """How often a site brings something new.

    Attributes:
        since_new_s: Seconds since a run last found something new.
        usual_gap_s: Seconds that usually pass between two such runs; None until it is known.
    """

    site: str
    last_new_at: str
    since_new_s: float
    usual_gap_s: float | None
    is_silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentSource:
    """A feed, sitemap or section page that lists nothing new any more."""

    url: str
    site: str
    kind: str
    seen_at: str
    last_new_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFigures:
    """All figures of a state file.

    Attributes:
        read_at: When they were read, ISO 8601 in UTC.
        runs: The last ones, oldest first.
        held: Articles held, by site; versions not counted.
        days: New articles by site and by the day of the run that found them.
        outcomes: URLs by reason, or by outcome where there is none, and site.
        classes: URLs by page class and site.
        duplicates: Near copies of earlier articles, by site.
        words: Words of all versions of all articles, by site.
        response_ms: Answers by site and by the upper end of their time's bucket; 0 for what is longer than all buckets.
        hosts: The slowest, slowest first.
        groups: The URLs behind the numbers: by kind of number and its two parts, such as ``("outcome", "timeout", "a.test")``.
    """

    read_at: str
    runs: tuple[RunFigures, ...]
    held: Mapping[str, int]
    days: Mapping[tuple[str, str], int]
    outcomes: Mapping[tuple[str, str], int]
    classes: Mapping[tuple[str, str], int]
    duplicates: Mapping[str, int]
    words: Mapping[str, SiteWords]
    response_ms: Mapping[tuple[str, int], int]
    hosts: tuple[HostTimes, ...]
    rhythms: tuple[SiteRhythm, ...]
    sources: tuple[SilentSource, ...]
    groups: Mapping[tuple[str, str, str], UrlGroup]
