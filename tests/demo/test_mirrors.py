"""Mirrors of the demo sites: home and section pages stand in them beside the articles."""

import re
from pathlib import Path

import pytest

from fixtures.sites.__main__ import file_name
from fixtures.sites.builder import build_site
from scraper.pipeline import clean_paths
from scraper.records import Article

METADATA = re.compile(rb"<script[^>]*ld\+json.*?</script>|<meta[^>]*(?:og:|article:|twitter:)[^>]*>", re.S)


DATE = b'<meta property="article:published_time" content="2026-11-16"></head>'


def clean_mirror(
    key: str, folder: Path, *, is_bare: bool = False, dated: str = ""
) -> tuple[set[str], set[str], dict[str, str]]:
    """Return the paths of a site's articles, those of its lists, and what became of each path."""
    site = build_site(key, f"http://{key}.example.org")
    files = {folder / f"{key}.example.org" / file_name(path): path for path in site.paths()}
    for file, path in files.items():
        answer = site.answer(path)
        assert answer is not None
        file.parent.mkdir(parents=True, exist_ok=True)
        body = METADATA.sub(b"", answer.body) if is_bare else answer.body
        file.write_bytes(body.replace(b"</head>", DATE) if path == dated else body)
    ends = {
        files[Path(outcome.source)]: "article" if isinstance(outcome, Article) else outcome.code.value
        for outcome in clean_paths([folder])
    }
    articles = {site.theme.article_path(article) for article in site.articles}
    return articles, set(site.paths()) - articles, ends


@pytest.mark.parametrize("key", ["magazine", "component"])
def test_pages_of_other_pages_headlines_are_lists_and_articles_stay(key: str, tmp_path: Path) -> None:
    articles, lists, ends = clean_mirror(key, tmp_path)
    assert {path for path, end in ends.items() if end == "article"} == articles
    assert {ends[path] for path in lists} <= {"listing", "js_shell"}


@pytest.mark.parametrize("key", ["magazine", "component"])
def test_articles_stay_also_where_pages_do_not_say_what_they_are(key: str, tmp_path: Path) -> None:
    articles, _, ends = clean_mirror(key, tmp_path, is_bare=True)
    assert {ends[path] for path in articles} == {"article"}


def test_a_page_that_is_dated_is_no_list_for_its_teasers(tmp_path: Path) -> None:
    _, _, ends = clean_mirror("magazine", tmp_path, dated="/category/news/")
    assert ends["/category/news/"] == "article"
