"""Addresses in metadata."""

import pytest

from scraper import urls
from scraper.cleaner.metadata.addresses import canonical_of


@pytest.mark.parametrize(
    ("canonical", "url", "is_own"),
    [
        ("https://daily.example/a", "https://www.daily.example/a?x=1", True),
        ("https://news.example.org/a", "https://m.example.org/a", True),
        ("https://example.org./a", "https://m.example.org/a", True),
        ("https://daily.co.uk/a", "https://m.daily.co.uk/a", True),
        ("https://daily.co.uk/a", "https://weekly.co.uk/a", False),
        ("https://daily.example/a", "https://weekly.example/a", False),
    ],
)
def test_a_canonical_address_is_on_the_pages_domain(canonical, url, is_own):
    assert canonical_of(canonical, url) == (canonical if is_own else None)


def test_no_list_of_suffixes_is_asked_where_the_last_labels_differ(monkeypatch):
    monkeypatch.setattr(urls, "registrable_domain", lambda _: pytest.fail("asked"))
    assert canonical_of("https://daily.example/a", "https://weekly.example/a") is None
    assert canonical_of("https://daily.example/a", "https://daily.test/a") is None
