"""How a web archive is handed to a library, and whether its end is there."""

import zlib
from collections.abc import Callable
from io import BufferedReader
from typing import Any, Final

from scraper.read.inputs import Input, Stream
from scraper.read.packed import Unpacking, unpack_gzip
from scraper.zstd import ZstdDecompressor, ZstdError, ZstdFile

_HEAD_BYTES: Final = 65_536
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_SECOND_RECORD: Final = b"\r\n\r\nWARC/1."
_UNPACKED: Final = 262_144
_CHUNK_BYTES: Final = 1 << 20

MAX_HEADER_BYTES: Final = 1 << 20
"""A header that is longer, blanks before it included, is none: one line of 200 MB, packed to 200 kB, took 400 MB of memory, and as
many line ends took minutes (2026-11-27). The libraries end at headers of 32 kB, or at lines as long as this."""


class _Counted:
    """A stream that knows its place."""

    def __init__(self, stream: Stream, place: int) -> None:
        self._stream = stream
        self._place = place

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place


def open_records(opened: Input, start: int) -> Any:
    """Return a stream for a library that reads records, from a place on; it knows its place.

    A file that was packed as a whole, not record by record, is unpacked here: libraries refuse it, or tell one place for all
    records. Places are then those in the unpacked file.
    """
    head = _peek(opened.file)
    unpack = next((unpack for magic, unpack in _WHOLE if head.startswith(magic) and _holds_two(head)), None)
    if unpack is None and opened.file.seekable():
        opened.file.seek(start)
        return opened.file
    stream: Stream = opened.file if unpack is None else Unpacking(unpack(opened.file), opened.error)
    _passes(stream, start)
    return _Counted(stream, start)


def _peek(file: BufferedReader) -> bytes:
    """Return the first bytes; of a file on the disk, ``peek`` shows 8 kB, which may be less than its first record."""
    if not file.seekable():
        return file.peek(_HEAD_BYTES)[:_HEAD_BYTES]
    place = file.tell()
    head = file.read(_HEAD_BYTES)
    file.seek(place)
    return head


_WHOLE: Final = ((_GZIP, unpack_gzip), (_ZSTD, ZstdFile))


def _holds_two(head: bytes) -> bool:
    """Whether the first packed part holds more than one record."""
    decoder = zlib.decompressobj(31) if head.startswith(_GZIP) else ZstdDecompressor()
    try:
        return _SECOND_RECORD in decoder.decompress(head, _UNPACKED)
    except (zlib.error, ZstdError):
        return False


def find_cut(opened: Input, offset: int) -> int | None:
    """Return where the last record begins when its end is missing; libraries end silently at it, or just before it.

    Args:
        opened: Read to its end; of a pipe or a member nothing more can be known.
        offset: Of the last record that was seen, from which on the file is walked through once more.
    """
    if opened.path is None:
        return None
    with opened.path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        if any(head.startswith(magic) and _holds_two(head) for magic, _ in _WHOLE):
            return None  # was unpacked here, and its end was seen
        file.seek(offset)
        magic = file.read(4)
        file.seek(offset)
        unpack: Callable[[Any], Any] | None = next((open_ for start, open_ in _WHOLE if magic.startswith(start)), None)
        try:
            is_whole = _ends_well(BufferedReader(unpack(file)) if unpack else file)
        except (EOFError, OSError, zlib.error, ZstdError):
            is_whole = False
    return None if is_whole else offset


def _ends_well(records: Any) -> bool:
    """Walk over records by the lengths that they tell."""
    while (header := _read_header(records)) is not None:
        if not header:
            return True
        length = header.get(b"content-length", b"")
        if not length.isdigit() or not _passes(records, int(length)):
            return False
    return False


def _read_header(records: Any) -> dict[bytes, bytes] | None:
    """Return the next record's header, by names in lower case; an empty one at the file's end, None for one without an end."""
    header: dict[bytes, bytes] = {}
    left = MAX_HEADER_BYTES
    while line := records.readline(left):
        left -= len(line)
        if left <= 0:
            return None
        if line.strip():
            name, _, value = line.partition(b":")
            header[name.lower()] = value.strip()
        elif header:
            break
    return header


def _passes(stream: Any, left: int) -> bool:
    while left > 0 and (data := stream.read(min(left, _CHUNK_BYTES))):
        left -= len(data)
    return left == 0
