"""Kept blocks to text: in reading order, none twice, no heading without what it heads."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.blocks import Blocks
from scraper.cleaner.metadata.people import is_by
from scraper.cleaner.signals import is_as_long

HEADING_LEVEL = {f"h{level}": level for level in range(1, 7)}
_LIST_TAGS = frozenset(("li", "dd", "dt"))
_CELL_TAGS = frozenset(("td", "th"))

# A text this long that stands twice among the kept blocks is a second copy (desktop and mobile); shorter ones may rightly
# come again ("Yes." in an interview).
COPY_CHARS = 40

# A byline holds little besides the authors' names: "By", "Updated", a month.
BYLINE_CHARS = 120
BYLINE_LETTERS = 16

LIST_LINKS, LIST_LINK_SHARE = 3, 0.7


def tidy_choice(
    blocks: Blocks, keep: NDArray[np.bool_], title: str | None, authors: Sequence[str] = (), *, is_prose: bool = True
) -> NDArray[np.bool_]:
    """Return the choice without second copies, the title, the byline and, in prose, headings that head nothing.

    Where the content is not prose, headings are content by themselves: names of products, titles in a listing.
    """
    tidy = keep.copy()
    seen: set[str] = set()
    folded_title = fold_text(title or "")
    for index in np.flatnonzero(keep):
        text = blocks.text[index]
        if is_as_long(text, COPY_CHARS):
            if text in seen:
                tidy[index] = False
            seen.add(text)
        if folded_title and _may_say(text, len(folded_title)) and fold_text(text) == folded_title:
            tidy[index] = False
        if authors and len(text) <= BYLINE_CHARS and _is_byline(text, authors):
            tidy[index] = False
    if is_prose:
        _drop_orphans(blocks, tidy)
    return tidy


def _may_say(text: str, letters: int) -> bool:
    """Whether a text is neither much longer than so many letters nor, as folding lengthens only what is not ASCII, shorter."""
    return len(text) < 2 * letters + 20 and (len(text) >= letters or not text.isascii())


def fold_text(text: str) -> str:
    """Return the letters and digits of a text, case folded: equal for texts that read the same."""
    return "".join(filter(str.isalnum, text)).casefold()


def drop_link_lists(
    blocks: Blocks, keep: NDArray[np.bool_], words: NDArray[np.float32], prose: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Return the choice without single blocks that are lists of links, on pages whose content is prose.

    On wcxb-dev and the snippet set (folds, 2026-11): articles .9579 to .9578, snippets .9360 to .9362; it is
    for the boxes of old pages, whose lines a ``br`` parts.
    """
    if prose[keep].sum() * 2 < words[keep].sum():
        return keep
    is_list = (np.array(blocks.links) >= LIST_LINKS) & (np.array(blocks.link_share) >= LIST_LINK_SHARE)
    tidy: NDArray[np.bool_] = keep & ~is_list
    return tidy


def _is_byline(text: str, authors: Sequence[str]) -> bool:
    """Whether a text is an author's name, or names one and says hardly anything else but a date."""
    rest = text
    for author in authors:
        rest = rest.replace(author, "")
    if len(rest) == len(text):
        return False
    letters = sum(map(str.isalpha, rest))
    return letters == 0 or (letters <= BYLINE_LETTERS and (any(map(str.isdigit, rest)) or is_by(rest.strip())))


def _drop_orphans(blocks: Blocks, keep: NDArray[np.bool_]) -> None:
    """Read backwards: a heading needs a kept block of its own before the next heading of its level or a higher one."""
    headed = 0  # deepest level at which a heading would be empty; 0 while text follows
    level_after = 7
    for index in np.flatnonzero(keep)[::-1]:
        level = HEADING_LEVEL.get(blocks.tag[blocks.frame[index]], 0)
        if level == 0:
            headed, level_after = 1, 7
        elif headed and level < level_after:
            level_after = level
        else:
            keep[index] = False


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
        if tags[0] in _CELL_TAGS and tags[1] in _CELL_TAGS:
            return " | "
        if tags[0] in _LIST_TAGS and tags[1] in _LIST_TAGS:
            return "\n"
    in_cells = one != two and tags[0] in _CELL_TAGS and tags[1] in _CELL_TAGS
    if in_cells and _table(blocks, one) == _table(blocks, two):
        return "\n"
    return "\n\n"


def _table(blocks: Blocks, frame: int) -> int:
    while frame and blocks.tag[frame] != "table":
        frame = blocks.parent[frame]
    return frame
