import pytest

from scraper.store import Rhythm, Store


def note(store: Store, *days: int) -> None:
    for day in days:
        store.rhythms.note_new("a.test", f"2026-11-{day:02d}T00:00:00Z")


def look(store: Store, day: int) -> Rhythm:
    (rhythm,) = store.rhythms.all(f"2026-11-{day:02d}T00:00:00Z")
    return rhythm


def test_a_daily_site_is_silent_after_more_than_four_days(store: Store) -> None:
    note(store, 1, 2, 3, 4)
    assert look(store, 8).usual_gap_s == 86_400
    assert not look(store, 8).is_silent
    assert look(store, 9).is_silent


def test_a_night_is_no_silence(store: Store) -> None:
    for hour in range(7, 23):
        store.rhythms.note_new("a.test", f"2026-11-02T{hour:02d}:00:00Z")
    for moment, is_silent in (("03T06:30", False), ("03T22:00", False), ("03T22:30", True)):
        (rhythm,) = store.rhythms.all(f"2026-11-{moment}:00Z")
        assert rhythm.is_silent is is_silent, moment


def test_without_a_known_habit_no_site_is_silent(store: Store) -> None:
    note(store, 1, 2, 3)
    assert look(store, 29).usual_gap_s is None
    assert not look(store, 29).is_silent


def test_a_habit_changes_with_the_newest_gaps(store: Store) -> None:
    note(store, 1, 2, 3, 4, 14)
    usual = look(store, 14).usual_gap_s
    assert usual is not None
    assert 86_400 < usual < 5 * 86_400


@pytest.mark.fault(number=59)
def test_a_clock_that_went_back_makes_no_negative_gap(store: Store) -> None:
    note(store, 5, 4, 3, 2)
    assert look(store, 1).since_new_s == 0
    assert look(store, 1).usual_gap_s == 0
