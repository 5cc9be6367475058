"""What a run fetches, keeps and writes, and what the next one makes of it."""

import asyncio
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scraper.errors import UsageError
from scraper.fetch import HostRecord
from scraper.pipeline import Result, ScrapeSettings, scrape
from scraper.pipeline.site_memory import WARM_PAGES
from scraper.reasons import Reason
from scraper.records import Page
from scraper.settings import DiscoverSettings, FetchSettings
from scraper.store import Store
from scraper.store.recheck import MIN_ALIKE
from scraper.urls import url_key
from tests.pipeline.fakes import SITE, Bench, Recorder


def test_what_is_new_is_fetched_cleaned_kept_and_written(bench: Bench) -> None:
    for name in "abc":
        bench.web.add(name, f"Story {name}")
    recorder = Recorder()
    summary = bench.run(watcher=recorder)
    assert summary.sites["a.test"].new == 3
    assert {record["text"] for record in bench.records()} == {"Story a", "Story b", "Story c"}
    assert sorted(event.url for event in recorder.events) == [SITE + name for name in "abc"]
    assert all(event.outcome is Result.NEW and event.attempts == 1 and event.status == 200 for event in recorder.events)


def test_a_second_run_over_an_unchanged_site_asks_and_writes_nothing(bench: Bench) -> None:
    bench.web.add("a", "Story", date="2026-11-01")
    bench.run()
    before = (bench.output.stat().st_mtime_ns, bench.output.read_bytes())
    asked = len(bench.web.asked)
    summary = bench.run()
    assert (summary.sites["a.test"].new, summary.sites["a.test"].known) == (0, 1)
    assert summary.outputs[0].written_bytes == 0
    assert (bench.output.stat().st_mtime_ns, bench.output.read_bytes()) == before
    assert len(bench.web.asked) == asked


def test_a_newer_date_in_the_source_asks_with_validators(bench: Bench) -> None:
    url = bench.web.add("a", "Story", date="2026-11-01")
    bench.run()
    bench.web.listed[SITE][url] = "2026-11-02T08:00:00+01:00"
    summary = bench.run()
    assert summary.sites["a.test"].unchanged == 1
    assert bench.web.asked[-1][1] is not None
    assert len(bench.records()) == 1


def test_a_changed_text_is_written_as_the_next_version(bench: Bench) -> None:
    url = bench.web.add("a", "Story", date="2026-11-01")
    bench.run()
    bench.web.pages[url] = "Story, corrected"
    bench.web.listed[SITE][url] = "2026-11-02"
    assert bench.run().sites["a.test"].updated == 1
    assert [(record["version"], record["text"]) for record in bench.records()] == [
        (1, "Story"),
        (2, "Story, corrected"),
    ]


def test_a_correction_that_no_source_dates_is_noticed_an_hour_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, other = bench.web.add("a", "Story"), bench.web.add("b", "Another story, that stays as it is")
    bench.run()
    bench.web.pages[url] = "Story, corrected"
    bench.run()
    assert len(bench.web.asked) == 2, "not at once"
    later = datetime.now(UTC) + timedelta(hours=1)
    for module in ("page_run", "scraping", "context", "feeding"):
        monkeypatch.setattr(f"scraper.pipeline.{module}.utc_now", lambda: later)
    counts = bench.run().sites["a.test"]
    assert (counts.updated, counts.unchanged) == (1, 1)
    assert all(etag for asked, etag in bench.web.asked[-2:]), "both with validators"
    assert {asked for asked, _ in bench.web.asked[-2:]} == {url, other}
    assert [record["text"] for record in bench.records()][-1] == "Story, corrected"
    asked = len(bench.web.asked)
    bench.run()
    assert len(bench.web.asked) == asked


def test_a_page_that_lost_its_text_leaves_the_record(bench: Bench) -> None:
    url = bench.web.add("a", "Story", date="2026-11-01")
    bench.run()
    bench.web.pages[url] = "listing"
    bench.web.listed[SITE][url] = "2026-11-02"
    summary = bench.run()
    assert summary.sites["a.test"].skipped == {Reason.LISTING: 1}
    assert summary.articles_held == 1
    assert len(bench.records()) == 1


