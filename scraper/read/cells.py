"""A cell of a table to the bytes of a page: its text, base64, or bytes as Python shows them."""

import re
import zlib
from base64 import b64decode
from io import BytesIO
from typing import Final

from scraper.read.inputs import MAX_PAGE_BYTES
from scraper.read.packed import unpack_gzip

_GZIP: Final = b"\x1f\x8b"
_BASE64: Final = re.compile(r"\s*[A-Za-z0-9+/_-]{64}")  # lines of it have 64 letters or 76 (RFC 7468, RFC 2045)
_PLAIN_LETTERS: Final = str.maketrans("-_", "+/")
_SHOWN: Final = re.compile(r"\s*b(['\"])(.*)\1\s*", re.S)
_ESCAPE: Final = re.compile(rb"\\(?:x([0-9a-f]{2})|(.))", re.S)
_SHORT: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}
_HEAD_BYTES: Final = 1_024
# A page that was fetched as UTF-8 says so still where R or Excel have written its table in the code page of Windows.
_SAYS_UTF8: Final = re.compile(r"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*utf-?8\b", re.I)
_SAID_WITHIN: Final = 4_096
_CELL_CHARS: Final = 32_767  # Excel's specifications: "total number of characters that a cell can contain"


class CutCellError(Exception):
    """A cell has a part of a page."""


def decode_cell(cell: str) -> tuple[bytes, str | None]:
    r"""Return the page in a cell, and its charset where the table settles it.

    Bytes of a CSV that are no UTF-8 come as lone surrogates.

    >>> decode_cell("<p>Käse</p>")
    (b'<p>K\xc3\xa4se</p>', 'utf-8')
    >>> decode_cell(r"b'<p>K\xe4se</p>'")
    (b'<p>K\xe4se</p>', None)

    Raises:
        CutCellError: Its end is missing.
    """
    if len(cell) == _CELL_CHARS:
        raise CutCellError(f"cut off at {_CELL_CHARS:,} characters, as spreadsheets do")
    for decode in (_from_base64, _from_shown):
        if (page := decode(cell)) is not None:
            return page, None
    return cell.encode("utf-8", "surrogateescape"), _settle_charset(cell)


def without_bytes(cell: str) -> str:
    """Return a cell's text for people and records: bytes of it that are no UTF-8 are U+FFFD."""
    return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _from_base64(cell: str) -> bytes | None:
    """What JSON has for bytes, as answers of services do; also packed, without padding, or in letters for addresses."""
    if not _BASE64.match(cell):
        return None
    try:
        text = "".join(cell.split()).rstrip("=").translate(_PLAIN_LETTERS)
        data = b64decode(text + "=" * (-len(text) % 4), validate=True)
        if data.startswith(_GZIP):
            data = unpack_gzip(BytesIO(data)).read(MAX_PAGE_BYTES + 1)
    except EOFError as exc:
        raise CutCellError("the packed page in this cell is cut off") from exc
    except (ValueError, OSError, zlib.error):
        return None
    return data if b"<" in data[:_HEAD_BYTES] else None


def _from_shown(cell: str) -> bytes | None:
    """What Python writes of bytes that were not decoded."""
    shown = _SHOWN.fullmatch(cell) if cell.isascii() else None
    if shown is None or "<" not in cell[:_HEAD_BYTES]:
        return None
    return _ESCAPE.sub(
        lambda found: bytes.fromhex(found[1].decode()) if found[1] else _SHORT.get(found[2], found[2]),
        shown[2].encode(),
    )


def _settle_charset(cell: str) -> str | None:
    """UTF-8; in a code page what the page says, None; where it says UTF-8, Windows' of the West, as which others are told."""
    if not _is_code_page(cell):
        return "utf-8"
    return "windows-1252" if _SAYS_UTF8.search(cell, 0, _SAID_WITHIN) else None


def _is_code_page(cell: str) -> bool:
    """Whether a cell is no UTF-8, beyond a stray byte or two: what it is, the page says, or its bytes do."""
    if cell.isascii():
        return False
    text = cell.encode("utf-8", "ignore").decode()
    return len(cell) - len(text) > len(text) - len(cell.encode("ascii", "ignore"))
