"""Addresses in metadata: made absolute, and believed only where they can be right."""

import re
from urllib.parse import urljoin, urlsplit

MAX_CHARS = 2_000
# The path of a site's front page, or of one of its languages'; content systems write the name of its script, too.
FRONT = re.compile(r"/(?:[a-z]{2}/?)?|/(?:[a-z]{2}/)?(?:index|default|home)\.[a-z]{3,5}", re.I)
# No front page's name is so long; what joins words, or a number, names something else.
_WORD_CHARS = 12
_NAMED = re.compile(r"[-_\d]")
# What the URL standard leaves out of an address before it reads it ("basic URL parser", steps 1 and 3), as ``scraper.urls.trim``
# does, whose module takes longer to load than the cleaner.
_EDGES = "".join(map(chr, range(0x21)))
_INSIDE = dict.fromkeys(map(ord, "\t\n\r"))


def absolute_url(address: str | None, base: str | None) -> str | None:
    """Return an http or https address made absolute, None for any other; blanks in it are escaped, as browsers do.

    >>> absolute_url("/ship 1.jpg", "https://news.example/a")
    'https://news.example/ship%201.jpg'
    """
    if not address or len(address) > MAX_CHARS:
        return None
    try:
        joined = urljoin(base or "", address.strip(_EDGES).translate(_INSIDE))
        parts = urlsplit(joined)
        return joined.replace(" ", "%20") if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def canonical_of(address: str | None, url: str | None) -> str | None:
    """Return the page's canonical address when it is on the same registrable domain and not the site's root.

    Themes that point every page at the home page are common; FETCH.md, "Canonical".
    """
    joined = absolute_url(address, url)
    if joined is None:
        return None
    parts = urlsplit(joined)
    if not parts.path.strip("/") and not parts.query:
        return None
    return joined if url is None or _same_domain(joined, url) else None


def is_front_address(address: str | None) -> bool:
    """Whether an address is that of a site's front page; what stands behind "#" may be a route, which scripts read.

    >>> is_front_address("https://news.example/en/"), is_front_address("https://news.example/?p=12")
    (True, False)
    """
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return (
        bool(parts.hostname)
        and not parts.query
        and "/" not in parts.fragment
        and FRONT.fullmatch(parts.path or "/") is not None
    )


def names_page(address: str) -> bool:
    """Whether an address is that of one page of a site: its last part is more than a short word, or its query names the page.

    >>> names_page("https://news.example/2026/harbour-opens"), names_page("https://news.example/start/home?utm_source=x")
    (True, False)
    """
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2]
    is_named = len(last) > _WORD_CHARS or _NAMED.search(last) is not None
    return is_named or any(name and not name.lower().startswith("utm") for name in parts.query.split("&"))


def _same_domain(one: str, other: str) -> bool:
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in (one, other)]
    if hosts[0] == hosts[1]:
        return True
    # A domain that somebody registered has two labels at least.
    if len({tuple(host.rstrip(".").split(".")[-2:]) for host in hosts}) > 1:
        return False
    # Loads a public suffix list, in .15 s: only pages whose canonical address is on a host with the same last labels need it.
    from scraper.urls import registrable_domain

    domain = registrable_domain(one)
    return domain is not None and domain == registrable_domain(other)
