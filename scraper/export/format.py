"""What a format is: how a new file of it is written, and how one is kept up to date from run to run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, Self

from scraper.errors import UsageError, how_to_install
from scraper.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMark:
    """How far an output has been written.

    Attributes:
        records: How many were written to it, later versions counted each.
        size_bytes: Its length; for a folder or a database, what was written to it.
        crc32: Of a file's bytes up to there.
        mtime_ns: The file's modification time then.
        is_settled: Whether whoever wrote it came to their end: then what stands after it is somebody else's.
    """

    records: int = 0
    size_bytes: int = 0
    crc32: int = 0
    mtime_ns: int = 0
    is_settled: bool = False


def strange_output(path: Path) -> str:
    """Return what to tell about an output that holds what somebody else wrote."""
    return f"{path}: exists, not written from this state file: move it away, or name another output"


def written_by_another(path: Path) -> str:
    """Return what to tell about an output that another process has locked."""
    return f"{path}: another run is writing it"


def foreign_output(path: Path) -> str:
    """Return what to tell about a folder or database that holds something else than articles, whoever wants to write there."""
    return f"{path}: holds what this program has not written: move it away, or name another output"


class Encoder(Protocol):
    """Turns batches into bytes that follow one another in a file, which may be cut between two batches."""

    def encode(self, articles: Sequence[Article], *, at_start: bool) -> bytes:
        """Return the bytes of a batch; ``at_start`` when nothing stands before it in the file."""
        ...


class NewFile(Protocol):
    """A file that is being written for the first and last time; what the system refuses is an ``OSError``."""

    def write(self, articles: Sequence[Article]) -> None:
        """Write a batch."""
        ...

    def close(self) -> None:
        """Bring the file to its end and to the disk."""
        ...


class KeptOutput(Protocol):
    """An output that takes batch after batch, run after run, and is whole between two batches.

    Attributes:
        path: Where it is.
        mark: How far it is written now.
        lost: What became of it since it was written, for a person; it must be written from the beginning then.
        cut_bytes: How much stood in it that was never committed, and is cut off.
        set_aside: The file beside it that has these bytes now, where they were somebody else's.
    """

    path: Path
    mark: WrittenMark
    lost: str | None
    cut_bytes: int
    set_aside: Path | None

    def append(self, articles: Sequence[Article]) -> WrittenMark:
        """Write a batch, wait until it is on the disk, and return how far the output is written.

        Raises:
            StateError: It cannot be written; it holds what it held before.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One row of the registry.

    Attributes:
        open_new: Opens a file to be written in one go; ``None`` when the format is a folder.
        open_kept: Opens an output that grows; ``None`` when a file of this format cannot grow.
        keeps_versions: Whether each version of an article has its place; otherwise a later one replaces it.
        check_replaceable: Raises ``StateError`` where a file is not to be replaced, whatever was asked for.
        needs: The module it cannot do without, and the extra of this package that installs it.
    """

    open_new: Callable[[Path], NewFile] | None = None
    open_kept: Callable[[Path, WrittenMark | None], KeptOutput] | None = None
    keeps_versions: bool = True
    check_replaceable: Callable[[Path], None] | None = None
    needs: tuple[str, str] | None = None

    def check_installed(self, path: Path) -> None:
        """Check that what the format needs is there.

        Raises:
            UsageError: It is not; the message says what to install.
        """
        if self.needs and find_spec(self.needs[0]) is None:
            module, extra = self.needs
            raise UsageError(f"{path}: this format needs {module}: {how_to_install(extra)}")
