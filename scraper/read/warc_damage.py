"""Reading on behind damage in a web archive: at the next place where a record plainly begins."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias

from scraper.errors import ReadError
from scraper.read.warc_page import WarcRecord
from scraper.read.warc_search import find_begin, find_damaged
from scraper.read.warc_stream import Archive
from scraper.reasons import Reason

Iterate: TypeAlias = Callable[[Archive, int], Iterator[WarcRecord]]

_REREAD_BYTES: Final = 256_000_000
_REREAD_TIMES: Final = 8
"""So many bytes, and so many times what has been read, are read again for damage, and then no more: each record of a hostile file
may say that all that follows is its own. An honest one costs what its page has, 60 MB at most."""

_MAX_STEPS: Final = 16
"""So often in a row a library is tried at the next record where it gives none and all looks whole: between two that may hold
pages stand one or two that cannot."""


class Damage(NamedTuple):
    """A stretch of an archive that is passed over.

    Attributes:
        offset: Where it begins.
        end: Where the next record begins.
        url: Of the record that is damaged, where that could be read.
    """

    offset: int
    end: int
    url: str | None


class WholeRecords:
    """The whole records of an archive.

    Args:
        archive: To be read.
        iterate: Yields records from a place on, and ends or raises where a library can read no further.
        find_cut: Tells where the end is missing that a library came to without complaint, by the last record's offset.
    """

    def __init__(self, archive: Archive, iterate: Iterate, find_cut: Callable[[int], int | None]) -> None:
        self._archive = archive
        self._iterate = iterate
        self._find_cut = find_cut
        self._reread = 0
        self._steps = 0
        self._furthest = 0

    def read_from(self, start: int) -> Iterator[WarcRecord | Damage]:
        """Yield them from a place on, and what is passed over between them, in order.

        Raises:
            ReadError: What follows is damaged, and no other record begins in it.
        """
        passed: Damage | None = None
        try:
            for item in self._read_stretches(start):
                if passed and isinstance(item, Damage) and item.offset == passed.end:
                    passed = passed._replace(end=item.end)
                    continue
                if passed:
                    yield passed
                passed = item if isinstance(item, Damage) else None
                if passed is None:
                    yield item
        except ReadError:
            if passed:
                yield passed
            raise
        if passed:
            yield passed

    def _read_stretches(self, start: int) -> Iterator[WarcRecord | Damage]:
        place: int | None = start
        while place is not None:
            held: WarcRecord | None = None
            fault: ReadError | None = None
            try:
                for record in self._iterate(self._archive, place):
                    if held:
                        yield held
                    held = record  # that its length is wrong shows in what follows it
                    if not record.is_whole:
                        break
            except ReadError as exc:
                fault = exc
            fault = fault or self._find_fault(held, place)
            damaged, second = self._find_damaged(held, place) if fault else (None, None)
            if held and held.is_whole and (damaged is None or held.offset < damaged):
                yield held
                held = None
            place = second if damaged is None else self._find_next(damaged)
            if damaged is not None and place is not None:
                yield Damage(damaged, place, held.url if held else None)
            elif fault and place is None:
                raise fault

    def _find_fault(self, held: WarcRecord | None, start: int) -> ReadError | None:
        """What is wrong at a place where the library has ended."""
        opened = self._archive.opened
        if held and not held.is_whole:
            return opened.error(Reason.TRUNCATED, "the file ends in the middle of this record", place=f"@{held.offset}")
        cut = self._find_cut(held.offset if held else start)
        if cut is None:
            return None
        return opened.error(Reason.TRUNCATED, "the file ends in the middle of the record after this", place=f"@{cut}")

    def _find_damaged(self, held: WarcRecord | None, start: int) -> tuple[int | None, int | None]:
        """Where the damage begins; else ``None``, and where the library, which has ended before that, can be tried once more."""
        begin = held.offset if held else start
        self._count(begin)
        # Of a stream, a record so long that its begin is no longer kept has most likely taken others for its own.
        if held and (not held.is_whole or self._archive.go_to(begin) > begin):
            return begin, None
        damaged, second = find_damaged(self._archive, begin)
        self._count(begin)
        self._steps = 0 if held else self._steps + 1
        if second is not None and damaged != second and self._steps < _MAX_STEPS:
            return None, second
        return (start, None) if damaged is None and held is None else (damaged, second)

    def _find_next(self, damaged: int) -> int | None:
        if self._reread > _REREAD_BYTES + _REREAD_TIMES * self._furthest:
            return None
        try:
            return find_begin(self._archive, damaged + 1)
        except (ReadError, OSError):  # the same that has ended the library's reading
            return None
        finally:
            self._count(damaged)

    def _count(self, begin: int) -> None:
        place = self._archive.file.tell()
        self._furthest = max(self._furthest, place)
        self._reread += max(0, place - begin)
