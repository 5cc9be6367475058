"""The heads of a live blog's or a gallery's entries: the time in the header of each, and the number of each of so many.

Without a header around them the times of entries are in the truth of two of four written live blogs: those stay, but for those that
stand over headings (``rules.posts``). On 1,337 written pages (2026-11-28) 12 heads go; none of them is in a truth.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS, HEADING_LEVEL
from scraper.cleaner.rules.posts import TIME_CHARS, minute_of

ENTRIES: Final = 3
"""So many heads made alike are those of entries."""

HEAD_CHARS: Final = 32
# "2h ago22.41 GMT": how long ago, as scripts write it, and when.
_AGO: Final = re.compile(
    r"\d{1,3}\s?[^\W\d]{1,8}\.?\s(?:ago|fa|geleden|sedan|siden|temu|назад|тому|önce|sitten)\s?", re.I
)
# "2 / 5", "2 of 5".
_NUMBERED: Final = re.compile(r"(?P<one>\d{1,3})\s?(?:/|／|of|von|sur|de|di|van|av|af|z|из|із)\s?(?P<all>\d{1,3})")


def find_entry_heads(blocks: Blocks, kept: Iterable[int]) -> list[int]:
    """Return those of some blocks, ascending, that are heads of entries."""
    may_be = [index for index in kept if _may_be_head(blocks, index)]
    return sorted({*_find_times(blocks, may_be), *_find_numbers(blocks, may_be)}) if may_be else []


def _may_be_head(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    return len(text) <= HEAD_CHARS and text[0].isdigit() and blocks.tag[blocks.frame[index]] not in _NO_HEADS


_NO_HEADS: Final = CELL_TAGS | HEADING_LEVEL.keys()


def _find_times(blocks: Blocks, places: Iterable[int]) -> list[int]:
    """Return the times in headers of entries that have text besides, where the page has several such."""
    times = [index for index in places if _says_time(blocks, index)]
    if not times:
        return []
    alike = [index for index, text in enumerate(blocks.text) if len(text) <= HEAD_CHARS and _says_time(blocks, index)]
    return times if len(alike) >= ENTRIES else []


def _says_time(blocks: Blocks, index: int) -> bool:
    """Whether a block is a clock time in a header that ends before its entry does."""
    text, frame = blocks.text[index], blocks.frame[index]
    header = frame if blocks.tag[frame] == "header" else blocks.parent[frame]
    if (
        not text[0].isdigit()
        or blocks.tag[header] != "header"
        or blocks.end_block[blocks.parent[header]] <= blocks.end_block[header]
    ):
        return False
    ago = _AGO.match(text)
    at = text[ago.end() :] if ago else text
    return len(at) <= TIME_CHARS and (not at or minute_of(at, is_time=True) is not None)


def _find_numbers(blocks: Blocks, places: Iterable[int]) -> list[int]:
    """Return "1/5", "2/5" and on to the last, each in its entry; marks and results do not run up from one to their total."""
    kept = set(places)
    if sum(_read_number(blocks, index) is not None for index in kept) < ENTRIES:
        return []
    numbered: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for index in range(len(blocks.text)):
        number = _read_number(blocks, index)
        if number is not None:
            numbered[blocks.path[blocks.frame[index]], number[1]].append((index, number[0]))
    return [
        index
        for (_, total), row in numbered.items()
        if total >= ENTRIES and _counts_up(row, total)
        for index, _ in row
        if index in kept
    ]


def _read_number(blocks: Blocks, index: int) -> tuple[int, int] | None:
    """Return which of how many a block says that it is; items of lists are fractions and ranks."""
    text = blocks.text[index]
    match = _NUMBERED.fullmatch(text) if len(text) <= HEAD_CHARS else None
    is_item = match is None or blocks.tag[blocks.frame[index]] == "li"
    return None if match is None or is_item else (int(match["one"]), int(match["all"]))


def _counts_up(row: list[tuple[int, int]], total: int) -> bool:
    """Whether blocks count from one to their total, with an entry between each and the next."""
    have_entries = all(below - above > 1 for (above, _), (below, _) in pairwise(row))
    return [one for _, one in row] == list(range(1, total + 1)) and have_entries
