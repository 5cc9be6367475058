"""What the state file tells of its runs: questions for the run report, each one query over a table."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from scraper.figures import HostTimes, RunFigures, SilentSource, SiteCounts, SiteRhythm, StateFigures, UrlGroup, UrlLine
from scraper.store.database import Database
from scraper.store.rhythm import Rhythms
from scraper.urls import site_of

RUNS: Final = 60
"""So many of the last runs are told one by one."""

DAYS: Final = 30
HOSTS: Final = 12
GROUP_URLS: Final = 12
"""URLs listed for each number; `scraper failed` and `scraper export` list all."""

MAX_GROUPS: Final = 400
"""Numbers with URLs behind them, the largest first: 400 times 12 lines are one megabyte of report."""

BUCKETS_MS: Final = (50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Upper ends of the buckets of response times."""

_LINE: Final = "url, site, outcome, reason, detail, status, page_class, fetched_at, response_ms, body_bytes"
# What a URL's last fetch is counted as; URLs that wait for their first one are no outcome.
_OUTCOME: Final = "coalesce(reason, outcome)"
_RESULT: Final = "CASE outcome WHEN 'duplicate' THEN 'skipped' ELSE outcome END"
_DAY: Final = "substr(runs.started_at, 1, 10)"


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
        with self._database.function("host_of", _host_of):
            return StateFigures(
                read_at=now,
                runs=tuple(self._runs()),
                held=dict(self._pairs("SELECT site, count(*) FROM urls WHERE record_id IS NOT NULL GROUP BY site")),
                days=self._counts(
                    f"SELECT site, {_DAY}, count(*) FROM records JOIN urls ON urls.id = url_id"
                    " JOIN runs ON runs.id = records.run WHERE version = 1"
                    f" AND {_DAY} > date(?, '-{DAYS} days') GROUP BY 1, 2",
                    now[:10],
                ),
                outcomes=self._counts(
                    f"SELECT {_OUTCOME}, site, count(*) FROM urls WHERE outcome IS NOT NULL GROUP BY 1, 2"
                ),
                classes=self._counts(
                    "SELECT page_class, site, count(*) FROM urls WHERE page_class IS NOT NULL GROUP BY 1, 2"
                ),
                duplicates=dict(
                    self._pairs(
                        "SELECT site, count(DISTINCT records.id) FROM sketches JOIN records USING (seq)"
                        " JOIN urls ON urls.id = url_id WHERE original != records.id GROUP BY site"
                    )
                ),
                response_ms=self._counts(
                    f"SELECT site, {_bucket_of('response_ms')}, count(*) FROM urls WHERE response_ms > 0 GROUP BY 1, 2"
                ),
                hosts=tuple(self._hosts()),
                rhythms=tuple(self._read_rhythms(now)),
                sources=tuple(self._silent_sources(now)),
                groups=self._groups(now),
            )

    def _pairs(self, sql: str) -> list[tuple[Any, ...]]:
        return self._database.rows(sql)

    def _counts(self, sql: str, *parameters: str) -> dict[tuple[Any, Any], int]:
        return {(one, two): count for one, two, count in self._database.rows(sql, parameters)}

    def _runs(self) -> Iterator[RunFigures]:
        rows = self._database.rows(
            "SELECT id, started_at, ended_at, ended_well, summary FROM runs ORDER BY id DESC LIMIT ?", (RUNS,)
        )
        for number, started_at, ended_at, ended_well, summary in reversed(rows):
            told = json.loads(summary) if summary else {}
            yield RunFigures(
                number=number,
                started_at=started_at,
                ended_at=ended_at,
                ended_well=None if ended_well is None else bool(ended_well),
                elapsed_s=told.get("elapsed_s"),
                stopped_by=told.get("stopped_by"),
                sites={site: _site_counts(counts) for site, counts in told.get("sites", {}).items()},
            )

    def _hosts(self) -> Iterator[HostTimes]:
        rows = self._database.rows(
            "WITH timed AS (SELECT host_of(url) AS host, response_ms FROM urls WHERE response_ms > 0),"
            " placed AS (SELECT host, response_ms, count(*) OVER (PARTITION BY host) AS answers,"
            " row_number() OVER (PARTITION BY host ORDER BY response_ms) AS place FROM timed)"
            " SELECT host, answers, max(CASE WHEN place = (answers + 1) / 2 THEN response_ms END),"
            " max(CASE WHEN place = (answers * 9 + 9) / 10 THEN response_ms END), max(response_ms)"
            " FROM placed GROUP BY host ORDER BY 3 DESC, 1 LIMIT ?",
            (HOSTS,),
        )
        for host, answers, median_ms, p90_ms, longest_ms in rows:
            yield HostTimes(host=host, answers=answers, median_ms=median_ms, p90_ms=p90_ms, longest_ms=longest_ms)

    def _read_rhythms(self, now: str) -> Iterator[SiteRhythm]:
        for rhythm in self._rhythms.all(now):
            yield SiteRhythm(
                site=rhythm.site,
                last_new_at=rhythm.last_new_at,
                since_new_s=rhythm.since_new_s,
                usual_gap_s=rhythm.usual_gap_s,
                is_silent=rhythm.is_silent,
            )

    def _silent_sources(self, now: str) -> Iterator[SilentSource]:
        """Sources that have been read and brought nothing new for as many days as the report looks back."""
        rows = self._database.rows(
            "SELECT url, site, kind, seen_at, last_new_at FROM sources WHERE last_new_at IS NULL"
            f" OR last_new_at < date(?, '-{DAYS} days') ORDER BY site, url LIMIT 200",
            (now[:10],),
        )
        for url, site, kind, seen_at, last_new_at in rows:
            yield SilentSource(url=url, site=site, kind=kind, seen_at=seen_at, last_new_at=last_new_at)

    def _groups(self, now: str) -> Mapping[tuple[str, ...], UrlGroup]:
        """The newest URLs behind each number; of more numbers than are shown, the largest."""
        counted: dict[tuple[str, ...], int] = {}
        lines: dict[tuple[str, ...], list[UrlLine]] = {}
        for kind, (sql, parameters) in _group_queries(now).items():
            for one, two, count, *line in self._database.rows(sql, parameters):
                key = (kind, one, two)
                counted[key] = count
                lines.setdefault(key, []).append(_url_line(line))
        largest = sorted(counted, key=lambda key: (-counted[key], key))[:MAX_GROUPS]
        return {key: UrlGroup(count=counted[key], urls=tuple(lines[key])) for key in sorted(largest)}


