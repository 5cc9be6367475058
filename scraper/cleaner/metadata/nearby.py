"""The texts beside an element, in the order of reading: where datelines and bylines stand."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

# Elements whose text is not about the article.
_SKIPPED: Final = frozenset(
    (
        "script",
        "style",
        "svg",
        "noscript",
        "template",
        "nav",
        "footer",
        "form",
        "select",
        "iframe",
        "figure",
        "table",
        "-comment",
        "_comment",
    )
)
# What a footer is called that holds an article's date and byline, as blog and content systems have it above the text or below.
_BYLINE_FOOTER: Final = re.compile(
    r"(?<![a-z])(?:entry|node|post|article)[-_]{1,2}(?:meta|info|byline|submitted|header)(?![a-z])", re.I
)
# Longer texts are cut: a dateline or byline is short.
MAX_CHARS: Final = 600
# Elements climbed for the texts before one: themes of Blogger have the date four up. And texts read of each element there.
MAX_CLIMB: Final = 4
MAX_TEXTS: Final = 16
# Texts of a table that is one line.
MAX_IN_LINE: Final = 6
MAX_CHILDREN: Final = 50
MAX_VISITED: Final = 300


class Line(NamedTuple):
    """A run of text, the ``datetime`` of the ``<time>`` and the address of the link that hold it; empty where none does.

    The element that it stands in, too: None for a text that was read without a tree.
    """

    text: str
    stamp: str
    link: str
    holder: LexborNode | None = None


def lines_after(node: LexborNode) -> Iterator[Line]:
    """Yield the texts that follow an element in the page's order."""
    current, is_open = node, False
    for _ in range(MAX_VISITED * 10):
        following = (current.first_child if is_open else None) or current.next
        while following is None:
            if (parent := current.parent) is None:
                return
            following, current = parent.next, parent
        current = following
        if current.tag != "-text":
            is_open = not is_skipped(current)
            continue
        is_open = False
        if line := line_of(current):
            yield line


def lines_before(node: LexborNode) -> Iterator[Line]:
    """Yield the texts before an element, the nearest first, inside the few elements around it."""
    around: LexborNode | None = node
    for _ in range(MAX_CLIMB):
        if around is None or around.tag in ("body", "main", "article"):
            return
        sibling = around.prev
        while sibling is not None:
            yield from (line for text in reversed(_texts_before(sibling)) if (line := line_of(text)))
            sibling = sibling.prev
        around = around.parent


def _texts_before(sibling: LexborNode) -> list[LexborNode]:
    """Return the first texts of what stands before an element; of a table those of a line: "date | print | send"."""
    tag = sibling.tag
    if tag != "table":
        return [sibling] if tag == "-text" else texts_in(sibling)
    texts = [text for child in sibling.iter() for text in texts_in(child, MAX_IN_LINE + 1)]
    texts = [text for text in texts if not (text.text_content or "").isspace()]
    return texts if len(texts) <= MAX_IN_LINE else []


def texts_in(node: LexborNode, count: int = MAX_TEXTS) -> list[LexborNode]:
    """Return the first texts of an element, in order."""
    found: list[LexborNode] = []
    stack = [node]
    for _ in range(MAX_VISITED):
        if not stack or len(found) >= count:
            break
        current = stack.pop()
        if current.tag == "-text":
            found.append(current)
        elif not is_skipped(current):
            children = list(islice(current.iter(include_text=True), MAX_CHILDREN))
            stack.extend(reversed(children))
    return found


def is_skipped(node: LexborNode) -> bool:
    """Whether an element holds no text about the article; a footer may hold its byline."""
    tag = node.tag
    if tag != "footer":
        return tag in _SKIPPED
    return _BYLINE_FOOTER.search(node.attributes.get("class") or "") is None


def line_of(text: LexborNode) -> Line | None:
    """Return a text as a line, None where it is white space."""
    content = text.text_content
    if not content or content.isspace() or not (folded := " ".join(content[:MAX_CHARS].split())):
        return None
    stamp = link = ""
    holder = around = text.parent
    for _ in range(2):  # a name or date is often wrapped once more
        if around is None:
            break
        tag = around.tag
        if tag == "time":
            stamp = stamp or around.attributes.get("datetime") or ""
        elif tag == "a":
            link = link or around.attributes.get("href") or ""
        around = around.parent
    return Line(folded, stamp, link, holder)
