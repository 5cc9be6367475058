"""Which pages have which prose: what tells copies of one article."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.articles import Column, Flags, same_by_prose
from scraper.cleaner.profile.fingerprints import Rows, is_prose
from scraper.cleaner.profile.places import Index, Keys

_PAIRS: Final = 500_000
"""So many pairs of equal texts are compared at once."""

_COMMON_SHARE: Final = 0.25
"""Of texts that more of the pages have, a product of tables takes less time than a list of the pairs: a plea on all of 768 pages
makes half a million of them."""


@dataclass(frozen=True, slots=True)
class ProseIndex:
    """The prose of p pages, each text once a page, sorted by text.

    Attributes:
        text: Hashes, r.
        page: On which page each stands, r.
        words: Of each, r.
        start: How much prose stands before it there, r.
        page_words: Words of prose of each page, p.
    """

    text: Keys
    page: Index
    words: Column
    start: Column
    page_words: Column

    def copies(self, rows: Rows) -> Flags:
        """Tell which pages are the same article as one with these rows, p."""
        own = index_prose(rows, np.zeros(len(rows), np.intp), 1)
        same: Flags = self._judge(own, self._sum_pairs(own, np.ones(len(own.text), np.bool_)))[0]
        return same

    def same(self) -> Flags:
        """Tell which pages are the same article as which, p x p."""
        _, number, count = np.unique(self.text, return_inverse=True, return_counts=True)
        is_common = count[number] > _COMMON_SHARE * len(self.page_words)
        return self._judge(self, self._sum_pairs(self, ~is_common) + self._sum_common(is_common))

    def _judge(self, own: "ProseIndex", sums: NDArray[np.float64]) -> Flags:
        words, start, count = sums.astype(np.float32)
        return same_by_prose(words, own.page_words, self.page_words, start / np.maximum(count, 1))

    def _sum_pairs(self, own: "ProseIndex", chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Sum over some of the texts that its q pages have in common with ours, text by text.

        Returns:
            Their words, how much more prose stands before them on the q pages, and how many they are, 3 x q x p.
        """
        low, high = self.text.searchsorted(own.text, "left"), self.text.searchsorted(own.text, "right")
        shape = len(own.page_words), len(self.page_words)
        sums = np.zeros((3, shape[0] * shape[1]))
        every = (high - low) * chosen
        for rows in _split_rows(every):
            sizes = every[rows]
            mine = np.repeat(rows, sizes)
            theirs = np.arange(len(mine)) - np.repeat(np.cumsum(sizes) - sizes - low[rows], sizes)
            pair = own.page[mine] * shape[1] + self.page[theirs]
            columns = own.words[mine], own.start[mine] - self.start[theirs], None
            sums += [np.bincount(pair, column, shape[0] * shape[1]) for column in columns]
        return sums.reshape(3, *shape)

    def _sum_common(self, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return the same of our own pages, for texts that many have: a table of pages and texts is multiplied with itself."""
        page, (names, text) = self.page[chosen], np.unique(self.text[chosen], return_inverse=True)
        there, words, start = np.zeros((3, len(self.page_words), len(names)))
        there[page, text], words[page, text], start[page, text] = 1, self.words[chosen], self.start[chosen]
        return np.stack([words @ there.T, start @ there.T - there @ start.T, there @ there.T])


def _split_rows(sizes: Index) -> Iterator[Index]:
    """Yield the places of rows, in order, so many at once that they make about ``_PAIRS`` pairs."""
    if sizes.sum() < _PAIRS:  # those of one page
        yield np.arange(len(sizes))
        return
    step = np.cumsum(sizes) // _PAIRS
    for first, end in pairwise((0, *(np.flatnonzero(np.diff(step)) + 1).tolist(), len(sizes))):
        yield np.arange(first, end)


def index_prose(rows: Rows, page: NDArray[np.intp], pages: int) -> ProseIndex:
    """Index the prose among rows that stand on so many pages."""
    chosen = is_prose(rows)
    rows, page = rows[chosen], page[chosen]
    order = np.lexsort((page, rows["text"]))
    rows, page = rows[order], page[order]
    first = np.ones(len(rows), np.bool_)
    first[1:] = (rows["text"][1:] != rows["text"][:-1]) | (page[1:] != page[:-1])
    rows, page = rows[first], page[first]
    words = rows["words"].astype(np.float32)
    return ProseIndex(
        text=rows["text"],
        page=page,
        words=words,
        start=rows["start"].astype(np.float32),
        page_words=np.bincount(page, words, pages).astype(np.float32),
    )


def count_prose(rows: Rows) -> int:
    """Return the words of a page's prose, each text once."""
    prose = rows[is_prose(rows)]
    text, words = prose["text"], prose["words"]
    return int(words[:1].sum()) + int(words[1:][text[1:] != text[:-1]].sum())
