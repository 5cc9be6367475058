"""What a page says does not move a terminal's cursor, turn lines round, or look like a line of a log."""

import json
import logging
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_httpserver import HTTPServer

from scraper.cli import main
from scraper.cli.exits import errors_to_exits
from scraper.cli.printable import PrintableFormatter, printable
from scraper.errors import UsageError
from scraper.reasons import Reason, Stage
from scraper.records import Skipped
from scraper.store import Offer, Store
from scraper.urls import url_key
from tests.security.harbour import SENTENCES

CODES = {
    "clear": "\x1b[2J",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://evil.test/\x1b\\here\x1b]8;;\x1b\\",
    "c1": "\x9b2J\x9d0;owned\x9c",
    "bell, back, delete": "\x07\x08\x7f",
    "lines": "\r\n\x0b\x0c\x85\u2028\u2029",
    "bidi": "\u202etxt.exe\u202c\u2066a\u2069\u200f\u061c",
}
ALL = "".join(CODES.values())
ARTICLE = f"<html lang=en><title>Ev{ALL}il</title><article><h1>Ev{ALL}il</h1>{SENTENCES}</article></html>"
FETCH = ("--allow-private", "127.0.0.0/8", "--delay", "0.01")


def assert_harmless(shown: str, *, is_ours: bool = False) -> None:
    """Nothing that a terminal obeys, but for what our own display of tables sends to it."""
    for name, code in CODES.items():
        assert name == "lines" or code not in shown, name
    assert not set(shown) & set("\x07\x08\x7f\x9b\x9d\x85\u2028\u2029\u202e\u2066\u200f\u061c")
    assert "\x1b]" not in shown
    assert is_ours or "\x1b" not in shown


@pytest.mark.parametrize("name", CODES)
def test_codes_are_shown_as_what_they_are(name: str) -> None:
    shown = printable(f"a{CODES[name]}b")
    assert_harmless(shown)
    assert shown.startswith("a\ufffd")
    assert "\n" not in shown
    assert "\r" not in shown


@pytest.fixture
def site(httpserver: HTTPServer) -> str:
    """A site whose feed, titles and addresses carry every code."""
    httpserver.no_handler_status_code = 404
    root = httpserver.url_for("/")
    xml = "".join(c if c in "\r\n" or c >= " " else "" for c in ALL).replace("\x1b", "")
    items = "".join(
        f"<item><title>{xml}</title><link>{root}2026/{name}</link></item>" for name in ("story", f"gone-{xml}")
    )
    feed = f"<rss version='2.0'><channel><title>{xml}</title>{items}</channel></rss>"
    httpserver.expect_request("/feed.xml").respond_with_data(feed.encode(), content_type="application/rss+xml")
    home = f"<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'><title>{ALL}</title></html>"
    httpserver.expect_request("/").respond_with_data(home.encode(), content_type="text/html; charset=utf-8")
    httpserver.expect_request("/gone").respond_with_data(ALL.encode(), status=404)

    httpserver.expect_request("/2026/story").respond_with_data(
        ARTICLE.encode(), content_type="text/html; charset=utf-8"
    )
    return root


def on_terminal(*arguments: str) -> str:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "scraper.cli", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True) as process:
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:
            pass  # Linux reports the end of a terminal as an error
        process.wait()
    os.close(ours)
    return shown.decode("utf-8", "replace")


def test_commands_that_meet_pages_show_no_codes_on_a_terminal(site: str, tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "s.sqlite"), "-o", str(tmp_path / "o.jsonl"))
    sites = tmp_path / "sites.toml"
    sites.write_text(f'[[site]]\nurl = "{site}"\n')
    saved = tmp_path / f"sa{CODES['title']}ved.html"
    saved.write_text(ARTICLE)
    for command in (
        ("discover", site, *FETCH),
        ("sites", "check", str(sites), *FETCH),
        ("inspect", str(saved), "-o", str(tmp_path / f"in{CODES['clear']}.html")),
    ):
        result = CliRunner().invoke(main, command)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.output
        assert_harmless(result.output)
    for command in (("scrape", site, *state, *FETCH), ("clean", str(saved))):
        shown = on_terminal(*command)
        assert "Traceback" not in shown
        assert_harmless(shown.replace("\r\n", "\n"), is_ours=True)
    records = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text().splitlines()]
    assert len(records) == 1, "the page was there, and met"


def test_what_the_state_holds_is_shown_without_codes(tmp_path: Path) -> None:
    url = f"https://a.test/{ALL}"
    with Store(tmp_path / "s.sqlite") as store:
        run = store.begin_run("2026-11-10T11:00:00Z", "{}")
        store.frontier.offer("a.test", [Offer(key=url_key(url), url=url, found_in=url)], run)
        (claim,) = store.frontier.claim("a.test", run, 1)
        skipped = Skipped(source=url, stage=Stage.FETCH, code=Reason.TIMEOUT, detail=ALL, attempts=1)
        store.outcomes.finish_skipped(claim, skipped, run, "2026-11-10T12:00:00Z", None)
    for command in (("failed",), ("why", url), ("why", f"{url}/unknown")):
        result = CliRunner().invoke(main, [*command, "--state", str(tmp_path / "s.sqlite")])
        assert_harmless(result.output)
        if command[0] == "failed":
            assert result.output.count("\n") == 1, "one line for each URL"


def test_events_are_lines_of_ascii(site: str, tmp_path: Path) -> None:
    """No page can write a line of its own into a log."""
    arguments = [
        "-m",
        "scraper.cli",
        "scrape",
        site,
        "--state",
        str(tmp_path / "s"),
        "-o",
        str(tmp_path / "o.jsonl"),
        *FETCH,
    ]
    done = subprocess.run([sys.executable, *arguments], check=False, capture_output=True, timeout=60)
    assert done.stderr.isascii()
    assert not set(done.stderr) & (set(range(32)) - {10})
    assert {json.loads(line)["outcome"] for line in done.stderr.splitlines()} == {"new", "skipped"}
    assert_harmless(done.stdout.decode())


def test_errors_and_log_records_show_no_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit), errors_to_exits():
        raise UsageError(f"no such{ALL}thing")
    assert_harmless(capsys.readouterr().err)
    record = logging.LogRecord("scraper", logging.WARNING, "", 1, "host=%s", (ALL,), None)
    assert_harmless(PrintableFormatter().format(record))
