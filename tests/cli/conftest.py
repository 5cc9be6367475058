"""The server of the commands' tests."""

import pytest
from pytest_httpserver import HTTPServer

from tests.cli.harbour import STORIES, make_article, serve


@pytest.fixture
def httpserver(httpserver: HTTPServer) -> HTTPServer:
    """With 404 for all that is not told: the server's own answer is 500, which forbids a site (robots.txt) and soon counts as a
    failing host."""
    httpserver.no_handler_status_code = 404
    return httpserver


@pytest.fixture
def site(httpserver: HTTPServer) -> str:
    """A site with a feed of six stories, of which one is a 404 and one a JPEG under a false name."""
    root = httpserver.url_for("/").rstrip("/")
    items = ""
    for number in range(STORIES):
        httpserver.expect_request(f"/story-{number}").respond_with_handler(
            serve(make_article(number, f"Story {number}"))
        )
        items += (
            f"<item><title>Story {number}</title><link>{root}/story-{number}</link>"
            "<pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>"
        )
    httpserver.expect_request("/gone").respond_with_data("gone", status=404, content_type="text/html")
    httpserver.expect_request("/photo").respond_with_data(b"\xff\xd8\xff\xe0" + b"\0" * 99, content_type="text/html")
    items += "".join(f"<item><link>{root}/{name}</link></item>" for name in ("gone", "photo"))
    feed = f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>"
    httpserver.expect_request("/feed.xml").respond_with_handler(serve(feed, "application/rss+xml"))
    home = "<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><body>Home</body></html>"
    httpserver.expect_request("/").respond_with_handler(serve(home))
    return root + "/"
