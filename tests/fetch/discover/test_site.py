"""A site's discovery over HTTP."""

import asyncio
import gzip
import re
import time
from collections.abc import Callable
from ipaddress import ip_network
from typing import Any
from urllib.parse import quote

import pytest

from scraper.fetch import Fetcher, Validators
from scraper.fetch.discover import Candidate, KnownSources, Redated, SourceSeen, discover_site, feeds, sitemaps
from scraper.fetch.discover.site import MAX_FEEDS
from scraper.reasons import Reason
from scraper.records import Skipped
from scraper.settings import DiscoverSettings, SiteSettings
from tests.fetch.conftest import make_settings
from tests.fetch.fault_server import Asked, FaultServer, answer, redirect


async def discover(
    server: FaultServer,
    *,
    known: KnownSources | None = None,
    site: Any = None,
    **settings: Any,
) -> list[Any]:
    async with Fetcher(make_settings()) as fetcher:
        start = SiteSettings(**{"url": server.url("/"), **(site or {})})
        found = discover_site(fetcher, start, DiscoverSettings(**settings), known or KnownSources())
        return [item async for item in found]


def paths(found: list[Any]) -> list[str]:
    return [re.sub(r"^\w+://[^/]+", "", item.url) for item in found if isinstance(item, Candidate)]


def feed(*names: str, date: str = "Mon, 02 Nov 2026 08:00:00 GMT") -> bytes:
    items = "".join(f"<item><link>{name}</link><pubDate>{date}</pubDate></item>" for name in names)
    return answer(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), media_type="application/rss+xml")


def urlset(*entries: tuple[str, str | None]) -> bytes:
    urls = "".join(
        f"<url><loc>{name}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</url>" for name, date in entries
    )
    return answer(f"<urlset>{urls}</urlset>".encode(), media_type="application/xml")


def index(*entries: tuple[str, str | None]) -> bytes:
    return urlset(*entries).replace(b"urlset", b"sitemapindex").replace(b"url>", b"sitemap>")


def recount(raw: bytes) -> bytes:
    head, _, body = raw.partition(b"\r\n\r\n")
    return re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % len(body), head) + b"\r\n\r\n" + body


HOME = answer(
    b"<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><body>"
    b"<a href='/politics'>Politics</a><a href='/2026/11/02/story-of-the-home-page'>Story</a></body></html>"
)
PLAIN_HOME = answer(b"<html><body><a href='/politics'>P</a><a href='/2026/11/02/home-story'>S</a></body></html>")


async def test_feeds_sitemaps_and_the_home_page_are_read_each_page_once(server: FaultServer) -> None:
    server.routes |= {
        "/": HOME,
        "/feed.xml": feed("/2026/11/02/one", "/2026/11/02/one?utm_source=rss", "/2026/11/02/two"),
        "/robots.txt": answer(f"Sitemap: {server.url('/map.xml')}".encode()),
        "/map.xml": urlset(("/2026/11/02/two", None), ("/2026/11/01/three", "2026-11-01"), ("/politics", None)),
    }
    found = await discover(server)
    assert paths(found) == [
        "/2026/11/02/one",
        "/2026/11/02/two",
        "/2026/11/01/three",
        "/2026/11/02/story-of-the-home-page",
    ]
    kinds = [(item.kind, item.candidates) for item in found if isinstance(item, SourceSeen)]
    assert kinds == [("feed", 3), ("sitemap", 3), ("section", 1)]
    assert [item.found_as for item in found if isinstance(item, Candidate)] == ["feed", "feed", "sitemap", "section"]
    assert next(item for item in found if isinstance(item, Candidate)).date_hint == "2026-11-02T08:00:00+00:00"


async def test_usual_places_are_tried_where_nothing_is_named(server: FaultServer) -> None:
    server.routes |= {
        "/": PLAIN_HOME,
        "/feed": feed("/2026/11/02/one"),
        "/sitemap.xml": urlset(("/2026/11/02/two", None)),
    }
    assert paths(await discover(server))[:2] == ["/2026/11/02/one", "/2026/11/02/two"]


