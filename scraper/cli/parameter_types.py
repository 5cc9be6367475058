"""What the value of a flag must be, and what to write instead where it is not."""

import math
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any, Final

import click

from scraper.settings import DAY_S, MAX_PAUSE_S

_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_SECONDS: Final = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}
_DURATION: Final = re.compile(rf"(\d+(?:\.\d+)?|\.\d+)\s*([{''.join(_SECONDS)}]?)")
# The last two are of patterns: a count beyond all numbers, brackets without end.
_REFUSED: Final = (ValueError, re.error, OverflowError, RecursionError)


class _Parsed(click.ParamType[Any]):
    """What a function makes of the text."""

    def __init__(self, name: str, parse: Callable[[str], Any], refusal: str) -> None:
        self.name = name
        self._parse = parse
        self._refusal = refusal

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return self._parse(value)
        except _REFUSED as error:
            self.fail(self._refusal.format(value=value, error=error), param, ctx)


class _StateFile(click.Path):
    """The state file of earlier runs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not Path(value).exists():
            self.fail(
                f"no state file {str(value)!r} here: name the one that `scraper scrape --state` has made", param, ctx
            )
        return super().convert(value, param, ctx)


class _SavedPages(click.Path):
    """What is to be cleaned."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if str(value).lower().startswith(("http://", "https://")):
            self.fail(
                f"{value} is an address, no file: `scraper scrape --no-discovery {value}` fetches and cleans it",
                param,
                ctx,
            )
        if not Path(value).exists() and re.search(r"[*?\[]", str(value)):
            self.fail(
                f"no file {str(value)!r} here: write a pattern without quotes: the shell puts the files that match in its place",
                param,
                ctx,
            )
        return super().convert(value, param, ctx)


class _Place(click.ParamType["Path | str"]):
    """A path, or an address in an object store."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        return value if "://" in value else Path(value)


def parse_seconds(text: str) -> float:
    """Return a time to wait, in seconds.

    >>> parse_seconds("90"), parse_seconds("1.5h")
    (90.0, 5400.0)

    Raises:
        ValueError: It is none.
    """
    found = _DURATION.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(text)
    return float(found[1]) * _SECONDS[found[2]]


def parse_host(text: str) -> str:
    """Return a host's name or address, as those of URLs are written.

    >>> parse_host("Example.org"), parse_host("[::1]")
    ('example.org', '::1')

    Raises:
        ValueError: It is more than a host, such as a URL, or none.
    """
    with suppress(ValueError):
        return str(ip_address(text.strip("[]")))
    if not _HOST.fullmatch(text):
        raise ValueError(text)
    return text.lower() if text.isascii() else text.encode("idna").decode()


def _parse_agent(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text


class _Seconds(click.ParamType[float]):
    """A time, as a number of seconds or with its unit."""

    name = "seconds"

    def __init__(self, least: float = 0.0, *, most: float) -> None:
        self._least = least
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            seconds = parse_seconds(str(value))
        except ValueError:
            self.fail(f"{value!r} is no time: write it as 90 (seconds), 30s, 2m, 1.5h or 1d", param, ctx)
        if seconds < self._least:
            self.fail(f"{value!r} is too short: write {self._least:g} or more seconds", param, ctx)
        if seconds > self._most:
            self.fail(f"{_shorten(value)!r} is too long: write {self._most / DAY_S:g}d or less", param, ctx)
        return seconds


class _Percent(click.FloatRange):
    """A share of all, 0 to 100: click's own range lets "nan" through, over which nothing is."""

    name = "percent"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        percent = super().convert(value, param, ctx)
        if math.isnan(percent):
            self.fail(f"{value!r} is not a percentage: write a number from 0 to 100", param, ctx)
        return percent


def _shorten(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}..."


NETWORK: Final = _Parsed("cidr", ip_network, "{value!r} is not a network: write it as 127.0.0.0/8 or 10.1.2.3")
PATTERN: Final = _Parsed("regex", re.compile, "{value!r} is not a regular expression: {error}")
DAY: Final = _Parsed(
    "date", lambda text: date.fromisoformat(text).isoformat(), "{value!r} is not a date: write it as 2026-11-23"
)
HOST: Final = _Parsed(
    "host", parse_host, "{value!r} is not a host: write only its name or address, such as example.org or 127.0.0.1"
)
AGENT: Final = _Parsed("text", _parse_agent, "{value!r} names no program: write it as newsbot/1.0")
MEMORY_MB: Final = click.IntRange(256, 1 << 24)  # 16 TB; the system counts its bytes in 63 bits
PERCENT: Final = _Percent(0, 100)
# The system's clocks and waits overflow: at 25 days that for a process, later those of sockets (2026-11-28).
WAIT: Final = _Seconds(most=365 * DAY_S)
RUNTIME: Final = _Seconds(1.0, most=365 * DAY_S)
PAUSE: Final = _Seconds(most=MAX_PAUSE_S)
LEASE: Final = _Seconds(1.0, most=DAY_S)
# In less no page is cleaned: all would be killed, twice each.
PAGE_TIME: Final = _Seconds(0.1, most=DAY_S)
STATE_FILE: Final = _StateFile(path_type=Path)
SAVED_PAGES: Final = _SavedPages(exists=True, allow_dash=True, path_type=Path)
PLACE: Final = _Place()
