import json
from pathlib import Path

import pytest

from scraper.figures import SiteCounts, StateFigures
from scraper.reasons import PageClass, Reason, Stage
from scraper.records import Skipped
from scraper.store import Answer, Claim, FetchFacts, Offer, Source, Store
from scraper.store.tally import GROUP_URLS
from tests.store.articles import make_article

NOW = "2026-11-24T07:00:00Z"


def skip(store: Store, claim: Claim, run: int, reason: Reason, page_class: PageClass | None = None) -> None:
    skipped = Skipped(
        source=claim.url, stage=Stage.FETCH, code=reason, detail="told", page_class=page_class, status=200
    )
    store.outcomes.finish_skipped(claim, skipped, run, "2026-11-23T06:00:02Z", None)


@pytest.fixture
def figures(store: Store) -> StateFigures:
    """Two runs on two sites: a.test with twenty listings and slow answers, b.test with one article."""
    from dataclasses import replace

    first = store.begin_run("2026-11-22T06:00:00Z", "{}")
    store.end_run(first, "2026-11-22T06:01:00Z", json.dumps({"sites": {}, "elapsed_s": 60.0}), well=True)
    run = store.begin_run("2026-11-23T06:00:00Z", "{}")
    store.frontier.offer("a.test", [Offer(key=f"a{n}", url=f"https://www.a.test/{n}") for n in range(20)], run)
    store.frontier.offer("b.test", [Offer(key=f"b{n}", url=f"https://b.test/{n}") for n in range(3)], run)
    for number, claim in enumerate(store.frontier.claim("a.test", run, 20)):
        store.outcomes.note_answer(claim, Answer(response_ms=100 * (number + 1), wire_bytes=10, body_bytes=40))
        skip(store, claim, run, Reason.LISTING, PageClass.LISTING)
    one, two = store.frontier.claim("b.test", run, 2)
    store.outcomes.note_answer(one, Answer(response_ms=30, wire_bytes=10, body_bytes=40))
    story = " ".join(f"word{n}" for n in range(60))
    article = replace(make_article(), text=story, word_count=60, removed_words=15)
    store.save_article(one, article, run, FetchFacts(fetched_at="2026-11-23T06:00:01Z", attempts=1, status=200))
    copy = replace(article, id="fedcba9876543210", text=f"{story} and more", text_hash="01")
    store.save_article(two, copy, run, FetchFacts(fetched_at="2026-11-23T06:00:03Z", attempts=1, status=200))
    store.sources.save(
        Source(url="https://a.test/feed", site="a.test", kind="feed", filters="", seen_at="2026-11-23T06:00:00Z"),
        had_new=False,
    )
    counts = {"new": 2, "skipped": {"listing": 20}, "wire_bytes": 210, "later": "unknown to this version"}
    told = {"sites": {"a.test": counts}, "elapsed_s": 9.5, "stopped_by": None}
    store.end_run(run, "2026-11-23T06:00:10Z", json.dumps(told), well=True)
    store.begin_run("2026-11-24T06:00:00Z", "{}")
    return store.figures.read(NOW)


def test_runs_are_told_with_their_counts(figures: StateFigures) -> None:
    assert [run.number for run in figures.runs] == [1, 2, 3]
    assert figures.runs[1].sites["a.test"] == SiteCounts(new=2, skipped={"listing": 20}, wire_bytes=210)
    assert (figures.runs[1].elapsed_s, figures.runs[1].ended_well) == (9.5, True)
    assert (figures.runs[2].ended_at, figures.runs[2].sites) == (None, {})


def test_urls_are_counted_by_outcome_class_day_and_site(figures: StateFigures) -> None:
    assert figures.outcomes == {("listing", "a.test"): 20, ("new", "b.test"): 2}
    assert figures.classes == {("listing", "a.test"): 20, ("article", "b.test"): 2}
    assert figures.days == {("b.test", "2026-11-23"): 2}
    assert figures.held == {"b.test": 2}
    assert figures.duplicates == {"b.test": 1}


def test_words_that_profiles_took_off_are_counted_by_site(figures: StateFigures) -> None:
    assert (figures.words["b.test"].kept, figures.words["b.test"].removed) == (120, 30)
    assert figures.words["b.test"].share == 0.2


