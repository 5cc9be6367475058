"""Feeds as they are found."""

import gzip
import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.errors import FetchError
from scraper.fetch.discover.feeds import find_feeds, is_feed, read_feed
from scraper.reasons import Reason

URL = "https://a.test/feed.xml"
RSS = "<rss version='2.0'><channel><title>A</title>{items}</channel></rss>"
ITEM = "<item><title>One</title><link>{link}</link></item>"


def links(feed: str | bytes) -> list[str]:
    body = feed.encode() if isinstance(feed, str) else feed
    assert is_feed(body)
    return [entry.url for entry in read_feed(body, URL)]


def test_a_feed_that_is_packed_without_saying_so_is_read_also_cut_off() -> None:
    feed = RSS.format(items=ITEM.format(link="https://a.test/1")).encode()
    assert links(gzip.compress(feed)) == links(gzip.compress(gzip.compress(feed))) == ["https://a.test/1"]
    long = RSS.format(items="".join(ITEM.format(link=f"https://a.test/{n}") for n in range(4_000))).encode()
    packed = gzip.compress(long, 1)
    assert 100 < len(links(packed[: len(packed) // 2])) < 4_000


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\x1f\x8bnothing that was packed", Reason.UNDECODABLE),
        (gzip.compress(b" " * 60_000_000), Reason.TOO_LARGE),
    ],
)
def test_a_packed_feed_that_cannot_be_read_is_told(body: bytes, code: Reason) -> None:
    with pytest.raises(FetchError) as told:
        read_feed(body, URL)
    assert told.value.code is code


@pytest.mark.fault(number=52)
@pytest.mark.parametrize(
    "feed",
    [
        RSS.format(items=ITEM.format(link="https://a.test/1")),
        RSS.format(items=ITEM.format(link="<![CDATA[ https://a.test/1 ]]>")),
        RSS.format(items=ITEM.format(link="/1")),
        "<!-- " + "made by hand " * 20 + "-->\n" + RSS.format(items=ITEM.format(link="https://a.test/1")),
        "\n \n<?xml version='1.0'?>" + RSS.format(items=ITEM.format(link="https://a.test/1")),
        RSS.format(items="<item><title>Fish &nbsp; & chips</title><link>https://a.test/1</link></item>"),
        RSS.format(items=ITEM.format(link="https://a.test/1")).removesuffix("</channel></rss>"),
        RSS.format(items="<item><guid isPermaLink='true'>https://a.test/1</guid></item>"),
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title>"
        "<link rel='self' href='https://a.test/self'/><link href='https://a.test/1'/></entry></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.test/x/'><entry><link href='../1'/></entry></feed>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<item rdf:about='https://a.test/1'><title>One</title><link>https://a.test/1</link></item></rdf:RDF>",
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/1", "title": "One"}]}',
        '\ufeff{"version": "https://jsonfeed.org/version/1", "items": [{"id": "https://a.test/1"}, 5, null]}',
        "<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item>"
        "<link>https://proxy.test/x</link><feedburner:origLink>https://a.test/1</feedburner:origLink></item></channel></rss>",
    ],
    ids=[
        *("rss", "cdata", "relative", "leading-comment", "leading-blanks", "bad-entity", "cut-off", "guid"),
        *("atom", "xml-base", "rdf", "json", "json-id-bom", "feedburner"),
    ],
)
def test_entries_are_kept(feed: str) -> None:
    assert links(feed) == ["https://a.test/1"]


@pytest.mark.fault(number=52)
def test_a_wrong_charset_costs_letters_but_no_entry() -> None:
    feed = "<?xml version='1.0' encoding='us-ascii'?>" + RSS.format(
        items="<item><title>Über</title><link>https://a.test/1</link></item>"
    )
    assert links(feed.encode("latin-1")) == ["https://a.test/1"]


def test_entries_come_newest_first_with_dates_in_utc() -> None:
    items = "".join(
        f"<item><link>https://a.test/{n}</link><pubDate>{date}</pubDate></item>"
        for n, date in enumerate(["Mon, 02 Nov 2026 08:00:00 +0200", "Tue, 03 Nov 2026 08:00:00 GMT", "yesterday"])
    )
    entries = read_feed(RSS.format(items=items).encode(), URL)
    assert [(entry.url[-1], entry.date_hint) for entry in entries] == [
        ("1", "2026-11-03T08:00:00+00:00"),
        ("0", "2026-11-02T06:00:00+00:00"),
        ("2", None),
    ]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "mailto:a@b.test", "http://[bad/", ""])
