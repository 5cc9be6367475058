"""Labelled pages with most of their text taken out: what the truths of the sets hardly teach of short news.

The median article of WCXB's development split has 1,536 words, and 28 of 791 have under 250; much of the news is that short. A
model fitted on the pages as they are takes for content what stands around such an article (benchmarks/HISTORY.md).
"""

from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple
from zlib import crc32

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.training.drawing import Maker, Texts
from benchmarks.training.inserts import read_unit
from benchmarks.training.parting import part_text
from benchmarks.training.silence import silence_head
from benchmarks.training.table_layout import lay_out_by_tables
from benchmarks.training.units import OLD_AFTER
from scraper.cleaner.reading.walk import read_blocks

_LEFT: Final = (1, 1, 2, 2, 3, 3, 4, 5)
_PARTED: Final = 0.12
# Of pages whose head says nothing, most have what stands around the text on old pages, and many are laid out by tables.
_OLD: Final = 0.12
_SURROUNDED: Final = 0.8
_TABLES: Final = 0.5
_OUTERMOST: Final = frozenset(("body", "html", "tr", "table", "tbody"))
# What stands between paragraphs and belongs to the text goes with them.
_BETWEEN: Final = frozenset("h2 h3 h4 ul ol blockquote figure table div section".split())


class Shortened(NamedTuple):
    """A page with little text.

    Attributes:
        html: The page.
        first: The text of the first block that is left.
        said: The texts of the blocks that were put around it.
    """

    html: str
    first: str
    said: list[str]


def shorten(html: str, is_content: Callable[[str], bool], texts: Texts, seed: str) -> Shortened | None:
    """Leave the first paragraphs of a page's main content, one to five, and take out the others with what stands between them.

    On a share of the pages the head says nothing, entries and posts are put after the text, and tables lay the page out.

    Args:
        html: The page.
        is_content: Tells from its text whether a paragraph is main content.
        texts: What is put after the text leads to.
        seed: What is drawn depends on it alone.

    Returns:
        The page with little text; None for one that has no more.
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
    is_old = random.random() < _OLD
    said = _surround(left[-1], Maker(random, texts)) if is_old and random.random() < _SURROUNDED else []
    if random.random() < _PARTED:
        part_text(left, random, "")
    html = tree.html or ""
    if is_old:
        html = silence_head(lay_out_by_tables(html, random) if random.random() < _TABLES else html)
    return Shortened(html, first, said)


def _surround(last: LexborNode, make: Maker) -> list[str]:
    """Put units after the last paragraph or an element around it, and return the texts of their blocks."""
    said: list[str] = []
    for _ in range(make.one((1, 1, 2))):
        unit = make.one(OLD_AFTER)(make)
        node = last
        for _ in range(make.one((0, 1, 1, 2, 3))):
            node = node.parent if node.parent is not None and node.parent.tag not in _OUTERMOST else node
        node.insert_after(read_unit(unit))
        said += read_blocks(LexborHTMLParser(f"<body>{unit}")).text
    return said


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
