"""Labelled pages with most of their text taken out: what the truths of the sets hardly teach of short news.

The median article of WCXB's development split has 1,536 words, and 28 of 791 have under 250; much of the news is that short. A
model fitted on the pages as they are takes for content what stands around such an article (benchmarks/HISTORY.md).
"""

from collections.abc import Callable
from random import Random
from typing import Final
from zlib import crc32

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.training.parting import part_text
from scraper.cleaner.reading.walk import read_blocks

_LEFT: Final = (1, 1, 2, 2, 3, 3, 4, 5)
_PARTED: Final = 0.12
# What stands between paragraphs and belongs to the text goes with them.
_BETWEEN: Final = frozenset("h2 h3 h4 ul ol blockquote figure table div section".split())


def shorten(html: str, is_content: Callable[[str], bool], seed: str) -> tuple[str, str] | None:
    """Leave the first paragraphs of a page's main content, one to five, and take out the others with what stands between them.

    Args:
        html: The page.
        is_content: Tells from its text whether a paragraph is main content.
        seed: How many are left depends on it alone.

    Returns:
        The page, and the text of the first block that is left; None for a page that has no more.
    """
    tree = LexborHTMLParser(html)
    paragraphs = [node for node in tree.css("p") if is_content(node.text(separator=" "))]
    count = Random(crc32(f"short {seed}".encode())).choice(_LEFT)
    left, gone = paragraphs[:count], paragraphs[count:]
    if not gone:
        return None
    for node in [*gone, *_between(gone, {node.mem_id for node in left})]:
        node.decompose()
    first = read_blocks(LexborHTMLParser(f"<body>{left[0].html}")).text[0]
    random = Random(crc32(f"part {seed}".encode()))
    if random.random() < _PARTED:
        part_text(left, random, "")
    return tree.html or "", first


def _between(gone: list[LexborNode], left: set[int]) -> list[LexborNode]:
    """Return what stands between the last paragraph that stays, if it is beside them, and the last that goes, and holds neither."""
    ids = {node.mem_id for node in gone}
    holders = {node.parent.mem_id: node.parent for node in gone if node.parent is not None}
    found = []
    for holder in holders.values():
        children = list(holder.iter())
        stays = [place for place, child in enumerate(children) if child.mem_id in left]
        goes = [place for place, child in enumerate(children) if child.mem_id in ids]
        for child in children[stays[-1] if stays else goes[0] : goes[-1]]:
            if child.tag in _BETWEEN and not {node.mem_id for node in child.css("p")} & (ids | left):
                found.append(child)
    return found
