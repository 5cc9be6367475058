"""A row of a table to the page in it: which columns hold the page, its address and its date."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from scraper.read.files import make_page
from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.kinds import HTML_COLUMNS
from scraper.read.origins import Origin, in_utc
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

_MORE_HTML_COLUMNS: Final = (*HTML_COLUMNS, "content", "body", "raw", "response", "data")
_URL_COLUMNS: Final = (
    "url",
    "final_url",
    "page_url",
    "source_url",
    "original_url",
    "target_uri",
    "uri",
    "link",
    "href",
)
# "date" and the like are left alone: they mean when the article was published.
_DATE_COLUMNS: Final = (
    *("fetched_at", "fetch_time", "fetch_date", "fetched", "crawled_at", "crawl_time", "crawl_date", "scraped_at"),
    *("retrieved_at", "downloaded_at", "saved_at", "timestamp"),
)
_COLUMNS_TOLD: Final = 12


def make_row_page(opened: Input, row: Mapping[str, Any], place: str) -> Page | Skipped:
    """Return the page in a row, or why there is none.

    Args:
        opened: The table.
        row: Its cells by their columns' names.
        place: Of the row, with the mark before it.
    """
    settings = opened.settings
    html = _find(row, settings.html_column, _MORE_HTML_COLUMNS)
    url = _find(row, settings.url_column, _URL_COLUMNS)
    if not html:
        return opened.skip(Reason.EMPTY, _say_no_page(row, settings.html_column), place=place, url=url)
    date = _find(row, settings.date_column, _DATE_COLUMNS)
    origin = Origin(url=url, url_source="column", date=read_date(date) if date else None, date_source="column")
    body = html.encode("utf-8", "replace")
    if len(body) > MAX_PAGE_BYTES:
        return opened.skip(Reason.TOO_LARGE, f"page over {MAX_PAGE_BYTES:,} bytes", place=place, url=url)
    return make_page(
        replace(opened, source=f"{opened.source}{place}"), body, "text/html", carried=origin, charset="utf-8"
    )


def find_missing(row: Mapping[str, Any], settings: ReadSettings) -> str | None:
    """Return what the first row of a table, or its head, lacks of what every row must have; ``None`` when it has it all.

    That is a column of pages, and the columns that the user has named.
    """
    if not _has(row, settings.html_column, _MORE_HTML_COLUMNS):
        return _say_no_page(row, settings.html_column)
    return next(_find_unnamed(row, settings), None)


def find_bad_date(row: Mapping[str, Any], settings: ReadSettings) -> str | None:
    """Return what is wrong with the date in a row, where the user has named its column."""
    named = settings.date_column
    date = _find(row, named, ()) if named else None
    if date is None or read_date(date):
        return None
    return (
        f"{date[:40]!r} in column {named} is no date: write it as 2026-05-01, 2026-05-01T09:30:00Z or seconds from 1970"
    )


def read_date(text: str) -> str | None:
    """Return a moment in ISO 8601, or in seconds from 1970, as ISO 8601 in UTC; ``None`` for anything else.

    >>> read_date("1777593600"), read_date("2026-05-01"), read_date("01.05.2026")
    ('2026-05-01T00:00:00+00:00', '2026-05-01T00:00:00+00:00', None)
    """
    try:
        if text.replace(".", "", 1).isdigit() and len(text.partition(".")[0]) >= 9:
            seconds = float(text)
            return in_utc(datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC))
        return in_utc(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError, OSError):
        return None


def _find_unnamed(row: Mapping[str, Any], settings: ReadSettings) -> Iterator[str]:
    for option, name in (("--url-column", settings.url_column), ("--date-column", settings.date_column)):
        if name and not _has(row, name, ()):
            yield f"no column {name} ({option}): name one of {_list_columns(row)}"


def _say_no_page(row: Mapping[str, Any], named: str | None) -> str:
    wanted = f"column {named}" if named else f"columns {', '.join(HTML_COLUMNS[:2])}..."
    return f"no page in this row ({wanted}): name its column with --html-column, one of {_list_columns(row)}"


def _list_columns(row: Mapping[str, Any]) -> str:
    return ", ".join(str(name) for name in [*row][:_COLUMNS_TOLD])[:200]


def _has(row: Mapping[str, Any], named: str | None, usual: tuple[str, ...]) -> bool:
    """Whether a row has a column, with or without a value."""
    if named is None:
        return not {str(key).lower() for key in row}.isdisjoint(usual)
    if named in row:
        return True
    first, *rest = named.split(".")
    value = row.get(first)
    # What is null in this row may be an object in others.
    return (
        first in row
        and bool(rest)
        and (value is None or (isinstance(value, Mapping) and _has(value, ".".join(rest), ())))
    )


def _find(row: Mapping[str, Any], named: str | None, usual: tuple[str, ...]) -> str | None:
    """The text in the named column, a dot leading into objects; else in the first of the usual ones that has any."""
    if named:
        value: Any = row
        for part in (named,) if named in row else named.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return str(value) if isinstance(value, str | int | float) and value != "" else None
    lower = {str(key).lower(): value for key, value in row.items() if key}
    return next((value for name in usual if isinstance(value := lower.get(name), str) and value.strip()), None)
