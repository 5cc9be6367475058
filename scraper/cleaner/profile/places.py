"""Which keys stand on which articles: look-ups and sums over sorted columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Keys: TypeAlias = NDArray[np.uint64]
Index: TypeAlias = NDArray[np.intp]
Column: TypeAlias = NDArray[np.float32]

# Odd multipliers spread a number over 64 bits (Knuth, 6.4).
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)

_ARTICLES: Final = 1 << 24
"""More articles than any profile has: a key's number times it, and an article's number, are one number."""

_UNKNOWN: Final = -1
_NONE: Final = np.zeros(0, np.intp)


def mix_keys(key: Keys, other: NDArray[np.unsignedinteger]) -> Keys:
    """Return one key for each pair of a key and a number."""
    mixed: Keys = key ^ ((other.astype(np.uint64) + np.uint64(1)) * _ODD)
    return mixed


def number_keys(key: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], Index]:
    """Return the different keys, u of n, in the order in which they come, and the number among them of each.

    For the 80 of a page this takes 12 µs, ``np.unique`` 31 (least of many, 2026-11-26).
    """
    numbers: dict[int, int] = {}
    number = [numbers.setdefault(value, len(numbers)) for value in key.tolist()]
    return np.array(list(numbers), np.uint32), np.array(number, np.intp)


class Pair(NamedTuple):
    """Of n keys, each one's pair with one article: its place, and whether there is one."""

    article: np.intp
    at: Index
    is_there: NDArray[np.bool_]


class Found(NamedTuple):
    """Keys that were looked up: the number of each, and where its pairs begin and end, n each; equal where it stands nowhere.

    Attributes:
        own: Their pairs with the articles that are left out of all counts: those of the page whose keys they are.
    """

    number: Index
    low: Index
    high: Index
    own: Sequence[Pair]

    def at(self, places: Index) -> "Found":
        """Return those at some places."""
        own = [Pair(article, at[places], is_there[places]) for article, at, is_there in self.own]
        return Found(self.number[places], self.low[places], self.high[places], own)

    def only(self, chosen: NDArray[np.bool_]) -> "Found":
        """Return them as if the others stood nowhere."""
        own = [Pair(article, at, is_there & chosen) for article, at, is_there in self.own]
        return Found(np.where(chosen, self.number, _UNKNOWN), self.low, np.where(chosen, self.high, self.low), own)


@dataclass(frozen=True, slots=True)
class Places:
    """Pairs of a key and an article it stands on, each once, sorted by both.

    After the last key stands one without pairs, after the last pair one that matches nothing: what is not found needs no care.

    Attributes:
        keys: Sorted, each once, u + 1.
        first: Where the pairs of each key begin, u + 2.
        pair: The number of the key times ``_ARTICLES``, plus the article, k + 1.
        article: The article of each pair, k.
        sums: Sums of the first 0, 1, ... pairs for each of c columns, c x (k + 2).
    """

    keys: Keys
    first: Index
    pair: Index
    article: Index
    sums: NDArray[np.float64]

    def look_up(self, key: Keys, own: Index = _NONE) -> Found:
        """Find where keys stand.

        Args:
            key: The keys.
            own: The articles of the page that they are from.
        """
        at = self.keys[:-1].searchsorted(key)
        is_known = self.keys[at] == key
        number = np.where(is_known, at, _UNKNOWN)
        low = self.first[at]
        high = np.where(is_known, self.first[at + 1], low)
        return Found(number, low, high, [Pair(article, *self.find(number, article)) for article in own])

    def count(self, found: Found) -> Column:
        """Return on how many articles each key stands."""
        counts: Column = (found.high - found.low).astype(np.float32)
        for pair in found.own:
            counts -= pair.is_there
        return counts

    def count_between(self, found: Found, bounds: Sequence[int]) -> Column:
        """Return on how many articles each key stands, of those with numbers from each of b bounds to the next, (b - 1) x n."""
        base = found.number * _ARTICLES
        ends = self.pair[:-1].searchsorted(base + np.array(bounds)[:, None])
        counts: Column = (ends[1:] - ends[:-1]).astype(np.float32)
        for pair in found.own:
            for row, (low, high) in enumerate(pairwise(bounds)):
                if low <= pair.article < high:
                    counts[row] -= pair.is_there
        return counts

    def total(self, found: Found) -> NDArray[np.float64]:
        """Return the sum of each column over the articles that each key stands on, c x n."""
        totals: NDArray[np.float64] = self.sums[:, found.high] - self.sums[:, found.low]
        for pair in found.own:
            totals -= self.values(pair.at) * pair.is_there
        return totals

    def pairs(self, found: Found, among: NDArray[np.bool_]) -> tuple[Index, Index, NDArray[np.float64]]:
        """List where keys stand on some articles.

        Args:
            found: The keys, n.
            among: Which articles, by their numbers.

        Returns:
            Of each pair the place of its key among the keys, m; its article, m; its columns, c x m.
        """
        among = among.copy()
        among[[pair.article for pair in found.own]] = False
        sizes = found.high - found.low
        query = np.repeat(np.arange(len(sizes)), sizes)
        at = np.arange(len(query)) - np.repeat(np.cumsum(sizes) - sizes - found.low, sizes)
        chosen = np.flatnonzero(among[self.article[at]])
        at = at[chosen]
        return query[chosen], self.article[at], self.values(at)

    def numbers(self) -> Index:
        """Return the number of the key of each pair, k."""
        return self.pair[:-1] // _ARTICLES

    def find(self, number: Index, article: np.intp | Index) -> tuple[Index, NDArray[np.bool_]]:
        """Find the pair of each key, by its number, with an article, or with one for each: its place, and whether there is one."""
        wanted = number * _ARTICLES + article
        at = self.pair[:-1].searchsorted(wanted)
        return at, self.pair[at] == wanted

    def values(self, at: Index) -> NDArray[np.float64]:
        """Return the columns of pairs, c x n."""
        columns: NDArray[np.float64] = self.sums[:, at + 1] - self.sums[:, at]
        return columns


def index_places(key: Keys, article: Index, columns: Column) -> Places:
    """Index rows of a key, an article and c columns, which are summed over the rows of one pair."""
    order = np.lexsort((article, key))
    key, article = key[order].astype(np.uint64), article[order]
    is_new_key = np.ones(len(key), np.bool_)
    is_new_key[1:] = key[1:] != key[:-1]
    is_new = is_new_key.copy()
    is_new[1:] |= article[1:] != article[:-1]
    starts = np.flatnonzero(is_new)
    sums = np.zeros((len(columns), len(starts) + 2))
    if len(columns) and len(starts):
        np.cumsum(np.add.reduceat(columns[:, order], starts, axis=1), axis=1, out=sums[:, 1:-1], dtype=np.float64)
        sums[:, -1] = sums[:, -2]
    first = np.flatnonzero(is_new_key[starts])
    number = np.cumsum(is_new_key)[starts] - 1
    return Places(
        keys=np.append(key[is_new_key], np.uint64(0)),
        first=np.append(first, [len(starts), len(starts)]),
        pair=np.append(number * _ARTICLES + article[starts], 2 * _UNKNOWN * _ARTICLES),
        article=article[starts],
        sums=sums,
    )
