import random
import time
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from scraper.pipeline.lone_pages import LonePages
from scraper.records import Page


def page(number: int, size: int = 200) -> Page:
    return Page(body=b"<p>%d" % number + bytes(range(256)) * (size // 256 + 1), source=f"{number}.html")


@given(st.lists(st.sampled_from("abcdef"), max_size=30))
def test_every_page_of_a_site_with_several_comes_once_and_a_lone_one_never(sites: list[str]) -> None:
    pages = [(site, page(number)) for number, site in enumerate(sites)]
    lone = LonePages()
    ready = [found for site, one in pages for found in lone.admit(site, one)]
    times = Counter(sites)
    assert sorted(ready, key=lambda found: found[1].source) == sorted(
        ((site, one) for site, one in pages if times[site] > 1), key=lambda found: found[1].source
    )


def test_where_there_is_no_more_room_the_one_that_waits_longest_goes_first() -> None:
    lone = LonePages(waiting_bytes=3_000)  # three of them are more
    ready = [found for number in range(4) for found in lone.admit(f"site {number}", page(number))]
    assert ready == [("site 0", page(0)), ("site 1", page(1))]
    assert list(lone.admit("site 0", page(9))) == [("site 0", page(9))]
    assert list(lone.admit("site 3", page(8))) == [("site 3", page(3)), ("site 3", page(8))]


def test_a_page_larger_than_all_room_does_not_wait_and_sends_nobody_away() -> None:
    lone = LonePages(waiting_bytes=2_000)
    large = Page(body=random.Random(7).randbytes(5_000), source="large.html")
    assert not list(lone.admit("small", page(0)))
    assert list(lone.admit("large", large)) == [("large", large)]
    assert list(lone.admit("small", page(1))) == [("small", page(0)), ("small", page(1))]


def test_what_waits_is_bounded_whatever_their_number_and_costs_the_same_for_each() -> None:
    lone = LonePages(waiting_bytes=200_000)
    tiny = Page(body=b"<p>", source="tiny.html")

    def admit(numbers: range) -> float:
        began = time.process_time()
        for number in numbers:
            list(lone.admit(f"site {number}", tiny))
        return time.process_time() - began

    first = admit(range(20_000))
    assert admit(range(20_000, 60_000)) < 4 * max(
        first, 0.1
    )  # quadratic while the dictionary's front was searched: 5 and more
    assert len(lone._waiting) < 250
