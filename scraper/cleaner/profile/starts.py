"""How much prose stands before a text, on a page and on others: it tells whose a text is that stands on several."""

from typing import Final, NamedTuple, TypeAlias

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

MIN_BORROWED: Final = 3
"""So many blocks that stand further up on one other article are that article's; one or two may be quoted from it."""

BEGINNING: Final = 64 / START_WORDS
"""An article's beginning reaches so far: its headline and first paragraph, one of which is there where a page goes on with it."""

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


class Shared(NamedTuple):
    """Texts of a page's blocks that stand on other articles, k.

    Attributes:
        block: The block of each.
        article: The article, as a small number: there is a counter for each step of each.
        here: How much prose stands before it on the page.
        there: The same on that article.
    """

    block: Index
    article: Index
    here: NDArray[np.uint8]
    there: NDArray[np.float64]


def count_borrowed(shared: Shared, words: Column, first: int) -> Column:
    """Count for each of n blocks how many stand further up on one other article by as much as it does, itself included.

    Articles that the page does not go on with do not count: neither their beginning is among so many, as with two reports that
    end with the same formulas, nor are those with which the page begins.

    Args:
        shared: What they share with other articles.
        words: Of the blocks, n.
        first: How much prose stands before the page's text; before those of the site's other articles it is about as much.
    """
    borrowed = np.zeros(len(words), np.float32)
    off = shared.here - shared.there
    is_earlier = off > CLEARLY
    if is_earlier.any():
        block, article = shared.block[is_earlier], shared.article[is_earlier]
        here, there = shared.here[is_earlier], shared.there[is_earlier]
        step = np.floor(off[is_earlier] / CLEARLY).astype(np.intp) + article * _STEPS
        is_telling = words[block] >= TELLING_WORDS
        sizes = np.bincount(step[is_telling], minlength=int(step.max()) + 2)
        count = sizes[step - 1] + sizes[step] + sizes[step + 1]
        begins = is_telling & (there <= first + BEGINNING) & (count >= MIN_BORROWED)
        is_below = np.zeros(int(article.max()) + 1, np.bool_)
        is_below[article[begins]] = True
        is_below[article[here <= first]] = False
        goes_on = is_below[article]
        np.maximum.at(borrowed, block[goes_on], count[goes_on])
    return borrowed