def _group_queries(now: str) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """For each kind of number, what lists the URLs behind it: two parts of its key, its count, and the URL."""
    newest = "fetched_at DESC, urls.id DESC"
    records = "urls JOIN records ON urls.id = url_id"
    return {
        "outcome": (_newest(_OUTCOME, "site", "urls WHERE outcome IS NOT NULL", newest), ()),
        "held": (_newest("site", "''", "urls WHERE record_id IS NOT NULL", newest), ()),
        "class": (_newest("page_class", "site", "urls WHERE page_class IS NOT NULL", newest), ()),
        "run": (
            _newest(
                "CAST(last_run AS TEXT)",
                _RESULT,
                f"urls WHERE outcome IS NOT NULL AND last_run > (SELECT max(id) FROM runs) - {RUNS}",
                newest,
            ),
            (),
        ),
        "last": (
            _newest(
                "site", _RESULT, "urls WHERE last_run = (SELECT max(id) FROM runs WHERE summary IS NOT NULL)", newest
            ),
            (),
        ),
        "waiting": (_newest("site", "''", "urls WHERE state = 'pending'", "hint_date DESC, urls.id"), ()),
        "day": (
            _newest(
                "site",
                _DAY,
                f"{records} JOIN runs ON runs.id = records.run WHERE version = 1 AND {_DAY} > date(?, '-{DAYS} days')",
                newest,
            ),
            (now[:10],),
        ),
        "duplicate": (
            _newest("site", "''", f"{records} JOIN sketches USING (seq) WHERE original != records.id", newest),
            (),
        ),
        "host": (_newest("host_of(url)", "''", "urls WHERE response_ms > 0", "response_ms DESC, urls.id"), ()),
        "time": (
            _newest("site", f"CAST({_bucket_of('response_ms')} AS TEXT)", "urls WHERE response_ms > 0", newest),
            (),
        ),
    }


def _newest(one: str, two: str, tables: str, order: str) -> str:
    return (
        f"WITH placed AS (SELECT {one} AS one, {two} AS two, count(*) OVER (PARTITION BY {one}, {two}) AS size,"
        f" row_number() OVER (PARTITION BY {one}, {two} ORDER BY {order}) AS place, {_LINE} FROM {tables})"
        f" SELECT one, two, size, {_LINE} FROM placed WHERE place <= {GROUP_URLS} ORDER BY one, two, place"
    )


def _bucket_of(column: str) -> str:
    """Return what gives the upper end of a time's bucket; 0 beyond the last one."""
    return "CASE " + " ".join(f"WHEN {column} <= {end} THEN {end}" for end in BUCKETS_MS) + " ELSE 0 END"


def _site_counts(told: Mapping[str, Any]) -> SiteCounts:
    """Counts as the run's summary has them; what an earlier version did not count is 0."""
    return SiteCounts(**{name: told[name] for name in SiteCounts.__slots__ if name in told})


def _url_line(row: list[Any]) -> UrlLine:
    return UrlLine(**dict(zip(UrlLine.__slots__, row, strict=True)))


def _host_of(url: str) -> str:
    try:
        return site_of(url)
    except ValueError:
        return ""
