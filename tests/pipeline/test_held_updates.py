"""What a site says at every address does not replace the records that it gave before."""

import re
from dataclasses import replace
from typing import Any

import pytest

from scraper.pipeline import UrlEvent
from scraper.pipeline.events import Result
from scraper.pipeline.held_updates import ENOUGH_PAGES, FEW_PAGES, HeldUpdates
from scraper.pipeline.watch import StopReason
from scraper.reasons import Reason
from scraper.store import Store
from tests.pipeline.fakes import SITE, Bench, Recorder
from tests.store.articles import make_article


class AnyTo(dict[str, str]):
    """Redirects from everywhere to one address."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target

    def get(self, key: str, default: Any = None) -> Any:
        return self._target


MOVING = """We are moving to another house this week, and our old one is empty.
Whoever comes to one of our stories may see this text for some hours.
We thank all readers for their patience and for the many letters of the last days."""


def story(number: int) -> str:
    return f"The story of ship {number}\n" + "\n".join(
        f"On day {day} of voyage {number} it was {day * number} degrees, and the mate wrote of {number * 31 + day} gulls."
        for day in range(6)
    )


@pytest.fixture
def held(bench: Bench) -> Bench:
    """A bench whose state has ten stories, all of which their source then calls changed."""
    for number in range(10):
        bench.web.add(str(number), story(number), date="2026-11-01")
    bench.run()
    for url in bench.web.pages:
        bench.web.listed[SITE][url] = "2026-11-02"
    return bench


def change_all(bench: Bench, text: str, *, is_with_nonce: bool) -> None:
    for number, url in enumerate(bench.web.pages):
        bench.web.pages[url] = f"{text}\nRequest {number}" if is_with_nonce else text


@pytest.mark.fault(number=48)
@pytest.mark.parametrize("is_with_nonce", [False, True])
def test_one_text_at_all_addresses_replaces_no_record(held: Bench, is_with_nonce: bool) -> None:
    before = held.output.read_bytes()
    change_all(held, MOVING, is_with_nonce=is_with_nonce)
    tally = held.run().sites["a.test"]
    assert held.output.read_bytes() == before
    assert (tally.updated, tally.skipped) == (0, {Reason.REPEATED: 10})


def test_the_newer_version_is_fetched_once_the_site_is_itself_again(held: Bench) -> None:
    change_all(held, MOVING, is_with_nonce=True)
    held.run()
    for number, url in enumerate(held.web.pages):
        held.web.pages[url] = f"{story(number)}\nCorrected."
    assert held.run().sites["a.test"].updated == 10


def test_an_article_that_was_written_anew_is_kept(held: Bench) -> None:
    for number, url in enumerate(held.web.pages):
        held.web.pages[url] = story(number + 100)
    assert held.run().sites["a.test"].updated == 10


def test_one_update_among_new_pages_of_the_same_text_is_none(held: Bench) -> None:
    first, *others = held.web.pages
    for url in others:
        held.web.listed[SITE][url] = "2026-11-01"
    held.web.pages[first] = MOVING
    for number in range(2):
        held.web.add(f"new{number}", f"{MOVING}\nRequest {number}", date="2026-10-01")
    tally = held.run().sites["a.test"]
    assert (tally.new, tally.updated, tally.skipped) == (2, 0, {Reason.REPEATED: 1})


def test_updates_and_a_new_page_of_the_same_text_are_counted_together(held: Bench) -> None:
    first, second, *others = held.web.pages
    for url in others:
        held.web.listed[SITE][url] = "2026-11-01"
    held.web.pages |= {first: f"{MOVING}\nRequest 1", second: f"{MOVING}\nRequest 2"}
    held.web.add("new", f"{MOVING}\nRequest 3", date="2026-11-30")
    assert held.run().sites["a.test"].updated == 0


def add_twin(bench: Bench, kind: str) -> list[str]:
    """An article that stands at three addresses, which lead to one or have near copies each."""
    urls = [bench.web.add(name, "") for name in ("sport", "world", "amp")]
    if kind == "one address":
        bench.web.redirected = dict.fromkeys(urls, urls[0])
    return urls


def write(bench: Bench, urls: list[str], number: int, date: str) -> None:
    for hour, url in enumerate(urls):  # the newest first
        bench.web.pages[url] = f"{story(number)}\nAt {url}."
        bench.web.listed[SITE][url] = f"{date}T0{hour}:00:00Z"


@pytest.mark.parametrize("kind", ["one address", "near copies"])
def test_an_article_at_three_addresses_that_is_written_anew_is_updated(bench: Bench, kind: str) -> None:
    urls = add_twin(bench, kind)
    write(bench, urls, 1, "2026-11-01")
    assert bench.run().sites["a.test"].new in (1, 3)
    for number, date in ((2, "2026-11-02"), (3, "2026-11-03")):
        write(bench, urls, number, date)
        tally = bench.run().sites["a.test"]
        assert tally.updated >= 1
        assert Reason.REPEATED not in tally.skipped
    assert story(3) in {str(record["text"]).rpartition("\nAt")[0] for record in bench.records()}


def test_an_address_of_an_article_that_comes_a_run_later_is_updated_too(bench: Bench) -> None:
    urls = add_twin(bench, "near copies")
    write(bench, urls, 1, "2026-11-01")
    bench.run()
    for number, url in enumerate(urls):
        write(bench, [url], 2, f"2026-11-1{number}")
        assert bench.run().sites["a.test"].updated == 1


def test_a_text_that_came_to_a_second_address_is_no_wall(held: Bench) -> None:
    first, *others = held.web.pages
    for url in others:
        held.web.listed[SITE][url] = "2026-11-01"
    held.web.pages[first] = story(77)
    held.web.add("new", f"{story(77)}\nHere, too.", date="2026-10-01")
    tally = held.run().sites["a.test"]
    assert (tally.new, tally.updated) == (1, 1)


def test_twins_that_come_together_both_come(bench: Bench) -> None:
    for name in "ab":
        bench.web.add(name, story(1) + f"\nFrom desk {name}.")
    assert bench.run().sites["a.test"].new == 2


def change_few(bench: Bench, count: int, text: str) -> None:
    for number, url in enumerate(bench.web.pages):
        if number < count:
            bench.web.pages[url] = f"{text}\nRequest {number}"
        else:
            bench.web.listed[SITE][url] = "2026-11-01"


@pytest.mark.fault(number=48)
@pytest.mark.parametrize("count", [1, 2])
def test_what_a_site_says_where_it_has_no_page_replaces_no_record(held: Bench, count: int) -> None:
    before = held.output.read_bytes()
    change_few(held, count, MOVING)
    held.web.elsewhere = f"{MOVING}\nRequest 99"
    tally = held.run().sites["a.test"]
    assert held.output.read_bytes() == before
    assert (tally.updated, tally.skipped) == (0, {Reason.REPEATED: count})
    assert len(held.web.probed) == 1, "together they ask once"
    assert re.fullmatch(rf"{SITE}no-such-page-\w+", held.web.probed[0])


@pytest.mark.parametrize("elsewhere", [Reason.HTTP_CLIENT_ERROR, Reason.ROBOTS, story(99), "Not here"])
def test_a_few_articles_that_were_written_anew_are_kept_whatever_a_site_says_elsewhere(
    held: Bench, elsewhere: Any
) -> None:
    change_few(held, 2, story(77))
    held.web.elsewhere = elsewhere
    assert held.run().sites["a.test"].updated == 2


def test_updates_that_say_what_their_records_said_ask_nowhere_else(held: Bench) -> None:
    for number, url in enumerate(held.web.pages):
        held.web.pages[url] = f"{story(number)}\nCorrected."
    assert held.run().sites["a.test"].updated == 10
    assert held.web.probed == []


def test_an_address_without_a_page_that_leads_to_the_update_tells_nothing(held: Bench) -> None:
    change_few(held, 1, story(77))
    held.web.elsewhere, held.web.redirected = story(77), AnyTo(next(iter(held.web.pages)))
    assert held.run().sites["a.test"].updated == 1


@pytest.mark.parametrize("is_its_own", [True, False])
def test_a_site_that_finds_its_articles_by_a_number_tells_by_their_canonical_url(
    held: Bench, *, is_its_own: bool
) -> None:
    first = next(iter(held.web.pages))
    change_few(held, 1, "")
    canonical = first if is_its_own else f"{SITE}elsewhere"
    held.web.pages[first] = held.web.elsewhere = f"canonical {canonical}\n{story(77)}"
    assert held.run().sites["a.test"].updated == is_its_own
    assert len(held.web.probed) == 1


def test_a_run_that_is_stopped_at_once_leaves_its_updates_to_the_next_one(held: Bench) -> None:
    first, second, *others = held.web.pages
    for url in others:
        held.web.listed[SITE][url] = "2026-11-01"
    held.web.pages[first] = MOVING

    def stop(recorder: Recorder, event: UrlEvent) -> None:
        recorder.stop(StopReason.SIGTERM)

    recorder = Recorder(on_event=stop)
    assert held.run(watcher=recorder).sites["a.test"].waiting == 1
    assert [(event.url, event.outcome) for event in recorder.events] == [(second, Result.UNCHANGED)]
    with Store(held.folder / "state.sqlite") as store:
        assert store.frontier.count_waiting(SITE) == 1
    assert held.run().sites["a.test"].updated == 1  # the site's last page: nothing speaks against it


async def test_an_update_waits_for_so_many_pages_of_its_site() -> None:
    updates = HeldUpdates()
    held = [updates.hold(replace(make_article(), text=f"Text {number}"), make_article()) for number in range(3)]
    for _ in range(ENOUGH_PAGES - 1):
        updates.note_page()
    assert not any(update.is_alone.done() for update in held)
    updates.note_page()
    assert all([await update.is_alone for update in held])


async def test_where_a_run_is_stopped_a_few_pages_tell_enough() -> None:
    updates = HeldUpdates()
    held = updates.hold(make_article(), make_article())
    for _ in range(FEW_PAGES):
        updates.note_page()
    held.end(is_stopped=True)
    assert await held.is_alone
