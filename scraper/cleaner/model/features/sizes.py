"""Sizes beyond those of all pages that the model has seen, made ordinary.

The longest page of the development sets has 15,833 words. In a longer one, a report or a book on one page, every count says what
only lists and comments said there: of 1,600 paragraphs of articles, one after the other, the last 500 were taken for those.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from scraper.cleaner.model.features.view import Rows
from scraper.cleaner.reading.columns import LEVELS

SEEN_WORDS: Final = 16_000
# Of 3,200 such paragraphs 1,539 were kept, at a confidence of .60; with 600 blocks and 16,000 words 3,194 at .84, with 300 and
# 15,000 3,199 at .93, with these 3,199 at .97, as of 200 paragraphs (blocks-9, 2026-11-28).
ORDINARY_BLOCKS: Final = 200
ORDINARY_WORDS: Final = 10_000

_LEVELS: Final = range(LEVELS)
_COUNTS: Final = frozenset(
    (
        *(f"c{level}_{what}" for what in ("blocks", "repeats") for level in _LEVELS),
        *("g_blocks", "page_blocks", "page_prose_blocks", "after_h1", "since_heading"),
    )
)
_WORDS: Final = frozenset((*(f"c{level}_words" for level in _LEVELS), "page_words"))


def limit_sizes(names: Sequence[str], words: float, rows: Rows) -> None:
    """Make the sizes in a page's rows, one for each name, those of an ordinary page where it has more words than any seen."""
    if words <= SEEN_WORDS:
        return
    for most, kind in ((ORDINARY_BLOCKS, _COUNTS), (ORDINARY_WORDS, _WORDS)):
        for row in (row for row, name in zip(rows, names, strict=True) if name in kind):
            np.minimum(row, np.log1p(most), out=row)
