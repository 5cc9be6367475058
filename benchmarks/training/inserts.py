"""Boilerplate put into labelled pages, as sites set it into an article: what the truths of the sets hardly teach.

The sets are older than most such lines, and half of those that they have stand in their truths. A model fitted on the sets alone
keeps 49 of 100 of these units on pages of sites that it has not seen, one fitted with them 5 (benchmarks/HISTORY.md).
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final
from zlib import crc32

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.training.drawing import Maker, Texts
from benchmarks.training.parting import part_text, wrap_some
from benchmarks.training.silence import silence_head
from benchmarks.training.table_layout import lay_out_by_tables
from benchmarks.training.units import AFTER, FIRST, INSIDE, OLD_AFTER
from scraper.cleaner.reading.walk import read_blocks

MIN_PARAGRAPHS: Final = 3
"""A page with fewer has no inside."""

_COUNTS: Final = (1, 1, 2, 2, 3, 4)
_AT_END: Final = 0.5
_BEFORE: Final = 0.25
_RESTYLED: Final = 0.35
_PARTED: Final = 0.12
_WRAPPED: Final = 0.04
_TABLES: Final = 0.06
# Pages whose head says nothing have what stands around the text on old pages, and tables more often.
_OLD: Final = 0.06
_OLD_TABLES: Final = 0.5

# Finds what was written anew; the cleaner does not look at it.
_MARK: Final = "data-anew"


def insert_boilerplate(
    html: str, is_content: Callable[[str], bool], texts: Texts, seed: str
) -> tuple[str, list[str]] | None:
    """Put units between the paragraphs of a page's main content, and some before and after them.

    On a share of the pages paragraphs or sub-headings are written as other content systems do, so that what is no ``p``, or short
    and bold, is not taken for a unit; parts of the text have elements of their own,
    or tables lay the page out.

    Args:
        html: The page.
        is_content: Tells from its text whether a paragraph is main content.
        texts: What the units lead to.
        seed: What is drawn depends on it alone.

    Returns:
        The page, and the texts of the blocks that were put in; None for a page with too few paragraphs.
    """
    make = Maker(Random(crc32(seed.encode())), texts)
    tree = LexborHTMLParser(html)
    paragraphs = [node for node in tree.css("p") if is_content(node.text(separator=" "))]
    if len(paragraphs) < MIN_PARAGRAPHS:
        return None
    if make.random.random() < _RESTYLED:
        _restyle_headings(paragraphs, make)
    if make.random.random() < _RESTYLED:
        paragraphs = _restyle_paragraphs(tree, paragraphs, make)
    count = min(make.random.choice(_COUNTS), len(paragraphs) - 1)
    places = sorted(make.random.sample(range(len(paragraphs) - 1), count))
    is_old = make.random.random() < _OLD
    units = [(paragraphs[place], make.random.choice(INSIDE)(make)) for place in places]
    if make.random.random() < _AT_END:
        units.append((paragraphs[-1], make.random.choice(OLD_AFTER if is_old else AFTER)(make)))
    for node, unit in units:
        node.insert_after(read_unit(unit))
    if make.random.random() < _BEFORE:
        first = make.random.choice(FIRST)(make)
        paragraphs[0].insert_before(read_unit(first))
        units.append((paragraphs[0], first))
    if make.random.random() < _PARTED:
        part_text(paragraphs, make.random, make.named())
    elif make.random.random() < _WRAPPED:
        wrap_some(paragraphs, make.random, make.plainly_named())
    said = [text for _, unit in units for text in read_blocks(LexborHTMLParser(f"<body>{unit}")).text]
    html = tree.html or ""
    html = silence_head(html) if is_old else html
    return lay_out_by_tables(html, make.random) if make.random.random() < (
        _OLD_TABLES if is_old else _TABLES
    ) else html, said


def _restyle_headings(paragraphs: Sequence[LexborNode], make: Maker) -> None:
    """Write the headings beside paragraphs as short bold ones."""
    tag, named = make.one(("p", "div")), make.named()
    holders = {node.parent.mem_id: node.parent for node in paragraphs if node.parent is not None}
    for holder in holders.values():
        for node in [child for child in holder.iter() if child.tag in ("h2", "h3", "h4")]:
            node.replace_with(read_unit(f"<{tag}{named}><strong>{node.inner_html}</strong></{tag}>"))


def _restyle_paragraphs(tree: LexborHTMLParser, paragraphs: Sequence[LexborNode], make: Maker) -> list[LexborNode]:
    """Write paragraphs as ``div``, some with a ``span`` inside; return them."""
    named = make.named()
    around = make.one(("{}", "<span>{}</span>"))
    for node in paragraphs:
        node.replace_with(read_unit(f"<div {_MARK}{named}>{around.format(node.inner_html)}</div>"))
    return tree.css(f"[{_MARK}]")


def read_unit(html: str) -> LexborNode:
    body = LexborHTMLParser(f"<body>{html}").body
    if body is None or body.first_child is None:
        raise ValueError(f"a unit of markup without an element: {html}")
    return body.first_child
