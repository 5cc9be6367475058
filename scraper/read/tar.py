"""Tar archives, read as they stream by."""

import tarfile
from collections.abc import Iterator
from functools import partial
from tarfile import TarFile, TarInfo
from typing import Any, Final

from scraper.read.inputs import Input, Item, as_text
from scraper.read.kinds import is_left_out
from scraper.read.packed import Unpacking
from scraper.read.tar_header import CarefulTarInfo
from scraper.reasons import Reason

MAX_HOLE_BYTES: Final = 65_536
"""What a sparse member may have in holes, beside as much as it has in bytes: 512 bytes of header ask for 8 GB. Text has none."""


def read_tar(opened: Input) -> Iterator[Item]:
    """Yield the files in an archive.

    Raises:
        ReadError: It is damaged or cut off; what stood before has been yielded by then.
    """
    try:
        # Behind the end of an archive another one may begin, as `cat` puts them together.
        options: Any = {"errors": "surrogateescape", "tarinfo": CarefulTarInfo, "ignore_zeros": True}
        with tarfile.open(fileobj=opened.file, mode="r|", **options) as archive:
            while info := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # the library keeps what it has seen; its stubs hide it
                yield from _read_member(opened, archive, info)
    except (tarfile.TarError, ValueError, IndexError, OverflowError, RecursionError) as exc:
        # What is wrong in sparse maps and in numbers comes as whatever it is, and headers on headers as RecursionError.
        code = Reason.TRUNCATED if "unexpected end" in str(exc) or "truncated" in str(exc) else Reason.UNREADABLE
        raise opened.error(code, f"damaged, or cut off: {exc}"[:200]) from exc


def _read_member(opened: Input, archive: TarFile, info: TarInfo) -> Iterator[Item]:
    name = info.name.removeprefix("./")
    place = f"!{as_text(name)}"
    if info.isdir() or any(map(is_left_out, name.split("/"))) or opened.bookmark.passes(f"{opened.source}{place}"):
        return
    stream = archive.extractfile(info) if info.isreg() else None
    if stream is None:
        yield opened.skip(Reason.NOT_A_REGULAR_FILE, "a link or device", place=place)
        return
    if _count_holes(info) > MAX_HOLE_BYTES:
        yield opened.skip(Reason.TOO_LARGE, "a sparse file, of which most is holes", place=place)
        return
    error = partial(opened.error, place=place)
    yield opened.unpacked(Unpacking(stream, error), name)


def _count_holes(info: TarInfo) -> int:
    """Return how many more bytes a member has in holes than in the archive."""
    if not info.issparse():
        return 0
    parts: Any = info.sparse  # the stubs take it for a number
    stored: int = sum(size for _, size in parts)
    return info.size - 2 * stored
