"""Tables with a column of pages: JSON Lines and CSV."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from scraper.json_text import decode_json
from scraper.read.files import make_page
from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.kinds import HEAD_BYTES, HTML_COLUMNS
from scraper.read.origins import Origin, in_utc
from scraper.reasons import Reason
from scraper.records import Page, Skipped

_ROW_BYTES: Final = 3 * MAX_PAGE_BYTES  # escapes take up to three times the room of what they mean
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


def read_json_lines(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each line; its place is where the line begins.

    Raises:
        ReadError: The first line has no page: this is something else.
    """
    last = opened.bookmark.offset_in(opened.source)
    offset = opened.file.seek(last) if last is not None and opened.file.seekable() else 0
    passed, rows = last is None, 0
    while line := opened.file.readline(_ROW_BYTES):
        if not line.strip():
            pass
        elif not passed:
            passed = offset >= (last or 0)
        else:
            item = _read_line(opened, line, offset)
            if rows == 0 and last is None and isinstance(item, Skipped):
                raise opened.error(item.code, f"first line: {item.detail}")
            yield item
            rows += 1
        offset += len(line)


def _read_line(opened: Input, line: bytes, offset: int) -> Page | Skipped:
    place = f"@{offset}"
    try:
        row = decode_json(line.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as exc:
        return opened.skip(Reason.UNREADABLE, str(exc), place=place)
    if not isinstance(row, dict):
        return opened.skip(Reason.UNREADABLE, "no JSON object", place=place)
    return _make_page(opened, row, place)


def read_csv(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each row; its place is the row's number, the head row not counted.

    Raises:
        ReadError: It cannot be read as a table any further.
    """
    head = opened.file.peek()[:HEAD_BYTES].partition(b"\n")[0]
    text = io.TextIOWrapper(opened.file, "utf-8-sig", errors="replace", newline="")
    delimiter = max(",;\t", key=lambda mark: head.count(mark.encode()))
    csv.field_size_limit(MAX_PAGE_BYTES)  # one setting for the whole process; nothing else here reads CSV
    last = opened.bookmark.offset_in(opened.source) or 0
    try:
        for number, row in enumerate(csv.DictReader((line.replace("\0", "") for line in text), delimiter=delimiter), 1):
            if number > last:
                yield _make_page(opened, row, f"@{number}")
    except csv.Error as exc:
        raise opened.error(Reason.UNREADABLE, f"no table from here on: {exc}") from exc
    finally:
        text.detach()  # the file is closed by whoever opened it


def _make_page(opened: Input, row: Mapping[str, Any], place: str) -> Page | Skipped:
    settings = opened.settings
    html = _find(row, settings.html_column, _MORE_HTML_COLUMNS)
    url = _find(row, settings.url_column, _URL_COLUMNS)
    if not html:
        return opened.skip(Reason.EMPTY, _say_no_page(row, settings.html_column), place=place, url=url)
    date = _find(row, settings.date_column, _DATE_COLUMNS)
    origin = Origin(url=url, url_source="column", date=_iso(date) if date else None, date_source="column")
    body = html.encode("utf-8", "replace")
    if len(body) > MAX_PAGE_BYTES:
        return opened.skip(Reason.TOO_LARGE, f"page over {MAX_PAGE_BYTES:,} bytes", place=place, url=url)
    return make_page(
        replace(opened, source=f"{opened.source}{place}"), body, "text/html", carried=origin, charset="utf-8"
    )


def _say_no_page(row: Mapping[str, Any], named: str | None) -> str:
    wanted = f"column {named}" if named else f"columns {', '.join(HTML_COLUMNS[:2])}..."
    there = ", ".join(str(name) for name in [*row][:_COLUMNS_TOLD])
    return f"no page in this row ({wanted}): name its column with --html-column, one of {there[:200]}"


def _find(row: Mapping[str, Any], named: str | None, usual: tuple[str, ...]) -> str | None:
    """The text in the named column, a dot leading into objects; else in the first of the usual ones that has any."""
    if named:
        value: Any = row
        for part in (named,) if named in row else named.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return str(value) if isinstance(value, str | int | float) and value != "" else None
    lower = {str(key).lower(): value for key, value in row.items() if key}
    return next((value for name in usual if isinstance(value := lower.get(name), str) and value.strip()), None)


def _iso(text: str) -> str | None:
    """A moment as ISO 8601, or as seconds from 1970."""
    try:
        if text.replace(".", "", 1).isdigit() and len(text.partition(".")[0]) >= 9:
            seconds = float(text)
            return in_utc(datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC))
        return in_utc(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError, OSError):
        return None
