"""A dump in pieces that can be read apart: some of a folder's files, or a stretch of a large one."""

import os
import re
import zlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from scraper.read.inputs import Bookmark
from scraper.read.kinds import HEAD_BYTES, Kind, count_telling, tell_kind
from scraper.read.paths import list_entries, read_entries
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

LARGE_BYTES: Final = 1_000_000
"""A larger file is looked at, for it may hold many pages: then it is a shard of its own, or several."""

SHARD_BYTES: Final = 64_000_000
"""Files of a folder are gathered to so many bytes at most: a page of a news site has 100 to 200 kB."""

_SPLIT_KINDS: Final = frozenset({Kind.WARC, Kind.ARC, Kind.JSON_LINES, Kind.JSON, Kind.ZIP})
"""Kinds whose readers can begin in the middle; a tar, a CSV or what is packed as a whole has to be read from its beginning."""

_PAGES: Final = frozenset({Kind.HTML, Kind.TEXT, Kind.MHTML, Kind.SELF_EXTRACTING})
_PLACE: Final = re.compile(r"@\d+|![^!@]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A piece of a dump.

    Attributes:
        root: The path that was named.
        entries: Files below it, in order, and the reasons for what is none.
        after: Of a single file: begin after the page with this source; ``None`` at the beginning.
        last: Of a single file: end with the page that has this source; ``None`` with the file.
        is_large: It is one file that may hold any number of pages.
        stamp: Of its files' sizes and times: another one for files that have changed.
    """

    root: str
    entries: tuple[str | Skipped, ...]
    after: str | None = None
    last: str | None = None
    is_large: bool = False
    stamp: int = 0

    def pieces(self) -> "Sequence[Shard]":
        """Return a shard for each of the entries."""
        return [self] if len(self.entries) == 1 else [replace(self, entries=(entry,)) for entry in self.entries]

    def stretches(self, ends: Sequence[str]) -> "Sequence[Shard]":
        """Return the stretches of a large file that end with the pages of these sources, and the one after them."""
        return [replace(self, after=after, last=last) for after, last in zip((None, *ends), (*ends, None), strict=True)]


def list_shards(paths: Sequence[str], shard_pages: int, left_out: Set[str] = frozenset()) -> Iterator[Shard]:
    """Yield the shards of files and folders, in the order in which ``read_paths`` reads their pages.

    Args:
        paths: Files and folders.
        shard_pages: So many files at most make a shard; a large one is a shard of its own.
        left_out: As in ``ReadSettings``.
    """
    for root in paths:
        gathered = _Gathered(root)
        for entry in list_entries(root, left_out):
            size, time_ns = _measure(entry)
            is_large = size > LARGE_BYTES and _kind_of(str(entry)) not in _PAGES
            if is_large or len(gathered.entries) >= shard_pages or gathered.size + size > SHARD_BYTES:
                yield from gathered.take()
            gathered.add(entry, size, time_ns)
            if is_large:
                yield from gathered.take(is_large=True)
        yield from gathered.take()


class _Gathered:
    """The next shard of files below a path, as far as it has come."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.entries: list[str | Skipped] = []
        self.size = 0
        self._stamp = 0

    def add(self, entry: str | Skipped, size: int, time_ns: int) -> None:
        self.entries.append(entry)
        self.size += size
        self._stamp = zlib.crc32(b"%d %d" % (size, time_ns), self._stamp)

    def take(self, *, is_large: bool = False) -> Iterator[Shard]:
        if self.entries:
            yield Shard(root=self._root, entries=tuple(self.entries), is_large=is_large, stamp=self._stamp)
        self.entries, self.size, self._stamp = [], 0, 0


def split_file(shard: Shard, settings: ReadSettings, shard_pages: int) -> Sequence[str]:
    """Return the sources of the pages that a large file's stretches end with: read through once, it costs no page its cleaning.

    Args:
        shard: Of one large file.
        settings: How to read it.
        shard_pages: A stretch has so many pages, or a few more.
    """
    path = shard.entries[0]
    if not isinstance(path, str) or _kind_of(path) not in _SPLIT_KINDS:
        return []
    size, _ = _measure(path)
    ends: list[str] = []
    end: str | None = None
    count, offset = 0, -1
    for page in read_shard(shard, settings):
        if end is not None:  # there is a page after it
            ends.append(end)
            count, end = 0, None
        count += 1
        place = page.source.removeprefix(path)
        if isinstance(page, Page) and place.startswith("@") and place[1:].isdigit():
            if not offset < int(place[1:]) < size:
                return []  # packed as a whole: no place of it can be begun at
            offset = int(place[1:])
        if count >= shard_pages and _PLACE.fullmatch(place):
            end = page.source
    return ends


def read_shard(shard: Shard, settings: ReadSettings) -> Iterator[Page | Skipped]:
    """Yield the pages of a shard."""
    for page in read_entries(shard.root, shard.entries, settings, Bookmark(shard.after)):
        yield page
        if page.source == shard.last:
            return


def _measure(entry: str | Skipped) -> tuple[int, int]:
    """A file's size and the time when it was written; nothing where there is none: its reader says what is wrong."""
    try:
        found = os.stat(entry) if isinstance(entry, str) else None
    except OSError:
        found = None
    return (found.st_size, found.st_mtime_ns) if found else (0, 0)


def _kind_of(path: str) -> Kind | str:
    try:
        with open(path, "rb") as file:
            head = file.read(HEAD_BYTES)
            head += file.read(count_telling(head) - HEAD_BYTES)
            return tell_kind(head, os.path.basename(path))
    except OSError:
        return ""
