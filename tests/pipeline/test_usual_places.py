"""Where sites usually have feeds and sitemaps: what is not there is not guessed again in each run."""

from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from scraper.fetch.discover import feeds, sitemaps
from scraper.pipeline import RunSummary, ScrapeSettings, scrape
from scraper.settings import FetchSettings
from tests.pipeline.one_page import ARTICLE

STORY = "/2026/11/21/how-the-harbour-was-mended"
GUESSED = {*feeds.USUAL_PATHS, *sitemaps.USUAL_PATHS}


@pytest.fixture
def asked(httpserver: HTTPServer) -> list[str]:
    """What a site with one story and no feeds or sitemaps is asked for."""
    paths: list[str] = []
    pages = {"/": f"<html lang=en><title>Harbour</title><body><a href={STORY}>Mended</a>", STORY: ARTICLE}

    def respond(request: Request) -> Response:
        paths.append(request.path)
        return Response(pages.get(request.path, ""), 200 if request.path in pages else 404, content_type="text/html")

    for path in ("/robots.txt", *pages, *GUESSED):
        httpserver.expect_request(path).respond_with_handler(respond)
    return paths


@pytest.fixture
def run(httpserver: HTTPServer, tmp_path: Path) -> Callable[..., RunSummary]:
    def run_once(delay_s: float, max_runtime_s: float | None = None) -> RunSummary:
        fetch = FetchSettings(allow_private=(ip_network("127.0.0.0/8"),), delay_s=delay_s)
        settings = ScrapeSettings(fetch=fetch, processes=1, max_runtime_s=max_runtime_s)
        site = httpserver.url_for("/")
        return scrape([site], state=tmp_path / "s.sqlite", output=tmp_path / "o.jsonl", settings=settings)

    return run_once


def counted(summary: RunSummary) -> int:
    return sum(tally.new for tally in summary.sites.values())


def test_a_second_run_guesses_nothing_that_the_first_did_not_find(
    asked: list[str], run: Callable[..., RunSummary]
) -> None:
    assert counted(run(0.0)) == 1
    assert set(asked) >= GUESSED
    asked.clear()
    run(0.0)
    assert asked == ["/"]


def test_runs_that_are_shorter_than_guessing_get_somewhere(asked: list[str], run: Callable[..., RunSummary]) -> None:
    new = [counted(run(0.2, 1.0)) for _ in range(8)]
    assert sum(new) == 1, asked
    assert new[0] == 0, "else this shows nothing"
