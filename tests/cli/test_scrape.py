import ctypes
import json
import os
import pty
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scraper.store import hold_lock
from tests.export.reading import read_records

STORIES = 6
TEXT = "<p>Sentence number {k} of story {n} tells of the harbour in winter, and of ships that wait for spring.</p>"
MODIFIED = formatdate(1_790_000_000, usegmt=True)


def make_article(number: int, title: str) -> str:
    body = "".join(TEXT.format(k=k, n=number) for k in range(12))
    return f"<html lang=en><title>{title}</title><body><article><h1>{title}</h1>{body}</article></body></html>"


def serve(
    body: str, media_type: str = "text/html; charset=utf-8", delay_s: float = 0.0
) -> Callable[[Request], Response]:
    """Answer with validators, and with 304 to whom they are known."""
    etag = f'"{hash(body) & 0xFFFFFFFF:x}"'

    def answer(request: Request) -> Response:
        time.sleep(delay_s)
        if request.headers.get("If-None-Match") == etag:
            return Response(status=304, headers={"ETag": etag})
        return Response(body, headers={"ETag": etag, "Last-Modified": MODIFIED, "Content-Type": media_type})

    return answer


@pytest.fixture(autouse=True)
def answer_404_to_the_rest(httpserver: HTTPServer) -> None:
    """The server's own answer is 500, which forbids a site (robots.txt) and soon counts as a failing host."""
    httpserver.no_handler_status_code = 404


@pytest.fixture
def site(httpserver: HTTPServer) -> str:
    """A site with a feed of six stories, of which one is a 404 and one a JPEG under a false name."""
    root = httpserver.url_for("/").rstrip("/")
    items = ""
    for number in range(STORIES):
        httpserver.expect_request(f"/story-{number}").respond_with_handler(
            serve(make_article(number, f"Story {number}"))
        )
        items += (
            f"<item><title>Story {number}</title><link>{root}/story-{number}</link>"
            "<pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>"
        )
    httpserver.expect_request("/gone").respond_with_data("gone", status=404, content_type="text/html")
    httpserver.expect_request("/photo").respond_with_data(b"\xff\xd8\xff\xe0" + b"\0" * 99, content_type="text/html")
    items += "".join(f"<item><link>{root}/{name}</link></item>" for name in ("gone", "photo"))
    feed = f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>"
    httpserver.expect_request("/feed.xml").respond_with_handler(serve(feed, "application/rss+xml"))
    home = "<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><body>Home</body></html>"
    httpserver.expect_request("/").respond_with_handler(serve(home))
    return root + "/"


def command(folder: Path, *arguments: str) -> list[str]:
    return [
        *(sys.executable, "-m", "scraper.cli", "scrape", *arguments),
        *("--state", str(folder / "state.sqlite"), "-o", str(folder / "out.jsonl")),
        *("--allow-private", "127.0.0.0/8", "--delay", "0.01"),
    ]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(folder, *arguments), check=False, capture_output=True, text=True, timeout=60)


def events(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, object]]:
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    found = {line["url"]: line for line in lines if "url" in line}
    assert len(found) == sum("url" in line for line in lines), "one event for each URL"
    return found


def test_a_site_becomes_records_and_each_failure_one_event(site: str, tmp_path: Path) -> None:
    done = run(tmp_path, site)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert {record["title"] for record in records} == {f"Story {n}" for n in range(STORIES)}
    told = events(done)
    assert told[site + "gone"]["reason"] == "http_4xx"
    assert told[site + "gone"]["status"] == 404
    assert told[site + "photo"]["reason"] == "not_html"
    story = told[site + "story-0"]
    assert (story["outcome"], story["status"], story["attempts"], story["page_class"]) == ("new", 200, 1, "article")
    assert f"{tmp_path / 'out.jsonl'}: {STORIES} records" in done.stdout
    assert "http_4xx 1" in done.stdout


@pytest.mark.fault(number=68)
def test_a_second_run_writes_nothing(site: str, tmp_path: Path) -> None:
    run(tmp_path, site)
    before = ((tmp_path / "out.jsonl").read_bytes(), (tmp_path / "out.jsonl").stat().st_mtime_ns)
    done = run(tmp_path, site)
    assert done.returncode == 0, done.stderr
    assert ((tmp_path / "out.jsonl").read_bytes(), (tmp_path / "out.jsonl").stat().st_mtime_ns) == before
    assert "0 records, 0 bytes written" in done.stdout
    assert f"{STORIES} articles held" in done.stdout


def test_pages_given_are_fetched_conditionally_the_second_time(site: str, tmp_path: Path) -> None:
    assert events(run(tmp_path, "--no-discovery", site + "story-1"))[site + "story-1"]["outcome"] == "new"
    again = events(run(tmp_path, "--no-discovery", site + "story-1"))[site + "story-1"]
    assert (again["outcome"], again["status"]) == ("unchanged", 304)


