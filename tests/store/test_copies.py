import pytest

from scraper.store import Saved, Store
from scraper.store.story import tell_other_numbers
from tests.store.articles import make_text, save


def save_text(store: Store, name: str, text: str) -> Saved:
    return save(store, f"https://{name}.test/story", id=name, site=f"{name}.test", text=text, text_hash=text[:16])


@pytest.mark.fault(number=66)
def test_a_copy_on_another_site_and_in_another_run_is_kept_and_linked(store: Store) -> None:
    save_text(store, "agency", make_text(1))
    save_text(store, "other", make_text(2))
    saved = save_text(store, "paper", "Our correspondent. " + make_text(1))
    assert saved.article.duplicate_of == "agency"
    assert [article.duplicate_of for _, article in store.records.after(0, 9)] == [None, None, "agency"]


def test_a_copy_of_a_copy_is_linked_to_the_original(store: Store) -> None:
    words = make_text(1).split()
    save_text(store, "first", " ".join(words))
    save_text(store, "second", " ".join(words[20:]))
    assert save_text(store, "third", " ".join(words[30:])).article.duplicate_of == "first"


def test_a_corrected_original_does_not_become_its_copys_copy(store: Store) -> None:
    save_text(store, "first", make_text(1))
    save_text(store, "second", make_text(1) + " at the end")
    corrected = save_text(store, "first", make_text(1) + " at the end, corrected")
    assert (corrected.article.version, corrected.article.duplicate_of) == (2, None)


def test_versions_of_one_article_are_no_copies_of_each_other(store: Store) -> None:
    save_text(store, "first", make_text(1))
    assert save_text(store, "first", make_text(1) + " more").article.duplicate_of is None


def test_short_texts_are_not_linked(store: Store) -> None:
    for name in ("a", "b"):
        assert save_text(store, name, "No comments yet.").article.duplicate_of is None


def report(size: float, depth: int, clock: str, day: int) -> str:
    return (
        f"An earthquake of magnitude {size} was recorded off the coast of the peninsula at {clock} on {day} November 2026, the"
        f" seismological office said. Its centre lay {depth} km under the sea floor, and {depth + 31} km from the nearest town. No"
        " damage was reported, and no warning of a tsunami was given. People who felt the quake are asked to fill in the form of"
        " the office. This report was written by a program of the newsroom and read by an editor before it was published."
    )


def test_reports_by_one_form_that_tell_other_numbers_are_no_copies(store: Store) -> None:
    save_text(store, "first", report(4.5, 12, "10:32", 3))
    assert save_text(store, "second", report(3.9, 40, "07:15", 9)).article.duplicate_of is None
    assert save_text(store, "third", report(4.5, 12, "10:32", 3) + " It was the third.").article.duplicate_of == "first"


@pytest.mark.parametrize(
    "copy", ["١٢٠٠، ٣٤٥٠٠، ٤٥، ٩٠٠٠٠٠٠", "1 200, 34.500, 45, 9 000 000", "1200; 34500; 45; 9000000"]
)
def test_copies_may_write_their_numbers_otherwise(copy: str) -> None:
    assert not tell_other_numbers("1,200, 34,500, 45, 9,000,000", copy)
