import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import scraper.workers.worker
from scraper.reasons import Reason, Stage
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import CleanSettings
from scraper.workers import CleanerPool
from scraper.workers.worker import PAGES_PER_PROCESS

CLEANER = "tests.test_workers:clean"


def clean(page: Page, settings: CleanSettings) -> Outcome:
    """What the processes of these tests run: the page's body says how to behave."""
    word, _, rest = page.body.decode().partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "die-once" and not Path(rest).exists():
        Path(rest).write_text("")
        os._exit(3)
    if word == "hang":
        time.sleep(60)
    if word == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    if word == "eat":
        b"x" * (8 << 30)
    if word == "raise":
        raise ValueError("a bad page")
    return Skipped(source=page.source, stage=Stage.CLEAN, code=Reason.LISTING, detail=str(os.getpid()))


def make_pool(processes: int = 1, time_limit_s: float = 20.0) -> CleanerPool:
    return CleanerPool(CleanSettings(), processes, time_limit_s, cleaner=CLEANER)


def make_page(body: str) -> Page:
    return Page(body=body.encode(), source=body)


def run(*bodies: str, time_limit_s: float = 20.0) -> list[Outcome]:
    with make_pool(time_limit_s=time_limit_s) as pool:
        return list(pool.clean_all(map(make_page, bodies)))


def code(outcome: Outcome) -> Reason:
    assert isinstance(outcome, Skipped)
    return outcome.code


@pytest.mark.fault(number=65)
def test_a_page_that_kills_its_process_costs_only_itself() -> None:
    assert [code(o) for o in run("ok", "die", "ok")] == [Reason.LISTING, Reason.CRASHED, Reason.LISTING]


def test_a_page_is_tried_once_more(tmp_path: Path) -> None:
    assert [code(o) for o in run(f"die-once {tmp_path / 'mark'}")] == [Reason.LISTING]


@pytest.mark.fault(number=64)
def test_a_page_that_overruns_is_given_up_in_time() -> None:
    begun = time.monotonic()
    assert [code(o) for o in run("hang", "ok", time_limit_s=0.5)] == [Reason.OUT_OF_TIME, Reason.LISTING]
    assert time.monotonic() - begun < 10


def test_a_process_that_is_stopped_before_it_reads_a_large_page_is_given_up_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scraper.workers.worker._GRACE_S", 0.5)
    with make_pool(time_limit_s=0.5) as pool:
        for _ in range(2):  # the second try has the next one
            first = pool.clean(make_page("a"))
            assert isinstance(first, Skipped)
            os.kill(int(first.detail), signal.SIGSTOP)
            begun = time.monotonic()
            assert code(pool.clean(make_page("b " + "x" * 1_000_000))) is Reason.LISTING
            assert time.monotonic() - begun < 5


@pytest.mark.fault(number=64)
def test_a_greedy_page_is_told_about() -> None:
    (outcome,) = run("eat")
    assert code(outcome) is Reason.CRASHED
    assert isinstance(outcome, Skipped)
    assert "memory" in outcome.detail


