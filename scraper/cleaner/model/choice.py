"""Which blocks to keep: the set with the largest expected word F1; and what that expectation is worth, as the page's confidence.

With p the probability that a block is main content and w its words, keeping a set K gives about

    F1 = 2 * sum(p * w over K) / (sum(w over K) + sum(p * w over all blocks)),

which is largest for the blocks above one threshold (half of the best F1: Lipton et al. 2014). So the threshold is not a setting:
on a page where the model is sure it lies near one half, on an unclear one lower.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.columns import PageColumns

Column = NDArray[np.float32]

# The word F1 that choices of some expected F1 had: the blocks of a page err together, which the formula does not know. Fitted to
# 1,470 pages of wcxb-dev (blocks-5, fold models, second opinions on, 2026-11-27); fitted without a third of the sites, the mean of
# that third's pages is met within .04 in each step from .7 up.
_EXPECTED: Final = (0.0, 0.55, 0.70, 0.80, 0.88, 0.93, 0.97, 1.0)
_MEASURED: Final = (0.0, 0.55, 0.615, 0.745, 0.83, 0.875, 0.955, 1.0)


# On a page that calls itself an article the text is one place, and what stands after it errs together: of a brief with forty cards
# the formula keeps all, each of which may well be content by itself. So a block there needs a probability of its own, and after the
# element with the text a higher one, above all where there is much of it, unless it stands in the same kind of place as what is
# sure. On folds (blocks-7, 2026-11-27), all pages, articles, snippets: without it .8841, .9645, .9569; so .8848, .9649, .9572; with
# .7 after the text however little it is .8848, .9651, .9570; with .4 however much .8843, .9646, .9569. 36 written pages cut to two,
# three and four paragraphs: .656 to .870, .801 to .964, .882 to .987, with the rule of cards for such pages.
SURE: Final = 0.8
LEAST: Final = 0.4
LEAST_AFTER: Final = 0.5
LEAST_OF_MUCH: Final = 0.7
MUCH: Final = 0.2
"""What is doubted after the text is much where it has more words than this share of what is sure."""

TEXT_SHARE: Final = 0.9
"""The innermost element with so much of what is sure holds the text."""

LEAST_WORDS: Final = 20
"""With fewer words that are sure nothing is told."""


def calibrate(expected: float) -> float:
    """Return the word F1 that choices of some expected word F1 had in the mean, 0 to 1."""
    return float(np.interp(expected, _EXPECTED, _MEASURED))


def choose_blocks(probability: Column, words: Column) -> tuple[NDArray[np.bool_], float]:
    """Return which blocks to keep, n, and the expected word F1 of that choice, 0 to 1."""
    order = np.argsort(-probability, kind="stable")
    held = np.cumsum((probability * words)[order], dtype=np.float64)
    kept = np.cumsum(words[order], dtype=np.float64)
    expected = 2 * held / (kept + held[-1])
    best = int(np.argmax(expected))
    keep = np.zeros(len(probability), np.bool_)
    keep[order[: best + 1]] = True
    return keep, float(expected[best])


def choose_article(probability: Column, columns: PageColumns) -> tuple[NDArray[np.bool_], float]:
    """Return which blocks of an article to keep, n, and the expected word F1 of that choice, 0 to 1."""
    keep, expected = choose_blocks(probability, columns.words)
    sure = np.cumsum(columns.words * (probability >= SURE))
    if sure[-1] >= LEAST_WORDS:
        before = np.concatenate(([0], sure))
        held = before[columns.end] - before[columns.first]
        text = np.flatnonzero(held >= TEXT_SHARE * sure[-1])[-1]  # an inner frame comes after the one around it
        path = columns.path[columns.ancestors[0]]
        is_of_text = np.zeros(path.max() + 1, np.bool_)
        is_of_text[path[probability >= SURE]] = True
        is_after = ~is_of_text[path]
        is_after[: columns.end[text]] = False
        doubted = keep & is_after & (probability < LEAST_OF_MUCH)
        is_much = columns.words[doubted].sum() > MUCH * sure[-1]
        least_after = LEAST_OF_MUCH if is_much else LEAST_AFTER
        is_out = is_after & (probability < least_after)
        if is_out.any():  # expected as if it were not there
            _, expected = choose_blocks(np.where(is_out, 0, probability), columns.words)
        keep &= ~is_out & (probability >= LEAST)
    return keep, expected
