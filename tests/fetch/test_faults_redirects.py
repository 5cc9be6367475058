"""Redirects, where they must not lead, and TLS."""

import asyncio
import re
import socket
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
import trustme

from scraper.fetch import Fetched, Fetcher
from scraper.fetch.redirects import headers_for
from tests.fetch.conftest import Fetch, make_settings, reason_of, text_of
from tests.fetch.fault_server import PAGE, Asked, FaultServer, answer, redirect


@pytest.mark.fault(number=22)
async def test_a_redirect_loop_ends_within_eleven_requests(server: FaultServer, fetch: Fetch) -> None:
    server.routes |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert reason_of(await fetch("/a")) == "redirect_loop"
    assert server.paths() == ["/a", "/b", "/a"], "seen to be one, not only cut off by the limit"


async def test_a_loop_that_changes_its_cookie_each_time_ends_within_eleven_requests(
    server: FaultServer, fetch: Fetch
) -> None:
    async def new_cookie(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(redirect("/a", Set_Cookie=f"visit={len(server.asked)}"))

    server.routes["/a"] = new_cookie
    assert reason_of(await fetch("/a")) == "redirect_loop"
    assert len(server.paths()) == 11


@pytest.mark.fault(number=23)
async def test_five_hops_are_followed(server: FaultServer, fetch: Fetch) -> None:
    server.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(5)} | {"/5": answer()}
    result = await fetch("/0")
    assert text_of(result) == PAGE
    assert isinstance(result, Fetched)
    assert result.page.url == server.url("/5")
    assert result.page.source == server.url("/0")


async def test_of_a_header_that_stands_twice_the_first_counts(server: FaultServer, fetch: Fetch) -> None:
    twice = redirect("/a, b").replace(b"Location: /a, b", b"Location: /a, b\r\nlocation: /a, b\r\nLocation: /c")
    given = answer(ETag='"1"').replace(b"ETag:", b'ETag: "1"\r\nETag:')
    server.routes |= {"/": twice, "/a,%20b": given}
    result = await fetch("/")
    assert isinstance(result, Fetched)
    assert (result.page.url, result.validators.etag) == (server.url("/a,%20b"), '"1"')


@pytest.mark.parametrize("is_refresh", [False, True])
async def test_who_is_sent_to_the_same_page_with_a_session_is_let_in(
    server: FaultServer, fetch: Fetch, is_refresh: bool
) -> None:
    def send_to(path: str) -> bytes:
        sends_on = f'<html><meta http-equiv=refresh content="0; url={path}">'
        return answer(sends_on.encode()) if is_refresh else redirect(path)

    async def page(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer() if len(server.asked) > 2 else send_to("/a;jsessionid=0A1B"))

    server.routes |= {
        "/a": page,
        "/a;jsessionid=0A1B": answer() if is_refresh else redirect("/b"),
        "/b": redirect("/a"),
    }
    assert text_of(await fetch("/a")) == PAGE


@pytest.mark.fault(number=24)
@pytest.mark.parametrize("cookies", [["seen=yes"], ["seen=yes", "agreed=yes"]], ids=["one", "two"])
async def test_a_cookie_wall_is_passed(server: FaultServer, fetch: Fetch, cookies: list[str]) -> None:
    async def wall(asked: Asked, writer: asyncio.StreamWriter) -> None:
        missing = [cookie for cookie in cookies if cookie not in asked.headers.get("cookie", "")]
        writer.write(redirect("/wall", Set_Cookie=f"{missing[0]}; Path=/") if missing else answer())

    server.routes["/wall"] = wall
    assert text_of(await fetch("/wall")) == PAGE


