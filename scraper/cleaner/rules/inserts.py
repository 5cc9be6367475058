"""What is set into an article or under it beside its text: boxes that ask for a subscription, teasers, who the author is.

The model judges a block by itself and its neighbours; what a box is for is said by its button, a block of its own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.phrases.stock import NAMES
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.rules.author_notes import NOTE_CHARS, begins_with, names_author
from scraper.cleaner.rules.site_links import leads_into
from scraper.cleaner.rules.teasers import LINK_SHARE, TITLE_WORDS

_PLEA: Final = 1 << NAMES.index("plea")

# A button or link that asks for a subscription, a donation, an account; and the words of the box around it. In content of which
# half is prose, unless the page calls itself something else than an article. Folds, 2026-11-26: 17 pages of wcxb-dev gain and 4
# lose (articles +.0001, all +.0001), a wrong snippet goes and no right one; with 90 words a right one would, with boxes around
# any form two.
CONTROL_CHARS: Final = 40
BOX_WORDS: Final = 60
MIN_PROSE: Final = 0.5
# How far below the last block that is kept such a button is looked for.
UNDER: Final = 4
# On buttons that ask for it where the box around them says what it is for; alone the words are no request.
_SIGN_UPS: Final = frozenset(
    ("apúntate", "apúntame", "me apunto", "eintragen", "jetzt eintragen", "sign me up", "iscrivimi")
)
MIN_LEFT: Final = 0.5

# A teaser inside the text: its title, which leads to another page of the site, is left out, so what is said of that story goes,
# too, unless more blocks than so many are made like it. Folds, 2026-11-26: two articles gain .002, one loses .003, another page
# gains .008, a wrong snippet goes and no right one; without the bound on likeness three more articles would lose up to .01.
MAX_ALIKE: Final = 2

MAX_LINKS: Final = 8
"""So many titles of other stories stand inside a text: more are a list that the article is about (without the bound an article of
wcxb-dev would lose .012)."""

# Boxes that their classes name: facts beside the story, polls, what the site says of itself; so much of the choice at most: under a
# short text a newsletter's box with all that it may answer is a third. Folds (2026-11-27): five articles gain .006 to .030 and none
# loses, two wrong snippets go and no right one; between .3 and .45 no page of the sets differs.
NAMED_SHARE: Final = 0.45

# Whose an embedded post is, as the code that platforms give to embed it says: "— Ada Berg (@ada) May 2, 2026". Where it is out the
# text goes, too, unless that is so sure: then both are kept. Of the pages with such posts (folds and written ones, 2026-11-27) 24
# have none in the truth, and five in right snippets, of which the choice has three: surer than this, or with whose they are.
_POSTED: Final = re.compile(r"[—–-]\s?\S.{0,80}\(@\w{1,30}\)")
POST_SURE: Final = 0.75

# Prose that names nobody ends the search for biographies. Folds, 2026-11-26: an article gains .025, none loses; among the body's
# paragraphs two would lose .013.
PROSE_WORDS: Final = 20
_OF_AUTHORS: Final = frozenset("author authors bio biography signature autor autora auteur autore".split())

# A last line that is italic or bold to so much, under one that is not, is a note on the author whom it names so near its beginning:
# "Contact reporter Ada Berg at ada@hull.example". Seven go from six of the labelled pages (folds, 2026-11-27), none of them
# text: four articles gain .017 to .030.
SET_APART: Final = 0.9

# "Ms Berg is the director of Hull Interiors. ada@hull.example", "* Ada Berg teaches at Hull. The views expressed here are her own."
# What leads to the address says whose it is: others are where tickets are sold.
_ADDRESS_END: Final = re.compile(
    r"(?:[.!?]”?\s(?:(?:You can |To )?(?:e-?mail|reach|contact|write to|follow) (?:him|her|them)\b[^.,]{0,12} |"
    r"(?:He|She|They) can be reached (?:at|via|on) )?|,? and can be reached at )\S+@\S+\.\w+\W*$",
    re.I,
)
_VIEWS_END: Final = re.compile(
    r"[.!?]”?\s(?:The |All |Any )?(?:views|opinions) expressed (?:(?:here|above|in this [\w-]+) )?(?:here )?are "
    r"(?:solely |entirely )?(?:his|her|their|the author['’]s|the writer['’]s) own\W*$",
    re.I,
)
_NOTE: Final = re.compile(
    r"[\W_]*(?:(?:The|This) (?:writer|author|columnist)|(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.? (?P<surname>[^\W\d_][\w'’-]*)"
    r"|(?P<name>(?:[A-ZÀ-Þ][\w.'’-]*\s){2,4}?))\s?(?:is|was|teaches|works|lives|writes|serves|heads|runs)\s"
)


def drop_boxes(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], terms: Sequence[int] = ()
) -> NDArray[np.bool_]:
    """Return the choice without the boxes after its first prose that ask for something.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
        terms: Blocks that are the terms of a subscription: they stand for its button.
    """
    words, prose = columns.words, columns.prose
    body = (keep & (prose > 0)).nonzero()[0]
    if not len(body):
        return keep
    first, last = int(body[0]), int(keep.nonzero()[0][-1]) + UNDER
    asks = ((columns.phrases[first + 1 : last + 1] & _PLEA).nonzero()[0] + first + 1).tolist()
    buttons = [*terms, *(index for index in asks if _is_control(blocks, index))]
    for index in range(first + 1, min(last + 1, len(keep))) if asks else ():
        if blocks.tag[blocks.frame[index]] == "button" and blocks.text[index].casefold() in _SIGN_UPS:
            start, end = _box_around(blocks, columns, index)
            buttons += [index] if any(start <= ask < end for ask in asks) else []
    if not buttons or prose[keep].sum() < MIN_PROSE * words[keep].sum():
        return keep
    tidy = keep.copy()
    for index in buttons:
        start, end = _box_around(blocks, columns, index)
        if start > first:
            tidy[start:end] = False
    return tidy if words[tidy].sum() >= MIN_LEFT * words[keep].sum() else keep


def _is_control(blocks: Blocks, index: int) -> bool:
    is_pressed = blocks.link_share[index] >= LINK_SHARE or blocks.tag[blocks.frame[index]] == "button"
    return is_pressed and len(blocks.text[index]) <= CONTROL_CHARS


def drop_named_boxes(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return an article's choice without the boxes after its first prose whose classes say that they are beside the story."""
    named = {path for path, look in enumerate(blocks.path_look) if look.beside}
    words, body = columns.words, (keep & (columns.prose > 0)).nonzero()[0]
    if not named or not len(body):
        return keep
    tidy, most = keep.copy(), NAMED_SHARE * words[keep].sum()
    for frame in (frame for frame, path in enumerate(blocks.path) if path in named):
        start, end = blocks.first_block[frame], blocks.end_block[frame]
        if start > body[0] and words[start:end][keep[start:end]].sum() <= most:
            tidy[start:end] = False
    return tidy


