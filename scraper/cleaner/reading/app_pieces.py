"""An article whose paragraphs are pieces of a page's data: rich text as trees of nodes, lists of paragraphs."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Final

from scraper.cleaner.characters import SENTENCE_ENDS, is_as_long
from scraper.cleaner.phrases.stock import CLOSING

MAX_DEPTH: Final = 40
# The least pieces that are an article, and the shortest piece that counts for one: written for how systems write them, not
# measured, since of the labelled pages one alone has its text in such data (2026-11-28).
MIN_PIECES: Final = 3
PIECE_CHARS: Final = 40

# Where rich text keeps what a node holds, and what it is: Slate, ProseMirror, Draft.js, Editor.js, Portable Text, Contentful,
# trees of HTML parsers, and publishing systems of their own.
_HELD: Final = (
    "text",
    "data",
    "value",
    "content",
    "html",
    "body",
    "paragraph",
    "model",
    "children",
    "items",
    "nodes",
    "blocks",
)
_KINDS: Final = ("type", "tag", "tagName", "nodeName", "nodeType", "_type", "style", "name")
_IN_LINE: Final = frozenset("a b strong i em u span sub sup code br mark small".split())
# What holds lines, and not the parts of one.
_OF_LINES: Final = frozenset("ul ol blockquote table tr".split())
_TAGS: Final = {
    **{tag: tag for tag in (*_IN_LINE, *_OF_LINES, *"p h2 h3 h4 h5 h6 li pre td th".split())},
    **dict.fromkeys(("paragraph", "normal", "unstyled"), "p"),
    **dict.fromkeys(
        ("heading", "header", "subheadline", "subheading", "subhead", "crosshead", "header-two", "heading-2"), "h2"
    ),
    **dict.fromkeys(("header-three", "heading-3"), "h3"),
    **dict.fromkeys(("quote", "pullquote", "block_quote", "block-quote"), "blockquote"),
    **dict.fromkeys(("bulleted-list", "bullet_list", "bulletlist", "unordered-list"), "ul"),
    **dict.fromkeys(("numbered-list", "ordered_list", "orderedlist", "ordered-list"), "ol"),
    **dict.fromkeys(("list-item", "list_item", "listitem", "unordered-list-item", "ordered-list-item"), "li"),
    **dict.fromkeys(("link", "hyperlink"), "a"),
}
# What is shown beside a text.
_BESIDE: Final = re.compile(
    r"image|photo|picture|video|embed|gallery|advert|^ad$|promo|related|newsletter|caption|script|iframe|comment", re.I
)
# What an entry of a list of articles, comments or goods has, and no paragraph.
_ENTRY: Final = frozenset(
    "headline title slug permalink canonical_url publishedAt published_at createdAt created_at".split()
) | frozenset("user username author authors price sku".split())
_MARKUP: Final = re.compile(r"</?[a-z][^<>]{0,300}>|&[a-z]{2,8};", re.I)
_BLOCK: Final = re.compile(r"\s*<(?:p|h\d|ul|ol|div|blockquote|figure|table|pre|section)\b", re.I)


def find_pieces(state: Any) -> str:
    """Return the HTML of the list in a page's data whose pieces say most; empty where none reads as a text."""
    most, best = 0, ""
    for pieces in _lists(state, 0):
        said = [html for piece in pieces if (html := _render(piece, 0, in_line=False))]
        chars = [len(text) for html in said if _is_said(text := _MARKUP.sub("", html))]
        if len(chars) >= MIN_PIECES and sum(chars) > most:
            most, best = sum(chars), "".join(said)
    return best


def _lists(state: Any, depth: int) -> Iterator[Sequence[Any]]:
    if depth >= MAX_DEPTH:
        return
    if isinstance(state, dict):
        for value in state.values():
            yield from _lists(value, depth + 1)
    elif isinstance(state, list):
        if len(state) >= MIN_PIECES:
            yield state
        for value in state:
            yield from _lists(value, depth + 1)


def _is_said(text: str) -> bool:
    """Whether a text is a sentence or more."""
    return text.rstrip().rstrip(CLOSING).endswith(tuple(SENTENCE_ENDS)) and is_as_long(text, PIECE_CHARS)


def _render(value: Any, depth: int, *, in_line: bool) -> str:
    """Return the HTML of a node: a text, a list of nodes, or an object that holds one of them."""
    if isinstance(value, str):
        html = value if _MARKUP.search(value) else escape(value, quote=False)
        return html if in_line or not html.strip() or _BLOCK.match(html) else f"<p>{html}</p>"
    if depth >= MAX_DEPTH:
        return ""
    if isinstance(value, list):
        return "".join(_render(part, depth + 1, in_line=in_line) for part in value)
    return _render_node(value, depth, in_line=in_line) if isinstance(value, dict) else ""


def _render_node(node: dict[str, Any], depth: int, *, in_line: bool) -> str:
    kinds = [kind.lower() for key in _KINDS if isinstance(kind := node.get(key), str)]
    if any(map(_BESIDE.search, kinds)) or not (in_line or _ENTRY.isdisjoint(node)):
        return ""
    tag = next((_TAGS[kind] for kind in kinds if kind in _TAGS), "")
    held = next((held for key in _HELD if (held := node.get(key)) and isinstance(held, str | list | dict)), "")
    inner = _render(held, depth + 1, in_line=in_line or bool(tag and tag not in _OF_LINES))
    if not tag or not inner:
        return inner
    link = f' href="{escape(_target(node))}"' if tag == "a" else ""
    return f"<{tag}{link}>{inner}</{tag}>"


def _target(node: dict[str, Any]) -> str:
    """Return where a link leads; empty where it does not say."""
    places = (node, *(place for place in node.values() if isinstance(place, dict)))
    found = (place.get(key) for place in places for key in ("href", "url", "uri"))
    return next((target for target in found if isinstance(target, str)), "")
