"""Where sites usually have feeds and sitemaps: what is not there is not guessed again in each run."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
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
LATER = [f"/2026/11/2{day}/another-story-of-the-harbour" for day in range(5)]
GUESSED = {*feeds.USUAL_PATHS, *sitemaps.USUAL_PATHS}


@pytest.fixture
def pages() -> dict[str, str]:
    """What is on the site: one story, no feed and no sitemap."""
    return {"/": f"<html lang=en><title>Harbour</title><body><a href={STORY}>Mended</a>", STORY: ARTICLE}


@pytest.fixture
def asked(httpserver: HTTPServer, pages: dict[str, str]) -> list[str]:
    """What the site is asked for."""
    paths: list[str] = []

    def respond(request: Request) -> Response:
        paths.append(request.path)
        return Response(pages.get(request.path, ""), 200 if request.path in pages else 404, content_type="text/html")

    for path in ("/robots.txt", *pages, *GUESSED, *LATER):
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


@pytest.fixture
def pass_hours(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Set the clock of the runs that follow ahead of now."""

    def set_ahead(hours: float) -> None:
        moment = datetime.now(UTC) + timedelta(hours=hours)
        for module in ("page_run", "scraping", "context", "feeding", "site_run"):
            monkeypatch.setattr(f"scraper.pipeline.{module}.utc_now", lambda: moment)

    return set_ahead


MAINTENANCE = "<html><title>Back soon</title><body>We are at work on this site."


def sitemap(server: HTTPServer, paths: list[str]) -> str:
    return "<urlset>" + "".join(f"<url><loc>{server.url_for(path)}</loc></url>" for path in paths) + "</urlset>"


def add_later(pages: dict[str, str], server: HTTPServer) -> None:
    pages["/sitemap.xml"] = sitemap(server, LATER)
    pages |= {path: ARTICLE.replace("harbour", f"port {number}") for number, path in enumerate(LATER)}


@pytest.mark.parametrize("between", [None, MAINTENANCE])
def test_a_guessed_sitemap_that_was_there_once_is_asked_for_in_each_run(
    asked: list[str],
    pages: dict[str, str],
    httpserver: HTTPServer,
    run: Callable[..., RunSummary],
    between: str | None,
) -> None:
    pages["/sitemap.xml"] = sitemap(httpserver, [STORY])
    assert counted(run(0.0)) == 1
    del pages["/sitemap.xml"]
    if between:
        pages["/sitemap.xml"] = between
    for _ in range(4):
        run(0.0)
    add_later(pages, httpserver)
    asked.clear()
    run(0.0)
    assert set(asked) >= set(LATER)


def test_what_comes_to_a_usual_place_is_found_an_hour_later(
    asked: list[str],
    pages: dict[str, str],
    httpserver: HTTPServer,
    run: Callable[..., RunSummary],
    pass_hours: Callable[[float], None],
) -> None:
    run(0.0)
    add_later(pages, httpserver)
    asked.clear()
    pass_hours(1)
    run(0.0)
    assert set(asked) >= set(LATER)


def test_three_runs_that_find_nothing_are_enough_for_a_week(
    asked: list[str], run: Callable[..., RunSummary], pass_hours: Callable[[float], None]
) -> None:
    for hour in range(3):
        pass_hours(hour)
        asked.clear()
        run(0.0)
        assert set(asked) >= GUESSED
    for hour, is_asked in ((4, False), (24 * 6, False), (24 * 8, True)):
        pass_hours(hour)
        asked.clear()
        run(0.0)
        assert (GUESSED & set(asked) == GUESSED) is is_asked


def test_runs_that_are_shorter_than_guessing_get_somewhere(asked: list[str], run: Callable[..., RunSummary]) -> None:
    new = [counted(run(0.2, 1.0)) for _ in range(8)]
    assert sum(new) == 1, asked
    assert new[0] == 0, "else this shows nothing"
