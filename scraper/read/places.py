"""What stands at a place, as records and events name it: ``pages.zip!a/0001.html``, ``crawl.warc.gz@1234``, ``table.jsonl@7``."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Final

from scraper.read.inputs import Bookmark, as_text
from scraper.read.paths import STANDARD_INPUT, read_entries, read_paths
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

_MARK: Final = re.compile("[!@]")
_OFFSET: Final = re.compile(r"@\d+\Z")
_SHOWN_BYTE: Final = re.compile(r"\\x([89a-f][0-9a-f])")


def find_file(place: str) -> tuple[Path, str] | None:
    r"""Return the longest beginning of a place that is a file, and the rest, which is empty or begins with ``!`` or ``@``.

    ``-`` is standard input. Bytes of a name that are no UTF-8 may be written as places show them (``caf\xe9.zip``). ``None`` where
    there is no such file.
    """
    shown = _SHOWN_BYTE.sub(lambda byte: chr(0xDC00 + int(byte[1], 16)), place)
    for text in dict.fromkeys((place, shown)):
        for end in (len(text), *reversed([mark.start() for mark in _MARK.finditer(text)])):
            if text[:end] == str(STANDARD_INPUT) or os.path.isfile(text[:end]):
                return Path(text[:end]), as_text(text[end:])
    return None


def read_place(file: Path, rest: str, settings: ReadSettings) -> Iterator[Page | Skipped]:
    """Yield what stands at a place, a page or the reason why there is none, and reasons of what holds it; of an archive, all in it.

    What stands beside it is passed over as far as the file's form lets that be; members of one name are all yielded. The folders
    in a file's path may tell a page's address, as they do where a folder above them is read.

    Args:
        file: As ``find_file`` tells it.
        rest: Likewise.
        settings: How to read.
    """
    if not rest and file != STANDARD_INPUT:
        items = read_entries(file.parts[0], [str(file)], settings, Bookmark())
        first = next(items, None)
        # What is nobody's page in a folder, such as a script, is read where it is named itself.
        yield from read_paths([file], settings) if first is None else chain([first], items)
        return
    place = f"{as_text(str(file))}{rest}"
    if _OFFSET.search(place) and file != STANDARD_INPUT:  # a pipe is read once
        begun = next(_take(_read(file, settings, _PlaceMark(place, begins=True)), place), None)
        if isinstance(begun, Page):
            yield begun
            return
        # Where no record begins, a reader says that the file is damaged: it is asked again from the file's beginning.
    yield from _take(_read(file, settings, _PlaceMark(place, begins=False)), place)


def places_near(file: Path, rest: str, settings: ReadSettings, most: int) -> Sequence[str]:
    """Return the first places of what holds a place, or would: of the innermost archive that there is.

    Args:
        file: As ``find_file`` tells it.
        rest: Likewise.
        settings: How to read.
        most: So many.
    """
    while rest:
        rest = rest[: max(rest.rfind("!"), rest.rfind("@"), 0)]
        place = f"{as_text(str(file))}{rest}"
        items = _read(file, settings, _PlaceMark(place, begins=False))
        told = (item.source for item in items if _holds(place, item.source) and not _is_fault(item, place))
        if near := list(islice(told, most)):
            return near
    return []


class _PlaceMark(Bookmark):
    """Where the one page stands that is meant: files and members beside it are passed over.

    Args:
        place: Of the page.
        begins: Whether its offset is taken for a record's beginning, and what stands before it not read.
    """

    def __init__(self, place: str, *, begins: bool) -> None:
        super().__init__()
        self._place = place
        self._begins = begins

    def passes(self, source: str) -> bool:
        return not (_holds(source, self._place) or _holds(self._place, source))

    def begin_in(self, source: str) -> tuple[int, int | None]:
        file, _, offset = self._place.rpartition("@")
        return (int(offset) if self._begins and file == source and offset.isdigit() else 0), None


def _read(file: Path, settings: ReadSettings, mark: Bookmark) -> Iterator[Page | Skipped]:
    if file == STANDARD_INPUT:
        return read_paths([file], settings)
    return read_entries(str(file), [str(file)], settings, mark)


def _take(items: Iterable[Page | Skipped], place: str) -> Iterator[Page | Skipped]:
    for item in items:
        if _holds(place, item.source) or _is_fault(item, place):
            yield item
            if item.source == place and _OFFSET.search(place):
                return  # no other has its offset


def _is_fault(item: Page | Skipped, place: str) -> bool:
    """Whether something says why what holds a place, or would, cannot be read, or no further."""
    return isinstance(item, Skipped) and _holds(item.source, place)


def _holds(holder: str, source: str) -> bool:
    return source == holder or source.startswith((f"{holder}!", f"{holder}@"))
