"""Archived pages cleaned again by today's profile: real pages, a fake web, no network."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from scraper.errors import UsageError
from scraper.export.archive import PageArchive
from scraper.pipeline import ScrapeSettings, reclean
from scraper.records import Page
from scraper.settings import DiscoverSettings
from scraper.store import Store
from scraper.workers import CleanerPool
from tests.cleaner.profile.site_pages import NOTICE, WORDS, article, body
from tests.pipeline.fakes import SITE, Bench, Recorder

PAGE_SETTINGS = ScrapeSettings(processes=1)


@pytest.fixture
def real(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The bench with the real cleaner."""
    monkeypatch.setattr("scraper.pipeline.scraping.CleanerPool", CleanerPool)
    return bench


def page_of(name: str) -> str:
    """An article whose standing notice stands in the body's own container, as prose: alone, nothing tells it from the rest."""
    return f"<html><head><title>{name}</title></head>{article(name, [*body(name), NOTICE])}"


def run_again(bench: Bench, recorder: Recorder | None = None) -> object:
    return reclean(
        bench.folder / "pages",
        state=bench.folder / "state.sqlite",
        output=bench.output,
        settings=PAGE_SETTINGS,
        watcher=recorder,
    )


def test_an_early_article_loses_what_later_pages_show_to_be_template(real: Bench) -> None:
    archive = real.folder / "pages"
    real.web.add(WORDS[0], page_of(WORDS[0]))
    real.run(archive=archive)
    (first,) = real.records()
    assert NOTICE in str(first["text"])
    for word in WORDS[1:20]:
        real.web.add(word, page_of(word))
    real.run(archive=archive)
    asked = len(real.web.asked)
    recorder = Recorder()
    run_again(real, recorder)
    assert len(real.web.asked) == asked
    assert len(recorder.events) == 20
    latest = {record["url"]: record for record in real.records()}
    again = latest[SITE + WORDS[0]]
    assert again["version"] == 2
    assert again["text"] == "\n\n".join(body(WORDS[0]))
    assert again["removed"] == {"repeated": 1}
    assert all(NOTICE not in str(record["text"]) for record in latest.values())


def test_cleaning_again_with_the_same_profile_changes_nothing(real: Bench) -> None:
    for word in WORDS[:18]:
        real.web.add(word, page_of(word))
    real.run(archive=real.folder / "pages")
    run_again(real)
    before = real.output.read_bytes()
    summary = run_again(real)
    assert real.output.read_bytes() == before
    assert summary.sites["a.test"].unchanged == 18  # type: ignore[attr-defined]  # a RunSummary


def test_the_version_counts_that_the_record_was_made_from(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "scraper.pipeline.recleaning.CleanerPool", partial(CleanerPool, cleaner="tests.pipeline.cleaner:clean")
    )
    url = bench.web.add("a", "Story one", date="2026-11-01")
    bench.run(archive=bench.folder / "pages")
    bench.web.pages[url] = "Story two"
    bench.web.listed[SITE][url] = "2026-11-02"
    bench.run(archive=bench.folder / "pages")
    recorder = Recorder()
    run_again(bench, recorder)
    assert [event.outcome for event in recorder.events] == ["unchanged"]
    assert [record["text"] for record in bench.records()] == ["Story one", "Story two"]


@pytest.fixture
def plain(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The bench with the tests' cleaner for archived pages, too."""
    monkeypatch.setattr(
        "scraper.pipeline.recleaning.CleanerPool", partial(CleanerPool, cleaner="tests.pipeline.cleaner:clean")
    )
    return bench


def test_pages_that_wait_for_a_newer_version_still_wait(plain: Bench) -> None:
    urls = [plain.web.add(name, f"Story {name}", date="2026-11-01") for name in "abcd"]
    plain.run(archive=plain.folder / "pages")
    for url in urls:
        plain.web.pages[url] += ", corrected"
        plain.web.listed[SITE][url] = "2026-11-02"
    plain.run(archive=plain.folder / "pages", discover=DiscoverSettings(limit=1))
    run_again(plain)
    summary = plain.run()
    assert summary.sites["a.test"].updated == 3
    assert [str(record["text"]).endswith("corrected") for record in plain.records()].count(True) == 4


def test_pages_behind_redirects_are_those_of_the_addresses_that_led_to_them(plain: Bench) -> None:
    for name, text in (("a", "Story"), ("b", "listing")):
        url = plain.web.add(name, text)
        plain.web.redirected[url] = SITE + "moved/" + name
    plain.run(archive=plain.folder / "pages")
    recorder = Recorder()
    run_again(plain, recorder)
    assert [(event.url, event.outcome, event.reason) for event in recorder.events] == [
        (SITE + "a", "unchanged", None),
        (SITE + "b", "skipped", "listing"),
    ]
    with Store(plain.folder / "state.sqlite") as store:
        assert store.history.find(SITE + "moved/a") is None


def test_an_archive_of_another_state_gives_its_articles(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "scraper.pipeline.recleaning.CleanerPool", partial(CleanerPool, cleaner="tests.pipeline.cleaner:clean")
    )
    bench.web.add("a", "Story")
    bench.web.add("b", "listing")
    bench.run(archive=bench.folder / "pages")
    other = replace(bench, folder=bench.folder / "other")
    other.folder.mkdir()
    summary = reclean(bench.folder / "pages", state=other.folder / "s.sqlite", output=other.output)
    assert (summary.sites["a.test"].new, summary.sites["a.test"].skipped.total()) == (1, 1)
    assert [record["text"] for record in other.records()] == ["Story"]


def test_what_another_program_archived_under_no_address_is_left_out_and_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "scraper.pipeline.recleaning.CleanerPool", partial(CleanerPool, cleaner="tests.pipeline.cleaner:clean")
    )
    with PageArchive(bench.folder / "pages", "other") as archive:
        for url in ("http://[a.test/1", "whois:a.test", SITE + "story"):
            archive.write(Page(body=b"<p>Story", source="x", url=url, status=200, media_type="text/html"))
    recorder = Recorder()
    run_again(bench, recorder)
    assert [str(record["url"]) for record in bench.records()] == [SITE + "story"]
    assert ["left out" in notice for notice in recorder.notices[:2]] == [True, True]


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        reclean(tmp_path / "none", state=tmp_path / "s.sqlite", output=tmp_path / "o.jsonl")
