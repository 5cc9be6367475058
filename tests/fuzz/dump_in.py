"""Checks of the readers of dumps, each over a file on the disk, as people give them."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from unittest import mock

from scraper.read import read_paths
from scraper.read.kinds import HEAD_BYTES, Kind, count_telling, tell_kind
from scraper.reasons import Reason, Stage
from scraper.records import Page, Skipped
from tests.fuzz.bytes_in import scratch_folder, take_choice

Check = Callable[[bytes], None]

_NAME: Final = "dump"
NAMES: Final = (
    *("page.html", "page.txt", "page", "page.html.orig", "page.xml", "page.png", "page.jsonl", "page.csv"),
    *("index.html@a=b", "page_files.html", "a.zip", "a.warc.gz", "robots.txt"),
)
_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}")
_HOSTS: Final = ("news.example.org", "127.0.0.1:80", "news.example.org+8080", "no host", "a.b")


def check_kind(*kinds: Kind) -> Check:
    """Return the check of files of certain kinds; others are other targets' business."""

    def check(data: bytes) -> None:
        if tell_kind(data[: count_telling(data[:HEAD_BYTES])], _NAME) in kinds:
            check_file(data)

    return check


def check_with_warcio(data: bytes) -> None:
    """The same where fastwarc is not installed."""
    with mock.patch("scraper.read.warc.find_spec", lambda name: name != "fastwarc"):
        check_kind(Kind.WARC)(data)


def check_magic(data: bytes) -> None:
    """Whatever the bytes and the name are."""
    choice, body = take_choice(data)
    check_file(body, NAMES[choice % len(NAMES)])


def check_mirror(data: bytes) -> None:
    """A page in a folder that is named after a host; the first line is the rest of its path."""
    choice, data = take_choice(data)
    name, _, body = data.partition(b"\n")
    parts = [part.decode("utf-8", "surrogateescape") for part in name.replace(b"\0", b"").split(b"/")]
    folder = scratch_folder() / "mirror"
    names = [part[:40] for part in parts if part not in ("", ".", "..")][:20]  # as long as paths may be
    path = folder.joinpath(_HOSTS[choice % len(_HOSTS)], *names)
    if path.parent == folder:
        path /= "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    try:
        _check_found(folder, list(read_paths([folder])))
    finally:
        path.unlink()
        while path.parent != folder.parent:
            path = path.parent
            path.rmdir()


def check_file(data: bytes, name: str = _NAME) -> None:
    path = scratch_folder() / name
    path.write_bytes(data)
    try:
        found = list(read_paths([path]))
        _check_found(path, found)
        _check_resumed(path, found)
    finally:
        path.unlink()


def _check_found(path: Path, found: Sequence[Page | Skipped]) -> None:
    for item in found:
        assert item.source.startswith(str(path)), item.source
        if isinstance(item, Skipped):
            assert isinstance(item.code, Reason)
            assert item.stage is Stage.READ
            assert item.detail
        elif item.fetched_at is not None and not _DAY.fullmatch(item.fetched_at):
            datetime.fromisoformat(item.fetched_at)
        assert item.url is None or item.url.strip()


def _check_resumed(path: Path, found: Sequence[Page | Skipped]) -> None:
    """A run that goes on in the middle reads the rest, where each page has a place of its own."""
    sources = [item.source for item in found]
    if len(set(sources)) < len(sources) or len(found) < 2:
        return
    middle = len(found) // 2 - 1
    rest = [item for item in read_paths([path], after=sources[middle]) if isinstance(item, Page)]
    assert rest == [item for item in found[middle + 1 :] if isinstance(item, Page)]
