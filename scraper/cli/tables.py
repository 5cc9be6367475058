"""Tables of plain text for standard output."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.cli.printable import printable

if TYPE_CHECKING:
    from scraper.pipeline import OutputTally, RunSummary, SiteTally, UrlEvent
    from scraper.reasons import Reason


def count(number: int, noun: str) -> str:
    """Return a number of things.

    >>> count(1, "record"), count(2, "record")
    ('1 record', '2 records')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


_HEAD = ("site", "new", "updated", "unchanged", "known", "skipped", "waiting", "why skipped")


def format_table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as aligned columns; the first row is the head, numbers stand right.

    >>> print(format_table([("site", "new"), ("a.org", "12")]))
    site   new
    a.org   12
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    is_number = [all(cell.isdigit() for cell in column[1:]) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, is_number, strict=True)
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def format_summary(summary: "RunSummary") -> str:
    """Return what a run did, by site, and what it wrote."""
    rows = [_HEAD, *(_row(site, tally) for site, tally in sorted(summary.sites.items()))]
    if len(summary.sites) > 1:
        rows.append(_total(summary.sites.values()))
    stopped = [f"stopped by {summary.stopped_by}; the next run goes on from here"] if summary.stopped_by else []
    unvisited = [_name_unvisited(summary.unvisited)] if summary.unvisited else []
    failures = [f"{printable(failure)}; the next run tries it again" for failure in summary.failures]
    held = f"{count(summary.articles_held, 'article')} held; {summary.elapsed_s:.1f} s"
    return "\n".join(
        [format_table(rows), "", *map(format_output, summary.outputs), *failures, *unvisited, *stopped, held]
    )


def format_output(output: "OutputTally") -> str:
    """Return what a run wrote to one output."""
    return printable(f"{output.path}: {count(output.records, 'record')}, {output.written_bytes:,} bytes written")


_NAMED = 5


def _name_unvisited(sites: "Sequence[str]") -> str:
    more = f" and {len(sites) - _NAMED} more" if len(sites) > _NAMED else ""
    return f"not visited: {', '.join(map(printable, sites[:_NAMED]))}{more}; the next run begins with them"


def format_start(run: int) -> str:
    """Return what a run's table has above it in a log of many: when that was, and which run."""
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%SZ}, run {run}"


def format_failure(first: "UrlEvent | None", state: Path) -> str:
    """Return what to do where nothing came: what became of the first URL, and where the others are."""
    told = [f"{printable(first.url)}: {printable(first.detail or first.reason or '')}"] if first else []
    return "\n".join([*told, f"`scraper failed --state {printable(str(state))}` lists what failed, and why"])


def format_reasons(reasons: "Counter[Reason]") -> str:
    """Return reasons with their counts, the most frequent first."""
    return ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0])))


def _row(site: str, tally: "SiteTally") -> tuple[str, ...]:
    return (printable(site), *map(str, _numbers(tally)), format_reasons(tally.skipped))


def _total(tallies: "Iterable[SiteTally]") -> tuple[str, ...]:
    sums = map(sum, zip(*map(_numbers, tallies), strict=True))
    return ("total", *map(str, sums), "")


def _numbers(tally: "SiteTally") -> tuple[int, ...]:
    return tally.new, tally.updated, tally.unchanged, tally.known, tally.skipped.total(), tally.waiting
