"""Feeds and sitemaps that are packed by gzip without a header that says so, or in UTF-16: told by their first bytes."""

import re
import zlib
from contextlib import suppress
from typing import Final

from scraper.charset import decode_html
from scraper.coding import BodyDecoder
from scraper.errors import FetchError
from scraper.reasons import Reason

MAX_BYTES: Final = 52_428_800
"""A sitemap is no larger when unpacked (sitemaps.org 0.9); no feed is."""

_GZIP: Final = b"\x1f\x8b"
# A file that was packed and packed again on its way.
_TIMES: Final = 2
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION: Final = re.compile(r"<\?xml[^>]*\?>")


def unpack(body: bytes, url: str) -> bytes:
    """Undo gzip and UTF-16 where the bytes say so; of what is cut off the whole part is returned, in UTF-8 what was in UTF-16.

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
    return _as_utf8(body) if _is_utf16(body) else body


def unpack_head(body: bytes, size: int) -> bytes:
    """Return the beginning of what is packed or in UTF-16 as ``unpack`` does: so many bytes are looked at. Else all is returned."""
    for _ in range(_TIMES):
        if not body.startswith(_GZIP):
            break
        with suppress(zlib.error):
            body = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body[:size], size)
    return _as_utf8(body[:size]) if _is_utf16(body) else body


def _is_utf16(body: bytes) -> bool:
    return body.startswith(_MARKS) or b"\0" in body[:4]


def _as_utf8(body: bytes) -> bytes:
    """Return XML without its declaration, which names the encoding that it was in."""
    text = decode_html(body).text.lstrip()
    named = _DECLARATION.match(text)
    return text[named.end() if named else 0 :].encode("utf-8", "replace")
