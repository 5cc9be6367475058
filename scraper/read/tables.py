"""Tables with a column of pages: JSON Lines, JSON and CSV."""

import csv
import io
from collections.abc import Iterator
from typing import Any, Final

from scraper.errors import ReadError
from scraper.json_text import decode_json
from scraper.read.columns import find_bad_date, find_missing, make_row_page
from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.json_objects import split_objects
from scraper.read.kinds import HEAD_BYTES
from scraper.reasons import Reason
from scraper.records import Page, Skipped

_ROW_BYTES: Final = 3 * MAX_PAGE_BYTES  # escapes take up to three times the room of what they mean


def read_json_lines(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each line; its place is where the line begins.

    Raises:
        ReadError: The first line has no page: this is something else.
    """
    last, offset = _find_start(opened)
    yield from _read_rows(opened, _split_lines(opened, offset), last, "line")


def read_json(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each object of a list, or of those that follow one another; its place is where the object begins.

    Raises:
        ReadError: The first object has no page: this is something else. Or the file ends in the middle of an object.
    """
    last, offset = _find_start(opened)
    yield from _read_rows(opened, split_objects(opened, offset, _ROW_BYTES), last, "object")


def _find_start(opened: Input) -> tuple[int | None, int]:
    """Return the place of the last row that a stopped run has settled, and where the file is read from."""
    last = opened.bookmark.offset_in(opened.source)
    return last, opened.file.seek(last) if last is not None and opened.file.seekable() else 0


def _split_lines(opened: Input, offset: int) -> Iterator[tuple[int, bytes]]:
    while line := opened.file.readline(_ROW_BYTES):
        if line.strip():
            yield offset, line
        offset += len(line)


def _read_rows(
    opened: Input, rows: Iterator[tuple[int, bytes]], last: int | None, name: str
) -> Iterator[Page | Skipped]:
    is_first = last is None
    for offset, data in rows:
        if last is not None and offset <= last:
            continue
        row = _decode(opened, data, f"@{offset}")
        if is_first:
            is_first = False
            _check_first(opened, row, name)
        yield row if isinstance(row, Skipped) else make_row_page(opened, row, f"@{offset}")


def _decode(opened: Input, data: bytes, place: str) -> dict[str, Any] | Skipped:
    try:
        row = decode_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as exc:
        return opened.skip(Reason.UNREADABLE, str(exc), place=place)
    return row if isinstance(row, dict) else opened.skip(Reason.UNREADABLE, "no JSON object", place=place)


def _check_first(opened: Input, row: dict[str, Any] | Skipped, name: str) -> None:
    if isinstance(row, Skipped):
        raise opened.error(row.code, f"first {name}: {row.detail}")
    if fault := find_missing(row, opened.settings) or find_bad_date(row, opened.settings):
        raise _refuse(opened, f"first {name}: {fault}")


def _refuse(opened: Input, fault: str) -> ReadError:
    """Return the error of a table without pages: what was meant to be read is lost, others lie beside pages."""
    settings = opened.settings
    is_meant = opened.is_named or settings.html_column or settings.url_column or settings.date_column
    return opened.error(Reason.UNREADABLE if is_meant else Reason.EMPTY, fault)


def read_csv(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each row; its place is the row's number, the head row not counted.

    Raises:
        ReadError: Its head lacks a column, or it cannot be read as a table any further.
    """
    head = opened.file.peek()[:HEAD_BYTES].partition(b"\n")[0]
    text = io.TextIOWrapper(opened.file, "utf-8-sig", errors="replace", newline="")
    delimiter = max(",;\t", key=lambda mark: head.count(mark.encode()))
    csv.field_size_limit(MAX_PAGE_BYTES)  # one setting for the whole process; nothing else here reads CSV
    last = opened.bookmark.offset_in(opened.source) or 0
    try:
        rows = csv.DictReader((line.replace("\0", "") for line in text), delimiter=delimiter)
        if fault := find_missing(dict.fromkeys(rows.fieldnames or ()), opened.settings):
            raise _refuse(opened, f"head: {fault}")
        for number, row in enumerate(rows, 1):
            if number == 1 and not last and (fault := find_bad_date(row, opened.settings)):
                raise _refuse(opened, f"first row: {fault}")
            if number > last:
                yield make_row_page(opened, row, f"@{number}")
    except csv.Error as exc:
        raise opened.error(Reason.UNREADABLE, f"no table from here on: {exc}") from exc
    finally:
        text.detach()  # the file is closed by whoever opened it
