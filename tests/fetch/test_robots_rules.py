import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.fetch.robots_rules import matches, parse_rules, product_token


@pytest.mark.fault(number=35)
@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("/", "/a", True),
        ("/a", "/abc", True),
        ("/a$", "/abc", False),
        ("/a$", "/a", True),
        ("/*.gif$", "/b/c.gif", True),
        ("/*.gif$", "/b/c.gif?d", False),
        ("*", "/a", True),
        ("/a*a$", "/a", False),
        ("/a*b*c", "/axxbyyczz", True),
        ("/a**b", "/a/b", True),
        ("/a*$", "/abc", True),
        ("/a$b", "/a$bc", True),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


# The cases of RFC 9309, sections 2.2.2 and 5.2, and of Google's page on robots.txt, in both orders of the lines.
@pytest.mark.fault(number=35)
@pytest.mark.parametrize(
    ("allow", "disallow", "path", "is_allowed"),
    [
        ("/p", "/", "/page", True),
        ("/p", "/", "/other", False),
        ("/folder", "/folder", "/folder/page", True),
        ("/page", "/*.htm", "/page.htm", False),
        ("/page", "/*.ph", "/page.php5", True),
        ("/$", "/", "/", True),
        ("/$", "/", "/page.htm", False),
        ("/a*.php$", "/a", "/a/b.php", True),
        ("/a*.php$", "/a", "/a/b.php5", False),
        ("/example/page/", "/example/page/disallowed.gif", "/example/page/disallowed.gif", False),
        ("/example/page/", "/example/page/disallowed.gif", "/example/page/allowed.gif", True),
        ("/a%C3%A9", "/", "/aé", True),
        ("/x", "", "/anything", True),
        ("/*?id=", "/*?", "/a?id=1", True),
        ("/*?id=", "/*?", "/a?page=1", False),
    ],
)
@pytest.mark.parametrize("allow_first", [True, False])
def test_the_longest_match_decides(allow: str, disallow: str, path: str, is_allowed: bool, allow_first: bool) -> None:
    lines = [f"Allow: {allow}", f"Disallow: {disallow}"]
    body = "\n".join(["User-agent: *", *(lines if allow_first else reversed(lines))])
    assert parse_rules(body.encode(), "scraper").allows(f"https://a.test{path}") is is_allowed


def test_matching_takes_linear_time() -> None:
    began = time.monotonic()
    assert not matches("/" + "*a" * 500 + "$", "/" + "a" * 2_000 + "b")
    assert time.monotonic() - began < 0.5


@given(st.binary(max_size=500))
def test_whatever_the_bytes_rules_come_out(body: bytes) -> None:
    rules = parse_rules(body, "scraper")
    assert isinstance(rules.allows("https://a.test/a?b"), bool)


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        ("Crawl-delay: 10", 10.0),
        ("Crawl-delay: 2.5", 2.5),
        ("Request-rate: 1/5", 5.0),
        ("Request-rate: 10/1m", 6.0),
        ("Crawl-delay: 1\nRequest-rate: 1/30s", 30.0),
        ("Crawl-delay: -3", 0.0),
        ("Crawl-delay: inf", 0.0),
        ("Crawl-delay: soon", 0.0),
        ("Request-rate: 0/5", 0.0),
    ],
)
def test_pauses_that_a_host_asks_for(lines: str, seconds: float) -> None:
    assert parse_rules(f"User-agent: *\n{lines}\n".encode(), "scraper").crawl_delay_s == seconds


def test_our_own_group_replaces_the_general_one() -> None:
    body = b"User-agent: *\nDisallow: /\nCrawl-delay: 9\n\nuser-agent: Scraper/2 (beta)\nDisallow: /a\n"
    rules = parse_rules(body, "scraper")
    assert rules.allows("https://a.test/b")
    assert not rules.allows("https://a.test/a")
    assert rules.crawl_delay_s == 0.0


def test_sitemaps_belong_to_no_group() -> None:
    body = b"Sitemap: https://a.test/1.xml\nUser-agent: other\nDisallow: /\nsite-map: /2.xml # new\n"
    assert parse_rules(body, "scraper").sitemaps == ("https://a.test/1.xml", "/2.xml")


def test_paths_are_compared_by_their_bytes() -> None:
    rules = parse_rules("User-agent: *\nDisallow: /гавань\nDisallow: /%7euser\nDisallow: /a%2fb\n".encode(), "scraper")
    assert not rules.allows("https://a.test/%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C/1")
    assert not rules.allows("https://a.test/гавань")
    assert not rules.allows("https://a.test/~user")
    assert not rules.allows("https://a.test/a%2Fb")
    assert rules.allows("https://a.test/a/b")


@pytest.mark.parametrize(
    ("user_agent", "token"),
    [("scraper/0.1", "scraper"), ("Harbour-Reader_x/2 (+mailto:a@b)", "Harbour-Reader_x"), ("", "*"), ("9lives", "*")],
)
def test_product_token(user_agent: str, token: str) -> None:
    assert product_token(user_agent) == token
