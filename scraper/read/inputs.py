"""What readers are given: an open stream, its place in the dump, and the bounds that everything around it shares."""

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from scraper.errors import ReadError
from scraper.reasons import Reason, Stage
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

MAX_PAGE_BYTES: Final = 60_000_000
"""A larger page is skipped: ``CleanSettings.max_page_bytes`` would refuse it once it was in memory."""

MAX_RATIO: Final = 1_000
"""What unpacks to more than so many times its size is a bomb: text packs to a tenth, many alike pages to a hundredth (tar.xz of
demo pages: 1/96, 2026-11), and zeros, by gzip, to 1/1,030."""

_ALWAYS_ALLOWED: Final = 100_000_000
"""So much may come out of anything, however small."""

_BUFFER_BYTES: Final = 65_536


class Stream(Protocol):
    """What can be read from the front to the back."""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes, none at the end."""
        ...


class Budget:
    """How much may still come out of a packed file, with all that is packed in it.

    Args:
        packed_bytes: Tells the packed size; of a stream, what has been read of it.
        source: For the error.
    """

    def __init__(self, packed_bytes: Callable[[], int], source: str) -> None:
        self._packed_bytes = packed_bytes
        self._source = source
        self._unpacked = 0
        self._allowed = _ALWAYS_ALLOWED

    @property
    def is_spent(self) -> bool:
        """Whether more has come out than honest files hold."""
        return self._unpacked > self._allowed

    def spend(self, size: int) -> None:
        """Count bytes that have come out.

        Raises:
            ReadError: They are more than honest files hold.
        """
        self._unpacked += size
        if self._unpacked > self._allowed:
            self._allowed = max(self._allowed, MAX_RATIO * self._packed_bytes())
            if self._unpacked > self._allowed:
                raise ReadError(
                    f"unpacks to over {MAX_RATIO:,} times its size", url=self._source, code=Reason.TOO_LARGE
                )


class Bookmark:
    """Where a stopped run over a dump goes on: what stands before it is passed over.

    Args:
        source: Of the last outcome that the stopped run settled; ``None`` begins at the beginning.
        since: When the stopped run began, in seconds since 1970: a file that came or changed later is none that it has settled.
    """

    def __init__(self, source: str | None = None, since: float | None = None) -> None:
        self._source = source
        self._since = since

    def for_file(self, source: str, changed_at: Callable[[], float]) -> "Bookmark":
        """Return the bookmark for what is in a file: a blank one where the stopped run cannot have settled it.

        A file that it stopped in may have grown since: that is gone on with where places are offsets (``@``).
        """
        if self._source is None or self._since is None or self._source.startswith(f"{source}@"):
            return self
        if changed_at() <= self._since:
            return self
        if self._source == source or self._source.startswith(f"{source}!"):
            self._source = None  # it stood in what is another file by now
        return Bookmark()

    def passes(self, source: str) -> bool:
        """Whether a file or member stands before the bookmark, as a whole."""
        if self._source is None:
            return False
        if self._source == source:
            self._source = None
            return True
        return not self._source.startswith((f"{source}!", f"{source}@"))

    @property
    def is_waiting(self) -> bool:
        """Whether nothing with that source has come yet."""
        return self._source is not None

    def offset_in(self, source: str) -> int | None:
        """Return the offset of the last settled record when it stands in this file."""
        file, _, offset = (self._source or "").rpartition("@")
        if file != source or not offset.isdigit():
            return None
        self._source = None
        return int(offset)

    def begin_in(self, source: str) -> tuple[int, int | None]:
        """Return the offset of the record that a file is begun at, and the same where that record is settled."""
        settled = self.offset_in(source)
        return settled or 0, settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One open file or member.

    Attributes:
        file: Read from its beginning; ``peek`` gives the first bytes without taking them.
        source: Its place, for people and records: path, ``!member`` for each archive around it.
        name: Its path below the dump that was named, or in the archive: may tell a mirrored page's address.
        settings: How to read.
        budget: Of the packed file around it, if there is one.
        depth: How many archives stand around it.
        layers: How often it, or what stands around it, was packed.
        path: The file on the disk, which can be opened again; ``None`` for members and pipes.
        only: Tells which addresses are pages, where something else knows that.
    """

    file: BufferedReader
    source: str
    name: str
    settings: ReadSettings = field(default_factory=ReadSettings)
    budget: Budget | None = None
    bookmark: Bookmark = field(default_factory=Bookmark)
    depth: int = 0
    layers: int = 0
    path: Path | None = None
    only: Callable[[str], bool] | None = None

    @property
    def is_named(self) -> bool:
        """Whether the user has named the file itself, and not a folder or archive that it is in."""
        return not self.depth and "/" not in self.name

    def look(self, size: int) -> tuple[bytes, "Input"]:
        """Return so many of the first bytes, and this file, still to be read from its beginning."""
        if self.file.seekable():
            place = self.file.tell()
            head = self.file.read(size)
            self.file.seek(place)
            return head, self
        head = self.file.read(size)
        return head, replace(self, file=open_stream(Joined(head, self.file)))

    def unpacked(self, stream: Stream, name: str | None = None) -> "Input":
        """Return what comes out of this file: the whole of it unpacked, or its member of that name."""
        whole = self.with_budget()
        source, depth = (
            (self.source, self.depth) if name is None else (f"{self.source}!{as_text(name)}", self.depth + 1)
        )
        return replace(
            self,
            file=open_stream(stream, whole.budget),
            source=source,
            name=self.name if name is None else name,
            budget=whole.budget,
            depth=depth,
            layers=self.layers + 1,
            path=None,
        )

    def with_budget(self) -> "Input":
        """Return this file with one budget for all that comes out of it: a reader of many members asks for it first."""
        return self if self.budget else replace(self, budget=Budget(self._count_packed(), self.source))

    def listing(self, only: Callable[[str], bool] | None) -> "Input":
        """Return this file, of whose pages only those with certain addresses count."""
        return replace(self, only=only)

    def skip(self, code: Reason, detail: str, *, place: str = "", url: str | None = None) -> Skipped:
        """Return the outcome of something in this file; ``place`` is its member or offset, with the mark before it."""
        return Skipped(source=f"{self.source}{place}", url=url, stage=Stage.READ, code=code, detail=detail)

    def error(self, code: Reason, message: str, *, place: str = "") -> ReadError:
        """Return the error that ends the reading of this file."""
        return ReadError(message, url=f"{self.source}{place}", code=code)

    def _count_packed(self) -> Callable[[], int]:
        if self.path is not None:
            size = os.fstat(self.file.fileno()).st_size
            return lambda: size
        raw = self.file.raw
        return raw.count if isinstance(raw, _FullReads) else lambda: 0


