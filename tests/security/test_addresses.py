"""Server-side request forgery: whatever a page or a user names, nothing but public addresses is dialled."""

import socket
from typing import Any

import pytest

from scraper.fetch import Fetcher
from scraper.fetch.addresses import may_dial
from scraper.records import Skipped
from tests.fetch.conftest import make_settings, text_of
from tests.fetch.fault_server import PAGE, FaultServer, answer, redirect

# All of them name 127.0.0.2, in spellings that some client or system takes for it; the tests allow 127.0.0.1 alone.
SPELLINGS = (
    *(
        "127.0.0.2",
        "127.0.2",
        "127.2",
        "127.0.0.2.",
        "2130706434",
        "0x7f000002",
        "0x7F.2",
        "0x7f.0.0.0x2",
        "0177.0.0.2",
    ),
    *("017700000002", "0177.0x0.2", "%31%32%37.0.0.2", "１２７.0.0.2", "①②⑦.0.0.2", "127。0。0。2"),
    *("[::ffff:127.0.0.2]", "[::ffff:7f00:2]", "[::127.0.0.2]", "[::ffff:0:127.0.0.2]", "[64:ff9b::127.0.0.2]"),
    *("[64:ff9b:1::7f00:2]", "[2002:7f00:2::]", "[2001:0:4136:e378:8000:63bf:80ff:fffd]"),
)
# Private, local or nobody's.
OTHERS = (
    *(
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[fe80::1%25lo]",
        "[fe80::1]",
        "[::1%25lo]",
        "[fec0::1]",
        "[fd00::1]",
        "[ff02::1]",
    ),
    *(
        "0.0.0.0",
        "0",
        "10.1",
        "169.254.169.254",
        "2852039166",
        "[::ffff:169.254.169.254]",
        "[fd00:ec2::254]",
        "100.100.100.200",
    ),
)
AROUND = (
    "http://example.org@127.0.0.2:{port}/",
    "http://example.org:80@127.0.0.2:{port}/",
    "http://example.org%40@127.0.0.2:{port}/",
    "http://127.0.0.2:{port}\\@127.0.0.1:{port}/",
    "http://127.0.0.2:{port}#@127.0.0.1:{port}/",
    "http://127.0.0.2:{port}?@127.0.0.1:{port}/",
    "http:\\\\127.0.0.2:{port}/",
    "http:/\t/127.0.0.2:{port}/",
    "//127.0.0.2:{port}/",
    "HTTP://127.0.0.2:{port}/",
)


@pytest.mark.fault(number=27)
@pytest.mark.parametrize("is_redirect", [False, True], ids=["given", "redirect"])
async def test_no_spelling_of_a_private_address_is_dialled(server: FaultServer, is_redirect: bool) -> None:
    urls = [f"http://{host}:{server.port}/" for host in (*SPELLINGS, *OTHERS)]
    urls += [around.format(port=server.port) for around in AROUND]
    async with FaultServer(host="127.0.0.2", port=server.port) as private, Fetcher(make_settings()) as fetcher:
        for url in urls:
            server.routes["/"] = redirect(url.encode())
            result = await fetcher.fetch(server.url("/") if is_redirect else url)
            assert isinstance(result, Skipped), url
            assert result.code in ("blocked_address", "bad_url", "dns") or "\t" in url, url
            assert private.connections == 0, url


@pytest.mark.parametrize("address", ["::127.0.0.1", "::ffff:0:127.0.0.1", "fec0::1", "4000::1", "::ffff:0:8.8.8.8"])
def test_what_is_no_global_unicast_is_not_public(address: str) -> None:
    assert not may_dial(address, [])


@pytest.mark.fault(number=27)
@pytest.mark.parametrize("first", ["page", "robots.txt"])
async def test_a_name_that_is_bound_anew_is_dialled_where_it_was_checked(
    server: FaultServer, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A resolver of our own: a public address for the check, a private one for whoever asks again."""
    public = 1 if first == "page" else 2
    told: list[str] = []

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        told.append("127.0.0.1" if len(told) < public else "127.0.0.2")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (told[-1], port))]

    monkeypatch.setattr("scraper.fetch.network.socket.getaddrinfo", resolve)
    server.routes["/"] = answer()
    settings = make_settings(ignore_robots=first == "page")
    async with FaultServer(host="127.0.0.2", port=server.port) as private, Fetcher(settings) as fetcher:
        assert text_of(await fetcher.fetch(f"http://rebound.test:{server.port}/")) == PAGE
        assert len(told) == public, "one look-up for each connection: what was checked is what is dialled"
        again = await fetcher.fetch(f"http://rebound.test:{server.port}/again")
        assert isinstance(again, Skipped)
        assert again.code == "blocked_address"
        assert private.connections == 0
