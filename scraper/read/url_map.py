"""The user's own table of addresses, for pages that do not say where they come from."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from scraper.errors import UsageError
from scraper.read.columns import read_date
from scraper.read.utf16 import as_utf8

_WEB: Final = ("http://", "https://")
_DELIMITERS: Final = ",;\t"
_YEAR_OR_MONTH: Final = re.compile(r"\d{4}(?:-\d\d)?")
_DAY: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")


def read_url_map(path: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return addresses and dates by page, from CSV with the columns path, url and, where known, date; a head row may be there.

    A page's path is that below the folder or archive that is cleaned, or its whole source. Days, months and years stay what they
    are; moments become ISO 8601 in UTC. Commas, semicolons or tabs part the columns; the text is UTF-8, or UTF-16 with its mark, as
    Excel writes it.

    Raises:
        UsageError: It cannot be read, or a row has no address, or a date that is none.
    """
    urls, dates = {}, {}
    try:
        lines = as_utf8(path.read_bytes()).decode("utf-8-sig").splitlines(keepends=True)
        rows = csv.reader(lines, delimiter=_tell_delimiter(next(filter(_is_filled, lines), "")))
        is_first = True
        for number, row in enumerate(rows, 1):
            if not any(map(_is_filled, row)):
                continue
            is_head, is_first = is_first and len(row) > 1 and row[1].strip().lower() == "url", False
            if is_head:
                continue
            name, url, date, *_ = (*(cell.strip() for cell in row), "", "")
            if fault := next(_find_faults(url, date), None):
                raise UsageError(f"{path}: line {number} {fault}")
            urls[name] = url
            if date:
                dates[name] = date if _DAY.fullmatch(date) else read_date(date) or date
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise UsageError(f"{path}: cannot be read as CSV: save it as CSV in UTF-8 ({exc})") from exc
    return urls, dates


def _is_filled(line: str) -> bool:
    """Whether a line or a cell holds more than what parts cells, which is all that a spreadsheet writes of an empty row."""
    return bool(line.strip(f' "\r\n{_DELIMITERS}'))


def _tell_delimiter(line: str) -> str:
    """Return what parts the columns: an address or its head stands after it. Addresses have commas and semicolons of their own."""
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        if len(cells) > 1 and (cells[1].strip().lower() == "url" or cells[1].strip().lower().startswith(_WEB)):
            return delimiter
    return _DELIMITERS[0]


def _find_faults(url: str, date: str) -> Iterator[str]:
    if not url:
        yield "has no address: write it as path,url"
    elif not url.lower().startswith(_WEB):
        yield f"has {url[:80]!r} for an address: write it with https:// before it"
    if date and not read_date(date) and not _YEAR_OR_MONTH.fullmatch(date):
        yield f"has {date[:40]!r} for a date: write it as 2026-05-01"
