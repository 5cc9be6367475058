"""Which keys stand on which articles: sums over sorted columns, by key and by article."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Keys: TypeAlias = NDArray[np.uint64]
Index: TypeAlias = NDArray[np.intp]
Column: TypeAlias = NDArray[np.float32]

# Odd multipliers spread a number over 64 bits (Knuth, 6.4).
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)
_ONE: Final = np.uint64(1)


def mix_keys(key: Keys, other: NDArray[np.unsignedinteger]) -> Keys:
    """Return one key for each pair of a key and a number."""
    mixed: Keys = key ^ ((other.astype(np.uint64) + _ONE) * _ODD)
    return mixed


def number_keys(key: NDArray[np.uint32]) -> tuple[Sequence[int], Index]:
    """Return the different keys, u of n, in the order in which they come, and the number among them of each.

    For the 80 of a page this takes 12 µs, ``np.unique`` 31 (least of many, 2026-11-26).
    """
    numbers: dict[int, int] = {}
    number = [numbers.setdefault(value, len(numbers)) for value in key.tolist()]
    return list(numbers), np.array(number, np.intp)


class Own(NamedTuple):
    """Of n keys that were looked up, the place of each one's pair with an article, and whether there is such a pair."""

    article: int
    pair: NDArray[np.int32]
    is_there: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ByArticle:
    """Pairs of a key and an article, those of one article side by side and sorted by the numbers of their keys.

    The keys of one article are looked for in a few hundred numbers, where a table of all pairs would have to be fetched into the
    processor's cache for each page.

    Attributes:
        number: The number of the key of each; none's after each article.
        pair: The place of each among the pairs sorted by key.
        first: Where those of each article begin, and one end more.
    """

    number: NDArray[np.int32]
    pair: NDArray[np.int32]
    first: list[int]

    def find(self, number: Index, article: int) -> Own:
        """Find the pairs of keys, by their numbers, with an article."""
        low, end = self.first[article], self.first[article + 1] - 1
        at = self.number[low:end].searchsorted(number) + low
        return Own(article, self.pair[at], self.number[at] == number)


class Table(NamedTuple):
    """Pairs of a key and an article it stands on, each once, sorted by both.

    Attributes:
        keys: Sorted, each once, u.
        first: Where the pairs of each key begin, and one end more, u + 1.
        number: The place of each pair's key among the keys, k.
        article: The article of each pair, k.
        row: The pair of each row that the table was made of.
        sums: Sums of the first 0, 1, ... k pairs for each of c columns, c x (k + 1).
    """

    keys: Keys
    first: Index
    number: Index
    article: Index
    row: Index
    sums: NDArray[np.float64]

    def counts(self) -> Column:
        """Return on how many articles each key stands, and at the end 0 for one that is not there, u + 1."""
        return np.append(np.diff(self.first), 0).astype(np.float32)

    def values(self) -> NDArray[np.float64]:
        """Return the columns of each pair, k x c."""
        return np.ascontiguousarray(np.diff(self.sums).T)

    def totals(self) -> NDArray[np.float64]:
        """Return the sum of each column over the articles that each key stands on, and 0 for one that is not there, (u + 1) x c."""
        totals = np.diff(self.sums[:, self.first]).T
        return np.concatenate([totals, np.zeros((1, len(self.sums)))])

    def by_article(self, articles: int) -> ByArticle:
        """Return the pairs by article, of so many."""
        pair = np.argsort(self.article, kind="stable")
        ends = np.cumsum(np.bincount(self.article, minlength=articles))
        return ByArticle(
            number=np.insert(self.number[pair], ends, -1).astype(np.int32),
            pair=np.insert(pair, ends, 0).astype(np.int32),
            first=[0, *(ends + np.arange(1, articles + 1)).tolist()],
        )


def index_rows(key: Keys, article: Index, columns: Column | None = None) -> Table:
    """Index rows of a key, an article and c columns, which are summed over the rows of one pair."""
    order = np.lexsort((article, key))
    key, article = key[order].astype(np.uint64), article[order]
    is_new_key = np.ones(len(key), np.bool_)
    is_new_key[1:] = key[1:] != key[:-1]
    is_new = is_new_key.copy()
    is_new[1:] |= article[1:] != article[:-1]
    starts = np.flatnonzero(is_new)
    row = np.empty(len(key), np.intp)
    row[order] = np.cumsum(is_new) - 1
    sums = np.zeros((0 if columns is None else len(columns), len(starts) + 1))
    if columns is not None and len(starts):
        np.cumsum(np.add.reduceat(columns[:, order], starts, axis=1), axis=1, out=sums[:, 1:], dtype=np.float64)
    return Table(
        keys=key[is_new_key],
        first=np.append(np.flatnonzero(is_new_key[starts]), len(starts)),
        number=np.cumsum(is_new_key)[starts] - 1,
        article=article[starts],
        row=row,
        sums=sums,
    )


def find_keys(key: NDArray[np.unsignedinteger], among: Keys) -> Index:
    """Return the numbers of keys among u sorted ones, after which one more stands that none is; u for those that are not there."""
    at = among[:-1].searchsorted(key)
    number: Index = np.where(among[at] == key, at, len(among) - 1)
    return number
