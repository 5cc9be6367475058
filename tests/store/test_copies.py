import pytest

from scraper.store import Saved, Store
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
