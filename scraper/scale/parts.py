"""The folder that tasks write their results to, part by part, each of which appears whole: on disk, or an object store."""

import hashlib
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, cast

from scraper.errors import StateError, UsageError, how_to_install

_SCHEME: Final = "://"
_LOCAL: Final = "file://"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFile:
    """A file that was written.

    Attributes:
        name: Its path below the folder, with slashes.
        size_bytes: Its length.
        sha256: Of its bytes, in hexadecimal digits.
    """

    name: str
    size_bytes: int
    sha256: str


class PartFolder(Protocol):
    """Where parts are kept. Small and known to ``pickle``: tasks carry it."""

    def __hash__(self) -> int: ...

    @property
    def address(self) -> str:
        """As the user gave it, a path made absolute."""
        ...

    def write(self, name: str, fill: Callable[[Path], None]) -> PartFile:
        """Write a file, or write it anew; others see the old one or the new one, whole.

        Args:
            name: Its path below the folder.
            fill: Given a path, makes the file there.

        Raises:
            StateError: It cannot be written.
        """
        ...

    def open(self, name: str) -> BinaryIO:
        """Open a file to read it from any place.

        Raises:
            FileNotFoundError: There is none.
            StateError: It cannot be read.
        """
        ...

    def names(self, folder: str) -> set[str]:
        """Return the names of the files in a folder below this one, without the folder's; none where it does not exist."""
        ...

    def remove(self, folder: str) -> None:
        """Remove a folder below this one with all that is in it."""
        ...


def open_parts(address: str | Path) -> PartFolder:
    """Return the folder at an address: a path, or what fsspec knows, such as ``s3://bucket/folder``.

    Raises:
        UsageError: What such an address needs is not installed.
    """
    text = str(address).removeprefix(_LOCAL)
    if _SCHEME not in text:
        return DiskFolder(address=os.path.abspath(text))
    if find_spec("fsspec") is None:
        raise UsageError(f"{text}: needs fsspec: {how_to_install('dask')}")
    folder = StoreFolder(address=text.rstrip("/"))
    folder.check()
    return folder


def write_bytes(folder: PartFolder, name: str, data: bytes) -> PartFile:
    """Write a small file."""
    return folder.write(name, partial(_fill, data=data))


def read_bytes(folder: PartFolder, name: str) -> bytes | None:
    """Return what is in a small file; ``None`` where there is none."""
    with suppress(FileNotFoundError), folder.open(name) as file:
        return file.read()
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskFolder:
    """A folder on a disk, which may be one that several machines share."""

    address: str

    def write(self, name: str, fill: Callable[[Path], None]) -> PartFile:
        """Write a file beside its place and rename it: as ``PartFolder.write``."""
        path = Path(self.address, name)
        beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:12]}.partial")  # another worker may write it too
        with _mapped_errors(path, "written"):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                fill(beside)
                part = _describe(beside, name)
                _sync(beside)
                beside.replace(path)
                _sync(path.parent)
            finally:
                beside.unlink(missing_ok=True)
        return part

    def open(self, name: str) -> BinaryIO:
        """Open a file: as ``PartFolder.open``."""
        path = Path(self.address, name)
        with _mapped_errors(path, "read"):
            return path.open("rb")

    def names(self, folder: str) -> set[str]:
        """Return names: as ``PartFolder.names``."""
        with suppress(FileNotFoundError), os.scandir(Path(self.address, folder)) as entries:
            return {entry.name for entry in entries if not entry.name.startswith(".") and entry.is_file()}
        return set()

    def remove(self, folder: str) -> None:
        """Remove a folder: as ``PartFolder.remove``."""
        with suppress(FileNotFoundError):
            shutil.rmtree(Path(self.address, folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFolder:
    """A folder in whatever fsspec reaches. An object appears whole by itself; the rename is for those that are no object stores."""

    address: str

    def check(self) -> None:
        """Find out whether the store can be spoken to.

        Raises:
            UsageError: What it needs is not installed, or nobody knows such an address.
        """
        try:
            self._system()
        except (ImportError, ValueError) as exc:
            raise UsageError(f"{self.address}: {exc}") from exc

    def write(self, name: str, fill: Callable[[Path], None]) -> PartFile:
        """Make a file here and bring it there: as ``PartFolder.write``."""
        place = self._place(name)
        beside = f"{place}.{uuid.uuid4().hex[:12]}.partial"
        with _mapped_errors(place, "written"), tempfile.TemporaryDirectory() as here:
            made = Path(here, place.rpartition("/")[2])
            fill(made)
            system = self._system()
            system.makedirs(place.rpartition("/")[0], exist_ok=True)
            system.put_file(str(made), beside)
            system.mv(beside, place)
            return _describe(made, name)

    def open(self, name: str) -> BinaryIO:
        """Open a file: as ``PartFolder.open``."""
        with _mapped_errors(self._place(name), "read"):
            return cast("BinaryIO", self._system().open(self._place(name), "rb"))

    def names(self, folder: str) -> set[str]:
        """Return names: as ``PartFolder.names``."""
        system = self._system()
        system.invalidate_cache()  # other machines write here
        with suppress(FileNotFoundError):
            found = system.ls(self._place(folder), detail=True)
            names = {str(entry["name"]).rpartition("/")[2] for entry in found if entry["type"] == "file"}
            return {name for name in names if not name.endswith(".partial")}
        return set()

    def remove(self, folder: str) -> None:
        """Remove a folder: as ``PartFolder.remove``."""
        with suppress(FileNotFoundError):
            self._system().rm(self._place(folder), recursive=True)

    def _place(self, name: str) -> str:
        return f"{self.address}/{name}".rstrip("/")

    def _system(self) -> Any:
        import fsspec

        return fsspec.core.url_to_fs(self.address)[0]


def _fill(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _describe(path: Path, name: str) -> PartFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return PartFile(name=name, size_bytes=path.stat().st_size, sha256=digest)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _mapped_errors(place: object, what: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise  # what is asked for may not be there yet
    except OSError as exc:
        raise StateError(
            f"{place}: cannot be {what} ({exc.strerror or exc}): free space or name another output"
        ) from exc
