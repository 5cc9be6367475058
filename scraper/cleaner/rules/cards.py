"""Teaser cards under an article: headings or lines that are links to other pages, each in a small element, again and again."""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.overlays import find_overlaid
from scraper.cleaner.rules.site_links import addresses_of, is_below, is_of_site, site_host
from scraper.cleaner.rules.teasers import LINK_SHARE, elements_around, find_teasers, is_heading

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
# Of cards without headings prose may be less: what is left is an interview, a report with a table. With dates beside their titles
# seven written pages gain .15 to .65; below cards with headings one of wcxb-dev would lose .025 (2026-11-27).
LEAST_PROSE: Final = 0.5
# However much stands under it, what is so sure stays by itself where the cards are less so: a brief with a page of cards (precision
# .11 to over .95 on four written ones). Parts of a list article are as sure as its lead; no labelled page is other (2026-11-28).
SURE_WORDS: Final = 40
SURE: Final = 0.8
CARDS_SURE: Final = 0.85
SURER: Final = 0.05
# Cards that are so sure in the mean never go, but for those under a link without words; told card by card all pages would lose
# .0004 (folds, 2026-11-28).
NEVER: Final = 0.9
# A card's words, what is not kept of them included.
CARD_WORDS: Final = 150
# Words of prose that no card's summary stands for.
PROSE_WORDS: Final = 20
MIN_HEADINGS: Final = 2
"""So many headings that are links are a row."""

LABEL_CHARS: Final = 40
"""What heads cards is no longer."""

LABEL_BOLD: Final = 0.8
"""So much of it is bold where it is no heading."""


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
    if not keep.any():
        return keep
    is_article, words, prose = own_address is not None, columns.words, columns.prose
    cards, overlaid = _find_cards(blocks, columns, keep, probability, own_address)
    if not cards and not overlaid:
        return keep
    inside = _inside_of([*cards, *overlaid], columns)
    rest = keep & ~inside
    body = (rest & (prose > PROSE_WORDS)).nonzero()[0]
    if not len(body) and is_article:  # the short answers of an interview
        body = (rest & (prose > 0)).nonzero()[0]
    if not len(body) or not _is_enough(rest, keep, words, probability, is_article=is_article):
        return keep
    inside[: body[-1]] = False
    if not overlaid and _mean(probability, words, keep & inside) >= NEVER:
        return keep
    tidy: NDArray[np.bool_] = keep & ~inside
    if is_article:
        drop_labels(blocks, keep, tidy, int(body[-1]) + 1)
    is_headed = any(is_heading(blocks, index) for index in (keep & ~tidy).nonzero()[0].tolist())
    least_prose = MIN_PROSE if not is_article or is_headed else LEAST_PROSE
    return tidy if prose[tidy].sum() >= least_prose * words[tidy].sum() else keep


def _find_cards(
    blocks: Blocks,
    columns: PageColumns,
    keep: NDArray[np.bool_],
    probability: NDArray[np.float32],
    own_address: str | None,
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return where the first and one past the last block of each card are, and those of the cards under a link without words."""
    cards = list(_find_headed(blocks, columns))
    if own_address is None:
        return cards, []
    cards += find_teasers(blocks, columns, site_host(own_address), keep, probability)
    return cards, list(_find_overlaid(blocks, columns, keep, own_address)) if blocks.overlays else []


def _inside_of(cards: Iterable[tuple[int, int]], columns: PageColumns) -> NDArray[np.bool_]:
    """Return which blocks stand in a card that is no longer than cards are."""
    until = columns.sums[0]
    inside = np.zeros(len(columns.words), np.bool_)
    for first, end in cards:
        if until[end] - until[first] <= CARD_WORDS:
            inside[first:end] = True
    return inside


def _is_enough(
    rest: NDArray[np.bool_],
    keep: NDArray[np.bool_],
    words: NDArray[np.float32],
    probability: NDArray[np.float32],
    *,
    is_article: bool,
) -> bool:
    """Whether what stays of a choice without cards is so much, or so much surer than they are, that it is the text."""
    left = words[rest].sum()
    least, share = (LEAST_WORDS, LEAST_SHARE) if is_article else (MIN_WORDS, MIN_SHARE)
    if left < least:
        return False
    if left >= share * words[keep].sum():
        return True
    sure, cards_sure = _mean(probability, words, rest), _mean(probability, words, keep & ~rest)
    return is_article and left >= SURE_WORDS and sure >= SURE and cards_sure < min(CARDS_SURE, sure - SURER)


def _mean(probability: NDArray[np.float32], words: NDArray[np.float32], where: NDArray[np.bool_]) -> float:
    """Return how sure the model is of a word of some blocks in the mean, 0 for none."""
    return float(np.average(probability[where], weights=words[where])) if where.any() else 0.0


def drop_labels(blocks: Blocks, keep: NDArray[np.bool_], tidy: NDArray[np.bool_], first: int) -> None:
    """Take what is said above cards that go out of the choice: short lines that are bold or headings, below the last prose."""
    for index in ((tidy[first:-1] & keep[first + 1 :] & ~tidy[first + 1 :]).nonzero()[0] + first).tolist():
        is_set = blocks.bold_share[index] >= LABEL_BOLD or is_heading(blocks, index)
        text = blocks.text[index]
        if is_set and len(text) <= LABEL_CHARS and text[-1] not in SENTENCE_ENDS:
            tidy[index] = False


def _find_headed(blocks: Blocks, columns: PageColumns) -> Iterator[tuple[int, int]]:
    """Yield the first block of each card under a heading that is a link and one past its last."""
    headings: dict[int, list[int]] = {}
    for index in (columns.link_share >= LINK_SHARE).nonzero()[0].tolist():
        if is_heading(blocks, index) and addresses_of(blocks, index):
            headings.setdefault(blocks.path[blocks.frame[index]], []).append(index)
    for row in headings.values():
        if len(row) >= MIN_HEADINGS:
            yield from elements_around(blocks, row)


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
        if all(is_of_site(href, host) and not is_below(href, own_address) for _, href in row):
            rows += [(blocks.first_block[card], blocks.end_block[card]) for card, _ in row]
    for first, end in rows:
        inside[first:end] = True
    body = (keep & ~inside & (columns.prose > 0)).nonzero()[0].tolist()
    if not body:
        return
    around = blocks.parent[blocks.frame[body[0]]]
    while blocks.end_block[around] <= body[-1]:
        around = blocks.parent[around]
    for first, end in rows:
        if not blocks.first_block[around] <= first < blocks.end_block[around]:
            yield first, end
