"""Kept blocks to plain text: paragraphs, lists and rows of tables apart in their ways."""

from collections.abc import Sequence
from typing import Final

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS

_ITEM_TAGS: Final = frozenset(("li", "dd", "dt"))
# What stands beside others of its kind, with those kinds.
_PARTS: Final = {tag: tags for tags in (CELL_TAGS, _ITEM_TAGS) for tag in tags}


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
    tags = _PARTS.get(blocks.tag[two], ())
    if one == two or blocks.tag[one] not in tags:
        return "\n\n"
    if blocks.parent[one] == blocks.parent[two]:
        return " | " if tags is CELL_TAGS else "\n"
    return "\n" if tags is CELL_TAGS and _table(blocks, one) == _table(blocks, two) else "\n\n"


def _table(blocks: Blocks, frame: int) -> int:
    while frame and blocks.tag[frame] != "table":
        frame = blocks.parent[frame]
    return frame
