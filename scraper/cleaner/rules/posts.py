"""The head of a live blog's posts: when each was written, and by whom, above its heading."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
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

MANY: Final = 5
"""So many, each earlier than the one above, need no headings where a word says that they are of the clock or a class that the
blog is live: one of 1,337 written pages has such, which are not in its truth (2026-11-28); laps, records and verses fall, too."""

BETWEEN: Final = 2
"""Lines between a post's time and its heading: a name, a role."""
NAME_CHARS: Final = 60

# "Kl. 20.44", "14:35 Uhr", "21h10", "Ore 18:47", "9.05 pm"; "2.35 m", "Kr. 24.50", "Joh. 3:16", "3:58 min" and "61:28" are no
# clock times. With a full stop and none of these words it may be a price, a height, a mark: "9.45", "2.35 h".
TIME_CHARS: Final = 16
_AT: Final = (
    "kl|klo|kello|klukkan|klokka|klokken|um|at|ore|ora|alle|godz|godzina|saat|pukul|jam|lúc|час|čas|hora|ώρα"
    "|الساعة|ساعة|ساعت|בשעה|שעה"
)
_O_CLOCK: Final = (
    r"Uhr|uur|[ap]\.?m|óra"
    r"|(?-i:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]T|MSK|МСК|IST|JST|KST|SAST|EAT|AE[SD]T|WIB|WITA)"
)
_TIME: Final = re.compile(
    rf"(?=\D*\d)(?P<at>(?:{_AT})[.:]{{0,2}}\s)?(?P<hour>\d{{1,2}})\s?(?P<mark>[:.h])\s?(?P<minute>\d\d)"
    rf"(?:\s?(?:(?P<clock>{_O_CLOCK})|h|hs|hrs))?\.?",
    re.I,
)
LAST_HOUR: Final = 23
MINUTES: Final = 60

# What the times of posts are called, and a live blog around them: those may be written "12.40".
_OF_TIME: Final = frozenset("time times timestamp datetime clock tid zeit uhrzeit heure hora ora".split())
_LIVE: Final = frozenset("live liveblog liveticker livefeed livepost ticker newsticker".split())
LIVE_AROUND: Final = 4


def drop_post_heads(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without the times of a live blog's posts, and what stands between one and its heading.

    Where most of them are left out anyway all are; else where they stand over headings, and the newest first: those of a day's
    programme go on. Many that are of the clock and of which each is earlier than the one above need no headings.

    Args:
        blocks: The page.
        keep: The choice of an article, n.
    """
    kept = keep.nonzero()[0].tolist()
    if not any(len(blocks.text[index]) <= TIME_CHARS and time_at(blocks, index) is not None for index in kept):
        return keep
    told: dict[tuple[str, Look], dict[int, int]] = defaultdict(dict)
    for index in range(kept[0], kept[-1] + 1):
        if (minute := time_at(blocks, index)) is not None:
            told[kind_of(blocks, index)][index] = minute
    tidy = keep.copy()
    for (tag, _), minutes in told.items():
        times = list(minutes)
        if len(times) < POSTS or tag in CELL_TAGS or tag in HEADING_LEVEL or not keep[times].any():
            continue
        over = [index for index in times if _to_heading(blocks, index)]
        is_over = len(over) >= len(times) - 1 and _runs_back(list(minutes.values()))
        if is_over or 2 * keep[times].sum() < len(times) or _is_ticker(blocks, minutes):
            names = {blocks.text[place] for index in over for place in _to_heading(blocks, index)[1:]}
            for index in times:
                end = _to_heading(blocks, index).stop or _end_of_names(blocks, index, names)
                tidy[index:end] = False
    return tidy


def _end_of_names(blocks: Blocks, index: int, names: Collection[str]) -> int:
    """Return one past a time and the names below it that stand above headings, too: the last post may have none."""
    below = index + 1
    last = min(below + BETWEEN, len(blocks.text))
    while below < last and blocks.text[below] in names:
        below += 1
    return below


def _to_heading(blocks: Blocks, index: int) -> range:
    """Return a time and the short lines below it, down to a heading; an empty range where there is none."""
    for place in range(index + 1, min(index + 2 + BETWEEN, len(blocks.text))):
        if blocks.is_heading(place):
            return range(index, place)
        if not _may_be_name(blocks.text[place]):
            break
    return range(0)


def _may_be_name(text: str) -> bool:
    return len(text) <= NAME_CHARS and text[-1] not in SENTENCE_ENDS


def _runs_back(minutes: Sequence[int]) -> bool:
    """Whether most times are earlier than those above them; after midnight one is not."""
    return 2 * sum(above > below for above, below in pairwise(minutes)) > len(minutes) - 1


def _is_ticker(blocks: Blocks, minutes: Mapping[int, int]) -> bool:
    """Whether so many times of the clock run back, each of them; after midnight one does not."""
    rises = sum(above <= below for above, below in pairwise(minutes.values()))
    return len(minutes) >= MANY and rises <= 1 and all(_is_of_clock(blocks, index) for index in minutes)


def _is_of_clock(blocks: Blocks, index: int) -> bool:
    """Whether a time has a word of the clock with it, or stands in what is called live."""
    match = _TIME.fullmatch(blocks.text[index])
    has_word = match is not None and bool(match["at"] or match["clock"])
    return has_word or _is_live(blocks, blocks.path[blocks.frame[index]])


def kind_of(blocks: Blocks, index: int) -> tuple[str, Look]:
    """Return how a block's own element is made: its tag, and what its attributes say."""
    path = blocks.path[blocks.frame[index]]
    return blocks.path_tag[path], blocks.path_look[path]


def time_at(blocks: Blocks, index: int) -> int | None:
    """Return the minute of the day that a block says and nothing else."""
    text = blocks.text[index]
    minute = minute_of(text)
    if minute is None and "." in text and minute_of(text, is_time=True) is not None and _is_called_time(blocks, index):
        return minute_of(text, is_time=True)
    return minute


def minute_of(text: str, *, is_time: bool = False) -> int | None:
    """Return the minute of the day that a text says and nothing else.

    Args:
        text: What stands alone.
        is_time: Whether a number with a full stop is a time without a word that says so.

    >>> minute_of("Kl. 20.44"), minute_of("14:35 Uhr"), minute_of("$9.99"), minute_of("61:28"), minute_of("2.35 m")
    (1244, 875, None, None, None)
    """
    match = _TIME.fullmatch(text) if len(text) <= TIME_CHARS else None
    if match is None or (match["mark"] == "." and not (is_time or match["at"] or match["clock"])):
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    return MINUTES * hour + minute if hour <= LAST_HOUR and minute < MINUTES else None


def _is_called_time(blocks: Blocks, index: int) -> bool:
    """Whether a block's own element is called a time, and it or one around it live."""
    path = blocks.path[blocks.frame[index]]
    return not _OF_TIME.isdisjoint(blocks.path_look[path].words) and _is_live(blocks, path)


def _is_live(blocks: Blocks, path: int) -> bool:
    """Whether an element or one around it is called live."""
    for _ in range(LIVE_AROUND):
        if not _LIVE.isdisjoint(blocks.path_look[path].words):
            return True
        path = blocks.path_above[path]
    return False
