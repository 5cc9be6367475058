"""How often a host is asked, and what it may demand."""

import asyncio
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import formatdate
from ipaddress import ip_network
from itertools import pairwise
from typing import Any

import pytest

from scraper.fetch import ALONE, Fetched, Fetcher, HostRecord, NotModified, Validators
from scraper.pipeline.retry import plan_retry
from scraper.records import Skipped
from tests.fetch.conftest import Fetch, make_settings, reason_of, text_of
from tests.fetch.fault_server import PAGE, Asked, FaultServer, answer, redirect, reset, silence


@pytest.mark.fault(number=15)
async def test_a_429_is_followed_after_its_pause(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = [answer(b"", 429, Retry_After="1"), answer()]
    assert text_of(await fetch("/", url_timeout_s=0.9)) == PAGE, "waiting uses no time up"
    first, second = server.times()[-2:]
    assert second - first >= 1.0


@pytest.mark.fault(number=16)
async def test_a_503_with_a_date_is_followed_after_its_pause_by_the_servers_clock(
    server: FaultServer, fetch: Fetch
) -> None:
    wrong_clock = time.time() - 7_000
    busy = answer(b"", 503, Date=formatdate(wrong_clock, usegmt=True), Retry_After=formatdate(wrong_clock + 1))
    server.routes["/"] = [busy, answer()]
    assert text_of(await fetch("/")) == PAGE
    first, second = server.times()[-2:]
    assert 0.9 <= second - first < 3


@pytest.mark.fault(number=17)
@pytest.mark.parametrize("pause_s", [310, 3600])
async def test_a_long_pause_defers_the_host_and_the_next_run_obeys(fetch: Fetch, pause_s: int) -> None:
    """Longer than the 300 s that a run waits."""
    async with FaultServer() as busy, FaultServer() as calm:
        busy.routes["/"] = answer(b"", 429, Retry_After=str(pause_s))
        calm.routes["/"] = answer()
        async with Fetcher(make_settings()) as fetcher:
            assert reason_of(await fetcher.fetch(busy.url("/"))) == "host_deferred"
            assert reason_of(await fetcher.fetch(busy.url("/other"))) == "host_deferred"
            assert text_of(await fetcher.fetch(calm.url("/"))) == PAGE
            remembered = fetcher.host_records()
        assert busy.paths() == ["/"]
        until = {record.host: record.not_before for record in remembered}[busy.url("")]
        assert until == pytest.approx(time.time() + pause_s, abs=10)
        assert reason_of(await fetch(busy.url("/"), hosts=remembered)) == "host_deferred"
        assert busy.paths() == ["/"]


@pytest.mark.fault(number=59)
async def test_a_pause_noted_by_a_clock_that_was_ahead_is_none(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer()
    for years_ahead, told in ((10, PAGE), (0.01, "host_deferred")):
        record = HostRecord(host=server.url(""), not_before=time.time() + years_ahead * 365 * 86_400)
        result = await fetch("/", hosts=[record])
        assert (text_of if told is PAGE else reason_of)(result) == told


@pytest.mark.fault(number=59)
@pytest.mark.parametrize(("pause_s", "left"), [(1_800, "1800 s more"), (0.5, None)])
async def test_a_pause_noted_by_a_clock_that_was_a_day_ahead_is_no_longer_than_it_was(
    server: FaultServer, fetch: Fetch, pause_s: float, left: str | None
) -> None:
    server.routes["/"] = answer()
    tomorrow = time.time() + 86_400
    record = HostRecord(
        host=server.url(""), robots_status=404, robots_fetched_at=tomorrow, not_before=tomorrow + pause_s
    )
    result: Any = await fetch("/", hosts=[record])
    if left is None:
        assert text_of(result) == PAGE
    else:
        assert reason_of(result) == "host_deferred"
        assert left in result.detail


@pytest.mark.fault(number=18)
@pytest.mark.parametrize("value", ["soon", "-5", "1.5", "", "Sat, 01 Aug 2026 08:00:00 GMT"])
async def test_a_senseless_retry_after_is_a_backoff(
    server: FaultServer, fetch: Fetch, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.fetch.fetcher.backoff_s", lambda attempts, floor_s: 0.3 * attempts)
    server.routes["/"] = [answer(b"", 503, Retry_After=value)] * 2 + [answer()]
    assert text_of(await fetch("/")) == PAGE
    first, second, third = server.times()[-3:]
    assert 0.3 <= second - first < 1.4, "the growing pause, and no other: a busy machine adds to it"
    assert 0.6 <= third - second < 1.4


@pytest.mark.fault(number=37)
async def test_a_crawl_delay_is_kept_whole(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 0.4\n"), "/": answer()}
    async with Fetcher(make_settings(delay_s=0.01)) as fetcher:
        await asyncio.gather(*(fetcher.fetch(server.url("/")) for _ in range(3)))
    pages = [asked.at for asked in server.asked if asked.path == "/"]
    assert len(pages) == 3
    assert all(later - earlier >= 0.4 for earlier, later in pairwise(pages))


async def test_a_crawl_delay_longer_than_a_run_waits_defers_the_rest(server: FaultServer) -> None:
    server.routes |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 86400\n"), "/": answer()}
    async with Fetcher(make_settings()) as fetcher:
        results = [await fetcher.fetch(server.url("/")) for _ in range(2)]
    assert text_of(results[0]) == PAGE
    assert reason_of(results[1]) == "host_deferred"


async def test_a_short_pause_is_kept_at_the_end_of_a_run_and_a_long_one_when_it_begins(server: FaultServer) -> None:
    kept: list[HostRecord] = []
    kept_at: list[int] = []

    async def note(asked: Asked, writer: asyncio.StreamWriter) -> None:
        kept_at.append(len(kept))
        writer.write(answer())

    server.routes["/"] = note
    for delay_s, at_once in ((2.0, 0), (60.0, 1)):
        kept.clear()
        kept_at.clear()
        async with Fetcher(make_settings(delay_s=delay_s, ignore_robots=True), (), ALONE, kept.extend) as fetcher:
            await fetcher.fetch(server.url("/"))
            (record,) = fetcher.host_records()
        assert kept_at == [at_once], "before the request is sent"
        assert record.not_before == pytest.approx(time.time() + delay_s, abs=1)


@pytest.mark.fault(number=17)
@pytest.mark.parametrize(("retry_after_s", "is_kept"), [(200, True), (3600, True), (1, False)])
async def test_a_pause_that_a_host_asks_for_is_kept_at_once(
    server: FaultServer, retry_after_s: int, is_kept: bool
) -> None:
    server.routes["/"] = answer(b"slow", 429, Retry_After=str(retry_after_s))
    kept: list[HostRecord] = []
    is_told = asyncio.Event()

    def keep(records: Iterable[HostRecord]) -> None:
        kept.extend(records)
        is_told.set()

    async with Fetcher(make_settings(ignore_robots=True, attempts=2), (), ALONE, keep) as fetcher:
        tasks = [asyncio.create_task(fetcher.fetch(server.url("/"))), asyncio.create_task(is_told.wait())]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()  # a kill
    assert [record.not_before == pytest.approx(time.time() + retry_after_s, abs=5) for record in kept] == [
        True
    ] * is_kept


@pytest.mark.fault(number=38)
async def test_sixteen_tasks_on_one_host_have_one_request_in_flight(server: FaultServer) -> None:
    async def failing(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.01)
        writer.write(answer(b"", 500))

    server.routes = {f"/{n}": failing for n in range(16)}
    async with Fetcher(make_settings(attempts=2)) as fetcher:
        await asyncio.gather(*(fetcher.fetch(server.url(f"/{n}")) for n in range(16)))
    assert server.peak == 1
    assert len(server.paths()) >= 16, "each was asked for, some twice"


async def test_two_hosts_are_asked_at_the_same_time(fetch: Fetch) -> None:
    nets = (ip_network("127.0.0.0/8"),)
    async with (
        FaultServer() as one,
        FaultServer(host="127.0.0.2") as two,
        Fetcher(make_settings(allow_private=nets, read_timeout_s=0.5)) as fetcher,
    ):
        one.routes["/"] = two.routes["/"] = silence
        began = time.monotonic()
        await asyncio.gather(*(fetcher.fetch(at.url("/")) for at in (one, two)))
        assert time.monotonic() - began < 2.5, "one after the other takes 3 s"


async def test_a_host_that_was_never_there_costs_the_others_nothing(server: FaultServer) -> None:
    async with FaultServer() as dead:
        dead_url = dead.url("/")
    server.routes["/"] = answer()
    async with Fetcher(make_settings(), []) as fetcher:
        dead_host = [await fetcher.fetch(f"{dead_url}{n}") for n in range(4)]
        assert [reason_of(result) for result in dead_host] == ["connect"] * 4
        assert isinstance(dead_host[0], Skipped)
        assert "Connection refused" in dead_host[0].detail
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE


@pytest.mark.fault(number=51)
async def test_a_host_that_dies_in_mid_run_is_given_up_and_the_others_finish(server: FaultServer) -> None:
    server.routes["/"] = answer()
    async with FaultServer() as calm, Fetcher(make_settings()) as fetcher:
        calm.routes = {f"/{n}": answer() for n in range(8)}
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE
        await server.__aexit__()
        others = asyncio.gather(*(fetcher.fetch(calm.url(f"/{n}")) for n in range(8)))
        results = [await fetcher.fetch(server.url(f"/{n}")) for n in range(4)]
        assert [text_of(result) for result in await others] == [PAGE] * 8
    assert [reason_of(result) for result in results] == ["connect", "connect", "host_failing", "host_failing"]
    assert [result.attempts for result in results if isinstance(result, Skipped)] == [3, 2, 0, 0]
    assert all(plan_retry(result, 0, datetime.now(UTC)) for result in results if isinstance(result, Skipped))


async def test_some_slow_pages_do_not_condemn_a_host(server: FaultServer) -> None:
    server.routes = {f"/{n}": silence for n in range(6)} | {"/": answer()}
    async with Fetcher(make_settings(read_timeout_s=0.05)) as fetcher:
        slow = [await fetcher.fetch(server.url(f"/{n}")) for n in range(4)]
        assert [(reason_of(result), result.attempts) for result in slow] == [("timeout", 3)] * 4  # type: ignore[union-attr]  # Skipped
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE
        slow = [await fetcher.fetch(server.url(f"/{n}")) for n in range(6)]
    assert [reason_of(result) for result in slow] == ["timeout"] * 5 + ["host_failing"]


@pytest.mark.parametrize("broken", [reset, b""], ids=["reset", "no answer"])
async def test_some_pages_that_break_the_connection_do_not_condemn_a_host(server: FaultServer, broken: Any) -> None:
    server.routes = {f"/{n}": broken for n in range(6)} | {"/": answer()}
    async with Fetcher(make_settings()) as fetcher:
        for n in range(4):
            result = await fetcher.fetch(server.url(f"/{n}"))
            assert (reason_of(result), result.attempts) == ("connect", 3)
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE
        results = [await fetcher.fetch(server.url(f"/{n}")) for n in range(6)]
    assert [reason_of(result) for result in results] == ["connect"] * 5 + ["host_failing"]


async def test_some_broken_pages_do_not_condemn_a_host(server: FaultServer) -> None:
    server.routes = {f"/{n}": answer(b"", 500) for n in range(4)} | {"/": answer()}
    async with Fetcher(make_settings()) as fetcher:
        for n in range(4):
            assert reason_of(await fetcher.fetch(server.url(f"/{n}"))) == "http_5xx"
        assert text_of(await fetcher.fetch(server.url("/"))) == PAGE


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 520, 530])
async def test_passing_statuses_are_retried(server: FaultServer, fetch: Fetch, status: int) -> None:
    raw = answer(b"", 500).replace(b"500 Internal Server Error", f"{status} Whatever".encode())
    server.routes["/"] = [raw, raw, answer()]
    result = await fetch("/")
    assert text_of(result) == PAGE
    assert isinstance(result, Fetched)
    assert result.attempts == 3


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 410, 451, 501, 505])
async def test_final_statuses_are_not(server: FaultServer, fetch: Fetch, status: int) -> None:
    server.routes["/"] = answer(b"no", status)
    result: Any = await fetch("/")
    assert (result.status, result.attempts) == (status, 1)
    assert reason_of(result) == ("http_5xx" if status >= 500 else "http_4xx")
    assert server.paths() == ["/"]


