"""Rows of entries: a live blog's posts, letters with their replies, the stations of a chronology.

What stands in most of them at the same place belongs to all: a sentence that is a whole post, a heading, a reply. A build's made-up
classes on some entries, or that they are short, let the model doubt them. On written pages (2026-11-28) five gain .005 to .11. Of
16 articles of wcxb-dev (folds) that were other for little else 11 gained, one of them .049, and five lost .0001 to .008: lists of
words, which a label now has to stand over a sentence for.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.phrases.stock import CLOSING, ENDS, ends_sentence, find_phrases
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import PART_TAGS
from scraper.cleaner.rules.copies import COPY_CHARS
from scraper.cleaner.rules.posts import time_at

DEPTH: Final = 3
"""So many elements stand between the one around a row and a block's own at most."""

ENTRIES: Final = 3
"""So many that hold kept text beside something else are a row."""

LEAST: Final = 0.2
LEAST_LABEL: Final = 0.3
LABELS: Final = 2
LABEL_CHARS: Final = 80
BELOW: Final = 2
"""So many blocks below a label is what it stands over."""

# A chronology's dates have a year and no time of day, and their years go on, or back.
DATE_CHARS: Final = 40
LEAST_DATE: Final = 0.1
_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_CLOCK: Final = re.compile(r"\d[:.h]\d\d(?!\d)")


class _Row(NamedTuple):
    """Where blocks stand in a row of entries: the element around it, an entry's tag, the elements from there down to a block."""

    around: int
    entry: str
    inner: tuple[tuple[str, str], ...]


def add_entries(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], chosen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return an article's choice with what entries lack that others of their row have, and with the dates of a chronology.

    Args:
        blocks: The page.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        chosen: Blocks that the model chose: those of them that a rule took out stay out, n.
    """
    kept = keep.nonzero()[0]
    if len(kept) < ENTRIES:
        return keep
    within = range(int(kept[0]), int(kept[-1]) + 1)
    doubted = (~(keep | chosen) & (probability >= LEAST_DATE)).nonzero()[0]
    doubted = doubted[(doubted > kept[0]) & (doubted < kept[-1])]
    lacking = {index for index in doubted.tolist() if _may_lack(blocks, index, float(probability[index]))}
    if not lacking:
        return keep
    full = keep.copy()
    said = {blocks.text[index] for index in kept.tolist()}
    sizes: Counter[tuple[int, str]] | None = None
    for row, places in _read_rows(blocks, within, lacking).items():
        if len(places) < LABELS or lacking.isdisjoint(places):
            continue
        sizes = _count_entries(blocks, keep) if sizes is None else sizes
        if sizes[row.around, row.entry] >= ENTRIES:
            back = _lacking_of(blocks, keep, row, places, lacking)
            full[
                [index for index in back if len(blocks.text[index]) < COPY_CHARS or blocks.text[index] not in said]
            ] = True
    return full


def _may_lack(blocks: Blocks, index: int, probability: float) -> bool:
    """Whether a block that is left out may be a sentence, a label or a date of an entry."""
    text = blocks.text[index]
    if blocks.links[index] or blocks.tag[blocks.frame[index]] == "button" or time_at(blocks, index) is not None:
        return False
    if _is_dated(text):
        return True
    least = LEAST if text.rstrip(CLOSING).endswith(ENDS) else LEAST_LABEL
    is_label = least == LEAST or (len(text) > 1 and text[0].isalnum() and _CLOCK.search(text) is None)
    return probability >= least and is_label and any(map(str.isalpha, text)) and not find_phrases(text)


def _is_dated(text: str) -> bool:
    return len(text) <= DATE_CHARS and _YEAR.search(text) is not None and _CLOCK.search(text) is None


def _read_rows(blocks: Blocks, within: Iterable[int], lacking: Iterable[int]) -> dict[_Row, list[int]]:
    """Return the blocks made as one of those that are lacking, by where they stand in the elements around them."""
    rows: dict[_Row, list[int]] = defaultdict(list)
    sought = {blocks.kind(blocks.frame[index]) for index in lacking}
    for index in within:
        frame = blocks.frame[index]
        if blocks.kind(frame) not in sought:
            continue
        inner: tuple[tuple[str, str], ...] = ()
        for _ in range(DEPTH):
            inner = (blocks.kind(frame), *inner)
            frame = blocks.parent[frame]
            if not frame:
                break
            rows[_Row(blocks.parent[frame], blocks.tag[frame], inner)].append(index)
    return rows


def _count_entries(blocks: Blocks, keep: NDArray[np.bool_]) -> Counter[tuple[int, str]]:
    """Count, by the element around them and their tag, the elements that hold kept text beside something else."""
    kept = np.concatenate(([0], np.cumsum(keep))).tolist()
    bounds = zip(blocks.parent, blocks.tag, blocks.first_block, blocks.end_block, strict=True)
    return Counter(
        (around, tag)
        for around, tag, first, end in islice(bounds, 1, None)  # the body is in none
        if end - first > 1 and kept[end] > kept[first] and tag not in PART_TAGS
    )


def _lacking_of(
    blocks: Blocks, keep: NDArray[np.bool_], row: _Row, places: Sequence[int], lacking: set[int]
) -> list[int]:
    """Return which blocks at the same place of their entries come back."""
    if _are_dates(blocks, keep, places):
        return list(places)
    kept = [index for index in places if keep[index]]
    if 2 * len(kept) < len(places):
        return []
    names = {name for index in kept for name in _names_of(blocks, row, index)}
    found = [index for index in places if index in lacking and not names.isdisjoint(_names_of(blocks, row, index))]
    return [
        index
        for index in found
        if ends_sentence(blocks.text[index]) or (len(kept) >= LABELS and _is_over(blocks, keep, index))
    ]


def _names_of(blocks: Blocks, row: _Row, index: int) -> list[str]:
    """Return the classes of a block's entry, an empty one where it has none; a build may add its own to some."""
    frame = blocks.frame[index]
    for _ in row.inner:
        frame = blocks.parent[frame]
    return blocks.look(frame).signature.split() or [""]


def _is_over(blocks: Blocks, keep: NDArray[np.bool_], index: int) -> bool:
    """Whether a block is a short line over a kept sentence."""
    below = range(index + 1, min(index + 1 + BELOW, len(keep)))
    return len(blocks.text[index]) <= LABEL_CHARS and any(keep[at] and ends_sentence(blocks.text[at]) for at in below)


def _are_dates(blocks: Blocks, keep: NDArray[np.bool_], places: Sequence[int]) -> bool:
    """Whether lines are the dates of a chronology, each over kept text."""
    texts = [blocks.text[index] for index in places]
    if (
        len(places) < ENTRIES
        or not all(map(_is_dated, texts))
        or not all(_is_over(blocks, keep, index) for index in places)
    ):
        return False
    years = [int(year[0]) for year in map(_YEAR.search, texts) if year]
    steps = {(later > earlier) - (later < earlier) for earlier, later in pairwise(years)} - {0}
    return len(steps) == 1
