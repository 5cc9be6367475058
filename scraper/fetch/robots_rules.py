"""What a robots.txt says: RFC 9309's grammar and matching, with the leniencies of Google's parser.

Written here since no engine passes all of Google's cases (protego 0.7.0: 510 of 532; the differences are agent names with blanks
and lines without a colon), and since matching must stay linear whatever a pattern's author wrote: no regular expressions.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlsplit

from scraper.urls import normalize_escapes

MAX_BYTES: Final = 512 * 1024
"""RFC 9309, section 2.5: at least 500 KiB are parsed."""

# Line ends of RFC 9309; str.splitlines would also split at form feeds and the like.
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_TOKEN: Final = re.compile(r"[A-Za-z_-]+")
# Python refuses to read numbers of 4,300 digits; nobody means one of ten.
_RATE: Final = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9}(?!\d))\s*([smh]?)")
_SECONDS: Final = {"": 1, "s": 1, "m": 60, "h": 3600}

# Misspellings that Google's parser accepts (robots.cc, ParsedRobotsKey).
_KEYS: Final = {
    **dict.fromkeys(("user-agent", "useragent", "user agent"), "user-agent"),
    **dict.fromkeys(("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"), "disallow"),
    **dict.fromkeys(("sitemap", "site-map"), "sitemap"),
    **{key: key for key in ("allow", "crawl-delay", "request-rate", "content-signal")},
}
# Characters of a path and query that stay as they are; everything outside ASCII is escaped before comparing (section 2.2.2).
_SAFE: Final = "%/:?#[]@!$&'()*+,;=-._~|\\^`{}<>\" "


@dataclass(slots=True)
class _Group:
    """The rules for one agent, from all its groups together (section 2.2.1)."""

    rules: list[tuple[str, bool]] = field(default_factory=list)
    delay_s: float = 0.0
    signals: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host's robots.txt says to us.

    Attributes:
        patterns: Path patterns with whether they allow, the longest first, of equal ones those that allow.
        crawl_delay_s: The pause that the host asks for, 0 where it asks for none. Request-rate counts as a pause too.
        sitemaps: The Sitemap lines.
        content_signal: The Content-Signal lines (contentsignals.org), joined by commas; None where there are none.
    """

    patterns: tuple[tuple[str, bool], ...] = ()
    crawl_delay_s: float = 0.0
    sitemaps: tuple[str, ...] = ()
    content_signal: str | None = None

    def allows(self, url: str) -> bool:
        """Tell whether the URL may be fetched. robots.txt itself always may (section 2.2.2): it is not asked about here."""
        path = _path_of(url)
        return next((allowed for pattern, allowed in self.patterns if matches(pattern, path)), True)


def product_token(user_agent: str) -> str:
    """Return the name that rules are matched against: the letters, ``_`` and ``-`` that the user agent starts with."""
    match = _TOKEN.match(user_agent)
    return match[0] if match else "*"


def parse_rules(body: bytes, token: str) -> Rules:
    """Parse a robots.txt; a page of HTML in its place has no rules.

    Args:
        body: The file, cut at a line end where it is longer than ``MAX_BYTES``.
        token: Our product token.
    """
    if len(body) >= MAX_BYTES:  # cut here, or where it was fetched: half a line may forbid what the whole one does not
        body = body[: max(body.rfind(end, 0, MAX_BYTES) for end in (b"\r", b"\n")) + 1]
    text = body.decode("utf-8", "surrogateescape").lstrip("\ufeff").replace("\0", "")
    if text.lstrip()[:1] == "<":
        return Rules()
    groups, sitemaps = _read_groups(text, token.lower())
    group = groups.get(token.lower()) or groups.get("*") or _Group()
    ordered = sorted(group.rules, key=lambda rule: (-len(rule[0]), not rule[1]))
    signal = ", ".join(group.signals) or None
    return Rules(tuple(dict.fromkeys(ordered)), group.delay_s, tuple(sitemaps), signal)


def _read_groups(text: str, token: str) -> tuple[dict[str, _Group], list[str]]:
    """Return the groups that may concern us, and the Sitemap lines, which belong to no group."""
    groups: dict[str, _Group] = {}
    sitemaps: list[str] = []
    agents: set[str] = set()
    in_rules = True
    for key, value in _lines(text):
        if key == "user-agent":
            if in_rules:
                agents, in_rules = set(), False
            name = _agent_name(value)
            if name in (token, "*"):
                agents.add(name)
                groups.setdefault(name, _Group())
        elif key == "sitemap":
            sitemaps.append(value)
        else:
            in_rules = True
            for agent in agents:
                _add_line(groups[agent], key, value)
    return groups, sitemaps


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for raw in _LINE_END.split(text):
        line = raw.partition("#")[0].strip()
        name, colon, value = line.partition(":")
        if not colon:  # "disallow /": the colon is taken as forgotten, as Google does
            words = line.split()
            name, value = (words[0], words[1]) if len(words) == 2 else ("", "")
        key = _KEYS.get(name.strip().lower())
        if key:
            yield key, value.strip()


def _agent_name(value: str) -> str:
    if value == "*" or value.startswith(("* ", "*\t")):
        return "*"
    match = _TOKEN.match(value)
    return match[0].lower() if match else ""


def _add_line(group: _Group, key: str, value: str) -> None:
    if key == "crawl-delay":
        group.delay_s = max(group.delay_s, _seconds(value))
    elif key == "request-rate":
        match = _RATE.match(value)
        if match and int(match[1]):
            group.delay_s = max(group.delay_s, int(match[2]) * _SECONDS[match[3]] / int(match[1]))
    elif key == "content-signal":
        group.signals += [value] if value else []
    elif value:  # an empty rule says nothing
        group.rules.append((_escaped(value), key == "allow"))
        if key == "allow" and value.endswith("/index.html"):  # Google: it allows the folder as well
            group.rules.append((_escaped(value.removesuffix("index.html")) + "$", True))


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if math.isfinite(seconds) and seconds > 0 else 0.0


def _path_of(url: str) -> str:
    """Return path and query, escaped as patterns are."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "/"
    path = parts.path if parts.path.startswith("/") else "/" + parts.path
    return _escaped(f"{path}?{parts.query}" if parts.query or url.partition("#")[0].endswith("?") else path)


def _escaped(text: str) -> str:
    return normalize_escapes(quote(text.encode("utf-8", "surrogateescape"), safe=_SAFE))


def matches(pattern: str, path: str) -> bool:
    """Tell whether a path starts with what a pattern says; ``*`` stands for anything, a last ``$`` for the end.

    >>> matches("/a*.php$", "/a/b.php"), matches("/a*.php$", "/a/b.php5"), matches("/a*.php", "/a/b.php5")
    (True, False, True)
    """
    is_anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not is_anchored or path == first
    place = len(first)
    for part in others[:-1]:
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    last = others[-1]
    if is_anchored:
        return len(path) - len(last) >= place and path.endswith(last)
    return path.find(last, place) >= 0
