"""What belongs together is kept together: a list or a table of which most is kept, an announced list, a heading over sure text.

And labels made as kept ones are, and whose words a kept quotation is.

The model judges block by block, and a list whose items lie about its threshold comes out with holes: every second shop of a list,
a table without a row. A reader sees that at once, where a list too much is hardly noticed.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import is_as_long
from scraper.cleaner.phrases.stock import find_phrases
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS, HEADING_LEVEL, LIST_TAGS
from scraper.cleaner.rules.posts import BETWEEN, time_at
from scraper.cleaner.rules.tidying import COLONS

_WHOLES: Final = LIST_TAGS | {"table"}

# A list or table with so much of its blocks kept is kept, but for blocks that the model is so sure about. Folds, 2026-11-26,
# on wcxb-dev's articles and its other pages: .5 and .2 +.0005 and +.0011 (both halves by site gain), .6 +.0004 and +.0005,
# .4 +.0005 and +.0022; without the bound on the block +.0004 and +.0012. Lists with less kept are left alone: without what is
# kept of them all would lose (-.0022 and -.0042 below a fifth), as layouts are made of lists and tables, too.
KEPT_SHARE: Final = 0.5
LEAST_PROBABILITY: Final = 0.2

# In prose a list with such a share of links is left as it is: half a list of teasers is better than all. Without the bound (folds,
# 2026-11-26) two wrong snippets more.
LINK_SHARE: Final = 0.6

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

# In prose, a heading over text that is so sure, unless the model is as sure about the heading. Folds, 2026-11-26: 69 pages, 23
# articles gain and 12 lose (.0000), other pages +.0001; over less sure text articles lose .0001.
SURE_TEXT: Final = 0.9

# So many kept labels, so much of all, tell what others made like them are. With half of all kept, of 19 such blocks of articles 12
# are in the truth, and the other seven stand on two pages (folds, 2026-11-27).
LABELS: Final = 2
LABEL_SHARE: Final = 0.4

# Whose words a quotation is stands in these under it: a name, an office, a place. Of seven that are kept or come back on articles
# six are in the truth (folds, 2026-11-27).
_NAMING: Final = frozenset(("cite", "footer"))
NAME_CHARS: Final = 160

LEAST_HEADING: Final = 0.3

# Utility classes leave sub-headings to the style sheet ("mb-3 text-2xl font-bold"); the model takes those for labels. Between texts
# that are surer than SURE_TEXT on both sides one line comes back on the labelled pages, and it is text (folds, 2026-11-27).
LEAST_SET: Final = 0.1
_SET: Final = frozenset(("bold", "semibold", "extrabold"))

HEADING_CHARS: Final = 80


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
    kept = np.flatnonzero(keep)
    if not len(kept):
        return keep
    full = keep.copy()
    owner = _owners(blocks, int(kept[0]), int(kept[-1]))
    if owner is not None:
        size = np.bincount(owner)
        held = np.bincount(owner[kept], minlength=len(size))
        whole = (held >= KEPT_SHARE * size) & (held > 0)
        whole[0] = False  # in no list or table
        cells = [
            index
            for index, frame in zip(kept.tolist(), owner[kept].tolist(), strict=True)
            if blocks.tag[frame] == "table"
        ]
        # A paragraph in a table, or several sentences in a cell: such tables lay the page out, menus and all.
        whole[[owner[index] for index in cells if is_as_long(blocks.text[index], PARAGRAPH_CHARS)]] = False
        whole[_split_cells(blocks, cells, owner)] = False
        if is_prose:
            whole &= np.bincount(owner, weights=blocks.link_share) < LINK_SHARE * size
            begun = np.flatnonzero((held > 0) & (held >= BEGUN_SHARE * size) & ~whole).tolist()
            whole[[frame for frame in begun if frame and _is_plain_list(blocks, frame, keep)]] = True
        full |= whole[owner] & (probability >= LEAST_PROBABILITY)
        if is_prose:
            _add_announced(blocks, full, probability, owner)
    if is_prose:
        _add_headings(blocks, full, probability)
        _add_labels(blocks, full, probability)
        _add_set(blocks, full, probability)
        if "blockquote" in blocks.tag:
            _add_quoted(blocks, full)
    if is_prose or is_article:
        _add_posts(blocks, full, probability)
    if is_article:
        _drop_extras(blocks, full, keep)
    return full


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
    for index in np.flatnonzero(keep[:-1] & ~keep[1:] & (owner[1:] > 0)).tolist():
        frame = int(owner[index + 1])
        announces = blocks.text[index][-1] in COLONS and probability[index] >= SURE_INTRO
        if announces and blocks.tag[frame] in LIST_TAGS and blocks.first_block[frame] == index + 1:
            inside = owner == frame
            if not keep[inside].any():
                keep |= inside & (probability >= LEAST_PROBABILITY)


def _add_headings(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep headings that are not, right over sure text and after other text; one that is a link leads to another story.

    So are those right under text that stand as kept ones do, with a box between them and what they head.
    """
    kept = np.flatnonzero(keep)
    paths = {
        blocks.path[blocks.frame[index]] for index in kept.tolist() if blocks.tag[blocks.frame[index]] in HEADING_LEVEL
    }
    for index in np.flatnonzero(keep[:-1] & ~keep[1:]).tolist() if paths else ():
        place = index + 1
        is_alike = blocks.path[blocks.frame[place]] in paths and not _is_heading(blocks, index) and place < kept[-1]
        is_sure = probability[place] >= LEAST_HEADING and not find_phrases(blocks.text[place])
        if is_alike and is_sure and blocks.link_share[place] < LINK_SHARE:
            keep[place] = True
    first = int(np.argmax(keep))
    for index in np.flatnonzero(keep[1:] & ~keep[:-1]).tolist():
        if index <= first or probability[index] < LEAST_HEADING or probability[index + 1] < SURE_TEXT:
            continue
        is_over = _is_heading(blocks, index) and not _is_heading(blocks, index + 1)
        if is_over and blocks.link_share[index] < LINK_SHARE:
            keep[index] = True


