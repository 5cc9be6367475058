import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fixtures.history import write_history
from scraper.cli import main
from tests.cleaner.pages import article_page


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(
        article_page("<p>A half pair &#xD83D; and a whole story that is long enough to be kept, said Ann.</p>"),
        encoding="utf-8",
    )
    return path


def test_inspect_writes_one_file_and_says_where(saved: Path, tmp_path: Path) -> None:
    result = run("inspect", saved, "-o", tmp_path / "out.html")
    size = (tmp_path / "out.html").stat().st_size
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'out.html'}: {size:,} bytes\n")
    assert "Harbour to stay shut until spring" in (tmp_path / "out.html").read_text("utf-8")


def test_inspect_opens_the_browser_when_asked(saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("click.launch", shown.append)
    run("inspect", saved, "-o", tmp_path / "out.html", "--open")
    assert shown == [str(tmp_path / "out.html")]


def test_inspect_compares_with_and_without_what_the_site_says(saved: Path, tmp_path: Path) -> None:
    result = run("inspect", saved, "-o", tmp_path / "out.html", "--learn", tmp_path, "--against-nothing")
    assert result.exit_code == 0
    assert "Two cleaners, one page" in (tmp_path / "out.html").read_text("utf-8")


def test_inspect_takes_a_place_and_keeps_its_file(saved: Path, tmp_path: Path) -> None:
    table = tmp_path / "rows.html"
    table.write_text(json.dumps({"page": saved.read_text(), "from": "https://a.test/x"}) + "\n")
    columns = ("--html-column", "page", "--url-column", "from")
    result = run("inspect", f"{table}@0", "-o", tmp_path / "out.html", *columns)
    assert result.exit_code == 0, result.output
    assert 'href="https://a.test/x"' in (tmp_path / "out.html").read_text()
    result = run("inspect", f"{table}@0", "-o", table, *columns)
    assert result.exit_code == 2
    assert "would overwrite what it is made from" in result.output


def test_inspect_refuses_what_contradicts_itself(saved: Path) -> None:
    result = run("inspect", saved, "--against-nothing", "--against-state", saved)
    assert (result.exit_code, "name one of them" in result.stderr) == (2, True)


def test_inspect_of_a_missing_page_is_exit_code_2(tmp_path: Path) -> None:
    result = run("inspect", tmp_path / "none.html", "-o", tmp_path / "out.html")
    assert (result.exit_code, result.stderr.startswith("scraper: ")) == (2, True)
    assert not (tmp_path / "out.html").exists()


def test_report_writes_one_file(tmp_path: Path) -> None:
    write_history(tmp_path / "news.sqlite", runs=3)
    result = run("report", "--state", tmp_path / "news.sqlite", "-o", tmp_path / "public" / "report.html")
    assert result.exit_code == 0
    assert "<h1>news.sqlite</h1>" in (tmp_path / "public" / "report.html").read_text("utf-8")


def test_report_of_what_is_no_state_is_exit_code_4(saved: Path) -> None:
    assert run("report", "--state", saved).exit_code == 4


@pytest.mark.parametrize("command", ["inspect", "report"])
def test_a_page_is_not_written_over_records(command: str, saved: Path, tmp_path: Path) -> None:
    records, state = tmp_path / "articles.jsonl", tmp_path / "state.sqlite"
    records.write_text("{}\n")
    write_history(state)
    result = run(command, *([saved] if command == "inspect" else ["--state", state]), "-o", records)
    assert (result.exit_code, "use a name that ends in .html" in result.stderr) == (2, True)
    assert records.read_text() == "{}\n"
