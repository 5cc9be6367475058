"""Cookies for the time of a run, a jar for each site: what one site sets, no other site sees."""

from collections.abc import Iterable
from http.cookiejar import LoadError, MozillaCookieJar
from pathlib import Path
from urllib.request import Request

import httpx

from scraper.errors import UsageError
from scraper.urls import registrable_domain


class SiteCookies:
    """The jars of a run.

    Args:
        files: Netscape cookie files, such as browsers' extensions write; each cookie goes to the jar of its own site.

    Raises:
        UsageError: A file cannot be read.
    """

    def __init__(self, files: Iterable[Path] = ()) -> None:
        self._jars: dict[str, httpx.Cookies] = {}
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
            jar = self._jar(cookie.domain.lstrip(".")).jar
            if "." not in cookie.domain:  # how http.cookiejar names hosts without a dot (RFC 2965, section 1)
                cookie.domain += ".local"
            jar.set_cookie(cookie)

    def _jar(self, host: str) -> httpx.Cookies:
        site = registrable_domain(f"http://{host}/") or host.removeprefix("www.")
        return self._jars.setdefault(site, httpx.Cookies())

    def add_to(self, request: httpx.Request) -> None:
        """Add the site's cookies to a request, byte by byte as they came: httpx itself sends ASCII only."""
        plain = Request(str(request.url), headers=dict(request.headers))
        self._jar(request.url.host).jar.add_cookie_header(plain)
        if value := plain.unredirected_hdrs.get("Cookie"):
            request.headers.update([(b"Cookie", _to_bytes(value))])
            request.headers.encoding = (
                "latin-1"  # what it was before holds else (httpx 0.28.1), and the jar reads it again
            )

    def take_from(self, response: httpx.Response) -> None:
        """Keep what a response sets."""
        if "set-cookie" in response.headers:
            response.headers.encoding = "latin-1"  # each byte one character, so that it can go back as it came
            self._jar(response.request.url.host).extract_cookies(response)


def _to_bytes(value: str) -> bytes:
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:  # out of a file, which is UTF-8
        return value.encode("utf-8", "surrogateescape")
