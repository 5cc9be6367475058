"""The last stretch of a stream that can be read but once, kept so that it can be gone back into."""

import io
from typing import Any, Final

from scraper.read.inputs import Stream

KEPT_BYTES: Final = 1 << 24
"""So much is kept. Few records are larger, and behind damage reading then goes on at the first begin in what is kept."""


class Tape(io.RawIOBase):
    """A stream with places, the last of which can be returned to.

    Args:
        stream: Read to its end once.
        place: Of its first byte.
    """

    def __init__(self, stream: Stream, place: int = 0) -> None:
        self._stream = stream
        self._kept = bytearray()
        self._end = place
        self._place = place
        self._failure: Exception | None = None

    @property
    def first(self) -> int:
        """The first place that can be returned to."""
        return self._end - len(self._kept)

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes, within what is kept."""
        return True

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._place

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Return to a place.

        Raises:
            UnsupportedOperation: It is not among those kept.
        """
        if whence == io.SEEK_CUR:
            place += self._place
        if whence == io.SEEK_END or not self.first <= place <= self._end:
            raise io.UnsupportedOperation("not among what is kept of a stream")
        self._place = place
        return place

    def readinto(self, buffer: Any) -> int:
        """Raises whatever the stream does, once more each time that its end is come to."""
        view = memoryview(buffer)
        if self._place == self._end:
            self._take(len(view))
        begin = self._place - self.first
        data = self._kept[begin : begin + len(view)]
        view[: len(data)] = data
        self._place += len(data)
        return len(data)

    def _take(self, size: int) -> None:
        if self._failure:
            raise self._failure
        try:
            data = self._stream.read(size)
        except Exception as exc:
            self._failure = exc
            raise
        self._kept += data
        self._end += len(data)
        del self._kept[: max(0, len(self._kept) - max(KEPT_BYTES, len(data)))]
