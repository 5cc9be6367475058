"""Files that other programs read while we write them: they appear whole. Devices and pipes stay what they are."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from scraper.errors import cannot_write

_DESCRIPTORS: Final = frozenset({Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd")})
"""Links in these are open files of a process (``/dev/stdout``), which are written to and not replaced."""


def check_place(path: Path | None) -> None:
    """Find out before a long run, not after it, that a file cannot be written at its end; ``None`` is no file.

    Raises:
        StateError: It cannot be written.
    """
    from scraper.export.fresh import unfinished

    if path is not None:
        try:
            if not _stays(path):
                with unfinished(path):
                    pass
            elif not os.access(path, os.W_OK):  # to open a pipe would wait for its reader
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except OSError as exc:
            raise cannot_write(path, exc, "another file") from exc


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside ``path`` and put it in its place; write to a device or a pipe that stands there.

    Raises:
        StateError: It cannot be written.
    """
    from scraper.export.fresh import unfinished

    try:
        if _stays(path):
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC), "wb") as file:
                file.write(data)
            return
        with unfinished(path) as partial:
            partial.write_bytes(data)
            partial.replace(path)
    except OSError as exc:
        raise cannot_write(path, exc, "another file") from exc


def _stays(path: Path) -> bool:
    """Whether something stands there that no file may take the place of: root could replace ``/dev/null``."""
    with suppress(FileNotFoundError):
        kind = path.stat().st_mode
        return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)) or (path.is_symlink() and path.parent in _DESCRIPTORS)
    return False
