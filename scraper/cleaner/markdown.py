"""Kept blocks to CommonMark with GitHub's tables: headings, lists, quotes, code, tables, links, emphasis.

The same blocks in the same order as the text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import quote, urljoin

from scraper.cleaner.assemble import HEADING_LEVEL
from scraper.cleaner.blocks import Blocks, Span

_SPECIAL: Final = re.compile(r"[\\`*\[\]<>|_&~]")
_ALWAYS: Final = ("\\", "`", "*", "[", "]", "<", ">", "|")
# An underscore inside a word and an ampersand that begins no entity mean nothing.
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
# What would begin a heading, list, rule or underline at the start of a line: a number before "." or ")", or nothing before the
# other marks.
_LINE_START: Final = re.compile(r"^(\d{1,9})?(?=(?(1)[.)]\s|(?:#{1,6}\s|[-+]\s|=+ *$|-{3,} *$)))", re.M)
_STARTS: Final = frozenset("#-+=0123456789")
_MARKS: Final = {"b": ("**", "**"), "i": ("*", "*"), "code": ("`", "`")}
_LISTS: Final = frozenset(("ul", "ol", "menu"))
_SHAPING: Final = frozenset((*HEADING_LEVEL, *_LISTS, "li", "blockquote", "table", "pre"))
_WEB: Final = ("https://", "http://")
_SCHEME: Final = re.compile(r"[^/?#]*:")
# What would end an address in markdown, or begin a code span.
_UNSAFE: Final = re.compile(r"[\s<>\\`\x00-\x1f]")
_BARE_BAR: Final = re.compile(r"(?<!\\)\|")
_LINE_BREAK: Final = re.compile(r"\s*\0\s*")


class _Place(NamedTuple):
    """What the elements around a block make of it.

    Attributes:
        level: Of the heading, 0 for none.
        item: The frame of the innermost list item, 0 for none.
        list: The frame of the innermost list, 0 for none.
        lists: How many lists are around.
        quotes: How many block quotes are around.
        table: The frame of the innermost table, 0 for none.
    """

    code: bool = False
    level: int = 0
    item: int = 0
    list: int = 0
    lists: int = 0
    quotes: int = 0
    table: int = 0


def escape_text(text: str) -> str:
    """Return text that CommonMark shows as it is."""
    if not _SPECIAL.search(text):
        return text
    for mark in _ALWAYS:
        text = text.replace(mark, f"\\{mark}")
    if "_" in text:
        text = _UNDERSCORE.sub(r"\\_", text)
    if "&" in text:
        text = _ENTITY.sub(r"\\&", text)
    return text.replace("~~", r"\~\~")


def render_markdown(blocks: Blocks, kept: Sequence[int], base_url: str | None) -> str:
    """Return the kept blocks as markdown; links made absolute with ``base_url``."""
    places: dict[int, _Place] = {0: _Place()}
    numbers = _number_items(blocks) if "ol" in blocks.tag else {}
    parts: list[str] = []
    previous = None
    position = 0
    while position < len(kept):
        place = _place(blocks, blocks.frame[kept[position]], places)
        end = _end_of_table(blocks, kept, position, places) if place.table else position
        if end - position > 1:
            kind, rendered = "table", _render_table(blocks, kept[position:end], base_url)
            position = end
        else:
            kind, rendered = _render_block(blocks, kept[position], place, numbers, base_url)
            position += 1
        if previous is not None:
            parts.append("\n" if kind == previous == "item" else "\n\n")
        parts.append(rendered)
        previous = kind
    return "".join(parts)


def _number_items(blocks: Blocks) -> dict[int, int]:
    """Return the place of each item of the numbered lists, by its frame."""
    numbers: dict[int, int] = {}
    items = [0] * len(blocks.tag)
    for frame, parent in enumerate(blocks.parent):
        if blocks.tag[frame] == "li" and blocks.tag[parent] == "ol":
            items[parent] += 1
            numbers[frame] = items[parent]
    return numbers


def _place(blocks: Blocks, frame: int, places: dict[int, _Place]) -> _Place:
    """Return the frame's place, from that of the frame around it."""
    if frame in places:
        return places[frame]
    path = []
    while frame not in places:
        path.append(frame)
        frame = blocks.parent[frame]
    place = places[frame]
    for inner in reversed(path):
        tag = blocks.tag[inner]
        if tag in _SHAPING:
            place = _shape(place, tag, inner)
        places[inner] = place
    return place


def _shape(place: _Place, tag: str, frame: int) -> _Place:
    """Return what an element inside a place makes of it."""
    code, level, item, list_, lists, quotes, table = place
    if tag in HEADING_LEVEL:
        level = HEADING_LEVEL[tag]
    elif tag == "li":
        item = frame
    elif tag in _LISTS:
        list_, lists = frame, lists + 1
    elif tag == "blockquote":
        quotes += 1
    elif tag == "table":
        table = frame
    else:
        code = True
    return _Place(code, level, item, list_, lists, quotes, table)


def _render_block(
    blocks: Blocks, index: int, place: _Place, numbers: Mapping[int, int], base_url: str | None
) -> tuple[str, str]:
    if place.code:
        fence = "```"
        while fence in blocks.text[index]:
            fence += "`"
        return "code", f"{fence}\n{blocks.text[index]}\n{fence}"
    inline = render_inline(blocks, index, base_url)
    if place.level:
        return "heading", f"{'#' * place.level} {inline.replace(chr(10), ' ')}"
    kind, lead = "paragraph", ""
    if place.item:
        kind, lead = "item", _item_lead(blocks, index, place, numbers)
    if inline[:1] in _STARTS or "\n" in inline:
        inline = _LINE_START.sub(r"\g<1>\\", inline)
    quote = "> " * place.quotes
    if "\n" in inline:
        inline = inline.replace("\n", f"\n{quote}{' ' * len(lead)}")
    return kind, quote + lead + inline


