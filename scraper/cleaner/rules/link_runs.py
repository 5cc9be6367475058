"""Menus in rows of their own: runs of short links before an article's text, or after it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.model.choice import SURE
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns

RUN: Final = 8
"""So many blocks in a row that are hardly more than a link are a menu, whatever holds them: a cell each, in pages of the 2000s. On
folds (blocks-7, 2026-11-28) articles go from .9664 to .9666, all other pages and the snippets are the same; written ones of the
2000s from .867 to .878."""

LINKED: Final = 0.5
WORDS: Final = 8


def drop_link_runs(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], probability: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Take out the runs of links that stand before the first prose that is sure, or after the last.

    Links to places of the page itself are a table of contents.

    Args:
        blocks: The page, n blocks.
        columns: The page as arrays.
        keep: What is kept so far, n.
        probability: Of each block, that it is main content, n.
    """
    prose = (keep & (columns.prose > 0) & (probability >= SURE)).nonzero()[0]
    if not len(prose):
        return keep
    is_link = (columns.link_share >= LINKED) & (columns.words <= WORDS)
    is_link[prose[0] : prose[-1] + 1] = False
    bounds = np.diff(is_link, prepend=False, append=False).nonzero()[0].reshape(-1, 2)
    for first, end in bounds[np.diff(bounds)[:, 0] >= RUN].tolist():
        if keep[first:end].any() and not any(_leads_within(blocks, place) for place in range(first, end)):
            keep = keep.copy()
            keep[first:end] = False
    return keep


def _leads_within(blocks: Blocks, place: int) -> bool:
    return any(href.startswith("#") and href != "#" for _, _, _, href in blocks.spans[place])
