"""``scraper clean`` to a folder of parts."""

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli import main

SCRAPER = Path(sys.executable).with_name("scraper")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["clean", *map(str, arguments)])


def make_folder(folder: Path, pages: int = 6) -> Path:
    folder.mkdir()
    for number in range(pages):
        body = "".join(
            f"<p>Paragraph {number}-{part} tells of the {number * part + part} boats that came into harbour {number} that day.</p>"
            for part in range(1, 8)
        )
        (folder / f"{number}.html").write_text(
            f"<html lang=en><link rel=canonical href=https://a.test/{number}><title>Story {number}</title>"
            f"<article><h1>Story {number}</h1>{body}</article>"
        )
    (folder / "empty.html").touch()
    return folder


def test_parts_with_a_summary_and_once_more_without_work(tmp_path: Path) -> None:
    saved, out = make_folder(tmp_path / "saved"), tmp_path / "out"
    first = run(saved, "-o", out, "--workers", 1, "--partition", "site", "--shard-pages", 3)
    assert first.exit_code == 0
    assert re.search(r"^a\.test +6 +0", first.stdout, re.M)
    assert first.stdout.splitlines()[-1] == "6 articles, 1 skipped (empty 1)"
    (skipped,) = [json.loads(line) for line in first.stderr.splitlines()]
    assert (skipped["source"], skipped["reason"]) == (str(saved / "empty.html"), "empty")
    assert json.loads((out / "manifest.json").read_bytes())["articles"] == 6
    assert sum(len(part.read_bytes().splitlines()) for part in out.glob("site=a.test/*.jsonl")) == 6
    assert run(saved, "-o", out, "--workers", 2, "--partition", "site", "--shard-pages", 3).stdout == first.stdout


def test_parts_in_the_folder_that_is_cleaned_are_no_part_of_it(tmp_path: Path) -> None:
    saved = make_folder(tmp_path / "saved")
    first = run(saved, "-o", saved / "out", "--workers", 1)
    again = run(saved, "-o", saved / "out", "--workers", 1)
    assert (first.exit_code, again.exit_code, again.stdout) == (0, 0, first.stdout)


def test_pages_without_an_address_are_counted_under_their_folder_whether_they_gave_an_article_or_not(
    tmp_path: Path,
) -> None:
    saved = make_folder(tmp_path / "saved")
    for page in saved.glob("*.html"):
        page.write_text(re.sub("<link[^>]*>", "", page.read_text()))
    table = run(saved, "-o", tmp_path / "out", "--workers", 1).stdout
    assert [line.split()[:3] for line in table.splitlines()[1:-1]] == [[f"{saved}/", "6", "1"]]


def test_rows_of_addresses_that_match_no_page_are_told_of_parts_too(tmp_path: Path) -> None:
    saved, out, table = make_folder(tmp_path / "saved"), tmp_path / "out", tmp_path / "urls.csv"
    (saved / "short.html").write_text("<p>Too little.")
    table.write_text("0.html,https://a.test/one\nshort.html,https://a.test/two\nelsewhere/3.html,https://a.test/3\n")
    said = "--url-map: 1 of 3 rows match no page of this run, such as 'elsewhere/3.html'"
    for _ in range(2):  # the second finds the job done
        result = run(saved, "-o", out, "--url-map", table, "--workers", 1, "--shard-pages", 3)
        assert said in result.stderr.replace("\\", "")
    table.write_text("0.html,https://a.test/one\nshort.html,https://a.test/two\n")
    assert "--url-map" not in run(saved, "-o", tmp_path / "out2", "--url-map", table, "--workers", 1).stderr


def test_a_signal_ends_the_job_and_the_next_run_ends_it_well(tmp_path: Path) -> None:
    saved, out = make_folder(tmp_path / "saved", 60), tmp_path / "out"
    command = [SCRAPER, "clean", saved, "-o", out, "--workers", "1", "--shard-pages", "3"]
    job = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    while not (out / "_job/fingerprints/000002").exists():
        time.sleep(0.02)
    job.send_signal(signal.SIGTERM)
    told, _ = job.communicate(timeout=10)
    assert job.returncode == 143
    assert b"0 articles" in told
    assert run(*command[2:]).stdout.endswith("60 articles, 1 skipped (empty 1)\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--workers", "2"], "name one folder with -o"),
        (["--workers", "2", "-o", "out.jsonl"], "name one folder with -o"),
        (["--partition", "site", "-o", "one", "-o", "two"], "name one folder with -o"),
        (["--engine", "local", "-o", "out", "-j", "2"], "--workers says how many"),
        (["--engine", "local", "-o", "out", "--state", "x"], "it keeps its own state"),
        (["--scheduler", "tcp://127.0.0.1:1", "-o", "out"], "add --engine dask"),
        (["-o", "s3://bucket/out"], "add --workers or --engine"),
        (["-o", "nosuch://bucket/out", "--workers", "1"], "nosuch://bucket/out: "),
    ],
)
def test_what_does_not_go_together_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    saved = make_folder(tmp_path / "saved")
    monkeypatch.chdir(tmp_path)
    result = run(saved, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_scheduler_that_is_not_there_ends_with_a_code_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.scale.dask_engine._ANSWER_S", 0.5)
    saved = make_folder(tmp_path / "saved")
    result = run(saved, "-o", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 4
    assert "no scheduler answers at tcp://127.0.0.1:1" in result.stderr
