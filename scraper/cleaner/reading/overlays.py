"""Cards that are links as a whole, by a link without words that the style sheet lays over them.

``<li><a href="/story" aria-label="…"></a><div><h3>…</h3><p>…</p></div></li>``: read as it stands, the card is text without a link.
It stays so for the model, and in markdown: posts of a live blog, products of a guide and questions have such links, too. Read as
linked, 17 of 17 small articles lost their items, and three pages of wcxb-dev true text (2026-11-27).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.reading.blocks import Blocks

CARD_CHARS, CARD_BLOCKS = 600, 30
"""A card says no more: what stands around more is not one, whatever link is in it."""

MIN_CARDS: Final = 3
"""Cards come in rows, and lead to as many places: a single empty link is what an editor left."""

# The link beside these runs the code, enlarges the picture, or shares what somebody said.
_NO_CARD: Final = frozenset(("pre", "figure", "blockquote"))

# A place on the page, a script, an address of mail; a picture to look at; the page itself, given to a site to share it.
_NO_STORY: Final = re.compile(
    r"(?:javascript|mailto|tel):|.*(?:#|\.(?:jpe?g|png|webp|gif)(?:\?|$)|.https?(?::|%3a))", re.I | re.S
)
# What holds no picture: icons are "i" and "svg".
_BARE: Final = frozenset(("div", "span"))


def is_bare(link: LexborNode) -> bool:
    """Whether a link from which no text was read has nothing in it but elements to lay over a card, and words to read aloud."""
    child = link.first_child
    if child is not None and child.tag == "img":  # most of them
        return False
    return all(node.tag in _BARE for node in link.traverse() if node.tag != link.tag)


def find_overlaid(blocks: Blocks) -> Iterator[list[tuple[int, str]]]:
    """Yield the rows of cards that are made alike, ``MIN_CARDS`` and more: the element of each and where its link leads."""
    leads: dict[int, set[str]] = defaultdict(set)
    for frame, href in blocks.overlays:
        card = _card_around(blocks, frame)
        if card and href.strip() and not _NO_STORY.match(href):
            leads[card].add(href.strip())
    rows: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for card, hrefs in leads.items():
        if len(hrefs) == 1:  # several are buttons
            rows[blocks.path[card]].append((card, next(iter(hrefs))))
    for row in rows.values():
        if len({href for _, href in row}) >= MIN_CARDS:
            yield row


def _card_around(blocks: Blocks, frame: int) -> int:
    """Return the smallest element around a link that has text; 0 where it has links or text of its own: then it is no card."""
    first, end = blocks.first_block, blocks.end_block
    while frame and first[frame] == end[frame]:
        frame = blocks.parent[frame]
    if end[frame] - first[frame] > CARD_BLOCKS:
        return 0
    tags = {blocks.path_tag[blocks.path[place]] for place in (frame, *blocks.frame[first[frame] : end[frame]])}
    inside = range(first[frame], end[frame])
    is_linked = any(blocks.links[index] or blocks.frame[index] == frame for index in inside)
    is_short = sum(len(blocks.text[index]) for index in inside) <= CARD_CHARS
    return frame if is_short and not is_linked and tags.isdisjoint(_NO_CARD) else 0
