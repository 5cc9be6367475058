"""Addresses from the file names of mirrors (wget's and alike): a folder named after the host, and the path below it."""

import re
from collections.abc import Iterable, Set
from contextlib import suppress
from functools import lru_cache
from html import escape, unescape
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from w3lib.url import safe_url_string

_HEAD_BYTES: Final = 65_536
# Where a page says its own address; looked for in the bytes, since the page is parsed only later, elsewhere.
_ADDRESS: Final = re.compile(
    rb"<(?:link\b[^<>]*\brel\s*=\s*[\"']?canonical\b|meta\b[^<>]*\bproperty\s*=\s*[\"']?og:url\b)[^<>]*>", re.I
)
_HREF: Final = re.compile(rb"\b(?:href|content)\s*=\s*[\"']?(https?://[^\"'\s>]+)", re.I)
_CANONICAL: Final = re.compile(rb"<link\b[^<>]*\brel\s*=\s*[\"']?canonical\b[^<>]*>", re.I)
_LOCAL_HREF: Final = re.compile(rb"\bhref\s*=\s*[\"'](?!/|[a-z]+:)[^\"']*[\"']", re.I)
# wget's --restrict-file-names=windows writes "+8080" and "@" where Windows allows neither ":" nor "?".
_HOST: Final = re.compile(r"([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:+](\d{1,5}))?", re.I)
_INDEX: Final = re.compile(r"(?:^|/)index\.html?$")
# --adjust-extension adds ".html" to names that a program or a query made.
_ADDED: Final = re.compile(r"(\.(?:php\d?|aspx?|jsp|cgi|pl|cfm)|\?[^?]+)\.html$", re.I)
_ORIGINAL: Final = ".orig"
_NO_UTF8: Final = re.compile("[\udc80-\udcff]")  # how Python has bytes of file names that are none


def stated_url(body: bytes) -> str | None:
    """Return the address that a page gives as its own, from its first 64 kB."""
    element = _ADDRESS.search(body, 0, _HEAD_BYTES)
    address = _HREF.search(element[0]) if element else None
    return unescape(address[1].decode("utf-8", "replace")) if address else None


def mirrored_url(name: str, body: bytes) -> str | None:
    """Return the address of a page that a mirror keeps under this name; ``None`` when no folder in it is a host.

    A page that gives an address on the same host settles what names cannot: the scheme, and whether ``.html`` was added.

    >>> mirrored_url("mirror/example.org/2026/story/index.html", b"")
    'https://example.org/2026/story/'
    """
    plain = _NO_UTF8.sub(lambda byte: f"%{ord(byte[0]) - 0xDC00:02X}", name)
    folders = plain.removesuffix(_ORIGINAL).split("/")
    for place, folder in enumerate(folders[:-1]):
        if host := _host(folder):
            path = "/".join(folders[place + 1 :])
            return _settle(scheme_of(host, body), host, path, stated_url(body))
    return None


def find_converted(names: Iterable[str]) -> Set[str]:
    """Return the names of pages whose links were made local and that stand as they were beside that (wget --backup-converted).

    Where wget has added ".html" to a name as well, the page as it was goes by the name before that.

    >>> sorted(find_converted(["a.html", "a.html.orig", "b.html", "b.orig", "c.html"]))
    ['a.html', 'b.html']
    """
    names = list(names)
    bare = [name.removesuffix(_ORIGINAL) for name in names if name.endswith(_ORIGINAL)]
    known = frozenset(names) if bare else frozenset()
    return {name if name in known else f"{name}.html" for name in bare}


def restore_canonical(body: bytes, url: str) -> bytes:
    """Return a mirrored page whose canonical link, made local like every link in it, is its address again."""

    def put_back(element: re.Match[bytes]) -> bytes:
        return _LOCAL_HREF.sub(lambda href: b'href="%s"' % escape(url).encode(), element[0])

    return _CANONICAL.sub(put_back, body[:_HEAD_BYTES], 1) + body[_HEAD_BYTES:]


def scheme_of(host: str, body: bytes) -> str:
    """Return the scheme of a page whose host alone is known: the one that it gives for itself, else ``https``."""
    with suppress(ValueError):  # what is written there is no address
        stated = urlsplit(stated_url(body) or "")
        if stated.scheme and stated.netloc.lower() == host.lower():
            return stated.scheme
    port = host.rpartition(":")[2]  # servers on ports of their own rarely speak TLS, but for 8443 and the like
    return "http" if port.isdigit() and not port.endswith("443") else "https"


def _settle(scheme: str, host: str, path: str, stated: str | None) -> str:
    if "?" not in path and "@" in path and "=" in path.partition("@")[2]:
        path = path.replace("@", "?", 1)
    path = _ADDED.sub(r"\1", _INDEX.sub("/" if "/" in path else "", path))
    address = safe_url_string(f"{scheme}://{host}/{path}")
    return stated if stated and _bare(stated) == _bare(address) else address


def _bare(url: str) -> str | None:
    """An address without what a mirror may have added to its end; ``None`` for what is no address."""
    try:
        return safe_url_string(url).removesuffix(".html").rstrip("/")
    except ValueError:
        return None


@lru_cache(maxsize=4_096)
def _host(folder: str) -> str | None:
    """The host with its port that a folder is named after."""
    found = _HOST.fullmatch(folder)
    if found is None or not (_is_address(found[1]) or _is_domain(found[1])):
        return None
    return f"{found[1]}:{found[2]}".lower() if found[2] else found[1].lower()


def _is_address(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


def _is_domain(name: str) -> bool:
    """Whether a name ends in a public suffix; ``site.backup`` and ``v1.2`` do not."""
    from tld import get_tld

    return get_tld(f"https://{name}", fail_silently=True) is not None
