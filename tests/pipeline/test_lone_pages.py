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
    lone = LonePages(waiting_bytes=700)  # three of them packed are more
    ready = [found for number in range(4) for found in lone.admit(f"site {number}", page(number))]
    assert ready == [("site 0", page(0)), ("site 1", page(1))]
    assert list(lone.admit("site 0", page(9))) == [("site 0", page(9))]
    assert list(lone.admit("site 3", page(8))) == [("site 3", page(3)), ("site 3", page(8))]


def test_a_page_larger_than_all_room_does_not_wait() -> None:
    assert list(LonePages(waiting_bytes=10).admit("site", page(0))) == [("site", page(0))]
