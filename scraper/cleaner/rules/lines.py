"""Which lines of the model's choice go for their words."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.phrases.lines.reporters_marks import MARK_CHARS, is_initials, is_reporters_mark
from scraper.cleaner.phrases.lines.rows import LineKind
from scraper.cleaner.phrases.lines.tell import tell_line
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import LIST_TAGS

MAX_MARKS: Final = 2
"""More are a list of addresses, which the article is about; a reporter's stands under all prose."""

MAX_SHARE: Final = 0.5
"""A page of which lines of one kind are so much is about such things."""

# A video's title and how long it is, with nothing between, in an element that is called a video and is none of a list: tracks,
# results and hours stand so, too ("Bohemian Rhapsody5:55").
_DURATION: Final = re.compile(r".*[A-Za-zÀ-ɏа-яА-Я가-힣]\d{1,2}:\d\d")
_DURATION_CHARS: Final = 90
_OF_VIDEOS: Final = frozenset("video videos vod".split())
_ITEMS: Final = frozenset("li td th dt dd".split())
_LISTS: Final = LIST_TAGS | {"table"}

# "Batang -", bold and loose in the element whose first paragraph goes on with it; one that comes again is who speaks.
_PLACE: Final = re.compile(r"[A-ZÀ-Þ][\w'’.]+(?: [A-ZÀ-Þ][\w'’.]+){0,2} ?[-–—]")
_PLACE_CHARS: Final = 40
_PLACE_BOLD: Final = 0.5

# Where a reporter's initials stand without brackets, the element says what they are.
_OF_SOURCES: Final = frozenset("source author autor quelle signature kuerzel".split())


def find_lines(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> dict[LineKind, list[int]]:
    """Return by their kinds the lines of a choice, n, that their words tell; signatures after its first prose, or right above it.

    To look only at those that the model is not sure of (.98) would be half of them, and leave 3 of 50 that go from written pages.
    """
    told: dict[LineKind, list[int]] = {}
    marks = []
    body = np.flatnonzero(keep & (columns.prose > 0)).tolist() or [len(keep)]
    kept = np.flatnonzero(keep).tolist()
    for index in kept:
        text = blocks.text[index]
        kind = tell_line(text, is_heading=blocks.is_heading(index))
        if kind is None and text[-3:-2] == ":" and _is_video(blocks, index):
            kind = LineKind.NOTICE
        if kind is not None:
            told.setdefault(kind, []).append(index)
        elif _may_be_mark(text, is_below=index > body[-1]) and _is_mark(blocks, index, is_last=index == kept[-1]):
            marks.append(index)
    if 0 < body[0] < len(keep) and keep[body[0] - 1] and _is_place(blocks, body[0] - 1, kept):
        told.setdefault(LineKind.SIGNATURE, []).append(body[0] - 1)
    signed = [*told.get(LineKind.SIGNATURE, ()), *(marks if len(marks) <= MAX_MARKS else ())]
    if signed:
        first, places = body[0], set(signed)
        while first - 1 in places:
            first -= 1
        marked = set(marks)
        told[LineKind.SIGNATURE] = [
            index
            for index in signed
            if index >= (body[-1] + 1 if index in marked else first) and not blocks.is_heading(index)
        ]
    placed = told.pop(LineKind.AROUND, [])
    if placed:
        others = keep.copy()
        others[[*placed, *chain.from_iterable(told.values())]] = False
        outside = _find_outside(blocks, columns, np.flatnonzero(others), placed, body)
        told.setdefault(LineKind.NOTICE, []).extend(outside)
    most = MAX_SHARE * columns.words[keep].sum()
    return {kind: lines for kind, lines in told.items() if columns.words[lines].sum() <= most}


def _find_outside(
    blocks: Blocks, columns: PageColumns, others: NDArray[np.intp], placed: list[int], body: list[int]
) -> Iterator[int]:
    """Yield the lines above the first prose, or below the last with nothing but told lines between, in no list of others.

    Between the lines of the text and in its lists a date is a book's, a law's or the figures', and the words are a glossary's.
    """
    for index in placed:
        above = others[others < index]
        is_below = len(above) > 0 and above[-1] == body[-1]
        if (index < body[0] < len(blocks.text) or is_below) and not _has_rows_beside(blocks, columns, index, others):
            yield index


def _has_rows_beside(blocks: Blocks, columns: PageColumns, index: int, others: NDArray[np.intp]) -> bool:
    """Whether a block stands in a list or table of other lines; tables of prose lay out a page."""
    frame = blocks.frame[index]
    while frame:
        if blocks.tag[frame] in _LISTS:
            rows = others[(others >= blocks.first_block[frame]) & (others < blocks.end_block[frame])]
            if len(rows) and not (blocks.tag[frame] == "table" and columns.prose[rows].any()):
                return True
        frame = blocks.parent[frame]
    return False


def _may_be_mark(text: str, *, is_below: bool) -> bool:
    """Whether a text has an address, or is short and stands below all prose."""
    return "@" in text or (is_below and len(text) <= MARK_CHARS)


def _is_mark(blocks: Blocks, index: int, *, is_last: bool) -> bool:
    """Whether a text is a reporter's or an agency's mark."""
    text = blocks.text[index]
    is_called = is_last and not _OF_SOURCES.isdisjoint(blocks.path_look[blocks.path[blocks.frame[index]]].words)
    return is_reporters_mark(text, is_last=is_last) or (is_called and is_initials(text))


def _is_video(blocks: Blocks, index: int) -> bool:
    """Whether a block is the title and the duration of a video, by its words and by what its element is called."""
    path, text = blocks.path[blocks.frame[index]], blocks.text[index]
    if len(text) > _DURATION_CHARS or blocks.path_tag[path] in _ITEMS or not _DURATION.fullmatch(text):
        return False
    words = (*blocks.path_look[path].words, *blocks.path_look[blocks.path_above[path]].words)
    return not _OF_VIDEOS.isdisjoint(words)


def _is_place(blocks: Blocks, index: int, kept: list[int]) -> bool:
    """Whether a block is the only one that is a bold place and the dash after it, cut off the sentence below."""

    def fits(place: int) -> bool:
        text = blocks.text[place]
        return text[-1] in "-–—" and len(text) <= _PLACE_CHARS and _PLACE.fullmatch(text) is not None

    is_loose = blocks.parent[blocks.frame[index + 1]] == blocks.frame[index]
    return is_loose and fits(index) and blocks.bold_share[index] >= _PLACE_BOLD and sum(map(fits, kept)) == 1
