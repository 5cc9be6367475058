"""Headers of tar members, read with care: the library ends silently at damaged ones, and takes hours over hostile ones."""

import re
import tarfile
from tarfile import TarFile, TarInfo
from typing import Any, Final, Self

MAX_HEADER_BYTES: Final = 1_000_000
"""Names and attributes that stand in members of their own are held in memory: names have at most 4,096 bytes."""

MAX_DIGITS: Final = 100
"""Python before 3.11.10 looks for numbers in them in quadratic time (CVE-2024-6232): 40,000 digits took 9 s (2026-11-26)."""

_PAX: Final = frozenset({tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE})
_HEADERS: Final = _PAX | {tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK}
_DIGITS: Final = re.compile(rb"\d+")


class CarefulTarInfo(TarInfo):
    """A member whose header is whole."""

    @classmethod
    def fromtarfile(cls, archive: TarFile) -> Self:
        """Read the next header.

        Raises:
            tarfile.TarError: There is none, or it is damaged, cut off or hostile.
        """
        try:
            header = super().fromtarfile(archive)
        except tarfile.HeaderError as exc:
            kind = type(exc).__name__  # its stubs hide these
            if kind == "EOFHeaderError":
                archive.has_ended = True  # type: ignore[attr-defined]  # what follows now may be anything
            # At these two the library stops, or looks on, as if all were well.
            elif kind in ("InvalidHeaderError", "TruncatedHeaderError") and not getattr(archive, "has_ended", False):
                raise tarfile.ReadError(f"no header: {exc}") from exc
            raise
        archive.has_ended = False  # type: ignore[attr-defined]  # another archive goes on from here
        return header

    def _proc_member(self, archive: Any) -> Any:
        """The entry for members of special types, which the library leaves to subclasses to override."""
        if self.type in _HEADERS and self.size > MAX_HEADER_BYTES:
            raise tarfile.ReadError(f"a header of {self.size:,} bytes")
        if self.type in _PAX:
            data = archive.fileobj.read(-(-self.size // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE)
            _check_records(data[: self.size])
            archive.fileobj = _Replayed(archive, data)
        return super()._proc_member(archive)  # type: ignore[misc]  # the stubs hide it


class _Replayed:
    """An archive's stream with a header before it that was read already, until that is read again."""

    def __init__(self, archive: Any, header: bytes) -> None:
        self._archive = archive
        self._stream = archive.fileobj
        self._header = header

    def read(self, _: int) -> bytes:
        """Return the header."""
        self._archive.fileobj = self._stream
        return self._header


def _check_records(header: bytes) -> None:
    """Check that a pax header is made of records, each as long as it says: "18 path=some/name" and a line end.

    Raises:
        tarfile.ReadError: It is not.
    """
    place = 0
    while place < len(header):
        length = header[place : max(header.find(b" ", place, place + 20), place)]
        end = place + int(length) if length.isdigit() else 0
        if end <= place or end > len(header) or header[end - 1] != ord("\n") or header.find(b"=", place, end) < 0:
            raise tarfile.ReadError("a damaged pax header")
        place = end
    if any(len(digits) > MAX_DIGITS for digits in _DIGITS.findall(header)):
        raise tarfile.ReadError(f"a pax header with over {MAX_DIGITS} digits in a row")
