"""Which pages have which prose: what tells copies of one article."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.articles import Column, Flags, same_by_prose
from scraper.cleaner.profile.fingerprints import Rows
from scraper.cleaner.profile.places import Index, Keys

_PAIRS: Final = 500_000
"""So many pairs of equal texts are compared at once: a profile whose pages are all alike has a hundred million."""


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
        same: Flags = self._compare(own)[0]
        return same

    def same(self) -> Flags:
        """Tell which pages are the same article as which, p x p."""
        return self._compare(self)

    def _compare(self, own: "ProseIndex") -> Flags:
        """Tell which of its q pages are the same article as which of ours, q x p."""
        low, high = self.text.searchsorted(own.text, "left"), self.text.searchsorted(own.text, "right")
        shape = len(own.page_words), len(self.page_words)
        sums = np.zeros((3, shape[0] * shape[1]))
        for rows in _split_rows(high - low):
            sizes = (high - low)[rows]
            mine = np.repeat(rows, sizes)
            theirs = np.arange(len(mine)) - np.repeat(np.cumsum(sizes) - sizes - low[rows], sizes)
            pair = own.page[mine] * shape[1] + self.page[theirs]
            columns = own.words[mine], own.start[mine] - self.start[theirs], None
            sums += [np.bincount(pair, column, shape[0] * shape[1]) for column in columns]
        words, start, count = (total.astype(np.float32).reshape(shape) for total in sums)
        offset = (start / np.maximum(count, 1)).astype(np.float32)
        return same_by_prose(words, own.page_words, self.page_words, offset)


def _split_rows(sizes: Index) -> Iterator[Index]:
    """Yield the places of rows, in order, so many at once that they make about ``_PAIRS`` pairs."""
    step = np.cumsum(sizes) // _PAIRS
    for first, end in pairwise((0, *(np.flatnonzero(np.diff(step)) + 1).tolist(), len(sizes))):
        yield np.arange(first, end)


def index_prose(rows: Rows, page: NDArray[np.intp], pages: int) -> ProseIndex:
    """Index the prose among rows that stand on so many pages."""
    is_prose = rows["prose"] > 0
    rows, page = rows[is_prose], page[is_prose]
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
