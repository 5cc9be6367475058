import time
from pathlib import Path

import httpx
import pytest

from scraper.errors import UsageError
from scraper.fetch import Fetcher
from scraper.fetch.cookies import SiteCookies
from tests.fetch.conftest import make_settings, text_of
from tests.fetch.fault_server import PAGE, FaultServer, answer

HEAD = "# Netscape HTTP Cookie File\n"


def sent(cookies: SiteCookies, url: str) -> str | None:
    request = httpx.Request("GET", url)
    cookies.add_to(request)
    return request.headers.get("cookie")


def set_by(cookies: SiteCookies, url: str, *values: str) -> None:
    headers = [("set-cookie", value) for value in values]
    cookies.take_from(httpx.Response(200, headers=headers, request=httpx.Request("GET", url)))


def test_what_one_site_sets_no_other_site_sees() -> None:
    cookies = SiteCookies()
    set_by(cookies, "https://www.a.co.uk/", "one=1; Domain=co.uk", "two=2; Domain=a.co.uk", "three=3")
    assert sent(cookies, "https://b.co.uk/") is None
    assert set((sent(cookies, "https://www.a.co.uk/") or "").split("; ")) >= {"two=2", "three=3"}
    assert sent(cookies, "https://other.a.co.uk/") in ("two=2", "one=1; two=2", "two=2; one=1")


def test_files_fill_the_jars_of_their_sites(tmp_path: Path) -> None:
    file = tmp_path / "cookies.txt"
    file.write_text(
        f"{HEAD}.a.test\tTRUE\t/\tFALSE\t0\taccount\topen\n#HttpOnly_b.test\tFALSE\t/\tTRUE\t0\tsafe\tyes\n"
        ".a.test\tTRUE\t/\tFALSE\t1000\told\tgone\n"
    )
    cookies = SiteCookies([file])
    assert sent(cookies, "https://www.a.test/") == "account=open"
    assert sent(cookies, "https://b.test/") == "safe=yes"
    assert sent(cookies, "http://b.test/") is None


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text("no cookies")
    with pytest.raises(UsageError, match=r"wrong\.txt"):
        SiteCookies([tmp_path / "wrong.txt"])
    with pytest.raises(UsageError, match=r"none\.txt"):
        SiteCookies([tmp_path / "none.txt"])


def test_a_site_that_sets_ever_more_cookies_keeps_its_latest(tmp_path: Path) -> None:
    file = tmp_path / "cookies.txt"
    file.write_text(f"{HEAD}.a.test\tTRUE\t/\tFALSE\t0\taccount\topen\n")
    cookies = SiteCookies([file])
    for number in range(60):
        set_by(cookies, "https://a.test/", f"v{number}={'x' * 200}; Path=/", f"w{number}={'x' * 200}; Path=/")
    value = sent(cookies, "https://a.test/") or ""
    assert 5_000 < len(value) < 6_100
    assert value.startswith("account=open"), "what the user gave stays"
    assert "w59=" in value
    assert "w40=" not in value


def test_a_cookie_too_long_for_browsers_is_not_kept_and_takes_no_place() -> None:
    cookies = SiteCookies()
    set_by(cookies, "https://a.test/", "session=1", f"long={'x' * 9_000}", f"session={'x' * 9_000}", "last=1")
    assert sent(cookies, "https://a.test/") == "session=1; last=1"


def test_a_site_has_no_more_cookies_than_in_a_browser() -> None:
    cookies = SiteCookies()
    set_by(cookies, "https://a.test/", "gone=1", "gone=1; Max-Age=0", "first=1")
    for number in range(300):
        set_by(cookies, "https://a.test/", f"v{number}=1", "first=again")
    names = [pair.partition("=")[0] for pair in (sent(cookies, "https://a.test/") or "").split("; ")]
    assert len(names) == 180
    assert {"first", "v299", "v121"} <= set(names)


@pytest.mark.parametrize("end", ["taken back", "expired"])
def test_cookies_that_are_gone_take_no_place(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cookies = SiteCookies()
    set_by(cookies, "https://a.test/", "consent=yes; Max-Age=31536000")
    for number in range(200):
        set_by(cookies, "https://a.test/", f"nonce{number}={'x' * 40}; Max-Age=60")
        if end == "taken back":
            set_by(cookies, "https://a.test/", f"nonce{number}=; Max-Age=0")
        else:
            later = time.time() + 61
            monkeypatch.setattr("time.time", lambda later=later: later)
    assert sent(cookies, "https://a.test/") == "consent=yes"


async def test_a_cookie_outside_ascii_goes_back_byte_by_byte_and_stops_nothing(server: FaultServer) -> None:
    raw = b"city=m\xfcnchen; Path=/\r\nSet-Cookie: port=\xe6\x97\xa5; Path=/"
    server.routes |= {"/a": answer(Set_Cookie="zz").replace(b"zz", raw), "/b": answer()}
    async with Fetcher(make_settings()) as fetcher:
        for path in ("/a", "/b"):
            assert text_of(await fetcher.fetch(server.url(path))) == PAGE
    sent = server.asked[-1].headers["cookie"].encode("latin-1").split(b"; ")
    assert sorted(sent) == [b"city=m\xfcnchen", b"port=\xe6\x97\xa5"]


async def test_a_cookie_outside_ascii_on_each_page_stops_nothing(server: FaultServer) -> None:
    raw = answer(Set_Cookie="zz").replace(b"zz", b"city=m\xfcnchen; Path=/")
    server.routes = {f"/{n}": raw for n in range(3)}
    async with Fetcher(make_settings()) as fetcher:
        for n in range(3):
            assert text_of(await fetcher.fetch(server.url(f"/{n}"))) == PAGE
    assert server.asked[-1].headers["cookie"].encode("latin-1") == b"city=m\xfcnchen"


def test_a_files_cookie_in_any_script_is_sent_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "cookies.txt"
    path.write_text(HEAD + ".a.test\tTRUE\t/\tFALSE\t0\tname\t日\n", encoding="utf-8")
    request = httpx.Request("GET", "http://a.test/")
    SiteCookies([path]).add_to(request)
    assert (b"Cookie", "name=日".encode()) in request.headers.raw
