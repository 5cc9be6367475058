import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/archives/2025/12/16/harbour", "2025-12-16"),
        ("/articles/2025-11-05+harbour", "2025-11-05"),
        ("/2026/8/1/harbour", "2026-08-01"),
        ("/2025/10/31", "2025-10-31"),
        ("/20260821-harbour", "2026-08-21"),
        ("/2025/1216/harbour", None),
        ("/202611/12345", None),
        ("/2024/12345", None),
        ("/2026/02/31/harbour", None),
    ],
)
def test_a_date_in_the_address_is_read_whole_or_not_at_all(path, day):
    tree = LexborHTMLParser("<title>Harbour</title><h1>Harbour</h1><p>Text.</p>")
    assert extract_metadata(tree, f"https://example.org{path}").published == day
