"""Evaluation of oblivious regression trees with NumPy: every level of a tree asks one question of all rows.

Such trees (Kohavi and Li 1995; CatBoost's default) need no pointers: the answers are the bits of the leaf's number. Trees share
half of their questions, so each is answered once.
"""

from dataclasses import dataclass, field
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Cases and trees that are evaluated at once. All trees at once take 60 blocks .07 ms instead of .10, but with them a page's peak
# memory was 14.6 times its bytes instead of 13.1 (median of 10 articles, 2026-11-26). Twice the cases, which holds most pages in
# one go: .26 to .19 ms a page (61 articles), memory 11.5 to 11.65 times the page (12 articles, no second opinion, 2026-11-26).
_CASES: Final = 192
_TREES: Final = 100
# Questions that are answered at once. In two halves, with the answers of all levels and the leaves of a hundred trees at once,
# 192 cases took .76 MB; so they take .38 (blocks-9, 2026-11-28).
_QUESTIONS: Final = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """T trees of depth D <= 8 over named features.

    Attributes:
        names: The features, in the order that ``feature`` counts in.
        feature: Which feature each level asks about, T x D.
        border: The answer is whether the feature is greater, T x D.
        leaf: The values, T x 2**D; level d of the tree is bit d.
        bias: Added to the sum of all trees.
    """

    names: tuple[str, ...]
    feature: NDArray[np.intp]
    border: NDArray[np.float32]
    leaf: NDArray[np.float32]
    bias: float
    _questions: "_Questions" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_questions", _Questions.of(self.feature, self.border))

    def logits(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the sum of the trees for each column of ``rows``.

        Args:
            rows: One row a feature, one column a case: features x n, so that a feature is contiguous.

        Returns:
            Log odds, n.
        """
        count = rows.shape[1]
        if count > _CASES:
            size = -(-count // -(-count // _CASES))  # parts of one size: the last is no smaller than it need be
            return np.concatenate([self.logits(rows[:, start : start + size]) for start in range(0, count, size)])
        answers = self._questions.answer(rows)
        logits = np.full(count, self.bias, np.float32)
        for start in range(0, len(self.feature), _TREES):
            logits += self._sum_leaves(answers, start, min(start + _TREES, len(self.feature)))
        return logits

    def _sum_leaves(self, answers: NDArray[np.uint8], start: int, end: int) -> NDArray[np.float32]:
        """Return the sum of the trees from ``start`` to ``end``, n."""
        asked = self._questions.asked[:, start:end]
        number = answers.take(asked[-1], axis=0)
        for level in range(len(asked) - 2, -1, -1):  # doubling is ten times as fast as shifting
            np.add(number, number, out=number)
            np.bitwise_or(number, answers.take(asked[level], axis=0), out=number)
        values = np.empty(number.shape, np.float32)
        middle = (start + end) // 2
        for first, last in ((start, middle), (middle, end)):
            place = slice(first - start, last - start)
            leaves = number[place].astype(np.intp)  # adding numbers of different kinds takes twice the time
            leaves += self._questions.offset[first:last]
            self.leaf.take(leaves, out=values[place], mode="clip")  # another mode would copy what it writes
        total: NDArray[np.float32] = np.add.reduce(values, axis=0)
        return total


@dataclass(frozen=True, slots=True)
class _Questions:
    """The Q different questions of all trees: of which feature, which border; and which each level of each tree asks, D x T.

    Attributes:
        offset: The number of each tree's first leaf among all, T x 1.
    """

    feature: NDArray[np.intp]
    border: NDArray[np.float32]
    asked: NDArray[np.intp]
    offset: NDArray[np.intp]

    @classmethod
    def of(cls, feature: NDArray[np.intp], border: NDArray[np.float32]) -> "_Questions":
        pairs = np.stack([feature.T.ravel(), border.T.ravel()], axis=1, dtype=np.float64, casting="unsafe")
        different, asked = np.unique(pairs, axis=0, return_inverse=True)
        trees, depth = feature.shape
        return cls(
            feature=different[:, 0].astype(np.intp),
            border=different[:, 1:].astype(np.float32),
            asked=asked.reshape(depth, trees),
            offset=(np.arange(trees) << depth)[:, None],
        )

    def answer(self, rows: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Return the answers, 0 or 1, Q x n."""
        answers = np.empty((len(self.feature), rows.shape[1]), np.bool_)
        # The first is faster, and would copy a part of a page's columns whole.
        pick = partial(rows.take, axis=0) if rows.flags.c_contiguous else rows.__getitem__
        for first in range(0, len(self.feature), _QUESTIONS):
            part = slice(first, first + _QUESTIONS)
            np.greater(pick(self.feature[part]), self.border[part], out=answers[part])
        return answers.view(np.uint8)


def probability(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return probabilities for log odds."""
    against: NDArray[np.float32] = np.exp(-np.clip(logits, -30, 30))
    return np.reciprocal(1 + against)
