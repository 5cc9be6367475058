import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.fetch.discover.links import is_trap, looks_like_article, looks_like_section, read_links


@pytest.mark.parametrize(
    "path",
    [
        "/2026/11/02/harbour-freezes",
        "/news/harbour-freezes-over-in-early-winter",
        "/politik/artikel-1234567.html",
        "/a/harbour_freezes_over_again.php",
        "/story/98765432",
        "/новости/гавань-замерзла-зимой",
        "/2026-11-02/ships-wait",
    ],
)
def test_articles_are_told_by_their_path(path: str) -> None:
    assert looks_like_article("https://a.test" + path)


@pytest.mark.parametrize(
    "path",
    ["/", "/politics", "/2026/11/", "/tag/harbour-in-winter-time", "/about-us", "/author/jane-van-doe", "/search"],
)
def test_sections_and_the_rest_are_not_articles(path: str) -> None:
    assert not looks_like_article("https://a.test" + path)


def test_sections_are_short_paths() -> None:
    assert looks_like_section("https://a.test/politics/")
    assert looks_like_section("https://a.test/category/world/page/2/")
    assert not looks_like_section("https://a.test/login")


@pytest.mark.fault(number=54)
@pytest.mark.parametrize(
    "url",
    [
        "https://a.test/a/a/a/a/b",
        "https://a.test/" + "x" * 2_000,
        "https://a.test/events?month=5&year=2031",
        "https://a.test/list?session=0123",
    ],
)
def test_traps_are_known(url: str) -> None:
    assert is_trap(url)


@pytest.mark.fault(number=54)
def test_sessions_are_no_part_of_links() -> None:
    page = """<a href="/2026/11/02/ships;jsessionid=0A12345B">1</a><a href="/politics;jsessionid=0A12345B?p=2">2</a>
        <a href="/2026/11/02/cows?PHPSESSID=ab1&amp;id=7">3</a><a href="/2026/11/02/cows?id=7&amp;phpsessid=cd2#end">3</a>
        <a href="/about;jsessionid=0A12345B">4</a>"""
    links = read_links(LexborHTMLParser(page), "https://a.test/")
    assert links.articles == ("https://a.test/2026/11/02/ships", "https://a.test/2026/11/02/cows?id=7")
    assert links.sections == ("https://a.test/politics?p=2",)


def test_links_of_the_own_site_are_sorted_and_others_left() -> None:
    page = """<base href="/news/"><a href="harbour-freezes-over-again#top">1</a><a href="/politics">2</a>
        <a href="https://other.test/2026/11/02/a-story-elsewhere">3</a><a href="https://www.a.test/2026/11/02/ships">4</a>
        <a href="mailto:x@a.test">5</a><a href="http://[bad/">6</a><a href="/photo-of-the-day-7.jpg">7</a>
        <a rel="next" href="?page=2">8</a><a rel="next" href="https://other.test/more">9</a>"""
    links = read_links(LexborHTMLParser(page), "https://a.test/")
    assert links.articles == ("https://a.test/news/harbour-freezes-over-again", "https://www.a.test/2026/11/02/ships")
    assert links.sections == ("https://a.test/politics", "https://a.test/news/?page=2")
