"""Files that are written whole, and what stands in their place."""

import os
import stat
from pathlib import Path

import pytest

from scraper.cli.files import check_place, write_whole
from scraper.errors import StateError


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize("is_link", [False, True])
def test_a_pipe_is_written_to_and_stays(pipe: Path, tmp_path: Path, is_link: bool) -> None:
    path = pipe
    if is_link:
        path = tmp_path / "link"
        path.symlink_to(pipe)
    before = sorted(tmp_path.iterdir())
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), "rb") as reader:
        check_place(path)
        write_whole(path, b"counts")
        assert reader.read() == b"counts"
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert path.is_symlink() == is_link
    assert sorted(tmp_path.iterdir()) == before


def test_a_pipe_without_a_reader_is_tried_without_waiting(pipe: Path) -> None:
    check_place(pipe)
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "null"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))  # what /dev/null is
        path.write_bytes(b"")
    except OSError:
        pytest.skip("device nodes are made by root alone, where the file system has them")
    check_place(path)
    write_whole(path, b"counts")
    assert stat.S_ISCHR(path.lstat().st_mode)
    assert list(tmp_path.iterdir()) == [path]


def test_an_open_file_of_the_process_is_added_to(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        check_place(Path(f"/dev/fd/{log.fileno()}"))
        write_whole(Path(f"/dev/fd/{log.fileno()}"), b"counts\n")
    assert (tmp_path / "log").read_bytes() == b"before\ncounts\n"


def test_a_link_to_a_file_is_replaced_and_a_folder_refused(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "link").symlink_to(tmp_path / "precious")
    write_whole(tmp_path / "link", b"counts")
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert not (tmp_path / "link").is_symlink()
    with pytest.raises(StateError):
        write_whole(tmp_path, b"counts")
