"""What stands around what may be a headline: a text above it or below, furniture, other articles."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.characters import latin_length
from scraper.cleaner.metadata.headings import MAX_CLIMB, is_furniture
from scraper.cleaner.metadata.headline_texts import is_prose_below, is_prose_line
from scraper.cleaner.metadata.markup import Markup, fold
from scraper.cleaner.metadata.nearby import Line, line_of, lines_after

# Nodes of a body that are looked at for the line that is its headline.
MAX_NODES: Final = 5_000
# Elements whose texts are none of the page's, and names of those that hold its path, its menu, or what it says to every reader.
_SILENT: Final = frozenset(
    ("script", "style", "noscript", "template", "option", "button", "label", "textarea", "title")
)
_ASIDE: Final = re.compile(r"crumb|navi|path|menu|modal|popup|banner|cookie|consent|newsletter", re.I)
_MASTHEAD: Final = re.compile(r"logo|brand|mast-?head|site-?(?:title|name|header)|(?<![\w-])header(?![\w-])", re.I)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide", re.I)
_RIGHTS: Final = re.compile(r"©|\(c\)|copyright", re.I)
# Lines read below a headline, and letters of those above one that are more than a slogan.
LINES: Final = 40
MIN_ABOVE: Final = 120


def is_aside(node: LexborNode, markup: Markup) -> bool:
    """Whether an element, or the one around it, is no part of the text."""
    around = [node, *([node.parent] if node.parent is not None else [])]
    called = " ".join(f"{some.attributes.get('class') or ''} {some.attributes.get('id') or ''}" for some in around)
    return node.tag in _SILENT or _ASIDE.search(called) is not None or is_furniture(node, markup)


def nodes_above_text(markup: Markup) -> frozenset[int]:
    """Return the ids of what begins above the first text: what follows is the heading of a part of it, or of something else."""
    body = markup.tree.body
    ids: set[int] = set()
    above = 0
    for some in islice(body.traverse(include_text=True), MAX_NODES) if body is not None else ():
        ids.add(some.mem_id)
        above += latin_length(_prose_in(some, markup))
        if above >= MIN_ABOVE:
            break
    return frozenset(ids)


def _prose_in(node: LexborNode, markup: Markup) -> str:
    """Return what a node says, where that is a line of text which is a part of the page and shown; else nothing."""
    around = node.parent if node.tag == "-text" else None
    text = fold(node.text_content) if around is not None else ""
    is_text = around is not None and is_prose_line(text) and not (is_aside(around, markup) or _is_hidden(around))
    return text if is_text else ""


def _is_hidden(node: LexborNode) -> bool:
    """Whether an element is not shown: what letters say in a list of letters, above their first line."""
    return _HIDDEN.search(node.attributes.get("style") or "") is not None


def _around(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those that it stands in."""
    around: LexborNode | None = node
    for _ in range(MAX_CLIMB):
        if around is None:
            return
        yield around
        around = around.parent


def is_in_masthead(node: LexborNode) -> bool:
    """Whether an element is, or stands in, a box that is called after what a site has over each of its pages."""
    called = (f"{some.attributes.get('class') or ''} {some.attributes.get('id') or ''}" for some in _around(node))
    return any(map(_MASTHEAD.search, called))


def lines_below(node: LexborNode, markup: Markup) -> list[Line]:
    """Return the first texts below an element that are no links; those of other tables, too, where it has no text in its own.

    Letters are laid out in tables, one for each of their parts.
    """
    lines = [line for line in islice(lines_after(node), LINES) if not line.link]
    body = markup.tree.body
    if is_prose_below(lines) or body is None or not any(around.tag == "td" for around in _around(node)):
        return lines
    nodes = dropwhile(lambda some: some.mem_id != node.mem_id, islice(body.traverse(include_text=True), MAX_NODES))
    texts = (line for some in nodes if some.tag == "-text" and (line := line_of(some)) and not line.link)
    own = fold(node.text(deep=True))
    return [line for line in islice(texts, LINES) if line.text not in own]


def told_in(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that do not say whose the text is: a footer names the paper."""
    return (line for line in lines if not _RIGHTS.search(line.text))
