"""Addresses that a command is given: as arguments, in a text file of one a line, on standard input."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from scraper.errors import UsageError
from scraper.urls import typed_url_key

_STANDARD_INPUT: Final = "-"
_WEB: Final = ("http://", "https://")
_SHOWN: Final = 60


def files_among(named: Sequence[str]) -> list[Path]:
    """Return which of the names are files."""
    return [Path(name) for name in named if _is_file(name)]


def read_addresses(named: Sequence[str]) -> Iterator[str]:
    """Yield addresses in the order in which they are named; ``-`` and names of files stand for the lines there.

    Blank lines and those that begin with ``#`` are passed over.

    Raises:
        UsageError: A file cannot be read, is not there, or is no list of addresses.
    """
    for name in named:
        if name == _STANDARD_INPUT:
            yield from _check(_split(sys.stdin.buffer.read()), "standard input: write addresses there, one a line")
        elif _is_file(name):
            advice = f"{name} is here on the disk: `scraper clean` reads saved pages, --sites a file of sites; a list of addresses"
            yield from _check(_split(_read(Path(name))), f"{advice} has one a line")
        else:
            _refuse_file_that_is_missing(name)
            yield name


def _refuse_file_that_is_missing(name: str) -> None:
    """Refuse what is neither an address nor a file, before anything is fetched: a list that cron does not find is no page."""
    if "://" in name:
        return
    try:
        typed_url_key(name)
    except ValueError as exc:
        raise UsageError(f"no such file, and {exc}") from exc


def _is_file(name: str) -> bool:
    return bool(name) and "://" not in name and Path(name).exists()


def _read(path: Path) -> bytes:
    try:
        return b"" if path.is_dir() else path.read_bytes()
    except OSError as exc:
        raise UsageError(f"{path}: cannot be read ({exc.strerror}): make it readable, or name another file") from exc


def _split(data: bytes) -> list[str]:
    from scraper.read import as_utf8

    lines = as_utf8(data).decode("utf-8-sig", "replace").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _check(addresses: list[str], advice: str) -> list[str]:
    """Return the addresses: the first line tells a list from another file, the others are told of one by one."""
    if addresses and addresses[0].lower().startswith(_WEB):
        return addresses
    found = f"this begins with {addresses[0][:_SHOWN]!r}" if addresses else "there is none"
    raise UsageError(f"{advice}, with https:// before it; {found}")
