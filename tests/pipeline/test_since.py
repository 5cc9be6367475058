"""``since``: articles whose sources do not date them are judged by their own dates."""

from scraper.pipeline import RunSummary
from scraper.reasons import Reason
from scraper.settings import DiscoverSettings
from tests.pipeline.fakes import SITE, Bench


def run_since(bench: Bench, day: str | None) -> RunSummary:
    return bench.run(discover=DiscoverSettings(since=day))


def add_dated(bench: Bench) -> None:
    for name, day in (("old", "2020-03-04"), ("new", "2026-11-02"), ("undated", "")):
        bench.web.add(name, f"published {day}\nStory {name}" if day else "Story of no day")


def test_articles_that_date_themselves_earlier_are_left_out_and_counted(bench: Bench) -> None:
    add_dated(bench)
    summary = run_since(bench, "2026-01-01")
    tally = summary.sites["a.test"]
    assert (tally.new, tally.skipped, summary.failed) == (2, {Reason.TOO_OLD: 1}, 0)
    assert len(bench.records()) == 2
    asked = len(bench.web.asked)
    run_since(bench, "2026-01-01")
    assert len(bench.web.asked) == asked


def test_they_are_fetched_once_an_earlier_day_is_asked_for(bench: Bench) -> None:
    add_dated(bench)
    run_since(bench, "2026-01-01")
    assert run_since(bench, "2025-01-01").sites["a.test"].new == 0
    assert run_since(bench, "2020-01-01").sites["a.test"].new == 1


def test_without_a_day_they_are_fetched_too(bench: Bench) -> None:
    add_dated(bench)
    run_since(bench, "2026-01-01")
    assert run_since(bench, None).sites["a.test"].new == 1


def test_pages_that_are_asked_for_by_name_come_whatever_their_date(bench: Bench) -> None:
    add_dated(bench)
    done = bench.run(SITE + "old", discovery=False, discover=DiscoverSettings(since="2026-01-01"))
    assert done.sites["a.test"].new == 1
