"""One member of a ZIP archive, opened. Third-party seam: what `zipfile` raises at it leaves here as a ``ReadError``."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final
from zipfile import ZipFile, ZipInfo

from scraper.read.inputs import Input
from scraper.read.packed import Unpacking
from scraper.reasons import Reason

_ENCRYPTED: Final = 0x1  # APPNOTE.TXT, section 4.4.4, bit 0
# A name that is no UTF-8 although it says so is a ValueError, what is encrypted in another way a RuntimeError.
_BROKEN: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
    zlib.error,
    struct.error,
)


@contextmanager
def open_member(opened: Input, archive: ZipFile, info: ZipInfo) -> Iterator[Unpacking]:
    """Open a member to be read.

    Raises:
        ReadError: It is encrypted, damaged, or packed in an unknown way; also while it is read.
    """
    error = partial(opened.error, place=f"!{info.filename}")
    if info.flag_bits & _ENCRYPTED:
        raise error(Reason.UNREADABLE, "encrypted: unpack it with its password")
    try:
        with warnings.catch_warnings(action="ignore"):  # of members that overlap (Python 3.14): the budget sees to them
            stream = archive.open(info)
    except _BROKEN as exc:
        raise error(Reason.UNREADABLE, f"damaged, or packed in an unknown way: {exc}"[:200]) from exc
    with stream:
        yield Unpacking(stream, error)
