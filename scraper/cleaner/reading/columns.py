"""The page as arrays: what features, choice and page class compute with."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner import characters
from scraper.cleaner.phrases.stock import AROUND, SHORT_CHARS, SHORT_WORDS, find_phrases
from scraper.cleaner.reading.blocks import Blocks

Column = NDArray[np.float32]
Index = NDArray[np.intp]
Bits = NDArray[np.int64]

LEVELS: Final = 6
"""Containers looked at around each block. The prototype's gain ended at five (2026-11)."""

# A block with this many words, few of them links, is prose; a language's shortest news paragraphs have about twelve.
PROSE_WORDS: Final = 12
PROSE_LINK_DENSITY: Final = 0.35
# Or with so many characters: of written paragraphs over 60 characters 45 % have fewer words in Malayalam, 50 % in Telugu.
PROSE_CHARS: Final = 80
LEAST_PROSE_WORDS: Final = 6

GOES_ON: Final = 8
"""Blocks above a heading among which prose stands that goes on below it."""


@dataclass(slots=True, kw_only=True)
class PageColumns:
    """Columns over n blocks and m frames.

    Attributes:
        counts: Characters by kind (``characters.KIND_COLUMN``), 8 x n.
        first_kind: Kind of each block's first character, n.
        last_kind: Kind of each block's last character, n.
        words: Words of each block, at least one, n.
        link_share: Share of each block's characters that are inside links, n.
        link_words: Words inside links, n.
        prose: Words of blocks that are prose, 0 for others, n.
        phrases: One bit for each group of stock phrases that a short block announces, n.
        ancestors: The frame of each block and the frames around that, LEVELS x n.
        path: Number of each frame's path, m.
        first: First block of each frame, m.
        end: One past the last block of each frame, m.
        group: Number of each block's path signature, n.
        repeats: How many frames have each frame's path signature, m.
        images: Images that stand before each block, n + 1.
        sums: Words, words inside links, words of prose and blocks of prose before each block, 4 x (n + 1).
    """

    counts: Column
    first_kind: NDArray[np.uint8]
    last_kind: NDArray[np.uint8]
    words: Column
    link_share: Column
    link_words: Column
    prose: Column
    phrases: Bits
    ancestors: Index
    path: Index
    first: Index
    end: Index
    group: Index
    repeats: Column
    images: Column
    sums: NDArray[np.float64]


def read_columns(blocks: Blocks) -> PageColumns:
    """Return the page as arrays; it has at least one block."""
    texts = blocks.text
    n = len(texts)
    counts, first_kind, last_kind = characters.count_kinds(texts)
    words, is_short = _count_words(counts)
    density = np.array(blocks.link_share, np.float32)
    parent = np.array(blocks.parent, np.intp)
    ancestors = np.empty((LEVELS, n), np.intp)
    ancestors[0] = blocks.frame
    for level in range(1, LEVELS):
        ancestors[level] = parent[ancestors[level - 1]]
    path = np.array(blocks.path, np.intp)
    signature = np.array(_path_signatures(blocks), np.intp)[path]
    repeats = np.bincount(signature).astype(np.float32)
    images = np.zeros(n + 1, np.float32)
    if blocks.images:
        np.cumsum(np.bincount(blocks.images, minlength=n)[:n], out=images[1:])
    link_words = words * density
    chars = np.fromiter(map(len, texts), np.intp, n)
    is_long = (words >= PROSE_WORDS) | ((chars >= PROSE_CHARS) & (words >= LEAST_PROSE_WORDS))
    prose = words * (is_long & (density < PROSE_LINK_DENSITY))
    return PageColumns(
        counts=counts,
        first_kind=first_kind,
        last_kind=last_kind,
        words=words,
        link_share=density,
        link_words=link_words,
        prose=prose,
        phrases=_find_all_phrases(blocks, is_short & (chars <= SHORT_CHARS), prose),
        ancestors=ancestors,
        path=path,
        first=np.array(blocks.first_block, np.intp),
        end=np.array(blocks.end_block, np.intp),
        group=_renumber(signature[ancestors[0]], len(repeats)),
        repeats=repeats[signature],
        images=images,
        sums=_running_sums(words, link_words, prose, prose > 0),
    )


def _count_words(counts: Column) -> tuple[Column, NDArray[np.bool_]]:
    """Return the words of each block, at least one, and whether they are few where there are no blanks between them."""
    wide = counts[characters.KIND_COLUMN[characters.WIDE]]
    words = counts[characters.KIND_COLUMN[characters.SPACE]] + (wide == 0)
    words += wide / np.float32(characters.WORD_UNITS)
    np.maximum(words, 1, out=words)
    return words, (wide == 0) | (words <= SHORT_WORDS)


def _find_all_phrases(blocks: Blocks, is_short: NDArray[np.bool_], prose: Column) -> Bits:
    """Return what short blocks announce; a heading within prose nothing that only heads what stands around an article.

    "Comments divide the town" heads a part of the text where the text goes on as it did before: at the same kind of place.
    """
    texts = blocks.text
    found = [find_phrases(text) if short else 0 for text, short in zip(texts, is_short.tolist(), strict=True)]
    for index, bits in enumerate(found[1:-1], 1):
        if bits & AROUND and blocks.is_heading(index) and len(texts[index].split()) > 1:
            below = blocks.path[blocks.frame[index + 1]]
            above = range(max(0, index - GOES_ON), index)
            if prose[index + 1] and any(prose[at] and blocks.path[blocks.frame[at]] == below for at in above):
                found[index] = bits & ~AROUND
    return np.array(found, np.int64)


def _path_signatures(blocks: Blocks) -> list[int]:
    """Number the paths by their tags and classes: equal number, equal kinds of elements up the tree."""
    known: dict[tuple[int, str, str], int] = {}
    numbers: list[int] = []
    for tag, look, above in zip(blocks.path_tag, blocks.path_look, blocks.path_above, strict=True):
        key = (numbers[above] if numbers else -1, tag, look.signature)
        numbers.append(known.setdefault(key, len(known)))
    return numbers


def _renumber(values: Index, limit: int) -> Index:
    """Number the values that occur, all below ``limit``, from 0 without gaps."""
    occurs = np.zeros(limit, np.bool_)
    occurs[values] = True
    return (np.cumsum(occurs) - 1)[values]


def _running_sums(*columns: NDArray[Any]) -> NDArray[np.float64]:
    """Return for each of k columns the sums of its first 0, 1, ... n values, k x (n + 1)."""
    sums = np.zeros((len(columns), len(columns[0]) + 1))
    for row, column in zip(sums, columns, strict=True):
        np.cumsum(column, out=row[1:])
    return sums
