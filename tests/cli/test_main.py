import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper import __version__
from scraper.cli import main
from scraper.cli.exits import end
from scraper.cli.printable import printable
from scraper.cli.tables import format_table
from scraper.store import Store

HEAVY = ("httpx", "lxml", "msgspec", "numpy", "rich", "scraper.pipeline.scraping", "sqlite3", "trafilatura")


def test_the_version_is_told() -> None:
    assert __version__ in CliRunner().invoke(main, ["--version"]).stdout


@pytest.mark.parametrize("command", ["scrape", "clean"])
def test_help_shows_examples(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"  scraper {command} " in result.stdout


@pytest.mark.parametrize(
    "code", ["import scraper", "import scraper.cli as c; c.main(['scrape', '--help'], standalone_mode=False)"]
)
def test_importing_and_help_load_nothing_heavy(code: str) -> None:
    script = f"{code}\nimport sys, json; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []


@pytest.mark.parametrize(
    ("succeeded", "failed", "stopped_by", "fail_over", "code"),
    [
        (5, 0, None, None, 0),
        (0, 0, None, None, 0),
        (5, 50, None, None, 0),
        (5, 5, None, 49.0, 1),
        (5, 5, None, 50.0, 0),
        (0, 1, None, None, 3),
        (0, 1, "max_runtime", None, 5),
        (1, 0, "sigint", None, 130),
        (1, 0, "sigterm", None, 143),
    ],
)
def test_exit_codes_follow_the_contract(
    succeeded: int, failed: int, stopped_by: str | None, fail_over: float | None, code: int
) -> None:
    with pytest.raises(SystemExit) as exit_info:
        end(succeeded, failed, stopped_by=stopped_by, fail_over=fail_over)
    assert exit_info.value.code == code


def test_what_a_terminal_obeys_is_replaced() -> None:
    assert printable("a\x1b[2J\x9b1m\u202eb\n\ud800") == "a\ufffd[2J\ufffd1m\ufffdb\ufffd\ufffd"
    assert printable("Grüße, 日本 \U0001f600") == "Grüße, 日本 \U0001f600"


def test_tables_are_aligned() -> None:
    assert format_table([("a", "b"), ("long", "7"), ("x", "12")]) == "a      b\nlong   7\nx     12"


def refuse(*arguments: object) -> str:
    """Return what is said of wrong usage."""
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 2
    return done.stderr


def test_an_option_of_another_command_is_told_as_such(tmp_path: Path) -> None:
    said = refuse("clean", tmp_path, "--allow-private", "10.0.0.0/8")
    assert (
        "No such option here: --allow-private. It is one of `scraper scrape`, `scraper discover`, `scraper sites check`"
        in said
    )
    assert "Did you mean '--output'?" in refuse("scrape", "https://a.test/", "--output-file", "x.jsonl")


@pytest.mark.parametrize("command", ["scrape", "discover", "why"])
def test_an_address_without_its_scheme_is_told_with_it(command: str, tmp_path: Path) -> None:
    with Store(tmp_path / "state.sqlite"):
        pass
    state = [] if command == "discover" else ["--state", tmp_path / "state.sqlite"]
    assert "'a.test:81/x' is no http or https URL: write it as https://a.test:81/x\n" in refuse(
        command, "a.test:81/x", *state
    )


def test_a_file_that_is_to_be_scraped_is_told_where_it_belongs(tmp_path: Path) -> None:
    (tmp_path / "sites.toml").touch()
    said = refuse("scrape", tmp_path / "sites.toml", "--state", tmp_path / "state.sqlite")
    assert "is here on the disk: `scraper clean` reads saved pages, --sites a file of sites" in said
    assert "is no http or https URL" in refuse("scrape", "", "--state", tmp_path / "state.sqlite")


@pytest.mark.parametrize("flags", [(), ("--no-discovery",)])
def test_a_list_that_is_not_there_is_told_before_anything_is_fetched(flags: tuple[str, ...], tmp_path: Path) -> None:
    missing = tmp_path / "pages.txt"
    said = refuse("scrape", *flags, missing, "https://a.test/", "--state", tmp_path / "state.sqlite")
    assert f"no such file, and {str(missing)!r} is no http or https URL" in said
    assert not (tmp_path / "state.sqlite").exists()


def test_an_address_that_is_to_be_cleaned_is_told_where_it_belongs() -> None:
    said = refuse("clean", "https://a.test/story")
    assert "`scraper scrape --no-discovery https://a.test/story` fetches and cleans it" in said


@pytest.mark.parametrize("command", [("failed",), ("report",), ("export", "-o", "x.csv"), ("why", "https://a.test/")])
def test_a_state_that_is_not_there_is_told_with_what_makes_it(command: tuple[str, ...], tmp_path: Path) -> None:
    said = refuse(*command, "--state", tmp_path / "none.sqlite")
    assert "no state file" in said
    assert "`scraper scrape --state`" in said


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--include", "[a", "not a regular expression"), ("--allow-private", "localhost", "127.0.0.0/8")],
)
def test_a_value_that_cannot_be_read_is_told_with_what_is_wanted(option: str, value: str, said: str) -> None:
    assert said in refuse("discover", "https://a.test/", option, value)


def test_an_interrupt_where_no_run_listens_is_exit_code_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scraper.pipeline.discover", interrupted)
    done = CliRunner().invoke(main, ["discover", "https://a.test/"])
    assert (done.exit_code, done.stderr) == (130, "\nscraper: stopped by sigint\n")


@pytest.mark.parametrize(
    "command",
    [
        "export --state state.sqlite -o ./state.sqlite",
        "report --state state.sqlite -o state.sqlite",
        "inspect page.html -o page.html",
        "inspect page.html --state state.sqlite -o state.sqlite",
        "clean page.jsonl -o page.jsonl",
        "clean page.html --state state.sqlite -o state.sqlite",
        "clean saved --workers 2 -o saved",
        "scrape https://a.test/ --state state.sqlite -o state.sqlite",
        "scrape https://a.test/ --state state.sqlite --summary state.sqlite",
        "scrape https://a.test/ --state state.sqlite -o page.jsonl --metrics page.jsonl",
        "scrape --sites page.jsonl --state state.sqlite -o page.jsonl",
    ],
)
def test_what_is_read_is_never_written_over(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(Path("state.sqlite")):
        pass
    (tmp_path / "saved").mkdir()
    for name in ("page.html", "page.jsonl", "saved/page.html"):
        Path(name).write_text('[[site]]\nurl = "https://a.test/"\n')
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert "would overwrite what it is made from: name another output" in refuse(*command.split())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
