"""JSON that is no lines, cut into its objects as it streams by: a list of them, or one after another, indented or not."""

import re
from collections.abc import Iterator
from typing import Final

from scraper.read.inputs import Input
from scraper.reasons import Reason

_READ_BYTES: Final = 65_536
_MARK: Final = re.compile(rb'["{}]')
# Atomic: a string of 60 MB is gone through once.
_IN_STRING: Final = re.compile(rb'[^"\\]*+(?>(?:\\.[^"\\]*+)*)', re.S)


def split_objects(opened: Input, offset: int, max_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Yield the bytes of each outermost object, and where it begins.

    Args:
        opened: Read from where it stands.
        offset: Of that place.
        max_bytes: An object may be so long.

    Raises:
        ReadError: An object is longer, or the file ends in the middle of one.
    """
    cutter = _Cutter(offset)
    while data := opened.file.read(max(_READ_BYTES, cutter.held_bytes)):
        yield from cutter.add(data)
        if cutter.held_bytes > max_bytes:
            raise opened.error(Reason.TOO_LARGE, f"object over {max_bytes:,} bytes", place=f"@{cutter.offset}")
    if cutter.is_inside:
        raise opened.error(Reason.TRUNCATED, "the file ends in the middle of this object", place=f"@{cutter.offset}")


class _Cutter:
    """What has come of the next object.

    Attributes:
        offset: Of the bytes that are held.
    """

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self._data = b""
        self._position = 0
        self._depth = 0
        self._is_string = False

    @property
    def held_bytes(self) -> int:
        """How much is held."""
        return len(self._data)

    @property
    def is_inside(self) -> bool:
        """Whether an object has begun and not ended."""
        return self._depth > 0

    def add(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield the objects that end in the next bytes."""
        self._data += data
        start = 0
        while self._pass_string() and (mark := _MARK.search(self._data, self._position)):
            self._position = mark.end()
            self._is_string = mark[0] == b'"'
            if mark[0] == b"{":
                start = start if self.is_inside else mark.start()
                self._depth += 1
            elif mark[0] == b"}" and self.is_inside:
                self._depth -= 1
                if not self.is_inside:
                    yield self.offset + start, self._data[start : self._position]
        if not self.is_inside:
            start = self._position if self._is_string else len(self._data)
        self.offset += start
        self._data = self._data[start:]
        self._position = max(self._position - start, 0)

    def _pass_string(self) -> bool:
        """Go to the end of a string; whether it has come."""
        if self._is_string:
            found = _IN_STRING.match(self._data, self._position)
            assert found is not None  # it may be empty
            self._position = found.end()
            if self._data[self._position : self._position + 1] != b'"':
                return False
            self._position += 1
            self._is_string = False
        return True
