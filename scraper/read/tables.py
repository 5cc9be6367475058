"""Tables with a column of pages: JSON Lines, JSON and CSV."""

import csv
import io
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from scraper.errors import ReadError
from scraper.json_text import decode_json
from scraper.read.cells import without_bytes
from scraper.read.columns import CELLS_TOLD, Trial, find_bad_cells, make_row_page
from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.json_objects import split_objects
from scraper.read.kinds import HEAD_BYTES
from scraper.reasons import Reason
from scraper.records import Page, Skipped

_log: Final = logging.getLogger(__name__)

_Row: TypeAlias = Mapping[str, Any] | Skipped
_FIRST_ROWS: Final = 100
"""So many may lack what must be there: half of a table's rows may have an address, but not none of these."""

_FIRST_BYTES: Final = 16_000_000
"""So much of them is held back: ``_FIRST_ROWS`` pages of 160 kB, which is twice a news page's usual size."""

_NO_NUMBER: Final = re.compile(rb'"(?>[^"\\]*(?:\\.[^"\\]*)*)(?:"|\Z)|((?:\bNaN|-?\bInfinity)\b)', re.S)
"""A string, or what is no number outside of one."""

_ROW_BYTES: Final = 3 * MAX_PAGE_BYTES  # escapes take up to three times the room of what they mean


def read_json_lines(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each line; its place is where the line begins.

    Raises:
        ReadError: The first lines have no page: this is something else.
    """
    last, offset = _find_start(opened)
    yield from _read_rows(opened, _split_lines(opened, offset), last, "line")


def read_json(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each object of a list, or of those that follow one another; its place is where the object begins.

    Raises:
        ReadError: The first objects have no page: this is something else. Or the file ends in the middle of an object.
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
    decoded = (
        (offset, _decode(opened, data, f"@{offset}"), len(data))
        for offset, data in rows
        if last is None or offset > last
    )
    yield from _make_pages(opened, decoded if last is not None else _try_first(opened, decoded, name))


def _make_pages(opened: Input, rows: Iterator[tuple[int, _Row, int]]) -> Iterator[Page | Skipped]:
    told: set[str] = set()
    for number, row, _ in rows:
        if isinstance(row, Skipped):
            yield row
            continue
        faults = find_bad_cells(row, opened.settings) if len(told) < len(CELLS_TOLD) else {}
        for cell in faults.keys() - told:
            told.add(cell)
            place = f"{opened.source}@{number}"
            _log.warning("%s left out place=%r: %s; others are not told", cell, place, faults[cell])
        yield make_row_page(opened, row, f"@{number}")


def _try_first(opened: Input, rows: Iterator[tuple[int, _Row, int]], name: str) -> Iterator[tuple[int, _Row, int]]:
    """Hold the first rows back until they tell whether this is a table of pages; pass on all.

    Raises:
        ReadError: It is none.
    """
    trial, held, held_bytes = Trial(opened.settings), list[tuple[int, _Row, int]](), 0
    broken: Exception | None = None
    try:
        while not trial.is_passed and len(held) < _FIRST_ROWS and held_bytes < _FIRST_BYTES:
            number, row, size = next(rows)
            if not isinstance(row, Skipped):
                trial.add(row)
            elif not held:
                raise opened.error(row.code, f"first {name}: {row.detail}")
            held.append((number, row, size))
            held_bytes += size
    except StopIteration:
        pass
    except Exception as exc:  # noqa: BLE001  # whatever ends the file: what stands before it is read
        broken = exc
    if held and (fault := trial.find_fault()):
        raise _refuse(opened, f"first {name if len(held) == 1 else f'{len(held)} {name}s'}: {fault}")
    yield from held
    held.clear()
    if broken:
        raise broken
    yield from rows


def _decode(opened: Input, data: bytes, place: str) -> dict[str, Any] | Skipped:
    try:
        row = _decode_python_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as exc:
        return opened.skip(Reason.UNREADABLE, str(exc), place=place)
    return row if isinstance(row, dict) else opened.skip(Reason.UNREADABLE, "no JSON object", place=place)


def _decode_python_json(data: bytes) -> Any:
    """Return the value of a JSON text, also as Python and pandas write missing numbers, which JSON does not have."""
    try:
        return decode_json(data)
    except ValueError:
        strict = _NO_NUMBER.sub(lambda found: b"null" if found[1] else found[0], data)
        if strict == data:
            raise
        return decode_json(strict)


def _refuse(opened: Input, fault: str) -> ReadError:
    """Return the error of a table without pages: what was meant to be read is lost, others lie beside pages."""
    settings = opened.settings
    is_meant = opened.is_named or settings.html_column or settings.url_column or settings.date_column
    return opened.error(Reason.UNREADABLE if is_meant else Reason.EMPTY, fault)


def _count_letters(row: Mapping[str, Any]) -> int:
    return sum(len(cell) for cell in row.values() if isinstance(cell, str))


class _Lines:
    """The lines of a table, without the NULs that the library refuses.

    Attributes:
        is_over: Whether all have been taken: a row that comes after that ends within quotes.
    """

    def __init__(self, text: Iterable[str]) -> None:
        self.is_over = False
        self._text = text

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            yield line.replace("\0", "")
        self.is_over = True


def _is_whole_page(cell: str | None) -> bool:
    return cell is not None and cell.rstrip().lower().endswith("</html>")


def _check_row(opened: Input, lines: _Lines, number: int, row: dict[str | Any, Any]) -> _Row:
    """Return a row, or why it is none: half a page, or what other quotes than these keep together, would pass for a page."""
    if lines.is_over:
        return opened.skip(Reason.TRUNCATED, "the file ends in the middle of this row", place=f"@{number}")
    surplus = row.pop(None, ())
    if any(cell.strip() for cell in surplus) and not any(map(_is_whole_page, row.values())):
        detail = "more cells than the head has: write quotes in a cell twice, and the cell in quotes"
        return opened.skip(Reason.UNREADABLE, detail, place=f"@{number}")
    return row


def read_csv(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the page in each row; its place is the row's number, the head row not counted.

    Raises:
        ReadError: Its head lacks a column, or it cannot be read as a table any further.
    """
    head = opened.file.peek()[:HEAD_BYTES].partition(b"\n")[0]
    # Bytes that are no UTF-8 are carried through: spreadsheets and Windows programs write a code page, which the page may name.
    text = io.TextIOWrapper(opened.file, "utf-8-sig", errors="surrogateescape", newline="")
    delimiter = max(",;\t", key=lambda mark: head.count(mark.encode()))
    csv.field_size_limit(MAX_PAGE_BYTES)  # one setting for the whole process; nothing else here reads CSV
    last = opened.bookmark.offset_in(opened.source) or 0
    try:
        lines = _Lines(text)
        table = csv.DictReader(lines, delimiter=delimiter)
        table.fieldnames = [without_bytes(name) for name in table.fieldnames or ()]
        columns = Trial(opened.settings)
        columns.add(dict.fromkeys(table.fieldnames))
        if fault := columns.find_missing():
            raise _refuse(opened, f"head: {fault}")
        rows = (
            (number, _check_row(opened, lines, number, row), _count_letters(row))
            for number, row in enumerate(table, 1)
            if number > last
        )
        yield from _make_pages(opened, rows if last else _try_first(opened, rows, "row"))
    except csv.Error as exc:
        raise opened.error(Reason.UNREADABLE, f"no table from here on: {exc}") from exc
    finally:
        text.detach()  # the file is closed by whoever opened it