def test_a_bound_that_the_run_was_started_under_stays() -> None:
    """Root alone may raise it: anybody else's processes would all die of that."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))"
    ask = "from scraper.workers.serving import limit_memory; limit_memory(2 << 30); print(*resource.getrlimit(resource.RLIMIT_AS))"
    done = subprocess.run([sys.executable, "-c", f"{limit}; {ask}"], check=True, capture_output=True, text=True)
    assert done.stdout.split() == [str(1 << 30)] * 2


def test_an_exception_is_told_about_and_the_process_lives_on() -> None:
    before, bad, after = run("a", "raise", "b")
    assert isinstance(bad, Skipped)
    assert (bad.code, bad.detail) == (Reason.CRASHED, "ValueError: a bad page")
    assert isinstance(before, Skipped)
    assert isinstance(after, Skipped)
    assert before.detail == after.detail


def test_outcomes_come_in_the_order_of_pages_and_skipped_ones_pass_through() -> None:
    skipped = Skipped(source="x", stage=Stage.READ, code=Reason.EMPTY, detail="")
    pages = [skipped if i % 7 == 3 else make_page(f"page {i}") for i in range(60)]
    with make_pool(processes=2) as pool:
        outcomes = list(pool.clean_all(pages))
    assert [o.source for o in outcomes] == [p.source for p in pages]
    assert outcomes[3] is skipped


def test_a_few_pages_start_one_process_and_many_start_more() -> None:
    with make_pool(processes=2) as pool:
        few = {o.detail for o in pool.clean_all(make_page("a") for _ in range(3)) if isinstance(o, Skipped)}
        many = {o.detail for o in pool.clean_all(make_page("a") for _ in range(300)) if isinstance(o, Skipped)}
    assert len(few) == 1
    assert len(many) >= 2


def test_a_process_is_replaced_after_its_share_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.workers.worker.PAGES_PER_PROCESS", 3)
    details = [o.detail for o in run(*"abcdefg") if isinstance(o, Skipped)]
    assert len(set(details)) == 3


async def test_pages_are_cleaned_beside_the_event_loop() -> None:
    with make_pool() as pool:
        async with asyncio.timeout(20):
            outcomes = await asyncio.gather(*(pool.clean_async(make_page("a")) for _ in range(5)))
    assert [code(o) for o in outcomes] == [Reason.LISTING] * 5


async def test_closing_the_pool_does_not_wait_for_a_hanging_page() -> None:
    pool = make_pool()
    task = asyncio.create_task(pool.clean_async(make_page("hang")))
    await asyncio.sleep(1.0)
    begun = time.monotonic()
    pool.close()
    assert code(await task) is Reason.CRASHED
    assert time.monotonic() - begun < 3


def test_the_real_cleaner_runs_in_a_process() -> None:
    body = b"<article><h1>T</h1>" + b"<p>A long and quite ordinary sentence about the harbour.</p>" * 20 + b"</article>"
    with CleanerPool(CleanSettings(), 1) as pool:
        (outcome,) = pool.clean_all([Page(body=body, source="x", url="https://a.test/x", media_type="text/html")])
    assert isinstance(outcome, Article)
    assert "harbour" in outcome.text


def test_a_cleaner_that_cannot_be_imported_is_told_about() -> None:
    with CleanerPool(CleanSettings(), 1, cleaner="tests.no_such_module:clean") as pool:
        (outcome,) = pool.clean_all([make_page("a")])
    assert isinstance(outcome, Skipped)
    assert "no_such_module" in outcome.detail


def kill_at_start(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Let the process that forks the others die as it starts, as of a machine without memory."""
    start = scraper.workers.worker._start
    left = [times]

    def start_and_kill(far_end: object) -> subprocess.Popen[bytes]:
        process = start(far_end)
        left[0] -= 1
        if left[0] >= 0:
            process.kill()
            process.wait()
        return process

    monkeypatch.setattr("scraper.workers.worker._start", start_and_kill)
    monkeypatch.setattr("scraper.workers.pool._START_PAUSES_S", (0.0,) * 3)


def test_where_no_process_can_be_started_for_a_while_no_page_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    kill_at_start(monkeypatch, times=3)
    assert [code(o) for o in run("a", "b")] == [Reason.LISTING, Reason.LISTING]


def test_where_no_process_can_be_started_the_page_is_told_about_and_the_next_one_waits_for_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kill_at_start(monkeypatch, times=8)  # two tries, each with three more starts
    first, second = run("a", "b")
    assert code(first) is Reason.CRASHED
    assert isinstance(first, Skipped)
    assert "could be started" in first.detail
    assert code(second) is Reason.LISTING


def test_processes_that_ended_while_they_had_nothing_to_do_cost_no_page() -> None:
    with make_pool(processes=2) as pool:
        pages = [make_page("a")] * (PAGES_PER_PROCESS - 1)  # with one more a process may have been replaced
        told = {outcome.detail for outcome in pool.clean_all(pages) if isinstance(outcome, Skipped)}
        for process in map(int, told):
            os.kill(process, signal.SIGTERM)
            while (
                Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
            ):  # its parent is not told to wait
                time.sleep(0.01)
        outcomes = list(pool.clean_all([make_page("b")]))
    assert [code(outcome) for outcome in outcomes] == [Reason.LISTING]


def test_the_cleaner_is_loaded_once_while_there_is_other_work(monkeypatch: pytest.MonkeyPatch) -> None:
    start, started = scraper.workers.worker._start, []

    def start_and_count(far_end: object) -> subprocess.Popen[bytes]:
        started.append(start(far_end))
        return started[-1]

    monkeypatch.setattr("scraper.workers.worker._start", start_and_count)
    with make_pool() as pool:
        pool.begin()
        pool.begin()
        assert [process.poll() for process in started] == [None]
        assert code(pool.clean(make_page("a"))) is Reason.LISTING
    pool.begin()  # closed
    assert len(started) == 1


def test_where_loading_ahead_fails_no_page_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    kill_at_start(monkeypatch, times=1)
    with make_pool() as pool:
        pool.begin()
        assert code(pool.clean(make_page("a"))) is Reason.LISTING
