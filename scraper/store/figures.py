"""What the state file tells of its runs, for the run report."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from scraper.figures import (
    DAYS,
    HostTimes,
    RunFigures,
    SilentSource,
    SiteCounts,
    SiteRhythm,
    SiteWords,
    StateFigures,
    UrlGroup,
    UrlLine,
    add_counts,
)
from scraper.store.database import Database
from scraper.store.rhythm import Rhythms
from scraper.store.site_names import name_sites
from scraper.store.tally import COLUMNS, Key, SeenUrl, Tally, quantile

RUNS: Final = 60
"""So many of the last runs are told one by one."""

HOSTS: Final = 12
"""Hosts whose response times are told, the slowest."""

MAX_GROUPS: Final = 800
"""Numbers with URLs behind them: 800 times 12 lines are two megabytes of report."""

_BATCH: Final = 20_000
_LINE: Final = "url, site, outcome, reason, detail, status, page_class, fetched_at, response_ms, body_bytes"
_DAY: Final = "substr(runs.started_at, 1, 10)"


class _ToldRun(NamedTuple):
    """A run and its summary as JSON; an empty one of a run that was killed, or is going on."""

    number: int
    started_at: str
    ended_at: str | None
    ended_well: int | None
    summary: Mapping[str, Any]


class Figures:
    """The state file's figures, read only."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rhythms = Rhythms(database)

    def read(self, now: str) -> StateFigures:
        """Return all figures.

        Args:
            now: ISO 8601 in UTC.

        Raises:
            StateError: The file cannot be used.
        """
        told = list(self._told_runs())
        names = self._name_sites(told)
        tally = self._tally(now, names)
        return StateFigures(
            read_at=now,
            runs=tuple(_run_figures(run, names) for run in told),
            held={site: count for (site, _), count in tally.of_kind("held").items()},
            days=tally.of_kind("day"),
            outcomes=tally.of_kind("outcome"),
            classes=tally.of_kind("class"),
            duplicates={site: count for (site, _), count in tally.of_kind("duplicate").items()},
            words=self._words(names),
            response_ms={(site, int(end)): count for (site, end), count in tally.of_kind("time").items()},
            hosts=tuple(_slowest(tally.response_ms)),
            rhythms=tuple(self._read_rhythms(now, names)),
            sources=tuple(self._silent_sources(now, names)),
            groups=self._groups(tally),
        )

    def _name_sites(self, told: Sequence[_ToldRun]) -> Mapping[str, str]:
        kept = self._database.rows("SELECT site FROM urls UNION SELECT site FROM sources")
        return name_sites([site for (site,) in kept], [site for run in told for site in run.summary.get("sites", {})])

    def _tally(self, now: str, names: Mapping[str, str]) -> Tally:
        """Count the URLs once, in their order: window functions over a million of them took five times as long (2026-11)."""
        last, ended = self._database.rows("SELECT max(id), max(CASE WHEN summary IS NOT NULL THEN id END) FROM runs")[0]
        tally = Tally(runs=((last or 0) - RUNS + 1, ended or 0), names=names)
        for row in self._batches(f"SELECT {COLUMNS} FROM urls WHERE id > ? ORDER BY id LIMIT {_BATCH}"):
            tally.count(SeenUrl._make(row))
        since = self._database.rows("SELECT date(?, ?)", (now[:10], f"-{DAYS} days"))[0][0]
        for seq, url_id, site, day, is_copy in self._batches(
            f"SELECT records.seq, url_id, site, {_DAY}, coalesce(original != records.id, 0)"
            " FROM records JOIN urls ON urls.id = url_id JOIN runs ON runs.id = records.run"
            " LEFT JOIN sketches ON sketches.seq = records.seq"
            f" WHERE records.seq > ? AND version = 1 ORDER BY records.seq LIMIT {_BATCH}"
        ):
            order = f"{seq:015}"
            if day > since:
                tally.add(("day", names[site], day), order, url_id)
            if is_copy:
                tally.add(("duplicate", names[site], ""), order, url_id)
        return tally

    def _batches(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query whose first column goes up from one batch to the next."""
        last = 0
        while rows := self._database.rows(sql, (last,)):
            yield from rows
            last = rows[-1][0]

    def _words(self, names: Mapping[str, str]) -> Mapping[str, SiteWords]:
        """Records of earlier versions did not note their words, and are left out."""
        rows = self._database.rows(
            "SELECT site, sum(words), sum(removed_words) FROM records JOIN urls ON urls.id = url_id"
            " WHERE words IS NOT NULL GROUP BY site"
        )
        words: dict[str, SiteWords] = {}
        for site, kept, removed in rows:
            before = words.get(names[site], SiteWords(kept=0, removed=0))
            words[names[site]] = SiteWords(kept=before.kept + kept, removed=before.removed + removed)
        return words

    def _told_runs(self) -> Iterator[_ToldRun]:
        rows = self._database.rows(
            "SELECT id, started_at, ended_at, ended_well, summary FROM runs ORDER BY id DESC LIMIT ?", (RUNS,)
        )
        for number, started_at, ended_at, ended_well, summary in reversed(rows):
            yield _ToldRun(number, started_at, ended_at, ended_well, json.loads(summary) if summary else {})

    def _read_rhythms(self, now: str, names: Mapping[str, str]) -> Iterator[SiteRhythm]:
        for rhythm in self._rhythms.all(now):
            yield SiteRhythm(
                site=names.get(rhythm.site, rhythm.site),
                last_new_at=rhythm.last_new_at,
                since_new_s=rhythm.since_new_s,
                usual_gap_s=rhythm.usual_gap_s,
                is_silent=rhythm.is_silent,
            )

    def _silent_sources(self, now: str, names: Mapping[str, str]) -> Iterator[SilentSource]:
        """Sources that have been read and brought nothing new for as many days as the report looks back."""
        rows = self._database.rows(
            "SELECT url, site, kind, seen_at, last_new_at FROM sources WHERE last_new_at IS NULL"
            f" OR last_new_at < date(?, '-{DAYS} days') ORDER BY site, url LIMIT 200",
            (now[:10],),
        )
        for url, site, kind, seen_at, last_new_at in rows:
            yield SilentSource(url=url, site=names[site], kind=kind, seen_at=seen_at, last_new_at=last_new_at)

    def _groups(self, tally: Tally) -> Mapping[Key, UrlGroup]:
        """The newest URLs behind each number."""
        shown = tally.first(MAX_GROUPS)
        lines = self._lines({url_id for ids in shown.values() for url_id in ids})
        return {
            key: UrlGroup(count=tally.counts[key], urls=tuple(lines[url_id] for url_id in shown[key]))
            for key in sorted(shown)
        }

    def _lines(self, url_ids: Iterable[int]) -> Mapping[int, UrlLine]:
        wanted = sorted(url_ids)
        lines: dict[int, UrlLine] = {}
        for start in range(0, len(wanted), 500):
            chosen = wanted[start : start + 500]
            marks = ",".join("?" * len(chosen))
            for url_id, *line in self._database.rows(f"SELECT id, {_LINE} FROM urls WHERE id IN ({marks})", chosen):
                lines[url_id] = UrlLine(**dict(zip(UrlLine.__slots__, line, strict=True)))
        return lines


def _slowest(response_ms: Mapping[str, Sequence[int]]) -> Iterator[HostTimes]:
    """The hosts with the longest median, longest first."""
    times = []
    for host, unordered in response_ms.items():
        ordered = sorted(unordered)
        times.append(
            HostTimes(
                host=host,
                answers=len(ordered),
                median_ms=quantile(ordered, 0.5),
                p90_ms=quantile(ordered, 0.9),
                longest_ms=ordered[-1],
            )
        )
    yield from sorted(times, key=lambda host: (-host.median_ms, host.host))[:HOSTS]


def _run_figures(run: _ToldRun, names: Mapping[str, str]) -> RunFigures:
    sites: dict[str, SiteCounts] = {}
    for site, counts in run.summary.get("sites", {}).items():
        before = sites.get(names[site], SiteCounts())
        sites[names[site]] = add_counts((before, _site_counts(counts)))
    return RunFigures(
        number=run.number,
        started_at=run.started_at,
        ended_at=run.ended_at,
        ended_well=None if run.ended_well is None else bool(run.ended_well),
        elapsed_s=run.summary.get("elapsed_s"),
        stopped_by=run.summary.get("stopped_by"),
        sites=sites,
        failures=tuple(run.summary.get("failures", ())),
    )


def _site_counts(told: Mapping[str, Any]) -> SiteCounts:
    """Counts as the run's summary has them; what an earlier version did not count is 0."""
    return SiteCounts(**{name: told[name] for name in SiteCounts.__slots__ if name in told})
