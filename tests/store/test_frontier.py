from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scraper.reasons import Reason, Stage
from scraper.records import Skipped
from scraper.store import Answer, Claim, FetchFacts, Offer, Offered, Retry, Store
from scraper.store.recheck import MIN_ALIKE
from tests.store.articles import make_article

SITE = "https://a.test/"
START = datetime(2026, 11, 10, 12, tzinfo=UTC)
FACTS = FetchFacts(
    fetched_at="2026-11-10T12:00:00Z",
    attempts=1,
    status=200,
    final_url="https://a.test/final",
    etag='"1"',
    body_hash="00",
)


def offer(store: Store, run: int, *names: str, date: str = "", again: bool = False) -> dict[Offered, int]:
    offers = [Offer(key=SITE + name, url=SITE + name, hint_date=date) for name in names]
    return dict(store.frontier.offer(SITE, offers, run, again=again))


def begin(store: Store) -> int:
    return store.begin_run("2026-11-10T11:00:00Z", "{}")


def fetch_one(store: Store, run: int) -> str:
    (claim,) = store.frontier.claim(SITE, run, 1)
    store.outcomes.finish_article(claim, "id-" + claim.url, "new", run, FACTS)
    return claim.url


def at_hour(hour: int) -> str:
    return (START + timedelta(hours=hour)).strftime("%Y-%m-%dT%H:%M:%SZ")


def save_article(store: Store, claim: Claim, run: int) -> None:
    store.save_article(claim, replace(make_article(), id=claim.key), run, FACTS)


def test_an_offered_url_is_claimed_once(store: Store) -> None:
    run = begin(store)
    assert offer(store, run, "a", "a") == {Offered.NEW: 1, Offered.REPEATED: 1}
    assert [claim.url for claim in store.frontier.claim(SITE, run, 5)] == [SITE + "a"]
    assert store.frontier.claim(SITE, run, 5) == []


def test_the_newest_are_claimed_first(store: Store) -> None:
    run = begin(store)
    offer(store, run, "undated")
    offer(store, run, "old", date="2026-01-01T00:00:00Z")
    offer(store, run, "new", date="2026-02-01T00:00:00Z")
    assert [claim.url for claim in store.frontier.claim(SITE, run, 5)] == [SITE + n for n in ("new", "old", "undated")]


