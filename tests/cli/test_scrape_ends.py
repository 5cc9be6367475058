"""How ``scraper scrape`` ends: its exit codes, and what a signal, a full disk and another run do to it."""

import ctypes
import json
import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scraper.store import hold_lock
from tests.cli.harbour import STORIES, command, make_article, run, serve
from tests.export.reading import read_records


def test_nothing_but_failures_is_exit_code_3(site: str, tmp_path: Path) -> None:
    assert run(tmp_path, "--no-discovery", site + "gone").returncode == 3
    assert run(tmp_path, "http://unknown.invalid/").returncode == 3


def test_more_failures_than_allowed_is_exit_code_1(site: str, tmp_path: Path) -> None:
    assert run(tmp_path, site, "--fail-over", "10").returncode == 1


def test_wrong_usage_is_exit_code_2(tmp_path: Path) -> None:
    assert run(tmp_path, "no url").returncode == 2
    assert run(tmp_path, "https://a.test/", "--since", "yesterday").returncode == 2
    assert run(tmp_path, "https://a.test/", "--allow-private", "everything").returncode == 2
    assert run(tmp_path, "https://a.test/", "--exclude", "(").returncode == 2


def test_an_unusable_state_is_exit_code_4_before_anything_is_fetched(
    site: str, tmp_path: Path, httpserver: HTTPServer
) -> None:
    (tmp_path / "state.sqlite").write_text("this is no database, " * 50)
    done = run(tmp_path, site)
    assert done.returncode == 4
    assert "name another --state" in done.stderr
    assert httpserver.log == []


def test_an_output_of_somebody_else_is_exit_code_4_and_left_alone(
    site: str, tmp_path: Path, httpserver: HTTPServer
) -> None:
    (tmp_path / "out.jsonl").write_text("precious\n")
    assert run(tmp_path, site).returncode == 4
    assert (tmp_path / "out.jsonl").read_text() == "precious\n"
    assert httpserver.log == []


@pytest.mark.fault(number=70)
def test_a_damaged_state_is_exit_code_4_with_advice(site: str, tmp_path: Path, httpserver: HTTPServer) -> None:
    assert run(tmp_path, site).returncode == 0
    path = tmp_path / "state.sqlite"
    with path.open("r+b") as file:  # the first page stays: it is a state file still, but for its tables
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    asked = len(httpserver.log)
    done = run(tmp_path, site)
    assert done.returncode == 4
    assert "the file is damaged: restore a copy" in done.stderr, "the name of the folder says damaged, too"
    assert ".recover" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(httpserver.log) == asked


def obey_file_modes() -> None:
    """Make root heed them, for good, by taking CAP_DAC_OVERRIDE off its bounding set (capabilities(7), prctl(2))."""
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).prctl(24, 1) != 0:
        raise OSError(ctypes.get_errno(), "this root may not give up its right to write everywhere")


@pytest.mark.fault(number=57)
@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.sqlite", "out.parquet", "out.md"])
def test_a_read_only_output_is_exit_code_4_before_anything_is_fetched(
    site: str, tmp_path: Path, httpserver: HTTPServer, name: str
) -> None:
    (tmp_path / "sealed").mkdir(mode=0o555)
    asked = [*command(tmp_path, site), "-o", str(tmp_path / "sealed" / name)]
    done = subprocess.run(asked, check=False, capture_output=True, text=True, timeout=60, preexec_fn=obey_file_modes)
    assert done.returncode == 4
    assert "Permission denied" in done.stderr or "unable to open" in done.stderr
    assert "cannot be written" in done.stderr
    assert httpserver.log == []
    assert list((tmp_path / "sealed").iterdir()) == []


