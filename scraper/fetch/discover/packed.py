"""Feeds and sitemaps that are packed by gzip without a header that says so: told by their first bytes."""

import zlib
from contextlib import suppress
from typing import Final

from scraper.coding import BodyDecoder
from scraper.errors import FetchError
from scraper.reasons import Reason

MAX_BYTES: Final = 52_428_800
"""A sitemap is no larger when unpacked (sitemaps.org 0.9); no feed is."""

_GZIP: Final = b"\x1f\x8b"
# A file that was packed and packed again on its way.
_TIMES: Final = 2


def unpack(body: bytes, url: str) -> bytes:
    """Undo gzip where the bytes say so; of what is cut off the whole part is returned.

    Raises:
        FetchError: It is damaged (``undecodable``), or over ``MAX_BYTES`` when unpacked (``too_large``).
    """
    for _ in range(_TIMES):
        if not body.startswith(_GZIP):
            break
        decoder = BodyDecoder("gzip", MAX_BYTES, url)
        decoder.feed(body)
        try:
            body = decoder.finish()
        except FetchError as error:
            if error.code is not Reason.TRUNCATED:
                raise
            body = decoder.taken()
    return body


def unpack_head(body: bytes, size: int) -> bytes:
    """Return the beginning of what is packed, unpacked: so many bytes are looked at. What is not packed is returned as it is."""
    for _ in range(_TIMES):
        if not body.startswith(_GZIP):
            break
        with suppress(zlib.error):
            body = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body[:size], size)
    return body
