"""Dates in a page's address."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from scraper.cleaner.metadata.dates import read_date
from scraper.cleaner.metadata.page import PageFacts

# Year, month and day with one mark between them, or eight digits; months of two digits are tried before those of one.
_IN_PATH: Final = re.compile(
    r"/((?:19|20)\d\d)(?:([/_-])(1[0-2]|0?[1-9])\2([12]\d|3[01]|0?[1-9])|(0[1-9]|1[0-2])([0-2]\d|3[01]))(?!\d)"
)
# "/world/2026/aug/21/harbour"; what is no month's name is no date, and a short word of other languages may be anything ("set").
_IN_PATH_WRITTEN: Final = re.compile(
    r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[^\W\d_]{4,12})/([12]\d|3[01]|0?[1-9])(?=/|$)",
    re.I,
)
# "/21/08/2026/harbour": the day comes first, where it can be no month. It is parts of the path or begins one: behind words it is
# the day that the text is about, "/flood-of-31-01-1953". The web's years only: "/28-02-1900/law".
_IN_PATH_REVERSED: Final = re.compile(r"(?<!\d)(1[3-9]|2\d|3[01])(/|(?<=/..)-)(0[1-9]|1[0-2])\2(199\d|20[0-4]\d)(?!\d)")


def in_order_of_address(read: Callable[[PageFacts], str | None]) -> Callable[[PageFacts], str | None]:
    """Return a reader of the same date, day and month changed round where the page's address then has the same day."""

    def read_in_order(page: PageFacts) -> str | None:
        found = read(page)
        turned = found and f"{found[:4]}-{found[8:10]}-{found[5:7]}"
        return f"{turned}{found[10:]}" if found and turned == _date_in_path(page) else found

    return read_in_order


def date_in_address(page: PageFacts) -> str | None:
    """Return the date of a path such as ``/2026/08/21/harbour`` or ``/2026/aug/21/harbour``."""
    return None if page.is_article is False else _date_in_path(page)


def _date_in_path(page: PageFacts) -> str | None:
    try:
        path = urlsplit(page.markup.url or page.markup.canonical or "").path
    except ValueError:
        return None
    if match := _IN_PATH.search(path):
        return read_date(f"{match[1]}-{match[3] or match[5]}-{match[4] or match[6]}")
    if match := _IN_PATH_WRITTEN.search(path):
        return read_date(f"{match[3]} {match[2]} {match[1]}")
    match = _IN_PATH_REVERSED.search(path)
    return read_date(f"{match[4]}-{match[3]}-{match[1]}") if match else None