@pytest.mark.parametrize("answer", [Reason.TIMEOUT, Reason.HTTP_CLIENT_ERROR, "listing", RuntimeError("a bug")])
def test_one_bad_page_is_one_skipped_and_the_run_goes_on(bench: Bench, answer: object) -> None:
    bench.web.add("bad", answer, date="2026-11-02")
    bench.web.add("good", "Story", date="2026-11-01")
    recorder = Recorder()
    summary = bench.run(watcher=recorder)
    assert (summary.succeeded, summary.failed) == (1, 1)
    assert len(recorder.events) == 2
    (skipped,) = (event for event in recorder.events if event.outcome is Result.SKIPPED)
    assert skipped.url == SITE + "bad"
    assert skipped.reason is not None
    assert skipped.detail


def test_an_unknown_host_does_not_stop_the_other_site(bench: Bench) -> None:
    bench.web.add("a", "Story")
    summary = bench.run("https://gone.test/", SITE)
    assert summary.sites["gone.test"].skipped == {Reason.DNS: 1}
    assert summary.sites["a.test"].new == 1


def test_a_passing_failure_is_tried_again_in_the_next_run(bench: Bench) -> None:
    url = bench.web.add("a", Reason.TIMEOUT)
    bench.run()
    bench.web.pages[url] = "Story"
    bench.web.listed[SITE].clear()
    assert bench.run().sites["a.test"].new == 1


@pytest.mark.parametrize("page", ["challenge", "die"])
def test_a_page_that_fails_in_the_cleaner_for_a_while_is_tried_again_at_growing_intervals(
    bench: Bench, page: str
) -> None:
    url = bench.web.add("a", page)
    told = []
    for _ in range(4):
        bench.run()
        with Store(bench.folder / "state.sqlite", read_only=True) as store:
            found = store.history.find(url_key(url))
        assert found is not None
        told.append((found.state, found.attempts, found.failures))
    assert told == [("failed", 1, 1), *[("failed", 1, 2)] * 3]
    assert len(bench.web.asked) == 2


def test_a_lasting_failure_is_not_tried_again(bench: Bench) -> None:
    bench.web.add("a", Reason.HTTP_CLIENT_ERROR)
    bench.run()
    asked = len(bench.web.asked)
    assert bench.run().succeeded == 0
    assert len(bench.web.asked) == asked


def test_a_limit_counts_what_is_fetched_and_the_next_run_takes_the_rest(bench: Bench) -> None:
    for name in "abcde":
        bench.web.add(name, f"Story {name}")
    discover = DiscoverSettings(limit=2)
    assert bench.run(discover=discover).sites["a.test"].new == 2
    assert bench.run(discover=discover).sites["a.test"].new == 2
    assert bench.run(discover=discover).sites["a.test"].new == 1
    assert len(bench.records()) == 5


def test_pages_given_are_fetched_without_discovery_and_always_again(bench: Bench) -> None:
    url = bench.web.add("a", "Story")
    bench.web.add("b", "Other story")
    assert bench.run(url, discovery=False).sites["a.test"].new == 1
    assert bench.run(url, discovery=False).sites["a.test"].unchanged == 1
    assert bench.web.known_sources == []
    assert [asked for asked, _ in bench.web.asked] == [url, url]


def test_a_page_that_is_no_url_is_skipped(bench: Bench) -> None:
    url = bench.web.add("a", "Story")
    summary = bench.run("ftp://a.test/x", url, discovery=False)
    assert (summary.succeeded, summary.failed) == (1, 1)


def test_passwords_reach_neither_events_nor_the_state_file(bench: Bench) -> None:
    recorder = Recorder()
    fetch = FetchSettings(proxy="http://me:hush-hush@proxy.test:3128")
    bench.run("https://user:hush-hush@a.test/x", discovery=False, watcher=recorder, fetch=fetch)
    assert [(event.url, event.reason) for event in recorder.events] == [("https://***@a.test/x", "bad_url")]
    assert b"hush-hush" not in b"".join(path.read_bytes() for path in bench.folder.iterdir())


