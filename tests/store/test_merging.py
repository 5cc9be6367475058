import contextlib
from dataclasses import replace
from pathlib import Path

import pytest

from scraper.reasons import Reason, Stage
from scraper.records import Skipped
from scraper.store import Change, FetchFacts, Offer, Store
from scraper.store.sources import Source
from tests.store.articles import make_article

NOW = "2026-11-10T12:00:00Z"
FACTS = FetchFacts(fetched_at=NOW, attempts=1, body_hash="b")


def scrape(path: Path, pages: dict[str, str], group: str = "https://a.test/") -> None:
    """Keep an article with its name's id for each URL; empty text stands for a failure."""
    with Store(path) as store:
        run = store.begin_run(NOW, "{}")
        store.frontier.offer(group, [Offer(key=url, url=url) for url in pages], run, again=True)
        for claim in store.frontier.claim(group, run, 99):
            text = pages[claim.url]
            if not text:
                failed = Skipped(source=claim.url, url=claim.url, stage=Stage.FETCH, code=Reason.TIMEOUT, detail="slow")
                store.outcomes.finish_skipped(claim, failed, run, NOW, None)
                continue
            identity = claim.url.rpartition("/")[2]
            article = replace(make_article(), id=identity, url=claim.url, site=None, text=text, text_hash=text)
            store.save_article(claim, article, run, FACTS, {claim.url + "?old"})


def take_over(merged: Path, *parts: Path) -> dict[str, dict[Change, int]]:
    with Store(merged) as store:
        run = store.begin_run(NOW, "{}")
        found = [store.merging.take_over(part, run) for part in parts]
        return {group: dict(changes) for each in found for group, changes in each.items()}


def read(merged: Path) -> list[tuple[str, int, str]]:
    with Store(merged, read_only=True) as store:
        return sorted((article.id, article.version, article.text) for article in store.records.read(0))


def test_each_article_and_version_is_taken_over_once_also_over_runs(tmp_path: Path) -> None:
    one, two, merged = (tmp_path / name for name in ("one.sqlite", "two.sqlite", "merged.sqlite"))
    scrape(one, {"https://a.test/a": "Text a.", "https://a.test/b": "Text b."})
    scrape(two, {"https://b.test/c": "Text c."}, "https://b.test/")
    assert take_over(merged, one, two) == {"https://a.test/": {Change.NEW: 2}, "https://b.test/": {Change.NEW: 1}}
    assert take_over(merged, one, two) == {}
    scrape(one, {"https://a.test/a": "Text a, corrected."})
    assert take_over(merged, one, two) == {"https://a.test/": {Change.UPDATED: 1}}
    assert read(merged) == [
        ("a", 1, "Text a."),
        ("a", 2, "Text a, corrected."),
        ("b", 1, "Text b."),
        ("c", 1, "Text c."),
    ]


def test_an_article_that_two_partitions_met_is_kept_once(tmp_path: Path) -> None:
    one, two, merged = (tmp_path / name for name in ("one.sqlite", "two.sqlite", "merged.sqlite"))
    scrape(one, {"https://a.test/same": "One text of an agency."})
    scrape(two, {"https://b.test/same": "One text of an agency."}, "https://b.test/")
    assert take_over(merged, one, two)["https://b.test/"] == {Change.DUPLICATE: 1}
    assert read(merged) == [("same", 1, "One text of an agency.")]
    with Store(merged, read_only=True) as store:
        known = store.history.find("https://b.test/same")
    assert known
    assert (known.outcome, known.record_id, known.versions) == ("duplicate", "same", 1)


def test_what_became_of_each_url_can_be_asked_of_the_merged_file(tmp_path: Path) -> None:
    one, merged = tmp_path / "one.sqlite", tmp_path / "merged.sqlite"
    scrape(one, {"https://a.test/a": "Text a.", "https://a.test/slow": ""})
    with Store(one) as store:
        store.sources.save(Source(url="f", site="s", kind="feed", filters="", seen_at=NOW, etag="e"), had_new=True)
        store.save_profile("a.test", b"profile")
        store.save_hosts({"https://a.test": b"{}"})
    take_over(merged, one)
    with Store(merged, read_only=True) as store:
        assert [(url.url, url.reason) for url in store.history.skipped()] == [("https://a.test/slow", "timeout")]
        known = store.history.find("https://a.test/a?old")
        assert known
        assert (known.url, known.outcome, known.versions) == ("https://a.test/a", "new", 1)
        assert store.sources.validators("s", "") == {"f": ("e", None, None)}
        assert store.profile("a.test") == b"profile"
        assert store.hosts() == [b"{}"]


def test_a_failure_that_ends_well_in_a_later_run_is_none_any_more(tmp_path: Path) -> None:
    one, merged = tmp_path / "one.sqlite", tmp_path / "merged.sqlite"
    scrape(one, {"https://a.test/a": ""})
    take_over(merged, one)
    scrape(one, {"https://a.test/a": "Text a."})
    take_over(merged, one)
    with Store(merged, read_only=True) as store:
        assert list(store.history.skipped()) == []
    assert read(merged) == [("a", 1, "Text a.")]


def test_a_kill_in_the_middle_of_taking_over_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, merged = tmp_path / "one.sqlite", tmp_path / "merged.sqlite"
    scrape(one, {f"https://a.test/{n}": f"Text {n}." for n in range(7)})
    monkeypatch.setattr("scraper.store.merging._BATCH", 3)

    class Killed(BaseException):
        pass

    with Store(merged) as store:
        run = store.begin_run(NOW, "{}")
        save, done = store.records.save, 0

        def save_some(*arguments: object) -> object:
            nonlocal done
            done += 1
            if done == 5:
                raise Killed
            return save(*arguments)  # type: ignore[arg-type]  # passed on as they came

        store.records.save = save_some  # type: ignore[assignment,method-assign]  # dies in the second batch
        with contextlib.suppress(Killed):
            store.merging.take_over(one, run)
    take_over(merged, one)
    assert [identity for identity, _, _ in read(merged)] == [str(n) for n in range(7)]


def test_sources_that_fail_are_those_of_a_partitions_last_run(tmp_path: Path) -> None:
    part, merged = tmp_path / "part.sqlite", tmp_path / "merged.sqlite"
    site = "https://a.test/"
    failed = Skipped(source=site, url=site, stage=Stage.FETCH, code=Reason.DNS, detail="unknown host")
    with Store(part) as store:
        store.sources.save_failure(site, site, failed, NOW)
    take_over(merged, part)
    with Store(merged, read_only=True) as store:
        assert [url.reason for url in store.history.skipped()] == ["dns"]
    with Store(part) as store:
        store.sources.forget_failures(site)
        store.sources.save(Source(url=site, site=site, kind="section", filters="", seen_at=NOW), had_new=True)
    take_over(merged, part)
    with Store(merged, read_only=True) as store:
        assert list(store.history.skipped()) == []
