"""A soak's figures as markdown."""

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import linear_regression, median
from typing import Final

from benchmarks.soak.checks import find_outcomes
from benchmarks.soak.driving import CRON, Soak
from benchmarks.soak.rounds import CLIENT as ROUNDS
from benchmarks.soak.rounds import Held
from benchmarks.tables import section, table

FLAT: Final = 1.05
"""The last quarter's median may be so many times the second quarter's; the first, in which caches fill, is left out."""

_BETWEEN: Final = " between rounds"
_SHARED: Final = "proportional MB"
_FEWEST: Final = 40
"""Of fewer rounds the second quarter is still one in which the allocator comes to hold what a round needs at most: with 20 sites
and nothing new the first round left 85 MB, the fourth 102, and from the seventh to the fortieth it was 106 to 111."""

_SHOWN: Final = 40  # problems of one soak are mostly of one kind


def format_report(done: Soak) -> str:
    """Return the report."""
    plan = done.plan
    runs = Counter(run.client for run in done.runs)
    facts = (
        f"{plan.seconds / 60:g} minutes, {plan.sites} sites, seed {plan.seed}; {runs[ROUNDS]} rounds of one process,"
        f" {runs[CRON]} starts of the command, {sum(map(len, done.world.ledger.values())):,} requests,"
        f" {sum(exchange.fault is not None for log in done.world.ledger.values() for exchange in log):,} with a fault."
    )
    problems = "\n".join(f"- {problem}" for problem in done.problems[:_SHOWN]) or "No problems."
    title = f"{len(done.problems)} problems" if done.problems else "Problems"
    return section("Soak", facts, _held(done), _articles(done), _outcomes(done), f"{title}:\n\n{problems}")


def quarters(values: Sequence[float]) -> list[float]:
    """Return the medians of the four quarters of a series."""
    count = len(values)
    return [median(values[count * part // 4 : count * (part + 1) // 4]) for part in range(4)]


def find_growth(done: Soak) -> list[str]:
    """Return what the process of the rounds held more of at the end than before.

    Proportional memory is only shown: it grows where other processes that share its libraries end.
    """
    own = {name: values for name, values in series_of(done).items() if _BETWEEN in name and _SHARED not in name}
    series = {name: values for name, values in own.items() if len(values) >= _FEWEST}
    return [f"{name}: grew" for name, values in series.items() if quarters(values)[3] > FLAT * quarters(values)[1]]


def series_of(done: Soak) -> dict[str, list[float]]:
    """Return what was held after each round, and at most in each run, by name."""

    def held(of: Callable[[Held], int]) -> list[float]:
        return [float(of(held)) for held in done.held]

    def peaks(client: str) -> list[float]:
        return [run.peak_kb / 1024 for run in done.runs if run.client == client]

    return {
        f"resident MB{_BETWEEN}": held(lambda at: at.rss_kb // 1024),
        f"{_SHARED}{_BETWEEN}": held(lambda at: at.pss_kb // 1024),
        f"handles{_BETWEEN}": held(lambda at: at.handles),
        f"threads{_BETWEEN}": held(lambda at: at.threads),
        f"children{_BETWEEN}": held(lambda at: at.children),
        "peak MB in a round, with children": peaks(ROUNDS),
        "peak MB of the command, with children": peaks(CRON),
    }


def _held(done: Soak) -> str:
    rows = []
    for name, values in series_of(done).items():
        if len(values) < 4:
            continue
        half = values[len(values) // 2 :]
        slope = linear_regression(range(len(half)), half).slope
        _, second, _, last = medians = quarters(values)
        parts = [f"{value:.1f}" for value in medians]
        ratio = f"{last / second:.3f}" if second else "–"
        rows.append((name, str(len(values)), *parts, ratio, f"{slope:+.3f}", f"{max(values):.1f}"))
    head = ("held", "samples", "1st quarter", "2nd", "3rd", "4th", "4th / 2nd", "slope a run, 2nd half", "most")
    return table(head, rows)


def _articles(done: Soak) -> str:
    names = ("published", "sent", "exported", "versions", "corrected", "redone", "exact", "withdrawn")
    wrong = ("lost", "doubled", "stale", "unnoticed")
    rows = [
        (
            *(client, *(f"{getattr(tally, name):,}" for name in names)),
            *(str(len(getattr(tally, name))) for name in wrong),
        )
        for client, tally in done.tallies.items()
    ]
    return table(("client", *names, *wrong), rows)


def _outcomes(done: Soak) -> str:
    counts, _ = find_outcomes(done.world, done.runs)
    faults = sorted({fault for fault, _ in counts})
    totals: Counter[str] = Counter()
    for (_, outcome), count in counts.items():
        totals[outcome] += count
    rows = []
    for fault in faults:
        told = sorted(((count, outcome) for (of, outcome), count in counts.items() if of == fault), reverse=True)
        rows.append((fault, str(sum(count for count, _ in told)), ", ".join(f"{name} {count}" for count, name in told)))
    rows.append(("all", f"{totals.total():,}", ", ".join(f"{name} {count:,}" for name, count in totals.most_common())))
    return table(("fault", "requests", "what came of it"), rows)
