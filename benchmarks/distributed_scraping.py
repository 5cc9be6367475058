"""Workers killed at random instants of a job over demo sites: nothing lost or doubled, and no host asked by two at once.

    python -m benchmarks.distributed_scraping [--kills 10] [--articles 30] [--lease 3] [--seed 9]

Three demo sites are scraped by two Dask workers, processes of their own that talk TCP on loopback. In each round the worker that
asked last is killed (SIGKILL) at a random instant; Dask starts it anew and gives its partition to whoever is free. The server's
log names the process behind each request. Afterwards the export must say what a run in one process says, and a second job must
add nothing.
"""

import argparse
import os
import random
import shutil
import signal
import statistics
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scraper.pipeline import SpreadSettings
from scraper.pipeline.worker_session import MARGIN
from scraper.scale import Engine, open_engine
from tests.pipeline.job_bench import JobBench, open_bench, read

_EARLIEST, _LATEST = 0.1, 0.95  # as shares of a job without a kill


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


def run_round(engine: Engine, bench: JobBench, kill_after_s: float | None, changes: dict[str, Any]) -> list[float]:
    """Run a job, kill a worker in it, and return the gaps between workers at the same host."""
    bench.log.requests.clear()

    def kill() -> None:
        with suppress(ProcessLookupError, IndexError):
            os.kill(bench.log.requests[-1].process, signal.SIGKILL)

    timer = threading.Timer(kill_after_s or 0, kill)
    if kill_after_s is not None:
        timer.start()
    summary = bench.run(engine, **changes)
    timer.cancel()
    assert summary.failures == (), summary.failures
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
        assert not check(engine, bench, expected, changes)
        print(
            f"without a kill: {whole_s:.1f} s, {bench.articles} articles, {len(bench.log.requests)} requests with the second job"
        )
        for number in range(given.kills):
            shutil.rmtree(bench.folder / "state")
            bench.output.unlink()
            instant = chance.uniform(_EARLIEST, _LATEST) * whole_s
            begun = time.monotonic()
            gaps = run_round(engine, bench, instant, changes)
            kills.job_s.append(time.monotonic() - begun)
            kills.gaps += gaps
            kills.requests += len(bench.log.requests)
            kills.pages += bench.articles
            kills.differing += check(engine, bench, expected, changes)
            told = ", ".join(f"{gap:.1f}" for gap in gaps) or "none"
            print(
                f"{number + 1}: killed after {instant:.1f} s, job {kills.job_s[-1]:.1f} s, takeovers after {told} s",
                flush=True,
            )
    _print_result(kills, given.lease)


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
