"""What the value of a flag must be, and what to write instead where it is not."""

import re
from collections.abc import Callable
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Final

import click

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
        return super().convert(value, param, ctx)


class _Place(click.ParamType["Path | str"]):
    """A path, or an address in an object store."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        return value if "://" in value else Path(value)


NETWORK: Final = _Parsed("cidr", ip_network, "{value!r} is no network: write it as 127.0.0.0/8 or 10.1.2.3")
PATTERN: Final = _Parsed("regex", re.compile, "{value!r} is no regular expression: {error}")
DAY: Final = _Parsed(
    "date", lambda text: date.fromisoformat(text).isoformat(), "{value!r} is no date: write it as 2026-11-23"
)
STATE_FILE: Final = _StateFile(path_type=Path)
SAVED_PAGES: Final = _SavedPages(exists=True, allow_dash=True, path_type=Path)
PLACE: Final = _Place()
