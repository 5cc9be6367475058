"""Teasers whose titles are no headings: lines that are links to other pages of the site, with what is said of each below."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import count_words
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.rules.site_links import BREAK, address_leads_into, addresses_of, first_link, leads_into

LINK_SHARE: Final = 0.9
"""So much of a title is the link."""

# On articles so many such links of so many words (names and times of posts have fewer) to pages of the site (what an article refers
# to stands elsewhere) are a row, each with more text in its element, at most so many words: utility classes leave headings to the
# style sheet. Folds, 2026-11-26: an article gains .006, a wrong snippet goes, nothing loses; without the bounds forums, lists and
# footnotes lose .02 to .57.
MIN_LINKS: Final = 3
TITLE_WORDS: Final = 4
SUMMARY_WORDS: Final = 80

# A teaser may be one block, as pages without style sheets have it: a link, a line end, a sentence. What stands beside the link in
# its line has no letters, a date; so many of a row have so many words in the link, or they are names. Folds, 2026-11-27: three
# wrong snippets go from one page, and no other is other; 14 of 181 written pages gain .09 to .36. Places, games and candidates are
# listed so, too, and the model is as sure of them as of the text: rows of teasers have .58 to .83 in the mean, those .92 to .98.
ENTRY_SURE: Final = 0.85
ENTRY_WORDS: Final = 3
BEFORE_CHARS: Final = 24

LINES_BELOW: Final = 2
"""So many lines say something of a title in a list of terms: a sentence, a date."""


def find_teasers(
    blocks: Blocks, columns: PageColumns, own_host: str, keep: NDArray[np.bool_], probability: NDArray[np.float32]
) -> Iterator[tuple[int, int]]:
    """Yield the first block of each teaser among what is kept and one past its last.

    Args:
        blocks: The page.
        columns: The page as arrays.
        own_host: Of the page, empty where unknown.
        keep: The choice, n, not empty.
        probability: Of each block, that it is main content, n.
    """
    kept = keep.nonzero()[0]
    within = range(kept[0], kept[-1] + 1)
    titles: dict[int, list[int]] = defaultdict(list)
    entries: dict[int, list[int]] = defaultdict(list)
    for index in (columns.link_share[within.start : within.stop].nonzero()[0] + within.start).tolist():
        if columns.words[index] <= SUMMARY_WORDS and _words_above(blocks, index, own_host):
            entries[int(columns.group[index])].append(index)
        elif not is_heading(blocks, index) and _is_title(blocks, columns, index, own_host):
            titles[blocks.path[blocks.frame[index]]].append(index)
    for row in entries.values():
        is_row = sum(_words_above(blocks, index, own_host) >= ENTRY_WORDS for index in row) >= MIN_LINKS
        if is_row and _are_doubted(columns, keep, probability, row) and not _goes_on(blocks, columns, keep, row):
            yield from ((index, index + 1) for index in row)
    for row in titles.values():
        if len(row) >= MIN_LINKS:
            yield from _find_below(blocks, columns.sums[0], row)


def _are_doubted(
    columns: PageColumns, keep: NDArray[np.bool_], probability: NDArray[np.float32], row: Sequence[int]
) -> bool:
    """Whether the model is less sure of a row's entries than of all else that is kept."""
    rest, entries = keep.copy(), np.array(row)
    rest[entries] = False
    entries = entries[keep[entries]]
    if not (len(entries) and rest.any()):
        return False
    sure = float(np.average(probability[entries], weights=columns.words[entries]))
    return sure < min(ENTRY_SURE, float(np.average(probability[rest], weights=columns.words[rest])))


def _goes_on(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], row: Sequence[int]) -> bool:
    """Whether below a row prose is kept in the element that holds prose above it."""
    prose = (keep & (columns.prose > 0)).nonzero()[0].tolist()
    above = {blocks.parent[blocks.frame[index]] for index in prose if index < row[0]}
    return any(index > row[-1] and blocks.parent[blocks.frame[index]] in above for index in prose)


