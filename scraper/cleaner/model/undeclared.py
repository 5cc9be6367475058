"""Whether a page that does not call itself an article reads as one: its sure prose stands in one place.

Pages of before 2010, of small content systems and those that people saved by printing say nothing of the kind, and one in eight
articles of wcxb-dev calls itself something else. What stands around their text then has to be doubted as around an article's,
which on a list, a shop or a manual would cost what the page is about.
"""

from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.metadata import Metadata
from scraper.cleaner.model.choice import SURE
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import PART_TAGS

DATED_SHARE: Final = 0.3
"""A dated page is an article with so much of its sure prose in one container: a forum's posts are dated, too, and each has its own.
On folds (blocks-7, 2026-11-27) the 51 articles of wcxb-dev that are dated and call themselves nothing go from .9719 to .9858, the
snippets of such pages from .9441 to .9487, and of 10 other pages one loses, which is news with comments."""

SHARE: Final = 0.5
PARAGRAPHS: Final = 2
"""Without a date, and without a word on what the page is, so many paragraphs and half of the prose. 38 articles gain .006, 60 other
pages .002 (wcxb-dev, as above); with a single paragraph lists and collections lost 2.2 pages' worth."""


def reads_as_article(
    probability: NDArray[np.float32], blocks: Blocks, columns: PageColumns, metadata: Metadata
) -> bool:
    """Tell whether a page that calls itself no article has an article's text.

    Args:
        probability: Of each block, that it is main content, n.
        blocks: The page, n blocks.
        columns: The page as arrays.
        metadata: What it says about itself.
    """
    if metadata.is_discussion or not (metadata.published or metadata.is_article is None):
        return False
    places = np.flatnonzero((probability >= SURE) & (columns.prose > 0)).tolist()
    words: Counter[int] = Counter()
    for place in places:
        frame = blocks.frame[place]
        if metadata.published and _is_paragraph(blocks, frame):
            frame = blocks.parent[frame]
        while frame and blocks.tag[frame] in PART_TAGS:
            frame = blocks.parent[frame]
        words[frame] += int(columns.words[place])
    share = max(words.values(), default=0) / max(sum(words.values()), 1)
    return share >= DATED_SHARE if metadata.published else share >= SHARE and len(places) >= PARAGRAPHS


def _is_paragraph(blocks: Blocks, frame: int) -> bool:
    """Whether an element is a ``div`` that holds a single text itself: some systems write paragraphs so (2026-11-28)."""
    return blocks.tag[frame] == "div" and blocks.end_block[frame] - blocks.first_block[frame] == 1