def _box_around(blocks: Blocks, columns: PageColumns, index: int) -> tuple[int, int]:
    """Return the range of blocks of the largest element around a block that is still a box."""
    starts, ends, parents, until = blocks.first_block, blocks.end_block, blocks.parent, columns.sums[0]
    first = end = index
    frame = blocks.frame[index]
    while frame and until[ends[frame]] - until[starts[frame]] <= BOX_WORDS:
        first, end = starts[frame], ends[frame]
        frame = parents[frame]
    return first, end


def drop_other_stories(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], own_host: str
) -> NDArray[np.bool_]:
    """Return an article's choice without the boxes of other stories inside its text.

    They hold titles and nothing else, or what is said of a story under its title, which is not kept itself.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
        own_host: The page's host, empty where unknown.
    """
    words, body = columns.words, (keep & (columns.prose > 0)).nonzero()[0]
    if not len(body):
        return keep
    kept = keep.nonzero()[0]
    inside = slice(int(body[0]) + 1, int(kept[-1]))
    is_title = (columns.link_share[inside] >= LINK_SHARE) & (words[inside] >= TITLE_WORDS)
    titles = (is_title.nonzero()[0] + inside.start).tolist()
    if not titles:
        return keep
    paths = [blocks.path[frame] for frame in blocks.frame]
    made_alike: Counter[int] = Counter()
    tidy, rows = keep.copy(), np.zeros(len(keep), np.bool_)
    for index in titles:
        start, end = _box_around(blocks, columns, index)
        if not tidy[index:end].any() or not leads_into(blocks, index, own_host):
            continue
        if not keep[index]:
            made_alike = made_alike or Counter([paths[place] for place in kept.tolist()])
            tidy[[place for place in range(index, end) if made_alike[paths[place]] <= MAX_ALIKE]] = False
        elif body[0] < start < end and index < body[-1] and _is_row(blocks, start, end):
            rows[start:end] = True
    if np.count_nonzero(rows & (columns.link_share >= LINK_SHARE)) <= MAX_LINKS:
        tidy &= ~rows
    return tidy if words[tidy].sum() >= MIN_LEFT * words[keep].sum() else keep