def _words_above(blocks: Blocks, index: int, own_host: str) -> int:
    """Return how many words the link to the site has that a block begins with, in a line of its own; 0 for none."""
    if blocks.link_share[index] >= LINK_SHARE or BREAK not in blocks.pieces[index]:
        return 0
    link = first_link(blocks, index)
    if not link.rest or len(link.before) > BEFORE_CHARS or any(map(str.isalpha, link.before + link.line)):
        return 0
    return count_words(link.title) if address_leads_into(link.href, own_host) else 0


def _is_title(blocks: Blocks, columns: PageColumns, index: int, own_host: str) -> bool:
    """Whether a block is one link to the site of so many words as a title has, and at most a date beside it."""
    if blocks.link_share[index] >= LINK_SHARE:
        return bool(columns.words[index] >= TITLE_WORDS) and leads_into(blocks, index, own_host)
    if blocks.links[index] > 1:
        return False
    link = first_link(blocks, index)
    is_alone = not any(map(str.isalpha, f"{link.before}{link.line}{link.rest or ''}"))
    return is_alone and count_words(link.title) >= ENTRY_WORDS and address_leads_into(link.href, own_host)


def _find_below(blocks: Blocks, until: NDArray[np.float64], row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the range of each title of a row with the text in its element, or right under it in a list of terms."""
    for index, around in zip(row, elements_around(blocks, row), strict=True):
        first, end = _link_around(blocks, until, index, *around)
        if end - first == 1:
            end = _end_of_terms(blocks, index)
        is_card = end - first > 1 and until[end] - until[first] <= SUMMARY_WORDS
        if is_card and not _is_section(blocks, first, end):
            yield first, end


def _is_section(blocks: Blocks, first: int, end: int) -> bool:
    """Whether blocks have a heading that leads nowhere: a section with the link that it speaks of, no teaser.

    One article of wcxb-dev gains .48 by it, and no other labelled page is other (folds, 2026-11-28).
    """
    return any(blocks.is_heading(index) and not blocks.links[index] for index in range(first, end))


def _end_of_terms(blocks: Blocks, index: int) -> int:
    """Return one past the lines that a list of terms says of the one at a place."""
    end = index + 1
    last = min(end + LINES_BELOW, blocks.end_block[blocks.parent[blocks.frame[index]]])
    while blocks.tag[blocks.frame[index]] == "dt" and end < last and blocks.tag[blocks.frame[end]] == "dd":
        end += 1
    return end


def is_heading(blocks: Blocks, index: int) -> bool:
    """Whether a block is a heading or stands right in one."""
    frame = blocks.frame[index]
    return blocks.tag[frame] in HEADING_LEVEL or blocks.tag[blocks.parent[frame]] in HEADING_LEVEL


def _link_around(blocks: Blocks, until: NDArray[np.float64], index: int, first: int, end: int) -> tuple[int, int]:
    """Return the range of an element, wider where a link goes on around the blocks beside it: the link is the card then.

    It is followed for as many words as a card has, and ``SUMMARY_WORDS`` blocks: a link around all of a page has no end.
    """
    address = addresses_of(blocks, index)
    low, high = max(first - SUMMARY_WORDS, 0), min(end + SUMMARY_WORDS, len(blocks.text))
    while first > low and until[end] - until[first] <= SUMMARY_WORDS and addresses_of(blocks, first - 1) == address:
        first -= 1
    while end < high and until[end] - until[first] <= SUMMARY_WORDS and addresses_of(blocks, end) == address:
        end += 1
    return first, end


def elements_around(blocks: Blocks, row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield for each block of a row the range of the largest element around it that has no other of them."""
    for (before, index), (_, after) in pairwise(pairwise((-1, *row, len(blocks.text)))):
        yield _element_around(blocks, before, index, after)


def _element_around(blocks: Blocks, before: int, index: int, after: int) -> tuple[int, int]:
    """Return the range of the largest element around a heading that has neither of its neighbours."""
    frame = blocks.frame[index]
    while (above := blocks.parent[frame]) and before < blocks.first_block[above] and blocks.end_block[above] <= after:
        frame = above
    return blocks.first_block[frame], blocks.end_block[frame]
