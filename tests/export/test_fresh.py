"""Files that appear whole: what a kill leaves of one is not left for good."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scraper.cli.files import write_whole
from scraper.errors import StateError, StateLockedError
from scraper.export import EXPORTERS, replace_file
from tests.export.reading import read_records
from tests.export.samples import make_samples

FILES = (".jsonl", ".jsonl.gz", ".csv", ".parquet", ".sqlite")

WRITE_AND_WAIT = """
import sys
from pathlib import Path
from scraper.export import EXPORTERS, replace_file
from tests.export.samples import make_samples

path = Path(sys.argv[1])
with replace_file(path, EXPORTERS["".join(path.suffixes)]) as writer:
    for article in make_samples():
        writer.write(article)
    writer.flush()
    print("half way", flush=True)
    sys.stdin.readline()
"""


def begin(path: Path) -> subprocess.Popen[str]:
    """Start a process that is writing the file."""
    command = [sys.executable, "-c", WRITE_AND_WAIT, str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "half way\n"
    return process


def write(path: Path) -> None:
    with replace_file(path, EXPORTERS["".join(path.suffixes)]) as writer:
        for article in make_samples():
            writer.write(article)


@pytest.mark.parametrize("extension", FILES)
def test_what_killed_processes_have_left_goes_with_the_next_writing(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"out{extension}"
    for _ in range(2):
        with begin(path) as process:
            process.kill()
    assert any(tmp_path.iterdir())
    write(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("extension", FILES)
def test_what_another_process_is_writing_stays(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"out{extension}"
    with begin(path) as process:
        write(path)
        first = read_records(path)
        path.unlink()
        process.communicate("go on\n", timeout=60)
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == [path]
    assert read_records(path) == first


@pytest.mark.parametrize("extension", [".jsonl", ".jsonl.gz", ".csv"])
def test_what_a_run_appends_to_is_not_replaced(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"out{extension}"
    open_kept = EXPORTERS[extension].open_kept
    assert open_kept is not None
    with open_kept(path, None) as kept:
        kept.append(make_samples()[:1])
        with pytest.raises(StateLockedError, match="another run is writing it"):
            write(path)
        kept.append(make_samples()[1:2])
    assert len(read_records(path)) == 2
    assert list(tmp_path.iterdir()) == [path]
    write(path)
    assert len(read_records(path)) == len(make_samples())


@contextmanager
def no_file_over(size_bytes: int) -> Iterator[None]:
    """Let no file grow further, which stands for a disk that is full at that point."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.fault(number=56)
@pytest.mark.parametrize("extension", FILES)
def test_a_full_disk_is_told_of_the_output_and_not_of_what_was_to_become_it(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"out{extension}"
    with no_file_over(400), pytest.raises(StateError) as told:
        write(path)
    assert str(told.value).startswith(f"{path}: cannot be written (")
    assert "or name another output" in str(told.value)
    assert not any(tmp_path.iterdir())


def test_files_of_other_names_stay(tmp_path: Path) -> None:
    others = {
        tmp_path / name for name in (".report.html.partial", ".report.html.1.partial.txt", ".xreport.html.1.partial")
    }
    for other in others:
        other.write_text("precious")
    (tmp_path / ".report.html.1.partial").write_text("left")
    write_whole(tmp_path / "report.html", b"page")
    assert set(tmp_path.iterdir()) == others | {tmp_path / "report.html"}