def _item_lead(blocks: Blocks, index: int, place: _Place, numbers: Mapping[int, int]) -> str:
    """Indent and mark of a list item; a further paragraph of the same item has the indent alone."""
    indent = "  " * max(place.lists - 1, 0)
    item = place.item
    if blocks.first_block[item] != index and _is_inside(blocks, blocks.frame[index - 1], item):
        return indent + "  "
    return f"{indent}{numbers[item]}. " if item in numbers else f"{indent}- "


def _is_inside(blocks: Blocks, frame: int, outer: int) -> bool:
    while frame > outer:
        frame = blocks.parent[frame]
    return frame == outer


def _end_of_table(blocks: Blocks, kept: Sequence[int], position: int, places: dict[int, _Place]) -> int:
    """One past the last of the kept blocks that are cells of the same data table as the one at ``position``.

    A table that only lays out, with paragraphs in its cells, is none: its blocks stand in no cell directly.
    """
    table = places[blocks.frame[kept[position]]].table
    end = position
    while end < len(kept):
        frame = blocks.frame[kept[end]]
        if blocks.tag[frame] not in ("td", "th") or _place(blocks, frame, places).table != table:
            break
        end += 1
    return end


def _render_table(blocks: Blocks, cells: Sequence[int], base_url: str | None) -> str:
    rows: list[list[str]] = []
    row = -1
    for index in cells:
        if blocks.parent[blocks.frame[index]] != row:
            row = blocks.parent[blocks.frame[index]]
            rows.append([])
        rows[-1].append(_BARE_BAR.sub(r"\\|", render_inline(blocks, index, base_url).replace("\n", " ")))
    # Only the first row has to be as wide as the table.
    width = max(map(len, rows))
    rows[0] += [""] * (width - len(rows[0]))
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def render_inline(blocks: Blocks, index: int, base_url: str | None) -> str:
    """Return a block's text with its inline marks; white space folded, line breaks kept as hard breaks."""
    pieces, spans = blocks.pieces[index], blocks.spans[index]
    if not spans and "\n" not in pieces:
        return escape_text(blocks.text[index])
    opens, closes, code = _read_marks(pieces, spans, base_url)
    parts: list[str] = []
    for place in range(len(pieces) + 1):
        if place in closes:
            parts.extend(_closed(parts, closes[place]))
        if place < len(pieces):
            piece = pieces[place]
            if place in opens:
                if parts and parts[-1].endswith("!") and opens[place][0] == "[":  # no image
                    parts[-1] = f"{parts[-1][:-1]}\\!"
                bare = piece.lstrip()
                parts += [piece[: len(piece) - len(bare)], *opens[place]]
                piece = bare
            parts.append("  \0" if piece == "\n" else piece if place in code else escape_text(piece))
    folded = " ".join("".join(parts).split())
    return (_LINE_BREAK.sub("  \n", folded) if "\0" in folded else folded).strip()


def _read_marks(
    pieces: Sequence[str], spans: Sequence[Span], base_url: str | None
) -> tuple[dict[int, list[str]], dict[int, list[str]], set[int]]:
    """Return which marks open and which close before each piece, outer ones first and last; and the pieces that are code."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    code: set[int] = set()
    for start, end, mark, href in spans if len(spans) == 1 else sorted(spans, key=_outer_first):
        if start in code:  # marks inside code would be read as they stand
            continue
        before, after = _link_marks(href, base_url) if mark == "a" else _MARKS[mark]
        if mark == "code":
            code.update(range(start, end))
            if any("`" in piece for piece in pieces[start:end]):
                before, after = "`` ", " ``"
        first, last = start, end - 1
        while first < last and pieces[first].isspace():
            first += 1
        while first < last and pieces[last].isspace():
            last -= 1
        if before and not pieces[first].isspace():
            opens.setdefault(first, []).append(before)
            closes.setdefault(last + 1, []).insert(0, after)
    return opens, closes, code


def _outer_first(span: Span) -> tuple[int, int, bool]:
    """Of marks on the same text code is the inner one, since it holds no marks."""
    return span[0], -span[1], span[2] == "code"


def _closed(parts: list[str], marks: Sequence[str]) -> list[str]:
    """Closing marks go before the white space that ends what they close ("**bold** text", not "**bold **text")."""
    if not parts:
        return list(marks)
    bare = parts[-1].rstrip()
    tail = parts[-1][len(bare) :]
    parts[-1] = bare
    return [*marks, tail]


def _link_marks(href: str, base_url: str | None) -> tuple[str, str]:
    target = href.strip()
    if not target or target[0] == "#":
        return "", ""
    if not target.startswith(_WEB):
        if _SCHEME.match(target) and not target.lower().startswith(_WEB):
            return "", ""
        try:
            target = urljoin(base_url, target) if base_url else target
        except ValueError:
            return "", ""
    if _UNSAFE.search(target):
        target = _UNSAFE.sub(_quoted, target)
    return "[", f"](<{target}>)" if "(" in target or ")" in target else f"]({target})"


def _quoted(match: re.Match[str]) -> str:
    return quote(match[0], safe="")
