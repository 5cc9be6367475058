"""Teaser cards under an article: headings or lines that are links to other pages, each in a small element, again and again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.overlays import find_overlaid
from scraper.cleaner.reading.tags import HEADING_LEVEL

# Cards are told after the last prose that stands in none, where what stays is so many words, so much of the choice, and so much of
# it prose: on a front page cards are the content. Folds, 2026-11-26: five wrong snippets go and no right one, three articles
# gain .12 to .38 and one loses .01 (all together +.0009), other pages of wcxb-dev are the same. Told anywhere on the page it
# would cost those .001; with .8 of prose one of the three articles would not gain.
MIN_WORDS: Final = 100
MIN_SHARE: Final = 0.4
MIN_PROSE: Final = 0.6
# The first two on a page that calls itself an article: flashes of two sentences are shorter than what stands under them. No
# labelled page is other for it (folds, 2026-11-26); with 15 words and a tenth four lose .14 to .73.
LEAST_WORDS: Final = 25
LEAST_SHARE: Final = 0.2
# However much stands under it, what is so sure stays by itself where the cards are less so: a brief with a page of cards (precision
# .13 to over .95 on three written ones). The parts of a list article are as sure as its lead; no labelled page is other
# (2026-11-27).
SURE_WORDS: Final = 40
SURE: Final = 0.9
CARDS_SURE: Final = 0.85
# A card's words, what is not kept of them included; so much of the heading is the link.
CARD_WORDS: Final = 150
LINK_SHARE: Final = 0.9
# Words of prose that no card's summary stands for.
PROSE_WORDS: Final = 20
# So many headings that are links are a row. On articles so are as many other links of so many words (names and times of posts have
# fewer) to pages of the site (what an article refers to stands elsewhere), each with more text in its element, at most so many
# words: utility classes leave headings to the style sheet. Folds, 2026-11-26: an article gains .006, a wrong snippet goes, nothing
# loses; without the bounds forums, lists and footnotes lose .02 to .57.
MIN_HEADINGS: Final = 2
MIN_LINKS: Final = 3
TITLE_WORDS: Final = 4
SUMMARY_WORDS: Final = 80
_ABSOLUTE: Final = re.compile("(?:https?:)?//([^/]*)")
_NO_PAGE: Final = ("#", "javascript:", "mailto:", "tel:")


def drop_cards(
    blocks: Blocks,
    columns: PageColumns,
    keep: NDArray[np.bool_],
    probability: NDArray[np.float32],
    own_address: str | None = None,
) -> NDArray[np.bool_]:
    """Return the choice without the cards after its last prose.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        own_address: Of a page that calls itself an article its address, empty where unknown: there cards without a heading, and
            those under a link without words, are told, too.
    """
    own_host = None if own_address is None else site_host(own_address)
    words, prose, until = columns.words, columns.prose, columns.sums[0]
    kept = np.flatnonzero(keep)
    cards = list(_find_cards(blocks, columns, own_host, range(kept[0], kept[-1] + 1))) if len(kept) else []
    cards += _find_overlaid(blocks, columns, keep, own_address) if own_address is not None and blocks.overlays else ()
    if not cards:
        return keep
    inside = np.zeros(len(keep), np.bool_)
    for first, end in cards:
        if until[end] - until[first] <= CARD_WORDS:
            inside[first:end] = True
    rest = keep & ~inside
    body = np.flatnonzero(rest & (prose > PROSE_WORDS))
    if not len(body) and own_host is not None:  # the short answers of an interview
        body = np.flatnonzero(rest & (prose > 0))
    left = words[rest].sum()
    least, share = (MIN_WORDS, MIN_SHARE) if own_host is None else (LEAST_WORDS, LEAST_SHARE)
    if not len(body) or left < least:
        return keep
    if left < share * words[keep].sum():
        is_sure = left >= SURE_WORDS and np.average(probability[rest], weights=words[rest]) >= SURE
        cards_at = keep & inside
        if own_host is None or not is_sure or np.average(probability[cards_at], weights=words[cards_at]) >= CARDS_SURE:
            return keep
    inside[: body[-1]] = False
    tidy: NDArray[np.bool_] = keep & ~inside
    return tidy if prose[tidy].sum() >= MIN_PROSE * words[tidy].sum() else keep


def _find_cards(blocks: Blocks, columns: PageColumns, own_host: str | None, within: range) -> Iterator[tuple[int, int]]:
    """Yield the first block of each card and one past its last; those without a heading ``within`` a range."""
    headings: dict[int, list[int]] = {}
    lines: dict[int, list[int]] = {}
    frames, tags, parents = blocks.frame, blocks.tag, blocks.parent
    until = columns.sums[0]
    for index in np.flatnonzero(columns.link_share >= LINK_SHARE).tolist():
        frame = frames[index]
        if tags[frame] in HEADING_LEVEL or tags[parents[frame]] in HEADING_LEVEL:
            if _addresses(blocks, index):
                headings.setdefault(blocks.path[frame], []).append(index)
        elif (
            own_host is not None
            and index in within
            and columns.words[index] >= TITLE_WORDS
            and leads_into(blocks, index, own_host)
        ):
            lines.setdefault(blocks.path[frame], []).append(index)
    for row in headings.values():
        if len(row) >= MIN_HEADINGS:
            yield from _elements_around(blocks, row)
    for row in lines.values():
        if len(row) >= MIN_LINKS:
            for index, around in zip(row, _elements_around(blocks, row), strict=True):
                first, end = _link_around(blocks, until, index, *around)
                if end - first > 1 and until[end] - until[first] <= SUMMARY_WORDS:
                    yield first, end


def _find_overlaid(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], own_address: str
) -> Iterator[tuple[int, int]]:
    """Yield the first block of each card under a link without words and one past its last.

    Those that lead to other pages of the site, and stand outside the element around the kept prose: what stands in it beside its
    paragraphs is the article's, as what lies below its address is.
    """
    host, inside = site_host(own_address), np.zeros(len(keep), np.bool_)
    rows = []
    for row in find_overlaid(blocks):
        if all(_is_of_site(href, host) and not _is_below(href, own_address) for _, href in row):
            rows += [(blocks.first_block[card], blocks.end_block[card]) for card, _ in row]
    for first, end in rows:
        inside[first:end] = True
    body = np.flatnonzero(keep & ~inside & (columns.prose > 0)).tolist()
    if not body:
        return
    around = blocks.parent[blocks.frame[body[0]]]
    while blocks.end_block[around] <= body[-1]:
        around = blocks.parent[around]
    for first, end in rows:
        if not blocks.first_block[around] <= first < blocks.end_block[around]:
            yield first, end


def _addresses(blocks: Blocks, index: int) -> list[str]:
    """Return where a block's links lead, but for places on the page: an accordion's heading is a link, too."""
    hrefs = [href.strip().lower() for *_, mark, href in blocks.spans[index] if mark == "a"]
    return [href for href in hrefs if href and not href.startswith(_NO_PAGE)]


def leads_into(blocks: Blocks, index: int, host: str) -> bool:
    """Whether a block is one link, to a page of the site."""
    addresses = _addresses(blocks, index) if blocks.links[index] == 1 else []
    return bool(addresses) and _is_of_site(addresses[0], host)


def _is_of_site(address: str, host: str) -> bool:
    elsewhere = _ABSOLUTE.match(address.lower())
    return elsewhere is None or (bool(host) and f".{elsewhere[1].partition(':')[0]}".endswith(f".{host}"))


def _is_below(href: str, own_address: str) -> bool:
    """Whether a link leads to a part of the page: its address goes on after the page's, which has all if it is unknown."""
    own_path = _ABSOLUTE.sub("", own_address, count=1).rstrip("/")
    return href.startswith("?") or _ABSOLUTE.sub("", href, count=1).startswith(own_path)


