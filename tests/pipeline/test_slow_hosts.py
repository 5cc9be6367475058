"""Hosts that ask for pauses longer than the time between two runs, scraped as by cron."""

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scraper.fetch import HostRecord
from scraper.store import Store
from tests.pipeline.one_page import ARTICLE

STORIES = 3
HOME = "".join(
    f'<p><a href="/2026/11/2{number}/how-the-harbour-was-mended">How the harbour was mended, part {number}</a>'
    for number in range(STORIES)
)
FOREVER_S = 3600


class SlowHost:
    """A site with a Crawl-delay of an hour, and what it was asked for."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("/")
        self.asked: list[str] = []
        self.home_asked, self.home_held = threading.Event(), threading.Event()
        self.home_held.set()
        server.expect_request("/robots.txt").respond_with_data(f"User-agent: *\nCrawl-delay: {FOREVER_S}\n")
        server.expect_request("/").respond_with_handler(self._home)
        for number in range(STORIES):
            server.expect_request(f"/2026/11/2{number}/how-the-harbour-was-mended").respond_with_handler(self._story)

    def _home(self, request: Request) -> Response:
        self.asked.append("home")
        self.home_asked.set()
        self.home_held.wait(30)
        return Response(f"<html lang=en><title>Harbour</title><body>{HOME}", content_type="text/html")

    def _story(self, request: Request) -> Response:
        number = request.path.split("/")[3][-1]
        self.asked.append(number)
        return Response(ARTICLE.replace("Harbour", f"Harbour {number}"), content_type="text/html")


@pytest.fixture
def host(httpserver: HTTPServer) -> SlowHost:
    return SlowHost(httpserver)


def start(host: SlowHost, folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "scraper", "scrape", host.url, "--state", str(folder / "s.sqlite"), "--quiet"]
    command += ["-o", str(folder / "out.jsonl"), "--allow-private", "127.0.0.0/8"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def run(host: SlowHost, folder: Path) -> tuple[int, str]:
    with start(host, folder) as process:
        said, _ = process.communicate(timeout=60)
        return process.returncode, said.decode()


def let_time_pass(folder: Path) -> None:
    """Let the pauses that the state knows of be over."""
    with Store(folder / "s.sqlite") as store:
        for kept in store.hosts():
            record = replace(msgspec.json.decode(kept, type=HostRecord), not_before=None)
            store.save_hosts({record.host: msgspec.json.encode(record)})


@pytest.mark.fault(number=37)
def test_a_pause_that_is_not_over_lasts_into_the_next_run(host: SlowHost, tmp_path: Path) -> None:
    run(host, tmp_path)
    assert host.asked == ["home"]
    code, said = run(host, tmp_path)
    assert host.asked == ["home"]
    assert (code, "host_deferred" in said) == (3, True)


@pytest.mark.fault(number=37)
def test_a_kill_while_the_host_is_asked_leaves_its_pause_to_the_next_run(host: SlowHost, tmp_path: Path) -> None:
    host.home_held.clear()
    with start(host, tmp_path) as process:
        assert host.home_asked.wait(30)
        process.kill()
    host.home_held.set()
    run(host, tmp_path)
    assert host.asked == ["home"]


def test_pages_that_wait_come_before_sources_where_a_run_has_one_request(host: SlowHost, tmp_path: Path) -> None:
    for _ in range(STORIES + 1):
        run(host, tmp_path)
        let_time_pass(tmp_path)
    assert (host.asked[0], sorted(host.asked[1:])) == ("home", ["0", "1", "2"])
    assert (tmp_path / "out.jsonl").read_text().count("\n") == STORIES
    run(host, tmp_path)
    assert host.asked[STORIES + 1 :] == ["home"], "nothing waits any more: what is new?"
