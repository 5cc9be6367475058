"""Captions in elements that are no figures: the lines that one holds beside its image and nothing else.

Any element may be such a box, and what stands in it may as well be a paragraph, so the model has to doubt the lines where it is
sure of the text around them. Of written pages (2026-11-28) seven captions go, a writer's name and a note on another. On
labelled ones (folds) a wrong snippet goes and no right one, one article gains .010 and two lose .0004 and .0034.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import PART_TAGS
from scraper.cleaner.rules.captions import BOX_DEPTH, BOX_LINES, STEPS, are_lines, tells

SURE: Final = 0.74
SURE_TEXT: Final = 0.8
"""A paragraph that is so sure stands above."""
SURE_SENTENCES: Final = 0.65
"""Several sentences are more often the text's."""
SURER: Final = 0.15
"""So much surer is the model of the rest in the mean."""

_TEXT: Final = frozenset(("p", "div", "span"))

MAX_SHARE: Final = 0.3
"""Of the choice: more is a story told in pictures."""


def drop_image_boxes(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], probability: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Return an article's choice without the doubted lines that have an element for themselves and their image.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
    """
    sure = np.flatnonzero(keep & (columns.prose > 0) & (probability >= SURE_TEXT)).tolist() if blocks.images else []
    boxes = list(_find_boxes(blocks, keep, probability, sure[0])) if sure else []
    if not 0 < len(boxes) < STEPS:
        return keep
    tidy = keep.copy()
    tidy[list(chain.from_iterable(boxes))] = False
    words, gone = columns.words, keep & ~tidy
    if not tidy.any() or words[gone].sum() > MAX_SHARE * words[keep].sum():
        return keep
    rest = float(np.average(probability[tidy], weights=words[tidy]))
    return tidy if rest >= float(np.average(probability[gone], weights=words[gone])) + SURER else keep


def _find_boxes(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], first: int
) -> Iterator[list[int]]:
    """Yield the kept lines of each box below a block, all of them doubted."""
    for place, frame in zip(blocks.images, blocks.image_frame, strict=True):
        if first < place < len(keep) and blocks.tag[frame] not in PART_TAGS:
            box = _box_around(blocks, frame, place)
            lines = range(place, blocks.end_block[box])
            kept = [index for index in lines if keep[index]] if box else []
            if (
                kept
                and are_lines(blocks, lines, box)
                and all(blocks.tag[blocks.frame[index]] in _TEXT for index in kept)
            ):
                least = SURE_SENTENCES if tells(blocks, lines) else SURE
                if probability[kept].max() < least:
                    yield kept


def _box_around(blocks: Blocks, frame: int, place: int) -> int:
    """Return the largest element near around an image that holds a few lines below it and nothing above it; 0 for none."""
    box = 0
    for _ in range(BOX_DEPTH):
        if not frame or blocks.first_block[frame] < place or blocks.end_block[frame] - place > BOX_LINES:
            break
        if blocks.end_block[frame] > place:
            box = frame
        frame = blocks.parent[frame]
    return box
