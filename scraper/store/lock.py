"""One run at a time: a lock that the kernel lets go of when its process dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scraper.errors import StateError, StateLockedError

_POLL_S: Final = 0.1


@contextmanager
def hold_lock(path: Path, wait_s: float = 0.0, is_given_up: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Hold the lock that belongs to ``path`` while the block runs.

    The lock is a file of its own beside ``path``: opening and closing the database file itself would drop SQLite's own
    locks on it (sqlite.org/howtocorrupt.html, 2.2). Links are followed first: a file has one lock under all its names.

    Args:
        path: The file that only one run may write.
        wait_s: How long to wait for another run to end.
        is_given_up: Tells, several times a second, whether nobody wants to wait any longer.

    Raises:
        StateLockedError: Another run holds it still after ``wait_s``, or when it was given up.
        StateError: The lock file cannot be made.
    """
    path = Path(os.path.realpath(path))
    lock_path = path.with_name(path.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as exc:
        raise StateError(f"{lock_path}: {exc.strerror}: check that its folder exists and may be written to") from exc
    try:
        give_up_at = time.monotonic() + wait_s
        _acquire(descriptor, path, lambda: is_given_up() or time.monotonic() >= give_up_at)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, is_given_up: Callable[[], bool]) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if is_given_up():
                raise StateLockedError(f"{path}: another run is using it") from None
            time.sleep(_POLL_S)
