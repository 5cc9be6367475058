import errno
import os
from pathlib import Path

import pytest

from scraper.errors import StateError, StateLockedError
from scraper.export import LINES, WrittenMark
from scraper.export.appended import AppendedFile
from tests.store.articles import make_article

JSONL = LINES


def write(path: Path, mark: WrittenMark | None, batches: int = 1) -> WrittenMark:
    with AppendedFile(path, JSONL, mark) as file:
        for _ in range(batches):
            file.append([make_article()])
        return file.mark


@pytest.mark.fault(number=55)
def test_what_stands_after_the_committed_length_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    mark = write(path, None)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"id":"torn')
    with AppendedFile(path, JSONL, mark) as file:
        assert (file.lost, file.cut_bytes) == (None, 11)
    assert path.read_bytes() == whole


def test_opening_and_closing_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    mark = write(path, None, batches=2)
    before = path.stat()
    write(path, mark, batches=0)
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda path: path.unlink(), "was deleted"),
        (lambda path: os.truncate(path, 5), "was shortened"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"story", b"STORY")), "was changed"),
    ],
)
def test_somebody_elses_change_is_noticed_and_the_file_begun_again(tmp_path: Path, damage, words: str) -> None:  # type: ignore[no-untyped-def]  # three lambdas
    path = tmp_path / "out.jsonl"
    mark = write(path, None, batches=2)
    whole = path.read_bytes()
    damage(path)
    with AppendedFile(path, JSONL, mark) as file:
        assert file.lost == words
        file.append([make_article(), make_article()])
    assert path.read_bytes() == whole


def test_touching_the_file_is_no_change(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    mark = write(path, None)
    os.utime(path, ns=(0, 0))
    with AppendedFile(path, JSONL, mark) as file:
        assert file.lost is None


def test_a_file_of_somebody_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("precious\n")
    with pytest.raises(StateError, match="move it away"):
        AppendedFile(path, JSONL, None)
    assert path.read_text() == "precious\n"


def test_two_runs_cannot_write_one_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with AppendedFile(path, JSONL, None), pytest.raises(StateLockedError):
        AppendedFile(path, JSONL, None)


def test_a_place_that_cannot_be_written_is_a_state_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="cannot be written"):
        AppendedFile(tmp_path / "file" / "out.jsonl", JSONL, None)


@pytest.mark.fault(number=56)
def test_a_full_disk_leaves_the_file_at_its_committed_length() -> None:
    with AppendedFile(Path("/dev/full"), JSONL, None) as file:
        with pytest.raises(StateError, match="free space"):
            file.append([make_article()])
        assert file.mark == WrittenMark()


@pytest.mark.fault(number=56)
def test_a_batch_that_half_fits_on_the_disk_is_taken_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads the file before the next run sees whole batches."""
    whole_write = os.pwrite

    def write_half(descriptor: int, data: memoryview, position: int) -> int:
        if position > first.size_bytes:
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole_write(descriptor, data[: len(data) // 2], position)

    path = tmp_path / "out.jsonl"
    with AppendedFile(path, JSONL, None) as file:
        first = file.append([make_article()])
        monkeypatch.setattr("scraper.export.appended.os.pwrite", write_half)
        with pytest.raises(StateError, match="free space"):
            file.append([make_article()])
        assert (file.mark, path.stat().st_size) == (first, first.size_bytes)
