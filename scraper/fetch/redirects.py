"""Redirects, followed one by one: where they lead, when they go in circles, and what a page that moved is known by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from scraper.errors import FetchError
from scraper.fetch.client import Answer
from scraper.reasons import Reason
from scraper.urls import host_of, site_of, url_key

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PERMANENT: Final = frozenset({301, 308})
_SCHEME: Final = re.compile(r"[a-z][a-z\d+.-]*:", re.I)
_WEB: Final = re.compile(r"https?:", re.I)
_SECRET_HEADERS: Final = frozenset({"authorization", "cookie", "proxy-authorization"})


@dataclass(slots=True)
class Hop:
    """Where a chain of redirects stands.

    Attributes:
        headers: Extra request headers, as far as they may still be sent.
        aliases: URLs that were found to have moved for good.
        insecure: Some server was not asked for a valid certificate.
    """

    url: str
    headers: dict[str, str]
    aliases: list[str] = field(default_factory=list)
    insecure: bool = False
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _is_permanent: bool = True

    def follow(self, answer: Answer) -> None:
        """Go where an answer redirects.

        Raises:
            FetchError: Nowhere or to no address (``bad_redirect``), in a circle (``redirect_loop``), or to no page of the web
                (``blocked_address``).
        """
        target = redirect_target(answer)
        # A cookie wall sends the visitor back to the same URL once it has set its cookie, or with a session in it: the state is
        # part of the key.
        state = (target, answer.headers.get("set-cookie", "").partition(";")[0])
        if state in self._seen:
            raise FetchError(f"redirect loop at {target}", url=self.url, code=Reason.REDIRECT_LOOP)
        self._seen.add(state)
        self._is_permanent = self._is_permanent and answer.status in _PERMANENT
        if self._is_permanent and url_key(target) != url_key(self.url):
            self.aliases.append(self.url)
        self.go_to(target)

    def go_to(self, target: str) -> None:
        """Go on at another URL; secrets stay with their origin, the other extra headers with their site."""
        if site_of(target) != site_of(self.url):
            self.headers = {}
        elif host_of(target) != host_of(self.url):
            self.headers = {name: value for name, value in self.headers.items() if name.lower() not in _SECRET_HEADERS}
        self.url = target


def headers_for(url: str, home: str, headers: Mapping[str, str]) -> dict[str, str]:
    """Return those of a site's own headers that are for a URL too: a feed or a page may name any host as the site's.

    Whoever gave them wrote them for the site: it may be known with and without ``www.``, and have moved to https; back to http
    no secret goes.

    Args:
        url: What is to be asked for.
        home: The site's own address.
        headers: The site's own.
    """
    try:
        if site_of(url) != site_of(home):
            return {}
        is_bared = host_of(home).startswith("https:") and not host_of(url).startswith("https:")
    except ValueError:
        return {}
    return {name: value for name, value in headers.items() if not (is_bared and name.lower() in _SECRET_HEADERS)}


def redirect_target(answer: Answer) -> str:
    """Return where a redirect leads; bytes outside ASCII are escaped as they are, as browsers do.

    Raises:
        FetchError: There is no Location, or it is no address (``bad_redirect``), or it is not of the web (``blocked_address``).
    """
    location = answer.headers.get("location", "").strip()
    if not location:
        raise FetchError(f"status {answer.status} without Location", url=answer.url, code=Reason.BAD_REDIRECT)
    plain, mark, query = location.partition("?")
    location = plain.replace("\\", "/") + mark + query  # WHATWG URL: the two slashes are one in http URLs
    try:
        target = urljoin(answer.url, quote(location.encode("latin-1"), safe="%/:?#[]@!$&'()*+,;=-._~|"))
        host_of(target)
    except ValueError as error:
        is_of_web = _SCHEME.match(location) is None or _WEB.match(location) is not None
        code = Reason.BAD_REDIRECT if is_of_web else Reason.BLOCKED_ADDRESS
        raise FetchError(f"redirect to {location[:200]!r}", url=answer.url, code=code) from error
    return urldefrag(target).url


def refuse_home(url: str, final: str) -> None:
    """Check that an article's address does not lead to the home page: then the article is gone.

    Raises:
        FetchError: It does (``redirect_to_home``).
    """
    asked, got = urlsplit(url), urlsplit(final)
    if got.path in ("", "/") and not got.query and len(asked.path) > 1 and site_of(url) == site_of(final):
        raise FetchError("redirected to the home page", url=url, code=Reason.REDIRECT_TO_HOME)