def test_a_known_url_waits_again_only_for_a_newer_date_in_its_source(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a", date="2026-11-01T00:00:00Z")
    fetch_one(store, run)
    second = begin(store)
    assert offer(store, second, "a", date="2026-11-01T00:00:00Z") == {Offered.KNOWN: 1}
    assert store.frontier.claim(SITE, second, 1) == []
    third = begin(store)
    assert offer(store, third, "a", date="2026-11-02T00:00:00Z") == {Offered.NEWER: 1}
    (claim,) = store.frontier.claim(SITE, third, 1)
    assert (claim.etag, claim.body_hash, claim.record_id) == ('"1"', "00", "id-" + SITE + "a")
    assert claim.final_url == "https://a.test/final", "what the validators are of"


def test_validators_of_one_address_are_forgotten_when_redirects_end_at_another(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    fetch_one(store, run)
    for final_url, etag in (("https://a.test/final", '"1"'), (None, '"1"'), ("https://a.test/other", None)):
        offer(store, begin(store), "a", again=True)
        (claim,) = store.frontier.claim(SITE, begin(store), 1)
        store.outcomes.note_answer(claim, Answer(response_ms=1, wire_bytes=1, body_bytes=1, final_url=final_url))
        held = store.frontier.find(claim.key)
        assert held is not None
        assert held.etag == etag
        store.outcomes.finish_unchanged(claim, begin(store), "2026-11-10T12:00:00Z")


def test_a_url_first_found_without_a_date_is_compared_with_its_fetch(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    fetch_one(store, run)
    assert offer(store, begin(store), "a", date="2026-11-10T11:59:59Z") == {Offered.KNOWN: 1}


def test_an_article_that_no_source_dates_is_looked_at_again_ever_more_rarely(store: Store) -> None:
    run = store.begin_run(at_hour(0), "{}")
    offers = [Offer(key=SITE + name, url=SITE + name) for name in "ab"]
    store.frontier.offer(SITE, offers, run)
    article, other = store.frontier.claim(SITE, run, 2)
    save_article(store, article, run)
    listing = Skipped(source=SITE + "b", stage=Stage.CLEAN, code=Reason.LISTING, detail="links")
    store.outcomes.finish_skipped(other, listing, run, at_hour(0), None)
    looks = []
    for hour in range(1, 24 * 9):
        now = at_hour(hour)
        run = store.begin_run(now, "{}")
        store.frontier.offer(SITE, offers, run, now=now)
        for claim in store.frontier.claim(SITE, run, 5):
            assert claim.url == SITE + "a"
            looks.append(hour)
            store.outcomes.finish_unchanged(claim, run, now)
            store.frontier.offer(SITE, offers, run, now=now)
            assert store.frontier.claim(SITE, run, 5) == [], "once in a run"
    assert looks == [1, 4, 16, 64]


def test_an_article_that_some_source_dates_is_not_looked_at_again(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a", date="2026-11-01T00:00:00Z")
    (claim,) = store.frontier.claim(SITE, run, 1)
    save_article(store, claim, run)
    second = begin(store)
    store.frontier.offer(SITE, [Offer(key=SITE + "a", url=SITE + "a")], second, now=at_hour(3))
    assert store.frontier.claim(SITE, second, 1) == []


def dated_alike(now: str, *, count: int = MIN_ALIKE - 1) -> list[Offer]:
    return [Offer(key=f"{SITE}other{number}", url=f"{SITE}other{number}", hint_date=now) for number in range(count)]


def test_a_source_that_dates_all_its_articles_anew_each_time_is_believed_ever_more_rarely_but_once_a_day(
    store: Store,
) -> None:
    run = store.begin_run(at_hour(0), "{}")
    store.frontier.offer(SITE, [Offer(key=SITE + "a", url=SITE + "a", hint_date=at_hour(0))], run, now=at_hour(0))
    (claim,) = store.frontier.claim(SITE, run, 1)
    save_article(store, claim, run)
    looks = []
    for half_hour in range(1, 2 * 24 * 5):
        now = (START + timedelta(minutes=30 * half_hour)).strftime("%Y-%m-%dT%H:%M:%SZ")
        run = store.begin_run(now, "{}")
        counts = store.frontier.offer(
            SITE, [*dated_alike(now), Offer(key=SITE + "a", url=SITE + "a", hint_date=now)], run, now=now
        )
        claims = [claim for claim in store.frontier.claim(SITE, run, 99) if claim.key == SITE + "a"]
        assert counts[Offered.NEWER] + counts[Offered.DOUBTED] == 1
        assert counts[Offered.NEWER] == len(claims)
        for claim in claims:
            looks.append(half_hour / 2)
            store.outcomes.finish_unchanged(claim, run, now)
    assert looks == [0.5, 2, 8, 32, 56, 80, 104]


@pytest.mark.parametrize("are_old", [False, True], ids=["each by itself", "all others as when they were brought there"])
def test_a_date_of_an_articles_own_is_believed_each_time(store: Store, are_old: bool) -> None:
    run = store.begin_run(at_hour(0), "{}")
    store.frontier.offer(SITE, [Offer(key=SITE + "a", url=SITE + "a", hint_date=at_hour(0))], run, now=at_hour(0))
    (claim,) = store.frontier.claim(SITE, run, 1)
    save_article(store, claim, run)
    others = [
        replace(other, hint_date=at_hour(-9 if are_old else -number))
        for number, other in enumerate(dated_alike("", count=2 * MIN_ALIKE))
    ]
    for hour in range(1, 5):
        run = store.begin_run(at_hour(hour), "{}")
        dated = Offer(key=SITE + "a", url=SITE + "a", hint_date=at_hour(hour))
        assert store.frontier.offer(SITE, [dated, *others], run, now=at_hour(hour))[Offered.NEWER] == 1
        for claim in store.frontier.claim(SITE, run, 99):
            if claim.key == SITE + "a":
                store.outcomes.finish_unchanged(claim, run, at_hour(hour))


def test_a_date_that_was_doubted_is_believed_later_and_one_after_a_true_one_at_once(store: Store) -> None:
    run = store.begin_run(at_hour(0), "{}")
    given = Offer(key=SITE + "a", url=SITE + "a", hint_date=at_hour(0))
    for hour, offered in ((0, 0), (1, 1), (2, 2), (4, 2), (5, 5)):
        run = store.begin_run(at_hour(hour), "{}")
        dated = replace(given, hint_date=at_hour(offered))
        counts = store.frontier.offer(SITE, [dated, *dated_alike(at_hour(offered))], run, now=at_hour(hour))
        claims = [claim for claim in store.frontier.claim(SITE, run, 99) if claim.key == SITE + "a"]
        assert [kind for kind in counts if kind is Offered.DOUBTED] == [Offered.DOUBTED] * (hour == 2)
        assert len(claims) == (hour != 2)
        for claim in claims:
            if hour == 1:
                store.outcomes.finish_unchanged(claim, run, at_hour(hour))
            else:
                article = replace(make_article(), id=claim.key, text=f"Hour {hour}.", text_hash=f"{hour:02}")
                store.save_article(claim, article, run, replace(FACTS, fetched_at=at_hour(hour)))


def test_a_second_source_with_a_later_date_does_not_fetch_twice_in_one_run(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a", date="2026-11-01T00:00:00Z")
    fetch_one(store, run)
    assert offer(store, run, "a", date="2026-11-02T00:00:00Z") == {Offered.REPEATED: 1}
    assert offer(store, begin(store), "a", date="2026-11-02T00:00:00Z") == {Offered.KNOWN: 1}


def test_a_page_changed_after_its_fetch_is_fetched_again_in_the_same_run(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a", date="2026-11-01T00:00:00Z")
    fetch_one(store, run)
    offer(store, run, "a", date="2026-11-10T12:00:01Z")
    assert fetch_one(store, run) == SITE + "a"
    assert offer(store, begin(store), "a", date="2026-11-10T12:00:01Z") == {Offered.KNOWN: 1}


def test_pages_asked_for_by_name_are_fetched_again_and_others_left(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    fetch_one(store, run)
    offer(store, run, "left-over")
    second = begin(store)
    assert offer(store, second, "a", again=True) == {Offered.NEWER: 1}
    assert [c.url for c in store.frontier.claim(SITE, second, 9, asked_only=True)] == [SITE + "a"]


def test_a_url_that_the_run_has_is_not_given_out_again_when_it_is_asked_for_once_more(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a", again=True)
    assert len(store.frontier.claim(SITE, run, 5)) == 1
    assert offer(store, run, "a", again=True) == {Offered.REPEATED: 1}
    assert store.frontier.claim(SITE, run, 5) == []


def test_of_a_url_that_a_batch_lists_twice_the_later_date_stays(store: Store) -> None:
    run = begin(store)
    offers = [Offer(key=SITE + "a", url=SITE + "a", hint_date=date) for date in ("", "2026-11-05T00:00:00Z", "")]
    store.frontier.offer(SITE, offers, run)
    offer(store, run, "b", date="2026-11-01T00:00:00Z")
    assert [claim.url for claim in store.frontier.claim(SITE, run, 5)] == [SITE + "a", SITE + "b"]


def test_leases_of_a_dead_run_are_given_back(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    store.frontier.claim(SITE, run, 1)
    second = begin(store)
    assert [claim.url for claim in store.frontier.claim(SITE, second, 1)] == [SITE + "a"]


def test_a_failed_url_wakes_when_its_time_has_come(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    (claim,) = store.frontier.claim(SITE, run, 1)
    skipped = Skipped(source="a", stage=Stage.FETCH, code=Reason.TIMEOUT, detail="no answer", attempts=3)
    retry = Retry(next_at="2026-11-10T13:00:00Z", failures=2)
    store.outcomes.finish_skipped(claim, skipped, run, "2026-11-10T12:00:00Z", retry)
    store.frontier.wake_failed(SITE, "2026-11-10T12:59:59Z", "2026-11-11T12:59:59Z")
    assert store.frontier.claim(SITE, run, 1) == []
    store.frontier.wake_failed(SITE, "2026-11-10T13:00:00Z", "2026-11-11T13:00:00Z")
    (claim,) = store.frontier.claim(SITE, run, 1)
    assert claim.failures == 2


@pytest.mark.parametrize(("status", "wakes"), [(404, True), (429, False)])
def test_a_failed_url_wakes_before_its_time_for_a_newer_date_unless_a_server_asks_for_patience(
    store: Store, status: int, wakes: bool
) -> None:
    run = begin(store)
    offer(store, run, "a", date="2026-11-10T10:00:00Z")
    (claim,) = store.frontier.claim(SITE, run, 1)
    code = Reason.HTTP_CLIENT_ERROR
    skipped = Skipped(source="a", stage=Stage.FETCH, code=code, detail="refused", status=status, attempts=1)
    store.outcomes.finish_skipped(
        claim, skipped, run, "2026-11-10T12:00:00Z", Retry(next_at="2026-11-13T12:00:00Z", failures=4)
    )
    run = begin(store)
    offer(store, run, "a", date="2026-11-10T10:00:00Z")
    assert store.frontier.claim(SITE, run, 1) == []
    offer(store, run, "a", date="2026-11-10T13:00:00Z")
    assert [claim.url for claim in store.frontier.claim(SITE, run, 1)] == ([SITE + "a"] if wakes else [])


def test_an_alias_stands_for_the_url_it_led_to(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    (claim,) = store.frontier.claim(SITE, run, 1)
    store.outcomes.finish_article(claim, "id", "new", run, FACTS)
    store.frontier.add_aliases(claim, [SITE + "final"])
    assert offer(store, begin(store), "final") == {Offered.KNOWN: 1}


def test_another_site_takes_over_what_waits(store: Store) -> None:
    run = begin(store)
    offer(store, run, "a")
    store.frontier.offer("https://b.test/", [Offer(key=SITE + "a", url=SITE + "a")], run)
    assert store.frontier.claim(SITE, run, 1) == []
    assert len(store.frontier.claim("https://b.test/", run, 1)) == 1