async def test_usual_places_are_tried_where_what_is_named_is_no_feed(server: FaultServer) -> None:
    head = b"<link rel=alternate type='application/json' href='/api/pages/2'>"
    server.routes |= {
        "/": answer(b"<html><head>" + head + b"</head><body><p>Hello</p></body></html>"),
        "/api/pages/2": answer(b'{"id": 2}', media_type="application/json"),
        "/feed": feed("/2026/11/02/one"),
    }
    assert paths(await discover(server)) == ["/2026/11/02/one"]
    server.routes["/api/pages/2"] = answer(b"busy", 503)
    assert paths(await discover(server)) == [], "it may be a feed"


async def test_a_feed_as_start_is_all_there_is(server: FaultServer) -> None:
    server.routes |= {"/": feed("/2026/11/02/one")}
    assert paths(await discover(server)) == ["/2026/11/02/one"]
    assert server.paths() == ["/"]


async def test_known_sources_are_asked_conditionally(server: FaultServer) -> None:
    async def unchanged(asked: Asked, writer: asyncio.StreamWriter) -> None:
        assert asked.headers["if-none-match"] == '"a"'
        writer.write(answer(b"", 304))

    server.routes |= {"/": HOME, "/feed.xml": unchanged}
    found = await discover(server, known=KnownSources(validators={server.url("/feed.xml"): Validators(etag='"a"')}))
    seen = next(item for item in found if isinstance(item, SourceSeen))
    assert (seen.unchanged, seen.validators.etag) == (True, '"a"')


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
async def test_validators_of_a_source_are_for_the_address_that_gave_them(server: FaultServer, kind: str) -> None:
    """One that redirects elsewhere now is read whole there, and other hosts do not get what one gave."""

    async def conditional(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(b"", 304) if "if-none-match" in asked.headers else held.replace(b"\r\n", etag, 1))

    async with FaultServer(host="127.0.0.2") as other:
        held = feed("/2026/11/02/one") if kind == "feed" else urlset((server.url("/2026/11/02/one"), None))
        etag = b'\r\nETag: "a"\r\n'
        server.routes |= {"/": PLAIN_HOME, "/named": redirect("/here"), "/here": conditional}
        other.routes |= {"/there": conditional}
        site = {f"{kind}s": (server.url("/named"),)}
        notes = [item for item in await discover(server, site=site) if isinstance(item, SourceSeen)]
        validators = {note.url: note.validators for note in notes}
        again = await discover(server, site=site, known=KnownSources(validators=validators))
        assert "/2026/11/02/one" not in paths(again), "it did not change"
        server.routes["/named"] = redirect(other.url("/there"))
        async with Fetcher(make_settings(allow_private=(ip_network("127.0.0.0/8"),))) as fetcher:
            start = SiteSettings(url=server.url("/"), **site)
            found = discover_site(fetcher, start, DiscoverSettings(), KnownSources(validators=validators))
            assert "/2026/11/02/one" in paths([item async for item in found])
        assert [asked.path for asked in other.asked if "if-none-match" in asked.headers] == []


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
async def test_relative_addresses_in_a_source_are_relative_to_where_redirects_ended(
    server: FaultServer, kind: str
) -> None:
    held = feed("one-long-story-of-ships") if kind == "feed" else urlset(("one-long-story-of-ships", None))
    server.routes |= {"/": answer(b"<p>Home"), "/named": redirect("/2026/11/map"), "/2026/11/map": held}
    found = await discover(server, site={f"{kind}s": (server.url("/named"),)})
    assert paths(found) == ["/2026/11/one-long-story-of-ships"]
    assert {item.found_in for item in found if isinstance(item, Candidate)} == {server.url("/named")}


async def test_a_site_that_cannot_be_read_says_why(server: FaultServer) -> None:
    found = await discover(server, site={"feeds": (server.url("/mine.xml"),), "sitemaps": (server.url("/my-map.xml"),)})
    told = {re.sub(r".*:\d+", "", item.url): (item.stage, item.code) for item in found if isinstance(item, Skipped)}
    assert told == dict.fromkeys(("/", "/mine.xml", "/my-map.xml"), ("discover", "http_4xx"))


