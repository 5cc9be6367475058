"""Which blocks to keep: the set with the largest expected word F1; and what that expectation is worth, as the page's confidence.

With p the probability that a block is main content and w its words, keeping a set K gives about

    F1 = 2 * sum(p * w over K) / (sum(w over K) + sum(p * w over all blocks)),

which is largest for the blocks above one threshold (half of the best F1: Lipton et al. 2014). So the threshold is not a setting:
on a page where the model is sure it lies near one half, on an unclear one lower.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32]

# The word F1 that choices of some expected F1 had: the blocks of a page err together, which the formula does not know. Fitted to
# 1,470 pages of wcxb-dev (blocks-5, fold models, second opinions on, 2026-11-27); fitted without a third of the sites, the mean of
# that third's pages is met within .04 in each step from .7 up.
_EXPECTED: Final = (0.0, 0.55, 0.70, 0.80, 0.88, 0.93, 0.97, 1.0)
_MEASURED: Final = (0.0, 0.55, 0.615, 0.745, 0.83, 0.875, 0.955, 1.0)


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