def test_bad_input_is_skipped_with_reasons_and_the_run_goes_on(site: str, tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        done = run(tmp_path, "http://unknown.invalid/", refused, site)
    assert done.returncode == 0, done.stderr
    told = events(done)
    assert told["http://unknown.invalid/"]["reason"] == "dns"
    assert told[refused]["reason"] == "connect"
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == STORIES


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


def test_the_summary_file_holds_the_counts(site: str, tmp_path: Path) -> None:
    run(tmp_path, site, "--summary", str(tmp_path / "summary.json"))
    (counts,) = json.loads((tmp_path / "summary.json").read_text())["sites"].values()
    assert (counts["new"], counts["skipped"]) == (STORIES, {"http_4xx": 1, "not_html": 1})
    assert counts["answers"] == STORIES
    assert counts["body_bytes"] == counts["wire_bytes"] > 1000


@pytest.mark.parametrize("flag", ["--summary", "--metrics"])
def test_counts_that_have_no_place_are_exit_code_4_and_shown(flag: str, site: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(tmp_path, site, "--quiet", flag, str(tmp_path / "file" / "counts"))
    assert done.returncode == 4
    assert "something else stands there: move it away, or name another file" in done.stderr
    assert f"{STORIES} articles held" in done.stdout


def test_pages_are_archived_and_outputs_written_as_asked(site: str, tmp_path: Path) -> None:
    done = run(tmp_path, site, "--archive", str(tmp_path / "pages"), "--mode", "changes")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "pages").glob("*.warc.gz"))) == 1
    run(tmp_path, site, "--mode", "changes")
    assert (tmp_path / "out.jsonl").read_text() == ""


def test_a_terminal_shows_counts_and_obeys_no_page(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/evil").respond_with_data(
        make_article(1, "Evil \x1b]0;owned\x07\x9b2J title"), content_type="text/html; charset=utf-8"
    )
    ours, theirs = pty.openpty()
    shell = command(tmp_path, "--no-discovery", httpserver.url_for("/evil"), httpserver.url_for("/none"))
    with subprocess.Popen(shell, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True):
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:
            pass  # Linux reports the end of a terminal as an error
    os.close(ours)
    assert b"localhost" in shown or b"127.0.0.1" in shown
    assert b"skipped http" in shown
    assert b"1 article held" in shown
    assert b"\x1b]0;owned" not in shown
    assert b"\xc2\x9b" not in shown


def test_archived_pages_are_cleaned_again_without_a_request(site: str, tmp_path: Path, httpserver: HTTPServer) -> None:
    pages = ("--archive", str(tmp_path / "pages"))
    assert subprocess.run(command(tmp_path, site, *pages), check=False, capture_output=True).returncode == 0
    assert list((tmp_path / "pages").glob("*.warc.gz"))
    asked = len(httpserver.log)
    done = subprocess.run(command(tmp_path, "--reclean", *pages), check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"{STORIES} articles held" in done.stdout
    assert len(httpserver.log) == asked


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--reclean",), "--archive"),
        (("--reclean", "--archive", "x", "https://a.test/"), "name no sites"),
        (("--site-key", "(", "https://a.test/"), "--site-key"),
        (("--site-key", "x+", "https://a.test/"), "parentheses"),
    ],
)
def test_flags_that_do_not_fit_are_told(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path, *arguments), check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert told in done.stderr


def test_the_mode_is_heard(site: str, tmp_path: Path) -> None:
    done = subprocess.run(
        command(tmp_path, site, "--mode", "latest", "-o", str(tmp_path / "out.csv")), check=False, capture_output=True
    )
    assert done.returncode == 0
    assert len((tmp_path / "out.csv").read_text().splitlines()) > STORIES


def test_quiet_leaves_warnings_and_counts_alone(site: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*command(tmp_path, site), "--quiet"], capture_output=True, text=True, timeout=120, check=True
    )
    assert "http_4xx 1" in done.stdout
    assert [line for line in done.stderr.splitlines() if "outcome" in line] == []


def test_a_start_page_that_fails_is_listed(tmp_path: Path, httpserver: HTTPServer) -> None:
    state, lost = tmp_path / "state.sqlite", httpserver.url_for("/lost/")
    assert subprocess.run(command(tmp_path, lost), capture_output=True, timeout=120, check=False).returncode == 3
    asked = [sys.executable, "-m", "scraper.cli"]
    listed = subprocess.run([*asked, "failed", "--state", state], capture_output=True, text=True, check=True)
    assert listed.stdout.split("\t")[:2] == ["http_4xx", lost]
    told = subprocess.run([*asked, "why", lost, "--state", state], capture_output=True, text=True, check=True)
    assert "reason      http_4xx" in told.stdout
