"""Where a web archive is damaged, and where the next of its records plainly begins."""

import os
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BufferedReader
from itertools import islice
from typing import Any, Final

from scraper.errors import ReadError
from scraper.read.inputs import open_stream
from scraper.read.warc_parts import DECODERS, GZIP, RECORD, Part, passes, passes_record
from scraper.read.warc_stream import Archive
from scraper.read.zstd_frames import FRAME, count_skippable, read_dictionary
from scraper.zstd import ZstdDecompressor, ZstdError

_HEAD_BYTES: Final = 64
_MAGIC_BYTES: Final = 8
_CHUNK_BYTES: Final = 1 << 16
_OVERLAP_BYTES: Final = 128  # no begin is longer

_MAX_TRIALS: Final = 100_000
"""So many packed parts are begun in vain, at 10 us each: by chance, bytes look like the begin of one once in 100 MB."""

_ENDS: Final = (b"\r\n\r\n", b"\n\n")
# A record that follows one that was cut off has no line of its own; that it is one, its first field tells.
_BEGIN: Final = re.compile(rb"WARC/\d\.\d[ \t]{0,4}\r?\n(?:WARC|Content)-[A-Za-z-]{1,40}[ \t]{0,4}:", re.I)
_PACKED_BEGINS: Final[Mapping[bytes, tuple[re.Pattern[bytes], int]]] = {
    GZIP: (re.compile(rb"\x1f\x8b\x08[\0-\x1f]"), 4_096),
    FRAME: (re.compile(re.escape(FRAME)), 131_072 + 4_096),  # of a block nothing comes out before all of it is there
}
"""How a packed part begins, and how many bytes of it tell what is in it."""


def find_damaged(archive: Archive, start: int) -> tuple[int | None, int | None]:
    """Return where the first record begins that is not whole, of those from a place on, and where the second of them begins.

    Either may be a packed part that holds records, and ``None`` where there is none. The file is left where the search ended.
    """
    place, second = archive.go_to(start), None
    ends = _walk_packed(archive, archive.packing) if archive.packing else _walk_plain(archive.file)
    try:
        for place in ends:
            second = place if second is None else second
        is_end = archive.file.tell() == place and not _look(archive.file)
    except (ReadError, OSError, EOFError, zlib.error, ZstdError):
        is_end = False
    return (None, second if second != place else None) if is_end else (place, second)


def find_begin(archive: Archive, start: int) -> int | None:
    """Return where the next record begins, from a place on, or the packed part that begins with one; ``None`` where none does."""
    file, start = archive.file, archive.go_to(start)
    if archive.packing is None:
        return next(_find_all(file, _BEGIN, start), None)
    pattern, told_by = _PACKED_BEGINS[archive.packing]
    make_decoder = _decoder_of(archive, archive.packing)
    for place in islice(_find_all(file, pattern, start), _MAX_TRIALS):
        file.seek(place)
        if _begins_record(make_decoder(), file.read(told_by)):
            return place
    return None


def _find_all(file: BufferedReader, pattern: re.Pattern[bytes], place: int) -> Iterator[int]:
    kept = b""
    while data := _read_at(file, place):
        window = kept + data
        for found in pattern.finditer(window):
            if found.end() > len(kept):
                yield place - len(kept) + found.start()
        place += len(data)
        kept = window[-_OVERLAP_BYTES:]


def _read_at(file: BufferedReader, place: int) -> bytes:
    file.seek(place)
    return file.read(_CHUNK_BYTES)


def _begins_record(decoder: Any, data: bytes) -> bool:
    try:
        head: bytes = decoder.decompress(data, _HEAD_BYTES)
    except (zlib.error, ZstdError):
        return False
    return head.lstrip(b"\r\n").startswith(RECORD)


def _decoder_of(archive: Archive, packing: bytes) -> Callable[[], Any]:
    if packing == FRAME and archive.dictionary:
        return partial(ZstdDecompressor, zstd_dict=read_dictionary(archive.dictionary))
    return DECODERS[packing]


def _walk_plain(file: BufferedReader) -> Iterator[int]:
    """Yield the ends of whole records, up to the first that is none, or to the end."""
    while _look(file) and passes_record(file):
        # There is an empty line after each, else its length is wrong, or it was cut off and added to.
        after = _look(file)
        if after.startswith(_ENDS):
            file.readline()
            file.readline()
        elif not RECORD.startswith(after.lstrip(b"\r\n")[: len(RECORD)]):
            return
        yield file.tell()


def _walk_packed(archive: Archive, packing: bytes) -> Iterator[int]:
    """Yield the ends of packed parts that hold whole records, likewise."""
    file, make_decoder = archive.file, _decoder_of(archive, packing)
    while head := _look(file):
        if size := count_skippable(head):
            if not passes(file, size):
                return
        else:
            part = Part(file, make_decoder)
            records = open_stream(part)
            while records.peek(1):
                if not passes_record(records):
                    return
            if not part.is_over:
                return
            file.seek(-part.unused, os.SEEK_CUR)
        yield file.tell()


def _look(file: BufferedReader) -> bytes:
    head = file.read(_MAGIC_BYTES)
    file.seek(-len(head), os.SEEK_CUR)
    return head