def site_host(address: str) -> str:
    """Return the host of an address without "www.", empty where it has none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _link_around(blocks: Blocks, until: NDArray[np.float64], index: int, first: int, end: int) -> tuple[int, int]:
    """Return the range of an element, wider where a link goes on around the blocks beside it: the link is the card then.

    It is followed for as many words as a card has, and ``SUMMARY_WORDS`` blocks: a link around all of a page has no end.
    """
    address = _addresses(blocks, index)
    low, high = max(first - SUMMARY_WORDS, 0), min(end + SUMMARY_WORDS, len(blocks.text))
    while first > low and until[end] - until[first] <= SUMMARY_WORDS and _addresses(blocks, first - 1) == address:
        first -= 1
    while end < high and until[end] - until[first] <= SUMMARY_WORDS and _addresses(blocks, end) == address:
        end += 1
    return first, end


def _elements_around(blocks: Blocks, row: Sequence[int]) -> Iterator[tuple[int, int]]:
    for (before, index), (_, after) in pairwise(pairwise((-1, *row, len(blocks.text)))):
        yield _element_around(blocks, before, index, after)


def _element_around(blocks: Blocks, before: int, index: int, after: int) -> tuple[int, int]:
    """Return the range of the largest element around a heading that has neither of its neighbours."""
    frame = blocks.frame[index]
    while (above := blocks.parent[frame]) and before < blocks.first_block[above] and blocks.end_block[above] <= after:
        frame = above
    return blocks.first_block[frame], blocks.end_block[frame]
