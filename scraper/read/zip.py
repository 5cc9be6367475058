"""ZIP archives: of pages, of web archives (WACZ), and pages that unpack themselves (SingleFile's compressed form)."""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final
from zipfile import ZipFile, ZipInfo

from scraper.errors import ReadError
from scraper.read.inputs import Input, Item
from scraper.read.kinds import is_left_out
from scraper.read.mirrors import find_converted
from scraper.read.wacz import is_wacz, read_wacz
from scraper.read.zip_member import open_member
from scraper.reasons import Reason, Stage
from scraper.records import Skipped

MAX_DIRECTORY_BYTES: Final = 32_000_000
"""The directory at the end of an archive is held whole: 0.5 kB for each of half a million members."""

MAX_HELD_BYTES: Final = 256_000_000
"""An archive that comes through a pipe or stands in another is held packed, since its directory comes last."""

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x06"
_END_BYTES: Final = (
    65_557 + 76
)  # the end record with the longest comment, and the 64-bit one with its locator before it


def read_zip(opened: Input) -> Iterator[Item]:
    """Yield the files in an archive; those of a WACZ are its web archives.

    Raises:
        ReadError: It is damaged, has too many members, or cannot be held.
    """
    opened = opened.with_budget()  # members may overlap: each unpacks to less than the whole of them
    with _open(opened) as archive:
        yield from (read_wacz if is_wacz(archive) else _read_members)(opened, archive)


def read_self_extracting(opened: Input) -> Iterator[Item]:
    """Yield the page that a page of SingleFile's compressed form unpacks itself to.

    Raises:
        ReadError: As ``read_zip``; or there is no such page in it.
    """
    with _open(opened) as archive:
        page = next((info for info in archive.infolist() if info.filename == "index.html"), None)
        if page is None:
            raise opened.error(Reason.UNREADABLE, "no index.html in this self-extracting page")
        with open_member(opened, archive, page) as stream:
            yield opened.unpacked(stream)


def _read_members(opened: Input, archive: ZipFile) -> Iterator[Item]:
    converted = find_converted(info.filename for info in archive.infolist())
    for info in archive.infolist():
        if info.filename.endswith("/") or any(map(is_left_out, info.filename.split("/"))):
            continue
        if info.filename in converted:
            continue
        if opened.bookmark.passes(f"{opened.source}!{_name_of(info)}"):
            continue
        yield from _open_member(opened, archive, info)
        if opened.budget and opened.budget.is_spent:  # was told of when it was
            return


def _open_member(opened: Input, archive: ZipFile, info: ZipInfo) -> Iterator[Input | Skipped]:
    """Yield a member as a file, or the reason why it is none."""
    try:
        with open_member(opened, archive, info) as stream:
            yield opened.unpacked(stream, _name_of(info))
    except ReadError as exc:
        yield Skipped(source=exc.url, stage=Stage.READ, code=exc.code, detail=str(exc))


def _name_of(info: ZipInfo) -> str:
    """Return a member's path, as the user has it for its page: below the archive."""
    return info.filename.removeprefix("./")


def _open(opened: Input) -> ZipFile:
    file = _seekable(opened)
    _check_directory(opened, file)
    try:
        return ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as exc:
        code = Reason.TRUNCATED if "not a zip file" in str(exc) else Reason.UNREADABLE  # it has no directory at its end
        raise opened.error(code, f"damaged, or cut off: {exc}"[:200]) from exc


def _seekable(opened: Input) -> BinaryIO:
    if opened.file.seekable():
        return opened.file
    held = opened.file.read(MAX_HELD_BYTES + 1)
    if len(held) > MAX_HELD_BYTES:
        raise opened.error(
            Reason.TOO_LARGE, f"ZIP over {MAX_HELD_BYTES:,} bytes in a pipe or archive: save it as a file"
        )
    return io.BytesIO(held)


def _check_directory(opened: Input, file: BinaryIO) -> None:
    """Refuse a directory that would fill the memory, before the library reads it (APPNOTE.TXT, sections 4.3.14 and 4.3.16)."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    tail = file.read()
    file.seek(0)
    end, end_64 = tail.rfind(_END), tail.rfind(_END_64)
    directory = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if directory == 0xFFFFFFFF and end_64 >= 0:
        directory = int.from_bytes(tail[end_64 + 40 : end_64 + 48], "little")
    if directory > MAX_DIRECTORY_BYTES:
        message = f"a directory of {directory:,} bytes, over {MAX_DIRECTORY_BYTES:,}: split the archive, or use tar"
        raise opened.error(Reason.TOO_LARGE, message)
