"""Kept blocks to CommonMark with GitHub's tables: headings, lists, quotes, code, tables, links, emphasis.

The same blocks in the same order as the text.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final, NamedTuple

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS, HEADING_LEVEL
from scraper.cleaner.text.markdown.inline import render_inline

# What would begin a heading, list, rule or underline at the start of a line: a number before "." or ")", or nothing before the
# other marks.
_LINE_START: Final = re.compile(r"^(\d{1,9})?(?=(?(1)[.)](?:\s|$)|(?:(?:#{1,6}|[-+])(?:\s|$)|=+ *$|-{3,} *$)))", re.M)
_STARTS: Final = frozenset("#-+=0123456789")
_SHAPING: Final = frozenset((*HEADING_LEVEL, "li", "blockquote", "table", "pre"))
_ITEM_TAGS: Final = frozenset(("li",))
_BARE_BAR: Final = re.compile(r"(?<!\\)\|")
_QUOTE: Final = "> "

MIN_ROWS: Final = 2
"""Rows of several kept cells, from which on a table with several texts in one cell is data: of five such pages of wcxb-dev and the
snippet set four were laid out by a table and one was a list of a product's properties (2026-11-26)."""


class _Item(NamedTuple):
    """A list item of which something is written.

    Attributes:
        column: Where its content begins.
    """

    frame: int
    column: int


class _Place(NamedTuple):
    """What the elements around a block make of it.

    Attributes:
        level: Of the heading, 0 for none.
        item: The frame of the innermost list item, 0 for none.
        quote: The frame of the innermost block quote, 0 for none.
        quotes: How many block quotes are around.
        table: The frame of the innermost table, 0 for none.
    """

    code: bool = False
    level: int = 0
    item: int = 0
    quote: int = 0
    quotes: int = 0
    table: int = 0


class _Lists:
    """The list items that are being written.

    An item is indented under the items around it of which something is written: under one that is not kept its indent would
    make code of it. A further paragraph of an item has the indent alone. A heading or another quote ends all lists.

    Attributes:
        are_open: Whether the next block, too, is to be asked for, wherever it stands.
        goes_on: Whether the last block asked for begins an item on the line after the block before.
    """

    def __init__(self, blocks: Blocks) -> None:
        self.goes_on = self.are_open = False
        self._blocks = blocks
        self._numbers: dict[int, int] = {}  # of items of numbered lists
        self._open: list[_Item] = []
        self._last = self._quote = 0  # the item and the quote of the block before

    def lead(self, index: int, place: _Place) -> str:
        """Return what stands before a block's first line for the items around it."""
        before, self._last, self.goes_on = self._last, place.item, False
        if place.quote != self._quote:
            self._quote = place.quote
            self._open.clear()
        self.are_open = place.item > 0 or place.quotes > 0
        frame = self._blocks.frame[index]
        while self._open and (place.level or not _is_inside(self._blocks, frame, self._open[-1].frame)):
            self._open.pop()
        around = self._open[-1] if self._open else _Item(0, 0)
        if place.level or place.item in (0, around.frame):
            return " " * around.column
        number = self._number(place.item)
        mark = f"{number}. " if number else "- "
        # Right after a paragraph only a list that begins with one is a list (CommonMark, "List items").
        self.goes_on = before > 0 and (before != around.frame or number < 2)
        self._open.append(_Item(place.item, around.column + len(mark)))
        return " " * around.column + mark

    def _number(self, item: int) -> int:
        """Return the number of an item in its list; 0 where that is not numbered."""
        around = self._blocks.parent[item]
        if self._blocks.tag[around] != "ol":
            return 0
        if item not in self._numbers:
            self._numbers |= _number_inside(self._blocks, around, _ITEM_TAGS)
        return self._numbers[item] + self._blocks.list_start.get(around, 1)


def render_markdown(blocks: Blocks, kept: Sequence[int], base_url: str | None) -> str:
    """Return the kept blocks as markdown; links made absolute with ``base_url``."""
    places: dict[int, _Place] = {0: _Place()}
    laid_out = _find_layouts(blocks, kept, places)
    lists = _Lists(blocks)
    parts: list[str] = []
    before = _Place()
    position = 0
    while position < len(kept):
        index = kept[position]
        place = _place(blocks, blocks.frame[index], places)
        end = position + 1
        if place.table and place.table not in laid_out:
            end = max(_end_of_table(blocks, kept, position, places), end)
        if end - position > 1:
            rendered = _render_table(blocks, kept[position:end], base_url)
        else:
            rendered = _render_block(blocks, index, place, base_url)
        separator = "\n\n"
        if place.item or place.quotes or lists.are_open:
            lead = lists.lead(index, place)
            separator = "\n" if lists.goes_on else _blank_line(before, place)
            rendered = _behind(lead, place, rendered)
        parts += (separator, rendered)
        before = place
        position = end
    return "".join(parts[1:])


def _blank_line(before: _Place, place: _Place) -> str:
    """Return what parts two blocks; in the same quote the empty line is quoted, too."""
    return f"\n{_QUOTE * place.quotes}".rstrip() + "\n" if place.quote and place.quote == before.quote else "\n\n"


