"""How much prose stands before a text, on a page and on others: it tells whose a text is that stands on several."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.fingerprints import START_WORDS, BlockHashes
from scraper.cleaner.profile.places import Column, Found, Places

CLEARLY: Final = 32 / START_WORDS
"""How much more prose before a text counts, in ``START_WORDS``: an advertisement or a standfirst moves it by less."""

# Differences of starts, at most 255, in steps of CLEARLY; the step on each side is looked at as well.
_STEPS: Final = int(256 / CLEARLY) + 2

TELLING_WORDS: Final = 6
"""Of an article that goes on below another: shorter texts, numbers of a list for one, stand at equal distances by chance."""

_REACH: Final = 512.0
"""More than a start and ``CLEARLY``: a text's number times it, and a start, are one number, so that one search counts starts."""


def mark_starts(by_text: Places) -> NDArray[np.float64]:
    """Return for each text and article it stands on the number of the text with where it starts there, sorted."""
    marks: NDArray[np.float64] = np.sort(
        by_text.numbers() * _REACH + _mean(by_text.values(np.arange(len(by_text.article))))
    )
    return marks


def count_later(hashes: BlockHashes, text: Found, by_text: Places, marks: NDArray[np.float64]) -> Column:
    """Count on how many other articles the page's texts stand with clearly more prose before them.

    Args:
        hashes: The page's blocks.
        text: Their texts, looked up.
        by_text: Where texts stand, with the sum of their starts and how often they stand there.
        marks: Those starts, from ``mark_starts``.
    """
    bound = hashes.start + CLEARLY
    count: Column = (text.high - marks.searchsorted(text.number * _REACH + bound, "right")).astype(np.float32)
    count[text.high == text.low] = 0
    for pair in text.own:
        count -= pair.is_there & (_mean(by_text.values(pair.at)) > bound)
    return count


def count_borrowed(hashes: BlockHashes, text: Found, by_text: Places, is_shown: NDArray[np.bool_]) -> Column:
    """Count for each block how many stand further up on one other article by as much as it does, itself included.

    Args:
        hashes: The page's blocks; those that cannot be borrowed are looked up as texts that stand nowhere.
        text: Their texts, looked up.
        by_text: Where texts stand, with the sum of their starts and how often they stand there.
        is_shown: Which articles' headlines are on the page, by their numbers.
    """
    borrowed = np.zeros(len(hashes.text), np.float32)
    if not is_shown.any():
        return borrowed
    block, article, starts = by_text.pairs(text, is_shown)
    off = _mean(starts) - hashes.start[block]
    is_earlier = off < -CLEARLY
    if is_earlier.any():
        step = np.floor(-off[is_earlier] / CLEARLY).astype(np.intp) + article[is_earlier] * _STEPS
        telling = step[hashes.words[block[is_earlier]] >= TELLING_WORDS]
        sizes = np.bincount(telling, minlength=int(step.max()) + 2)
        np.maximum.at(borrowed, block[is_earlier], sizes[step - 1] + sizes[step] + sizes[step + 1])
    return borrowed


def _mean(starts: NDArray[np.float64]) -> NDArray[np.float64]:
    total, count = starts
    mean: NDArray[np.float64] = total / np.maximum(count, 1)
    return mean
