"""Where a byline stands: in a teaser of another article, or in a line of its own among the paragraphs of a text."""

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.markup import text_of
from scraper.cleaner.metadata.own_words import MAX_LINE

MAX_CLIMB: Final = 6
# Elements that hold no headline of another article.
_LINES: Final = frozenset(("span", "p", "b", "strong", "em", "i", "time", "small", "cite", "address"))
# A teaser: the fewest words of its headline, which "About the author" has not; the longest text of one, which articles exceed.
TITLE_WORDS: Final = 4
MAX_TEASER: Final = 500
# Elements looked at for a paragraph beside a signature.
MAX_PARAGRAPHS: Final = 30
# Links looked at in a teaser: its picture, its section, its headline, its writer.
MAX_LINKS: Final = 6
# Elements climbed from a headline to the link that it stands in: a whole card may be one.
MAX_LEVELS: Final = 4
# Elements before and after a signature that are looked at.
MAX_BESIDE: Final = 15


def is_teasers(holder: LexborNode | None, names: tuple[str, ...], headline: LexborNode | None) -> bool:
    """Whether a byline is that of another article: a headline that is a link stands before it in a small element.

    Of 1,497 pages of wcxb-dev three lose a false author and none a true one; ten and four where it need be no link. Two more with
    cards that are one link, or whose headline is a link in no heading (2026-11-27).
    """
    around = holder
    own = None if headline is None else text_of(headline, MAX_LINE)
    for _ in range(MAX_CLIMB):
        if around is None or own is None or around.tag in ("body", "main"):
            return False
        if around.tag not in _LINES:
            heading = around.css_first("h1, h2, h3, h4, h5, h6")
            if heading is not None:
                return _is_linked(heading) and _stands_before(heading, around, names, own)
            links = () if own and own in text_of(around) else around.css("a[href]")[:MAX_LINKS]
            if any(_stands_before(link, around, names, own) for link in links):
                return True
        around = around.parent
    return False


def _is_linked(heading: LexborNode) -> bool:
    around = heading.parent
    for _ in range(MAX_LEVELS):
        if around is None or around.tag == "a":
            break
        around = around.parent
    return heading.css_first("a[href]") is not None or (around is not None and around.tag == "a")


def _stands_before(title: LexborNode, around: LexborNode, names: tuple[str, ...], own: str) -> bool:
    """Whether a title of another article stands before a name in a small element, or is a link that the name stands in, too."""
    said, text = text_of(title, MAX_LINE), text_of(around, MAX_TEASER)
    if len(text) >= MAX_TEASER or said == own:
        return False
    said = said.partition(names[0])[0].strip()
    words = [word for word in said.split() if not any(map(str.isdigit, word))]  # no date
    return len(words) >= TITLE_WORDS and 0 <= text.find(said) < text.find(names[0])


def is_in_text(holder: LexborNode | None, names: tuple[str, ...], headline: LexborNode | None) -> bool:
    """Whether a byline stands in a line of its own among the paragraphs of a text, as a signature does, and in no teaser."""
    around = holder
    for _ in range(MAX_CLIMB):
        if around is None or around.tag in ("body", "aside", "nav", "ul", "ol"):
            return False
        inside, around = around, around.parent
        if around is not None and len(text_of(around, MAX_TEASER + 1)) > MAX_TEASER:
            return any(map(_is_prose, _beside(inside))) and not is_teasers(holder, names, headline)
    return False


def _beside(node: LexborNode) -> Iterator[LexborNode]:
    """Yield what stands before and after a node in the same element, the nearest first."""
    for step in ("prev", "next"):
        sibling = getattr(node, step)
        for _ in range(MAX_BESIDE):
            if sibling is None:
                break
            yield sibling
            sibling = getattr(sibling, step)


def _is_prose(node: LexborNode) -> bool:
    """Whether a node is a paragraph as long as no byline is, or holds one."""
    texts = [node] if node.tag == "-text" else node.css("p, div")[:MAX_PARAGRAPHS]  # itself among them
    return any(
        len(text_of(text, MAX_LINE)) >= MAX_LINE and (text.tag != "div" or len(text.css("div, a, li, h3")) == 1)
        for text in texts
    )
