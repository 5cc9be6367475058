from dataclasses import replace

from scraper.store import Change, Store
from tests.store.articles import FACTS, claim_url, make_article, save


def test_a_changed_text_is_a_new_version_and_both_are_kept(store: Store) -> None:
    assert save(store, "u").change is Change.NEW
    saved = save(store, "u", text="other", text_hash="other")
    assert (saved.change, saved.article.version) == (Change.UPDATED, 2)
    assert [article.version for _, article in store.records.after(0, 9)] == [1, 2]
    assert store.records.count() == 1


def test_the_same_text_is_not_kept_twice(store: Store) -> None:
    save(store, "u")
    assert save(store, "u").change is Change.UNCHANGED
    assert len(list(store.records.after(0, 9))) == 1


def test_another_address_of_an_article_makes_no_version(store: Store) -> None:
    save(store, "u")
    text = make_article().text + "\n\nPrinted from a.test"
    assert save(store, "https://a.test/print", text=text, text_hash="print").change is Change.DUPLICATE
    assert len(list(store.records.after(0, 9))) == 1


def test_articles_come_back_as_they_were(store: Store) -> None:
    article = replace(make_article(), authors=("A. Writer",), field_sources={"title": "h1"}, tags=("x", "ü"))
    claim, run = claim_url(store, "u")
    store.save_article(claim, article, run, FACTS)
    assert [kept for _, kept in store.records.after(0, 9)] == [article]


def test_records_come_in_the_order_they_were_saved(store: Store) -> None:
    for name in ("c", "a", "b"):
        save(store, name, id=name)
    assert [article.id for _, article in store.records.after(0, 9)] == ["c", "a", "b"]
    assert [article.id for _, article in store.records.after(1, 1)] == ["a"]


def test_different_articles_under_one_canonical_url_are_all_kept(store: Store) -> None:
    saved = [save(store, f"https://a.test/{n}", text=f"Text {n}.", text_hash=str(n)) for n in range(3)]
    assert [one.change for one in saved] == [Change.NEW] * 3
    assert len({one.article.id for one in saved}) == 3
    again = save(store, "https://a.test/2", text="Text 2, corrected.", text_hash="2a")
    assert (again.change, again.article.id, again.article.version) == (Change.UPDATED, saved[2].article.id, 2)


def test_a_version_says_which_fields_have_changed(store: Store) -> None:
    save(store, "u")
    saved = save(store, "u", title="Corrected", modified="2026-11-23", fetched_at="2026-11-23T10:00:00Z")
    assert (saved.change, saved.article.changed_fields) == (Change.UPDATED, ("title", "modified"))
    assert [article.changed_fields for _, article in store.records.after(0, 1)] == [()]


def test_what_changes_by_itself_makes_no_version(store: Store) -> None:
    save(store, "u")
    assert save(store, "u", image="https://a.test/2.jpg", tags=("new",), confidence=0.5).change is Change.UNCHANGED


def test_a_canonical_url_that_more_than_three_texts_name_is_none_of_them(store: Store) -> None:
    stated = {"canonical_url": "https://a.test/all", "field_sources": {"canonical_url": "link", "title": "h1"}}
    saved = [
        save(store, f"https://a.test/{n}", text=f"Text {n}.", text_hash=str(n), **stated).article for n in range(5)
    ]
    assert [article.canonical_url for article in saved] == ["https://a.test/all"] * 3 + [None] * 2
    assert saved[4].field_sources == {"title": "h1"}
    again = save(store, "https://a.test/1", text="Text 1.", text_hash="1", **stated)
    assert again.change is Change.UNCHANGED, "what is held is not written again for it"


def test_the_same_title_and_text_at_another_address_of_the_site_is_no_second_article(store: Store) -> None:
    first = save(store, "https://a.test/1", id="1" * 16, site="a.test")
    twin = save(store, "https://a.test/2", id="2" * 16, site="a.test")
    assert (twin.change, twin.article.id) == (Change.DUPLICATE, first.article.id)
    other_site = save(store, "https://b.test/1", id="3" * 16, site="b.test")
    other_title = save(store, "https://a.test/3", id="4" * 16, site="a.test", title="Another story")
    assert [one.change for one in (other_site, other_title)] == [Change.NEW] * 2


def test_an_address_that_grew_apart_from_its_twin_is_an_article_of_its_own(store: Store) -> None:
    save(store, "https://a.test/1", id="1" * 16, site="a.test")
    save(store, "https://a.test/2", id="2" * 16, site="a.test")
    apart = save(store, "https://a.test/2", id="2" * 16, site="a.test", text="New text.", text_hash="new")
    assert (apart.change, apart.article.id) == (Change.NEW, "2" * 16)
