"""What runs make of the time: sites that have fallen silent, and a clock that was years ahead."""

from datetime import UTC, datetime, timedelta

import pytest

from scraper.pipeline import RunSummary
from scraper.pipeline.clock import iso
from scraper.reasons import Reason
from tests.pipeline.fakes import SITE, Bench, Recorder


def test_a_site_that_has_fallen_silent_is_told_about(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    monkeypatch.setattr("scraper.pipeline.context.utc_now", lambda: moment)
    for day in range(1, 5):
        moment = datetime(2026, 11, day, tzinfo=UTC)
        bench.web.add(str(day), f"Story {day}")
        bench.run()
    moment = datetime(2026, 11, 7, tzinfo=UTC)
    assert not any("nothing new" in notice for notice in run_quietly(bench))
    moment = datetime(2026, 11, 10, tzinfo=UTC)
    assert run_quietly(bench) == ["a.test: nothing new for 6.0 days, usually something every 1.0 days"]


def test_the_habit_of_a_site_that_has_fallen_silent_is_told_in_hours(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    monkeypatch.setattr("scraper.pipeline.context.utc_now", lambda: moment)
    for hour in range(0, 4):
        moment = datetime(2026, 11, 1, hour, tzinfo=UTC)
        bench.web.add(str(hour), f"Story {hour}")
        bench.run()
    moment = datetime(2026, 11, 3, 3, tzinfo=UTC)
    assert run_quietly(bench) == ["a.test: nothing new for 2.0 days, usually something every 1.0 hours"]


def run_quietly(bench: Bench) -> list[str]:
    recorder = Recorder()
    bench.run(watcher=recorder)
    return recorder.notices


@pytest.mark.parametrize("wall", [Reason.ROBOTS, Reason.CONSENT, Reason.EMPTY])
def test_a_page_behind_what_stood_for_an_hour_is_an_article_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, wall: Reason
) -> None:
    url = bench.web.add("a", wall)
    bench.run()
    bench.web.pages[url] = "Story"
    assert bench.run().succeeded == 0, "asked for again too soon"
    for module in ("page_run", "site_run"):
        monkeypatch.setattr(f"scraper.pipeline.{module}.utc_now", lambda: datetime.now(UTC) + timedelta(hours=2))
    assert bench.run().succeeded == 1


def test_a_page_that_stays_behind_its_wall_is_no_failure_of_a_later_run(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.web.add("a", Reason.CONSENT)
    assert bench.run().failed == 1
    for module in ("page_run", "site_run"):
        monkeypatch.setattr(f"scraper.pipeline.{module}.utc_now", lambda: datetime.now(UTC) + timedelta(hours=2))
    summary = bench.run()
    assert (summary.failed, summary.sites["a.test"].skipped) == (0, {Reason.CONSENT: 1})


@pytest.mark.fault(number=59)
def test_what_failed_while_the_clock_was_years_ahead_is_tried_again_once_it_is_set_back(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = bench.web.add("a", Reason.TIMEOUT)
    with monkeypatch.context() as ahead:
        ahead.setattr("scraper.pipeline.page_run.utc_now", lambda: datetime(2036, 1, 1, tzinfo=UTC))
        bench.run()
    bench.web.pages[url] = "Story"
    assert bench.run().succeeded == 1


@pytest.mark.fault(number=59)
def test_what_was_fetched_while_the_clock_was_years_ahead_is_fetched_again_when_its_source_dates_it_anew(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = bench.web.add("a", "Story")
    with monkeypatch.context() as ahead:
        for module in ("page_run", "scraping", "context", "feeding"):
            ahead.setattr(f"scraper.pipeline.{module}.utc_now", lambda: datetime(2096, 1, 1, tzinfo=UTC))
        bench.run()
    bench.run()
    bench.web.pages[url] = "Story, corrected"
    bench.web.listed[SITE][url] = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    assert bench.run().sites["a.test"].updated == 1


@pytest.mark.fault(number=59)
def test_what_runs_did_while_the_clock_was_years_ahead_hides_no_silence(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_at(moment: datetime, *sites: str) -> RunSummary:
        with monkeypatch.context() as clock:
            for module in ("page_run", "scraping", "context", "feeding", "site_run"):
                clock.setattr(f"scraper.pipeline.{module}.utc_now", lambda: moment)
            return bench.run(*sites)

    for day in range(1, 6):
        bench.web.add(str(day), f"Story {day}")
        run_at(datetime(2026, 11, day, tzinfo=UTC))
    bench.web.add("ahead", "Story of a clock that was ahead")
    run_at(datetime(2096, 1, 1, tzinfo=UTC))
    back = datetime(2026, 11, 6, tzinfo=UTC)
    failed = run_at(back, "https://gone.test/")
    assert not failed.ended_well
    assert failed.last_success == iso(back)
    assert {(rhythm.site, rhythm.last_new_at) for rhythm in failed.rhythms} == {("a.test", iso(back))}
