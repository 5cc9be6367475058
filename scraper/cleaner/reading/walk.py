"""One walk over the parsed tree, which reads a page's blocks and frames in document order."""

import re
from functools import cache
from typing import Any, Final, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.cleaner.reading.blocks import Blocks, Span
from scraper.cleaner.reading.class_words import is_aloud, is_caption, read_look
from scraper.cleaner.reading.overlays import is_bare
from scraper.cleaner.reading.tags import HEADING_LEVEL

OpenMark: TypeAlias = list[Any]
"""An inline element that is still open: kind of mark, where a link leads, first piece, frames before it. A list, since the first
piece changes."""

# Elements that stay inside a run of text (HTML Standard, phrasing content that browsers lay out inline).
INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike"
    " strong sub sup time tt u var wbr picture tspan rb".split()
)
# Elements whose text nobody reads on the page; and how words are pronounced ("rt"), which stands above them.
UNREAD: Final = frozenset(
    "script style noscript template svg iframe object embed canvas select datalist textarea input head audio video map math"
    " frameset noframes noembed _comment -comment meta link title param source track rt rp rtc".split()
)
# Navigation and footers by their tag hold a quarter of all blocks and 0.1 % of the words of main content (wcxb-dev, 2026-11):
# they are not read, which saves their share of the time.
# So are tickers: both of the two sets hold headlines.
SKIPPED: Final = UNREAD | {"nav", "footer", "marquee"}
# Inline elements that leave a mark in markdown.
MARKED: Final = {"a": "a", "b": "b", "strong": "b", "i": "i", "em": "i", "code": "code", "kbd": "code", "samp": "code"}

# Sub-headings, and what may stand between them and their text. With the page's own headline, the same on articles; one forum of 113
# loses most of its text, whose headline is so (folds, 2026-11-27).
_WRAPPED: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
_WRAPPERS: Final = frozenset(("div", "p"))

# Where white space is shown as it is written, blank lines after a sentence part the paragraphs of a text in Chinese or Japanese,
# and lines that are indented by a wide blank are some.
_INDENTED, _BLANK_LINE = "\n\u3000", "\n\n"
_PARTED: Final = re.compile(r"\n(?=\u3000)|(?<=[。！？」』）”])\n\n\s*(?=[\u2014\u2015\u3000-\u9fff\uff01-\uffef])")

# The number of a list's first item, as markdown may have it.
_FIRST_ITEM: Final = re.compile(r"\s*[1-9]\d{0,8}\s*", re.A)

MAX_BLOCKS: Final = 20_000
"""A page with more is cut there and marked: the largest page of the development sets has 11,000 (2026-11)."""

MAX_MARKS: Final = 16
"""Inline marks nested deeper are read as if they were not there; every run of text has a span for each open one."""

MAX_DEPTH: Final = 512
"""Elements nested deeper are read as if they were not there; lexbor builds any depth, browsers stop at 512."""


def read_blocks(tree: LexborHTMLParser, skipped: frozenset[str] = SKIPPED) -> Blocks:
    """Walk the tree once and return its blocks and frames.

    Args:
        tree: The parsed page.
        skipped: Tags whose text is not read.
    """
    blocks = Blocks()
    root = tree.body or tree.root
    if root is not None:
        _walk(root, blocks, skipped)
    blocks.tag = [blocks.path_tag[path] for path in blocks.path]
    return blocks


def _cut(blocks: Blocks, frame: int) -> None:
    """The walk ends early, in this frame: the frames around it end here too."""
    blocks.cut = True
    while True:
        blocks.end_block[frame] = len(blocks.text)
        if frame == 0:
            return
        frame = blocks.parent[frame]


def _reopen(marks: list[OpenMark], pieces: list[str], spans: list[Span]) -> None:
    """A run of text ends inside inline elements: what they hold so far is marked, and they go on in the next run."""
    for mark in marks:
        if len(pieces) > mark[2]:
            spans.append((mark[2], len(pieces), mark[0], mark[1]))
        mark[2] = 0