def test_a_site_with_a_password_is_wrong_usage_and_is_not_repeated(bench: Bench) -> None:
    with pytest.raises(UsageError, match=r"\*\*\*@a\.test") as caught:
        bench.run("https://user:hush-hush@a.test/")
    assert "hush-hush" not in str(caught.value)


def test_a_site_that_is_no_url_is_wrong_usage(bench: Bench) -> None:
    with pytest.raises(UsageError, match="http"):
        bench.run("not a url")


def test_an_unknown_format_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.jsonl"):
        scrape([SITE], state=tmp_path / "state.sqlite", output=tmp_path / "out.xyz")
    assert list(tmp_path.iterdir()) == []


def test_validators_of_sources_are_given_in_the_next_run(bench: Bench) -> None:
    bench.web.add("a", "Story")
    bench.web.source_etag = '"7"'
    bench.run()
    bench.run()
    bench.run(discover=DiscoverSettings(since="2026-01-01"))
    assert [len(known) for known in bench.web.known_sources] == [0, 1, 0]


def test_the_feeds_of_the_runs_before_are_remembered(bench: Bench) -> None:
    bench.web.add("a", "Story")
    bench.run()
    bench.run()
    assert bench.web.known_feeds == [[], [f"{SITE}feed"]]


def test_a_source_that_dates_all_it_lists_anew_and_has_nothing_new_is_not_believed_each_time_and_read_again(
    bench: Bench,
) -> None:
    bench.web.source_etag = '"7"'
    for day in (1, 2, 3, 3):
        for number in range(MIN_ALIKE):
            bench.web.add(f"{number}", f"Story {number}", f"2026-11-0{day}")
        summary = bench.run()
    assert len(bench.web.asked) == 2 * MIN_ALIKE
    assert [len(known) for known in bench.web.known_sources] == [0, 1, 1, 0]
    assert (summary.sites["a.test"].known, summary.failed) == (MIN_ALIKE, 0)


def test_a_deleted_output_is_written_again_from_the_store(bench: Bench) -> None:
    bench.web.add("a", "Story a")
    bench.run()
    whole = bench.output.read_bytes()
    bench.output.unlink()
    recorder = Recorder()
    summary = bench.run(watcher=recorder)
    assert bench.output.read_bytes() == whole
    assert summary.outputs[0].notice in recorder.notices
    assert "deleted" in recorder.notices[0]


def test_another_output_gets_everything(bench: Bench) -> None:
    bench.web.add("a", "Story a")
    bench.run()
    other = bench.folder / "other.jsonl"
    scrape([SITE], state=bench.folder / "state.sqlite", output=[bench.output, other])
    assert other.read_bytes() == bench.output.read_bytes()


def test_a_site_named_twice_is_run_once(bench: Bench) -> None:
    bench.web.add("a", "Story a")
    bench.run(SITE, SITE)
    assert len(bench.web.known_sources) == 1


async def test_a_run_works_where_an_event_loop_is_running(bench: Bench) -> None:
    bench.web.add("a", "Story a")
    assert bench.run().succeeded == 1
    await asyncio.sleep(0)


def test_settings_have_sensible_defaults() -> None:
    assert ScrapeSettings().discovery
    assert ScrapeSettings().fetch.delay_s >= 1.0


def test_the_last_success_outlives_a_run_that_failed(bench: Bench) -> None:
    bench.web.add("a", "Story")
    success = bench.run().last_success
    assert success is not None
    failed = bench.run("https://gone.test/")
    assert not failed.ended_well
    assert failed.last_success == success


def test_a_site_whose_discovery_breaks_does_not_stop_the_other(bench: Bench) -> None:
    bench.web.add("a", "Story")
    bench.web.broken = "https://broken.test/"
    summary = bench.run("https://broken.test/", SITE)
    assert summary.sites["broken.test"].skipped == {Reason.CRASHED: 1}
    assert summary.sites["a.test"].new == 1