@pytest.mark.fault(number=25)
@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/зима/порт".encode(), "/%D0%B7%D0%B8%D0%BC%D0%B0/%D0%BF%D0%BE%D1%80%D1%82"),
        ("/caf\u00e9".encode(), "/caf%C3%A9"),
        ("/caf\u00e9".encode("latin-1"), "/caf%E9"),
        (b"/two words?q=a b", "/two%20words?q=a%20b"),
        (b"/kept%20as%2Fit", "/kept%20as%2Fit"),
        (b"\\back\\slash", "/back/slash"),
        (b"/page#part", "/page"),
    ],
    ids=["cyrillic", "utf-8", "latin-1", "blank", "escaped", "backslash", "fragment"],
)
async def test_a_raw_location_is_escaped(server: FaultServer, fetch: Fetch, location: bytes, path: str) -> None:
    server.routes |= {"/start": redirect(location), path: answer()}
    assert text_of(await fetch("/start")) == PAGE
    assert server.paths() == ["/start", path]


@pytest.mark.fault(number=26)
@pytest.mark.parametrize("location", [None, ""], ids=["missing", "empty"])
async def test_a_redirect_to_nowhere_is_a_bad_redirect(server: FaultServer, fetch: Fetch, location: str | None) -> None:
    server.routes["/"] = answer(PAGE, 302) if location is None else redirect(location)
    assert reason_of(await fetch("/")) == "bad_redirect"


@pytest.mark.fault(number=26)
@pytest.mark.parametrize(
    "location", ["http://x.test:99999/", "http://x.test:bad/", "http://[", "//[::1", "http://a..%00/"]
)
async def test_a_redirect_to_no_address_is_a_bad_redirect(server: FaultServer, fetch: Fetch, location: str) -> None:
    server.routes["/"] = redirect(location)
    assert reason_of(await fetch("/")) == "bad_redirect"


@pytest.mark.fault(number=27)
@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/hostname",
        "data:text/html,<p>hello",
        "ftp://127.0.0.1/a",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.2]:{port}/",
        "http://127.0.0.2:{port}/",
        "http://2130706434:{port}/",
        "http://0177.0.0.2:{port}/",
        "http://0x7f000002:{port}/",
        "http://127.2:{port}/",
        "http://0.0.0.0:{port}/",
        "http://[64:ff9b::7f00:2]:{port}/",
        "http://[2002:7f00:2::1]:{port}/",
        "http://[fe80::1]:{port}/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
    ],
)
async def test_no_packet_goes_to_a_private_address(server: FaultServer, fetch: Fetch, location: str) -> None:
    async with FaultServer(host="127.0.0.2", port=server.port) as private:
        server.routes["/"] = redirect(location.format(port=server.port))
        assert reason_of(await fetch("/")) == "blocked_address"
        assert private.connections == 0
    assert server.paths() == ["/"]


@pytest.mark.fault(number=27)
async def test_a_name_that_changes_its_address_is_dialled_where_it_was_vetted(
    server: FaultServer, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "127.0.0.1", "127.0.0.2"])
    looked_up: list[str] = []

    def rebind(host: str, port: int, **_: Any) -> list[Any]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr("scraper.fetch.network.socket.getaddrinfo", rebind)
    server.routes["/"] = answer()
    async with FaultServer(host="127.0.0.2", port=server.port) as private, Fetcher(make_settings()) as fetcher:
        assert text_of(await fetcher.fetch(f"http://rebind.test:{server.port}/")) == PAGE
        assert looked_up == ["rebind.test"] * 2, "once for robots.txt, once for the page"
        assert reason_of(await fetcher.fetch(f"http://rebind.test:{server.port}/again")) == "blocked_address"
        assert private.connections == 0


@pytest.mark.fault(number=27)
async def test_a_name_with_a_public_and_a_private_address_is_dialled_at_the_public_one(
    server: FaultServer, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, server.port)) for ip in ("127.0.0.2", "127.0.0.1")]
    monkeypatch.setattr("scraper.fetch.network.socket.getaddrinfo", lambda *_, **__: found)
    server.routes["/"] = answer()
    async with FaultServer(host="127.0.0.2", port=server.port) as private:
        assert text_of(await fetch(f"http://two.test:{server.port}/")) == PAGE
        assert private.connections == 0