def test_links_that_are_none_are_left_out(link: str) -> None:
    assert links(RSS.format(items=ITEM.format(link=link) + ITEM.format(link="/1"))) == ["https://a.test/1"]


@pytest.mark.parametrize("body", [b"", b"<html><title>rss</title>", b"plain", b'{"items": []}', b"<urlset></urlset>"])
def test_what_is_no_feed_is_not_taken_for_one(body: bytes) -> None:
    assert not is_feed(body)


@pytest.mark.parametrize("body", [b"<html><p>hello", b"{broken", b'{"items": 5}', b'{"title": "no items"}'])
def test_reading_what_is_no_feed_says_so(body: bytes) -> None:
    with pytest.raises(FetchError, match="no "):
        read_feed(body, URL)


def test_entities_are_not_expanded_without_end() -> None:
    layers = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    feed = f"<!DOCTYPE rss [<!ENTITY e0 'boom'>{layers}]>" + RSS.format(
        items="<item><title>&e11;</title><link>https://a.test/1</link></item>"
    )
    assert all(len(entry.title_hint or "") < 1_000 for entry in read_feed(feed.encode(), URL))


def test_pages_name_their_feeds() -> None:
    page = (
        "<base href='/news/'><link rel='alternate home' type='application/RSS+xml' href='feed.xml'>"
        "<link rel=alternate type='application/atom+xml; charset=utf-8' href='https://b.test/atom'>"
        "<link rel=alternate hreflang=de href='/de/'><a href='/rss'>RSS</a>"
    )
    assert find_feeds(LexborHTMLParser(page), "https://a.test/") == [
        "https://a.test/news/feed.xml",
        "https://b.test/atom",
    ]


def test_links_are_looked_at_where_no_feed_is_named() -> None:
    page = "<a href='/rss'>RSS</a><a href='/feeders-of-birds'>Birds</a><a href='/x/news.atom'>Atom</a>"
    assert find_feeds(LexborHTMLParser(page), "https://a.test/") == ["https://a.test/rss", "https://a.test/x/news.atom"]


def test_fault_52_emoji_written_as_two_halves_are_read_as_meant() -> None:
    item = ITEM.replace("One", "&#55357;&#56832; cut &#xD83D;").format(link="https://a.test/1")
    for feed in (
        RSS.format(items=item),
        '{"items": [{"url": "https://a.test/1", "title": "\\ud83d\\ude00 cut \\ud83d"}]}',
    ):
        (entry,) = read_feed(feed.encode(), URL)
        assert entry.title_hint == "😀 cut \ufffd"


@pytest.mark.parametrize(
    "head",
    [
        "\n" * 80_000,
        "<?xml " + "encoding='" * 8_000,
        "<?xml version='1.0'?>" + "<!ENTITY\n" * 8_000,
        "<?xml version='1.0' encoding='utf-8'?>" + "<!-- made by hand -->\n" * 4_000,
        "<!DOCTYPE\n" * 8_000,
    ],
    ids=["line ends", "encodings", "entities", "comments", "types"],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_head_without_end_costs_no_time(head: str, charset: str) -> None:
    feed = head + RSS.format(items=ITEM.format(link="https://a.test/1"))
    start = time.process_time()
    assert [entry.url for entry in read_feed(feed.encode(charset), URL)] == ["https://a.test/1"]
    assert time.process_time() - start < 2


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_feeds_are_read_in_the_encoding_that_they_are_in(charset: str) -> None:
    declared = charset.removesuffix("-sig").removesuffix("-le")
    feed = f"<?xml version='1.0' encoding='{declared}'?>" + RSS.format(
        items=ITEM.format(link="/1").replace("One", "Café")
    )
    assert links(feed.encode(charset)) == links(gzip.compress(feed.encode(charset))) == ["https://a.test/1"]
    (entry,) = read_feed(feed.encode(charset), URL)
    assert entry.title_hint == "Café"