def test_more_pages_than_one_batch_are_all_fetched_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.pipeline.feeding._OFFERS_AT_ONCE", 2)
    urls = [bench.web.add(str(number), f"Story {number}") for number in range(5)]
    bench.run(*urls, discovery=False)
    assert bench.run(*urls, discovery=False).sites["a.test"].unchanged == 5


@pytest.mark.fault(number=17)
def test_what_is_known_of_hosts_is_given_to_the_next_run(bench: Bench) -> None:
    bench.web.add("a", "Story")
    bench.web.hosts = [HostRecord(host="a.test", robots_body=b"User-agent: *\xff", robots_status=200)]
    bench.run()
    assert bench.web.hosts_given == []
    bench.run()
    assert bench.web.hosts_given == bench.web.hosts


@pytest.mark.fault(number=17)
def test_a_pause_is_kept_at_once_of_the_host_that_asked_for_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[list[str]] = []
    monkeypatch.setattr(
        "scraper.pipeline.context.save_hosts", lambda _, records: kept.append([record.host for record in records])
    )
    for number in range(5):
        bench.web.add(str(number), Reason.HOST_DEFERRED)
    pause = HostRecord(host="https://a.test", not_before=time.time() + 3600)
    bench.web.hosts = [HostRecord(host="https://b.test"), pause]
    bench.run()
    assert kept == [["https://a.test"], ["https://b.test", "https://a.test"]]  # the last at the run's end


def test_a_host_record_of_another_version_is_left_out(bench: Bench) -> None:
    bench.web.add("a", "Story")
    with Store(bench.folder / "state.sqlite") as store:
        store.save_hosts({"a.test": b'{"robots_status": "not what it was"}'})
    assert bench.run().succeeded == 1
    assert bench.web.hosts_given == []


def test_a_page_that_moved_for_good_is_not_fetched_at_its_new_address(bench: Bench) -> None:
    old = bench.web.add("old", "Story")
    bench.web.moved[old] = SITE + "new"
    bench.run()
    bench.web.add("new", "Story")
    assert bench.run().sites["a.test"].known == 1
    assert [url for url, _ in bench.web.asked] == [old]


def test_archived_pages_can_be_cleaned_again_without_the_network(bench: Bench) -> None:
    from scraper.read import read_paths

    bench.web.add("a", "Story")
    bench.web.add("b", "listing")
    bench.run(archive=bench.folder / "pages")
    kept = {page.url: page.body for page in read_paths([bench.folder / "pages"]) if isinstance(page, Page)}
    assert kept == {SITE + "a": b"Story", SITE + "b": b"listing"}
    bench.run(archive=bench.folder / "pages")
    assert len(list((bench.folder / "pages").iterdir())) == 1


def test_what_keeps_a_site_busy_is_told_before_its_first_page_is_done(bench: Bench) -> None:
    for number in range(WARM_PAGES):
        bench.web.add(str(number), f"<p>Story {number} tells of the harbour, and of ships that wait for spring.</p>")
    recorder = Recorder(lambda me, event: me.steps.append(("done", event.url)))
    bench.run(watcher=recorder)
    steps = [step for _, step in recorder.steps if step.startswith(("looking", "feed", "section", "learning"))]
    assert steps[0] == "looking for pages"
    assert f"learning what it repeats: 1 of {WARM_PAGES} pages" in steps
    first_done = next(place for place, (site, _) in enumerate(recorder.steps) if site == "done")
    assert first_done >= WARM_PAGES


@pytest.mark.parametrize(("settings", "is_told"), [({}, True), ({"since": date(2026, 11, 1)}, False)])
def test_a_site_that_lists_nothing_is_told_of(bench: Bench, settings: dict[str, Any], is_told: bool) -> None:
    recorder = Recorder()
    bench.web.listed[SITE] = {}
    bench.run(watcher=recorder, discover=DiscoverSettings(**settings))
    assert any("lists a page" in notice for notice in recorder.notices) is is_told


def test_a_site_whose_pages_are_known_lists_something(bench: Bench) -> None:
    bench.web.add("a", "Story")
    recorder = Recorder()
    for _ in range(2):
        bench.run(watcher=recorder)
    assert recorder.notices == []