def _add_paragraphs(
    blocks: Blocks, frame: int, text: str, pieces: list[str], marks: list[OpenMark], spans: list[Span]
) -> tuple[str, list[str], list[Span]]:
    """Add the paragraphs that white space parts in a text but the last, and return that with the pieces and spans of its run."""
    *before, last = _PARTED.split(text)
    for place, paragraph in enumerate(before):
        if paragraph and not paragraph.isspace():
            pieces.append(paragraph.strip() if place else paragraph.rstrip())
        if marks:
            _reopen(marks, pieces, spans)
        blocks.add(frame, pieces, spans, preformatted=False)
        pieces, spans = [], []
        if len(blocks.text) >= MAX_BLOCKS:
            break
    return last.lstrip() if before else last, pieces, spans


def _own(blocks: Blocks, heading: int) -> None:
    """Let a heading have the text that a ``div`` or ``p`` inside it has, where that is all: editors wrap it."""
    if blocks.path_tag[blocks.path[blocks.frame[-1]]] in _WRAPPERS:
        blocks.frame[-1] = heading


# What a node does to the run of text it stands in.
_TEXT, _INLINE, _MARK, _BREAK, _IMAGE, _SKIP, _BLOCK, _PRE, _CELL, _CITE = range(10)


@cache
def _effects(skipped: frozenset[str]) -> dict[int, int]:
    """Return what the elements that HTML knows do, by lexbor's number of the tag; what is not here is a block.

    Numbers, since a tag's name is made anew each time it is asked for: the walk went from .90 to .88 ms a page (61 articles of
    wcxb-dev, 2026-11-26).
    """
    effects = {
        "-text": _TEXT,
        **dict.fromkeys(INLINE, _INLINE),
        **dict.fromkeys(MARKED, _MARK),
        **{"br": _BREAK, "img": _IMAGE, "pre": _PRE, "td": _CELL, "th": _CELL, "cite": _CITE},
        **dict.fromkeys(skipped, _SKIP),
    }
    numbers = _tag_numbers()
    return {numbers[name]: effect for name, effect in effects.items() if name in numbers}


@cache
def _tag_numbers() -> dict[str, int]:
    """Return lexbor's numbers of the tags that mean something here; a tag it does not know has none that stays."""
    tree = LexborHTMLParser("<body>text<!--comment-->")
    numbers = {node.tag: node.tag_id for node in tree.root.traverse(include_text=True)} if tree.root else {}
    for name in (*INLINE, *SKIPPED, "br", "img", "pre", "td", "th", "ol"):
        if name[0] not in "-_":
            numbers[name] = tree.create_node(name).tag_id
    return {name: number for name, number in numbers.items() if name and number < _FIRST_UNKNOWN}


# lexbor numbers the tags it knows below this; the number of another tag is an address in memory.
_FIRST_UNKNOWN: Final = 1 << 16


