"""Kept blocks to plain text: paragraphs, lists and rows of tables apart in their ways."""

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS

_ITEM_TAGS: Final = frozenset(("li", "dd", "dt"))
# What stands beside others of its kind, with those kinds.
_PARTS: Final = {tag: tags for tags in (CELL_TAGS, _ITEM_TAGS) for tag in tags}


def join_text(blocks: Blocks, kept: Sequence[int]) -> str:
    """Return the blocks' text: paragraphs apart by a blank line, items of one list by a line end, cells of a row by a bar."""
    behind = ((_separator(blocks, before, after), blocks.text[after]) for before, after in pairwise(kept))
    return "".join(chain((blocks.text[index] for index in kept[:1]), chain.from_iterable(behind)))


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
