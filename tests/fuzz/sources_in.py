"""Checks of what discovery reads: feeds, sitemaps, robots.txt, links."""

from datetime import UTC, datetime
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from scraper.errors import FetchError
from scraper.fetch.discover.feeds import find_feeds, is_feed, read_feed
from scraper.fetch.discover.links import read_links
from scraper.fetch.discover.sitemaps import MAX_ENTRIES, drop_old_news, read_sitemap
from scraper.fetch.robots_rules import parse_rules
from scraper.limits import find_excess
from scraper.pipeline.clock import comparable
from scraper.reasons import Reason
from tests.fuzz.bytes_in import take_choice

_URL: Final = "https://news.example/feed"
_NOW: Final = datetime(2026, 11, 26, tzinfo=UTC)
_CONTENT_TYPES: Final = (None, "application/rss+xml", "text/xml; charset=iso-8859-1", "text/html", "application/json")
_PATHS: Final = ("/", "/a", "/a/b.html?c=1", "/%7Ea/%C3%A9/é", "/private/x$*", "/index.html", "/?", "/a/../b")
_TOKEN: Final = "scraper"


def check_feed(data: bytes) -> None:
    choice, body = take_choice(data)
    is_feed(body)
    try:
        found = read_feed(body, _URL, _CONTENT_TYPES[choice % len(_CONTENT_TYPES)])
    except FetchError as exc:
        assert exc.code is Reason.UNDECODABLE  # noqa: PT017  # other exceptions are what is looked for
        return
    for candidate in found:
        assert candidate.url.lower().startswith(("http://", "https://"))
        comparable(candidate.date_hint, _NOW).encode()
        assert candidate.title_hint is None or candidate.title_hint.strip() == candidate.title_hint


def check_sitemap(data: bytes) -> None:
    try:
        found = read_sitemap(data, _URL)
    except FetchError as exc:
        assert exc.code in (Reason.UNDECODABLE, Reason.TOO_LARGE)  # noqa: PT017  # as above
        return
    entries = (*found.children, *found.pages)
    assert len(entries) <= 2 * MAX_ENTRIES
    assert all(entry.url for entry in entries)
    for entry in entries:
        comparable(entry.date, _NOW).encode()
    kept = drop_old_news(found.pages, by_date=True)
    assert set(kept) <= set(drop_old_news(found.pages, by_date=False)) <= set(found.pages)


def check_robots(data: bytes) -> None:
    """Rules do not depend on the kind of line ends, a mark at the beginning or empty lines at the end."""
    rules = parse_rules(data, _TOKEN)
    variants = [data + b"\n\n"]
    if not data.startswith(b"\xef\xbb\xbf"):
        variants.append(b"\xef\xbb\xbf" + data)
    if b"\r" not in data:
        variants.append(data.replace(b"\n", b"\r\n"))
    for variant in variants:
        assert parse_rules(variant, _TOKEN) == rules
    assert 0 <= rules.crawl_delay_s < float("inf")
    for path in _PATHS:
        rules.allows(f"https://news.example{path}")
    assert all(rules.allows(f"https://news.example{path}") for path in _PATHS) or rules.patterns


def check_links(data: bytes) -> None:
    if find_excess(data):
        return
    tree = LexborHTMLParser(data)
    links = read_links(tree, _URL)
    assert all(url.startswith(("http://", "https://")) for url in (*links.articles, *links.sections))
    find_feeds(tree, _URL)
