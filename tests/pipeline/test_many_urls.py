import sqlite3
import tracemalloc
from contextlib import closing
from ipaddress import ip_network
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scraper.pipeline import ScrapeSettings, scrape
from scraper.settings import FetchSettings
from scraper.store import Offer, Store
from scraper.urls import url_key

PER_SITEMAP = 1_000
BYTES_A_URL = 340
"""What may stay in memory of each: of a million, 340 MB. Discovery's set of keys, so that no page is offered twice, takes 210 (with
1,000,000 URLs the whole process has 250 MB: benchmarks/RESULTS.md, "State, kills and exports")."""


def make_site(server: HTTPServer, urls: list[str]) -> None:
    parts = [urls[first : first + PER_SITEMAP] for first in range(0, len(urls), PER_SITEMAP)]
    lines = "".join(f"Sitemap: {server.url_for(f'/{number}.xml')}\n" for number in range(len(parts)))
    server.clear()
    server.no_handler_status_code = 404
    server.expect_request("/").respond_with_data("<html><body>Home", content_type="text/html")
    server.expect_request("/robots.txt").respond_with_data(lines)
    for number, part in enumerate(parts):
        body = "".join(f"<url><loc>{url}</loc></url>" for url in part)
        server.expect_request(f"/{number}.xml").respond_with_data(f"<urlset>{body}</urlset>")


def make_state(path: Path, site: str, urls: list[str]) -> None:
    """As a run leaves it that has fetched all of them."""
    with Store(path) as store:
        run = store.begin_run("2026-11-10T11:00:00Z", "{}")
        store.frontier.offer(site, [Offer(key=url_key(url), url=url) for url in urls], run)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE urls SET state = 'done', outcome = 'new', record_id = '0', fetched_at = '2026-11-10'"
        )


def peak_of_a_run(server: HTTPServer, count: int, folder: Path) -> int:
    """Return the largest number of bytes that Python held while a site listed all its URLs again."""
    folder.mkdir()
    site = server.url_for("/")
    urls = [f"{site}2026/a-story-{number}-of-the-harbour" for number in range(count)]
    make_site(server, urls)
    make_state(folder / "s.sqlite", url_key(site), urls)
    fetch = FetchSettings(allow_private=(ip_network("127.0.0.0/8"),), delay_s=0.0)
    settings = ScrapeSettings(fetch=fetch, processes=1)
    del urls
    tracemalloc.start()
    try:
        summary = scrape([site], state=folder / "s.sqlite", output=folder / "o.jsonl", settings=settings)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    (tally,) = summary.sites.values()
    assert (tally.known, tally.failed) == (count, 0)
    return peak


@pytest.mark.fault(number=69)
def test_memory_hardly_grows_with_the_urls_of_a_site(httpserver: HTTPServer, tmp_path: Path) -> None:
    # The first run's peak is that of the libraries that it loads.
    _, few, many = (peak_of_a_run(httpserver, count * PER_SITEMAP, tmp_path / str(count)) for count in (0, 1, 5))
    assert (many - few) / (4 * PER_SITEMAP) < BYTES_A_URL
