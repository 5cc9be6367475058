"""What must hold after a soak: each article once, each fault an outcome."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.soak.faults import REDIRECT_LOOP
from benchmarks.soak.server import Exchange, World
from benchmarks.soak.sites import Published
from tests.export.reading import read_records

ALLOWED: Final = "taken as no robots.txt"  # RFC 9309, section 2.3.1.2
AGAIN: Final = "asked again, got"
READ: Final = "read all the same"
TOLD: Final = "warning"
SILENT: Final = "nothing told"
STOPPED: Final = "run was stopped"


@dataclass(slots=True, kw_only=True)
class Run:
    """How one run of a client went.

    Attributes:
        events: URL, outcome and reason of each.
        peak_kb: Most memory that it held with its children, looked at each second (proportional set size).
    """

    client: str
    number: int
    seconds: float
    events: Sequence[tuple[str, str, str | None]]
    warnings: Sequence[str]
    peak_kb: int
    code: int = 0

    @property
    def was_stopped(self) -> bool:
        """Whether --max-runtime ended it."""
        return self.code == 5


@dataclass(slots=True)
class Tally:
    """How a client's export compares with what the sites published.

    Attributes:
        redone: Versions by what had become known of the site since, without a correction.
        withdrawn: Articles that were withdrawn before they were ever sent whole.
        lost: Addresses that were sent whole, or still stand, and are in no record.
        doubled: Addresses with two ids, ids or versions that occur twice, records of what no site published.
        stale: Addresses whose records are not of the texts that were sent, or whose newest is not of the newest.
        unnoticed: Addresses that stand corrected, with a date in a sitemap, and whose newest record is older.
    """

    published: int = 0
    sent: int = 0
    exported: int = 0
    versions: int = 0
    corrected: int = 0
    redone: int = 0
    exact: int = 0
    withdrawn: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    unnoticed: list[str] = field(default_factory=list)


def compare(world: World, client: str, outputs: Sequence[Path]) -> Tally:
    """Hold a client's outputs against the sites and against what they sent it."""
    published = {site.base_url + path: found for site in world.sites for path, found in site.published.items()}
    telling = tuple(site.base_url + "/" for site in world.sites if site.tells_corrections)
    sent = _sent(world, client)
    records = read_records(outputs[0])
    tally = Tally(published=len(published), sent=len(sent), versions=len(records))
    if read_records(outputs[1]) != list({record["id"]: record for record in records}.values()):
        tally.doubled.append(f"{outputs[1].name} does not hold the newest records of {outputs[0].name}")
    by_url: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        by_url.setdefault(record["url"], []).append(record)
    tally.exported = len(by_url)
    tally.doubled += _find_doubled(by_url, published)
    for url, found in published.items():
        if url in by_url:
            _compare_texts(tally, url, found, by_url[url], sent.get(url, []))
            if url.startswith(telling) and not found.gone and _revision(found, by_url[url]) < len(found.corrections):
                tally.unnoticed.append(url)
        elif url in sent or not found.gone:
            tally.lost.append(url)
        else:
            tally.withdrawn += 1
    return tally


def _sent(world: World, client: str) -> dict[str, list[int]]:
    """The revisions of each article that a client was sent whole, in order."""
    sent: dict[str, list[int]] = {}
    for (asker, _), exchanges in world.ledger.items():
        for exchange in exchanges if asker == client else ():
            if exchange.is_whole and exchange.revision is not None:
                sent.setdefault(exchange.url, []).append(exchange.revision)
    return sent


def _find_doubled(by_url: Mapping[str, Sequence[Mapping[str, Any]]], published: Mapping[str, Published]) -> list[str]:
    wrong = [f"{url}: no article of the site" for url in by_url if url not in published]
    owners: dict[str, set[str]] = {}
    for url, records in by_url.items():
        if [record["version"] for record in records] != list(range(1, len(records) + 1)):
            wrong.append(f"{url}: versions {[record['version'] for record in records]}")
        for record in records:
            owners.setdefault(record["id"], set()).add(url)
        if len({record["id"] for record in records}) > 1:
            wrong.append(f"{url}: two ids")
    return wrong + [f"{name} is of {sorted(urls)}" for name, urls in owners.items() if len(urls) > 1]


def _compare_texts(
    tally: Tally, url: str, found: Published, records: Sequence[Mapping[str, Any]], sent: Sequence[int]
) -> None:
    revisions = [_revision(found, records[: place + 1]) for place in range(len(records))]
    tally.redone += len(revisions) - len(set(revisions))
    tally.corrected += revisions[-1] > 0
    tally.exact += records[-1]["text"] == found.text
    if revisions != sorted(revisions) or not set(revisions) <= set(sent) or revisions[-1] != max(sent):
        tally.stale.append(f"{url}: exported {revisions}, sent {sent}")


def _revision(found: Published, records: Sequence[Mapping[str, Any]]) -> int:
    """Which correction the newest record has."""
    plain = "".join(records[-1]["text"].split())
    held = [number for number, words in enumerate(found.corrections, 1) if "".join(words.split()) in plain]
    return max(held, default=0)


def find_outcomes(world: World, runs: Iterable[Run]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Return how often each fault ended in each way, and the requests that nothing was told of."""
    counts: Counter[tuple[str, str]] = Counter()
    silent = []
    for run in runs:
        by_url: dict[str, list[Exchange]] = {}
        for exchange in world.ledger.get((run.client, run.number), ()):
            by_url.setdefault(exchange.url, []).append(exchange)
        told = {url: reason or outcome for url, outcome, reason in run.events}
        for url, exchanges in by_url.items():
            for fault in (exchange.fault for exchange in exchanges if exchange.fault):
                outcome = _outcome(run, url, exchanges[-1], told)
                counts[fault, outcome] += 1
                if outcome == SILENT:
                    silent.append(f"{run.client} {run.number}: {fault} at {url}")
    return counts, silent


def _outcome(run: Run, url: str, last: Exchange, told: Mapping[str, str]) -> str:
    """How a URL ended in a run in which some of its answers had a fault."""
    host, _, path = url.partition("://")[2].partition("/")
    ways = (
        (last.is_good and last.fault is None, AGAIN),
        (url in told, told.get(url)),
        (last.is_good, READ),
        (any(url in warning for warning in run.warnings), TOLD),
        (path == "robots.txt" and last.fault == REDIRECT_LOOP, ALLOWED),
        # Without its robots.txt nothing of a site may be asked for: its start page says why.
        (path == "robots.txt", told.get(f"http://{host}/")),
        (run.was_stopped, STOPPED),
    )
    return next((way for holds, way in ways if holds and way), SILENT)
