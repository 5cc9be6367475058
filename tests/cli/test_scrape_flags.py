from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli import main
from scraper.cli.parameter_types import parse_host, parse_seconds
from scraper.errors import UsageError
from scraper.pipeline import ScrapeSettings
from scraper.reasons import PageClass
from scraper.store import hold_lock

SITE = "https://a.test/"


@pytest.mark.parametrize(
    ("flags", "advice"),
    [
        (["--lease", "5"], "--workers or --engine"),
        (["--partitions", "5"], "--workers or --engine"),
        (["--state", "folder"], "--workers or --engine"),
        (["--workers", "2", "--state", "file"], "a folder"),
        (["--scheduler", "tcp://127.0.0.1:1"], "--engine dask"),
    ],
)
def test_flags_that_do_not_go_together_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: list[str], advice: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    result = CliRunner().invoke(main, ["scrape", SITE, *flags])
    assert result.exit_code == 2
    assert advice in result.stderr


def test_recleaning_is_done_in_one_place(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["scrape", "--reclean", "--archive", str(tmp_path), "--workers", "2"])
    assert result.exit_code == 2
    assert "--workers" in result.stderr


def refuse(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["scrape", *map(str, arguments)], terminal_width=300)
    return result.exit_code, " ".join(result.stderr.split())


@pytest.mark.parametrize("host", ["https://127.0.0.1:8903/", "127.0.0.1:8903", "a.test/x", "a.test:81", "", "a test"])
def test_a_host_without_checks_is_a_host(host: str) -> None:
    code, said = refuse(SITE, "--insecure-host", host)
    assert (code, "write only its name or address, such as example.org" in said) == (2, True)


def test_hosts_are_written_as_those_of_urls_are() -> None:
    assert parse_host("127.0.0.1") == "127.0.0.1"
    assert parse_host("[2001:DB8::0:1]") == "2001:db8::1"
    assert parse_host("Bücher.example") == "xn--bcher-kva.example"


@pytest.mark.parametrize("agent", ["", "  "])
def test_a_user_agent_is_somebody(agent: str) -> None:
    code, said = refuse(SITE, "--user-agent", agent, "--contact", "x@a.test")
    assert (code, "names no program: write it as newsbot/1.0" in said) == (2, True)


@pytest.mark.parametrize("option", ["--max-runtime", "--lock-wait", "--delay", "--lease"])
def test_a_time_is_told_how_it_is_written(option: str) -> None:
    code, said = refuse(SITE, option, "2 weeks")
    assert (code, "'2 weeks' is no time: write it as 90 (seconds), 30s, 2m, 1.5h or 1d" in said) == (2, True)
    assert refuse(SITE, option, "-1")[0] == 2


@pytest.mark.parametrize(
    ("option", "value", "advice"),
    [
        ("--max-runtime", "0", "'0' is too short: write 1 or more seconds"),
        ("--max-runtime", "9" * 400, f"'{'9' * 40}...' is too long: write 365d or less"),
        ("--lock-wait", "366d", "'366d' is too long: write 365d or less"),
        ("--delay", "30d", "'30d' is too long: write 1d or less"),
        ("--lease", "30d", "'30d' is too long: write 1d or less"),
        ("--fail-over", "nan", "'nan' is not a percentage: write a number from 0 to 100"),
    ],
)
def test_numbers_without_sense_are_told_with_what_to_write(option: str, value: str, advice: str) -> None:
    code, said = refuse(SITE, option, value)
    assert (code, advice in said) == (2, True)


def test_times_have_units() -> None:
    assert [parse_seconds(text) for text in ("1500", "30s", "2m", "1.5h", "1d", "0")] == [
        1500,
        30,
        120,
        5400,
        86_400,
        0,
    ]


@pytest.mark.parametrize("option", ["--summary", "--metrics"])
def test_a_place_for_counts_is_tried_before_the_run(option: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "counts"
    code, said = refuse(SITE, option, place, "--state", tmp_path / "state.sqlite", "-o", tmp_path / "out.jsonl")
    assert (code, f"{place}: cannot be written" in said) == (4, True)
    assert not (tmp_path / "state.sqlite").exists()


def test_a_state_in_use_is_told_with_the_option_that_waits(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    with hold_lock(state):
        code, said = refuse(SITE, "--state", state, "-o", tmp_path / "out.jsonl")
        assert (code, "--lock-wait 10m waits" in said) == (75, True)
        assert "--lock-wait" not in refuse(SITE, "--state", state, "--lock-wait", "0.1s")[1]


@pytest.mark.parametrize("lines", [["<html>"], ["a.test/1"], []])
def test_a_file_that_is_no_list_of_addresses_is_told(lines: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("\n".join(lines))
    code, said = refuse(tmp_path / "file", "--no-discovery", "--state", tmp_path / "state.sqlite")
    assert (code, "a list of addresses has one a line, with https:// before it" in said) == (2, True)


def test_classes_that_are_asked_for_reach_the_cleaner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []

    def scrape(*_: object, settings: ScrapeSettings, **__: object) -> None:
        given.append(settings.clean.page_classes)
        raise UsageError("enough")

    monkeypatch.setattr("scraper.pipeline.scrape", scrape)
    monkeypatch.chdir(tmp_path)
    for also in ([], ["--also", "paywall"]):
        refuse(SITE, *also)
    assert given == [{PageClass.ARTICLE}, {PageClass.ARTICLE, PageClass.PAYWALL}]
    assert "'listing', 'consent', 'paywall'" in refuse(SITE, "--also", "article")[1]
