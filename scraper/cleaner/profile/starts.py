"""How much prose stands before a text, on a page and on others: it tells whose a text is that stands on several."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.fingerprints import START_WORDS
from scraper.cleaner.profile.places import Column, Index

CLEARLY: Final = 32 / START_WORDS
"""How much more prose before a text counts, in ``START_WORDS``: an advertisement or a standfirst moves it by less."""

# Differences of starts, at most 255, in steps of CLEARLY; the step on each side is looked at as well.
_STEPS: Final = int(256 / CLEARLY) + 2

TELLING_WORDS: Final = 6
"""Of an article that goes on below another: shorter texts, numbers of a list for one, stand at equal distances by chance."""

Marks: TypeAlias = NDArray[np.uint32]
"""A text's number and a start in the last eight bits, so that one search counts starts. Of 16 million texts."""

_START_BITS: Final = 8


def mark_starts(number: Index, start: NDArray[np.float64]) -> Marks:
    """Return for each pair of a text and an article which starts it is clearly further down than, sorted."""
    bound = np.maximum(np.ceil(start) - CLEARLY, 0).astype(np.intp)
    return np.sort((number << _START_BITS | bound).astype(np.uint32))


def find_later(number: Index, start: NDArray[np.uint8], marks: Marks) -> Index:
    """Return how many marks stand before the first one of each text, by its number, that is clearly further down than a start."""
    later: Index = marks.searchsorted((number << _START_BITS | start).astype(np.uint32), "right")
    return later


def count_borrowed(block: Index, article: Index, off: NDArray[np.float64], words: Column) -> Column:
    """Count for each of n blocks how many stand further up on one other article by as much as it does, itself included.

    Args:
        block: Of each text of a block that stands on another article, that block.
        article: That article, as a small number: there is a counter for each step of each.
        off: How much more prose stands before it there.
        words: Of the blocks, n.
    """
    borrowed = np.zeros(len(words), np.float32)
    is_earlier = off < -CLEARLY
    if is_earlier.any():
        block = block[is_earlier]
        step = np.floor(-off[is_earlier] / CLEARLY).astype(np.intp) + article[is_earlier] * _STEPS
        telling = step[words[block] >= TELLING_WORDS]
        sizes = np.bincount(telling, minlength=int(step.max()) + 2)
        np.maximum.at(borrowed, block, sizes[step - 1] + sizes[step] + sizes[step + 1])
    return borrowed
