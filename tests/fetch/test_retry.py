import time
from email.utils import formatdate

import httpx
import pytest

from scraper.errors import FetchError
from scraper.fetch.client import map_error
from scraper.fetch.retry import MAX_RETRY_AFTER_S, PassingError, StatusError, backoff_s, is_passing, retry_after_s
from scraper.reasons import Reason

NOON = "Mon, 23 Nov 2026 12:00:00 GMT"


@pytest.mark.fault(number=16)
@pytest.mark.fault(number=18)
@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("3", None, 3),
        (" 120 ", None, 120),
        ("0", None, 0),
        ("Mon, 23 Nov 2026 12:01:30 GMT", NOON, 90),
        ("Monday, 23-Nov-26 12:01:30 GMT", NOON, 90),
        ("Mon Nov 23 12:01:30 2026", NOON, 90),
        ("Mon, 23 Nov 2026 11:00:00 GMT", NOON, None),
        ("-1", None, None),
        ("1.5", None, None),
        ("soon", None, None),
        ("", None, None),
        (None, None, None),
        ("٣", None, None),
        ("9" * 400, None, MAX_RETRY_AFTER_S),
        ("Fri, 31 Dec 9999 23:59:59 GMT", NOON, MAX_RETRY_AFTER_S),
        ("Mon, 99 Foo 2026 99:99:99 GMT", NOON, None),
    ],
)
def test_retry_after_in_both_forms(value: str | None, date: str | None, seconds: float | None) -> None:
    assert retry_after_s(value, date) == seconds


def test_a_date_without_the_servers_own_is_measured_by_our_clock() -> None:
    assert retry_after_s(formatdate(time.time() + 60, usegmt=True), "nonsense") == pytest.approx(60, abs=2)


@pytest.mark.fault(number=18)
def test_backoff_is_jittered_under_a_limit_that_doubles() -> None:
    for attempt, limit in ((1, 4.0), (2, 8.0), (9, 60.0)):
        waits = {backoff_s(attempt, 1.0) for _ in range(50)}
        assert len(waits) > 10
        assert all(1.0 <= wait <= limit for wait in waits)


@pytest.mark.parametrize(
    ("error", "reason", "passing"),
    [
        (httpx.ConnectTimeout("slow"), Reason.TIMEOUT, True),
        (httpx.ReadTimeout("slow"), Reason.TIMEOUT, True),
        (httpx.ConnectError("refused"), Reason.CONNECT, True),
        (httpx.ReadError(""), Reason.CONNECT, True),
        (ConnectionResetError(104, "reset"), Reason.CONNECT, True),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), Reason.CONNECT, True),
        (
            httpx.RemoteProtocolError("peer closed connection without sending complete message body"),
            Reason.TRUNCATED,
            True,
        ),
        (httpx.RemoteProtocolError("illegal status line"), Reason.PROTOCOL, False),
        (httpx.LocalProtocolError("Illegal header value"), Reason.PROTOCOL, False),
        (httpx.UnsupportedProtocol("gopher"), Reason.BAD_URL, False),
        (httpx.InvalidURL("no"), Reason.BAD_URL, False),
        (httpx.ProxyError("502"), Reason.PROTOCOL, False),
        (UnicodeEncodeError("ascii", "ü", 0, 1, "no"), Reason.PROTOCOL, False),
        (UnicodeDecodeError("ascii", b"\xfc", 0, 1, "no"), Reason.PROTOCOL, False),
    ],
)
def test_errors_of_the_client_are_ours_at_one_seam(error: Exception, reason: Reason, passing: bool) -> None:
    ours = map_error(error, "https://a.test/")
    assert (ours.code, is_passing(ours)) == (reason, passing)
    assert ours.url == "https://a.test/"
    assert str(ours)


def test_an_error_without_words_is_told_in_ours() -> None:
    assert str(map_error(httpx.ReadTimeout(""), "https://a.test/")) == "no answer in time"


def test_an_error_of_ours_is_found_under_theirs() -> None:
    try:
        raise httpx.ConnectError("?") from PassingError("busy name server", url="", code=Reason.DNS)
    except httpx.ConnectError as error:
        ours = map_error(error, "https://a.test/")
    assert (ours.code, is_passing(ours)) == (Reason.DNS, True)


def test_unknown_names_are_final_and_busy_servers_pass() -> None:
    assert not is_passing(FetchError("no such name", url="", code=Reason.DNS))
    assert is_passing(StatusError("503", url="", code=Reason.HTTP_SERVER_ERROR, status=503))
    assert not is_passing(StatusError("404", url="", code=Reason.HTTP_CLIENT_ERROR, status=404))
