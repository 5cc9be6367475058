import gzip
import time

import pytest

from scraper.errors import FetchError
from scraper.fetch.discover.sitemaps import MAX_ENTRIES, MAX_NEWS, SitemapEntry, drop_old_news, is_sitemap, read_sitemap
from scraper.reasons import Reason

URL = "https://a.test/sitemap.xml"
URLSET = "<urlset xmlns='{space}'>{urls}</urlset>"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(body: str | bytes) -> list[tuple[str, str | None]]:
    data = body.encode() if isinstance(body, str) else body
    return [(page.url, page.date) for page in read_sitemap(data, URL).pages]


ONE = "<url><loc>https://a.test/1</loc><lastmod>2026-11-02</lastmod></url>"


@pytest.mark.fault(number=53)
@pytest.mark.parametrize(
    "body",
    [
        URLSET.format(space=SPACE, urls=ONE),
        URLSET.format(space="http://www.google.com/schemas/sitemap/0.84", urls=ONE),
        "<urlset>" + ONE + "</urlset>",
        f"<s:urlset xmlns:s='{SPACE}'>{ONE.replace('</', '</s:').replace('<', '<s:').replace('<s:/s:', '</s:')}</s:urlset>",
        "\ufeff\n" + URLSET.format(space=SPACE, urls=ONE),
        URLSET.format(space=SPACE, urls=ONE.replace("https://a.test/1", "\n <![CDATA[https://a.test/1]]> \n")),
        URLSET.format(space=SPACE, urls=ONE.replace("https://a.test/1", "/1")),
        URLSET.format(space=SPACE, urls=ONE + "<url><loc>https://a.test/2")[:-9],
        URLSET.format(space=SPACE, urls=ONE + "<url><loc>http://[bad/</loc></url>"),
    ],
    ids=["plain", "old-space", "no-space", "prefix", "bom", "cdata", "relative", "cut-off", "bad-url"],
)
def test_lists_are_read_however_they_are_written(body: str) -> None:
    assert ("https://a.test/1", "2026-11-02") in pages(body)


def test_news_dates_and_titles_count_before_lastmod() -> None:
    body = (
        f"<urlset xmlns='{SPACE}' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' xmlns:i='urn:image'><url>"
        "<loc>https://a.test/1</loc><lastmod>2026-11-05</lastmod><i:image><i:loc>https://a.test/1.jpg</i:loc></i:image>"
        "<n:news><n:publication_date>2026-11-02T08:00Z</n:publication_date><n:title>One</n:title></n:news></url></urlset>"
    )
    (page,) = read_sitemap(body.encode(), URL).pages
    assert (page.url, page.date, page.title) == ("https://a.test/1", "2026-11-02T08:00Z", "One")


def test_an_index_lists_sitemaps() -> None:
    body = f"<sitemapindex xmlns='{SPACE}'><sitemap><loc>/a.xml.gz</loc><lastmod>2026-11-02</lastmod></sitemap></sitemapindex>"
    found = read_sitemap(body.encode(), URL)
    assert [(child.url, child.date) for child in found.children] == [("https://a.test/a.xml.gz", "2026-11-02")]
    assert found.pages == ()


