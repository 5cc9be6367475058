"""Google's robots.txt cases, real robots.txt files, feedparser's feeds, Scrapy's packed bodies and WHATWG's URL cases."""

import json
import re
from typing import Any

import pytest
from lxml import etree

from scraper.coding import BodyDecoder
from scraper.errors import FetchError
from scraper.fetch.discover.feeds import read_feed
from scraper.fetch.robots_rules import parse_rules, product_token
from scraper.urls import url_key
from tests.fetch.suites import members

NAMES = {"ALLOWED": True, "DISALLOWED": False, "FOOBOT_AGENT": "FooBot"}


def google_tables(arguments: str) -> list[tuple[Any, ...]]:
    """The tables of robotspy's translation of Google's tests, read off its parametrized functions."""
    cases: list[tuple[Any, ...]] = []
    for source in members("robotspy", "0.13.0", "/tests/test_google").values():
        text = source.decode().replace("from .core import *", "").replace("import robots\n", "")
        found: dict[str, Any] = dict(NAMES)
        exec(compile(text, "test_google", "exec"), found)
        for name, function in found.items():
            marks = getattr(function, "pytestmark", []) if name.startswith("test_") else []
            cases += [tuple(case) for mark in marks if mark.args[0] == arguments for case in mark.args[1]]
    return cases


@pytest.mark.fault(number=35)
def test_all_of_googles_532_robots_cases_are_right() -> None:
    cases = google_tables("robots_txt,agent,path,allowed")
    names = google_tables("agent,valid")
    assert len(cases) + len(names) == 532
    wrong = [
        (text, agent, url)
        for text, agent, url, allowed in cases
        if parse_rules(text.encode("utf-8", "surrogatepass"), agent).allows(url) is not allowed
    ]
    assert wrong == []
    assert [name for name, is_valid in names if (product_token(name) == name) is not is_valid] == []


def test_thousands_of_real_robots_files_are_parsed() -> None:
    files = members("protego", "0.7.0", "/tests/test_data/")
    assert len(files) > 4_000
    for body in files.values():
        rules = parse_rules(body, "scraper")
        assert isinstance(rules.allows("https://example.org/2026/11/a-story.html"), bool)
        assert 0 <= rules.crawl_delay_s < float("inf")


def plain_links(body: bytes) -> list[str]:
    """The absolute links of a feed's entries, by a second, dumb reading."""
    try:
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return []
    links = []
    for entry in root.iter("{*}item", "{*}entry"):
        for link in entry.iterfind("{*}link"):
            href = (link.get("href") or link.text or "").strip()
            if link.get("rel", "alternate") == "alternate" and re.match("https?://", href):
                links.append(href)
                break
    return links


def expected_links(body: bytes) -> list[str]:
    """The links of entries that feedparser's own test asks for, in the comment at the file's head."""
    asked = re.search(rb"Expect:\s*(.*)", body)
    found = re.findall(rb"entries\[\d+\]\[u?'link'\]\s*==\s*u?'(http[^']+)'", asked[1] if asked else b"")
    return [link.decode() for link in found]


# Its links are relative to a Content-Location, which names a base no more (RFC 7231, appendix B).
OTHER_BASE = "http_item_link_base_content_location.xml"


def test_feedparsers_well_formed_feeds_give_their_links() -> None:
    wanted, missing = 0, []
    for name, body in members("feedparser", "6.0.14", "/tests/wellformed/").items():
        if not name.endswith(".xml") or name.endswith(OTHER_BASE):
            continue
        links = {*plain_links(body), *expected_links(body)}
        if links:
            found = {entry.url for entry in read_feed(body, "http://127.0.0.1:8097/feed")}
            wanted += len(links)
            missing += [(name, link, found) for link in links if link not in found]
    assert wanted > 60
    assert len(missing) <= 0.01 * wanted, missing


