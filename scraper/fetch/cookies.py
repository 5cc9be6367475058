"""Cookies for the time of a run, a jar for each site: what one site sets, no other site sees."""

from collections.abc import Iterable
from http.cookiejar import Cookie, CookieJar, LoadError, MozillaCookieJar
from pathlib import Path
from typing import Final, TypeAlias
from urllib.request import Request

import httpx

from scraper.errors import UsageError
from scraper.urls import registrable_domain

_Key: TypeAlias = tuple[str, str, str]  # domain, path, name


MAX_COOKIES: Final = 180
"""Of one site, as in Chromium and Firefox."""

MAX_COOKIE_CHARS: Final = 6_000
"""Of all of a site's that servers set: nginx and Apache refuse a header of 8 KB, Tomcat 8 KB of all headers (2026-11-27)."""

MAX_ONE_COOKIE_CHARS: Final = 4_096
"""Name and value of one: a longer one is not kept, as in browsers (RFC 6265bis, section 5.7); it would take the place of all."""


class _Jar(CookieJar):
    """A site's cookies. Where servers set too many, the oldest go; what the user's file holds stays."""

    def __init__(self) -> None:
        super().__init__()
        self._set: dict[_Key, int] = {}  # names and values by characters, the oldest first
        self._given: set[_Key] = set()

    def give(self, cookie: Cookie) -> None:
        """Keep one of the user's own."""
        self._given.add(_key(cookie))
        super().set_cookie(cookie)

    def set_cookie(self, cookie: Cookie) -> None:
        """Keep one that a server sets."""
        if len(cookie.name) + len(cookie.value or "") > MAX_ONE_COOKIE_CHARS:
            return
        super().set_cookie(cookie)
        key = _key(cookie)
        if key in self._given:
            return
        self._forget_gone()
        self._set.pop(key, None)
        self._set[key] = len(cookie.name) + len(cookie.value or "") + len("=; ")
        while len(self._set) > MAX_COOKIES or sum(self._set.values()) > MAX_COOKIE_CHARS:
            oldest = next(iter(self._set))
            del self._set[oldest]
            self.clear(*oldest)

    def _forget_gone(self) -> None:
        """Count no cookie that was taken back or has expired."""
        self.clear_expired_cookies()
        held = {_key(cookie) for cookie in self}
        self._set = {key: chars for key, chars in self._set.items() if key in held}


def _key(cookie: Cookie) -> _Key:
    return cookie.domain, cookie.path, cookie.name


class SiteCookies:
    """The jars of a run.

    Args:
        files: Netscape cookie files, such as browsers' extensions write; each cookie goes to the jar of its own site.

    Raises:
        UsageError: A file cannot be read.
    """

    def __init__(self, files: Iterable[Path] = ()) -> None:
        self._jars: dict[str, _Jar] = {}
        for path in files:
            self._load(path)

    def _load(self, path: Path) -> None:
        file = MozillaCookieJar(path)
        try:
            file.load(ignore_discard=True, ignore_expires=True)
        except (LoadError, OSError, UnicodeError) as error:
            raise UsageError(f"{path}: no cookies file in Netscape's format ({error})") from error
        for cookie in file:
            cookie.expires = cookie.expires or None  # 0 is for the session, as curl and browsers write it
            if cookie.is_expired():
                continue
            jar = self._jar(cookie.domain.lstrip("."))
            if "." not in cookie.domain:  # how http.cookiejar names hosts without a dot (RFC 2965, section 1)
                cookie.domain += ".local"
            jar.give(cookie)

    def _jar(self, host: str) -> _Jar:
        site = registrable_domain(f"http://{host}/") or host.removeprefix("www.")
        return self._jars.setdefault(site, _Jar())

    def add_to(self, request: httpx.Request) -> None:
        """Add the site's cookies to a request, byte by byte as they came: httpx itself sends ASCII only."""
        plain = Request(str(request.url), headers=dict(request.headers))
        self._jar(request.url.host).add_cookie_header(plain)
        if value := plain.unredirected_hdrs.get("Cookie"):
            request.headers.update([(b"Cookie", _to_bytes(value))])
            # What it was before holds else (httpx 0.28.1), and the jar reads it again.
            request.headers.encoding = "latin-1"

    def take_from(self, response: httpx.Response) -> None:
        """Keep what a response sets."""
        if "set-cookie" in response.headers:
            response.headers.encoding = "latin-1"  # each byte one character, so that it can go back as it came
            httpx.Cookies(self._jar(response.request.url.host)).extract_cookies(response)


def _to_bytes(value: str) -> bytes:
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:  # out of a file, which is UTF-8
        return value.encode("utf-8", "surrogateescape")
