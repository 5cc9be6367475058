import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper.errors import LeaseLostError, StateError
from scraper.pipeline import SpreadSettings, StopReason, Watcher
from scraper.pipeline.scraping import RunOrder, make_order, run_order
from scraper.pipeline.spread.session import Membership, WorkerSession
from scraper.settings import FetchSettings
from scraper.store import JobFile, Leases
from tests.pipeline.fakes import SITE, Bench

TERM_S = 0.6


@pytest.fixture
def job(tmp_path: Path) -> Path:
    path = tmp_path / "job.sqlite"
    JobFile(path).begin("job")
    return path


def open_session(
    job: Path, watcher: Watcher | None = None, leases: Leases | None = None, term_s: float = 30.0
) -> WorkerSession:
    part = Membership(job="job", worker="here", term_s=term_s)
    return WorkerSession(leases or Leases(job, term_s), part, watcher or Watcher())


class BrokenLeases(Leases):
    """A file system that has gone away, or goes when ``is_gone`` says so."""

    is_gone: Callable[[], bool] = staticmethod(lambda: True)

    def renew(self, session: str) -> bool:
        if self.is_gone():
            raise StateError("no such device")
        return super().renew(session)


async def test_a_host_is_held_over_many_turns_and_given_back_at_the_end(job: Path) -> None:
    mine, theirs = open_session(job), open_session(job)
    async with theirs.beating():
        async with mine.beating():
            assert await mine.hold("a.test", 1) == 0
            mine.let_go("a.test", 0.0)
            assert await mine.hold("a.test", 1) == 0
            with pytest.raises(TimeoutError):
                await theirs.hold("a.test", 0)
            mine.let_go("a.test", 5.0)
            await mine.hold("b.test", 1)
            mine.let_go("b.test", 0.0)
        assert 1 < await theirs.hold("a.test", 1) <= 5
        assert await theirs.hold("b.test", 1) == 0


async def test_a_host_that_another_worker_waits_for_goes_to_it_between_two_turns(job: Path) -> None:
    mine, theirs = open_session(job, term_s=3), open_session(job, term_s=3)
    async with mine.beating(), theirs.beating():
        await mine.hold("a.test", 1)
        waiting = asyncio.create_task(theirs.hold("a.test", 30))
        await asyncio.sleep(1.2)
        assert not waiting.done()  # a turn is never broken off
        mine.let_go("a.test", 9.0)
        assert 1 < await waiting <= 9
        with pytest.raises(TimeoutError):
            await mine.hold("a.test", 0)


async def test_a_host_that_nobody_here_asks_any_more_is_given_up_when_it_is_wanted(job: Path) -> None:
    mine, theirs = open_session(job, term_s=3), open_session(job, term_s=3)
    async with mine.beating(), theirs.beating():
        await mine.hold("a.test", 1)
        mine.let_go("a.test", 0.0)
        assert await theirs.hold("a.test", 10) == 0


async def test_a_worker_that_cannot_renew_asks_nobody_from_before_its_term_ends(job: Path) -> None:
    session = open_session(job, leases=BrokenLeases(job, TERM_S), term_s=TERM_S)
    began = time.monotonic()
    async with session.beating():
        session.require()
        await session.wait_lost()
        assert time.monotonic() - began < TERM_S * 0.9
        with pytest.raises(LeaseLostError):
            session.require()
        with pytest.raises(LeaseLostError):
            await session.hold("a.test", 1)


async def test_a_worker_that_was_buried_hears_of_it_at_its_next_renewal(job: Path) -> None:
    leases = Leases(job, 3.0)
    session = open_session(job, leases=leases, term_s=3.0)
    async with session.beating():
        leases.close_session(session._session, {})  # what another worker does to a silent one
        await asyncio.wait_for(session.wait_lost(), 1.9)  # the lease itself would have held for 2 s


async def test_a_run_whose_lease_is_lost_drops_what_it_does_and_asks_no_more(bench: Bench, job: Path) -> None:
    for number in range(500):
        bench.web.add(str(number), "Story")
    bench.web.delay_s = 0.05
    leases = BrokenLeases(job, 1.5)
    leases.is_gone = lambda: bool(bench.web.asked)
    session = open_session(job, leases=leases, term_s=1.5)
    made = make_order([SITE], bench.settings(), Watcher())
    order = RunOrder(plans=made.plans, settings=made.settings, watcher=made.watcher, session=session)
    async with session.beating():
        with pytest.raises(LeaseLostError):
            await run_order(order, bench.folder / "state.sqlite", ())
        asked = len(bench.web.asked)
        await asyncio.sleep(0.2)
    assert 0 < asked == len(bench.web.asked) < 500


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda file: file.stop("job", "sigterm"), StopReason.SIGTERM),
        (lambda file: file.begin("another"), StopReason.ABANDONED),
        (lambda file: None, StopReason.ABANDONED),  # nobody beats: whoever began the job is gone
    ],
)
async def test_a_worker_stops_when_its_job_does(job: Path, change: object, reason: StopReason) -> None:
    watcher = Watcher()
    session = open_session(job, watcher, term_s=TERM_S)
    async with session.beating():
        watcher.attach()
        assert watcher.stop_reason is None
        change(JobFile(job))  # type: ignore[operator]  # one of those above
        await asyncio.wait_for(watcher.wait_stopped(), 5)
    assert watcher.stop_reason is reason


async def test_a_job_whose_starter_lives_goes_on(job: Path) -> None:
    watcher, file = Watcher(), JobFile(job)
    async with open_session(job, watcher, term_s=1.5).beating():
        for _ in range(18):
            file.beat("job")
            await asyncio.sleep(0.1)
    assert watcher.stop_reason is None


def test_a_host_is_waited_for_longer_than_a_lost_worker_s_lease_holds() -> None:
    assert FetchSettings().max_wait_s > SpreadSettings().lease_s