@pytest.mark.fault(number=56)
@pytest.mark.parametrize("largest_file_bytes", [20_000, 120_000])
def test_a_full_disk_is_exit_code_4_and_the_next_run_goes_on(
    site: str, tmp_path: Path, largest_file_bytes: int
) -> None:
    """The limit on the length of a file stands for the end of the disk: it comes while the state or an output is written."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file_bytes, largest_file_bytes))

    more = ("-o", str(tmp_path / "out.csv"), "-o", str(tmp_path / "out.sqlite"))
    done = subprocess.run(
        command(tmp_path, site, *more), check=False, capture_output=True, text=True, timeout=60, preexec_fn=limit
    )
    assert done.returncode == 4
    assert "free" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert run(tmp_path, site, *more).returncode == 0
    for name in ("out.jsonl", "out.csv", "out.sqlite"):
        records = read_records(tmp_path / name)
        assert sorted(record["title"] for record in records) == [f"Story {number}" for number in range(STORIES)]


@pytest.mark.fault(number=58)
def test_a_second_run_at_the_same_time_is_exit_code_75(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "state.sqlite"):
        done = run(tmp_path, "https://a.test/")
    assert done.returncode == 75
    assert "another run" in done.stderr


def test_a_signal_ends_the_wait_for_another_run(tmp_path: Path) -> None:
    lock = str(tmp_path / "state.sqlite.lock")
    with (
        hold_lock(tmp_path / "state.sqlite"),
        subprocess.Popen(
            command(tmp_path, "https://a.test/", "--lock-wait", "3600"), stderr=subprocess.PIPE, text=True
        ) as waiting,
    ):
        files = Path(f"/proc/{waiting.pid}/fd")
        while lock not in {os.path.realpath(file) for file in files.iterdir()}:
            assert waiting.poll() is None
            time.sleep(0.02)
        waiting.terminate()
        _, errors = waiting.communicate(timeout=60)
    assert waiting.returncode == 75
    assert "another run" in errors


SLOW = 40  # more than the pages of a new site that wait for each other


def make_slow(httpserver: HTTPServer) -> list[str]:
    for number in range(SLOW):
        httpserver.expect_request(f"/slow-{number}").respond_with_handler(
            serve(make_article(number, f"Slow {number}"), delay_s=0.1)
        )
    return [httpserver.url_for(f"/slow-{number}") for number in range(SLOW)]


@pytest.mark.fault(number=60)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_the_run_in_order_and_the_next_one_goes_on(
    httpserver: HTTPServer, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    urls = make_slow(httpserver)
    with subprocess.Popen(
        command(tmp_path, "--no-discovery", *urls), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()
        begun = time.monotonic()
        process.send_signal(number)
        out, _ = process.communicate(timeout=20)
    assert process.returncode == code
    assert time.monotonic() - begun < 15
    assert "the next run goes on" in out
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert 1 <= len(lines) < SLOW
    assert run(tmp_path, "--no-discovery", *urls).returncode == 0
    after = (tmp_path / "out.jsonl").read_text().splitlines()
    assert after[: len(lines)] == lines
    assert len({json.loads(line)["url"] for line in after}) == len(after) == SLOW


def test_the_longest_runtime_is_exit_code_5(httpserver: HTTPServer, tmp_path: Path) -> None:
    urls = make_slow(httpserver)
    assert run(tmp_path, "--no-discovery", "--max-runtime", "2", *urls).returncode == 5


@pytest.mark.parametrize("flag", ["--summary", "--metrics"])
def test_counts_that_have_no_place_are_exit_code_4_before_anything_is_fetched(
    flag: str, site: str, tmp_path: Path, httpserver: HTTPServer
) -> None:
    (tmp_path / "file").write_text("")
    done = run(tmp_path, site, "--quiet", flag, str(tmp_path / "file" / "counts"))
    assert done.returncode == 4
    assert "something else stands there: move it away, or name another file" in done.stderr
    assert httpserver.log == []


@pytest.mark.parametrize("flag", ["--summary", "--metrics"])
def test_counts_that_lose_their_place_are_exit_code_4_and_shown(
    flag: str, site: str, tmp_path: Path, httpserver: HTTPServer
) -> None:
    folder = tmp_path / "folder"

    def take_place(request: Request) -> Response:
        folder.rmdir()
        folder.write_text("")
        return serve(make_article(9, "Story 9"))(request)

    httpserver.expect_request("/taking").respond_with_handler(take_place)
    done = run(tmp_path, "--no-discovery", site + "taking", "--quiet", flag, str(folder / "counts"))
    assert done.returncode == 4
    assert "something else stands there: move it away, or name another file" in done.stderr
    assert "1 article held" in done.stdout
