"""One look over the page's tree: every element that carries metadata, sorted by kind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.cleaner.metadata.json_ld import LinkedData, read_json_ld

_WANTED: Final = 'meta, title, h1, link[rel~="canonical"], script[type*="ld+json"], [itemprop], [rel~="author"]'

# Elements whose text nobody reads.
_SILENT: Final = frozenset(
    ("script", "style", "svg", "noscript", "template", "-comment", "_comment", "button", "rt", "rp")
)
# Elements that stay inside a word.
_INLINE: Final = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "big",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "rb",
        "ruby",
        "small",
        "span",
        "strong",
        "u",
        "sub",
        "sup",
    )
)
# What texts are made of, where they stand as source code in a place for plain text.
_ELEMENT: Final = re.compile(
    r"</?(a|abbr|b|blockquote|br|cite|code|div|em|figure|font|h[1-6]|i|img|li|mark|ol|p|small|span|strong|sub|sup|u|ul)"
    r"(?:\s[^<>]{0,1000})?/?>",
    re.I,
)
# Elements read of one kind; the largest honest pages have a tenth of it.
MAX_ELEMENTS: Final = 1_000
# Nodes looked at below one element for its text.
MAX_VISITED: Final = 2_000
# Metadata are short: longer texts are cut.
MAX_CHARS: Final = 2_000


@dataclass(slots=True)
class Markup:
    """What a page's elements say about it.

    Attributes:
        meta: Contents of ``<meta>`` by its name or property, lower case, in the page's order.
        items: Elements with ``itemprop``, by that property in lower case.
        linked: The page's JSON-LD.
    """

    tree: LexborHTMLParser
    url: str | None
    meta: dict[str, list[str]] = field(default_factory=dict)
    page_title: str = ""
    headings: list[LexborNode] = field(default_factory=list)
    items: dict[str, list[LexborNode]] = field(default_factory=dict)
    signed: list[LexborNode] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    linked: LinkedData = field(default_factory=lambda: LinkedData([]))

    @property
    def has_bare_head(self) -> bool:
        """Whether the head has no viewport, no Open Graph, no JSON-LD: pages from before phones, mails, print views, documents."""
        return (
            "viewport" not in self.meta
            and not self.linked.nodes
            and not any(name.startswith("og:") for name in self.meta)
        )

    def first(self, *names: str) -> str | None:
        """Return the first content of the first of these meta names that the page has."""
        return next((values[0] for name in names if (values := self.meta.get(name))), None)


def read_markup(tree: LexborHTMLParser, url: str | None) -> Markup:
    """Collect the elements that carry metadata."""
    markup = Markup(tree, url)
    scripts: list[LexborNode] = []
    for node in tree.css(_WANTED):
        tag = node.tag
        if tag == "script":
            scripts.append(node)
        elif tag == "title":
            # A title inside an image is the image's.
            markup.page_title = markup.page_title or fold(node.text())
        else:
            _add_attributes(markup, node, tag)
    markup.linked = read_json_ld(node.text() or "" for node in scripts[:MAX_ELEMENTS])
    root = tree.root
    markup.language = root.attributes.get("lang") or root.attributes.get("xml:lang") if root is not None else None
    return markup


def _add_attributes(markup: Markup, node: LexborNode, tag: str | None) -> None:
    attributes = node.attributes
    if tag == "meta":
        _add_meta(markup, attributes)
    elif tag == "h1":
        _add(markup.headings, node)
    elif rel := (attributes.get("rel") or "").lower():
        if tag == "link" and "canonical" in rel:
            markup.canonical = markup.canonical or attributes.get("href")
        if "author" in rel.split():
            _add(markup.signed, node)
    for word in (attributes.get("itemprop") or "").lower().split():
        _add(markup.items.setdefault(word, []), node)


def _add(nodes: list[LexborNode], node: LexborNode) -> None:
    if len(nodes) < MAX_ELEMENTS:
        nodes.append(node)


def _add_meta(markup: Markup, attributes: Mapping[str, str | None]) -> None:
    content = attributes.get("content")
    if not content or content.isspace():
        return
    for key in ("property", "name", "http-equiv"):
        name = attributes.get(key)
        if name:
            values = markup.meta.setdefault(name.strip().lower(), [])
            if len(values) < MAX_ELEMENTS:
                values.append(content[: MAX_CHARS * 5].strip())


def fold(text: str | None) -> str:
    """Return a text with its white space folded, cut to a length that any title or name stays under."""
    return " ".join(unescaped((text or "")[: MAX_CHARS * 2]).split())[:MAX_CHARS].rstrip()


def unescaped(text: str) -> str:
    """Return a text without character references, also where they are escaped twice, as templates do."""
    return unescape(unescape(text)) if "&" in text else text


def without_markup(text: str) -> str:
    """Return a text without HTML's elements, where it closes one; "the <b> element" names one.

    >>> without_markup("<p>The <b>ferry</b> is back.</p>"), without_markup("The <a> element links.")
    ('The ferry is back.', 'The <a> element links.')
    """
    return " ".join(_ELEMENT.sub(_apart, text).split()) if "</" in text else text


def _apart(element: re.Match[str]) -> str:
    return "" if element[1].lower() in _INLINE else " "


def text_of(node: LexborNode, max_chars: int = MAX_CHARS) -> str:
    """Return an element's text as it is read, white space folded."""
    pieces: list[str] = []
    length = 0
    for piece in _pieces(node):
        pieces.append(piece)
        length += len(piece)
        if length > max_chars:
            break
    return " ".join("".join(pieces).split())[:max_chars]


def _pieces(node: LexborNode) -> Iterator[str]:
    """Yield the texts below an element; a blank where an element that is not inline begins or ends."""
    stack = [node.first_child]
    for _ in range(MAX_VISITED):
        if not stack:
            return
        child = stack.pop()
        if child is None:
            continue
        stack.append(child.next)
        tag = child.tag or ""
        if tag == "-text":
            yield child.text_content or ""
        elif tag not in _SILENT:
            if tag not in _INLINE:
                yield " "
            stack.append(child.first_child)
