"""Robots.txt and its failures (RFC 9309, section 2.3)."""

import time
import traceback
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scraper.errors import FetchError, UsageError
from scraper.fetch import Fetched, Fetcher, HostRecord
from scraper.fetch.robots import MIN_AGE_S
from scraper.fetch.robots_rules import MAX_BYTES
from scraper.pipeline.retry import plan_retry
from scraper.records import Skipped
from tests.fetch.conftest import Fetch, make_settings, reason_of, text_of
from tests.fetch.fault_server import PAGE, FaultServer, Route, answer, drip, redirect, reset, silence

FORBIDS_ALL = b"User-agent: *\nDisallow: /\n"


async def assert_waits_for_robots_txt(server: FaultServer, fetch: Fetch, robots: Route, reason: str) -> None:
    """Nothing is fetched, robots.txt is asked for again, and the page waits for a later run."""
    server.routes |= {"/robots.txt": robots, "/": answer()}
    result = await fetch("/")
    assert reason_of(result) == reason
    assert [asked.path for asked in server.asked] == ["/robots.txt"] * 3
    assert plan_retry(result, 0, datetime.now(UTC)) is not None  # type: ignore[arg-type]  # a Skipped, checked above


@pytest.mark.fault(number=29)
async def test_a_500_for_robots_txt_forbids_everything_for_now(server: FaultServer, fetch: Fetch) -> None:
    await assert_waits_for_robots_txt(server, fetch, answer(b"", 500), "robots_unreachable")


@pytest.mark.fault(number=30)
async def test_no_answer_for_robots_txt_forbids_everything_for_now(server: FaultServer, fetch: Fetch) -> None:
    await assert_waits_for_robots_txt(server, fetch, silence, "robots_unreachable")


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        (answer(b"", 503), "robots_unreachable"),
        (reset, "connect"),
        (b"", "connect"),
        (answer(FORBIDS_ALL)[:-5], "robots_unreachable"),
    ],
    ids=["503", "reset", "empty_reply", "truncated"],
)
async def test_so_do_other_failures_to_get_it(server: FaultServer, fetch: Fetch, robots: Route, reason: str) -> None:
    await assert_waits_for_robots_txt(server, fetch, robots, reason)


@pytest.mark.parametrize(
    ("robots", "detail"), [(answer(b"", 503), "robots.txt: status 503"), (silence, "robots.txt: no answer in time")]
)
async def test_it_is_told_what_was_wrong_with_it(server: FaultServer, fetch: Fetch, robots: Route, detail: str) -> None:
    server.routes |= {"/robots.txt": robots, "/": answer()}
    result = await fetch("/")
    assert isinstance(result, Skipped)
    assert result.detail == detail


async def test_the_failure_is_asked_for_once_for_all_pages(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(b"", 500)}
    async with Fetcher(make_settings()) as fetcher:
        for _ in range(3):
            assert reason_of(await fetcher.fetch(server.url("/"))) == "robots_unreachable"
    assert len(server.asked) == 3


@pytest.mark.fault(number=31)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
async def test_a_4xx_allows_everything(server: FaultServer, fetch: Fetch, status: int) -> None:
    server.routes |= {"/robots.txt": answer(FORBIDS_ALL, status), "/": answer()}
    assert text_of(await fetch("/")) == PAGE


@pytest.mark.parametrize(("status", "reason"), [(401, "robots"), (403, "robots"), (404, None), (410, None)])
async def test_a_denial_forbids_everything_on_request(
    server: FaultServer, fetch: Fetch, status: int, reason: str | None
) -> None:
    server.routes |= {"/robots.txt": answer(b"", status), "/": answer()}
    result = await fetch("/", robots_denial_forbids=True)
    assert (reason_of(result) if reason else text_of(result)) == (reason or PAGE)


@pytest.mark.fault(number=32)
async def test_a_429_forbids_everything_for_now(server: FaultServer, fetch: Fetch) -> None:
    server.routes |= {"/robots.txt": answer(b"", 429), "/": answer()}
    assert reason_of(await fetch("/")) == "robots_unreachable"
    server.routes |= {"/robots.txt": answer(b"", 429, Retry_After="3600")}
    asked = len(server.asked)
    assert reason_of(await fetch("/")) == "host_deferred"
    assert len(server.asked) == asked + 1, "the pause counts for robots.txt, too"
    assert server.paths() == []


