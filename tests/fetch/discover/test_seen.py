import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from scraper.fetch.discover.seen import UNWANTED, SeenPages, mark_of


@given(st.dictionaries(st.text(), st.none() | st.text(min_size=1), max_size=300))
def test_what_was_entered_is_found(dates: dict[str, str | None]) -> None:
    seen = SeenPages()
    for key, date in dates.items():
        assert seen.find(key) is None
        seen.enter(key, mark_of(date))
    assert {key: seen.find(key) for key in dates} == {key: mark_of(date) for key, date in dates.items()}
    assert len(seen) == len(dates)


def test_marks_tell_dates_from_each_other_and_from_what_is_not_wanted() -> None:
    assert len({UNWANTED, mark_of(None), mark_of("2026-11-27"), mark_of("2026-11-28")}) == 4


def test_a_page_takes_some_thirty_bytes() -> None:
    pages = 60_000
    tracemalloc.start()
    seen = SeenPages()
    for number in range(pages):
        seen.enter(f"https://a.test/2026/11/27/a-story-with-a-long-name-{number}", mark_of("2026-11-27"))
    held_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held_bytes / pages < 40
