"""How a web archive is handed to a library, and whether its end is there."""

import zlib
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from io import BufferedReader
from typing import Any, Final

from scraper.read.inputs import Input, Joined, Stream
from scraper.read.packed import Unpacking, unpack_gzip
from scraper.read.warc_parts import GZIP, passes, passes_record, settle_parts
from scraper.read.warc_tape import Tape
from scraper.read.zstd_frames import FRAME, is_zstd, open_zstd, take_dictionary
from scraper.zstd import ZstdError

_MAGIC_BYTES: Final = 8
_BUFFER_BYTES: Final = 65_536
_UNPACK: Final[Mapping[bytes, Callable[[Any, bytes], Any]]] = {
    GZIP: lambda file, _: unpack_gzip(file),
    FRAME: open_zstd,
}


class _Counted:
    """A stream that knows its place."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An open web archive that can be read from any place on that a record begins at.

    Attributes:
        opened: What it was opened from.
        file: Its bytes, or of a stream the last of them; unpacked, where it was packed as a whole.
        packing: How its records are packed, by the first bytes; ``None`` for plain ones.
        dictionary: The frame of it that packed records ask for.
    """

    opened: Input
    file: BufferedReader
    packing: bytes | None
    dictionary: bytes

    def go_to(self, place: int) -> int:
        """Go to a place, or of a stream, to the first one after it that is kept; return which it is."""
        if isinstance(self.file.raw, Tape):
            place = max(place, self.file.raw.first)
        return self.file.seek(place)

    def read_from(self, place: int) -> tuple[Any, int]:
        """Return a stream for a library that reads records, and what its places are to be raised by."""
        place = self.go_to(max(place, len(self.dictionary)))
        if not self.dictionary:
            return self.file, 0
        return _Counted(Joined(self.dictionary, self.file)), place - len(self.dictionary)


def open_archive(opened: Input, start: int, packings: Set[bytes]) -> Archive:
    """Return an archive that will be read from a place on.

    A file that was packed as a whole, not record by record, is unpacked here: libraries refuse it, or tell places that cannot be
    begun at. Places are then those in the unpacked file.

    Args:
        opened: The archive, at its beginning.
        start: Where a record begins.
        packings: Those that the library unpacks itself, by their first bytes.
    """
    packing = _tell_packing(opened.file)
    if packing:
        opened, is_by_record = settle_parts(opened)
        if not is_by_record or packing not in packings:
            unpacked: Stream = Unpacking(_UNPACK[packing](opened.file, take_dictionary(opened.file)), opened.error)
            passes(unpacked, start)
            return Archive(
                opened=opened, file=BufferedReader(Tape(unpacked, start), _BUFFER_BYTES), packing=None, dictionary=b""
            )
    dictionary = take_dictionary(opened.file)
    file = opened.file
    if not file.seekable():
        place = max(start, len(dictionary))
        passes(file, place - len(dictionary))
        file = BufferedReader(Tape(file, place), _BUFFER_BYTES)
    return Archive(opened=opened, file=file, packing=packing, dictionary=dictionary)


def _tell_packing(file: BufferedReader) -> bytes | None:
    head = file.peek(_MAGIC_BYTES)[:_MAGIC_BYTES]
    if head.startswith(GZIP):
        return GZIP
    return FRAME if is_zstd(head) else None


def find_cut(opened: Input, offset: int, packings: Set[bytes]) -> int | None:
    """Return where the last record begins when its end is missing; libraries end silently at it, or just before it.

    Args:
        opened: Read to its end; of a pipe or a member nothing more can be known.
        offset: Of the last record that was seen, from which on the file is walked through once more.
        packings: As they were when it was read.
    """
    if opened.path is None:
        return None
    with opened.path.open("rb") as file:
        packing = _tell_packing(file)
        if packing and not (packing in packings and settle_parts(replace(opened, file=file))[1]):
            return None  # was unpacked here, and its end was seen
        dictionary = take_dictionary(file)
        file.seek(offset)
        packing = _tell_packing(file)
        try:
            is_whole = _ends_well(BufferedReader(_UNPACK[packing](file, dictionary)) if packing else file)
        except (EOFError, OSError, zlib.error, ZstdError):
            is_whole = False
    return None if is_whole else offset


def _ends_well(records: Any) -> bool:
    """Walk over records by the lengths that they tell."""
    while records.peek(1):
        if not passes_record(records):
            return False
    return True
