"""Teaser cards under an article: headings that are links to other pages, each in a small element of its own, again and again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.assemble import HEADING_LEVEL
from scraper.cleaner.blocks import Blocks

Column = NDArray[np.float32]

# Cards are told after the last prose that stands in none, where what stays is so many words, so much of the choice, and so much of
# it prose: on a front page cards are the content. Folds, 2026-11-26: five wrong snippets go and no right one, three articles
# gain .12 to .38 and one loses .01 (all together +.0009), other pages of wcxb-dev are the same. Told anywhere on the page it
# would cost those .001; with .8 of prose one of the three articles would not gain.
MIN_WORDS: Final = 100
MIN_SHARE: Final = 0.4
MIN_PROSE: Final = 0.6
# A card's words, what is not kept of them included; so much of the heading is the link.
CARD_WORDS: Final = 150
LINK_SHARE: Final = 0.9
# Words of prose that no card's summary stands for.
PROSE_WORDS: Final = 20
_NO_PAGE: Final = ("#", "javascript:", "mailto:", "tel:")


def drop_cards(blocks: Blocks, keep: NDArray[np.bool_], words: Column, prose: Column) -> NDArray[np.bool_]:
    """Return the choice without the cards after its last prose.

    Args:
        blocks: The page.
        keep: The choice, n.
        words: Of each block, n.
        prose: Words of the blocks that are prose, 0 for others, n.
    """
    cards = list(_find_cards(blocks))
    if not cards:
        return keep
    inside = np.zeros(len(keep), np.bool_)
    for first, end in cards:
        if words[first:end].sum() <= CARD_WORDS:
            inside[first:end] = True
    rest = keep & ~inside
    body = np.flatnonzero(rest & (prose > PROSE_WORDS))
    left = words[rest].sum()
    if not len(body) or left < max(MIN_WORDS, MIN_SHARE * words[keep].sum()):
        return keep
    inside[: body[-1]] = False
    tidy: NDArray[np.bool_] = keep & ~inside
    return tidy if prose[tidy].sum() >= MIN_PROSE * words[tidy].sum() else keep


def _find_cards(blocks: Blocks) -> Iterator[tuple[int, int]]:
    """Yield the first block of each card and one past its last."""
    by_path: dict[int, list[int]] = {}
    frames, tags, parents = blocks.frame, blocks.tag, blocks.parent
    linked = [index for index, share in enumerate(blocks.link_share) if share >= LINK_SHARE]
    for index in linked:
        frame = frames[index]
        if (tags[frame] in HEADING_LEVEL or tags[parents[frame]] in HEADING_LEVEL) and _leads_elsewhere(blocks, index):
            by_path.setdefault(blocks.path[frame], []).append(index)
    for headings in by_path.values():
        if len(headings) > 1:
            for before, index, after in _with_neighbours(headings, len(blocks.text)):
                yield _element_around(blocks, before, index, after)


def _leads_elsewhere(blocks: Blocks, index: int) -> bool:
    """Whether a link leads to another page: an accordion's heading is a link, too."""
    return any(
        mark == "a" and href and not href.strip().lower().startswith(_NO_PAGE) for *_, mark, href in blocks.spans[index]
    )


def _with_neighbours(headings: Sequence[int], end: int) -> Iterator[tuple[int, int, int]]:
    for (before, index), (_, after) in pairwise(pairwise((-1, *headings, end))):
        yield before, index, after


def _element_around(blocks: Blocks, before: int, index: int, after: int) -> tuple[int, int]:
    """Return the range of the largest element around a heading that has neither of its neighbours."""
    frame = blocks.frame[index]
    while (above := blocks.parent[frame]) and before < blocks.first_block[above] and blocks.end_block[above] <= after:
        frame = above
    return blocks.first_block[frame], blocks.end_block[frame]
