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


def test_an_address_with_blanks_can_be_fetched_and_is_the_same_page():
    found = canonical_of(" https://daily.example/Car Rental?q=a b ", "https://daily.example/car")
    assert found == "https://daily.example/Car%20Rental?q=a%20b"
    assert urls.url_key(found) == urls.url_key("https://daily.example/Car Rental?q=a b")


def test_no_list_of_suffixes_is_asked_where_the_last_labels_differ(monkeypatch):
    monkeypatch.setattr(urls, "registrable_domain", lambda _: pytest.fail("asked"))
    assert canonical_of("https://daily.example/a", "https://weekly.example/a") is None
    assert canonical_of("https://daily.example/a", "https://daily.test/a") is None
