"""The crontab line and the systemd units of docs/cron.md work as they are given."""

import configparser
import re
import shlex
import subprocess
import sys
from pathlib import Path

from pytest_httpserver import HTTPServer

from tests.cli.harbour import make_article

PAGE = Path(__file__).parents[2] / "docs" / "cron.md"


def find_block(language: str, number: int = 0) -> str:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[
        number
    ]


def make_home(folder: Path) -> None:
    """Put a scraper where the page says, which may also dial the test's server."""
    program = folder / "scraper" / ".venv" / "bin" / "scraper"
    program.parent.mkdir(parents=True)
    root = Path(__file__).parents[2]
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(root))} exec {shlex.quote(sys.executable)} -m scraper.cli "$@"'
        " --allow-private 127.0.0.0/8 --no-discovery\n"
    )
    program.chmod(0o755)
    (folder / "news").mkdir()


def run_shell(line: str, home: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        check=False,
        capture_output=True,
        timeout=60,
        cwd=home,
    )
    assert done.returncode == 0, (done.stderr, [path.read_text()[-2000:] for path in home.glob("news/*.*l*")])


def check_outputs(news: Path) -> None:
    for name in ("state.sqlite", "articles.jsonl", "articles.sqlite", "summary.json", "metrics.prom"):
        assert (news / name).stat().st_size > 0, name
    assert "scraper_last_success_timestamp_seconds" in (news / "metrics.prom").read_text()


def test_the_crontab_line_runs_as_cron_runs_it(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/").respond_with_data(make_article(1, "A story"), content_type="text/html")
    (line,) = find_block("crontab").splitlines()
    *times, command = line.split(" ", 5)
    assert times == ["*/30", "*", "*", "*", "*"]
    assert "%" not in command, "cron takes it for a line end"
    make_home(tmp_path)
    run_shell(command.replace("https://example.org/", httpserver.url_for("/")), tmp_path)
    check_outputs(tmp_path / "news")
    assert "1 article held" in (tmp_path / "news" / "run.log").read_text()


def test_the_units_run_the_same_command(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/").respond_with_data(make_article(1, "A story"), content_type="text/html")
    service, timer = configparser.ConfigParser(interpolation=None), configparser.ConfigParser(interpolation=None)
    service.read_string(find_block("ini", 0))
    timer.read_string(find_block("ini", 1))
    assert timer["Timer"]["OnCalendar"] == "*:0/30"
    make_home(tmp_path)
    command = service["Service"]["ExecStart"].replace("https://example.org/", httpserver.url_for("/"))
    folder = service["Service"]["WorkingDirectory"]
    run_shell(f"cd {folder} && {command}".replace("%h", str(tmp_path)), tmp_path)
    check_outputs(tmp_path / "news")


def test_the_readme_gives_the_same_lines() -> None:
    page = PAGE.read_text("utf-8")
    readme = (PAGE.parents[1] / "README.md").read_text("utf-8")
    given = re.findall(r"```(?:crontab|ini)\n.*?```", readme, re.DOTALL)
    assert len(given) == 3
    assert all(block in page for block in given)
