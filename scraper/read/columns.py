"""A row of a table to the page in it: which columns hold the page, its address and its date."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final

from scraper.read.cells import CutCellError, decode_cell, without_bytes
from scraper.read.files import make_page
from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.kinds import HTML_COLUMNS
from scraper.read.origins import Origin, in_utc
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings
from scraper.urls import host_of, trim

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
_SHAPES: Final = (
    "write an object for each page, one a line (JSON Lines), one after another, or in a list ([{...}, {...}])"
)
_HTML_OPTION: Final = "--html-column"

_ADDRESS: Final = "address"
_DATE: Final = "date"
CELLS_TOLD: Final = (_ADDRESS, _DATE)
"""What is left out of a row with a warning where it cannot be read."""


def make_row_page(opened: Input, row: Mapping[str, Any], place: str) -> Page | Skipped:
    """Return the page in a row, or why there is none.

    Args:
        opened: The table.
        row: Its cells by their columns' names.
        place: Of the row, with the mark before it.
    """
    settings = opened.settings
    html = _find(row, settings.html_column, _MORE_HTML_COLUMNS)
    url = _find_url(row, settings)
    if not html:
        return opened.skip(Reason.EMPTY, _say_no_page(row, settings.html_column), place=place, url=url)
    date = _find(row, settings.date_column, _DATE_COLUMNS)
    origin = Origin(url=url, url_source="column", date=read_date(date) if date else None, date_source="column")
    try:
        body, charset = decode_cell(html)
    except CutCellError as exc:
        return opened.skip(Reason.TRUNCATED, str(exc), place=place, url=url)
    if len(body) > MAX_PAGE_BYTES:
        return opened.skip(Reason.TOO_LARGE, f"page over {MAX_PAGE_BYTES:,} bytes", place=place, url=url)
    return make_page(
        replace(opened, source=f"{opened.source}{place}"), body, "text/html", carried=origin, charset=charset
    )


class Trial:
    """What the first rows of a table have of what its rows must have: a page, and what stands in the columns that were named.

    One row alone says little: writers of JSON leave out what is null, and a date may be unknown.
    """

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        named = (("--url-column", settings.url_column), ("--date-column", settings.date_column))
        self._lacking: list[tuple[str, str | None, tuple[str, ...]]] = [
            (_HTML_OPTION, settings.html_column, _MORE_HTML_COLUMNS),
            *((option, name, ()) for option, name in named if name),
        ]
        self._columns: dict[str, Any] = {}
        self._faults: dict[str, str] = {}
        self._has_url = settings.url_column is None
        self._has_date = settings.date_column is None

    def add(self, row: Mapping[str, Any]) -> None:
        """Look at one more row, or at the head of a table that has one."""
        for name, value in row.items():
            inner = dict.fromkeys(value) if isinstance(value, Mapping) else None
            self._columns.setdefault(name, [{}] if _has_objects(value) else inner)  # lets go of the row
        self._lacking = [wanted for wanted in self._lacking if not _has(row, *wanted[1:])]
        self._faults = find_bad_cells(row, self._settings) | self._faults
        self._has_url = self._has_url or _find_url(row, self._settings) is not None
        self._has_date = self._has_date or _find_date(row, self._settings) is not None

    @property
    def is_passed(self) -> bool:
        """Whether no other row can change that the table is read."""
        return not self._lacking and self._has_url and self._has_date

    def find_missing(self) -> str | None:
        """Return what no row has had so far, for a person: a column of pages, or one that the user has named."""
        for option, name, _ in self._lacking:
            if option == _HTML_OPTION:
                return _say_no_page(self._columns, name)
            return f"no column {name} ({option}): name one of {_list_columns(self._columns)}"
        return None

    def find_fault(self) -> str | None:
        """Return why the table is none that is meant: a column is missing, or of one that was named nothing can be read."""
        bad_url = None if self._has_url else self._faults.get(_ADDRESS)
        bad_date = None if self._has_date else self._faults.get(_DATE)
        return self.find_missing() or bad_url or bad_date


def find_bad_cells(row: Mapping[str, Any], settings: ReadSettings) -> dict[str, str]:
    """Return what is wrong, by ``CELLS_TOLD``, with the address in a row, and with the date where the user has named its column."""
    faults: dict[str, str] = {}
    url = _find(row, settings.url_column, _URL_COLUMNS)
    if url and not _find_url(row, settings):
        name = settings.url_column or next(name for name in row if str(name).lower() in _URL_COLUMNS)
        faults[_ADDRESS] = f"{url[:40]!r} in column {name} is not an address: write it with https:// before it"
    date = _find(row, settings.date_column, ()) if settings.date_column else None
    if date and not read_date(date):
        known = "2026-05-01, 2026-05-01T09:30:00Z or seconds from 1970"
        faults[_DATE] = f"{date[:40]!r} in column {settings.date_column} is not a date: write it as {known}"
    return faults


def _read_url(text: str) -> str | None:
    """Return an address as browsers take it; ``None`` for what is no absolute one of the web."""
    url = trim(without_bytes(text))
    try:
        host_of(url)
    except ValueError:
        return None
    return url


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


def _find_date(row: Mapping[str, Any], settings: ReadSettings) -> str | None:
    date = _find(row, settings.date_column, ()) if settings.date_column else None
    return read_date(date) if date else None


def _say_no_page(row: Mapping[str, Any], named: str | None) -> str:
    wanted = f"column {named}" if named else f"columns {', '.join(HTML_COLUMNS[:2])}..."
    told = f"no page in this row ({wanted}): name its column with {_HTML_OPTION}, one of {_list_columns(row)}"
    lists = [name for name, value in row.items() if _has_objects(value)]
    if not lists or _has(row, None, HTML_COLUMNS):
        return told
    return f"{told}; what is in {str(lists[0])[:40]} is not looked into: {_SHAPES}"


def _has_objects(value: Any) -> bool:
    """Whether a value is a list of objects, or an object with one: answers of services wrap their rows so."""
    values = [value, *value.values()] if isinstance(value, Mapping) else [value]
    return any(isinstance(each, list) and bool(each) and isinstance(each[0], Mapping) for each in values)


def _list_columns(row: Mapping[str, Any]) -> str:
    inner = (
        f"{name}.{key}" if key else str(name)
        for name, value in row.items()
        for key in ((isinstance(value, Mapping) and value) or ("",))
    )
    return ", ".join(islice(inner, _COLUMNS_TOLD))[:200]


def _has(row: Mapping[str, Any], named: str | None, usual: tuple[str, ...]) -> bool:
    """Whether a row has a column, with or without a value."""
    if named is None:
        return any(str(key).lower() in usual and not isinstance(value, Mapping | list) for key, value in row.items())
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


def _find_url(row: Mapping[str, Any], settings: ReadSettings) -> str | None:
    """The first address in the named column, or in the usual ones."""
    cells = _find_all(row, settings.url_column, _URL_COLUMNS)
    return next((url for cell in cells if (url := _read_url(cell))), None)


def _find(row: Mapping[str, Any], named: str | None, usual: tuple[str, ...]) -> str | None:
    return next(_find_all(row, named, usual), None)


def _find_all(row: Mapping[str, Any], named: str | None, usual: tuple[str, ...]) -> Iterator[str]:
    """The text in the named column, a dot leading into objects; else in those of the usual ones that have any."""
    if named:
        value: Any = row
        for part in (named,) if named in row else named.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str | int | float) and value != "":
            yield str(value)
        return
    lower = {str(key).lower(): value for key, value in row.items() if key}
    yield from (value for name in usual if isinstance(value := lower.get(name), str) and value.strip())