@pytest.mark.fault(number=33)
async def test_a_rule_at_400_kib_of_600_is_obeyed(server: FaultServer, fetch: Fetch) -> None:
    filler = b"# " + b"-" * 97 + b"\n"
    body = b"User-agent: *\n" + filler * 4_096 + b"Disallow: /private\n" + filler * 2_048
    assert len(body) > 600_000
    server.routes |= {"/robots.txt": answer(body), "/private/a": answer(), "/a": answer()}
    assert reason_of(await fetch("/private/a")) == "robots"
    assert text_of(await fetch("/a")) == PAGE


async def test_an_endless_robots_txt_is_read_as_far_as_needed(server: FaultServer, fetch: Fetch) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\n" + b"User-agent: *\nDisallow: /private\n"
    server.routes |= {"/robots.txt": drip([b"# filler\n" * 8_000] * 1_000, 0, head), "/a": answer()}
    assert text_of(await fetch("/a", attempt_timeout_s=5)) == PAGE
    assert reason_of(await fetch("/private/a", attempt_timeout_s=5)) == "robots"


@pytest.mark.fault(number=34)
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (PAGE, None),
        (b"\xef\xbb\xbf" + FORBIDS_ALL, "robots"),
        (FORBIDS_ALL.replace(b"\n", b"\r"), "robots"),
        (FORBIDS_ALL.replace(b"\n", b"\r\n"), "robots"),
        (b"", None),
        (b"\0\xff\xfe" * 500, None),
    ],
    ids=["html", "bom", "cr_only", "crlf", "empty", "garbage"],
)
async def test_odd_files_are_parsed_or_have_no_rules(
    server: FaultServer, fetch: Fetch, body: bytes, reason: str | None
) -> None:
    server.routes |= {"/robots.txt": answer(body), "/": answer()}
    result = await fetch("/")
    if reason:
        assert reason_of(result) == reason
    else:
        assert text_of(result) == PAGE


@pytest.mark.fault(number=35)
async def test_the_longest_match_wins(server: FaultServer, fetch: Fetch) -> None:
    rules = b"User-agent: *\nAllow: /a*.php$\nDisallow: /a\n"
    server.routes |= {"/robots.txt": answer(rules), "/a/b.php": answer(), "/a/b.php5": answer()}
    assert text_of(await fetch("/a/b.php")) == PAGE
    assert reason_of(await fetch("/a/b.php5")) == "robots"


@pytest.mark.fault(number=36)
async def test_a_change_is_seen_after_a_day_and_asked_for_once(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(FORBIDS_ALL), "/": answer()}
    fresh = HostRecord(
        host=server.url(""), robots_body=b"", robots_status=200, robots_fetched_at=time.time() - 23 * 3600
    )
    async with Fetcher(make_settings(), [fresh]) as fetcher:
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE
    old = replace(fresh, robots_fetched_at=time.time() - 25 * 3600)
    async with Fetcher(make_settings(), [old]) as fetcher:
        assert reason_of(await fetcher.fetch(server.url("/"))) == "robots"
        assert reason_of(await fetcher.fetch(server.url("/"))) == "robots"
    assert [asked.path for asked in server.asked].count("/robots.txt") == 1


@pytest.mark.fault(number=59)
async def test_rules_that_were_read_by_a_clock_that_was_ahead_are_read_again(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(FORBIDS_ALL), "/": answer()}
    ahead = HostRecord(
        host=server.url(""), robots_body=b"", robots_status=200, robots_fetched_at=time.time() + 365 * 86_400
    )
    async with Fetcher(make_settings(), [ahead]) as fetcher:
        assert reason_of(await fetcher.fetch(server.url("/"))) == "robots"


async def test_a_copy_that_is_held_is_used_while_robots_txt_cannot_be_had(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(b"", 500), "/": answer(), "/private": answer()}
    held = HostRecord(
        host=server.url(""), robots_body=b"User-agent: *\nDisallow: /private", robots_status=200, robots_fetched_at=0
    )
    async with Fetcher(make_settings(), [held]) as fetcher:
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE
        assert reason_of(await fetcher.fetch(server.url("/private"))) == "robots"
    assert [asked.path for asked in server.asked].count("/robots.txt") == 3, "not again for each page"


