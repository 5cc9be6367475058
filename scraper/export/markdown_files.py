"""A folder of Markdown files with YAML in front, one for each article, for people, note programs and static sites."""

import fcntl
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from scraper.errors import StateError, StateLockedError, cannot_write
from scraper.export.file_names import name_file, name_folder
from scraper.export.format import Format, WrittenMark, foreign_output, strange_output
from scraper.export.fresh import claim_place, sync_folder
from scraper.export.front_matter import format_article
from scraper.records import Article

MARKER: Final = ".scraper-output"
"""The file that marks the folder as an output, holds how much was written to it, and is locked by the run."""

_ID_LINE: Final = re.compile(rb'id: "([^"]*)"')
_NAME: Final = re.compile(r"-([0-9a-f]{8,})\.md\Z")
_COUNT_DIGITS: Final = 20  # what 64 bits hold: the count is written over in place
_SHORT: Final = 8  # digits of the id in a name; where two articles of a site share them, the later one gets all 16


class KeptFolder:
    """A folder that is kept up to date: one file for each article, which appears whole.

    Files that the user deletes stay deleted; files of other names are not looked at.

    Args:
        path: Made when it does not exist.
        mark: How far the caller knows that it was written; ``None`` when it was never.

    Attributes:
        mark: How far it is written now.
        lost: What became of it since, when it is not the folder that was written.
        cut_bytes: 0: files are replaced whole.
        set_aside: None.

    Raises:
        StateLockedError: Another run is writing it.
        StateError: It cannot be written, or is a folder of somebody else; it is left as it was.
    """

    cut_bytes = 0
    set_aside: Path | None = None

    def __init__(self, path: Path, mark: WrittenMark | None) -> None:
        self.path = path
        with _mapped_errors(path):
            is_ours = (path / MARKER).exists()
            if path.exists() and not is_ours and any(path.iterdir()):
                raise StateError(foreign_output(path))
            path.mkdir(parents=True, exist_ok=True)
            self._marker = os.open(path / MARKER, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            self._lock()
            if mark is None and self._count_written():
                raise StateError(strange_output(path))
            self.lost = self._find_loss(mark, is_ours) if mark else None
        except BaseException:
            os.close(self._marker)
            raise
        self.mark = WrittenMark() if self.lost or mark is None else mark
        self._names: dict[str, dict[str, set[str]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._marker)

    def append(self, articles: Sequence[Article]) -> WrittenMark:
        """Write a batch and wait until it is on the disk.

        Raises:
            StateError: It cannot be written; some of the batch may be in the folder, each file whole.
        """
        with _mapped_errors(self.path):
            size_bytes = sum(self._write(article) for article in articles)
            for folder in {name_folder(article.site) for article in articles}:
                sync_folder(self.path / folder)
            self.mark = WrittenMark(
                records=self.mark.records + len(articles), size_bytes=self.mark.size_bytes + size_bytes
            )
            os.pwrite(self._marker, f"{self.mark.records:0{_COUNT_DIGITS}d}\n".encode(), 0)
            os.fsync(self._marker)
        return self.mark

    def _lock(self) -> None:
        try:
            fcntl.flock(self._marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StateLockedError(f"{self.path}: another run is writing it") from None

    def _find_loss(self, mark: WrittenMark, is_ours: bool) -> str | None:
        if not is_ours:
            return "was deleted" if mark.records else None
        return "was replaced by an older copy" if self._count_written() < mark.records else None

    def _count_written(self) -> int:
        told = os.pread(self._marker, _COUNT_DIGITS, 0)
        return int(told) if told.isdigit() else 0

    def _write(self, article: Article) -> int:
        """Write one article's file and remove the one that it had under another name; return its size."""
        folder = name_folder(article.site)
        held = self._held(folder).setdefault(article.id[:_SHORT], set())
        own = {name for name in held if _read_id(self.path / folder / name) == article.id}
        short = article.id[:_SHORT]
        mark = article.id if any(name.endswith(f"-{short}.md") for name in held - own) else short
        name = name_file(article, folder, mark)
        data = format_article(article).encode()
        _write_whole(self.path / folder / name, data)
        for old in own - {name}:
            (self.path / folder / old).unlink(missing_ok=True)
        held -= own
        held.add(name)
        return len(data)

    def _held(self, folder: str) -> dict[str, set[str]]:
        """The names of a site's files by the digits of their ids; read once."""
        if folder not in self._names:
            (self.path / folder).mkdir(exist_ok=True)
            names: dict[str, set[str]] = {}
            for entry in os.scandir(self.path / folder):
                if found := _NAME.search(entry.name):
                    names.setdefault(found[1][:_SHORT], set()).add(entry.name)
            self._names[folder] = names
        return self._names[folder]


def _read_id(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            found = _ID_LINE.search(file.read(200))  # the id is the first field
    except FileNotFoundError:
        return None
    return found[1].decode() if found else None


def _write_whole(path: Path, data: bytes) -> None:
    partial = path.with_name(f".{path.name[-40:]}.partial")  # always the same: what a kill leaves is written over
    claim_place(partial)
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


@contextmanager
def _mapped_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        raise cannot_write(path, exc) from exc


MARKDOWN: Final = Format(open_kept=KeptFolder, keeps_versions=False)