@pytest.mark.fault(number=27)
async def test_robots_txt_passes_the_guard_too(server: FaultServer, fetch: Fetch) -> None:
    async with FaultServer(host="127.0.0.2", port=server.port) as private:
        server.routes |= {"/robots.txt": redirect(private.url("/robots.txt")), "/": answer()}
        assert reason_of(await fetch("/")) == "blocked_address"
        assert private.connections == 0


async def test_a_url_with_a_user_name_is_refused(server: FaultServer, fetch: Fetch) -> None:
    assert reason_of(await fetch(f"http://user:secret@127.0.0.1:{server.port}/")) == "bad_url"
    assert server.connections == 0


async def test_a_host_that_is_no_name_in_idna_is_a_bad_url(fetch: Fetch) -> None:
    assert reason_of(await fetch("http://xn--a.test/", ignore_robots=True)) == "bad_url"


async def test_secrets_stay_with_their_origin_and_other_headers_with_their_site(fetch: Fetch) -> None:
    nets = {"allow_private": (ip_network("127.0.0.0/8"),)}
    headers = {"Authorization": "Bearer secret", "Cookie": "account=secret", "X-Reader": "yes"}
    async with FaultServer() as one, FaultServer() as other_port, FaultServer(host="127.0.0.2") as other_site:
        one.routes |= {"/a": redirect(other_port.url("/b"), 301)}
        other_port.routes |= {"/b": redirect(other_site.url("/c"))}
        other_site.routes |= {"/c": answer()}
        result = await fetch(one.url("/a"), request={"headers": headers}, **nets)
        assert isinstance(result, Fetched)
        assert one.asked[-1].headers["authorization"] == "bearer secret"
        assert "authorization" not in other_port.asked[-1].headers
        assert not {"authorization", "cookie", "x-reader"} & other_site.asked[-1].headers.keys()
        assert result.aliases == (one.url("/a"),)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://www.a.test/story", {"Authorization", "X-Reader"}),
        ("https://a.test/feed", {"Authorization", "X-Reader"}),
        ("http://a.test/story", {"X-Reader"}),
        ("https://a.test:8443/story", set()),
        ("https://a.test.other.test/story", set()),
        ("https://other.test/?https://a.test/", set()),
        ("mailto:a.test", set()),
        ("http://[", set()),
    ],
)
def test_a_sites_headers_are_for_its_own_addresses(url: str, sent: set[str]) -> None:
    headers = {"Authorization": "Bearer secret", "X-Reader": "yes"}
    assert headers_for(url, "https://www.a.test/", headers).keys() == sent
    assert headers_for("https://a.test/story", "http://www.a.test/", headers) == headers, (
        "a site that has moved to https"
    )


async def test_cookies_stay_with_their_site(fetch: Fetch) -> None:
    nets = {"allow_private": (ip_network("127.0.0.0/8"),)}
    async with FaultServer() as one, FaultServer(host="127.0.0.2") as other:
        one.routes |= {"/a": redirect(other.url("/b"), Set_Cookie="one=1")}
        other.routes |= {"/b": redirect(one.url("/c"), Set_Cookie="other=1")}
        one.routes |= {"/c": answer()}
        assert text_of(await fetch(one.url("/a"), **nets)) == PAGE
        assert other.asked[-1].headers.get("cookie") is None
        assert one.asked[-1].headers["cookie"] == "one=1"


async def test_an_article_that_leads_home_is_gone(server: FaultServer, fetch: Fetch) -> None:
    server.routes |= {"/2026/story": redirect("/"), "/": answer()}
    assert reason_of(await fetch("/2026/story")) == "redirect_to_home"
    assert text_of(await fetch("/")) == PAGE


async def test_a_meta_refresh_is_followed_once(server: FaultServer, fetch: Fetch) -> None:
    for path, target in (("/a", "/b"), ("/b", "/c")):
        server.routes[path] = answer(f'<html><meta http-equiv=refresh content="0; url={target}">'.encode())
    result = await fetch("/a")
    assert isinstance(result, Fetched)
    assert result.page.url == server.url("/b")


