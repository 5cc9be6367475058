"""What a job makes of how its tasks end; the engine is this process, the web is made up."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Self

import pytest

from scraper.errors import EngineError, StateLockedError
from scraper.pipeline import RunSummary, StopReason, UrlEvent, report, scrape_on
from scraper.pipeline.context import SpreadSettings
from scraper.scale import Failure, FailureKind, Finished, Task
from scraper.scale.engine import finish, perform
from scraper.store import JobFolder, Store, hold_lock
from scraper.version import VERSION
from tests.pipeline.fakes import Bench, Recorder

A, B = "https://a.test/", "https://b.test/"


class HereEngine:
    """Does tasks one after the other; ``before`` may end one in another way."""

    dashboard = None
    slots = 1

    def __init__(self, before: Callable[[Task, int], Failure | None] = lambda task, count: None) -> None:
        self._before = before
        self._done = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[Finished]:
        for task in tasks:
            self._done += 1
            failure = self._before(task, self._done)
            if failure:
                yield Finished(task=task, failure=failure)
            else:
                yield finish(task, perform(VERSION, task.work, task.arguments))

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture
def two_sites(bench: Bench) -> Bench:
    for site in (A, B):
        for name in ("one", "two"):
            bench.web.add(name, f"Story {name} of {site}", site=site)
    return bench


def run(bench: Bench, engine: HereEngine, watcher: Recorder | None = None, lease_s: float = 30.0) -> RunSummary:
    return scrape_on(
        engine,
        [A, B],
        state=bench.folder / "job",
        output=bench.output,
        settings=bench.settings(spread=SpreadSettings(lease_s=lease_s)),
        watcher=watcher,
    )


def count(bench: Bench) -> int:
    return len(bench.output.read_text().splitlines())


def partition_of(site: str) -> Callable[[Task], bool]:
    return lambda task: task.arguments[0].plans[0].site.url == site


def test_each_site_is_one_partition_s_for_good(two_sites: Bench) -> None:
    seen: list[dict[str, int]] = []

    def note(task: Task, _: int) -> None:
        seen.append({plan.site.url: task.arguments[0].number for plan in task.arguments[0].plans})

    for _ in range(2):
        run(two_sites, HereEngine(note))
    assert seen[:2] == seen[2:] == [{A: 0}, {B: 1}]
    assert sorted(path.name for path in JobFolder(two_sites.folder / "job").states()) == [
        "partition-0000.sqlite",
        "partition-0001.sqlite",
    ]


def test_a_partition_whose_workers_died_is_begun_again(two_sites: Bench) -> None:
    lost = Failure(kind=FailureKind.LOST, detail="the worker that had it died, 4 times")
    recorder = Recorder()
    summary = run(two_sites, HereEngine(lambda task, done: lost if done == 1 else None), recorder)
    assert (summary.failures, count(two_sites)) == ((), 4)
    assert ["partition 0 (a.test)" in notice for notice in recorder.notices] == [True]


def test_a_partition_that_kills_all_its_workers_is_given_up_and_told(two_sites: Bench) -> None:
    is_a = partition_of(A)
    lost = Failure(kind=FailureKind.LOST, detail="died")
    summary = run(two_sites, HereEngine(lambda task, _: lost if is_a(task) else None))
    assert summary.failures == ("partition 0 (a.test): begun 3 times and not ended",)
    assert not summary.ended_well
    assert "without partition 0 (a.test)" in report(two_sites.folder / "job")
    assert (summary.sites["b.test"].new, count(two_sites)) == (2, 2)


def test_a_state_that_cannot_be_used_costs_its_partition_only(two_sites: Bench) -> None:
    job = JobFolder(two_sites.folder / "job")
    run(two_sites, HereEngine())
    job.state(0).write_bytes(b"no database, but long enough to be looked at " * 99)
    two_sites.web.add("three", "Story three", site=B)
    summary = run(two_sites, HereEngine())
    assert len(summary.failures) == 1
    assert "partition-0000.sqlite" in summary.failures[0]
    assert (summary.sites["b.test"].new, count(two_sites)) == (1, 5)


def test_what_a_killed_job_left_unmerged_is_written_by_the_next(two_sites: Bench) -> None:
    gone = EngineError("the scheduler is gone")

    def die_before_the_second(task: Task, done: int) -> None:
        if done == 2:
            raise gone

    with pytest.raises(EngineError):
        run(two_sites, HereEngine(die_before_the_second))
    assert count(two_sites) == 2
    merged = JobFolder(two_sites.folder / "job").merged
    merged.unlink()  # as if it had been killed before it merged anything
    two_sites.output.unlink()
    summary = run(two_sites, HereEngine())
    assert (count(two_sites), [tally.new for tally in summary.sites.values()]) == (4, [2, 2])
    assert [tally.known for tally in summary.sites.values()] == [0, 0]


def test_a_partition_that_somebody_holds_is_not_touched(two_sites: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.pipeline.spread.partition.GRACE_S", 0.0)
    recorder = Recorder()
    folder = JobFolder(two_sites.folder / "job")
    folder.path.mkdir()
    with hold_lock(folder.state(0)):
        summary = run(two_sites, HereEngine(), recorder, lease_s=1.0)
    assert summary.failures == ("partition 0 (a.test): begun 3 times and not ended",)
    assert "another run is using it" in recorder.notices[0]
    assert count(two_sites) == 2
    assert run(two_sites, HereEngine()).failures == ()
    assert count(two_sites) == 4


def test_two_jobs_do_not_share_a_folder(two_sites: Bench) -> None:
    with hold_lock(JobFolder(two_sites.folder / "job").merged), pytest.raises(StateLockedError):
        run(two_sites, HereEngine())


def test_a_stop_reaches_the_workers_and_the_next_job_goes_on(two_sites: Bench) -> None:
    two_sites.web.delay_s = 0.05
    for number in range(200):
        two_sites.web.add(str(number), f"Story {number}", site=A)

    def stop(recorder: Recorder, event: UrlEvent) -> None:
        recorder.stop(StopReason.SIGINT)

    summary = run(two_sites, HereEngine(), Recorder(stop))
    assert summary.stopped_by is StopReason.SIGINT
    assert 0 < count(two_sites) < 200
    assert summary.sites["a.test"].waiting > 0
    two_sites.web.delay_s = 0.0
    assert run(two_sites, HereEngine()).stopped_by is None
    assert count(two_sites) == 204


def test_workers_that_hang_do_not_hold_up_a_job_that_is_stopped(
    two_sites: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.pipeline.spread.run._STOP_S", 0.2)
    recorder = Recorder()
    recorder.stop(StopReason.SIGTERM)

    def hang(task: Task, _: int) -> None:
        time.sleep(2)

    began = time.monotonic()
    summary = run(two_sites, HereEngine(hang), recorder)
    assert (summary.stopped_by, count(two_sites)) == (StopReason.SIGTERM, 0)
    assert time.monotonic() - began < 2
    time.sleep(2.5)  # the thread that still waits ends before the next test


def test_max_runtime_is_the_job_s(two_sites: Bench) -> None:
    two_sites.web.delay_s = 0.05
    for number in range(200):
        two_sites.web.add(str(number), f"Story {number}", site=A)
    summary = scrape_on(
        HereEngine(),
        [A, B],
        state=two_sites.folder / "job",
        output=two_sites.output,
        settings=two_sites.settings(max_runtime_s=1.0),
    )
    assert summary.stopped_by is StopReason.MAX_RUNTIME


def test_failures_and_unchanged_pages_are_counted_over_all_partitions(two_sites: Bench, tmp_path: Path) -> None:
    two_sites.web.add("list", "listing", site=A)
    two_sites.web.add("list", "listing", site=B)
    recorder = Recorder()
    summary = run(two_sites, HereEngine(), recorder)
    assert [(tally.new, tally.failed) for tally in summary.sites.values()] == [(2, 1)] * 2
    assert len(recorder.events) == 6
    with Store(JobFolder(two_sites.folder / "job").merged, read_only=True) as store:
        assert len(list(store.history.skipped())) == 2
        assert store.last_success()