def test_gzip_is_told_by_its_bytes_also_twice_and_cut_off() -> None:
    body = URLSET.format(space=SPACE, urls=ONE).encode()
    assert len(pages(gzip.compress(body))) == 1
    assert len(pages(gzip.compress(gzip.compress(body)))) == 1
    many = URLSET.format(space=SPACE, urls=ONE * 5_000).encode()
    packed = gzip.compress(many, 1)
    assert 0 < len(pages(packed[: len(packed) // 2])) < 5_000


@pytest.mark.parametrize("tail", [b"\nEND garbage", bytes(512)])
def test_bytes_after_the_end_of_gzip_cost_nothing(tail: bytes) -> None:
    body = URLSET.format(space=SPACE, urls=ONE).encode()
    assert len(pages(gzip.compress(body) + tail)) == 1


@pytest.mark.fault(number=7)
@pytest.mark.parametrize("layers", [1, 2])
def test_a_sitemap_bomb_is_too_large(layers: int) -> None:
    bomb = b"<urlset>" + bytes(60_000_000)
    for _ in range(layers):
        bomb = gzip.compress(bomb)
    with pytest.raises(FetchError) as caught:
        read_sitemap(bomb, URL)
    assert caught.value.code is Reason.TOO_LARGE


@pytest.mark.fault(number=53)
def test_no_more_than_50_000_entries_are_taken() -> None:
    body = "".join(f"<url><loc>https://a.test/{n}</loc></url>" for n in range(MAX_ENTRIES + 1))
    assert len(pages("<urlset>" + body + "</urlset>")) == MAX_ENTRIES
    index = "<sitemapindex>" + body.replace("url>", "sitemap>") + "</sitemapindex>"
    assert len(read_sitemap(index.encode(), URL).children) == MAX_ENTRIES


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_lines_is_a_sitemap_too(charset: str) -> None:
    assert pages("https://a.test/1\r\nnothing\nhttps://a.test/2\n".encode(charset)) == [
        ("https://a.test/1", None),
        ("https://a.test/2", None),
    ]


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_sitemap_in_utf_16_is_one(charset: str) -> None:
    body = f"<?xml version='1.0' encoding='{charset}'?>\n" + URLSET.format(space=SPACE, urls=ONE)
    for data in (body.encode(charset), gzip.compress(body.encode(charset))):
        assert is_sitemap(data)
        assert pages(data) == [("https://a.test/1", "2026-11-02")]


@pytest.mark.parametrize(
    "written",
    ["/1?a=1&b=2", "/1?a=1&amp;b=2", "/1?a=1&#38;b=2", "<![CDATA[/1?a=1&b=2]]>"],
    ids=["bare", "escaped", "number", "cdata"],
)
def test_an_address_with_an_ampersand_is_that_address(written: str) -> None:
    alternate = written if written.startswith("/") else "/1?a=1&amp;b=2"
    body = (
        f"<urlset xmlns:x='urn:x'><url><loc>{written}</loc><x:link hreflang='de' href='/de{alternate}'/></url></urlset>"
    )
    assert [url for url, _ in pages(body)] == ["https://a.test/de/1?a=1&b=2", "https://a.test/1?a=1&b=2"]


def test_ampersands_and_sections_without_end_cost_no_time() -> None:
    start = time.process_time()
    pages(URLSET.format(space=SPACE, urls=ONE + "<![CDATA[&" * 200_000))
    assert time.process_time() - start < 2


@pytest.mark.parametrize("body", [b"", b"<html><p>Not found", b"\x1f\x8bbroken", b"no URLs", b"<rss><channel/></rss>"])
def test_what_is_no_sitemap_is_undecodable(body: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        read_sitemap(body, URL)
    assert caught.value.code is Reason.UNDECODABLE


def test_entities_and_foreign_files_are_not_read() -> None:
    body = (
        "<!DOCTYPE urlset [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"
        "<urlset><url><loc>https://a.test/&secret;</loc></url>" + ONE + "</urlset>"
    )
    assert ("https://a.test/1", "2026-11-02") in pages(body)
    assert all("&" not in url and len(url) < 20 for url, _ in pages(body))


NEWS = "<url><loc>https://a.test/{n}</loc><news:news><news:publication_date>{date}</news:publication_date></news:news></url>"
NEWS_SPACE = "http://www.google.com/schemas/sitemap-news/0.9"


def news(*dates: str, more: str = "") -> list[SitemapEntry]:
    urls = "".join(NEWS.format(n=n, date=date) for n, date in enumerate(dates)) + more
    return list(read_sitemap(f"<urlset xmlns='{SPACE}' xmlns:news='{NEWS_SPACE}'>{urls}</urlset>".encode(), URL).pages)


def test_news_older_than_two_days_before_the_newest_are_left_out() -> None:
    dates = ("2026-11-20T08:00:00Z", "2026-11-18T08:00:00Z", "2026-11-18T09:59:59+02:00", "2026-11-01", "yesterday")
    found = news(*dates, more=ONE.replace("/1<", "/dated-by-its-change<"))
    kept = [page.url.rpartition("/")[2] for page in drop_old_news(found, by_date=True)]
    assert kept == ["0", "1", "4", "dated-by-its-change"], "what has no date, or another kind of date, stays"
    assert drop_old_news(found, by_date=False) == found


@pytest.mark.parametrize("by_date", [True, False])
def test_no_more_than_the_thousand_newest_news_are_taken(by_date: bool) -> None:
    dates = [f"2026-11-20T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z" for n in range(MAX_NEWS + 5)]
    kept = drop_old_news(news(*dates), by_date=by_date)
    assert len(kept) == MAX_NEWS
    assert {page.date for page in kept} == set(dates[5:])


def test_versions_in_other_languages_on_the_same_site_are_pages_too() -> None:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{href}"/>'
        for language, href in (
            ("en", "https://a.test/1"),
            ("de", "https://www.a.test/de/1"),
            ("fr", "/fr/1"),
            ("es", "https://es.other.test/1"),
            ("x-default", "https://a.test/choose"),
            ("it", "http://[bad/"),
        )
    )
    body = f"<urlset xmlns='{SPACE}' xmlns:xhtml='http://www.w3.org/1999/xhtml'>"
    body += (
        ONE.replace("</url>", links + "</url>") + "<url><loc>/fr/1</loc><lastmod>2026-11-09</lastmod></url></urlset>"
    )
    assert sorted(pages(body)) == [
        ("https://a.test/1", "2026-11-02"),
        ("https://a.test/fr/1", "2026-11-09"),
        ("https://www.a.test/de/1", "2026-11-02"),
    ]


def test_the_address_and_title_of_a_picture_are_not_the_pages() -> None:
    picture = "<image:image><image:loc>https://a.test/1.jpg</image:loc><image:title>A ship</image:title></image:image>"
    body = f"<urlset xmlns='{SPACE}' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"
    (page,) = read_sitemap((body + ONE.replace("<loc>", picture + "<loc>") + "</urlset>").encode(), URL).pages
    assert (page.url, page.title) == ("https://a.test/1", None)


def test_prefixes_that_nobody_declared_are_read_as_meant() -> None:
    (page,) = read_sitemap(("<urlset>" + NEWS.format(n=1, date="2026-11-20") + "</urlset>").encode(), URL).pages
    assert (page.url, page.date, page.is_news) == ("https://a.test/1", "2026-11-20", True)


def test_half_a_character_costs_no_entry() -> None:
    halves = (
        "<url><loc>https://a.test/1?&#55357;&#56832;</loc></url><url><loc>https://a.test/2</loc><x>&#xD83D;</x></url>"
    )
    found = read_sitemap(f"<urlset>{halves}</urlset>".encode(), "https://a.test/map.xml")
    assert [page.url for page in found.pages] == ["https://a.test/1?😀", "https://a.test/2"]
