"""Files packed as a whole (a page, a table or a tar in gzip, bzip2, xz or Zstandard), and what goes wrong while unpacking."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from scraper.errors import ReadError
from scraper.read.inputs import Input, Reader
from scraper.read.kinds import Kind
from scraper.reasons import Reason
from scraper.zstd import ZstdError, ZstdFile

MAX_LAYERS: Final = 4
"""Packings around packings beyond these are a bomb's doing."""

MAX_SINGLE_READS: Final = 65_536
"""Python's gzip takes names in headers, and zeros after the end, byte by byte: 100 MB of them took 52 s (2026-11-27)."""

_BROKEN: Final = (OSError, zlib.error, lzma.LZMAError, ZstdError, zipfile.BadZipFile)


def _read(opened: Input, *, unpack: Callable[[Any], Any]) -> Iterator[Input]:
    """Yield what is packed; its place is the file's own, since it has no other name.

    Raises:
        ReadError: It is packed more often than anybody would.
    """
    if opened.layers >= MAX_LAYERS:
        raise opened.error(Reason.UNREADABLE, f"packed over {MAX_LAYERS} times")
    yield opened.unpacked(Unpacking(unpack(opened.file), opened.error))


class Unpacking:
    """A decompressor whose troubles end as reasons.

    Args:
        stream: The library's own.
        error: Makes the error, with its place, from a reason and a message.
    """

    def __init__(self, stream: Any, error: Callable[[Reason, str], ReadError]) -> None:
        self._stream = stream
        self._error = error

    def read(self, size: int) -> bytes:
        """Return the next bytes.

        Raises:
            ReadError: The packed file is cut off, or damaged.
        """
        try:
            data: bytes = self._stream.read(size)
        except (EOFError, tarfile.ReadError) as exc:
            raise self._error(Reason.TRUNCATED, "the packed file ends in the middle") from exc
        except _BROKEN as exc:
            raise self._error(Reason.UNREADABLE, f"damaged: {exc}"[:200]) from exc
        return data


class _FewSingleReads:
    """A gzip file without names or padding that have no end."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._in_a_row = 0

    def read(self, size: int) -> Any:
        """Return the next bytes.

        Raises:
            BadGzipFile: So many have been read one by one as no honest file needs.
        """
        self._in_a_row = self._in_a_row + 1 if size == 1 else 0
        if self._in_a_row > MAX_SINGLE_READS:
            raise gzip.BadGzipFile("a name or padding without end")
        return self._file.read(size)


def unpack_gzip(file: Any) -> gzip.GzipFile:
    """Return what is packed in a gzip file, of one member or several."""
    careful: Any = _FewSingleReads(file)  # the stubs ask for more of it than is used
    return gzip.GzipFile(fileobj=careful, mode="rb")


PACKED_READERS: Final[Mapping[Kind, Reader]] = {
    Kind.GZIP: partial(_read, unpack=unpack_gzip),
    Kind.BZIP2: partial(_read, unpack=bz2.BZ2File),
    # Else zeros after its end are taken for empty files of the older form, 18 bytes each: 100 MB of them took 25 s (2026-11-27).
    Kind.XZ: partial(_read, unpack=partial(lzma.LZMAFile, format=lzma.FORMAT_XZ)),
    Kind.ZSTD: partial(_read, unpack=ZstdFile),
}
