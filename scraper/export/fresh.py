"""Outputs that are written in one go: a stream, or a file that appears whole or not at all."""

import fcntl
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from scraper.errors import StateLockedError, UsageError, cannot_write
from scraper.export.format import Format, WrittenMark, written_by_another
from scraper.records import Article

_BATCH: Final = 200  # one compressed frame for so many: single articles compress to twice the size


class ArticleWriter:
    """Gathers single articles to batches.

    Args:
        write_batch: What takes the batches.
        batch: Write when so many have gathered; 1 when somebody reads along.
    """

    def __init__(self, write_batch: Callable[[Sequence[Article]], object], batch: int = _BATCH) -> None:
        self._write_batch = write_batch
        self._batch = batch
        self._waiting: list[Article] = []
        self.records = 0

    def write(self, article: Article) -> None:
        """Write one article, now or with the ones after it."""
        self._waiting.append(article)
        self.records += 1
        if len(self._waiting) >= self._batch:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            self._write_batch(self._waiting)
            self._waiting = []


@contextmanager
def replace_file(path: Path, fmt: Format) -> Iterator[ArticleWriter]:
    """Write a file beside ``path`` and put it in its place when the block ends well; else ``path`` stays as it was.

    A format that is a folder is written in place, file by file, each of which appears whole.

    Raises:
        UsageError: Something that the format needs is not installed.
        StateLockedError: A run is appending to it.
        StateError: The file cannot be written, or holds something else that would be lost.
    """
    fmt.check_installed(path)
    if fmt.check_replaceable:
        fmt.check_replaceable(path)
    else:
        _refuse_growing(path)
    if fmt.open_new is None:
        with _open_folder(path, fmt) as writer:
            yield writer
        return
    try:
        with unfinished(path) as partial:
            file = fmt.open_new(partial)
            try:
                writer = ArticleWriter(file.write)
                yield writer
                writer.flush()
            except BaseException:
                with suppress(Exception):  # what cannot be written cannot always be closed either
                    file.close()
                raise
            file.close()
            if not fmt.check_replaceable:
                _refuse_growing(path)  # a run may have begun meanwhile
            partial.replace(path)
            sync_folder(path.parent)
    except OSError as exc:
        raise cannot_write(path, exc) from exc


def _refuse_growing(path: Path) -> None:
    """A run would append to a file that is gone, until the next one finds what is missing."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StateLockedError(written_by_another(path)) from None
        finally:
            os.close(descriptor)


@contextmanager
def _open_folder(path: Path, fmt: Format) -> Iterator[ArticleWriter]:
    if fmt.open_kept is None:
        raise UsageError(f"{path}: this format cannot be written in one go")
    with fmt.open_kept(path, WrittenMark()) as kept:
        writer = ArticleWriter(kept.append)
        yield writer
        writer.flush()


def keep_apart(outputs: Iterable[Path | None], sources: Iterable[Path | None]) -> None:
    """Refuse an output that would take the place of what it is made from.

    Args:
        outputs: What is to be written; ``None`` for what is not.
        sources: What is read, and what else must stay.

    Raises:
        UsageError: One is the other.
    """
    read = {os.path.realpath(source) for source in sources if source}
    for output in outputs:
        if output and os.path.realpath(output) in read:
            raise UsageError(f"{output}: would overwrite what it is made from: name another output")


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Yield an empty file of our own beside ``path``, to be filled and put in its place; what is left of it goes at the end.

    What processes that were killed have left beside it goes before: their locks ended with them, those of others who write the
    same file did not.

    Raises:
        OSError: The place cannot be had.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(path)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    descriptor = _create_locked(partial)
    try:
        yield partial
    finally:
        with suppress(OSError):
            partial.unlink()
        os.close(descriptor)


def _remove_abandoned(path: Path) -> None:
    name = re.compile(rf"\.{re.escape(path.name)}\.\d+\.partial")
    found: list[str] = []
    with suppress(OSError), os.scandir(path.parent) as entries:  # a folder may be one to write to alone
        found = [entry.path for entry in entries if name.fullmatch(entry.name)]
    for place in found:
        with suppress(OSError):  # another process writes it, or removes it as we do
            descriptor = os.open(place, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(place)
            finally:
                os.close(descriptor)


def _create_locked(path: Path) -> int:
    while True:
        descriptor = _create(path)
        with suppress(OSError):  # a file system without locks: nobody can take it for abandoned
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor
        os.close(descriptor)  # somebody took it for abandoned before it was locked


def claim_place(path: Path) -> None:
    """Put an empty file of our own in a place: what stood there is gone, and a link that was planted is not written through.

    Raises:
        OSError: The place cannot be had.
    """
    os.close(_create(path))


def _create(path: Path) -> int:
    path.unlink(missing_ok=True)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk: a file that was renamed keeps its new name through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
