"""What belongs together is kept together: a list or a table of which most is kept, an announced list, text with its labels.

The model judges block by block, and a list whose items lie about its threshold comes out with holes: every second shop of a list,
a table without a row. A reader sees that at once, where a list too much is hardly noticed.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import is_as_long
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS, LIST_TAGS
from scraper.cleaner.rules.labels import LINK_SHARE, add_labels
from scraper.cleaner.rules.orphans import COLONS

_WHOLES: Final = LIST_TAGS | {"table"}

# A list or table with so much of its blocks kept is kept, but for blocks that the model is so sure about. Folds, 2026-11-26,
# on wcxb-dev's articles and its other pages: .5 and .2 +.0005 and +.0011 (both halves by site gain), .6 +.0004 and +.0005,
# .4 +.0005 and +.0022; without the bound on the block +.0004 and +.0012. Lists with less kept are left alone: without what is
# kept of them all would lose (-.0022 and -.0042 below a fifth), as layouts are made of lists and tables, too.
KEPT_SHARE: Final = 0.5
LEAST_PROBABILITY: Final = 0.2

# In prose a list without links under kept text is kept where so much of it is: of 30 blocks that such lists of articles lack 27 are
# in the truth; with less kept 40 of 48, and the reviews under a product come, too (folds, 2026-11-27).
BEGUN_SHARE: Final = 0.25

# A cell of data says less.
PARAGRAPH_CHARS: Final = 300

# So many sentences in one cell are no data.
CELL_BLOCKS: Final = 3
SENTENCE_CHARS: Final = 80

# In prose, a line that ends in a colon and is so sure announces the list under it. Folds, 2026-11-26: 13 pages, 8 articles gain and
# one loses (+.0001).
SURE_INTRO: Final = 0.8


def complete_wholes(
    blocks: Blocks,
    keep: NDArray[np.bool_],
    probability: NDArray[np.float32],
    *,
    is_prose: bool,
    is_article: bool = False,
) -> NDArray[np.bool_]:
    """Return the choice with the rest of lists and tables that are mostly kept, and in prose with announced lists and headings.

    Args:
        blocks: The page.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        is_prose: Whether the content is an article's.
        is_article: Whether the page calls itself one: short posts with their headings may be no prose, and what stands around each
            is left out.
    """
    kept = keep.nonzero()[0]
    if not len(kept):
        return keep
    full = keep.copy()
    owner = _owners(blocks, int(kept[0]), int(kept[-1]))
    if owner is not None:
        whole = _mostly_kept(blocks, keep, owner, is_prose=is_prose)
        full |= whole[owner] & (probability >= LEAST_PROBABILITY)
        if is_prose:
            _add_announced(blocks, full, probability, owner)
    add_labels(blocks, full, keep, probability, is_prose=is_prose, is_article=is_article)
    return full


def _mostly_kept(
    blocks: Blocks, keep: NDArray[np.bool_], owner: NDArray[np.intp], *, is_prose: bool
) -> NDArray[np.bool_]:
    """Return for each frame, up to the last that owns a block, whether it is a list or table of which the rest is kept, too."""
    kept = keep.nonzero()[0]
    size = np.bincount(owner)
    held = np.bincount(owner[kept], minlength=len(size))
    if not held[1:].any():  # nothing is kept in a list or table
        return np.zeros(len(size), np.bool_)
    whole = (held >= KEPT_SHARE * size) & (held > 0)
    whole[0] = False  # in no list or table
    cells = [
        index for index, frame in zip(kept.tolist(), owner[kept].tolist(), strict=True) if blocks.tag[frame] == "table"
    ]
    # A paragraph in a table, or several sentences in a cell: such tables lay the page out, menus and all.
    whole[[owner[index] for index in cells if is_as_long(blocks.text[index], PARAGRAPH_CHARS)]] = False
    whole[_split_cells(blocks, cells, owner)] = False
    if is_prose:
        whole &= np.bincount(owner, weights=blocks.link_share) < LINK_SHARE * size
        begun = ((held > 0) & (held >= BEGUN_SHARE * size) & ~whole).nonzero()[0].tolist()
        whole[[frame for frame in begun if frame and _is_plain_list(blocks, frame, keep)]] = True
    return whole


def _owners(blocks: Blocks, first: int, last: int) -> NDArray[np.intp] | None:
    """Return for each block the frame of the innermost list or table around it, 0 for none; None where these blocks have none."""
    starts, ends = blocks.first_block, blocks.end_block
    stop = bisect_right(
        starts, last + 1
    )  # frames are in reading order; the first one after the text may be announced there
    wholes = [frame for frame, tag in enumerate(blocks.tag[:stop]) if tag in _WHOLES and ends[frame] > first]
    if not wholes:
        return None
    owner = np.zeros(len(blocks.text), np.intp)
    for frame in wholes:  # inner frames come later
        owner[starts[frame] : ends[frame]] = frame
    return owner


def _is_plain_list(blocks: Blocks, frame: int, keep: NDArray[np.bool_]) -> bool:
    """Whether an element is a list without links right under a block that is kept."""
    first, end = blocks.first_block[frame], blocks.end_block[frame]
    return blocks.tag[frame] in LIST_TAGS and first > 0 and bool(keep[first - 1]) and not any(blocks.links[first:end])


def _split_cells(blocks: Blocks, in_tables: Sequence[int], owner: NDArray[np.intp]) -> list[int]:
    """Return the tables of which a cell holds several sentences: a column of the page, or the page itself."""
    cells: Counter[int] = Counter()
    for index in in_tables:
        if not is_as_long(blocks.text[index], SENTENCE_CHARS):
            continue
        frame = blocks.frame[index]
        while frame > owner[index] and blocks.tag[frame] not in CELL_TAGS:
            frame = blocks.parent[frame]
        if frame > owner[index]:
            cells[frame] += 1
    return [int(owner[blocks.first_block[cell]]) for cell, count in cells.items() if count >= CELL_BLOCKS]


def _add_announced(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], owner: NDArray[np.intp]
) -> None:
    """Keep the list under a sure line that ends in a colon, where nothing of it is kept yet."""
    for index in (keep[:-1] & ~keep[1:] & (owner[1:] > 0)).nonzero()[0].tolist():
        frame = int(owner[index + 1])
        announces = blocks.text[index][-1] in COLONS and probability[index] >= SURE_INTRO
        if announces and blocks.tag[frame] in LIST_TAGS and blocks.first_block[frame] == index + 1:
            inside = owner == frame
            if not keep[inside].any():
                keep |= inside & (probability >= LEAST_PROBABILITY)
