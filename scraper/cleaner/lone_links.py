"""Links to other articles that stand by themselves between an article's paragraphs, with no label that a word tells."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.assemble import HEADING_LEVEL
from scraper.cleaner.blocks import Blocks
from scraper.cleaner.cards import LINK_SHARE, TITLE_WORDS, leads_into

# In content of so much prose, at most so many links and so much of its words: more are what the text is about. Neither headings
# nor cells, which are the items of a list of products. Folds (2026-11-27): links go from 16 articles; of the six whose words are
# labelled four gain (.003 to .016) and two lose (.0003, .0015), a wrong snippet goes and no right one. Without these bounds
# lists of products and of places would lose up to .06.
MIN_PROSE: Final = 0.6
MAX_LINKS: Final = 6
MAX_SHARE: Final = 0.2
_OTHER_TAGS: Final = frozenset((*HEADING_LEVEL, "td", "th", "dt", "dd"))


def drop_lone_links(
    blocks: Blocks, keep: NDArray[np.bool_], words: NDArray[np.float32], prose: NDArray[np.float32], own_host: str
) -> NDArray[np.bool_]:
    """Return an article's choice without the blocks among its prose that are one link into the site and nothing else.

    Args:
        blocks: The page.
        keep: The choice, n.
        words: Of each block, n.
        prose: Words of the blocks that are prose, 0 for others, n.
        own_host: The page's host, empty where unknown.
    """
    body = np.flatnonzero(keep & (prose > 0)).tolist()
    if not body or prose[keep].sum() < MIN_PROSE * words[keep].sum():
        return keep
    paths = {blocks.path[blocks.frame[index]] for index in body}
    tidy, shares = keep.copy(), blocks.link_share
    for index in (np.flatnonzero(keep[body[0] : body[-1]]) + body[0]).tolist():
        if shares[index] >= LINK_SHARE and words[index] >= TITLE_WORDS and _is_lone(blocks, index, own_host):
            tidy[index] = blocks.path[blocks.frame[index]] in paths
    lone = keep & ~tidy
    return tidy if lone.sum() <= MAX_LINKS and words[lone].sum() <= MAX_SHARE * words[keep].sum() else keep


def _is_lone(blocks: Blocks, index: int, own_host: str) -> bool:
    frame = blocks.frame[index]
    return leads_into(blocks, index, own_host) and _OTHER_TAGS.isdisjoint(
        (blocks.tag[frame], blocks.tag[blocks.parent[frame]])
    )
