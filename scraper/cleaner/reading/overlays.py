"""Cards that are links as a whole, by a link without words that the style sheet lays over them.

``<li><a href="/story" aria-label="…"></a><div><h3>…</h3><p>…</p></div></li>``: read as it stands, the card is text without a link.
"""

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from selectolax.lexbor import LexborNode

if TYPE_CHECKING:
    from scraper.cleaner.reading.blocks import Blocks

Overlay: TypeAlias = tuple[int, str]
"""A link without words: the frame it stands in, where it leads."""

CARD_CHARS, CARD_BLOCKS = 600, 30
"""A card says no more: what stands around more is not one, whatever link is in it."""

MIN_CARDS: Final = 2
"""Cards come in rows, and lead to as many places: a single empty link is what an editor left. Of the two sets' 2,461 pages 38 have
such rows, none of them text of an article (2026-11-27)."""

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


def link_cards(blocks: "Blocks", overlays: list[Overlay]) -> None:
    """Mark the texts of cards as what their links hold, where at least ``MIN_CARDS`` cards are made alike."""
    leads: dict[int, set[str]] = defaultdict(set)
    for frame, href in overlays:
        card = _card_around(blocks, frame)
        if card and href.strip() and not _NO_STORY.match(href):
            leads[card].add(href)
    rows: dict[int, list[int]] = defaultdict(list)
    for card, hrefs in leads.items():
        if len(hrefs) == 1:  # several are buttons
            rows[blocks.path[card]].append(card)
    for row in rows.values():
        if len(set().union(*map(leads.__getitem__, row))) >= MIN_CARDS:
            for card in row:
                _link(blocks, card, *leads[card])


def _card_around(blocks: "Blocks", frame: int) -> int:
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


def _link(blocks: "Blocks", card: int, href: str) -> None:
    for index in range(blocks.first_block[card], blocks.end_block[card]):
        blocks.spans[index].append((0, len(blocks.pieces[index]), "a", href))
        blocks.links[index], blocks.link_share[index] = 1, 1.0
