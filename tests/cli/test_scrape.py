"""What ``scraper scrape`` makes of a site, and tells."""

import json
import os
import pty
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.cli.harbour import STORIES, command, events, make_article, run
from tests.export.reading import read_records


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


def test_the_summary_file_holds_the_counts(site: str, tmp_path: Path) -> None:
    run(tmp_path, site, "--summary", str(tmp_path / "summary.json"))
    (counts,) = json.loads((tmp_path / "summary.json").read_text())["sites"].values()
    assert (counts["new"], counts["skipped"]) == (STORIES, {"http_4xx": 1, "not_html": 1})
    assert counts["answers"] == STORIES
    assert counts["body_bytes"] == counts["wire_bytes"] > 1000


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_of_addresses_stands_for_them(encoding: str, site: str, tmp_path: Path) -> None:
    pages = tmp_path / "pages.txt"
    pages.write_text(f"# stories\n\n{site}story-1\n  {site}story-2\r\n", encoding=encoding)
    done = run(tmp_path, "--no-discovery", str(pages), f"{site}story-3")
    assert done.returncode == 0
    assert sorted(record["url"] for record in read_records(tmp_path / "out.jsonl")) == [
        f"{site}story-{number}" for number in (1, 2, 3)
    ]


def test_addresses_come_on_standard_input(site: str, tmp_path: Path) -> None:
    done = subprocess.run(
        command(tmp_path, "--no-discovery", "-"), check=False, input=f"{site}story-1\n{site}story-2\n", text=True
    )
    assert done.returncode == 0
    assert len(read_records(tmp_path / "out.jsonl")) == 2


def test_a_table_in_a_log_has_its_time_and_run_above_it(site: str, tmp_path: Path) -> None:
    for number in (1, 2):
        head, *_ = run(tmp_path, "--no-discovery", f"{site}story-1").stdout.splitlines()
        assert re.fullmatch(rf"20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ, run {number}", head)


def test_where_nothing_came_the_first_reason_is_told_with_its_advice(site: str, tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    place = ["--state", str(state), "-o", str(tmp_path / "out.jsonl")]
    done = subprocess.run(
        [sys.executable, "-m", "scraper.cli", "scrape", site, *place, "-q"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 3
    assert f"{site}: " in done.stdout
    assert "--allow-private 127.0.0.1 lets it be fetched" in done.stdout
    assert f"`scraper failed --state {state}` lists what failed, and why" in done.stdout
