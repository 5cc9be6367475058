"""The run report: the last run and the history of a state file, each number with the URLs behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import log10
from operator import itemgetter
from typing import Final, NamedTuple

from scraper.figures import (
    DAYS,
    HostTimes,
    RunFigures,
    SiteCounts,
    SiteRhythm,
    SiteWords,
    StateFigures,
    UrlGroup,
    add_counts,
)
from scraper.report.rendering import render_page, require_libraries

MAX_SITES: Final = 120
"""Sites with a chart of their own, those with the most articles."""

MAX_COLUMNS: Final = 8
"""Sites with a column of their own in the table of outcomes."""

# Response times are drawn by their logarithm, from a hundredth of a second to a hundred seconds.
_SHORTEST_MS: Final = 10
_DECADES: Final = 4


class Bar(NamedTuple):
    """One bar of a chart.

    Attributes:
        key: Of the URLs behind it.
    """

    label: str
    value: float
    key: tuple[str, ...] = ()


class Stack(NamedTuple):
    """One run: its parts from the bottom up."""

    label: str
    parts: tuple[Bar, ...]
    total: int
    wire_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCard:
    """One site among the others.

    Attributes:
        held: Articles held.
        last: What the last run did there; None: it was not in it.
        rhythm: How often it brings something new; None: it never did.
        days: New articles a day.
        times: Answers by time.
    """

    site: str
    held: int
    duplicates: int
    last: SiteCounts | None
    rhythm: SiteRhythm | None
    days: tuple[Bar, ...]
    times: tuple[Bar, ...]


class OutcomeRow(NamedTuple):
    """One outcome or reason: how many URLs ended so, on which sites."""

    outcome: str
    total: int
    by_site: Mapping[str, int]


class HostRow(NamedTuple):
    """One host's response times, with where they are drawn, 0 to 100."""

    times: HostTimes
    median_at: float
    p90_at: float
    longest_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlSection:
    """The URLs behind the numbers of one kind that share their first part."""

    anchor: str
    title: str
    groups: tuple[tuple[str, str, UrlGroup], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlChapter:
    """The URLs behind the numbers of one kind."""

    anchor: str
    title: str
    sections: tuple[UrlSection, ...]


class Anchors:
    """Where the URLs behind a number stand on the page."""

    def __init__(self, groups: Iterable[tuple[str, ...]]) -> None:
        self._places: dict[tuple[str, ...], str] = {}
        for number, key in enumerate(groups):
            self._places[key] = f"u{number}"
            self._places.setdefault(key[:2], f"s{number}")
            self._places.setdefault(key[:1], f"c{number}")

    def find(self, *key: str) -> str | None:
        """Return the anchor of a number's URLs, or of all URLs whose keys begin so; None where none are listed."""
        return self._places.get(key)


def render_report(figures: StateFigures, state: str) -> str:
    """Return the report as a page.

    Args:
        figures: What the state file tells.
        state: Its name, for the commands that the report names.

    Raises:
        UsageError: The libraries for it are not installed.
    """
    require_libraries()
    anchors = Anchors(figures.groups)
    ended = [run for run in figures.runs if run.ended_at]
    last = ended[-1] if ended else None
    cards = list(_cards(figures, last))
    columns = [card.site for card in cards[:MAX_COLUMNS]] if len(cards) <= MAX_COLUMNS else []
    return render_page(
        "report.html",
        ("base.css", "report.css", "report.js"),
        figures=figures,
        state=state,
        last=last,
        totals=_totals(last),
        held=sum(figures.held.values()),
        stacks=[_stack(run) for run in figures.runs],
        cards=cards[:MAX_SITES],
        all_sites=len(cards),
        columns=columns,
        outcomes=_rows(figures.outcomes),
        stripped=_most_stripped(figures),
        classes=_rows(figures.classes),
        times=_times(figures),
        hosts=[_host_row(times) for times in figures.hosts],
        silent=[rhythm for rhythm in figures.rhythms if rhythm.is_silent],
        chapters=list(_chapters(figures.groups, anchors)),
        find=anchors.find,
    )


def _totals(run: RunFigures | None) -> SiteCounts:
    """The last run over all sites."""
    return add_counts(run.sites.values() if run else ())


def _stack(run: RunFigures) -> Stack:
    number = str(run.number)
    totals = _totals(run)
    values = {
        "new": totals.new,
        "updated": totals.updated,
        "unchanged": totals.unchanged,
        "skipped": sum(totals.skipped.values()),
    }
    parts = tuple(Bar(name, value, ("run", number, name)) for name, value in values.items())
    return Stack(f"run {number}, {run.started_at[:10]}", parts, sum(values.values()), totals.wire_bytes)


def _cards(figures: StateFigures, last: RunFigures | None) -> Iterator[SiteCard]:
    """Every site that anything is known of, those with the most articles first."""
    rhythms = {rhythm.site: rhythm for rhythm in figures.rhythms}
    in_last = last.sites if last else {}
    sites = {*figures.held, *in_last, *(site for _, site in figures.outcomes)}
    days = _last_days(figures.read_at)
    for site in sorted(sites, key=lambda site: (-figures.held.get(site, 0), site)):
        yield SiteCard(
            site=site,
            held=figures.held.get(site, 0),
            duplicates=figures.duplicates.get(site, 0),
            last=in_last.get(site),
            rhythm=rhythms.get(site),
            days=tuple(Bar(day, figures.days.get((site, day), 0), ("day", site, day)) for day in days),
            times=_times(figures, site),
        )


def _last_days(moment: str) -> list[str]:
    today = date.fromisoformat(moment[:10])
    return [(today - timedelta(days=back)).isoformat() for back in reversed(range(DAYS))]


def _rows(counts: Mapping[tuple[str, str], int]) -> list[OutcomeRow]:
    totals: Counter[str] = Counter()
    by_site: dict[str, dict[str, int]] = {}
    for (name, site), count in counts.items():
        totals[name] += count
        by_site.setdefault(name, {})[site] = count
    return [OutcomeRow(name, total, by_site[name]) for name, total in totals.most_common()]


def _most_stripped(figures: StateFigures) -> list[tuple[str, SiteWords]]:
    return sorted(figures.words.items(), key=lambda item: (-item[1].share, item[0]))[:MAX_SITES]


def _times(figures: StateFigures, site: str | None = None) -> tuple[Bar, ...]:
    """Answers by time, of one site or of all; the last bar is what took longer than all buckets."""
    counts: Counter[int] = Counter()
    for (name, end), count in figures.response_ms.items():
        if site is None or name == site:
            counts[end] += count
    ends = sorted({end for _, end in figures.response_ms} - {0})
    bars = [Bar(_until(end), counts[end], ("time", site or "", str(end))) for end in ends]
    if counts[0]:
        bars.append(Bar("longer", counts[0], ("time", site or "", "0")))
    return tuple(bars)


def _until(end_ms: int) -> str:
    return f"to {end_ms} ms" if end_ms < 1000 else f"to {end_ms / 1000:g} s"


def _host_row(times: HostTimes) -> HostRow:
    places = (_place(ms) for ms in (times.median_ms, times.p90_ms, times.longest_ms))
    return HostRow(times, *places)


def _place(ms: int) -> float:
    return round(100 * min(max(log10(max(ms, 1) / _SHORTEST_MS) / _DECADES, 0.0), 1.0), 1)


_KINDS: Final = {
    "outcome": "Outcomes and reasons",
    "run": "Runs",
    "last": "The last run, by site",
    "waiting": "Waiting for a later run, by site",
    "held": "Articles held, by site",
    "day": "New articles, by site and day",
    "class": "Page classes",
    "duplicate": "Near copies of earlier articles, by site",
    "host": "Slowest answers, by host",
    "time": "Response times, by site",
}
"""Kinds of numbers, in the order in which their URLs are listed, with their titles."""


def _chapters(groups: Mapping[tuple[str, str, str], UrlGroup], anchors: Anchors) -> Iterator[UrlChapter]:
    order = sorted(groups, key=lambda key: (list(_KINDS).index(key[0]), _natural(key[1]), _natural(key[2])))
    for kind, keys in groupby(order, key=itemgetter(0)):
        sections = tuple(
            UrlSection(
                anchor=anchors.find(kind, one) or "",
                title=f"Run {one}" if kind == "run" else one,
                groups=tuple((anchors.find(*key) or "", _group_name(kind, key[2]), groups[key]) for key in of_one),
            )
            for one, of_one in groupby(keys, key=itemgetter(1))
        )
        yield UrlChapter(anchor=anchors.find(kind) or "", title=_KINDS[kind], sections=sections)


def _natural(part: str) -> tuple[int, str]:
    """Order numbers by their size, the newest run first; the bucket without an end comes last."""
    return (-int(part) if part.isdigit() else 1, part)


def _group_name(kind: str, part: str) -> str:
    if kind != "time":
        return part
    return _until(int(part)) if int(part) else "longer"
