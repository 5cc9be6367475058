"""What stands in a Zstandard file beside packed data: frames that decoders skip, one of them a web archive's dictionary."""

import re
from io import BufferedReader
from typing import Any, Final

from scraper.zstd import ZstdDecompressor, ZstdDict, ZstdError, ZstdFile

FRAME: Final = b"\x28\xb5\x2f\xfd"
"""The first bytes of packed data."""

DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
"""The first bytes of a skippable frame that only WARC begins with (iipc, "WARC and Zstandard", section 3)."""

MAX_DICTIONARY_BYTES: Final = 16_000_000
"""Of a larger one nothing is read: zstd makes them of 110 kB."""

_HEAD_BYTES: Final = 8
_SKIPPABLE: Final = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18(.{4})", re.DOTALL)  # RFC 8878, 3.1.2; pzstd begins with one


def is_zstd(head: bytes) -> bool:
    """Whether a file that begins so is one of Zstandard.

    >>> is_zstd(bytes.fromhex("50 2a 4d 18 04 00 00 00"))
    True
    """
    return head.startswith(FRAME) or _SKIPPABLE.match(head) is not None


def pass_skippable(head: bytes) -> bytes:
    """Return what follows the frames that decoders skip."""
    while size := count_skippable(head):
        head = head[size:]
    return head


def take_dictionary(file: BufferedReader) -> bytes:
    """Read the frame with a dictionary that a file begins with; nothing is read of a file without one."""
    head = file.peek(_HEAD_BYTES)[:_HEAD_BYTES]
    size = int.from_bytes(head[4:], "little")
    return file.read(_HEAD_BYTES + size) if head.startswith(DICTIONARY) and size <= MAX_DICTIONARY_BYTES else b""


def count_skippable(head: bytes) -> int:
    """Return how many bytes the frame has that is skipped; 0 where something else begins so."""
    found = _SKIPPABLE.match(head)
    return _HEAD_BYTES + int.from_bytes(found[1], "little") if found else 0


def open_zstd(file: Any, dictionary_frame: bytes = b"") -> ZstdFile:
    """Return what is packed in a file, by the dictionary in a frame where there is one."""
    return ZstdFile(file, zstd_dict=read_dictionary(dictionary_frame))


def read_dictionary(frame: bytes) -> ZstdDict | None:
    """A dictionary may be packed itself. ``None`` for what is none: what it packed will be told to be damaged."""
    content = frame[_HEAD_BYTES:]
    if not content:
        return None
    try:
        if content.startswith(FRAME):
            content = ZstdDecompressor().decompress(content, MAX_DICTIONARY_BYTES)
        return ZstdDict(content)
    except (ZstdError, ValueError):
        return None
