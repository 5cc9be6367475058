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
    """Return by their kinds the lines of a choice, n, that their words tell; signatures after its first prose.

    To look only at those that the model is not sure of (.98) would be half of them, and leave 3 of 50 that go from written pages.
    """
    told: dict[LineKind, list[int]] = {}
    marks = []
    body = np.flatnonzero(keep & (columns.prose > 0)).tolist() or [len(keep)]
    for index in np.flatnonzero(keep).tolist():
        text = blocks.text[index]
        kind = tell_line(text, is_heading=_is_heading(blocks, index))
        if kind is not None:
            told.setdefault(kind, []).append(index)
        elif ("@" in text or (index > body[-1] and len(text) <= MARK_CHARS)) and is_reporters_mark(text):
            marks.append(index)
    signed = [*told.get(LineKind.SIGNATURE, ()), *(marks if len(marks) <= MAX_MARKS else ())]
    if signed:
        told[LineKind.SIGNATURE] = [
            index for index in signed if index > body[-1 if index in marks else 0] and not _is_heading(blocks, index)
        ]
    most = MAX_SHARE * columns.words[keep].sum()
    return {kind: lines for kind, lines in told.items() if columns.words[lines].sum() <= most}


def _is_heading(blocks: Blocks, index: int) -> bool:
    return blocks.tag[blocks.frame[index]] in HEADING_LEVEL