DAY_S = 86_400


@pytest.mark.parametrize(("days", "is_given_up"), [(0, False), (29, False), (31, True)])
async def test_after_thirty_days_unreachable_robots_txt_counts_as_not_there(
    server: FaultServer, days: int, is_given_up: bool
) -> None:
    server.routes |= {"/robots.txt": answer(b"", 500), "/": answer()}
    failing = HostRecord(host=server.url(""), robots_failing_since=time.time() - days * DAY_S)
    async with Fetcher(make_settings(), [failing]) as fetcher:
        result = await fetcher.fetch(server.url("/"))
        (record,) = fetcher.host_records()
    assert (text_of(result) if is_given_up else reason_of(result)) == (PAGE if is_given_up else "robots_unreachable")
    assert record.robots_failing_since == failing.robots_failing_since, "the first failure counts, not the last"
    assert [asked.path for asked in server.asked].count("/robots.txt") == 3, "it is asked for all the same"


async def test_the_thirty_days_begin_with_the_first_failure_and_end_with_an_answer(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(b"", 503), "/": answer()}
    async with Fetcher(make_settings()) as fetcher:
        await fetcher.fetch(server.url("/"))
        (record,) = fetcher.host_records()
    assert record.robots_failing_since == pytest.approx(time.time(), abs=10)
    server.routes["/robots.txt"] = answer(b"", 404)
    async with Fetcher(make_settings(), [record]) as fetcher:
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE
        (record,) = fetcher.host_records()
    assert record.robots_failing_since is None


async def test_a_copy_that_is_held_outlives_the_thirty_days(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(b"", 500), "/": answer()}
    long_ago = time.time() - 90 * DAY_S
    held = HostRecord(
        host=server.url(""),
        robots_body=FORBIDS_ALL,
        robots_status=200,
        robots_fetched_at=long_ago,
        robots_failing_since=long_ago,
    )
    async with Fetcher(make_settings(), [held]) as fetcher:
        assert reason_of(await fetcher.fetch(server.url("/"))) == "robots"


async def test_a_host_that_was_not_asked_does_not_count_as_unreachable(server: FaultServer) -> None:
    rested = HostRecord(host=server.url(""), not_before=time.time() + 3600)
    async with Fetcher(make_settings(), [rested]) as fetcher:
        assert reason_of(await fetcher.fetch(server.url("/"))) == "host_deferred"
        (record,) = fetcher.host_records()
    assert record.robots_failing_since is None


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"], ids=["lf", "cr", "crlf"])
async def test_a_line_that_the_limit_cuts_in_two_is_no_rule(server: FaultServer, fetch: Fetch, end: bytes) -> None:
    head = b"User-agent: *" + end + b"Disallow: /secret" + end
    filler = b"#" * (MAX_BYTES - len(head) - len(end) - len(b"Disallow: /")) + end
    body = head + filler + b"Disallow: /private" + end
    server.routes |= {"/robots.txt": answer(body), "/a": answer()}
    assert text_of(await fetch("/a")) == PAGE
    assert reason_of(await fetch("/secret")) == "robots"


async def test_redirects_are_followed_and_the_rules_count_for_the_first_host(fetch: Fetch) -> None:
    async with FaultServer() as one, FaultServer() as other:
        one.routes |= {"/robots.txt": redirect(other.url("/rules")), "/": answer()}
        other.routes |= {"/rules": answer(FORBIDS_ALL), "/": answer()}
        assert reason_of(await fetch(one.url("/"))) == "robots"
        assert text_of(await fetch(other.url("/"))) == PAGE


async def test_more_than_five_redirects_allow_everything(server: FaultServer, fetch: Fetch) -> None:
    server.routes |= {f"/r{n}": redirect(f"/r{n + 1}") for n in range(9)}
    server.routes |= {"/robots.txt": redirect("/r0"), "/": answer()}
    assert text_of(await fetch("/")) == PAGE


