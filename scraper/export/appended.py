"""A file that grows by whole batches: each is on the disk before its length counts, and what does not count goes."""

import fcntl
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from scraper.errors import StateError, StateLockedError, cannot_write
from scraper.export.format import Encoder, WrittenMark, strange_output, written_by_another
from scraper.records import Article

_CHUNK_BYTES: Final = 1 << 20


class AppendedFile:
    """An output file, locked for this process while it is open.

    Args:
        path: Made when it does not exist, with its folder.
        encoder: How articles become bytes.
        mark: How far the caller knows that it was written; ``None`` when it was never.

    Attributes:
        mark: How far it is written now.
        lost: What became of the file since it was written, for a person; it is empty then. ``None`` when all is there.
        cut_bytes: How much stood after what was committed (a batch that a kill tore) and is cut off.
        set_aside: The file that has these bytes now, where no kill can have left them: somebody else appended them, or put
            them in the place of what was lost.

    Raises:
        StateLockedError: Another run is writing it.
        StateError: It cannot be written, or holds what somebody else wrote; it is left as it was.
    """

    def __init__(self, path: Path, encoder: Encoder, mark: WrittenMark | None) -> None:
        self.path = path
        self._encoder = encoder
        with self._mapped_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            with self._mapped_errors():
                self._lock()
                self._refuse_strange_file(mark)
                self.lost = self._find_loss(mark) if mark else None
                self.mark = WrittenMark() if self.lost or mark is None else mark
                self.cut_bytes = max(0, os.fstat(self._descriptor).st_size - self.mark.size_bytes)
                self.set_aside = self._set_aside() if self.cut_bytes and mark and mark.is_settled else None
                self._cut(self.mark.size_bytes)
        except BaseException:
            os.close(self._descriptor)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def append(self, articles: Sequence[Article]) -> WrittenMark:
        """Write a batch, wait until it is on the disk, and return how far the file is written.

        Raises:
            StateError: It cannot be written; the file ends where it ended before, as far as the disk allows.
        """
        batch = self._encoder.encode(articles, at_start=self.mark.size_bytes == 0)
        with self._mapped_errors():
            try:
                _write_all(self._descriptor, batch, self.mark.size_bytes)
                os.fsync(self._descriptor)
            except OSError:
                self._cut(self.mark.size_bytes)
                raise
            self.mark = WrittenMark(
                records=self.mark.records + len(articles),
                size_bytes=self.mark.size_bytes + len(batch),
                crc32=zlib.crc32(batch, self.mark.crc32),
                mtime_ns=os.fstat(self._descriptor).st_mtime_ns,
            )
        return self.mark

    def _lock(self) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StateLockedError(written_by_another(self.path)) from None

    def _refuse_strange_file(self, mark: WrittenMark | None) -> None:
        if mark is None and os.fstat(self._descriptor).st_size:
            raise StateError(strange_output(self.path))

    def _find_loss(self, mark: WrittenMark) -> str | None:
        about = os.fstat(self._descriptor)
        if about.st_size < mark.size_bytes:
            return "was deleted" if about.st_size == 0 else "was shortened"
        if about.st_size == mark.size_bytes and about.st_mtime_ns == mark.mtime_ns:
            return None
        return None if crc32_of(self._descriptor, mark.size_bytes) == mark.crc32 else "was changed"

    def _set_aside(self) -> Path:
        place = self.path.with_name(f"{self.path.name}.cut")
        # Never through a link: whoever may write beside the output may not be who we are.
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        with open(os.open(place, flags, 0o644), "ab") as file:
            position = self.mark.size_bytes
            while chunk := os.pread(self._descriptor, _CHUNK_BYTES, position):
                file.write(chunk)
                position += len(chunk)
            file.flush()
            os.fsync(file.fileno())
        return place

    def _cut(self, size_bytes: int) -> None:
        if os.fstat(self._descriptor).st_size != size_bytes:
            os.ftruncate(self._descriptor, size_bytes)

    @contextmanager
    def _mapped_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as exc:
            raise cannot_write(self.path, exc) from exc


def crc32_of(descriptor: int, size_bytes: int) -> int:
    """Return the CRC-32 of a file's first bytes."""
    crc32 = position = 0
    while position < size_bytes:
        chunk = os.pread(descriptor, min(_CHUNK_BYTES, size_bytes - position), position)
        crc32 = zlib.crc32(chunk, crc32)
        position += len(chunk) or size_bytes
    return crc32


def _write_all(descriptor: int, data: bytes, position: int) -> None:
    view = memoryview(data)
    while view:
        written = os.pwrite(descriptor, view, position)
        view, position = view[written:], position + written
