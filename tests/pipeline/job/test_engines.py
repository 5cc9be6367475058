"""Jobs on real workers, which are killed."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.dask_cluster import Cluster, children_of, command_of
from scraper.errors import EngineError
from scraper.pipeline import clean_to_parts
from scraper.records import Skipped
from scraper.settings import JobSettings
from tests.pipeline.job.dumps import SHARD_PAGES, all_skipped, read_records

AtOnce = tuple[list[bytes], list[Skipped]]


def on(engine: str, workers: int = 2, scheduler: str | None = None) -> JobSettings:
    return JobSettings(engine=engine, workers=workers, scheduler=scheduler, shard_pages=SHARD_PAGES)


def count_parts(output: Path) -> int:
    return sum(1 for _ in output.glob("_job/*/0*"))


@contextmanager
def when_written(output: Path, parts: int, act: Callable[[], None]) -> Iterator[None]:
    """Act once so many parts are there."""
    stopping = threading.Event()

    def watch() -> None:
        while not stopping.wait(0.01):
            if count_parts(output) >= parts:
                act()
                return

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()


def kill_a_local_worker() -> None:
    for pid in children_of(os.getpid()):
        if b"scraper.scale.local" in command_of(pid):
            os.kill(pid, signal.SIGKILL)
            return


def test_two_processes_one_of_them_killed(dump: Path, at_once: AtOnce, tmp_path: Path) -> None:
    with when_written(tmp_path, 4, kill_a_local_worker):
        receipts = list(clean_to_parts([dump], output=tmp_path, settings=on("local")))
    assert read_records(tmp_path) == at_once[0]
    assert all_skipped(receipts) == at_once[1]


def test_dask_with_a_worker_killed_then_its_scheduler_and_the_rest_done_by_local_processes(
    dump: Path, at_once: AtOnce, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    with Cluster(tmp_path / "cluster", 2) as cluster:
        settings = on("dask", scheduler=cluster.address)

        def kill_worker_then_scheduler() -> None:
            os.kill(cluster.worker_pids()[0], signal.SIGKILL)
            before = count_parts(output)
            while count_parts(output) < before + 3:
                time.sleep(0.01)
            cluster.scheduler.kill()

        with (
            when_written(output, 6, kill_worker_then_scheduler),
            pytest.raises(EngineError, match="scheduler is gone"),
        ):
            list(clean_to_parts([dump], output=output, settings=settings))
    assert not (output / "manifest.json").exists()
    receipts = list(clean_to_parts([dump], output=output, settings=on("local")))
    assert read_records(output) == at_once[0]
    assert all_skipped(receipts) == at_once[1]
