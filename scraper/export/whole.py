"""A file that is written anew each time: how it is known again, and what becomes of one that somebody else has changed."""

import os
from itertools import count
from pathlib import Path

from scraper.errors import cannot_write
from scraper.export.appended import crc32_of
from scraper.export.format import WrittenMark


def mark_whole(path: Path, records: int) -> WrittenMark:
    """Return the mark of a file that has just been written.

    Raises:
        StateError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            crc32 = crc32_of(file.fileno(), about.st_size)
    except OSError as exc:
        raise cannot_write(path, exc) from exc
    return WrittenMark(records=records, size_bytes=about.st_size, crc32=crc32, mtime_ns=about.st_mtime_ns)


def set_aside_changed(path: Path, mark: WrittenMark) -> Path | None:
    """Move a file that is not the one that was written to a place beside it that is free, and return that.

    Raises:
        StateError: It cannot be read or moved.
    """
    try:
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            if (about.st_size, about.st_mtime_ns) == (mark.size_bytes, mark.mtime_ns) or not about.st_size:
                return None
            # Earlier states say 0: what has the length then is taken for what was written.
            if about.st_size == mark.size_bytes and mark.crc32 in (0, crc32_of(file.fileno(), about.st_size)):
                return None
        place = _claim_free_place(path)
        path.replace(place)
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise cannot_write(path, exc) from exc
    return place


def _claim_free_place(path: Path) -> Path:
    for number in count(1):
        place = path.with_name(f"{path.name}.cut{'' if number == 1 else number}")
        try:
            os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644))
        except FileExistsError:
            continue
        return place
    raise AssertionError  # count() has no end