def test_hosts_are_told_by_their_response_times_slowest_first(figures: StateFigures) -> None:
    slow, fast = figures.hosts
    assert (slow.host, slow.answers, slow.median_ms, slow.p90_ms, slow.longest_ms) == ("a.test", 20, 1000, 1800, 2000)
    assert (fast.host, fast.median_ms, fast.p90_ms) == ("b.test", 30, 30)
    assert figures.response_ms["a.test", 1000] == 5
    assert figures.response_ms["b.test", 50] == 1


def test_the_newest_urls_stand_behind_each_number(figures: StateFigures) -> None:
    group = figures.groups["outcome", "listing", "a.test"]
    assert (group.count, len(group.urls)) == (20, GROUP_URLS)
    assert group.urls[0].url == "https://www.a.test/19"
    assert (group.urls[0].detail, group.urls[0].status, group.urls[0].response_ms) == ("told", 200, 2000)
    assert figures.groups["waiting", "b.test", ""].count == 1
    assert figures.groups["last", "b.test", "new"].count == 2
    assert figures.groups["host", "a.test", ""].urls[0].response_ms == 2000
    assert figures.groups["duplicate", "b.test", ""].count == 1


def test_sources_that_bring_nothing_new_are_told(figures: StateFigures) -> None:
    assert [source.url for source in figures.sources] == ["https://a.test/feed"]


@pytest.mark.fault(number=70)
def test_a_state_of_the_version_before_is_brought_up_to_date(tmp_path: Path) -> None:
    import sqlite3

    from scraper.store.schema import APPLICATION_ID, MIGRATIONS

    connection = sqlite3.connect(tmp_path / "old.sqlite")
    for step in MIGRATIONS[:3]:
        connection.executescript(step)
    connection.execute(
        "INSERT INTO urls (key, url, site, state, asked_run) VALUES ('k', 'https://a.test/', 'a.test', 'pending', 1)"
    )
    connection.commit()
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 3")
    connection.close()
    with Store(tmp_path / "old.sqlite") as store:
        assert store.figures.read(NOW).groups["waiting", "a.test", ""].urls[0].response_ms is None


def test_a_site_has_one_name_whatever_its_urls_are_kept_under(store: Store) -> None:
    """A scrape keeps URLs under the start page, and counts them under the host."""
    run = store.begin_run("2026-11-23T06:00:00Z", "{}")
    starts = ("https://www.a.test/", "https://b.test/one/", "https://b.test/two/", "https://c.test/one/", "c.test")
    for start in starts:
        url = f"{start}story" if "://" in start else f"https://{start}/saved"
        store.frontier.offer(start, [Offer(key=url, url=url)], run)
        (claim,) = store.frontier.claim(start, run, 1)
        skip(store, claim, run, Reason.LISTING)
    counted = ("a.test", "https://B.test/one/", "https://b.test/two/", "c.test")
    told = {name: {"skipped": {"listing": 1}} for name in counted}
    store.rhythms.note_new("a.test", "2026-11-23T06:00:01Z")
    store.end_run(run, "2026-11-23T06:00:10Z", json.dumps({"sites": told}), well=True)
    figures = store.figures.read(NOW)
    names = {"a.test", "https://b.test/one/", "https://b.test/two/", "c.test"}
    assert set(figures.runs[0].sites) == {site for _, site in figures.outcomes} == names
    assert figures.outcomes["listing", "c.test"] == 2
    assert [rhythm.site for rhythm in figures.rhythms] == ["a.test"]
    assert ("last", "a.test", "skipped") in figures.groups


def test_runs_that_told_a_site_twice_are_added_up(store: Store) -> None:
    run = store.begin_run("2026-11-23T06:00:00Z", "{}")
    told = {"a.test": {"new": 1, "skipped": {"dns": 1}}, "https://a.test/": {"new": 2, "skipped": {"dns": 2, "tls": 1}}}
    store.end_run(run, "2026-11-23T06:00:10Z", json.dumps({"sites": told}), well=True)
    (told_run,) = store.figures.read(NOW).runs
    assert told_run.sites == {"a.test": SiteCounts(new=3, skipped={"dns": 3, "tls": 1})}
