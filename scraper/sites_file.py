"""The sites file: which sites to scrape, and what is special about each. TOML; a URL alone is enough.

[[site]]
url = "https://example.org/"

[[site]]
url = "https://example.net/news/"
feeds = ["https://example.net/rss"]      # others are looked for as well
sitemaps = []
include = ["/news/"]                     # only URLs that match one of these expressions
exclude = ["/live/"]
delay = 2.5                              # seconds between requests
since = 2026-11-01
headers = { X-Reader = "yes" }
cookies_file = "cookies.txt"             # Netscape's format; beside this file
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from scraper.errors import UsageError
from scraper.settings import MAX_PAUSE_S, SiteSettings
from scraper.urls import hide_user, site_of, typed_url_key, url_key


@dataclass(frozen=True, slots=True, kw_only=True)
class SitesFile:
    """What a sites file says.

    Attributes:
        sites: In the file's order.
        delays_s: Pauses by the site's name.
        cookie_files: Files with cookies for some of the sites.
    """

    sites: tuple[SiteSettings, ...]
    delays_s: Mapping[str, float] = field(default_factory=dict)
    cookie_files: tuple[Path, ...] = ()


def read_sites_file(path: Path) -> SitesFile:
    """Read and check a sites file.

    Raises:
        UsageError: The file cannot be read or says something wrong; the message names file, line and key.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as exc:
        raise UsageError(f"{path}: cannot be read ({exc.strerror})") from exc
    except UnicodeDecodeError as exc:
        line = exc.object[: exc.start].count(b"\n") + 1
        raise UsageError(f"{path}, line {line}: is not UTF-8: let the editor save the file as UTF-8") from exc
    except (ValueError, RecursionError) as exc:  # no TOML, a number of 5,000 digits; brackets without end
        raise UsageError(
            f'{path}: not TOML: {exc}; a site is written as [[site]] and, below it, url = "https://..."'
        ) from exc
    return _Reader(path, text.splitlines()).read(tables)


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    lines: Sequence[str]

    def read(self, tables: Mapping[str, Any]) -> SitesFile:
        for key in tables:
            if key != "site":
                raise self._error(None, key, _unknown(key, ["site"]) + ": each site is a table [[site]]")
        entries = tables.get("site", [])
        if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
            raise UsageError(f'{self.path}: no [[site]] in it; write one with url = "https://example.org/"')
        read = [self._read_site(number, entry) for number, entry in enumerate(entries)]
        self._refuse_twins(read)
        return SitesFile(
            sites=tuple(SiteSettings(**{key: site[key] for key in site if key in _OF_SITES}) for site in read),
            delays_s={site_of(site["url"]): site["delay"] for site in read if "delay" in site},
            cookie_files=tuple(dict.fromkeys(site["cookies_file"] for site in read if "cookies_file" in site)),
        )

    def _read_site(self, number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
        site = {}
        for key, value in entry.items():
            if key not in _KEYS:
                raise self._error(number, key, _unknown(key, list(_KEYS)))
            try:
                site[key] = _KEYS[key](value)
            except (TypeError, ValueError) as exc:
                raise self._error(number, key, f"{key}: {exc}") from exc
        if "url" not in site:
            raise self._error(number, None, "url is missing")
        if "cookies_file" in site:
            site["cookies_file"] = self.path.parent / site["cookies_file"]
            if not _is_file(site["cookies_file"]):
                raise self._error(number, "cookies_file", f"cookies_file: no file {site['cookies_file']}")
        return site

    def _refuse_twins(self, sites: Sequence[Mapping[str, Any]]) -> None:
        first: dict[str, int] = {}
        for number, site in enumerate(sites):
            twin = first.setdefault(url_key(site["url"]), number)
            if twin != number:
                raise self._error(number, "url", f"url: also in line {self._line_of(twin, 'url')}")

    def _error(self, number: int | None, key: str | None, message: str) -> UsageError:
        return UsageError(f"{self.path}, line {self._line_of(number, key)}: {message}")

    def _line_of(self, number: int | None, key: str | None) -> int:
        """Find a key's line in the site's table; the parser does not tell where it read a key."""
        heads = [place for place, line in enumerate(self.lines) if _SITE_HEAD.match(line)]
        begin = 0 if number is None or number >= len(heads) else heads[number]
        later = [place for place in heads if place > begin]
        written = re.compile(rf"\s*(?:\[+\s*(?:site\s*\.\s*)?)?[\"']?{re.escape(key or '')}[\"']?\s*[\].=]")
        for place in range(begin, later[0] if later and number is not None else len(self.lines)):
            if key is not None and written.match(self.lines[place]):
                return place + 1
        return begin + 1


_SITE_HEAD: Final = re.compile(r"\s*\[\[\s*[\"']?site[\"']?\s*\]\]")


def _unknown(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1)
    return f"unknown key {key!r}" + (f" (did you mean {near[0]!r}?)" if near else "")


def _url(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("must be a URL in quotes")
    if (shown := hide_user(value)) != value:
        raise ValueError(f"{shown!r} has a user name in it: give headers or a cookies_file instead")
    typed_url_key(value)
    return value


def _many(convert: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError('must be a list: ["...", "..."]')
        return tuple(convert(item) for item in value)

    return read


def _pattern(value: Any) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except (re.error, TypeError, OverflowError, RecursionError) as exc:
        raise ValueError(f"{value!r} is not a regular expression ({exc})") from exc


def _delay(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MAX_PAUSE_S:
        raise ValueError(f"must be a number of seconds, such as 2.5, and {MAX_PAUSE_S} at most")
    return float(value)


def _day(value: Any) -> str:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()[:10]
    except (TypeError, ValueError) as exc:
        raise ValueError(f"{value!r} is not a date: write it as 2026-11-23") from exc


def _headers(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError('must be a table: { X-Reader = "yes" }')
    for name, text in value.items():
        if not re.fullmatch(r"[!#$%&'*+.^`|~\w-]+", name, re.ASCII):  # RFC 9110, section 5.6.2: token
            raise ValueError(f"{name!r} is no header name")
        if not isinstance(text, str) or not text.isascii() or not text.isprintable():
            raise ValueError(f"{name}: must be printable ASCII in quotes")
    return dict(value)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than names may be
        return False


def _file(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("must be a file name in quotes")
    return value


_KEYS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "url": _url,
    "feeds": _many(_url),
    "sitemaps": _many(_url),
    "include": _many(_pattern),
    "exclude": _many(_pattern),
    "delay": _delay,
    "since": _day,
    "headers": _headers,
    "cookies_file": _file,
}
_OF_SITES: Final = frozenset({"url", "feeds", "sitemaps", "include", "exclude", "since", "headers"})
