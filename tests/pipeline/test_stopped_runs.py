"""Runs that are stopped, break off or meet another run: nothing is lost, and the next one goes on."""

import sqlite3
import threading
from contextlib import closing

import pytest

from scraper.errors import StateError, StateLockedError
from scraper.pipeline import ScrapeSettings, StopReason, scrape
from scraper.pipeline.site_memory import WARM_PAGES, stored_profile
from scraper.pipeline.site_run import PAGES_IN_FLIGHT
from scraper.settings import FetchSettings
from scraper.store import Store, hold_lock
from tests.pipeline.fakes import SITE, Bench, Recorder


def test_a_stopped_run_keeps_what_it_has_and_the_next_one_goes_on(bench: Bench) -> None:
    for number in range(40):
        bench.web.add(str(number), f"Story {number}")
    recorder = Recorder(lambda me, event: me.stop(StopReason.SIGTERM))
    summary = bench.run(watcher=recorder)
    assert summary.stopped_by is StopReason.SIGTERM
    assert 1 <= summary.succeeded <= WARM_PAGES + 2 * PAGES_IN_FLIGHT
    assert len(bench.records()) == summary.succeeded
    assert bench.run().sites["a.test"].new == 40 - summary.succeeded
    assert len({str(record["text"]) for record in bench.records()}) == len(bench.records()) == 40


def test_what_is_known_of_a_site_outlasts_a_run_that_breaks_off(bench: Bench) -> None:
    for number in range(WARM_PAGES + 4):
        bench.web.add(str(number), f"<p>Story {number} tells of the harbour, and of ships that wait for spring.</p>")
    bench.web.add("last", StateError("the disk is gone"))
    with pytest.raises(StateError):
        bench.run()
    with Store(bench.folder / "state.sqlite", read_only=True) as store:
        profile = stored_profile(store, "a.test")
    assert profile
    assert len(profile.pages) >= WARM_PAGES


def test_a_page_that_does_not_end_is_dropped_after_the_grace_and_fetched_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.pipeline.scraping.GRACE_S", 0.2)
    bench.web.add("a", "Story")
    bench.web.delay_s = 30
    summary = bench.run(max_runtime_s=0.1)
    assert summary.stopped_by is StopReason.MAX_RUNTIME
    assert summary.elapsed_s < 5
    assert summary.sites["a.test"].waiting == 1
    bench.web.delay_s = 0
    assert bench.run().sites["a.test"].new == 1


@pytest.mark.fault(number=56)
def test_a_full_disk_ends_the_run_and_loses_nothing(bench: Bench) -> None:
    bench.web.add("a", "Story a")
    full = bench.folder / "full.jsonl"
    full.symlink_to("/dev/full")
    with pytest.raises(StateError, match="free space"):
        scrape([SITE], state=bench.folder / "state.sqlite", output=full)
    bench.run()
    assert [record["text"] for record in bench.records()] == ["Story a"]
    assert len(bench.web.asked) == 1


def test_a_second_run_at_the_same_time_is_refused(bench: Bench) -> None:
    with hold_lock(bench.folder / "state.sqlite"), pytest.raises(StateLockedError):
        bench.run()


def test_another_thread_can_stop_a_run(bench: Bench) -> None:
    for number in range(50):
        bench.web.add(str(number), f"Story {number}")
    bench.web.delay_s = 0.2
    recorder = Recorder()
    threading.Timer(0.8, recorder.stop).start()
    summary = bench.run(watcher=recorder)
    assert summary.stopped_by is StopReason.CALLER
    assert summary.succeeded < 50


def test_a_copy_of_the_state_made_while_a_run_goes_on_is_whole(bench: Bench) -> None:
    def copy(me: Recorder, event: object) -> None:
        target_path = bench.folder / f"copy{len(me.events)}.sqlite"
        with (
            closing(sqlite3.connect(bench.output.with_name("state.sqlite"))) as source,
            closing(sqlite3.connect(target_path)) as target,
        ):
            source.backup(target)

    for number in range(6):
        bench.web.add(str(number), f"Story {number}")
    bench.run(watcher=Recorder(copy))
    for number in range(1, 7):
        path = bench.folder / f"copy{number}.sqlite"
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        scrape([SITE], state=path, output=bench.folder / f"copy{number}.jsonl", settings=ScrapeSettings(processes=1))
        with Store(path, read_only=True) as store:
            assert store.records.count() == 6


def test_sites_that_a_run_did_not_come_to_are_told_and_come_first_in_the_next(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.pipeline.scraping.SITES_PER_REQUEST", 1)
    sites = [f"https://{letter}.test/" for letter in "abcd"]
    for site in sites:
        for number in range(40):
            bench.web.add(str(number), f"Story {number} of {site}", site=site)
    visited: list[str] = []
    for _ in range(5):
        recorder = Recorder(lambda me, event: me.stop(StopReason.MAX_RUNTIME))
        summary = bench.run(*sites, watcher=recorder, fetch=FetchSettings(concurrency=1))
        visited.append(recorder.events[0].site)
        assert summary.unvisited == tuple(site[8:14] for site in sites if site[8:14] != visited[-1])
        assert set(summary.sites) == {site[8:14] for site in sites}
    assert visited == ["a.test", "b.test", "c.test", "d.test", "a.test"]
    assert summary.sites["b.test"].waiting > 0
