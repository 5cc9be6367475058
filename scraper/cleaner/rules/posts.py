"""The head of a live blog's posts: when each was written, and by whom, above its heading."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import Look
from scraper.cleaner.reading.tags import CELL_TAGS, HEADING_LEVEL

POSTS: Final = 3
"""So many clock times made alike are those of posts. Of the written pages (2026-11-27) twelve have such over headings, none in the
truth; without headings two of three have them in it. No page of wcxb-dev has any but in tables."""

BETWEEN: Final = 2
"""Lines between a post's time and its heading: a name, a role."""
NAME_CHARS: Final = 60

# "Kl. 20.44", "14:35 Uhr", "21h10", "Ore 18:47", "9.05 pm"; "10.99" and "0:59.37" are no clock times.
TIME_CHARS: Final = 16
_TIME: Final = re.compile(r"(?:[^\W\d]+\.?:?\s)?(\d{1,2})\s?[:.hH]\s?(\d\d)(?:\s?[^\W\d]{1,5}|\s[ap]\.m)?\.?")
LAST_HOUR: Final = 24
MINUTES: Final = 60


def drop_post_heads(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without the times of a live blog's posts, and what stands between one and its heading.

    Where most of them are left out anyway all are; else where they stand over headings, and the newest first: those of a day's
    programme go on.

    Args:
        blocks: The page.
        keep: The choice of an article, n.
    """
    kept = np.flatnonzero(keep).tolist()
    short = [index for index in kept if len(blocks.text[index]) <= TIME_CHARS]
    kinds = {_kind(blocks, index) for index in short if minute_of(blocks.text[index]) is not None}
    if not kinds:
        return keep
    tidy = keep.copy()
    told = [index for index in range(kept[0], kept[-1] + 1) if minute_of(blocks.text[index]) is not None]
    for kind in kinds:
        times = [index for index in told if _kind(blocks, index) == kind]
        if len(times) < POSTS or kind[0] in CELL_TAGS or kind[0] in HEADING_LEVEL:
            continue
        over = [index for index in times if _to_heading(blocks, index)]
        if 2 * keep[times].sum() < len(times) or (len(over) >= len(times) - 1 and _runs_back(blocks, times)):
            named = {_kind(blocks, place) for index in over for place in _to_heading(blocks, index)}
            for index in times:
                tidy[index : _end_of_head(blocks, index, named)] = False
    return tidy


def _end_of_head(blocks: Blocks, index: int, named: Collection[tuple[str, Look]]) -> int:
    """Return one past a time and the short lines below it that are made as names are: the last post may have no heading."""
    below = index + 1
    last = min(below + BETWEEN, len(blocks.text))
    while below < last and _may_be_name(blocks.text[below]) and _kind(blocks, below) in named:
        below += 1
    return below


def _to_heading(blocks: Blocks, index: int) -> range:
    """Return a time and the short lines below it, down to a heading; an empty range where there is none."""
    for place in range(index + 1, min(index + 2 + BETWEEN, len(blocks.text))):
        if blocks.tag[blocks.frame[place]] in HEADING_LEVEL:
            return range(index, place)
        if not _may_be_name(blocks.text[place]):
            break
    return range(0)


def _may_be_name(text: str) -> bool:
    return len(text) <= NAME_CHARS and text[-1] not in SENTENCE_ENDS


def _runs_back(blocks: Blocks, times: Sequence[int]) -> bool:
    """Whether most times are earlier than those above them; after midnight one is not."""
    minutes = [minute_of(blocks.text[index]) or 0 for index in times]
    return 2 * sum(above > below for above, below in pairwise(minutes)) > len(minutes) - 1


def _kind(blocks: Blocks, index: int) -> tuple[str, Look]:
    path = blocks.path[blocks.frame[index]]
    return blocks.path_tag[path], blocks.path_look[path]


def minute_of(text: str) -> int | None:
    """Return the minute of the day that a text says and nothing else.

    >>> minute_of("Kl. 20.44"), minute_of("14:35 Uhr"), minute_of("$9.99"), minute_of("61:28")
    (1244, 875, None, None)
    """
    match = _TIME.fullmatch(text) if len(text) <= TIME_CHARS else None
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return MINUTES * hour + minute if hour <= LAST_HOUR and minute < MINUTES else None