def _behind(lead: str, place: _Place, rendered: str) -> str:
    """Return a block's lines behind the marks of its quotes and its item."""
    quotes = _QUOTE * place.quotes
    if "\n" in rendered:
        rendered = rendered.replace("\n", f"\n{quotes}{' ' * len(lead)}")
    return quotes + lead + rendered


def _place(blocks: Blocks, frame: int, places: dict[int, _Place]) -> _Place:
    """Return the frame's place, from that of the frame around it, which is written down for the next one inside."""
    path = []
    around = blocks.parent[frame]
    while (place := places.get(around)) is None:
        path.append(around)
        around = blocks.parent[around]
    for inner in reversed(path):
        place = places[inner] = _shape(place, blocks.tag[inner], inner)
    return _shape(place, blocks.tag[frame], frame)


def _shape(place: _Place, tag: str, frame: int) -> _Place:
    """Return what an element inside a place makes of it."""
    if tag not in _SHAPING:
        return place
    code, level, item, quote, quotes, table = place
    if tag in HEADING_LEVEL:
        level = HEADING_LEVEL[tag]
    elif tag == "li":
        item = frame
    elif tag == "blockquote":
        quote, quotes = frame, quotes + 1
    elif tag == "table":
        table = frame
    else:
        code = True
    return _Place(code, level, item, quote, quotes, table)


def _render_block(blocks: Blocks, index: int, place: _Place, base_url: str | None) -> str:
    if place.code:
        fence = "```"
        while fence in blocks.text[index]:
            fence += "`"
        return f"{fence}\n{blocks.text[index]}\n{fence}"
    inline = render_inline(blocks, index, base_url)
    if place.level:
        line = inline.replace("\n", " ")
        return f"{'#' * place.level} {line[:-1]}\\#" if line.endswith("#") else f"{'#' * place.level} {line}"
    if inline[:1] in _STARTS or "\n" in inline:
        inline = _LINE_START.sub(r"\g<1>\\", inline)
    return inline


def _is_inside(blocks: Blocks, frame: int, outer: int) -> bool:
    while frame > outer:
        frame = blocks.parent[frame]
    return frame == outer


def _find_layouts(blocks: Blocks, kept: Sequence[int], places: dict[int, _Place]) -> set[int]:
    """Return the tables that lay the page out: several texts in one cell, and no two rows of several cells, as data have."""
    if "table" not in blocks.tag:
        return set()
    frames = [blocks.frame[index] for index in kept]
    several = {one for one, other in pairwise(frames) if one == other and blocks.tag[one] in CELL_TAGS}
    cells = [frame for frame in set(frames) if blocks.tag[frame] in CELL_TAGS]
    in_row = Counter((_place(blocks, cell, places).table, blocks.parent[cell]) for cell in cells)
    rows = Counter(table for (table, _), count in in_row.items() if count > 1)
    return {table for cell in several if rows[table := _place(blocks, cell, places).table] < MIN_ROWS}


def _end_of_table(blocks: Blocks, kept: Sequence[int], position: int, places: dict[int, _Place]) -> int:
    """One past the last of the kept blocks that are cells of the same data table as the one at ``position``.

    A table that only lays out, with paragraphs in its cells, is none: its blocks stand in no cell directly, or several in one
    (``_find_layouts``).
    """
    table = _place(blocks, blocks.frame[kept[position]], places).table
    end = position
    while end < len(kept):
        frame = blocks.frame[kept[end]]
        if blocks.tag[frame] not in CELL_TAGS or _place(blocks, frame, places).table != table:
            break
        end += 1
    return end


def _number_inside(blocks: Blocks, around: int, tags: Set[str]) -> dict[int, int]:
    """Return the place of each cell of a row, or item of a list, by its frame; those without text count."""
    found = []
    for frame in range(around + 1, len(blocks.parent)):
        if blocks.parent[frame] < around:  # frames are in reading order
            break
        if blocks.parent[frame] == around and blocks.tag[frame] in tags:
            found.append(frame)
    return {frame: place for place, frame in enumerate(found)}


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows without the columns that only keep others apart."""
    used = {place for row in rows for place, text in enumerate(row) if text}
    if all(place in used for row in rows for place in range(len(row))):
        return rows
    return [[text for place, text in enumerate(row) if place in used] for row in rows]


def _render_table(blocks: Blocks, cells: Sequence[int], base_url: str | None) -> str:
    rows: list[list[str]] = []
    columns: dict[int, int] = {}
    row = cell = -1
    for index in cells:
        before, cell = cell, blocks.frame[index]
        if blocks.parent[cell] != row:
            row = blocks.parent[cell]
            columns = _number_inside(blocks, row, CELL_TAGS)
            rows.append([])
        text = _BARE_BAR.sub(r"\\|", render_inline(blocks, index, base_url).replace("\n", " "))
        if cell == before:  # several texts in one cell
            rows[-1][-1] += f" {text}"
        else:
            rows[-1] += [""] * (columns[cell] - len(rows[-1])) + [text]
    rows = _without_empty_columns(rows)
    # Only the first row has to be as wide as the table.
    width = max(map(len, rows))
    rows[0] += [""] * (width - len(rows[0]))
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
