import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli import main
from scraper.export.archive import PageArchive
from scraper.records import Page
from tests.export.reading import read_records

HTML = "<html lang=en><title>T</title><body><article><h1>A harbour in winter</h1>" + (
    "<p>A long and quite ordinary sentence about the harbour and the ships in it.</p>" * 12
)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.html").write_text(HTML)
    (folder / "empty.html").write_text("")
    (folder / "photo.html").write_bytes(b"\xff\xd8\xff\xe0 a photo")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["clean", *map(str, arguments)])


def test_records_go_to_standard_output_and_all_else_to_standard_error(saved: Path) -> None:
    result = run(saved)
    assert result.exit_code == 0
    (record,) = map(json.loads, result.stdout.splitlines())
    assert "harbour" in record["text"]
    *events, _, by_site, summary = result.stderr.splitlines()
    assert [json.loads(event)["reason"] for event in events] == [None, "empty", "not_html"]
    assert by_site.split()[1:] == ["1", "2", "empty", "1,", "not_html", "1"]
    assert summary == "1 articles, 2 skipped (empty 1, not_html 1)"


def test_with_an_output_file_the_counts_go_to_standard_output(saved: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "out.jsonl"
    result = run(saved, "-o", output)
    assert result.stdout.endswith("\n1 articles, 2 skipped (empty 1, not_html 1)\n")
    assert len(output.read_text().splitlines()) == 1


def test_several_outputs_of_all_kinds_are_written_at_once(saved: Path, tmp_path: Path) -> None:
    names = ("out.jsonl.zst", "out.csv", "out.parquet", "out.sqlite", "out.md")
    assert run(saved, *(part for name in names for part in ("-o", tmp_path / name))).exit_code == 0
    assert {read_records(tmp_path / name)[0]["title"] for name in names} == {"A harbour in winter"}


def test_archived_pages_are_cleaned_as_pages_of_their_address(tmp_path: Path) -> None:
    page = Page(body=HTML.encode(), source="u", url="https://a.test/story", media_type="text/html", status=200)
    with PageArchive(tmp_path / "pages", "run") as archive:
        archive.write(page)
    (record,) = map(json.loads, run(tmp_path / "pages").stdout.splitlines())
    assert (record["url"], record["site"], record["url_source"]) == ("https://a.test/story", "a.test", "warc")


def test_nothing_but_failures_is_exit_code_3(saved: Path) -> None:
    assert run(saved / "empty.html").exit_code == 3


def test_more_failures_than_allowed_is_exit_code_1(saved: Path) -> None:
    assert run(saved, "--fail-over", 50).exit_code == 1
    assert run(saved, "--fail-over", 70).exit_code == 0


def test_wrong_usage_is_exit_code_2(saved: Path, tmp_path: Path) -> None:
    assert run().exit_code == 2
    assert run(tmp_path / "not-there").exit_code == 2
    result = run(saved, "-o", tmp_path / "out.docx")
    assert result.exit_code == 2
    assert ".jsonl" in result.stderr


def test_an_output_that_cannot_be_written_is_exit_code_4(saved: Path) -> None:
    assert run(saved, "-o", saved / "a.html" / "out.jsonl").exit_code == 4


def test_escape_codes_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    name = "evil\x1b]0;owned\x07.html"
    (tmp_path / name).write_text("")
    (tmp_path / "a.html").write_text(HTML.replace("ships", "ships \x9b2J\x7f \x1b[31mred"))
    shown = run_on_terminal(str(tmp_path))
    assert b"skipped" in shown
    assert b"owned" in shown
    assert b"harbour" in shown
    assert b"\x1b]" not in shown
    assert b"\xc2\x9b" not in shown
    assert b"\x1b[31m" not in shown


def run_on_terminal(*arguments: str) -> bytes:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "scraper.cli", "clean", *arguments]
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
    return shown
