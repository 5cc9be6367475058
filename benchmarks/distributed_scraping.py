"""Workers killed at random instants of a job over demo sites: nothing lost or doubled, and no host asked by two at once.

    python -m benchmarks.distributed_scraping [--kills 10] [--articles 30] [--lease 3] [--seed 9]

Three demo sites are scraped by two Dask workers, processes of their own that talk TCP on loopback. In each round a random request
is chosen, and the worker that sends it is killed (SIGKILL) while it waits for the answer; Dask starts it anew and gives its part
to whoever is free. The server's log names the process behind each request. Afterwards the export must hold the articles that a run
in one process gives, each once, and a second job must add nothing. At the end the costs of the shared file and of merging are
measured.
"""

import argparse
import os
import random
import shutil
import signal
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from typing import Any

from scraper.pipeline import SpreadSettings
from scraper.pipeline.spread.session import MARGIN
from scraper.records import Article
from scraper.scale import Engine, open_engine
from scraper.store import FetchFacts, JobFile, JobFolder, Leases, Offer, Store
from tests.pipeline.spread.job_bench import JobBench, open_bench, read

_OPERATIONS, _MERGED = 200, 2_000
_NOW = "2026-11-26T12:00:00Z"


@dataclass
class Kills:
    """What the rounds found.

    Attributes:
        gaps: Seconds between the last request of a worker to a host and the first of another one.
        job_s: How long each job took.
        differing: Articles that are not those of a run in one process, by field.
    """

    gaps: list[float] = field(default_factory=list)
    job_s: list[float] = field(default_factory=list)
    differing: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    pages: int = 0


def run_round(engine: Engine, bench: JobBench, kill_at: int | None, changes: dict[str, Any]) -> list[float]:
    """Run a job, kill the worker that sends a request, and return the gaps between workers at the same host."""
    bench.log.requests.clear()
    chosen: list[int] = []

    def kill(count: int, process: int) -> None:
        if kill_at is not None and count >= kill_at and process and not chosen:
            chosen.append(process)
            os.kill(process, signal.SIGKILL)

    bench.log.on_request = kill
    summary = bench.run(engine, **changes)
    assert summary.failures == (), summary.failures
    assert kill_at is None or chosen
    return bench.check_turns()


def check(engine: Engine, bench: JobBench, expected: list[dict[str, Any]], changes: dict[str, Any]) -> Counter[str]:
    """Fail unless the export has the articles that one process gives, each once, and another job adds nothing.

    Returns:
        How many articles differ, by field: a run that was killed has learned less of a site when it cleans the next page.
    """
    found, before = read(bench.output), bench.output.read_bytes()
    by_id = {record["id"]: record for record in expected}
    assert len(found) == len(by_id), f"{len(found)} records"
    assert {record["id"] for record in found} == by_id.keys()
    bench.run(engine, **changes)
    assert bench.output.read_bytes() == before
    return Counter(name for record in found for name, value in record.items() if value != by_id[record["id"]][name])


def measure(folder: Path, given: argparse.Namespace) -> None:
    """Run the rounds and print what they found."""
    chance, kills = random.Random(given.seed), Kills()
    changes = {"spread": SpreadSettings(lease_s=given.lease)}
    with open_bench(folder, given.articles) as bench, open_engine("dask", None, 2) as engine:
        expected = bench.run_plain()
        begun = time.monotonic()
        run_round(engine, bench, None, changes)
        whole_s = time.monotonic() - begun
        requests = len(bench.log.requests)
        assert not check(engine, bench, expected, changes)
        print(f"without a kill: {whole_s:.1f} s, {bench.articles} articles, {requests} requests")
        with Store(JobFolder(bench.folder / "state").merged, read_only=True) as store:
            articles = list(store.records.read(0))
        for number in range(given.kills):
            shutil.rmtree(bench.folder / "state")
            bench.output.unlink()
            instant = chance.randint(1, requests)
            begun = time.monotonic()
            gaps = run_round(engine, bench, instant, changes)
            kills.job_s.append(time.monotonic() - begun)
            kills.gaps += gaps
            kills.requests += len(bench.log.requests)
            kills.pages += bench.articles
            kills.differing += check(engine, bench, expected, changes)
            told = ", ".join(f"{gap:.1f}" for gap in gaps) or "none"
            print(
                f"{number + 1}: killed at request {instant}, job {kills.job_s[-1]:.1f} s, takeovers after {told} s",
                flush=True,
            )
    _print_result(kills, given.lease)
    measure_costs(folder, list(_vary(articles, _MERGED)))


def measure_costs(folder: Path, articles: Sequence[Article]) -> None:
    """Print what renewing, looking and taking a host cost in milliseconds, and how many articles are merged in a second."""
    JobFile(folder / "job.sqlite").begin("job")
    leases = Leases(folder / "job.sqlite", 30.0)
    session = leases.open_session("w1")
    hosts = iter(range(_OPERATIONS))
    for name, act in (
        ("take a host", lambda: leases.acquire(session, f"{next(hosts)}.test")),
        ("renew", lambda: leases.renew(session)),
        ("look", lambda: leases.look(session)),
    ):
        begun = time.perf_counter()
        for _ in range(_OPERATIONS):
            act()
        print(f"{name}: {(time.perf_counter() - begun) / _OPERATIONS * 1000:.2f} ms")
    _make_partition(folder / "part.sqlite", articles)
    with Store(folder / "whole.sqlite") as store:
        run = store.begin_run(_NOW, "{}")
        begun, cpu = time.perf_counter(), time.process_time()
        store.merging.take_over(folder / "part.sqlite", run)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
        assert store.records.count() == len(articles)
    print(f"merge: {len(articles):,} articles in {seconds:.1f} s, {cpu:.1f} s of processor")


def _make_partition(path: Path, articles: Sequence[Article]) -> None:
    with Store(path) as store:
        run = store.begin_run(_NOW, "{}")
        for article in articles:
            claim = store.frontier.claim_saved("site", Offer(key=article.url, url=article.url), run)
            store.save_article(claim, article, run, FetchFacts(fetched_at=_NOW, attempts=1, body_hash="b"))


def _vary(articles: Sequence[Article], count: int) -> Iterator[Article]:
    """Yield as many different articles of the same lengths: words in another order."""
    chance = random.Random(count)
    for number, article in zip(range(count), cycle(articles), strict=False):
        words = article.text.split(" ")
        chance.shuffle(words)
        text = " ".join(words)
        url = f"https://a.test/{number}"
        yield replace(article, id=f"{number:016x}", url=url, canonical_url=None, text=text, text_hash=str(number))


def _print_result(kills: Kills, lease_s: float) -> None:
    least = f"{min(kills.gaps):.2f}" if kills.gaps else "-"
    assert all(gap > lease_s * MARGIN for gap in kills.gaps), kills.gaps
    print("\n| kills | articles | requests | hosts taken over | least gap, s | lost or doubled | job, median s |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(
        f"| {len(kills.job_s)} | {kills.pages} | {kills.requests} | {len(kills.gaps)} | {least} | 0 |"
        f" {statistics.median(kills.job_s):.1f} |"
    )
    print(f"fields of articles that differ from those of a run without a kill: {dict(kills.differing)}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--lease", type=float, default=3.0)
    parser.add_argument("--seed", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch), given)


if __name__ == "__main__":
    main()
