"""How a web archive is packed: record by record, so that one can be begun at, or as a whole."""

import os
import re
import zlib
from collections.abc import Callable, Mapping
from io import BufferedReader, BytesIO
from typing import Any, BinaryIO, Final

from scraper.read.inputs import Input, Stream, open_stream
from scraper.read.zstd_frames import DICTIONARY, FRAME
from scraper.zstd import ZstdDecompressor, ZstdError

GZIP: Final = b"\x1f\x8b"
"""The first bytes of gzip."""

RECORD: Final = b"WARC/"
"""The first bytes of a record of WARC."""

MAX_HEADER_BYTES: Final = 1 << 20
"""A header that is longer, blanks before it included, is none: one line of 200 MB, packed to 200 kB, took 400 MB of memory, and as
many line ends took minutes (2026-11-27). The libraries end at headers of 32 kB, or at lines as long as this."""

_MAX_DIGITS: Final = 20
_VERSION: Final = re.compile(rb"warc/\d+\.\d+\s*\Z")
_CHUNK_BYTES: Final = 65_536
_AHEAD_BYTES: Final = (_CHUNK_BYTES, 1 << 24)
"""So much of a stream is held to see where its first record ends: pages have 60 MB at most, and pack to less."""

_PART_CHUNK_BYTES: Final = 8_192  # what is behind the end of a part is read once more
_GZIP_WINDOW: Final = 31  # zlib's sign for "a gzip header, and the largest window" (zlib.h, inflateInit2)
DECODERS: Final[Mapping[bytes, Callable[[], Any]]] = {
    GZIP: lambda: zlib.decompressobj(_GZIP_WINDOW),
    FRAME: ZstdDecompressor,
}
"""By the first bytes of a packed part, what makes the decoder of one."""
# How a record begins: in WARC, and in ARC after the first.
_BEGIN: Final = re.compile(rb"WARC/\d|[A-Za-z]+:\S* \S+ \d{14} ")
_BEGIN_BYTES: Final = 4_096
_ARC: Final = b"filedesc:"


def settle_parts(opened: Input) -> tuple[Input, bool]:
    """Return a packed archive, still to be read from its beginning, and whether it is packed record by record.

    A stream whose first record is too long to tell counts as packed as a whole: read so, none of it is lost.
    """
    if opened.file.seekable():
        place = opened.file.tell()
        has_one = _holds_one_record(opened.file)
        opened.file.seek(place)
        return opened, has_one is not False
    for size in _AHEAD_BYTES:
        head, opened = opened.look(size)
        has_one = _holds_one_record(BytesIO(head))
        if has_one is not None:
            return opened, has_one
    return opened, len(head) < size  # it is cut off within its first record


def read_header(records: Any) -> dict[bytes, bytes] | None:
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


def read_number(said: bytes) -> int | None:
    """Return a length as a record tells it, None for what is none: no file has a number of bytes of twenty digits."""
    return int(said) if said.isdigit() and len(said) < _MAX_DIGITS else None


def passes(stream: Stream, left: int) -> bool:
    """Read over so many bytes; whether there are as many."""
    while left > 0 and (data := stream.read(min(left, MAX_HEADER_BYTES))):
        left -= len(data)
    return left == 0


def passes_record(records: BufferedReader) -> bool:
    """Read over a record, or the blank lines before the end; whether it is as long as it says."""
    header = read_header(records)
    if not header:
        return header is not None and not records.peek(1)
    first, *rest = header
    # A second begin among its fields is that of the next record: this one was cut off within them.
    if not _VERSION.match(first) or any(RECORD.lower() in name for name in rest):
        return False
    length = read_number(header.get(b"content-length", b""))
    return length is not None and passes(records, length)


class Part:
    """The next packed part of a file, unpacked as it is read."""

    def __init__(self, file: BinaryIO, make_decoder: Callable[[], Any]) -> None:
        self._file = file
        self._make = make_decoder
        self._decoder = make_decoder()
        self._rest = b""

    @property
    def is_over(self) -> bool:
        """Whether its end has been seen; else the file ends in the middle of it."""
        return bool(self._decoder.eof)

    @property
    def unused(self) -> int:
        """How many of the bytes that were read stand behind its end."""
        return len(self._decoder.unused_data)

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes, none at its end or the file's."""
        data = b""
        while not data and not self._decoder.eof:
            # Gzip's decoder does not tell, and holds nothing back for long.
            is_asking = getattr(self._decoder, "needs_input", True)
            taken = self._rest or (self._file.read(_PART_CHUNK_BYTES) if is_asking else b"")
            data = self._decoder.decompress(taken, size)
            self._rest = getattr(self._decoder, "unconsumed_tail", b"")  # Zstandard's keeps it
            if is_asking and not taken:
                break
        return data

    def begin_next(self) -> bytes:
        """Return how the part after this one begins."""
        self._file.seek(-self.unused, os.SEEK_CUR)
        return Part(self._file, self._make).read(_BEGIN_BYTES)


def _holds_one_record(file: BinaryIO) -> bool | None:
    """Whether the first packed part holds one record, no more and no less; ``None`` where the file ends before that is told."""
    magic = file.read(len(FRAME))
    file.seek(-len(magic), os.SEEK_CUR)
    if magic == DICTIONARY:
        return True
    make_decoder = next((make for start, make in DECODERS.items() if magic.startswith(start)), None)
    if make_decoder is None:
        return False  # a frame to be skipped, as pzstd puts before each of its pieces
    try:
        return _ends_with_record(Part(file, make_decoder))
    except (zlib.error, ZstdError):
        return True  # the library will say what is wrong


def _ends_with_record(part: Part) -> bool | None:
    records = open_stream(part)
    length = read_number(_read_length(records))
    if length is None:
        return True if part.is_over or records.peek(1) else None
    if passes(records, length):
        # After a length that is wrong, more of the same record follows.
        return not _BEGIN.match(records.read(_BEGIN_BYTES).lstrip())
    if not part.is_over:
        return None
    after = part.begin_next()
    return bool(_BEGIN.match(after)) if after else None


def _read_length(records: Any) -> bytes:
    if records.peek(len(_ARC)).startswith(_ARC):
        return (records.readline(MAX_HEADER_BYTES).split() or [b""])[-1]  # type: ignore[no-any-return]  # of any stream
    return (read_header(records) or {}).get(b"content-length", b"")
