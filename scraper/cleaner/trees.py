"""Evaluation of oblivious regression trees with NumPy: every level of a tree asks one question of all rows.

Such trees (Kohavi and Li 1995; CatBoost's default) need no pointers: the answers are the bits of the leaf's number. Trees share
half of their questions, so each is answered once.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

# Answers of 300 trees for so many cases fit a processor's cache; all at once, 20,000 cases take 500 MB and three times as long.
_CHUNK = 256


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
        if rows.shape[1] > _CHUNK:
            starts = range(0, rows.shape[1], _CHUNK)
            return np.concatenate([self.logits(rows[:, start : start + _CHUNK]) for start in starts])
        trees, depth = self.feature.shape
        bits = self._questions.ask(rows)
        number = bits[-1]
        for level in range(depth - 2, -1, -1):  # doubling is ten times as fast as shifting
            np.add(number, number, out=number)
            np.bitwise_or(number, bits[level], out=number)
        leaves = number + (np.arange(trees) << depth)[:, None]
        logits: NDArray[np.float32] = np.take(self.leaf.ravel(), leaves).sum(axis=0) + np.float32(self.bias)
        return logits


@dataclass(frozen=True, slots=True)
class _Questions:
    """The Q different questions of all trees: of which feature, which border; and which each level of each tree asks, D x T."""

    feature: NDArray[np.intp]
    border: NDArray[np.float32]
    asked: NDArray[np.intp]

    @classmethod
    def of(cls, feature: NDArray[np.intp], border: NDArray[np.float32]) -> "_Questions":
        pairs = np.stack([feature.T.ravel(), border.T.ravel()], axis=1, dtype=np.float64, casting="unsafe")
        different, asked = np.unique(pairs, axis=0, return_inverse=True)
        return cls(
            different[:, 0].astype(np.intp), different[:, 1:].astype(np.float32), asked.reshape(feature.T.shape)
        )

    def ask(self, rows: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Return the answers, 0 or 1, D x T x n."""
        answers = np.take(rows, self.feature, axis=0) > self.border
        return np.take(answers.view(np.uint8), self.asked, axis=0)


def probability(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return probabilities for log odds."""
    against: NDArray[np.float32] = np.exp(-np.clip(logits, -30, 30))
    return np.reciprocal(1 + against)