@pytest.mark.parametrize("body", [b"<html><p>Our feeds have moved", b""])
async def test_a_feed_that_the_user_names_and_that_is_none_says_so(server: FaultServer, body: bytes) -> None:
    server.routes |= {"/": PLAIN_HOME, "/mine.xml": answer(body)}
    found = await discover(server, site={"feeds": (server.url("/mine.xml"),)})
    (told,) = [item for item in found if isinstance(item, Skipped)]
    assert (told.url, told.stage, told.code) == (server.url("/mine.xml"), "discover", "undecodable")


async def test_limit_since_include_and_exclude(server: FaultServer) -> None:
    old = urlset(("/2026/10/01/old", "2026-10-01"), ("/2026/11/03/new", "2026-11-03"), ("/undated-but-long-slug", None))
    server.routes |= {"/": PLAIN_HOME, "/sitemap.xml": old}
    assert "/2026/10/01/old" not in paths(await discover(server, since="2026-11-01"))
    assert paths(await discover(server, limit=1)) == ["/2026/11/03/new"]
    only = await discover(server, include=(re.compile("/2026/"),), exclude=(re.compile("new$"),))
    assert paths(only) == ["/2026/10/01/old", "/2026/11/02/home-story"]


@pytest.mark.fault(number=53)
async def test_loops_of_sitemaps_end(server: FaultServer) -> None:
    server.routes |= {
        "/": PLAIN_HOME,
        "/sitemap.xml": recount(index(("/sitemap.xml", None), ("/b.xml", None), ("/page.html", None))),
        "/b.xml": recount(index(("/sitemap.xml", None), ("/c.xml", None))),
        "/c.xml": urlset(("/2026/11/02/one", None)),
        "/page.html": answer(),
    }
    assert "/2026/11/02/one" in paths(await discover(server))
    assert [path for path in server.paths() if path.endswith(".xml")].count("/sitemap.xml") == 1


@pytest.mark.fault(number=53)
async def test_indexes_are_followed_three_deep(server: FaultServer) -> None:
    server.routes |= {f"/m{n}.xml": recount(index((f"/m{n + 1}.xml", None))) for n in range(8)}
    server.routes |= {"/": PLAIN_HOME, "/robots.txt": answer(f"Sitemap: {server.url('/m0.xml')}".encode())}
    await discover(server)
    assert [path for path in server.paths() if path.startswith("/m")] == [f"/m{n}.xml" for n in range(4)]


@pytest.mark.fault(number=53)
async def test_a_wrong_content_type_and_gzip_by_its_bytes(server: FaultServer) -> None:
    body = b"<urlset><url><loc>/2026/11/02/one</loc></url></urlset>"
    server.routes |= {
        "/": PLAIN_HOME,
        "/robots.txt": answer(b"Sitemap: /a\nSitemap: /b".replace(b"/", server.url("/").encode())),
        "/a": answer(body, media_type="text/html"),
        "/b": answer(gzip.compress(body.replace(b"one", b"two")), media_type="image/x-icon"),
    }
    assert {"/2026/11/02/one", "/2026/11/02/two"} <= set(paths(await discover(server)))


async def test_a_page_that_a_second_source_dates_otherwise_is_told_again(server: FaultServer) -> None:
    corrected = "2026-11-03T09:00:00+00:00"
    server.routes = {
        "/": HOME,
        "/feed.xml": feed("/2026/11/02/one", "/2026/11/02/two"),
        "/sitemap.xml": urlset(("/2026/11/02/one", corrected), ("/2026/11/02/two", "2026-11-02T08:00:00+00:00")),
    }
    found = await discover(server)
    assert paths(found)[:2] == ["/2026/11/02/one", "/2026/11/02/two"]
    (again,) = [item for item in found if isinstance(item, Redated)]
    assert (again.url, again.date_hint) == (server.url("/2026/11/02/one"), corrected)


