"""Which keys stand on which articles: look-ups and sums over sorted columns."""

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Keys: TypeAlias = NDArray[np.uint64]
Index: TypeAlias = NDArray[np.intp]
Column: TypeAlias = NDArray[np.float32]

# Odd multipliers spread a number over 64 bits (Knuth, 6.4).
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)


def mix_keys(key: Keys, other: NDArray[np.unsignedinteger]) -> Keys:
    """Return one key for each pair of a key and a number."""
    mixed: Keys = key ^ ((other.astype(np.uint64) + np.uint64(1)) * _ODD)
    return mixed


@dataclass(frozen=True, slots=True)
class Places:
    """Pairs of a key and an article it stands on, each once.

    Attributes:
        key: Sorted, k.
        article: The article of each pair, k.
        sums: Sums of the first 0, 1, ... pairs for each of c columns, c x (k + 1).
        pair: Keys of the pairs, sorted, k.
        values: The columns in the order of ``pair``, c x k.
    """

    key: Keys
    article: Index
    sums: NDArray[np.float64]
    pair: Keys
    values: Column

    def look_up(self, key: Keys) -> "Found":
        """Find where keys stand."""
        return Found(key, self.key.searchsorted(key, "left"), self.key.searchsorted(key, "right"))

    def count(self, found: "Found", own: Index) -> Column:
        """Return on how many articles each key stands, besides a page's own ones."""
        counts: Column = (found.high - found.low).astype(np.float32)
        for article in own:
            counts -= self._find(found.key, article)[1]
        return counts

    def total(self, found: "Found", own: Index) -> NDArray[np.float64]:
        """Return the sum of each column over the articles that each key stands on, besides a page's own ones, c x n."""
        totals: NDArray[np.float64] = self.sums[:, found.high] - self.sums[:, found.low]
        for article in own:
            at, is_there = self._find(found.key, article)
            totals -= np.where(is_there, self.values[:, at], 0)
        return totals

    def pairs(self, found: "Found", own: Index) -> tuple[Index, Index, NDArray[np.float64]]:
        """List where each key stands, besides a page's own articles.

        Returns:
            Of each pair the place of its key among the keys, m; its article, m; its columns, c x m.
        """
        sizes = found.high - found.low
        query = np.repeat(np.arange(len(sizes)), sizes)
        at = np.arange(len(query)) - np.repeat(np.cumsum(sizes) - sizes - found.low, sizes)
        for article in own:  # hardly ever more than one
            is_other = self.article[at] != article
            query, at = query[is_other], at[is_other]
        return query, self.article[at], self.sums[:, at + 1] - self.sums[:, at]

    def _find(self, key: Keys, article: np.intp) -> tuple[Index, NDArray[np.bool_]]:
        pair = mix_keys(key, np.full(1, article, np.uint64))
        at = np.minimum(self.pair.searchsorted(pair), max(len(self.pair) - 1, 0))
        if not len(self.pair):
            return at, np.zeros(len(key), np.bool_)
        return at, self.pair[at] == pair


class Found(NamedTuple):
    """Keys, and of each where its pairs begin and end."""

    key: Keys
    low: Index
    high: Index


def index_places(key: Keys, article: Index, columns: Column) -> Places:
    """Index rows of a key, an article and c columns, which are summed over the rows of one pair."""
    count = len(columns)
    if not len(key):
        no_keys, no_values = key.astype(np.uint64), np.zeros((count, 0), np.float32)
        return Places(no_keys, article, np.zeros((count, 1)), no_keys, no_values)
    order = np.lexsort((article, key))
    key, article = key[order].astype(np.uint64), article[order]
    first = np.ones(len(key), np.bool_)
    first[1:] = (key[1:] != key[:-1]) | (article[1:] != article[:-1])
    starts = np.flatnonzero(first)
    values = np.add.reduceat(columns[:, order], starts, axis=1) if count else np.zeros((0, len(starts)), np.float32)
    sums = np.zeros((count, len(starts) + 1))
    np.cumsum(values, axis=1, out=sums[:, 1:], dtype=np.float64)
    pair = mix_keys(key[first], article[first].astype(np.uint64))
    by_pair = np.argsort(pair)
    return Places(key[first], article[first], sums, pair[by_pair], values[:, by_pair])