def _add_posts(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep headings made as those that are kept, over sure text of their own element: the posts of a live blog.

    Between them stand a time, a name, a button, two at most: what else does is the box's whose heading it is.
    """
    first = int(np.argmax(keep))
    headings = {
        blocks.path[blocks.frame[index]]
        for index in np.flatnonzero(keep).tolist()
        if blocks.tag[blocks.frame[index]] in HEADING_LEVEL
    }
    if not headings:
        return
    kinds = {(blocks.path_tag[path], blocks.path_look[path]) for path in headings}
    every = [place for place, frame in enumerate(blocks.frame) if blocks.tag[frame] in HEADING_LEVEL]
    for index in np.flatnonzero(~keep & (probability >= LEAST_HEADING)).tolist():
        path = blocks.path[blocks.frame[index]]
        if index < first or blocks.links[index] or (blocks.path_tag[path], blocks.path_look[path]) not in kinds:
            continue
        below = index + 1
        while below < min(index + 1 + BETWEEN, len(keep)) and not keep[below] and _is_of_post(blocks, below):
            below += 1
        is_over = (
            below < len(keep) and keep[below] and probability[below] >= SURE_TEXT and not _is_heading(blocks, below)
        )
        if is_over and _is_one_post(blocks, index, below, every):
            keep[index] = not find_phrases(blocks.text[index])


def _is_one_post(blocks: Blocks, heading: int, text: int, headings: Sequence[int]) -> bool:
    """Whether a heading and a text stand side by side, or in an element that has no other heading: those of a box do not."""
    frame = blocks.parent[blocks.frame[heading]]
    if frame == blocks.parent[blocks.frame[text]]:
        return True
    while blocks.end_block[frame] <= text:
        frame = blocks.parent[frame]
    return bisect_left(headings, blocks.end_block[frame]) - bisect_left(headings, blocks.first_block[frame]) == 1


def _is_of_post(blocks: Blocks, index: int) -> bool:
    return _is_extra(blocks, index) or blocks.tag[blocks.frame[index]] == "address"


def _add_labels(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep what stands between kept texts and is made as neither is, where most of what is made so is kept: who speaks, "Cons"."""
    places = np.flatnonzero(keep[:-2] & ~keep[1:-1] & keep[2:] & (probability[1:-1] >= LEAST_HEADING)) + 1
    if not len(places):
        return
    paths = [blocks.path[frame] for frame in blocks.frame]
    alike, kept = Counter(paths), Counter(paths[index] for index in np.flatnonzero(keep).tolist())
    for index in places.tolist():
        own = paths[index]
        is_label = own not in (paths[index - 1], paths[index + 1]) and not blocks.links[index]
        if is_label and kept[own] >= max(LABELS, LABEL_SHARE * alike[own]) and not find_phrases(blocks.text[index]):
            keep[index] = True
            kept[own] += 1


def _add_set(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep short lines right between sure texts that the classes of their own elements set in bold: sub-headings."""
    sure = keep & (probability >= SURE_TEXT)
    for index in (np.flatnonzero(sure[:-2] & ~keep[1:-1] & sure[2:] & (probability[1:-1] >= LEAST_SET)) + 1).tolist():
        text, path = blocks.text[index], blocks.path[blocks.frame[index]]
        if blocks.links[index] or len(text) > HEADING_CHARS or _SET.isdisjoint(blocks.path_look[path].words):
            continue
        keep[index] = not find_phrases(text)


def _add_quoted(blocks: Blocks, keep: NDArray[np.bool_]) -> None:
    """Keep whose words a quotation is, where those are kept; where all of them are left out it goes with them."""
    for frame, tag in enumerate(blocks.tag):
        first, last = blocks.first_block[frame], blocks.end_block[frame] - 1
        if tag == "blockquote" and first < last and (keep[last] or not blocks.links[last]):
            inner = blocks.frame[last]
            is_named = not _NAMING.isdisjoint((blocks.tag[inner], blocks.tag[blocks.parent[inner]]))
            if is_named and inner != frame and len(blocks.text[last]) <= NAME_CHARS:
                keep[last] = keep[last - 1] or (keep[last] and keep[first:last].any())


def _drop_extras(blocks: Blocks, full: NDArray[np.bool_], keep: NDArray[np.bool_]) -> None:
    """Take out again the buttons and clock times that came back, where most made alike are left out: those of posts."""
    if not any(_is_extra(blocks, index) for index in np.flatnonzero(full & ~keep).tolist()):
        return
    alike: dict[int, list[int]] = defaultdict(list)
    for index, frame in enumerate(blocks.frame):
        if _is_extra(blocks, index):
            alike[blocks.path[frame]].append(index)
    for row in alike.values():
        if 2 * keep[row].sum() < len(row):
            full[row] &= keep[row]


def _is_extra(blocks: Blocks, index: int) -> bool:
    return blocks.tag[blocks.frame[index]] == "button" or time_at(blocks, index) is not None


def _is_heading(blocks: Blocks, index: int) -> bool:
    """Whether a block is a heading, or a short line that is bold as a whole."""
    if blocks.tag[blocks.frame[index]] in HEADING_LEVEL:
        return True
    whole = (0, len(blocks.pieces[index]), "b")
    return len(blocks.text[index]) <= HEADING_CHARS and any(span[:3] == whole for span in blocks.spans[index])
