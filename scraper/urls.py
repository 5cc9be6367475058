"""URL keys and site names: which addresses are the same page, which pages are the same site.

The key is for telling pages apart only; what is fetched is always the URL as it was found.
"""

import hashlib
import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address
from typing import Final
from urllib.parse import unquote_to_bytes, urlsplit, urlunsplit

from w3lib.url import safe_url_string

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}

# Parameters that name the visitor's way here and not the page: Google, Facebook, Microsoft, Yandex, Mailchimp, HubSpot, Matomo.
_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|_hs\w+|hsa_\w+|mtm_\w+|pk_\w+|__twitter_impression",
    re.I,
)
# The number of the visit: whoever comes without a cookie, as each run does, gets it in every link (Jakarta Servlet 6.0, section
# 7.1.3; PHP's session.use_trans_sid).
_SESSION: Final = re.compile(
    r";jsessionid=[^;/?&#]*|(?<=[?&])(?:phpsessid|jsessionid)=[^&#]*&|[?&](?:phpsessid|jsessionid)=[^&#]*(?=#|$)", re.I
)
# What RFC 3986, section 2.3, calls unreserved: the only characters whose escaped form means the same.
# After a lone % none is decoded: %e%42 would become %eB, which is another escape.
_ESCAPE: Final = re.compile(r"(?<!%)(?<!%[0-9A-Fa-f])%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_OUTER: Final = "".join(map(chr, range(33)))
_BLANKS: Final = re.compile(r"[\t\n\r]")
# WHATWG URL, section 3.1: forbidden domain code points.
_FORBIDDEN_IN_HOST: Final = re.compile(r"[\x00-\x20#/:<>?@\[\\\]^|%\x7f]")
# Up to the last @ before the path: the standard's parser takes the earlier ones for part of the password.
_USER: Final = re.compile(r"^(\s*\w+:[/\\]*)[^/\\?#]*@", re.I)
_WITHOUT_SCHEME: Final = re.compile(r"(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]+:\d+)(?:/[^\s@]*)?")
_HEX: Final = re.compile(r"0x[0-9a-f]*", re.I)


# Discovery and the frontier ask for the same URL's key one after the other.
@lru_cache(maxsize=1_024)
def url_key(url: str) -> str:
    """Return the form of a URL that is equal for equal pages.

    WHATWG's parse, without fragment, tracking parameters and session. Order of the query, trailing slash, ``www.`` and scheme are
    kept: only a redirect or a canonical link can say that they do not matter.

    >>> url_key("HTTP://Example.ORG:80/a/../b?id=1&utm_source=x#top")
    'http://example.org/b?id=1'

    Raises:
        ValueError: Not http or https, no host, or no URL at all.
    """
    parts = urlsplit(safe_url_string(drop_session(trim(url))))
    host = host_of(url).partition("://")[2]
    path = normalize_escapes(_without_dots(parts.path))
    return urlunsplit((parts.scheme.lower(), host, path, _query(parts.query), ""))


def drop_session(url: str) -> str:
    """Return a URL without the number of the visit in which it was found.

    >>> drop_session("http://example.org/b;jsessionid=0A1B?id=1&PHPSESSID=f3#c")
    'http://example.org/b?id=1#c'
    """
    return _SESSION.sub("", url)


def typed_url_key(url: str) -> str:
    """Return the key of a URL that a person wrote.

    Raises:
        ValueError: It is none; the message says how to write it.
    """
    try:
        return url_key(url)
    except ValueError as exc:
        raise ValueError(f"{url!r} is no http or https URL: write it as {_with_scheme(url)}") from exc


def loose_url_key(address: str) -> str:
    """Return the key of a URL, and what is none, such as a file's name, as it is.

    >>> loose_url_key("saved/page.html")
    'saved/page.html'
    """
    try:
        return url_key(address)
    except ValueError:
        return address


def _with_scheme(url: str) -> str:
    if not _WITHOUT_SCHEME.fullmatch(url):
        return "https://example.org/"
    return f"https://{url}" if "/" in url else f"https://{url}/"


def host_of(url: str) -> str:
    """Return the origin that pacing and robots.txt count by, without the scheme's own port.

    >>> host_of("https://Example.org:443/a")
    'https://example.org'

    Raises:
        ValueError: Not http or https, no host, or no URL at all.
    """
    parts = urlsplit(trim(url))
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"no http or https URL with a host: {url[:200]!r}")
    name = f"[{_ipv6(parts.hostname)}]" if ":" in parts.hostname else _ascii_host(parts.hostname)
    port = parts.port
    return f"{scheme}://{name}" if port in (None, _DEFAULT_PORTS[scheme]) else f"{scheme}://{name}:{port}"


def trim(url: str) -> str:
    r"""Return a URL as the standard's parser begins with it.

    Outer blanks and control characters are dropped, tabs and line ends anywhere, and backslashes of the path turned round.

    >>> trim(" https://example.org\\a\nb ")
    'https://example.org/ab'
    """
    plain = _BLANKS.sub("", url.strip(_OUTER))
    end = re.search("[?#]", plain)
    place = end.start() if end else len(plain)
    return plain[:place].replace("\\", "/") + plain[place:]


