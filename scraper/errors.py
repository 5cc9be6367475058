"""The exceptions of this package.

    ScraperError
    ├── UsageError            the caller asked for something that cannot be (bad setting, unknown format)
    ├── PageError             one page failed; carries its URL and the reason code
    │   ├── FetchError             one URL could not be fetched
    │   └── ReadError              one file of a dump could not be read
    ├── StateError            the state file or an output cannot be used (full disk, corrupt, newer version)
    │   ├── StateLockedError       another run holds the lock
    │   └── LeaseLostError         a worker's time for its hosts is over
    └── EngineError           what spreads the work over machines cannot be reached, or is gone

Exceptions of third-party libraries are mapped to these at one seam for each library.
"""

import errno
import re
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Final

from scraper.reasons import Reason


class ScraperError(Exception):
    """Base of all exceptions that this package raises on purpose."""


class UsageError(ScraperError):
    """The caller asked for something that cannot be done; the message says what to do instead."""


class PageError(ScraperError):
    """One page failed. Becomes a ``Skipped`` at the stage's edge.

    Attributes:
        url: The page's address or source.
        code: The reason, from the closed list.
    """

    def __init__(self, message: str, *, url: str, code: Reason) -> None:
        super().__init__(message)
        self.url = url
        self.code = code


class FetchError(PageError):
    """One URL could not be fetched."""


class ReadError(PageError):
    """One file of a dump could not be read."""


class StateError(ScraperError):
    """The state file or an output cannot be used; the message says what to do."""


class StateLockedError(StateError):
    """Another run holds the lock on the state or the output."""


class LeaseLostError(StateError):
    """A worker could not renew its lease in time: it asks no host any more."""


class EngineError(ScraperError):
    """What spreads the work over processes or machines cannot be reached, or is gone; the message says what to do."""


_FREE_SPACE: Final = "free space, or name"
_MAKE_WRITABLE: Final = "make it and its folder writable, or name"
_MOVE_AWAY: Final = "something else stands there: move it away, or name"
_WRITING_ADVICE: Final[Mapping[int, str]] = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FREE_SPACE),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _MAKE_WRITABLE),
    **dict.fromkeys(
        (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP, errno.ESPIPE, errno.EINVAL),
        _MOVE_AWAY,
    ),
}


def cannot_write(path: Path, error: OSError, instead: str = "another output") -> StateError:
    """Return the error for a file or folder that the system does not let us write.

    >>> print(cannot_write(Path("out.jsonl"), OSError(errno.EISDIR, "Is a directory")))
    out.jsonl: cannot be written (Is a directory): something else stands there: move it away, or name another output

    Args:
        path: What was to be written.
        error: What the system said.
        instead: What the user may name in its place.
    """
    advice = _WRITING_ADVICE.get(error.errno or 0, "check its disk and folder, or name")
    return StateError(f"{path}: cannot be written ({error.strerror}): {advice} {instead}")


def how_to_install(extra: str) -> str:
    """Return what to do where a library of one of this package's extras is missing.

    The libraries are named: that holds for a wheel as for a folder.
    """
    asked: list[str] = []
    with suppress(PackageNotFoundError):  # a copy that was never installed
        asked = requires("scraper") or []
    wanted = [text.partition(";")[0] for text in asked if re.search(rf"extra == ['\"]{extra}['\"]", text)]
    command = f": `pip install {' '.join(map(repr, wanted))}`" if wanted else ""
    return f'install what the extra "{extra}" asks for{command}'
