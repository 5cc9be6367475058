from scraper.store import Source, Store


def source(**fields: str | bool) -> Source:
    return Source(
        **{"url": "u", "site": "s", "kind": "feed", "filters": "f", "seen_at": "2026-11-10T12:00:00Z"} | fields
    )  # type: ignore[arg-type]  # a dict of str


def test_validators_come_back_for_the_same_site_and_filters(store: Store) -> None:
    store.sources.save(source(etag='W/"1"', final_url="v"), had_new=True)
    assert store.sources.validators("s", "f") == {"u": ('W/"1"', None, "v")}
    assert store.sources.validators("other", "f") == {}


def test_validators_are_forgotten_under_other_filters(store: Store) -> None:
    store.sources.save(source(etag="1"), had_new=True)
    assert store.sources.validators("s", "since=2026") == {}


def test_a_source_without_validators_is_none_to_ask_with(store: Store) -> None:
    store.sources.save(source(), had_new=False)
    assert store.sources.validators("s", "f") == {}


def test_what_is_gone_is_remembered_for_its_time_and_comes_back_with_an_answer(store: Store) -> None:
    first, after = "2026-11-01T00:00:00Z", "2026-11-11T00:00:00Z"
    for runs in range(1, 4):
        assert store.sources.missing("s", "gone", first, runs=runs) == frozenset()
        store.sources.save(source(kind="gone", is_missing=True), had_new=False)
        assert store.sources.missing("s", "gone", first, runs=runs) == {"u"}
    assert store.sources.missing("s", "gone", after) == frozenset()
    assert store.sources.missing("s", "absent", first) == frozenset()
    assert store.sources.missing("other", "gone", first) == frozenset()
    assert store.history.find_source("u", "u") is None, "it was not read"
    store.sources.save(source(kind="sitemap"), had_new=True)
    assert store.sources.missing("s", "gone", first) == frozenset()
    store.sources.save(source(kind="gone", is_missing=True), had_new=False)
    assert store.sources.missing("s", "gone", first, runs=2) == frozenset(), "it was there in between"


def test_what_was_read_once_is_never_taken_for_absent(store: Store) -> None:
    first = "2026-11-01T00:00:00Z"
    store.sources.save(source(kind="absent", is_missing=True), had_new=False)
    assert store.sources.missing("s", "absent", first) == {"u"}
    store.sources.save(source(kind="sitemap", etag="1"), had_new=True)
    for _ in range(4):
        store.sources.save(source(kind="absent", is_missing=True), had_new=False)
    assert store.sources.missing("s", "absent", first) == frozenset()
    assert store.sources.validators("s", "f") == {}, "it is read in full once it is back"