def _walk(root: LexborNode, blocks: Blocks, skipped: frozenset[str]) -> None:  # noqa: C901, PLR0912, PLR0915 - see below
    """Read the tree in document order.

    One function with local names, since every node of a page passes here: split into methods it took 1.8 times as long
    (300 pages of wcxb-dev, 2026-11).
    """
    parents, paths, firsts, ends = blocks.parent, blocks.path, blocks.first_block, blocks.end_block
    texts, path_tag, path_look, path_above = blocks.text, blocks.path_tag, blocks.path_look, blocks.path_above
    owners = blocks.frame
    effect_of = _effects(skipped).get
    link, span, footer, numbered = map(_tag_numbers().__getitem__, ("a", "span", "footer", "ol"))
    known: dict[tuple[int, int, int], int] = {}
    # Open elements: the element, its effect, and for a block the frame that is open around it.
    stack: list[tuple[LexborNode, int, int]] = []
    marks: list[OpenMark] = []
    pieces: list[str] = []
    spans: list[Span] = []
    top = path = preformatted = 0
    imaged = False  # whether no block was opened since an image
    path_tag.append("body")
    path_look.append(read_look(root.attributes))
    path_above.append(0)
    parents.append(0)
    paths.append(0)
    firsts.append(0)
    ends.append(0)
    node = root.first_child
    while True:
        while node is None:  # the end of an element's children
            if not stack:
                if pieces:
                    blocks.add(top, pieces, spans, preformatted=False)
                ends[0] = len(texts)
                return
            element, effect, around = stack.pop()
            if effect >= _BLOCK:
                if pieces:
                    if marks:
                        _reopen(marks, pieces, spans)
                    blocks.add(top, pieces, spans, preformatted=preformatted > 0)
                    pieces, spans = [], []
                    if len(texts) >= MAX_BLOCKS:
                        return _cut(blocks, top)
                count = len(texts)
                if firsts[top] == count - 1 and owners[-1] != top and path_tag[path] in _WRAPPED:
                    _own(blocks, top)
                ends[top] = count
                top = around
                path = paths[top]
                if effect == _PRE:
                    preformatted -= 1
            elif effect == _MARK:
                mark, href, first, before = marks.pop()
                if len(pieces) > first:
                    spans.append((first, len(pieces), mark, href))
                elif before == len(paths) and mark == "a" and not pieces and is_bare(element):
                    blocks.overlays.append((top, href))
            node = element.next
        number = node.tag_id
        effect = effect_of(number, _BLOCK)
        if effect == _TEXT:
            text = node.text_content or ""
            if not text.isspace():
                if (_INDENTED in text or _BLANK_LINE in text) and not (preformatted or path_tag[path] in HEADING_LEVEL):
                    text, pieces, spans = _add_paragraphs(blocks, top, text, pieces, marks, spans)
                    if len(texts) >= MAX_BLOCKS:
                        return _cut(blocks, top)
                if text:
                    pieces.append(text)
            elif pieces and (preformatted or pieces[-1] != "\n"):  # so that two breaks meet over white space
                pieces.append(text if preformatted else " ")
        elif effect <= _MARK and (not imaged or pieces or number == link or not is_caption(read_look(node.attributes))):
            child = node.first_child
            if number == span and child is not None and is_aloud(node.attributes.get("class") or ""):
                child = None
            if child is not None and len(stack) < MAX_DEPTH:
                if effect == _MARK:
                    if len(marks) < MAX_MARKS:
                        mark = MARKED[node.tag or ""]
                        href = node.attributes.get("href") or "" if mark == "a" else ""
                        marks.append([mark, href, len(pieces), len(paths)])
                    else:
                        effect = _INLINE
                stack.append((node, effect, -1))
                node = child
                continue
            if child is None and number == link and not pieces:
                blocks.overlays.append((top, node.attributes.get("href") or ""))
        elif effect == _BREAK and (preformatted or not pieces or pieces[-1] != "\n"):
            if pieces:
                pieces.append("\n")
        elif effect == _IMAGE:
            imaged = True
            blocks.images.append(len(texts))
            blocks.image_frame.append(top)
            blocks.alts.append(node.attrs.sget("alt") or "")  # .007 ms a page; of all attributes .08 (2026-11-27)
        elif (
            effect == _CITE and path_tag[path] != "blockquote"
        ):  # a title; in a quotation whose words they are, under them
            child = node.first_child
            if child is not None and len(stack) < MAX_DEPTH:
                stack.append((node, _INLINE, -1))
                node = child
                continue
        elif (effect != _SKIP or (number == footer and path_tag[path] == "blockquote")) and len(stack) < MAX_DEPTH:
            if pieces:
                if marks:
                    _reopen(marks, pieces, spans)
                blocks.add(top, pieces, spans, preformatted=preformatted > 0)
                pieces, spans = [], []
                if len(texts) >= MAX_BLOCKS:
                    return _cut(blocks, top)
            child = node.first_child
            # Whose words are quoted; or, right under an image, an element inside a line that is called a caption.
            effect = _BLOCK if effect == _SKIP or effect <= _MARK else effect
            if child is not None or effect == _CELL:  # an empty cell, too, has its column
                look = read_look(node.attributes)
                if look.aloud and effect != _CELL:
                    node = node.next
                    continue
                key = (path, number, id(look))  # equal looks are one object, which path_look keeps alive
                inner = known.get(key)
                if inner is None:
                    inner = known[key] = len(path_tag)
                    path_tag.append(node.tag or "")
                    path_look.append(look)
                    path_above.append(path)
                stack.append((node, effect, top))
                parents.append(top)
                top, path = len(paths), inner
                if number == numbered and _FIRST_ITEM.fullmatch(start := node.attrs.sget("start") or ""):
                    blocks.list_start[top] = int(start)
                paths.append(inner)
                firsts.append(len(texts))
                ends.append(0)
                imaged = False
                if effect == _PRE:
                    preformatted += 1
                node = child
                continue
        node = node.next