def _is_row(blocks: Blocks, start: int, end: int) -> bool:
    """Whether blocks are an item of a list, or several links, with no text but short labels."""
    linked = [index for index in range(start, end) if blocks.link_share[index] >= LINK_SHARE]
    is_item = blocks.tag[blocks.frame[linked[0]]] == "li"
    rest = (blocks.text[index] for index in range(start, end) if blocks.link_share[index] < LINK_SHARE)
    return (is_item or len(linked) > 1) and all(len(text) <= CONTROL_CHARS for text in rest)


def settle_embedded(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], probability: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Return an article's choice with embedded posts and whose they are, or without both.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
    """
    if "blockquote" not in blocks.tag:
        return keep
    settled = keep.copy()
    for frame, tag in enumerate(blocks.tag):
        first, last = blocks.first_block[frame], blocks.end_block[frame] - 1
        if tag != "blockquote" or first >= last or keep[last] or not _POSTED.match(blocks.text[last]):
            continue
        said = keep[first:last].nonzero()[0] + first
        if len(said):
            is_sure = np.average(probability[said], weights=columns.words[said]) >= POST_SURE
            settled[last] = is_sure
            settled[said] = is_sure
    return settled if columns.words[settled].sum() >= MIN_LEFT * columns.words[keep].sum() else keep


def drop_biographies(
    blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], authors: Sequence[str]
) -> NDArray[np.bool_]:
    """Return the choice without what stands under the text, apart from its paragraphs, and begins with an author's name.

    And without a last line that says who the author is and ends with an address or with whose views these are.
    """
    names = tuple(authors)
    keep = _drop_last_note(blocks, keep, names)
    keep = _drop_set_apart(blocks, keep, names)
    if not any(blocks.text[index].startswith(names) for index in keep.nonzero()[0].tolist()):
        return keep
    body = (keep & (prose > 0)).nonzero()[0].tolist()
    paths = Counter(blocks.path[blocks.frame[index]] for index in body)
    around = Counter(blocks.parent[blocks.frame[index]] for index in body)
    tidy = keep.copy()
    for index in keep.nonzero()[0][::-1].tolist():
        frame = blocks.frame[index]
        is_called = not _OF_AUTHORS.isdisjoint(blocks.look(frame).words)
        is_apart = paths[blocks.path[frame]] <= 1 and (around[blocks.parent[frame]] <= 1 or is_called)
        if is_apart and begins_with(blocks.text[index], names):
            tidy[index] = False
        elif prose[index] > PROSE_WORDS:
            break
    return tidy


def _drop_last_note(blocks: Blocks, keep: NDArray[np.bool_], authors: Sequence[str]) -> NDArray[np.bool_]:
    """Return the choice without its last line where that is a note on the author."""
    last = int(keep.nonzero()[0][-1]) if keep.any() else -1
    text = blocks.text[last] if last >= 0 else ""
    are_views = _VIEWS_END.search(text) is not None
    if len(text) > NOTE_CHARS or not (are_views or _ADDRESS_END.search(text)):
        return keep
    surnames = {author.split()[-1] for author in authors}
    note = _NOTE.match(text)
    if note is None or (note["surname"] and note["surname"] not in surnames):
        return keep
    if note["name"] and not are_views and note["name"].strip() not in authors:
        return keep
    tidy = keep.copy()
    tidy[last] = False
    return tidy


def _drop_set_apart(blocks: Blocks, keep: NDArray[np.bool_], authors: Sequence[str]) -> NDArray[np.bool_]:
    """Return the choice without last lines that are set in italics or bold, as the one above is not, and name authors."""
    kept = keep.nonzero()[0][-len(authors) - 1 :].tolist() if authors else []
    first = len(kept)
    while first and names_author(blocks.text[kept[first - 1]], authors) and _is_set_apart(blocks, kept[first - 1]):
        first -= 1
    tidy = keep.copy()
    if first > 0 and not _is_set_apart(blocks, kept[first - 1]):
        tidy[kept[first:]] = False
    return tidy


def _is_set_apart(blocks: Blocks, index: int) -> bool:
    """Whether nearly all of a paragraph is italic or bold."""
    pieces, tag = blocks.pieces[index], blocks.tag[blocks.frame[index]]
    marked = {place for start, end, mark, _ in blocks.spans[index] if mark in "bi" for place in range(start, end)}
    chars = sum(len(pieces[place]) for place in marked)
    return tag not in HEADING_LEVEL and chars >= SET_APART * sum(map(len, pieces))
