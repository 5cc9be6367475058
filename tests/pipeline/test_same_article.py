"""One article at many addresses is one record: by URL key, by where redirects end, by canonical URL, by its text."""

from collections import Counter
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.pipeline.one_page import ARTICLE, run, serve

MENU = "<nav><a href='/'>Home</a> <a href='/politics'>Politics</a></nav>"


def with_canonical(page: str, url: str) -> str:
    return page.replace("<title>", f"<link rel=canonical href='{url}'><title>")


def test_the_same_url_key_is_fetched_once(httpserver: HTTPServer, tmp_path: Path) -> None:
    url = serve(httpserver, "/story", ARTICLE)
    _, records = run(tmp_path, url, url + "?utm_source=feed", url + "#part", url.replace("http:", "HTTP:"))
    assert len(records) == 1
    assert [request.path for request, _ in httpserver.log].count("/story") == 1


@pytest.mark.parametrize("case", ["final", "canonical", "text"])
def test_another_address_of_the_article_is_a_duplicate(httpserver: HTTPServer, tmp_path: Path, case: str) -> None:
    url = httpserver.url_for("/story")
    serve(httpserver, "/story", with_canonical(ARTICLE, url) if case == "canonical" else ARTICLE)
    other = httpserver.url_for("/other")
    if case == "final":
        httpserver.expect_request("/other").respond_with_data(status=302, headers={"Location": url})
    elif case == "canonical":
        serve(httpserver, "/other", with_canonical(ARTICLE.replace("number 13", "thirteen"), url))
    else:
        serve(httpserver, "/other", ARTICLE.replace("<article>", MENU + "<article>"))
    heard, (record,) = run(tmp_path, url, other)
    assert record["url"] == url
    assert Counter(event.reason for event in heard.events) == {None: 1, "duplicate": 1}


def test_a_canonical_url_on_the_home_page_or_another_domain_is_none(httpserver: HTTPServer, tmp_path: Path) -> None:
    pages = {"/one": httpserver.url_for("/"), "/two": "https://elsewhere.example/story"}
    urls = [
        serve(httpserver, path, with_canonical(ARTICLE.replace("Harbour", path), said)) for path, said in pages.items()
    ]
    _, records = run(tmp_path, *urls)
    assert {record["url"] for record in records} == set(urls)
    assert [record["canonical_url"] for record in records] == [None, None]
