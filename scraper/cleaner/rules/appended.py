"""A second article under the first, as pages with endless scrolling have it: told by ``article`` elements, or a second headline."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import fold_text
from scraper.cleaner.reading.blocks import Blocks

# What stands in the headline's own element must be an article by itself, or the element is only a page's head.
# On wcxb-dev and the snippet set (folds, 2026-11) the rule speaks on 10 of 2,461 pages: three of the four with full truth gain
# (.754 to .979, .373 to 1.000, .978 to .997); without this bound a fourth fell from .93 to .20.
MIN_WORDS: Final = 100
_HEADLINE: Final = frozenset(("h1", "h2"))

MAX_APPENDED: Final = 2
"""So many articles at most come with the page, the others when a reader scrolls. The second headline cuts off nothing on wcxb-dev's
articles (2026-11-27)."""


def drop_appended(
    blocks: Blocks, keep: NDArray[np.bool_], words: NDArray[np.float32], title: str | None
) -> NDArray[np.bool_]:
    """Return the choice without the blocks of other ``article`` elements after the one with the page's headline.

    And without what begins with a heading that is made as the headline is.
    """
    headline = _find_headline(blocks, fold_text(title or ""))
    if headline is None:
        return keep
    tidy = keep.copy()
    if article := _article_around(blocks, blocks.frame[headline]):
        end = blocks.end_block[article]
        if float(words[:end][keep[:end]].sum()) >= MIN_WORDS:
            for index in (keep[end:].nonzero()[0] + end).tolist():
                if _article_around(blocks, blocks.frame[index]):
                    tidy[index] = False
    second = _find_alike(blocks, headline)
    if second is not None and float(words[:second][keep[:second]].sum()) >= MIN_WORDS:
        tidy[second:] = False
    return tidy


def _find_alike(blocks: Blocks, headline: int) -> int | None:
    """Return the first ``h1`` after the headline with its classes, if any, at the same kind of place; many are sub-headings."""
    frame = blocks.frame[headline]
    if blocks.tag[frame] != "h1" or not blocks.look(frame).signature:
        return None
    alike = [
        index
        for index, other in enumerate(blocks.frame[headline + 1 :], headline + 1)
        if blocks.path[other] == blocks.path[frame] and blocks.parent[other] != blocks.parent[frame]
    ]
    return alike[0] if 0 < len(alike) <= MAX_APPENDED else None


def _find_headline(blocks: Blocks, title: str) -> int | None:
    """Return the first block under a heading that says the title."""
    if not title:
        return None
    tags, parents = blocks.tag, blocks.parent
    for index, frame in enumerate(blocks.frame):
        if (tags[frame] in _HEADLINE or tags[parents[frame]] in _HEADLINE) and fold_text(blocks.text[index]) == title:
            return index
    return None


def _article_around(blocks: Blocks, frame: int) -> int:
    """Return the innermost ``article`` element around a frame, 0 for none."""
    while frame and blocks.tag[frame] != "article":
        frame = blocks.parent[frame]
    return frame
