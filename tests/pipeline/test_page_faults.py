"""Pages that come with 200 and are no article. None becomes a record, and none replaces one."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scraper.reasons import PageClass
from scraper.store import Store
from scraper.urls import url_key
from tests.fetch.fault_server import Asked, FaultServer, Route, answer, reset
from tests.pipeline.one_page import ARTICLE, SENTENCES, run, serve

STUB = (
    "<html lang=en><title>Harbour</title><script type='application/ld+json'>"
    '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour", "isAccessibleForFree": false}'
    "</script><body><article><h1>Harbour</h1><p>Sentence number 0 tells of the harbour in winter.</p>"
    "<div class='paywall'><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div></article></body></html>"
)
CHALLENGE = (
    "<html lang=en><head><title>Just a moment...</title><meta http-equiv='refresh' content='390'></head><body>"
    "<h1>Checking your browser before accessing the site</h1><p>Verify you are human by completing the action below.</p>"
    "<noscript>Enable JavaScript and cookies to continue</noscript><div id='cf-challenge'></div></body></html>"
)
CONSENT = (
    "<html lang=en><title>Before you continue</title><body><form action='/save'><h1>Before you continue</h1>"
    "<p>We and our partners use cookies and data to deliver and maintain our services and to measure ads.</p>"
    "<p>If you choose to accept, you consent to this use; our privacy policy says more.</p>"
    "<button>Accept all</button><button>Reject all</button></form></body></html>"
)
GONE = (
    "<html lang=en><title>Page not found</title><body>"
    "<h1>Page not found</h1><p>The page you were looking for is gone.</p></body></html>"
)


@pytest.mark.fault(number=46)
@pytest.mark.parametrize(
    ("page", "page_class"), [(CHALLENGE, "challenge"), (GONE, "soft404")], ids=["challenge", "soft404"]
)
def test_a_page_that_is_no_article_is_a_class(
    httpserver: HTTPServer, tmp_path: Path, page: str, page_class: str
) -> None:
    heard, records = run(tmp_path, serve(httpserver, "/2026/story", page))
    assert records == []
    assert [(event.reason, event.page_class) for event in heard.events] == [(page_class, page_class)]


@pytest.mark.fault(number=47)
def test_a_redirect_to_a_consent_page_is_no_article(httpserver: HTTPServer, tmp_path: Path) -> None:
    consent = serve(httpserver, "/consent", CONSENT)
    httpserver.expect_request("/2026/story").respond_with_data(status=302, headers={"Location": consent})
    heard, records = run(tmp_path, httpserver.url_for("/2026/story"))
    assert records == []
    assert [event.reason for event in heard.events] == ["consent"]


@pytest.mark.fault(number=19)
@pytest.mark.fault(number=20)
@pytest.mark.fault(number=21)
@pytest.mark.parametrize("once", [answer(b"oops", 500), reset, b""], ids=["500", "reset", "empty-reply"])
async def test_what_fails_once_is_asked_for_again_and_is_one_article(tmp_path: Path, once: Route) -> None:
    async def fail_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if server.paths() != ["/2026/story"]:
            writer.write(answer(ARTICLE.encode()))
        elif isinstance(once, bytes):
            writer.write(once)
        else:
            await reset(asked, writer)

    async with FaultServer() as server:
        server.routes["/2026/story"] = fail_once
        heard, records = await asyncio.to_thread(run, tmp_path, server.url("/2026/story"))
    assert [(event.outcome, event.attempts) for event in heard.events] == [("new", 2)]
    assert [record["title"] for record in records] == ["Harbour"]


@pytest.mark.fault(number=66)
def test_two_articles_with_nearly_the_same_text_are_two_records(httpserver: HTTPServer, tmp_path: Path) -> None:
    corrected = ARTICLE.replace("Harbour", "Harbour, once more").replace("number 13", "thirteen")
    urls = [serve(httpserver, f"/2026/{name}", page) for name, page in (("one", ARTICLE), ("two", corrected))]
    _, records = run(tmp_path, *urls)
    assert {record["url"] for record in records} == set(urls)
    first, second = records
    assert (first["duplicate_of"], second["duplicate_of"]) == (None, first["id"])


WORDLESS = ARTICLE.replace("harbour", "Hafen").replace("Sentence number", "Satz")
"""A page that passes for an article in every word: only that it stands at many addresses gives it away."""


@pytest.mark.fault(number=48)
def test_one_soft_404_on_fifty_urls_is_no_article(httpserver: HTTPServer, tmp_path: Path) -> None:
    urls = [serve(httpserver, f"/2026/story-{n}", WORDLESS) for n in range(50)]
    heard, records = run(tmp_path, *urls)
    assert records == []
    assert Counter((event.reason, event.page_class) for event in heard.events) == {("repeated", "repeated"): 50}


def test_one_article_in_three_sections_is_one_article(httpserver: HTTPServer, tmp_path: Path) -> None:
    urls = [serve(httpserver, f"/{section}/story", ARTICLE) for section in ("politics", "world", "home")]
    heard, records = run(tmp_path, *urls)
    assert len(records) == 1
    assert Counter(event.reason for event in heard.events) == {None: 1, "duplicate": 2}


@pytest.mark.fault(number=49)
def test_a_paywall_stub_leaves_the_full_text(httpserver: HTTPServer, tmp_path: Path) -> None:
    url = serve(httpserver, "/2026/story", ARTICLE)
    _, (full,) = run(tmp_path, url)
    httpserver.clear()
    serve(httpserver, "/2026/story", STUB)
    heard, records = run(tmp_path, url)
    assert [event.reason for event in heard.events] == ["paywall"]
    assert records == [full]


def test_a_paywall_stub_is_a_record_where_that_is_asked_for_until_the_full_text_comes(
    httpserver: HTTPServer, tmp_path: Path
) -> None:
    also = frozenset({PageClass.PAYWALL})
    for page in (STUB, ARTICLE, STUB):
        httpserver.clear()
        url = serve(httpserver, "/2026/story", page)
        heard, records = run(tmp_path, url, also=also)
    assert [record["page_class"] for record in records] == ["paywall", "article"]
    assert [(event.reason, event.detail) for event in heard.events] == [
        ("paywall", "the article that the address gave before is kept")
    ]


def test_an_unchanged_page_stays_of_its_class(httpserver: HTTPServer, tmp_path: Path) -> None:
    url = serve(httpserver, "/2026/story", STUB)
    for _ in range(2):
        heard, records = run(tmp_path, url, also=frozenset({PageClass.PAYWALL}))
    assert (len(records), heard.events[0].outcome) == (1, "unchanged")
    with Store(tmp_path / "s.sqlite") as store:
        story = store.history.find(url_key(url))
    assert story is not None
    assert story.page_class == "paywall"


CANONICAL = '<link rel="canonical" href="/2026/story"><title>'


def test_the_full_text_at_another_address_takes_the_place_of_a_stub(httpserver: HTTPServer, tmp_path: Path) -> None:
    also = frozenset({PageClass.PAYWALL})
    for path, page in (("/2026/story", STUB), ("/amp/2026/story", ARTICLE), ("/2026/story", STUB)):
        url = serve(httpserver, path, page.replace("<title>", CANONICAL))
        heard, records = run(tmp_path, url, also=also)
    assert [(record["page_class"], record["version"]) for record in records] == [("paywall", 1), ("article", 2)]
    assert len({record["id"] for record in records}) == 1
    assert [event.outcome for event in heard.events] == ["unchanged"]


def test_a_stub_whose_wall_falls_becomes_an_article_of_the_same_text(httpserver: HTTPServer, tmp_path: Path) -> None:
    open_stub = STUB.replace('"isAccessibleForFree": false', '"isAccessibleForFree": true')
    text = SENTENCES.split("</p>")[0].removeprefix("<p>")
    for page in (STUB, open_stub):
        httpserver.clear()
        url = serve(httpserver, "/2026/story", page.replace("Sentence number 0 tells of the harbour in winter.", text))
        _, records = run(tmp_path, url, also=frozenset({PageClass.PAYWALL}))
    assert [record["page_class"] for record in records] == ["paywall", "article"]
    assert records[1]["changed_fields"] == ["page_class"]


def test_the_class_that_is_told_of_a_page_is_that_of_its_record(httpserver: HTTPServer, tmp_path: Path) -> None:
    for page in (ARTICLE, STUB, ARTICLE):
        httpserver.clear()
        url = serve(httpserver, "/2026/story", page)
        run(tmp_path, url)
    with Store(tmp_path / "s.sqlite") as store:
        story = store.history.find(url_key(url))
    assert story is not None
    assert (story.outcome, story.page_class) == ("unchanged", "article")
