"""Kept blocks to plain text: paragraphs, lists and rows of tables apart in their ways."""

from collections.abc import Sequence

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS

_LIST_TAGS = frozenset(("li", "dd", "dt"))


def join_text(blocks: Blocks, kept: Sequence[int]) -> str:
    """Return the blocks' text: paragraphs apart by a blank line, items of one list by a line end, cells of a row by a bar."""
    parts: list[str] = []
    previous = -1
    for index in kept:
        if previous >= 0:
            parts.append(_separator(blocks, previous, index))
        parts.append(blocks.text[index])
        previous = index
    return "".join(parts)


def _separator(blocks: Blocks, before: int, after: int) -> str:
    one, two = blocks.frame[before], blocks.frame[after]
    tags = blocks.tag[one], blocks.tag[two]
    if blocks.parent[one] == blocks.parent[two] and one != two:
        if tags[0] in CELL_TAGS and tags[1] in CELL_TAGS:
            return " | "
        if tags[0] in _LIST_TAGS and tags[1] in _LIST_TAGS:
            return "\n"
    in_cells = one != two and tags[0] in CELL_TAGS and tags[1] in CELL_TAGS
    if in_cells and _table(blocks, one) == _table(blocks, two):
        return "\n"
    return "\n\n"


def _table(blocks: Blocks, frame: int) -> int:
    while frame and blocks.tag[frame] != "table":
        frame = blocks.parent[frame]
    return frame
