"""Which lines of the model's choice go for their words."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.rules.lines.rows import LineKind
from scraper.cleaner.rules.lines.signatures import MARK_CHARS, is_reporters_mark
from scraper.cleaner.rules.lines.tell import tell_line

MAX_MARKS: Final = 2
"""More are a list of addresses, which the article is about; a reporter's stands under all prose."""

MAX_SHARE: Final = 0.5
"""A page of which lines of one kind are so much is about such things."""


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
        kind = tell_line(text, is_heading=_is_heading(blocks, index))
        if kind is not None:
            told.setdefault(kind, []).append(index)
        elif _may_be_mark(text, is_below=index > body[-1]) and is_reporters_mark(text, is_last=index == kept[-1]):
            marks.append(index)
    signed = [*told.get(LineKind.SIGNATURE, ()), *(marks if len(marks) <= MAX_MARKS else ())]
    if signed:
        first = body[0]
        while first - 1 in signed:
            first -= 1
        told[LineKind.SIGNATURE] = [
            index
            for index in signed
            if index >= (body[-1] + 1 if index in marks else first) and not _is_heading(blocks, index)
        ]
    most = MAX_SHARE * columns.words[keep].sum()
    return {kind: lines for kind, lines in told.items() if columns.words[lines].sum() <= most}


def _may_be_mark(text: str, *, is_below: bool) -> bool:
    """Whether a text has an address, or is short and stands below all prose."""
    return "@" in text or (is_below and len(text) <= MARK_CHARS)


def _is_heading(blocks: Blocks, index: int) -> bool:
    return blocks.tag[blocks.frame[index]] in HEADING_LEVEL
