"""What servers do to connections and framing."""

import asyncio
import itertools
import time
from contextlib import suppress

import pytest

from scraper.fetch import Fetcher
from scraper.records import Skipped
from scraper.settings import FetchSettings
from tests.fetch.conftest import Fetch, make_settings, reason_of, text_of
from tests.fetch.fault_server import PAGE, Asked, FaultServer, answer, drip, reset, silence

CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"


@pytest.mark.fault(number=1)
async def test_one_byte_at_a_time_is_a_deadline(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = drip(itertools.repeat(b"x"), 0.05, ENDLESS)
    began = time.monotonic()
    assert reason_of(await fetch("/", attempts=1)) == "deadline"
    assert 0.6 <= time.monotonic() - began < 1.5
    assert FetchSettings().attempt_timeout_s == 45, "this test is only quicker"


@pytest.mark.fault(number=2)
async def test_headers_one_byte_at_a_time_are_a_deadline(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = drip(itertools.repeat(b"x"), 0.05, b"HTTP/1.1 200 OK\r\nX-Slow: ")
    began = time.monotonic()
    assert reason_of(await fetch("/", attempts=1)) == "deadline"
    assert 0.6 <= time.monotonic() - began < 1.5


async def test_a_deadline_leaves_the_client_usable(server: FaultServer) -> None:
    server.routes |= {"/": drip(itertools.repeat(b"x"), 0.05, ENDLESS), "/next": answer()}
    async with Fetcher(make_settings(attempts=2)) as fetcher:
        result = await fetcher.fetch(server.url("/"))
        assert isinstance(result, Skipped)
        assert result.attempts == 2
        assert text_of(await fetcher.fetch(server.url("/next"))) == PAGE


@pytest.mark.fault(number=3)
async def test_accept_then_silence_is_a_timeout_and_retried(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = silence
    result = await fetch("/")
    assert reason_of(result) == "timeout"
    assert server.paths() == ["/"] * 3


@pytest.mark.fault(number=8)
async def test_an_endless_body_ends_at_the_cap(server: FaultServer, fetch: Fetch) -> None:
    sent = itertools.count()
    server.routes["/"] = drip((b"x" * 65_536 for _ in sent), 0, ENDLESS)
    result = await fetch("/", max_wire_bytes=1_000_000, attempt_timeout_s=5)
    assert reason_of(result) == "too_large"
    assert server.paths() == ["/"]
    assert next(sent) * 65_536 < 20_000_000, "the rest waits in the sockets' buffers, and the connection is closed"


@pytest.mark.fault(number=10)
async def test_a_body_shorter_than_its_length_is_truncated_and_retried(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer()[:-40]
    assert reason_of(await fetch("/")) == "truncated"
    assert server.paths() == ["/"] * 3
    server.routes["/once"] = [answer()[:-40], answer()]
    assert text_of(await fetch("/once")) == PAGE


class LastingServer(FaultServer):
    """Answers one request after another on a connection."""

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):
            while True:
                await super()._answer(reader, writer)


@pytest.mark.fault(number=10)
@pytest.mark.parametrize("excess", [b"<p>More than the length says.</p>", answer(b"<p>An answer to no question.</p>")])
async def test_what_comes_after_a_body_is_no_answer_to_the_next_request(excess: bytes) -> None:
    """Servers that count characters give a length that is too short; what is left over belongs to nobody."""
    async with LastingServer() as server, Fetcher(make_settings(ignore_robots=True)) as fetcher:
        kept = answer().replace(b"Connection: close\r\n", b"")
        server.routes = {f"/{n}": kept + excess for n in range(3)} | {"/well": kept, "/last": kept}
        for path in ("/0", "/1", "/2", "/well", "/last"):
            assert text_of(await fetcher.fetch(server.url(path))) == PAGE
        assert server.connections == 4, "where nothing is left over, the connection is kept"


@pytest.mark.fault(number=11)
async def test_a_missing_last_chunk_is_truncated_and_retried(server: FaultServer, fetch: Fetch) -> None:
    cut = CHUNKED + f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n"
    server.routes["/"] = cut
    assert reason_of(await fetch("/")) == "truncated"
    assert server.paths() == ["/"] * 3
    server.routes["/once"] = [cut, cut + b"0\r\n\r\n"]
    assert text_of(await fetch("/once")) == PAGE


@pytest.mark.fault(number=19)
async def test_a_500_once_is_one_retry(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = [answer(b"oops", 500), answer()]
    assert text_of(await fetch("/")) == PAGE
    assert server.paths() == ["/"] * 2


@pytest.mark.fault(number=20)
async def test_a_reset_once_is_one_retry(server: FaultServer, fetch: Fetch) -> None:
    async def reset_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if len(server.paths()) == 1:
            await reset(asked, writer)
        else:
            writer.write(answer())

    server.routes["/"] = reset_once
    assert text_of(await fetch("/")) == PAGE
    assert server.paths() == ["/"] * 2


@pytest.mark.fault(number=21)
async def test_an_empty_reply_once_is_one_retry(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = [b"", answer()]
    result = await fetch("/")
    assert text_of(result) == PAGE
    assert server.paths() == ["/"] * 2


@pytest.mark.fault(number=50)
@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Big: " + b"a" * 300_000 + b"\r\n\r\n", "too_large"),
        (answer(X_Big="a" * 70_000), "too_large"),
        (answer().replace(b"\r\n\r\n", b"\r\nContent-Length: 10\r\n\r\n", 1), "protocol"),
        (answer().replace(b"Connection:", b"Bad Name : x\r\nConnection:"), "protocol"),
        (PAGE.replace(b">", b">\r\n") + b"\r\n\r\n", "protocol"),
        (b"\x16\x03\x01\x02\x00 no HTTP at all", "protocol"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n", "protocol"),
    ],
    ids=["300-kib-header", "70-kb-header", "two-lengths", "space-in-name", "http-0.9", "no-http", "bad-chunk-size"],
)
async def test_broken_http_has_a_reason_at_once(server: FaultServer, fetch: Fetch, raw: bytes, reason: str) -> None:
    server.routes["/"] = raw
    began = time.monotonic()
    result = await fetch("/", attempt_timeout_s=5)
    assert reason_of(result) == reason
    assert server.paths() == ["/"], "what breaks the protocol will break it again"
    assert time.monotonic() - began < 2


async def test_more_bytes_than_the_length_are_not_part_of_the_page(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer() + b"HTTP/1.1 200 OK\r\n\r\nsmuggled"
    assert text_of(await fetch("/")) == PAGE


async def test_nobody_listening_is_a_connect_failure(server: FaultServer, fetch: Fetch) -> None:
    await server.__aexit__()
    result = await fetch("/")
    assert reason_of(result) == "connect"