def with_ascii_host(url: str) -> str:
    """Return the URL as it is sent: outer blanks and the fragment dropped, the host as ``host_of`` gives it.

    >>> with_ascii_host(" http://Bücher.example:80/a?b#c")
    'http://xn--bcher-kva.example/a?b'

    Raises:
        ValueError: As ``host_of``.
    """
    parts = urlsplit(trim(url))
    return urlunsplit((parts.scheme, host_of(url).partition("://")[2], parts.path, parts.query, ""))


def site_of(url: str) -> str:
    """Return the host without ``www.``, with a port that is not the scheme's own.

    >>> site_of("https://www.example.org/a")
    'example.org'

    Raises:
        ValueError: As ``host_of``.
    """
    return host_of(url).partition("://")[2].removeprefix("www.")


def hide_user(url: str) -> str:
    """Return the URL with what a user name and password would be left out, for logs and the state file.

    >>> hide_user("https://reader:secret@example.org/a@b")
    'https://***@example.org/a@b'
    """
    return _USER.sub(r"\1***@", url)


@lru_cache(maxsize=4_096)
def registrable_domain(url: str) -> str | None:
    """Return the domain that its owner registered, by the public suffix list; None for an address that has none."""
    from courlan import extract_domain

    return extract_domain(url) or None


def record_id(key: str) -> str:
    """Return 16 hexadecimal digits that stand for a key."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


@lru_cache(maxsize=4_096)
def _ascii_host(name: str) -> str:
    """Return a host as the standard's host parser does (WHATWG URL, section 3.5): IDNA, and IPv4 in all its spellings."""
    import idna

    name = unquote_to_bytes(name).decode("utf-8", "replace")
    if not name.isascii():
        try:
            # Mapped as UTS #46 says, but encoded without IDNA 2008's checks, which browsers do not make: emoji are names too.
            labels = idna.uts46_remap(name, std3_rules=False, transitional=False).split(".")
            name = ".".join(
                label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels
            )
        except (idna.IDNAError, UnicodeError) as error:
            raise ValueError(f"no valid host name: {name[:200]!r}") from error
    name = name.lower()
    if not name or _FORBIDDEN_IN_HOST.search(name):  # nothing is left of soft hyphens and the like
        raise ValueError(f"no valid host name: {name[:200]!r}")
    last = name.removesuffix(".").rpartition(".")[2]
    return _ipv4(name.removesuffix(".")) if last.isdigit() or _HEX.fullmatch(last) else name


def _ipv6(name: str) -> str:
    try:
        return str(IPv6Address(name))
    except ValueError as error:
        raise ValueError(f"no valid IPv6 address: {name[:200]!r}") from error


def _ipv4(name: str) -> str:
    """Read an IPv4 address of one to four numbers, each decimal, octal or hexadecimal."""
    parts = name.split(".")
    try:
        numbers = [_ipv4_number(part) for part in parts]
    except ValueError as error:
        raise ValueError(f"no valid IPv4 address: {name[:200]!r}") from error
    if len(parts) > 4 or any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(parts)):
        raise ValueError(f"no valid IPv4 address: {name[:200]!r}")
    value = sum(number << 8 * (3 - place) for place, number in enumerate(numbers[:-1])) + numbers[-1]
    return str(IPv4Address(value))


def _ipv4_number(text: str) -> int:
    if _HEX.fullmatch(text):
        return int(text[2:] or "0", 16)
    if not text.isdecimal():  # `int` would also take a sign and "1_0"
        raise ValueError(text)
    return int(text, 8 if len(text) > 1 and text.startswith("0") else 10)


def _without_dots(path: str) -> str:
    """Resolve ``.`` and ``..``, also when written as ``%2e``."""
    kept: list[str] = []
    segments = path.split("/")[1:] if path.startswith("/") else path.split("/")
    for place, segment in enumerate(segments):
        plain = segment.replace("%2e", ".").replace("%2E", ".")
        last = place == len(segments) - 1
        if plain == "..":
            kept = kept[:-1]
        if plain not in (".", ".."):
            kept.append(segment)
        elif last:
            kept.append("")
    return "/" + "/".join(kept)


def normalize_escapes(text: str) -> str:
    """Decode escapes of unreserved characters, write the others in upper case.

    >>> normalize_escapes("/%7Euser/a%2fb")
    '/~user/a%2Fb'
    """

    def plain(match: re.Match[str]) -> str:
        character = unquote_to_bytes(match[0]).decode("latin-1")
        return character if character in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(plain, text)


def _query(query: str) -> str:
    parts = normalize_escapes(query).split("&")  # an escaped name is the same name
    return "&".join(part for part in parts if part and not _TRACKING.fullmatch(part.partition("=")[0]))