async def test_validators_are_sent_and_a_304_is_not_modified(server: FaultServer, fetch: Fetch) -> None:
    async def conditional(asked: Asked, writer: asyncio.StreamWriter) -> None:
        is_held = asked.headers.get("if-none-match") == 'w/"a"'
        writer.write(answer(b"", 304) if is_held else answer(ETag='W/"a"', Last_Modified="then"))

    server.routes["/"] = conditional
    first = await fetch("/")
    assert isinstance(first, Fetched)
    assert first.validators == Validators(etag='W/"a"', last_modified="then", url=server.url("/"))
    assert isinstance(await fetch("/", request={"validators": first.validators}), NotModified)
    assert server.asked[-1].headers["if-modified-since"] == "then"


async def test_validators_without_an_address_are_those_of_the_one_that_is_asked(
    server: FaultServer, fetch: Fetch
) -> None:
    server.routes |= {"/old": redirect("/new"), "/new": answer()}
    assert text_of(await fetch("/old", request={"validators": Validators(etag='"a"')})) == PAGE
    assert [asked.path for asked in server.asked if "if-none-match" in asked.headers] == ["/old"]


@pytest.mark.parametrize("is_refresh", [False, True])
async def test_validators_of_one_final_address_say_nothing_of_another(
    server: FaultServer, fetch: Fetch, is_refresh: bool
) -> None:
    async def conditional(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(b"", 304) if "if-modified-since" in asked.headers else answer())

    def latest(path: str) -> bytes:
        sends_on = f'<html><meta http-equiv=refresh content="0; url={path}">'
        return answer(sends_on.encode()) if is_refresh else redirect(path)

    server.routes |= {"/latest": latest("/c"), "/b": conditional, "/c": conditional}
    held = {"validators": Validators(last_modified="then", url=server.url("/b"))}
    assert text_of(await fetch("/latest", request=held)) == PAGE
    assert [asked.path for asked in server.asked if "if-modified-since" in asked.headers] == []
    server.routes["/latest"] = latest("/b")
    assert isinstance(await fetch("/latest", request=held), NotModified)
    assert [asked.path for asked in server.asked if "if-modified-since" in asked.headers] == ["/b"]


async def test_an_etag_goes_back_byte_by_byte(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer(ETag="x").replace(b"ETag: x", b'ETag: W/"\xe9\xff-1"')
    first = await fetch("/")
    assert isinstance(first, Fetched)
    assert text_of(await fetch("/", request={"validators": first.validators})) == PAGE
    assert server.asked[-1].headers["if-none-match"] == 'w/"\xe9\xff-1"'


async def test_a_sites_own_header_takes_the_place_of_ours(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer()
    await fetch("/", request={"headers": {"accept": "text/html", "X-Reader": "yes"}})
    assert server.asked[-1].headers["accept"] == "text/html"
    assert server.asked[-1].names.count("accept") == 1
