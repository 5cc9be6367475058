import json
from pathlib import Path

import pytest

from scraper.errors import StateError, UsageError
from scraper.pipeline import clean_dump, export, failed_urls, report, why
from scraper.reasons import Reason
from tests.pipeline.fakes import Bench


def test_why_tells_what_became_of_a_url(bench: Bench) -> None:
    good = bench.web.add("good", "Story", date="2026-11-01")
    bad = bench.web.add("bad", Reason.TIMEOUT)
    bench.run()
    state = bench.folder / "state.sqlite"
    known = why(state, good)
    assert known is not None
    assert (known.state, known.outcome, known.versions, known.status) == ("done", "new", 1, 200)
    known = why(state, bad)
    assert known is not None
    assert (known.state, known.reason, known.failures, known.detail) == ("failed", "timeout", 1, "as told")
    assert why(state, good + "?never-seen") is None


def test_why_wants_a_url(bench: Bench) -> None:
    bench.run()
    with pytest.raises(UsageError):
        why(bench.folder / "state.sqlite", "no url")


def test_failed_urls_are_listed_with_their_reasons(bench: Bench) -> None:
    bench.web.add("good", "Story")
    bench.web.add("slow", Reason.TIMEOUT)
    bench.web.add("gone", Reason.HTTP_CLIENT_ERROR)
    bench.run()
    state = bench.folder / "state.sqlite"
    assert {url.reason for url in failed_urls(state)} == {"timeout", "http_4xx"}
    assert [url.url for url in failed_urls(state, Reason.TIMEOUT)] == ["https://a.test/slow"]


def test_a_start_page_that_fails_is_told_until_it_answers(bench: Bench) -> None:
    state = bench.folder / "state.sqlite"
    bench.run("https://lost.test/")
    known = why(state, "https://lost.test")  # written as people write it
    assert known is not None
    assert (known.state, known.outcome, known.reason, known.detail) == ("source", "skipped", "dns", "unknown host")
    assert [(url.url, url.site) for url in failed_urls(state, Reason.DNS)] == [("https://lost.test/",) * 2]
    assert failed_urls(state, Reason.TIMEOUT) == []
    bench.web.add("good", "Story", site="https://lost.test/")
    bench.run("https://lost.test/")
    assert failed_urls(state) == []
    assert why(state, "https://lost.test/") is None


def test_a_site_whose_discovery_breaks_is_told(bench: Bench) -> None:
    bench.web.broken = "https://a.test/"
    bench.run()
    (failed,) = failed_urls(bench.folder / "state.sqlite")
    assert (failed.url, failed.reason) == ("https://a.test/", "crashed")


def test_a_source_that_was_read_is_told(bench: Bench) -> None:
    bench.web.add("good", "Story")
    bench.run()
    known = why(bench.folder / "state.sqlite", "https://a.test/feed")
    assert known is not None
    assert (known.state, known.outcome, known.reason) == ("source", "read", None)


def test_why_tells_of_a_saved_page_without_an_address_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    page = tmp_path / "saved" / "page.html"
    page.write_text("<title>Harbour</title><h1>Harbour</h1>")
    state = tmp_path / "state.sqlite"
    (skipped,) = clean_dump([page.parent], state=state, output=tmp_path / "out.jsonl")
    (failed,) = failed_urls(state)
    known = why(state, failed.url)
    assert known is not None
    assert (known.url, known.reason) == (skipped.source, "empty")


def test_why_tells_of_a_saved_page_with_an_address_by_the_place_where_it_was_met_first(tmp_path: Path) -> None:
    rows = [{"url": f"https://a.test/{name}", "html": "<title>Harbour</title><h1>Harbour</h1>"} for name in "xyx"]
    table, state = tmp_path / "rows.jsonl", tmp_path / "state.sqlite"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows))
    first, second, again = clean_dump([table], state=state, output=tmp_path / "out.jsonl")
    for outcome in (first, second):
        known = why(state, outcome.source)
        assert known is not None
        assert (known.url, known.found_in, known.reason) == (outcome.url, outcome.source, "empty")
    with pytest.raises(UsageError, match=r"knows saved pages by their address, .* `scraper inspect PLACE`.*2>events"):
        why(state, again.source)


@pytest.mark.parametrize("place", ["none.zip!a.html", "crawl.warc.gz@17", "saved/page.html"])
def test_why_of_an_unknown_place_says_what_answers(
    tmp_path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    bench.run()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "page.html").touch()
    with pytest.raises(UsageError, match=r"no page of this place is in .*: `scraper inspect PLACE`"):
        why(bench.folder / "state.sqlite", place)


def test_a_state_that_is_not_there_is_told(tmp_path: Path) -> None:
    for ask in (
        report,
        failed_urls,
        lambda state: why(state, "https://a.test/"),
        lambda s: export(s, tmp_path / "a.csv"),
    ):
        with pytest.raises(StateError, match=r"nope\.sqlite: no state file here: name the one that"):
            ask(tmp_path / "nope.sqlite")
    assert [*tmp_path.iterdir()] == []
