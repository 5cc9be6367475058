"""A profile as bytes, for the state."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from scraper.records import PageFingerprint, SiteProfile

FORMAT: Final = 1
"""Raised when rows or hashes change: a profile of another format is forgotten, since its hashes would match nothing."""

ROW_BYTES: Final = 16
"""Of ``fingerprints.ROW``."""

# Key, title, day, bytes of blocks.
_PAGE: Final = struct.Struct("<QQII")
# A dump's 768 pages of 600 rows of 16 bytes, with room.
MAX_BYTES: Final = 8_000_000


def to_bytes(profile: SiteProfile) -> bytes:
    """Return a profile as bytes, compressed."""
    pages = (_PAGE.pack(page.key, page.title, page.day, len(page.blocks)) + page.blocks for page in profile.pages)
    return bytes([FORMAT]) + zlib.compress(b"".join(pages))


def read_bytes(data: bytes) -> SiteProfile:
    """Return the profile that ``to_bytes`` wrote; an empty one for another format's, which has to be learned anew.

    Raises:
        ValueError: The bytes are damaged.
    """
    if not data or data[0] != FORMAT:
        return SiteProfile()
    try:
        unpacker = zlib.decompressobj()
        return SiteProfile(pages=tuple(_read_pages(unpacker.decompress(data[1:], MAX_BYTES))))
    except (zlib.error, struct.error) as exc:
        raise ValueError(f"damaged site profile: {exc}") from exc


def _read_pages(data: bytes) -> Iterator[PageFingerprint]:
    place = 0
    while place < len(data):
        key, title, day, size = _PAGE.unpack_from(data, place)
        place += _PAGE.size
        if size % ROW_BYTES or place + size > len(data):
            raise struct.error("a page is cut off")
        yield PageFingerprint(key=key, title=title, day=day, blocks=data[place : place + size])
        place += size