def as_text(name: str) -> str:
    r"""Return a file's name as text: bytes of it that are no UTF-8 are shown by their numbers.

    >>> as_text("caf\udce9.html")
    'caf\\xe9.html'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


Item: TypeAlias = Page | Skipped | Input
"""What readers yield; an ``Input`` is read by whatever its bytes ask for."""

Reader: TypeAlias = Callable[[Input], Iterator[Item]]


def open_stream(stream: Stream, budget: Budget | None = None) -> BufferedReader:
    """Return a stream of any kind with a buffer whose ``peek`` shows as much as there is."""
    return BufferedReader(_FullReads(stream, budget), _BUFFER_BYTES)


class Joined:
    """Bytes that have been read already, and the rest of their stream."""

    def __init__(self, head: bytes, rest: Stream) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes, none at the end."""
        if data := self._head.read(size):
            return data
        self._head = io.BytesIO()  # lets go of what may be 16 MB
        return self._rest.read(size)


class _FullReads(io.RawIOBase):
    """Reads as much as is asked for: pipes and decompressors give what they have ready.

    The end is the end: after it, a terminal would ask the keyboard for more.
    """

    def __init__(self, stream: Stream, budget: Budget | None) -> None:
        self._stream = stream
        self._budget = budget
        self._taken = 0
        self._is_over = False

    def readable(self) -> bool:
        return True

    def count(self) -> int:
        """How much has been read."""
        return self._taken

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        taken = 0
        while taken < len(view) and not self._is_over:
            data = self._stream.read(len(view) - taken)
            view[taken : taken + len(data)] = data
            taken += len(data)
            self._is_over = not data
        self._taken += taken
        if self._budget:
            self._budget.spend(taken)
        return taken
