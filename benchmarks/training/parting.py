"""A labelled page's text in elements of its own for each part, as many content systems write it.

Most pages of the sets have their text in one element. A model fitted on them takes for a teaser what is a short last part, or a
single paragraph under a box (benchmarks/HISTORY.md).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SIZES: Final = (1, 1, 2, 2, 3, 4)
_TOGETHER: Final = (1, 1, 2, 3)
_HEADINGS: Final = frozenset("h2 h3 h4".split())
_AT_HEADINGS: Final = 0.4
_ALIKE: Final = 0.4
_TWICE: Final = 0.3


def part_text(paragraphs: Sequence[LexborNode], random: Random, named: str) -> None:
    """Put the children of the element that holds most of a page's paragraphs into elements of their own, some at a time.

    Args:
        paragraphs: Of the main content; they are others afterwards.
        random: Draws how many go together: always as many, as many as it comes, or all under one heading.
        named: The class attribute of the new elements, or none.
    """
    holders = {node.parent.mem_id: node.parent for node in paragraphs if node.parent is not None}
    if not holders:
        return
    most, _ = Counter(node.parent.mem_id for node in paragraphs if node.parent is not None).most_common(1)[0]
    holder = holders[most]
    around = ("<div{}><div>{}</div></div>" if random.random() < _TWICE else "<div{}>{}</div>").format
    children = [child.html or "" for child in holder.iter(include_text=True)]
    tags = [child.tag or "" for child in holder.iter(include_text=True)]
    holder.inner_html = "".join(around(named, "".join(part)) for part in _parts(children, tags, random))


def wrap_some(paragraphs: Sequence[LexborNode], random: Random, named: str) -> None:
    """Put one to three paragraphs, one right after another, into an element of their own, the others left as they are.

    So stand what a paywall hides, what a button unfolds, a quotation, what was pasted in: text, though what else stands alone in an
    element between paragraphs mostly is none.

    Args:
        paragraphs: Of the main content.
        random: Draws which.
        named: The class attribute of the new element, or none.
    """
    start = random.randrange(len(paragraphs))
    inside = [paragraphs[start]]
    for node in paragraphs[start + 1 : start + random.choice(_TOGETHER)]:
        if not _is_next(inside[-1], node):
            break
        inside.append(node)
    html = "".join(node.html or "" for node in inside)
    for node in inside[1:]:
        node.decompose()
    (element,) = LexborHTMLParser(f"<div{named}>{html}</div>").css("body > div")
    inside[0].replace_with(element)


def _is_next(node: LexborNode, other: LexborNode) -> bool:
    """Whether only white space stands between two elements."""
    after = node.next
    while after is not None and after.tag == "-text" and not (after.text_content or "").strip():
        after = after.next
    return after is not None and after.mem_id == other.mem_id


def _parts(children: Sequence[str], tags: Sequence[str], random: Random) -> Iterator[Sequence[str]]:
    if random.random() < _AT_HEADINGS and not _HEADINGS.isdisjoint(tags):
        starts = [0, *(place for place, tag in enumerate(tags) if place and tag in _HEADINGS), len(tags)]
        yield from (children[start:end] for start, end in pairwise(starts))
        return
    size = random.choice(_SIZES) if random.random() < _ALIKE else 0
    start = 0
    while start < len(children):
        end = start + (size or random.choice(_SIZES))
        yield children[start:end]
        start = end
