"""Standard streams that lead nowhere: a full disk (``/dev/full`` stands for one), a reader that is gone, none at all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

PAGES = 3


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(PAGES):
        body = f"<p>Sentence {number} tells of the harbour in winter, and of ships that wait for spring.</p>" * 12
        (folder / f"{number}.html").write_text(f"<article><h1>Story {number}</h1>{body}</article>")
    return folder


@pytest.fixture
def full() -> Iterator[IO[bytes]]:
    with open("/dev/full", "wb") as stream:
        yield stream


@pytest.fixture
def unread() -> Iterator[IO[bytes]]:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as stream:
        yield stream


def run(
    *arguments: str | Path, stdout: int | IO[bytes] = subprocess.PIPE, stderr: int | IO[bytes] = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "scraper.cli", *map(str, arguments)]
    return subprocess.run(command, check=False, stdout=stdout, stderr=stderr, timeout=60)


@pytest.mark.parametrize("lost", ["full", "unread"])
def test_a_run_goes_on_where_nobody_can_be_told_of_it(
    lost: str, saved: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    stream = request.getfixturevalue(lost)
    done = run("clean", saved, "-o", tmp_path / "out.jsonl", stderr=stream)
    assert done.returncode == 0
    assert f"{PAGES} articles" in done.stdout.decode()
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == PAGES


@pytest.mark.parametrize("lost", ["full", "unread"])
def test_a_scrape_ends_with_its_own_code_where_nobody_can_be_told_of_it(
    lost: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    stream = request.getfixturevalue(lost)
    pages = [f"ftp://a.test/{number}" for number in range(PAGES)]
    state = ("--state", tmp_path / "state.sqlite", "-o", tmp_path / "out.jsonl")
    done = run("scrape", "--no-discovery", *pages, *state, stderr=stream)
    assert done.returncode == 3
    assert f"bad_url {PAGES}" in done.stdout.decode()


def test_results_that_cannot_be_written_are_exit_code_4(saved: Path, tmp_path: Path, full: IO[bytes]) -> None:
    state = ("--state", tmp_path / "state.sqlite")
    to_output, to_file, to_terminal = (
        run("clean", saved, stdout=full),
        run("clean", saved, *state, "-o", tmp_path / "out.jsonl", stdout=full),
        run("why", "https://a.test/", *state, stdout=full),
    )
    assert (to_output.returncode, to_file.returncode, to_terminal.returncode) == (4, 4, 3)
    for done in (to_output, to_file):
        last = done.stderr.decode().splitlines()[-1]
        assert last.startswith("scraper: standard output cannot be written (No space left on device): free space")
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == PAGES


def test_counts_that_nobody_reads_change_no_exit_code(saved: Path, tmp_path: Path, unread: IO[bytes]) -> None:
    assert run("clean", saved, "-o", tmp_path / "out.jsonl", stdout=unread).returncode == 0


def test_records_that_nobody_reads_end_the_command(saved: Path, unread: IO[bytes]) -> None:
    done = run("clean", saved, stdout=unread)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_run_without_standard_streams_writes_into_its_files_what_belongs_there(saved: Path, tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from scraper.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    os.write(2, b'what native code says')\n"
        "    os._exit(end.code or 0)\n"
    )
    output = ("-o", tmp_path / "out.jsonl", "--state", tmp_path / "state.sqlite")
    command = [sys.executable, "-c", code, "clean", str(saved), *map(str, output)]
    done = subprocess.run(["sh", "-c", '"$@" <&- >&- 2>&-', "sh", *command], check=False, timeout=60)
    assert done.returncode == 0
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    assert len(lines) == PAGES
    assert all(line.startswith(b"{") for line in lines)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["scrape", "--help"]])
def test_help_that_cannot_be_written_is_told(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "scraper.cli", *arguments],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 4
    assert done.stderr == (
        "scraper: standard output cannot be written (No space left on device): free space, or lead it to another place\n"
    )
