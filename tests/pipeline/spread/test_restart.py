import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.pipeline.spread.job_bench import LEASE_S, MARGIN_S, JobBench, open_bench, read

ARTICLES = 8


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[JobBench]:
    with open_bench(tmp_path, ARTICLES) as opened:
        yield opened


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.address = f"tcp://127.0.0.1:{find_free_port()}"
        port = self.address.rpartition(":")[2]
        quiet = ("--no-dashboard",)
        self.scheduler = start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port, *quiet)
        own = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder), *quiet)
        self.workers = [start("distributed.cli.dask_worker", self.address, *own) for _ in range(2)]

    def end(self) -> None:
        for process in (self.scheduler, *self.workers):
            process.kill()
            process.wait()


def start(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


@contextmanager
def open_cluster(folder: Path) -> Iterator[Cluster]:
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        cluster.end()


def run(bench: JobBench, cluster: Cluster, at_request: int, act: Callable[[int], None]) -> int:
    """Run the command, do something at a request, and return the exit code."""
    begun, told = len(bench.log.requests), threading.Event()
    command = [sys.executable, "-m", "scraper.cli", "scrape", *bench.urls, "--engine", "dask"]
    options = ["--scheduler", cluster.address, "--state", str(bench.folder / "state"), "-o", str(bench.output)]
    manners = ["--delay", "0.05", "--allow-private", "127.0.0.0/8", "--lease", str(LEASE_S)]
    errors = bench.folder / "errors"
    with errors.open("wb") as file, subprocess.Popen([*command, *options, *manners], stderr=file) as process:

        def on_request(count: int, asking: int) -> None:
            if count >= begun + at_request and not told.is_set():
                told.set()
                act(process.pid)

        bench.log.on_request = on_request
        code = process.wait(120)
    assert b"Traceback" not in errors.read_bytes(), errors.read_text()
    return code


def ids(records: Sequence[dict[str, object]]) -> list[object]:
    return [record["id"] for record in records]


def test_a_job_that_was_stopped_and_one_whose_scheduler_was_killed_go_on_with_nothing_lost_or_doubled(
    bench: JobBench, tmp_path: Path
) -> None:
    with open_cluster(tmp_path) as first:
        assert run(bench, first, 12, lambda process: os.kill(process, signal.SIGINT)) == 130
        assert run(bench, first, 8, lambda _: first.scheduler.kill()) == 4
        # The workers of the job before still run, if they did not hear of it.
        with open_cluster(tmp_path) as second:
            assert run(bench, second, 10_000, lambda _: None) == 0
    records = read(bench.output)
    assert len(set(ids(records))) == len(records) == bench.articles
    gaps = bench.check_turns()
    assert [gap for gap in gaps if gap > MARGIN_S] or not gaps
