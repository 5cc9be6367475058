from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli import main
from scraper.reasons import Reason, Stage
from scraper.records import Skipped
from scraper.store import FetchFacts, JobFolder, Offer, Store
from scraper.urls import url_key
from tests.store.articles import make_article

GOOD, BAD = "https://a.test/good", "https://a.test/bad"


@pytest.fixture(params=["file", "folder of a job"])
def state(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "state.sqlite"
    if request.param != "file":
        (tmp_path / "job").mkdir()
        path = JobFolder(tmp_path / "job").merged
    with Store(path) as store:
        run = store.begin_run("2026-11-10T11:00:00Z", "{}")
        store.frontier.offer("a.test", [Offer(key=url_key(url), url=url) for url in (GOOD, BAD)], run)
        good, bad = store.frontier.claim("a.test", run, 2)
        store.save_article(good, make_article(), run, FetchFacts(fetched_at="2026-11-10T12:00:00Z", attempts=1))
        skipped = Skipped(source=BAD, stage=Stage.FETCH, code=Reason.TIMEOUT, detail="silent\x1b[2J", attempts=3)
        store.outcomes.finish_skipped(bad, skipped, run, "2026-11-10T12:00:00Z", None)
    return path if request.param == "file" else path.parent


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def test_export_writes_the_records_in_another_format(state: Path, tmp_path: Path) -> None:
    result = run("export", "--state", state, "-o", tmp_path / "all.csv")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'all.csv'}: 1 record\n")
    assert "A story" in (tmp_path / "all.csv").read_text()


def test_why_tells_the_reason(state: Path) -> None:
    result = run("why", BAD, "--state", state)
    assert result.exit_code == 0
    assert "reason      timeout" in result.stdout
    assert "\x1b" not in result.stdout


def test_why_of_an_unknown_url_is_exit_code_3(state: Path) -> None:
    result = run("why", "https://a.test/unknown", "--state", state)
    assert result.exit_code == 3
    assert "no source" in result.stderr


def test_failed_lists_reason_and_url(state: Path) -> None:
    assert run("failed", "--state", state).stdout == f"timeout\t{BAD}\tsilent\ufffd[2J\t2026-11-10T12:00:00Z\n"
    assert run("failed", "--state", state, "--reason", "dns").stdout == ""


def test_a_report_of_either_is_a_page(state: Path, tmp_path: Path) -> None:
    assert run("report", "--state", state, "-o", tmp_path / "report.html").exit_code == 0
    assert "a.test" in (tmp_path / "report.html").read_text()


def test_a_file_that_is_no_state_is_exit_code_4(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("nothing of the kind, but long enough to be looked at " * 20)
    assert run("failed", "--state", tmp_path / "x").exit_code == 4
