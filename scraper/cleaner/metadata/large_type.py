"""What looks like a headline, the surest first: the only heading of its rank, the largest type, what is called a title."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.headings import MAX_HEADING_CHARS
from scraper.cleaner.metadata.large_styles import largest_styled
from scraper.cleaner.metadata.markup import Markup, text_of
from scraper.cleaner.metadata.title_parts import is_short

# Elements looked at that may be the headline, and sizes of letters that are a headline's: the text's is 2 or 3.
MAX_LARGE: Final = 200
MIN_SIZE: Final = 4
_CALLED: Final = (
    "[class*=itle], [class*=eadline], [class*=itul], [class*=itol], [class*=itre], [class*=itlu], [class*=aslik], [class*=aslov], "
    "[class*=agolov], [class*=ytul], [class*=ieude], [class*=ieu-de], [class*=tsikko]"
)
# What a line above the headline or below it is called.
_LESS: Final = re.compile(r"sub|alt|sott?o|sous|unter|ante|pre|sur|over|kicker|[uü]st|spot|related|side", re.I)
MAX_CALLED: Final = 20
MAX_SECOND: Final = 3


def _only_heading(markup: Markup) -> Iterable[LexborNode]:
    texts = ((text_of(node, MAX_HEADING_CHARS), node) for node in reversed(markup.headings))
    said = {text: node for text, node in texts if text and not is_short(text, 1)}
    return said.values() if len(said) == 1 else ()


def _only_first_rank(markup: Markup) -> Iterable[LexborNode]:
    nodes: list[LexborNode] = markup.tree.css('[role=heading][aria-level="1"]')
    return nodes if len(nodes) == 1 else ()


def _second_rank(markup: Markup) -> Iterable[LexborNode]:
    nodes: list[LexborNode] = markup.tree.css("h2")
    return nodes[:MAX_SECOND]


def _largest(markup: Markup) -> Iterable[LexborNode]:
    sized = [(_size(node), node) for node in markup.tree.css("font[size]")[:MAX_LARGE]]
    most = max((size for size, _ in sized), default=0)
    return [node for size, node in sized if size == most >= MIN_SIZE]


def _size(node: LexborNode) -> int:
    """Return the size of a ``<font>``'s letters: "+2" is two more than the text's, which is 3."""
    value = (node.attributes.get("size") or "").strip()
    number = value.lstrip("+")
    return (int(number) if len(number) == 1 and number.isdecimal() else 0) + (3 if value[:1] == "+" else 0)


def _called_title(markup: Markup) -> Iterable[LexborNode]:
    """Return the elements that are called a title, and as no other is: the cards of a list are called alike."""
    called = [(node.attributes.get("class") or "", node) for node in markup.tree.css(_CALLED)[:MAX_CALLED]]
    counts = Counter(name for name, _ in called)
    return [node for name, node in called if counts[name] == 1 and not _LESS.search(name)]


FIRST_RANKS: Final = (_only_heading, _only_first_rank)
RANKS: Final[tuple[Callable[[Markup], Iterable[LexborNode]], ...]] = (
    *FIRST_RANKS,
    _second_rank,
    _largest,
    largest_styled,
    _called_title,
)
"""Where such a headline stands, the surest place first."""