async def test_a_redirect_is_held_against_the_rules_of_its_own_host(fetch: Fetch) -> None:
    async with FaultServer() as one, FaultServer() as other:
        one.routes |= {"/": redirect(other.url("/a"))}
        other.routes |= {"/robots.txt": answer(FORBIDS_ALL), "/a": answer()}
        assert reason_of(await fetch(one.url("/"))) == "robots"
        assert other.paths() == []


async def test_robots_txt_can_be_ignored_and_that_is_logged(
    server: FaultServer, fetch: Fetch, caplog: pytest.LogCaptureFixture
) -> None:
    server.routes |= {"/robots.txt": answer(FORBIDS_ALL), "/": answer()}
    assert text_of(await fetch("/", ignore_robots=True)) == PAGE
    assert [asked.path for asked in server.asked] == ["/"]
    assert "robots.txt is ignored" in caplog.text


async def test_what_is_said_of_a_pages_use_comes_with_the_page(server: FaultServer, fetch: Fetch) -> None:
    signal = b"Content-Signal: search=yes, ai-train=no\n"
    robots = b"User-agent: other\nContent-Signal: search=no\n\nUser-agent: *\n" + signal + b"Disallow: /private\n"
    own = {"X_Robots_Tag": "noindex", "TDM_Reservation": "1"}
    server.routes |= {
        "/robots.txt": answer(robots),
        "/page": answer(**own),
        "/own": answer(Content_Signal="ai-train=yes"),
        "/moved": redirect("/page", X_Robots_Tag="none"),
    }
    said = {"content-signal": "search=yes, ai-train=no", "x-robots-tag": "noindex", "tdm-reservation": "1"}
    for path, notices in (("/page", said), ("/moved", said), ("/own", {"content-signal": "ai-train=yes"})):
        result = await fetch(path)
        assert isinstance(result, Fetched)
        assert result.page.notices == notices
    assert reason_of(await fetch("/private")) == "robots", "a signal between the rules ends no group"


@pytest.mark.parametrize(
    ("cache_control", "age_s"), [("max-age=0", MIN_AGE_S), ("public, max-age=7200", 7_200), ("max-age=999999", 86_400)]
)
async def test_cache_control_shortens_the_day_but_not_below_an_hour(
    server: FaultServer, cache_control: str, age_s: float
) -> None:
    server.routes |= {"/robots.txt": answer(b"", Cache_Control=cache_control), "/": answer()}
    async with Fetcher(make_settings()) as fetcher:
        await fetcher.fetch(server.url("/"))
        (record,) = fetcher.host_records()
    assert record.robots_max_age_s == age_s


async def test_rules_are_matched_by_the_product_token(server: FaultServer, fetch: Fetch) -> None:
    rules = b"User-agent: harbour-reader\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n"
    server.routes |= {"/robots.txt": answer(rules), "/a": answer(), "/b": answer()}
    ours = {"user_agent": "harbour-reader/2.1", "contact": "mailto:keeper@harbour.test"}
    assert reason_of(await fetch("/a", **ours)) == "robots"
    assert text_of(await fetch("/b", **ours)) == PAGE
    assert server.asked[-1].headers["user-agent"] == "harbour-reader/2.1 (+mailto:keeper@harbour.test)"


@pytest.mark.parametrize("ours", [{"user_agent": "läser/1"}, {"contact": "Müller"}, {"user_agent": "a\r\nb: c"}])
async def test_a_name_that_no_header_can_carry_is_wrong_usage(fetch: Fetch, ours: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="printable ASCII"):
        await fetch("/", **ours)


async def test_a_failure_that_is_told_often_does_not_grow(server: FaultServer) -> None:
    def depth(error: BaseException) -> int:
        return sum(1 for _ in traceback.walk_tb(error.__traceback__))

    server.routes["/robots.txt"] = answer(b"", 500)
    async with Fetcher(make_settings()) as fetcher:
        depths = []
        for _ in range(3):
            with pytest.raises(FetchError) as caught:
                await fetcher.robots(server.url("/"))
            depths.append(depth(caught.value))
    assert len(set(depths[1:])) == 1
    assert max(depths) <= depths[0]
