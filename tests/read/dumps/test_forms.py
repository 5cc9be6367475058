"""The same pages in every form give the same records."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from fixtures.sites.server import serve_sites
from scraper.cleaner import clean_page
from scraper.read import read_paths
from scraper.records import Article, Page
from scraper.settings import CleanSettings
from tests.read.dumps.making import FORMS, SavedPage, fetch

SAME = (
    "id",
    "url",
    "site",
    "title",
    "authors",
    "published",
    "modified",
    "section",
    "tags",
    "language",
    "description",
    "text",
)


@pytest.fixture(scope="module")
def pages() -> Iterator[list[SavedPage]]:
    """Two articles of each demo site, in three languages and two encodings."""
    with serve_sites() as sites:
        yield [fetch(site.article_url(article)) for site in sites.values() for article in site.articles[:2]]


def clean(page: Page) -> Article:
    outcome = clean_page(page, CleanSettings(second_opinion=False))
    assert isinstance(outcome, Article), outcome
    return outcome


def expected(pages: Sequence[SavedPage]) -> dict[str, Article]:
    return {
        page.url: clean(Page(body=page.body, source=page.url, url=page.url, media_type="text/html")) for page in pages
    }


@pytest.mark.parametrize("name", FORMS)
def test_the_same_pages_give_the_same_records(name: str, pages: list[SavedPage], tmp_path: Path) -> None:
    form = FORMS[name]
    if not form.is_there:
        pytest.skip(f"{form.tool} is not installed: `make dump-tools`")
    read = list(read_paths([form.make(pages, tmp_path)]))
    found = [clean(page) for page in read if isinstance(page, Page)]
    assert [item for item in read if not isinstance(item, Page)] == []
    wanted = expected(pages)
    assert sorted(str(article.url) for article in found) == sorted(wanted)
    for article in found:
        fields = [field for field in SAME if field not in form.loses]
        told = {field: getattr(article, field) for field in fields}
        assert told == {field: getattr(wanted[str(article.url)], field) for field in fields}
        assert (article.url_source, article.date_source) == (form.url_source, form.date_source)
        assert (article.fetched_at is None) == (form.date_source is None)
