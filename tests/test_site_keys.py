import pytest

from scraper.errors import UsageError
from scraper.site_keys import make_site_key


@pytest.mark.parametrize(
    ("name", "url", "site"),
    [
        ("host", "https://www.blogs.example.org/ann/1", "blogs.example.org"),
        ("domain", "https://blogs.example.co.uk/ann/1", "example.co.uk"),
        ("domain", "http://127.0.0.1:8701/a", "127.0.0.1:8701"),
        ("path", "https://blogs.example.org/ann/1", "blogs.example.org/ann"),
        ("path", "https://blogs.example.org/about", "blogs.example.org"),
        ("path", "https://blogs.example.org/", "blogs.example.org"),
        (r"/web/\d+/https?://([^/]+)", "https://old.example/web/2020/http://a.example/x", "old.example a.example"),
        (r"/web/\d+/https?://([^/]+)", "https://old.example/about", "old.example"),
    ],
)
def test_a_site_is_what_its_key_says(name: str, url: str, site: str) -> None:
    assert make_site_key(name)(url) == site


@pytest.mark.parametrize("name", ["(", "hots", ""])
def test_a_key_that_names_nothing_is_told(name: str) -> None:
    with pytest.raises(UsageError, match="--site-key"):
        make_site_key(name)


def test_what_is_no_url_has_no_site() -> None:
    for name in ("host", "domain", "path", "/(.*)"):
        with pytest.raises(ValueError, match="no http or https URL"):
            make_site_key(name)("ftp://example.org/x")