@pytest.mark.parametrize(
    "target",
    [
        *(
            "javascript:void(0)",
            "intent://x#Intent;end",
            "android-app://a.test/x",
            "mailto:a@b.test",
            "data:text/html,x",
        ),
        *("http://[", "http://a:99999/", "http://", "http://a.test:bad/", "http://1.1.1.1.1/"),
    ],
)
async def test_a_meta_refresh_to_no_web_page_is_none(server: FaultServer, fetch: Fetch, target: str) -> None:
    server.routes["/"] = answer(f'<html><meta http-equiv=refresh content="0; url={target}">Go'.encode())
    result = await fetch("/")
    assert isinstance(result, Fetched)
    assert result.page.url == server.url("/")


def make_context(issuer: trustme.CA, **dates: datetime) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert("127.0.0.1", **dates).configure_cert(context)
    return context


@pytest.fixture
def issuer(tmp_path: Path) -> trustme.CA:
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "issuer"))
    return made


@pytest.fixture
def self_signed(issuer: trustme.CA, tmp_path: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.private_key_pem.write_to_path(str(tmp_path / "key"))
    context.load_cert_chain(tmp_path / "issuer", tmp_path / "key")
    return context


@pytest.fixture
def trusted(issuer: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An issuer that the client trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "issuer"))
    return issuer


async def test_a_certificate_of_a_trusted_issuer_is_taken(fetch: Fetch, trusted: trustme.CA) -> None:
    async with FaultServer(tls=make_context(trusted)) as server:
        server.routes["/"] = answer()
        result = await fetch(server.url("/"))
        assert text_of(result) == PAGE
        assert isinstance(result, Fetched)
        assert not result.page.insecure


@pytest.mark.fault(number=28)
async def test_a_self_signed_certificate_is_a_tls_failure_without_a_page(
    fetch: Fetch, self_signed: ssl.SSLContext
) -> None:
    async with FaultServer(tls=self_signed) as server:
        server.routes["/"] = answer()
        result = await fetch(server.url("/"))
        assert reason_of(result) == "tls"
        assert re.search("self.signed certificate.*--insecure-host 127.0.0.1", result.detail)  # type: ignore[union-attr]  # a Skipped, checked above
        assert server.asked == []


async def test_an_insecure_host_is_fetched_by_name_only_and_flagged(fetch: Fetch, self_signed: ssl.SSLContext) -> None:
    async with FaultServer(tls=self_signed) as server, FaultServer() as plain:
        server.routes |= {"/": answer(), "/away": redirect(plain.url("/"))}
        plain.routes |= {"/": answer()}
        assert reason_of(await fetch(server.url("/"), insecure_hosts=("other.test",))) == "tls"
        for url, is_flagged in ((server.url("/"), True), (server.url("/away"), True), (plain.url("/"), False)):
            result = await fetch(url, insecure_hosts=("127.0.0.1",))
            assert isinstance(result, Fetched)
            assert result.page.insecure is is_flagged, "plain http promises nothing; an unchecked hop taints the page"


@pytest.mark.fault(number=28)
async def test_an_expired_certificate_is_a_tls_failure(fetch: Fetch, trusted: trustme.CA) -> None:
    now = datetime.now(UTC)
    expired = make_context(trusted, not_before=now - timedelta(days=9), not_after=now - timedelta(days=1))
    async with FaultServer(tls=expired) as server:
        server.routes["/"] = answer()
        result = await fetch(server.url("/"))
        assert reason_of(result) == "tls"
        assert "expired" in result.detail  # type: ignore[union-attr]  # a Skipped, checked above
        assert server.asked == []


@pytest.mark.fault(number=28)
async def test_a_server_without_tls_is_a_tls_failure(server: FaultServer, fetch: Fetch) -> None:
    assert reason_of(await fetch(server.url("/").replace("http:", "https:"), attempt_timeout_s=2)) == "tls"
