"""Headings, labels and names come back with the kept text that they stand over or under; so do the headings of posts."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.phrases.stock import find_phrases
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.rules.posts import BETWEEN, kind_of, time_at
from scraper.cleaner.rules.read_also import is_labelled

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

# What is so much of a link leads to another story. In prose such a list, too, is left as it is: half a list of teasers is better
# than all. Without the bound (folds, 2026-11-26) two wrong snippets more.
LINK_SHARE: Final = 0.6


def add_labels(
    blocks: Blocks,
    full: NDArray[np.bool_],
    keep: NDArray[np.bool_],
    probability: NDArray[np.float32],
    *,
    is_prose: bool,
    is_article: bool,
) -> None:
    """Keep what belongs to kept text, and leave out again the buttons and times that came back with lists.

    Args:
        blocks: The page.
        full: The choice with its lists and tables, n; changed.
        keep: The choice without what those brought back, n.
        probability: Of each block, that it is main content, n.
        is_prose: Whether the content is an article's.
        is_article: Whether the page calls itself one.
    """
    if is_prose:
        _add_headings(blocks, full, probability)
        _add_alike(blocks, full, probability)
        _add_set(blocks, full, probability)
        if "blockquote" in blocks.tag:
            _add_quoted(blocks, full)
    if is_prose or is_article:
        _add_posts(blocks, full, probability)
    if is_article:
        _drop_extras(blocks, full, keep)


def _add_headings(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep headings that are not, right over sure text and after other text; one that is a link leads to another story.

    So are those right under text that stand as kept ones do, with a box between them and what they head.
    """
    kept = keep.nonzero()[0].tolist()
    under = [index + 1 for index in (keep[:-1] & ~keep[1:]).nonzero()[0].tolist() if blocks.is_heading(index + 1)]
    paths = {blocks.path[blocks.frame[index]] for index in kept if blocks.is_heading(index)} if under else set()
    for place in under:
        is_alike = blocks.path[blocks.frame[place]] in paths and not _is_heading(blocks, place - 1) and place < kept[-1]
        is_sure = probability[place] >= LEAST_HEADING and not find_phrases(blocks.text[place])
        if is_alike and is_sure and blocks.link_share[place] < LINK_SHARE:
            keep[place] = True
    first = int(np.argmax(keep))
    for index in (keep[1:] & ~keep[:-1]).nonzero()[0].tolist():
        if index <= first or probability[index] < LEAST_HEADING or probability[index + 1] < SURE_TEXT:
            continue
        is_over = _is_heading(blocks, index) and not _is_heading(blocks, index + 1)
        if is_over and blocks.link_share[index] < LINK_SHARE and not _leads_elsewhere(blocks, index):
            keep[index] = True


def _leads_elsewhere(blocks: Blocks, index: int) -> bool:
    """Whether a bold line is a label and a link: "Read also: The harbour is open"."""
    return blocks.links[index] > 0 and is_labelled(blocks.text[index], beside_link=True)


def _add_posts(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep headings made as those that are kept, over sure text of their own element: the posts of a live blog.

    Between them stand a time, a name, a button, two at most: what else does is the box's whose heading it is.
    """
    first = int(np.argmax(keep))
    doubted = ((~keep[first:] & (probability[first:] >= LEAST_HEADING)).nonzero()[0] + first).tolist()
    places = [index for index in doubted if blocks.is_heading(index) and not blocks.links[index]]
    if not places:
        return
    every = [place for place in range(len(keep)) if blocks.is_heading(place)]
    kinds = {kind_of(blocks, place) for place in every if keep[place]}
    for index in places:
        if kind_of(blocks, index) not in kinds:
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


def _add_alike(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep what stands between kept texts and is made as neither is, where most of what is made so is kept: who speaks, "Cons"."""
    places = (keep[:-2] & ~keep[1:-1] & keep[2:] & (probability[1:-1] >= LEAST_HEADING)).nonzero()[0] + 1
    paths = [blocks.path[frame] for frame in blocks.frame] if len(places) else []
    labels = [index for index in places.tolist() if paths[index] not in (paths[index - 1], paths[index + 1])]
    if not labels:
        return
    alike, kept = Counter(paths), Counter(paths[index] for index in keep.nonzero()[0].tolist())
    for index in labels:
        own, is_linked = paths[index], blocks.links[index] > 0
        is_led = kept[own] >= max(LABELS, LABEL_SHARE * alike[own])
        if is_led and not is_linked and not find_phrases(blocks.text[index]):
            keep[index] = True
            kept[own] += 1


def _add_set(blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32]) -> None:
    """Keep short lines right between sure texts that the classes of their own elements set in bold: sub-headings."""
    sure = keep & (probability >= SURE_TEXT)
    for index in ((sure[:-2] & ~keep[1:-1] & sure[2:] & (probability[1:-1] >= LEAST_SET)).nonzero()[0] + 1).tolist():
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
    if not any(_is_extra(blocks, index) for index in (full & ~keep).nonzero()[0].tolist()):
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
    if blocks.is_heading(index):
        return True
    whole = (0, len(blocks.pieces[index]), "b")
    return len(blocks.text[index]) <= HEADING_CHARS and any(span[:3] == whole for span in blocks.spans[index])
