"""Files, folders and standard input to pages: which files, in which order."""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Final

from scraper.errors import ReadError
from scraper.read.inputs import Bookmark, Input, as_text, open_stream
from scraper.read.kinds import is_left_out
from scraper.read.mirrors import find_converted
from scraper.read.registry import read_input
from scraper.reasons import Reason, Stage
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

STANDARD_INPUT: Final = Path("-")

MAX_DEPTH: Final = 64
"""Folders nested deeper are skipped: mirrors of sites with a link trap are, and each level is one open folder."""


def read_paths(
    paths: Sequence[Path],
    settings: ReadSettings | None = None,
    *,
    after: str | None = None,
    since: float | None = None,
) -> Iterator[Page | Skipped]:
    """Yield every page in files and folders, in sorted order, reading one file at a time.

    In folders, hidden files and browsers' attachment folders are left out without a word, and so are pictures, style sheets
    and the like; what is no regular file, and symbolic links, are skipped with a reason. A path that is named itself is
    read whatever its name; ``-`` is standard input.

    Args:
        paths: Files and folders.
        settings: How to read them.
        after: Go on after the page with this source; where no file has it, everything is read.
        since: When what came before it was read, in seconds since 1970: files that came or changed later are read whole.

    Raises:
        UsageError: There is a web archive, and no library that reads it is installed.
    """
    bookmark = Bookmark(after, since)
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_standard_input(settings or ReadSettings())
        else:
            reading = settings or ReadSettings()
            yield from read_entries(str(path), list_entries(str(path), reading.left_out), reading, bookmark)
    if bookmark.is_waiting:  # the page it stood at is gone
        yield from read_paths(paths, settings)


def list_entries(root: str, left_out: Set[str]) -> Iterator[str | Skipped]:
    """Yield the files below a path that was named, in sorted order, and a reason for what is none; a file that was named itself.

    Args:
        root: The path.
        left_out: Real paths of files and folders that are passed over.
    """
    if os.path.isdir(root):
        yield from _list_folder(root, 0, left_out)
    else:
        yield root


def read_entries(
    root: str, entries: Iterable[str | Skipped], settings: ReadSettings, bookmark: Bookmark
) -> Iterator[Page | Skipped]:
    """Yield the pages of files below a path that was named; what is skipped already passes through."""
    reading = _Reading(root, settings, bookmark)
    for entry in entries:
        if isinstance(entry, str):
            yield from reading.read_file(entry)
        elif not bookmark.passes(entry.source):
            yield entry


def _list_folder(folder: str, depth: int, left_out: Set[str]) -> Iterator[str | Skipped]:
    if depth > MAX_DEPTH:
        yield _skipped(folder, Reason.UNREADABLE, f"folders nested over {MAX_DEPTH} deep")
        return
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as exc:
        yield _skipped(folder, Reason.UNREADABLE, exc.strerror or type(exc).__name__)
        return
    converted = find_converted(entry.name for entry in found)
    real = os.path.realpath(folder) if left_out else folder
    for entry in found:
        if is_left_out(entry.name) or entry.name in converted or os.path.join(real, entry.name) in left_out:
            continue
        path = entry.path.removeprefix("./")  # of the folder "."
        if entry.is_symlink():
            yield _skipped(path, Reason.NOT_A_REGULAR_FILE, "a symbolic link")
        elif entry.is_dir():
            yield from _list_folder(path, depth + 1, left_out)
        else:
            yield path


class _Reading:
    """The reading of files below one path. Paths are strings here: for small pages, objects take a fifth of the time."""

    def __init__(self, root: str, settings: ReadSettings, bookmark: Bookmark) -> None:
        self._root = root
        self._name = Path(root).absolute().name
        self._settings = settings
        self._bookmark = bookmark

    def read_file(self, path: str) -> Iterator[Page | Skipped]:
        bookmark = self._bookmark.for_file(as_text(path), partial(_changed_at, path))
        if bookmark.passes(as_text(path)):
            return
        try:
            with _open_regular(path) as file:
                yield from read_input(self._describe(path, file, bookmark))
        except ReadError as exc:
            yield Skipped(source=exc.url, stage=Stage.READ, code=exc.code, detail=str(exc))
        except OSError as exc:
            yield _skipped(path, Reason.UNREADABLE, exc.strerror or type(exc).__name__)

    def _describe(self, path: str, file: BufferedReader, bookmark: Bookmark) -> Input:
        below = path.removeprefix(self._root) if path.startswith(self._root) else f"/{path}"
        return Input(
            file=file,
            source=as_text(path),
            name=f"{self._name}/{below.lstrip('/')}" if below else self._name,
            settings=self._settings,
            bookmark=bookmark,
            path=Path(path),
        )


def _read_standard_input(settings: ReadSettings) -> Iterator[Page | Skipped]:
    name, descriptor = str(STANDARD_INPUT), sys.stdin.fileno()
    if not is_rereadable():
        try:
            yield from read_input(Input(file=open_stream(sys.stdin.buffer), source=name, name=name, settings=settings))
        except OSError as exc:
            yield _skipped(name, Reason.UNREADABLE, f"reading it was broken off ({exc.strerror or type(exc).__name__})")
        return
    # A descriptor of its own: whoever reads closes it.
    with open(os.dup(descriptor), "rb") as file:
        file.seek(0)
        path = Path(f"/dev/fd/{descriptor}")
        yield from read_input(Input(file=file, source=name, name=name, settings=settings, path=path))


def is_rereadable() -> bool:
    """Whether standard input is a file, which can be read twice."""
    return stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)


def _changed_at(path: str) -> float:
    """When a file came to this place or was last changed, whatever time it was given: a copy keeps its original's."""
    try:
        return os.stat(path).st_ctime
    except OSError:
        return 0.0


def _open_regular(path: str) -> BufferedReader:
    # Without O_NONBLOCK, opening a FIFO waits for somebody to write into it.
    no_file = ReadError("not a regular file", url=as_text(path), code=Reason.NOT_A_REGULAR_FILE)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as exc:
        raise (no_file if exc.errno == errno.ENXIO else exc) from exc  # a socket, or a device that nobody drives
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise no_file
    return open(descriptor, "rb")


def _skipped(path: str, code: Reason, detail: str) -> Skipped:
    return Skipped(source=as_text(path), stage=Stage.READ, code=code, detail=detail)