@pytest.mark.parametrize("folder", ["wellformed", "illformed", "encoding", "microformats"])
def test_no_feed_of_feedparsers_breaks_the_reader(folder: str) -> None:
    for body in members("feedparser", "6.0.14", f"/tests/{folder}/").values():
        try:
            entries = read_feed(body, "http://127.0.0.1:8097/feed")
        except FetchError as error:
            assert error.code == "undecodable"  # noqa: PT017  # either a list or this error
            continue
        assert all(entry.url.startswith(("http://", "https://")) for entry in entries)


# The name of a file of Scrapy's says its codings, in the order in which they were applied.
CODINGS = {"br": "br", "gzip": "gzip", "rawdeflate": "deflate", "zlibdeflate": "deflate", "deflate": "deflate"}


def packed_bodies(start: str) -> dict[str, tuple[str, bytes]]:
    """Scrapy's bodies by name, each with its Content-Encoding."""
    found = {}
    for path, body in members("scrapy", "2.19.0", f"/sample_data/compressed/{start}").items():
        name = path.rpartition("/")[2]
        words = name.partition(".")[0].split("-")[1:]
        is_gzip = name.endswith(".gz")
        label = "gzip" if is_gzip else "zstd" if "zstd" in words else ", ".join(CODINGS[word] for word in words)
        found[name] = (label, body)
    assert found
    return found


def undo(label: str, body: bytes, max_bytes: int = 25_000_000) -> bytes:
    decoder = BodyDecoder(label, max_bytes, "https://a.test/")
    decoder.feed(body)
    return decoder.finish()


def test_scrapys_packed_pages_are_undone() -> None:
    pages = packed_bodies("html-")
    assert reason_to_refuse(*pages.pop("html-gzip-deflate-gzip.bin")) == "undecodable", "three codings are one too many"
    undone = {name: undo(*page) for name, page in pages.items()}
    assert len(undone) == 8
    assert len(set(undone.values())) == 2, "a page that names gzip, and one that names deflate"
    assert all(body.startswith(b"<!DOCTYPE HTML>") and body.rstrip().endswith(b"</html>") for body in undone.values())


def test_scrapys_bombs_are_too_large() -> None:
    bombs = packed_bodies("bomb-")
    assert len(bombs) == 4
    assert {name: reason_to_refuse(*bomb, max_bytes=1_000_000) for name, bomb in bombs.items()} == dict.fromkeys(
        bombs, "too_large"
    )
    assert {len(undo(*bomb)) for bomb in bombs.values()} == {11_511_612}


def test_scrapys_cut_gzip_is_truncated() -> None:
    cut = packed_bodies("truncated-") | {"unexpected-eof.gz": packed_bodies("unexpected-eof.gz")["unexpected-eof.gz"]}
    assert len(cut) == 3
    assert {name: reason_to_refuse(*body) for name, body in cut.items()} == dict.fromkeys(cut, "truncated")


def reason_to_refuse(label: str, body: bytes, max_bytes: int = 25_000_000) -> str:
    with pytest.raises(FetchError) as caught:
        undo(label, body, max_bytes)
    return caught.value.code.value


# The standard has changed since the archive was made (2021): a host that ends in a number must be a valid IPv4 address.
CHANGED = {"http://0..0x300/", "http://256.256.256.256.256", "http://0177.0.0.0189"}


def test_whatwgs_url_cases_have_the_standards_keys() -> None:
    (tables,) = members("whatwg-url", "2018.8.26", "/tests/testdata.json").values()
    cases = [case for case in json.loads(tables) if isinstance(case, dict) and case["input"] not in CHANGED]
    cases = [case for case in cases if re.match(r"\s*https?://", case["input"], re.I) and "@" not in case["input"]]
    assert len(cases) > 150
    wrong = [case["input"] for case in cases if key_of(case["input"]) != key_of(case.get("href"))]
    assert wrong == []


def key_of(url: str | None) -> str | None:
    try:
        return url_key(url or "")
    except ValueError:
        return None