async def test_a_source_that_the_site_names_and_that_fails_is_warned_of(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.routes = {
        "/": HOME,
        "/feed.xml": answer(b"busy", 503),
        "/politics": redirect("/politics/again"),
        "/politics/again": redirect("/politics"),
        "/robots.txt": answer(f"Sitemap: {server.url('/map.xml')}".encode(), media_type="text/plain"),
        "/map.xml": answer(b"gone", 404),
    }
    await discover(server)
    assert [record.getMessage().split(" detail")[0] for record in caplog.records] == [
        f"source unread url={server.url('/feed.xml')} reason=http_5xx",
        f"source unread url={server.url('/politics')} reason=redirect_loop",
    ]


async def test_dates_in_other_forms_are_read_and_what_is_none_leaves_nothing_out(server: FaultServer) -> None:
    new = ("20261127", "Fri, 27 Nov 2026 10:00:00 GMT", "1795770000", "11/27/2026", "27.11.2026", "soon")
    old = ("20261001", "Thu, 01 Oct 2026 10:00:00 GMT", "1790848800")
    listed = [(f"/a-story-of-ours-{number}", date) for number, date in enumerate((*new, *old))]
    server.routes |= {"/": answer(b"<html><body>Home"), "/sitemap.xml": urlset(*listed)}
    found = await discover(server, since="2026-11-01")
    assert sorted(paths(found)) == [name for name, _ in listed[: len(new)]]
    told = {item.date_hint for item in found if isinstance(item, Candidate)}
    assert told == {"2026-11-27T00:00:00+00:00", "2026-11-27T10:00:00+00:00", "2026-11-27T09:00:00+00:00", None}


async def test_of_dates_that_are_read_in_part_old_ones_are_left_out(server: FaultServer) -> None:
    new = ("2026-11", "2026", "2026-11-27 10:00:00 UTC", "2026/11/27 10:00:00", "2026-11-27T9:05:00Z", "2026-13-45")
    old = ("2026-10", "2020", "2020-11-03 10:00:00 UTC", "2020-11-03T10:00:00CET", "2020-11-03 1:00:00", "2020/11/03")
    listed = [(f"/a-story-of-ours-{number:02}", date) for number, date in enumerate((*new, *old))]
    server.routes |= {"/": answer(b"<html><body>Home"), "/sitemap.xml": urlset(*listed)}
    found = await discover(server, since="2026-11-01")
    assert sorted(paths(found)) == [name for name, _ in listed[: len(new)]]
    told = {item.date_hint for item in found if isinstance(item, Candidate)}
    assert told == {"2026-11-30", "2026-12-31", "2026-11-27", None}


async def test_sitemaps_of_a_month_that_is_not_over_are_read(server: FaultServer) -> None:
    server.routes |= {"/": PLAIN_HOME, "/sitemap.xml": recount(index(("/b.xml", "2026-11"), ("/a.xml", "2026-11")))}
    server.routes |= {f"/{name}.xml": urlset((f"/a-story-of-ours-{name}", "2026-11")) for name in "ab"}
    assert {"/a-story-of-ours-a", "/a-story-of-ours-b"} <= set(paths(await discover(server, since="2026-11-01")))


async def test_old_sitemaps_are_left_out_once_the_index_has_proved_truthful(server: FaultServer) -> None:
    children = [("/new.xml", "2026-11-20"), ("/old.xml", "2026-09-01"), ("/older.xml", "2026-08-01")]
    server.routes |= {"/": PLAIN_HOME, "/sitemap.xml": recount(index(*children))}
    server.routes |= {"/new.xml": urlset(("/2026/11/20/a-story", "2026-11-20"))}
    await discover(server, since="2026-11-01")
    assert "/new.xml" in server.paths()
    assert "/old.xml" not in server.paths()


async def test_a_lying_index_leaves_nothing_out(server: FaultServer) -> None:
    children = [("/new.xml", "2026-09-02"), ("/old.xml", "2026-09-01")]
    server.routes |= {"/": PLAIN_HOME, "/sitemap.xml": recount(index(*children))}
    server.routes |= {f"/{name}.xml": urlset((f"/2026/11/20/story-{name}", "2026-11-20")) for name in ("new", "old")}
    assert {"/2026/11/20/story-new", "/2026/11/20/story-old"} <= set(paths(await discover(server, since="2026-11-01")))


def news_map() -> bytes:
    dated = (("a-new-story-of-today", "2026-11-20"), ("an-old-story-of-summer", "2026-07-01"))
    entries = "".join(
        f"<url><loc>/{name}</loc><n:news><n:publication_date>{date}</n:publication_date></n:news></url>"
        for name, date in dated
    )
    return answer(f"<urlset xmlns:n='news'>{entries}</urlset>".encode(), media_type="application/xml")


async def test_a_news_sitemap_lists_two_days_unless_a_day_is_asked_for(server: FaultServer) -> None:
    server.routes |= {"/": answer(b"<html><body>Home"), "/sitemap.xml": news_map()}
    assert paths(await discover(server)) == ["/a-new-story-of-today"]
    assert paths(await discover(server, since="2026-06-01")) == ["/a-new-story-of-today", "/an-old-story-of-summer"]


async def test_sitemaps_that_are_gone_are_told_and_not_asked_for_again(server: FaultServer) -> None:
    server.routes |= {
        "/": PLAIN_HOME,
        "/sitemap.xml": recount(index(("/dead.xml", None), ("/broken.xml", None), ("/c.xml", None))),
        "/broken.xml": answer(b"", 503),
        "/c.xml": urlset(("/2026/11/02/one", None)),
    }
    found = await discover(server)
    gone = {item.url for item in found if isinstance(item, SourceSeen) and item.kind == "gone"}
    assert gone == {server.url("/dead.xml")}, "a failure that may pass retires nothing"
    server.asked.clear()
    assert "/2026/11/02/one" in paths(await discover(server, known=KnownSources(gone=gone)))
    assert "/dead.xml" not in server.paths()
    assert "/broken.xml" in server.paths()


@pytest.mark.parametrize(
    "home",
    [
        answer(b"busy", 503),
        answer(b"<title>Just a moment...</title>Checking your browser.", 403),
        answer(b"<p>Back soon"),
    ],
)
async def test_feeds_of_earlier_runs_are_asked_for_where_the_start_page_names_none(
    home: bytes, server: FaultServer
) -> None:
    server.routes |= {"/": home, "/news.rss": feed("/2026/11/02/one")}
    assert paths(await discover(server)) == []
    assert "/2026/11/02/one" in paths(await discover(server, known=KnownSources(feeds=[server.url("/news.rss")])))


@pytest.mark.parametrize("status", [403, 404])
async def test_usual_places_are_tried_where_a_feed_of_an_earlier_run_cannot_be_had(
    server: FaultServer, status: int
) -> None:
    server.routes |= {"/": PLAIN_HOME, "/feed": answer(b"none", status), "/rss": feed("/2026/11/02/one")}
    found = await discover(server, known=KnownSources(feeds=[server.url("/feed")]))
    assert paths(found)[0] == "/2026/11/02/one"
    missing = [seen.url for seen in found if isinstance(seen, SourceSeen) and seen.is_missing]
    assert (server.url("/feed") in missing) == (status == 404), "forgotten"


async def test_usual_places_with_nothing_there_are_told_and_not_guessed_again(server: FaultServer) -> None:
    server.routes |= {"/": PLAIN_HOME, "/feed": PLAIN_HOME, "/rss": answer(b"busy", 503), "/sitemap.xml": PLAIN_HOME}
    found = await discover(server)
    absent = {item.url for item in found if isinstance(item, SourceSeen) and item.is_missing}
    places = {server.url(path) for path in (*feeds.USUAL_PATHS, *sitemaps.USUAL_PATHS)}
    assert absent == places - {server.url("/rss")}, "a failure that may pass says nothing"
    server.asked.clear()
    server.routes |= {
        "/robots.txt": answer(f"Sitemap: {server.url('/sitemap.xml')}".encode()),
        "/sitemap.xml": recount(index(("/sitemap-news.xml", None))),
        "/sitemap-news.xml": urlset(("/2026/11/02/one", None)),
    }
    assert "/2026/11/02/one" in paths(await discover(server, known=KnownSources(absent=absent))), "it is named now"
    assert server.paths() == ["/", "/rss", "/rss", "/rss", "/sitemap.xml", "/sitemap-news.xml"]


async def test_a_site_that_is_down_tells_nothing_of_its_usual_places(server: FaultServer) -> None:
    assert not any(isinstance(item, SourceSeen) for item in await discover(server))


async def test_sitemaps_beyond_those_that_a_run_reads_are_warned_of(
    server: FaultServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.fetch.discover.site.MAX_SITEMAPS", 3)
    server.routes |= {"/map": recount(index(*((f"/{n}", None) for n in range(4))))}
    server.routes |= {f"/{n}": urlset((f"/2026/11/02/story-{n}", None)) for n in range(4)}
    assert len(paths(await discover(server, site={"url": server.url("/map")}))) == 2
    assert f"sitemaps left out url={server.url('/map')} left=2 read=3" in caplog.text


async def test_no_more_than_a_hundred_feeds_of_a_page_are_read(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/f{number}>" for number in range(300))
    server.routes |= {"/": answer(links.encode()), "/mine": feed("/2026/11/02/one")}
    assert paths(await discover(server, site={"feeds": (server.url("/mine"),)})) == ["/2026/11/02/one"]
    assert sum(path.startswith("/f") for path in server.paths()) == MAX_FEEDS
    assert "named=300 read=100" in caplog.text


async def test_no_more_than_a_hundred_feeds_of_earlier_runs_are_asked_for(server: FaultServer) -> None:
    await discover(server, known=KnownSources(feeds=[server.url(f"/f{number}") for number in range(MAX_FEEDS + 9)]))
    assert sum(path.startswith("/f") for path in server.paths()) == MAX_FEEDS


@pytest.mark.parametrize("pack", [lambda body: body, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("kind", ["xml", "lines", "index"])
async def test_a_sitemap_as_start_is_all_there_is(
    server: FaultServer, kind: str, pack: Callable[[bytes], bytes]
) -> None:
    child = "<urlset><url><loc>/2026/11/02/one</loc></url></urlset>"
    starts = {
        "xml": f"<?xml version='1.0'?><!-- made by hand -->{child}",
        "lines": server.url("/2026/11/02/one"),
        "index": "<x:sitemapindex><x:sitemap><x:loc>/child.xml</x:loc></x:sitemap></x:sitemapindex>",
    }
    server.routes = {
        "/map": answer(pack(starts[kind].encode()), media_type="text/plain"),
        "/child.xml": urlset(("/2026/11/02/one", None)),
    }
    found = await discover(server, site={"url": server.url("/map")})
    assert paths(found) == ["/2026/11/02/one"]
    assert server.paths() == ["/map"] + ["/child.xml"] * (kind == "index")


@pytest.mark.parametrize("media_type", ["application/gzip", "application/rss+xml", "image/x-icon"])
async def test_a_feed_that_is_packed_without_saying_so_is_read(server: FaultServer, media_type: str) -> None:
    item = f"<item><title>One</title><link>{server.url('/2026/11/02/one')}</link></item>"
    packed = gzip.compress(f"<rss version='2.0'><channel><title>A</title>{item}</channel></rss>".encode())
    server.routes |= {"/": HOME, "/mine.xml.gz": answer(packed, media_type=media_type)}
    assert "/2026/11/02/one" in paths(await discover(server, site={"feeds": (server.url("/mine.xml.gz"),)}))


async def test_a_named_sitemap_that_is_broken_is_warned_of(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.routes |= {
        "/": HOME,
        "/robots.txt": answer(f"Sitemap: {server.url('/map.xml.gz')}".encode(), media_type="text/plain"),
        "/map.xml.gz": answer(b"\x1f\x8bnothing that was packed", media_type="application/gzip"),
    }
    await discover(server)
    assert f"source unread url={server.url('/map.xml.gz')} reason=undecodable" in caplog.text


@pytest.mark.parametrize("via", ["robots", "index"])
async def test_a_feed_may_stand_where_a_sitemap_is_named(server: FaultServer, via: str) -> None:
    server.routes |= {
        "/": answer(b"<html><body><p>Hello</p></body></html>"),
        "/robots.txt": answer(f"Sitemap: {server.url('/' + via)}".encode(), media_type="text/plain"),
        "/robots": feed("/2026/11/02/one"),
        "/index": index(("/robots", None)),
    }
    found = await discover(server)
    assert paths(found) == ["/2026/11/02/one"]
    assert [seen.kind for seen in found if isinstance(seen, SourceSeen) and seen.url == server.url("/robots")] == [
        "feed"
    ]


async def test_a_start_page_that_only_sends_on_is_left_for_where_it_sends(server: FaultServer) -> None:
    server.routes |= {
        "/": answer(b"<html><head><meta http-equiv=refresh content='0; url=/en/'></head></html>"),
        "/en/": answer(b"<html><body><a href='2026/11/02/story-of-the-home-page'>S</a></body></html>"),
    }
    assert paths(await discover(server)) == ["/en/2026/11/02/story-of-the-home-page"]


async def test_a_feed_that_a_page_names_and_that_is_packed_and_none_is_told(server: FaultServer) -> None:
    named = b"".join(
        b"<link rel=alternate type='application/rss+xml' href='/%b'>" % name for name in (b"broken", b"other")
    )
    server.routes |= {
        "/": answer(b"<html><head>" + named + b"</head><body><p>Nothing else.</p></body></html>"),
        "/broken": answer(gzip.compress(b"<rss version='2.0'><channel></channel></rss>")[:12] + b"\xff" * 40),
        "/other": answer(gzip.compress(b"<html><body>No feed any more.</body></html>")),
    }
    told = [item for item in await discover(server) if isinstance(item, Skipped)]
    assert [(item.url, item.code) for item in told] == [
        (server.url("/broken"), Reason.UNDECODABLE),
        (server.url("/other"), Reason.UNDECODABLE),
    ]


@pytest.mark.parametrize(
    ("body", "media_type", "code"),
    [
        (b" ", "text/html", Reason.EMPTY),
        (b"\xff\xd8\xff\xe0 a photo", "text/html", Reason.NOT_HTML),
        (gzip.compress(b"<html><body><a href='/2026/11/02/one'>One</a></body></html>"), "text/html", Reason.NOT_HTML),
        (b'{"articles": []}', "application/json", Reason.NOT_HTML),
    ],
    ids=["empty", "photo", "packed", "data"],
)
async def test_a_start_page_that_is_none_is_told_and_the_sitemaps_are_read(
    server: FaultServer, body: bytes, media_type: str, code: Reason
) -> None:
    server.routes |= {"/": answer(body, media_type=media_type), "/sitemap.xml": urlset(("/2026/11/02/two", None))}
    found = await discover(server)
    (told,) = [item for item in found if isinstance(item, Skipped)]
    assert (told.code, told.status, paths(found)) == (code, 200, ["/2026/11/02/two"])


async def test_a_start_page_with_a_label_of_its_own_is_read(server: FaultServer) -> None:
    server.routes |= {"/": answer(PLAIN_HOME.partition(b"\r\n\r\n")[2], media_type="application/x-httpd-php")}
    assert "/2026/11/02/home-story" in paths(await discover(server))


@pytest.mark.parametrize(
    ("codec", "header", "head"),
    [
        ("cp1251", "text/html; charset=windows-1251", ""),
        ("cp1251", "text/html", "<meta charset=windows-1251>"),
        ("utf-16", "text/html", ""),
        ("utf-8", "text/html", ""),
    ],
)
async def test_links_are_read_in_the_charset_of_their_page(
    server: FaultServer, codec: str, header: str, head: str
) -> None:
    path = "/2026/11/02/новости-дня"
    links = f"<html><head>{head}</head><body><a href='{path}'>x</a><a href='/раздел'>x</a></body></html>"
    deeper = links.replace("дня", "ночи")
    server.routes |= {
        "/": answer(links.encode(codec), media_type=header),
        quote("/раздел"): answer(deeper.encode(codec), media_type=header),
    }
    assert paths(await discover(server)) == [path, path.replace("дня", "ночи")]


async def test_sections_are_followed_to_the_depth_asked_for(server: FaultServer) -> None:
    for depth in range(5):
        links = f"<a href='/s{depth + 1}'>more</a><a href='/2026/11/02/story-{depth}'>story</a>"
        server.routes[f"/s{depth}"] = answer(f"<html><body>{links}</body></html>".encode())
    server.routes["/"] = answer(b"<html><body><a href='/s0'>start</a></body></html>")
    assert paths(await discover(server, max_depth=2)) == ["/2026/11/02/story-0", "/2026/11/02/story-1"]
    assert paths(await discover(server, max_depth=0)) == []


@pytest.mark.fault(number=54)
async def test_an_endless_site_is_bounded(server: FaultServer) -> None:
    async def trap(asked: Asked, writer: asyncio.StreamWriter) -> None:
        path, number = asked.path.partition("?")[0].rstrip("/"), len(server.asked)
        links = [path + "/a", f"/list?PHPSESSID={number}", f"/calendar?month={number}", f"/s{number}", f"/t{number}"]
        writer.write(answer("".join(f"<a href='{link}'>x</a>" for link in links).join(("<html>", "</html>")).encode()))

    class Endless(dict[str, Any]):
        def get(self, path: str, default: Any = None) -> Any:
            return default if path.endswith((".txt", ".xml", "feed", "rss")) else trap

    server.routes = Endless()
    await discover(server, max_depth=50, max_pages=30)
    asked = [path for path in server.paths() if not path.endswith((".txt", ".xml", "feed", "rss"))]
    assert len(asked) <= 30
    assert not any("?" in path for path in asked)
    assert not any(path.count("/a") > 3 for path in asked)


async def test_a_start_page_nested_beyond_parsing_costs_its_links_alone(server: FaultServer) -> None:
    server.routes |= {
        "/": answer(b"<div>" * 200_000 + b"<a href='/2026/a-story-of-some-length'>A</a>"),
        "/sitemap.xml": urlset(("/2026/11/02/two", None)),
    }
    async with asyncio.timeout(10):
        found = await discover(server)
    assert paths(found) == ["/2026/11/02/two"]


async def test_a_line_of_robots_txt_that_is_no_address_costs_no_sitemap(server: FaultServer) -> None:
    server.routes |= {
        "/": PLAIN_HOME,
        "/robots.txt": answer(f"Sitemap: http://[\nSitemap: {server.url('/map.xml')}".encode()),
        "/map.xml": urlset(("/2026/11/02/two", None)),
    }
    assert "/2026/11/02/two" in paths(await discover(server))


async def test_other_hosts_go_on_while_a_long_feed_is_read(server: FaultServer) -> None:
    """It takes the longest time by far, in which the event loop comes round again and again."""
    server.routes["/"] = feed(*(f"/2026/11/02/a-story-of-number-{number}" for number in range(2_000)))
    pauses = []

    async def come_round() -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(0.001)
            pauses.append(time.monotonic() - began)

    rounds = asyncio.create_task(come_round())
    began = time.monotonic()
    async with Fetcher(make_settings()) as fetcher:
        async for found in discover_site(
            fetcher, SiteSettings(url=server.url("/")), DiscoverSettings(limit=1), KnownSources()
        ):
            if isinstance(found, Candidate):
                break
    took_s = time.monotonic() - began
    await asyncio.sleep(0.01)  # the last round ends
    rounds.cancel()
    assert max(pauses) < took_s / 2
