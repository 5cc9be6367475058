import csv
import errno
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli import main
from scraper.export.archive import PageArchive
from scraper.records import Outcome, Page
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
    assert summary == "1 article, 2 skipped (empty 1, not_html 1)"


def test_pages_of_other_classes_are_records_where_that_is_asked_for(tmp_path: Path) -> None:
    links = "".join(f"<li><h3><a href=/{n}>Ship number {n} in the harbour</a></h3></li>" for n in range(30))
    (tmp_path / "list.html").write_text(f"<title>Harbour news</title><ul>{links}</ul>")
    refused = run(tmp_path)
    assert (refused.stdout, json.loads(refused.stderr.splitlines()[0])["reason"]) == ("", "listing")
    (record,) = map(json.loads, run(tmp_path, "--also", "paywall", "--also", "listing").stdout.splitlines())
    assert record["page_class"] == "listing"
    assert "Ship number 29" in record["text"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty", "-o", tmp_path / "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "0 articles, 0 skipped\n")
    assert result.stderr.startswith("no page found: ")


def test_an_output_that_is_named_twice_is_written_once(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(saved, "-o", "out.jsonl", "-o", "./out.jsonl", "-o", tmp_path / "out.jsonl").exit_code == 0
    assert len(Path("out.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize(
    ("option", "value", "advice"),
    [
        ("--fail-over", "nan", "'nan' is not a percentage: write a number from 0 to 100"),
        ("--time-limit", "30d", "'30d' is too long: write 1d or less"),
        ("--time-limit", "0", "'0' is too short: write 0.1 or more seconds"),
        ("--memory-limit", str(1 << 43), "is not in the range"),
    ],
)
def test_numbers_without_sense_are_told(saved: Path, option: str, value: str, advice: str) -> None:
    result = run(saved, option, value)
    assert (result.exit_code, advice in " ".join(result.stderr.split())) == (2, True)


def test_quiet_leaves_the_counts_alone(saved: Path) -> None:
    result = run(saved, "-q")
    assert json.loads(result.stdout)["title"] == "A harbour in winter"
    assert result.stderr.splitlines()[0].split() == ["site", "articles", "skipped", "why", "skipped"]


def test_pages_without_an_address_are_counted_by_what_holds_them(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as file:
        for name in ("a", "b"):
            file.write(saved / "a.html", f"{name}/a.html")
    result = run(tmp_path / "pages.zip", saved / "a.html", "-q", "-o", tmp_path / "out.jsonl")
    assert [line.split()[:2] for line in result.stdout.splitlines()[1:3]] == [
        [str(tmp_path / "pages.zip"), "2"],
        [f"{saved}/", "1"],
    ]


def test_with_an_output_file_the_counts_go_to_standard_output(saved: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "out.jsonl"
    result = run(saved, "-o", output)
    assert result.stdout.endswith("\n1 article, 2 skipped (empty 1, not_html 1)\n")
    assert len(output.read_text().splitlines()) == 1


def test_with_a_state_what_each_output_has_got_is_told(saved: Path, tmp_path: Path) -> None:
    output, state = tmp_path / "out.jsonl", ("--state", tmp_path / "state.sqlite")
    first, second = (run(saved, "-o", output, *state).stdout for _ in range(2))
    assert f"{output}: 1 record, {output.stat().st_size:,} bytes written\n" in first
    assert f"{output}: 0 records, 0 bytes written\n" in second


def test_several_outputs_of_all_kinds_are_written_at_once(saved: Path, tmp_path: Path) -> None:
    names = ("out.jsonl.zst", "out.csv", "out.parquet", "out.sqlite", "out.md")
    assert run(saved, *(part for name in names for part in ("-o", tmp_path / name))).exit_code == 0
    assert {read_records(tmp_path / name)[0]["title"] for name in names} == {"A harbour in winter"}


@pytest.mark.parametrize("state", [(), ("--state", "state.sqlite")])
def test_what_a_run_writes_into_the_folder_that_it_cleans_is_no_part_of_it(
    state: tuple[str, ...], saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(saved)
    kept = saved / "out.md.quarantine"
    kept.mkdir()
    (kept / "broken.page").write_text(HTML)
    told = [run(".", "-o", "out.md", "-o", "out.csv", *state).stdout for _ in range(3)]
    assert told[1] == told[2]
    assert told[0].splitlines()[:2] == told[1].splitlines()[:2]
    assert told[0].endswith("\n1 article, 2 skipped (empty 1, not_html 1)\n")


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


@pytest.mark.parametrize("share", ["nan", "-1", "101", "inf", "some"])
def test_a_share_that_nothing_can_be_over_is_refused(saved: Path, share: str) -> None:
    done = run(saved, "--fail-over", share)
    assert done.exit_code == 2
    assert share in done.output


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


Act = Callable[[subprocess.Popen[bytes], int], object]


def watch_on_terminal(steps: list[tuple[bytes, Act]], *arguments: str) -> tuple[int, bytes]:
    """Do each step once what it waits for is shown; return the exit code and all that was shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "scraper.cli", "clean", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True) as process:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # Linux reports the end of a terminal as an error
            while chunk := os.read(ours, 65536):
                shown += chunk
                while steps and steps[0][0] in shown:
                    steps.pop(0)[1](process, ours)
        process.wait(timeout=20)
    os.close(ours)
    return process.returncode, shown


def run_on_terminal(*arguments: str) -> bytes:
    return watch_on_terminal([], *arguments)[1]


def test_a_cut_warc_is_exit_code_1_and_what_is_whole_is_written(tmp_path: Path) -> None:
    with PageArchive(tmp_path / "pages", "run") as archive:
        for number in range(3):
            url = f"https://a.test/{number}"
            body = HTML.replace("A harbour", f"Harbour {number}").encode()
            archive.write(Page(body=body, source=url, url=url, media_type="text/html", status=200))
    (warc,) = (tmp_path / "pages").iterdir()
    warc.write_bytes(warc.read_bytes()[:-40])
    result = run(warc)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert f'"source": "{warc}@' in result.stderr
    assert result.stderr.endswith("2 articles, 1 skipped (truncated 1)\n")


def test_a_folder_that_may_not_be_read_is_exit_code_1_and_told_also_when_quiet(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = saved / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    result = run(saved, "-q")
    assert result.exit_code == 1
    assert f"not read: {closed}: Permission denied" in result.stderr


def test_a_table_that_cannot_be_read_is_exit_code_1_and_told_also_when_quiet(saved: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("link;quelltext\nhttps://a.test/1;<p>One\n")
    result = run(saved, rows, "-q")
    assert result.exit_code == 1
    assert f"not read: {rows}: head: no page in this row" in result.stderr
    assert "--html-column, one of link, quelltext" in result.stderr


@pytest.mark.parametrize("through_pipe", [True, False])
def test_a_web_archive_without_its_libraries_is_exit_code_2_with_what_to_install(
    through_pipe: bool, saved: Path, tmp_path: Path
) -> None:
    archive, output, stub = tmp_path / "crawl.warc", tmp_path / "out.jsonl", tmp_path / "stub"
    archive.write_bytes(b"WARC/1.1\r\n")
    output.write_text("yesterday's\n")
    stub.mkdir()
    (stub / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if name in ('fastwarc', 'warcio') else find(name, *rest)\n"
    )
    paths = os.pathsep.join([str(stub), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [
        sys.executable,
        "-m",
        "scraper.cli",
        "clean",
        "-" if through_pipe else archive,
        saved,
        "-q",
        "-o",
        output,
    ]
    done = subprocess.run(
        command, check=False, input=archive.read_bytes(), capture_output=True, env={**os.environ, "PYTHONPATH": paths}
    )
    assert done.returncode == 2
    assert b'install what the extra "warc" asks for' in done.stderr
    assert output.read_text() == "yesterday's\n"


def test_a_table_of_addresses_goes_before_what_pages_say(saved: Path, tmp_path: Path) -> None:
    table = tmp_path / "urls.csv"
    table.write_text("path,url,date\na.html,https://a.test/harbour,2026-11-01\n")
    (record,) = map(json.loads, run(saved, "--url-map", table).stdout.splitlines())
    assert (record["url"], record["url_source"]) == ("https://a.test/harbour", "url-map")
    assert (record["fetched_at"], record["date_source"]) == ("2026-11-01", "url-map")
    for moment in ("2026-11-01T09:30:00+01:00", "2026-11-01T08:30:00Z", "1793521800"):
        table.write_text(f"a.html,https://a.test/harbour,{moment}\n")
        (record,) = map(json.loads, run(saved, "--url-map", table).stdout.splitlines())
        assert record["fetched_at"] == "2026-11-01T08:30:00+00:00"
    table.write_text("a.html\n")
    result = run(saved, "--url-map", table)
    assert result.exit_code == 2
    assert "line 1 has no address: write it as path,url" in result.stderr


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("head", [("path", "url", "date"), ()])
def test_tables_of_addresses_are_read_as_spreadsheets_write_them(
    head: Sequence[str], encoding: str, delimiter: str, saved: Path, tmp_path: Path
) -> None:
    table, url = tmp_path / "urls.csv", "https://a.test/1;2,3"
    with table.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([head, ("a.html", url, "2026-11-01")][not head :])
    (record,) = map(json.loads, run(saved, "--url-map", table).stdout.splitlines())
    assert (record["url"], record["fetched_at"], record["url_source"]) == (url, "2026-11-01", "url-map")


@pytest.mark.parametrize("blank", ["\n", " \n\n", ";;\n", "\t\n"])
@pytest.mark.parametrize("head", ["path;url;date\n", ""])
def test_empty_rows_before_a_table_of_addresses_say_nothing_of_it(
    blank: str, head: str, saved: Path, tmp_path: Path
) -> None:
    table, url = tmp_path / "urls.csv", "https://a.test/1,2"
    table.write_text(f"{blank}{head}a.html;{url};2026-11-01\n{blank}")
    (record,) = map(json.loads, run(saved, "--url-map", table).stdout.splitlines())
    assert (record["url"], record["fetched_at"], record["url_source"]) == (url, "2026-11-01", "url-map")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a.html,a.test/1", "line 1 has 'a.test/1' for an address: write it with https:// before it"),
        ("a.html,https://a.test/1,01.05.2026", "line 1 has '01.05.2026' for a date: write it as 2026-05-01"),
    ],
)
def test_a_row_of_addresses_that_says_nothing_is_told(row: str, said: str, saved: Path, tmp_path: Path) -> None:
    (tmp_path / "urls.csv").write_text(row)
    result = run(saved, "--url-map", tmp_path / "urls.csv")
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_rows_of_addresses_that_match_no_page_are_told(saved: Path, tmp_path: Path) -> None:
    table = tmp_path / "urls.csv"
    table.write_text("a.html,https://a.test/1\nelsewhere/b.html,https://a.test/2\nc.html,https://a.test/3\n")
    assert "--url-map: 2 of 3 rows match no page of this run, such as 'elsewhere/b.html'" in run(
        saved, "--url-map", table, "-q"
    ).stderr.replace("\\", "")
    table.write_text("a.html,https://a.test/1\n")
    assert "--url-map" not in run(saved, "--url-map", table).stderr


def test_a_date_that_is_none_is_told_once_though_dumps_are_read_twice(tmp_path: Path) -> None:
    rows = [{"html": HTML, "url": f"https://a.test/{when}", "when": when} for when in ("unknown", "2026-11-26")]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run(tmp_path / "rows.jsonl", "--date-column", "when", "-q")
    assert result.stderr.count("'unknown' in column when is not a date") == 1
    assert [json.loads(line)["level"] for line in result.stderr.splitlines() if "is not a date" in line] == ["warning"]


def test_columns_of_any_name_are_read(tmp_path: Path) -> None:
    row = {"page": {"source": HTML}, "at": "https://a.test/x", "when": "2026-11-26T09:00:15+01:00"}
    (tmp_path / "rows").write_text(json.dumps(row) + "\n")
    names = ("--html-column", "page.source", "--url-column", "at", "--date-column", "when")
    (record,) = map(json.loads, run(tmp_path / "rows", *names).stdout.splitlines())
    assert (record["url"], record["fetched_at"]) == ("https://a.test/x", "2026-11-26T08:00:15+00:00")


def make_page(number: int) -> str:
    """A page of words that no other has."""
    name = "".join(chr(97 + int(digit)) for digit in str(number))
    return HTML.replace("harbour", f"harbour {name}").replace("ships", f"ships of {name}")


def run_with_input(
    data: bytes, *arguments: str, through_pipe: bool, folder: Path, prints_records: bool = True
) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "scraper.cli", "clean", "-", *arguments]
    (folder / "input").write_bytes(data)
    with (folder / "input").open("rb") as file:
        source = {"input": data} if through_pipe else {"stdin": file}
        done = subprocess.run(command, **source, capture_output=True, check=True)  # type: ignore[call-overload]  # stdin or input, by the case
    return [json.loads(line) for line in done.stdout.splitlines()] if prints_records else []


@pytest.mark.parametrize("through_pipe", [True, False])
def test_standard_input_is_read(through_pipe: bool, tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"url": f"https://a.test/{number}", "html": make_page(number)}) + "\n" for number in range(300)
    )
    records = run_with_input(rows.encode(), "-j", "1", through_pipe=through_pipe, folder=tmp_path)
    assert [record["url"] for record in records] == [f"https://a.test/{number}" for number in range(300)]
    (record,) = run_with_input(HTML.encode(), through_pipe=through_pipe, folder=tmp_path)
    assert record["source"] == "-"


def test_a_state_needs_an_output_and_adds_nothing_twice(saved: Path, tmp_path: Path) -> None:
    state, output = tmp_path / "state.sqlite", tmp_path / "out.jsonl"
    assert run(saved, "--state", state).exit_code == 2
    assert run(saved, "--state", state, "-o", output).exit_code == 0
    before = output.read_bytes()
    assert run(saved, "--state", state, "-o", output).stdout.endswith("1 article, 2 skipped (empty 1, not_html 1)\n")
    assert output.read_bytes() == before
    assert len(before.splitlines()) == 1


def test_a_terminal_shows_how_the_run_stands(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number}.html").write_text(make_page(number))
    (folder / "empty.html").write_text("")
    # The line is drawn four times a second: it is seen while these two are cleaned, and tells the rate of the pages between.
    paragraphs = "".join(
        f"<p>Ship {number} waited for the lock until the tide had turned.</p>" for number in range(80_000)
    )
    for name, number in (("50-slow", 120), ("98-slow", 121)):
        (folder / f"{name}.html").write_text(make_page(number) + paragraphs)
    shown = run_on_terminal(str(folder), "-o", str(tmp_path / "out.jsonl"), "-j", "1")
    assert re.search(rb"\d of 123 pages, \d+/s, \d+ s left: ", shown)
    assert b"122 articles, 1 skipped (empty 1)" in shown


def test_what_comes_through_a_pipe_is_kept_once(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"url": f"https://a.test/{number}", "html": make_page(number)}) + "\n" for number in range(9)
    )
    flags = ("--state", str(tmp_path / "state"), "-o", str(tmp_path / "out.jsonl"))
    for _ in range(2):
        assert run_with_input(rows.encode(), *flags, through_pipe=True, folder=tmp_path, prints_records=False) == []
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 9


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc tells when the command waits")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_reading_of_a_pipe_that_sends_no_more(number: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scraper.cli", "clean", "-", "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin
        process.stdin.write(make_page(1).encode())  # the end is to come
        process.stdin.flush()
        while not catches(process.pid, number):
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(number)
        try:
            assert process.wait(20) == 128 + number
        finally:
            process.kill()
    assert not (tmp_path / "out.jsonl").exists()


def catches(process: int, number: signal.Signals) -> bool:
    """Whether a process has a handler of its own for a signal; Python has one for SIGINT from the start, the command for both."""
    status = Path(f"/proc/{process}/status").read_text()
    caught = int(next(line for line in status.splitlines() if line.startswith("SigCgt")).split()[1], 16)
    return bool(caught >> signal.SIGTERM - 1 & 1) and bool(caught >> number - 1 & 1)


def test_a_terminal_is_told_that_its_keyboard_is_read() -> None:
    code, shown = watch_on_terminal([(b"Ctrl-D ends it", lambda _, terminal: os.write(terminal, b"\x04"))], "-")
    assert code == 3
    assert b"the file is empty" in shown


def test_a_first_interrupt_says_that_a_second_one_ends_at_once(tmp_path: Path) -> None:
    def interrupt(process: subprocess.Popen[bytes], _: int) -> None:
        process.send_signal(signal.SIGINT)

    steps: list[tuple[bytes, Act]] = [
        (b"0 pages", interrupt),
        (b"stopping; Ctrl-C once more ends it at once", interrupt),
    ]
    assert watch_on_terminal(steps, "-", "-o", str(tmp_path / "out.jsonl"))[0] == 130
    assert steps == []


def test_a_run_that_is_stopped_before_its_first_page_leaves_the_output(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out.jsonl"
    run(saved, "-o", output)
    before = output.read_bytes()
    assert before

    def stopped(*_: object, **__: object) -> Iterator[Outcome]:
        signal.raise_signal(signal.SIGINT)
        yield from ()

    monkeypatch.setattr("scraper.pipeline.clean_paths", stopped)
    result = run(saved, "-o", output)
    assert (result.exit_code, result.stdout) == (
        130,
        "stopped by sigint: the outputs are left as they were\n0 articles, 0 skipped\n",
    )
    assert output.read_bytes() == before


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"page": HTML, "link": "https://a.test/1"}) + "\n")
    result = run(tmp_path / "rows.jsonl", "--html-column", "body")
    assert "(column body): name its column with --html-column, one of page, link" in result.stderr


def test_standard_output_is_no_file(saved: Path) -> None:
    for path in (saved, "-"):
        result = run(path, "-o", "-")
        assert (result.exit_code, "leave out -o" in result.stderr) == (2, True)


@pytest.mark.parametrize("output", [".", "/"])
def test_a_folder_without_a_name_is_no_output(output: str, saved: Path) -> None:
    result = run(saved, "-o", output)
    assert result.exit_code == 2
    assert "unknown kind of output" in result.stderr


def test_a_pattern_in_quotes_is_told(saved: Path) -> None:
    result = run(f"{saved}/*.html")
    assert (result.exit_code, "write a pattern without quotes" in " ".join(result.stderr.split())) == (2, True)
