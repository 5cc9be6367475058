"""A block's text with its inline marks, as CommonMark: emphasis, code, links.

Asterisks mean emphasis only where white space and punctuation stand on the right side of them (CommonMark, "left-flanking" and
"right-flanking delimiter runs"); elsewhere a reader sees asterisks. Pages set marks anywhere ("<b>Note:</b>the",
"<b>a</b><b>bout</b>"), so equal marks side by side become one, marks begin and end at letters and digits where they must, and links
hold their own. Before (2026-11-26), 148 of 2,476 pages of wcxb-dev and the snippet set were not read back as their text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import takewhile
from operator import and_, or_
from typing import Final
from urllib.parse import quote, urljoin

from scraper.cleaner.blocks import Blocks, Span, fold_space

_SPECIAL: Final = re.compile(r"[\\`*\[\]<>|_&~]")
_ALWAYS: Final = ("\\", "`", "*", "[", "]", "<", ">", "|")
# An underscore inside a word and an ampersand that begins no entity mean nothing.
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_BOLD, _ITALIC, _CODE = 1, 2, 4
_BOTH: Final = _BOLD | _ITALIC
_STYLES: Final = {"b": _BOLD, "i": _ITALIC, "code": _CODE}
_MARKS: Final = {_BOLD: "**", _ITALIC: "*"}
_WEB: Final = ("https://", "http://")
_SCHEME: Final = re.compile(r"[^/?#]*:")
# What would end an address in markdown, or begin a code span.
_UNSAFE: Final = re.compile(r"[\s<>\\`\x00-\x1f]")
_BREAK: Final = "\0"
_NO_LINK: Final = ("", 0)
# Each pass takes marks off more text: so many are enough for marks nested as deep as there are kinds, on both sides.
_PASSES: Final = 6
_LINE_BREAK: Final = re.compile(r"\s*\0\s*")
_SPACE: Final = re.compile(r"[\s\0]*")


@dataclass(slots=True)
class _Segment:
    """A run of text with the same marks.

    Attributes:
        style: Bits of ``_STYLES``.
        link: The link's address as markdown has it, empty for none.
        number: The link's number: two links to one page stay two.
    """

    text: str
    style: int
    link: str
    number: int


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


def render_inline(blocks: Blocks, index: int, base_url: str | None) -> str:
    """Return a block's text with its inline marks; white space folded, line breaks kept as hard breaks."""
    pieces, spans = blocks.pieces[index], blocks.spans[index]
    if not spans and "\n" not in pieces:
        return escape_text(blocks.text[index])
    segments = _read_segments(pieces, spans, base_url)
    if len(segments) > 1 or segments[0].style or segments[0].link:
        segments = _merge(segments)
        if _may_clash(segments):
            _nest(segments)
            _flatten(segments)
        segments = _settle(segments)
    folded = fold_space("".join(_write(segments)))
    return (_LINE_BREAK.sub("  \n", folded) if _BREAK in folded else folded).strip()


def _read_segments(pieces: Sequence[str], spans: Sequence[Span], base_url: str | None) -> list[_Segment]:
    """Return the pieces with their marks, equal ones side by side as one."""
    if len(spans) == 1:  # three blocks of four that have marks
        return _cut_at(pieces, spans[0], base_url)
    styles = [0] * len(pieces)
    links = [_NO_LINK] * len(pieces)
    for number, (start, end, mark, href) in enumerate(spans, 1):
        if mark == "a":
            target = _link_target(href, base_url)
            if target:
                links[start:end] = [(target, number)] * (end - start)
        else:
            bit = _STYLES[mark]
            for place in range(start, end):
                styles[place] |= bit
    if max(styles) >= _CODE:
        _clear_code(spans, styles, links)
    segments: list[_Segment] = []
    text, style, link = "", styles[0], links[0]
    for piece, own, link_here in zip(pieces, styles, links, strict=True):
        if own != style or link_here is not link:
            segments.append(_Segment(text, style, *link))
            text, style, link = "", own, link_here
        text += f" {_BREAK} " if piece == "\n" else piece
    segments.append(_Segment(text, style, *link))
    return segments


def _cut_at(pieces: Sequence[str], span: Span, base_url: str | None) -> list[_Segment]:
    """Return the pieces before, in and after the only span."""
    start, end, mark, href = span
    target = _link_target(href, base_url) if mark == "a" else ""
    segments = [_Segment(_join(pieces[start:end]), _STYLES.get(mark, 0), target, 1 if target else 0)]
    if start:
        segments.insert(0, _Segment(_join(pieces[:start]), 0, "", 0))
    if end < len(pieces):
        segments.append(_Segment(_join(pieces[end:]), 0, "", 0))
    return segments


def _join(pieces: Sequence[str]) -> str:
    return "".join([f" {_BREAK} " if piece == "\n" else piece for piece in pieces])


def _clear_code(spans: Sequence[Span], styles: list[int], links: list[tuple[str, int]]) -> None:
    """Take away what marks only a part of a code span: inside code it would be read as it stands."""
    for start, end, mark, _ in spans:
        if mark == "code":
            styles[start:end] = [reduce(and_, styles[start:end])] * (end - start)
            links[start:end] = [links[start] if len(set(links[start:end])) == 1 else _NO_LINK] * (end - start)


def _merge(segments: Sequence[_Segment]) -> list[_Segment]:
    """Return the segments, equal ones side by side as one; without a letter or digit, one has a neighbour's marks or none."""
    merged: list[_Segment] = []
    last = _Segment("", 0, "", -1)
    for place, segment in enumerate(segments):
        text = segment.text
        if segment.style < _CODE and not (text[-1].isalnum() or any(map(str.isalnum, text))):
            left = _style_in(segments[place - 1], segment) if place else 0
            right = _style_in(segments[place + 1], segment) if place + 1 < len(segments) else 0
            around = left & right if text.isspace() else 0  # a comma between two titles is in neither
            segment.style = (segment.style & (left | right)) | around
        if last.style == segment.style and last.number == segment.number:
            last.text += segment.text
        else:
            merged.append(segment)
            last = segment
    return merged


def _may_clash(segments: Sequence[_Segment]) -> bool:
    """Whether there is code, a mark inside another, or one right after another."""
    before = 0
    for segment in segments:
        if segment.style > _ITALIC or (before and segment.style):
            return True
        before = segment.style
    return False


def _nest(segments: Sequence[_Segment]) -> None:
    """Take away the marks that cannot be written: such as end inside others, begin where others end, or touch code and a letter."""
    opened: list[int] = []
    for before, segment, after in _with_neighbours(segments):
        if before.number != segment.number:
            opened = []
        if segment.style >= _CODE and not (
            _lets_part(_last_before(before, segment)) and _lets_part(_first_after(after, segment))
        ):
            segment.style = _CODE
        held = [mark for mark in opened if segment.style & mark]
        for mark in held:
            if opened[: len(held)] != held:
                segment.style &= ~mark
        held = [mark for mark in opened if segment.style & mark]
        added = [mark for mark in _MARKS if segment.style & mark and mark not in held]
        if added and len(held) < len(opened) and not (before.text[-1:].isspace() or segment.text[:1].isspace()):
            segment.style &= sum(held) | _CODE
            added = []
        opened = held + added


def _flatten(segments: Sequence[_Segment]) -> None:
    """Leave the outer one of two marks where the inner one begins or ends unclear."""
    for before, segment, after in _with_neighbours(segments):
        if segment.style == _BOTH:
            for other, left, right in ((before, before, segment), (after, segment, after)):
                if 0 < other.style < _CODE and other.number == segment.number and _is_unclear(left.text, right.text):
                    segment.style &= other.style


def _is_unclear(left: str, right: str) -> bool:
    """Whether asterisks between two texts could begin a mark as well as end one: inside a word, or inside punctuation."""
    return left[-1].isalnum() == right[0].isalnum() and not (left[-1].isspace() or right[0].isspace())


def _settle(segments: list[_Segment]) -> list[_Segment]:
    """Trim until nothing changes: what loses its marks, such as a colon alone, moves the beginning of those that go on after it."""
    # Between two marks of punctuation asterisks may begin or end; where there are one and two of them, that is read otherwise
    # than it was written (CommonMark, "Emphasis", rules 9 and 10).
    lets_part = _is_space if reduce(or_, (segment.style for segment in segments)) & _BOTH == _BOTH else _lets_part
    for _ in range(_PASSES):
        trimmed = _trim(segments, lets_part)
        if trimmed == segments:
            break
        segments = trimmed
    return segments


def _trim(segments: Sequence[_Segment], lets_part: Callable[[str], bool]) -> list[_Segment]:
    """Return the segments so that marks begin and end where asterisks are read as such, and links at no white space."""
    trimmed: list[_Segment] = []
    nothing = _Segment("", 0, "", -1)
    before = nothing
    for place, segment in enumerate(segments, 1):
        after = segments[place] if place < len(segments) else nothing
        if segment.style >= _CODE or not (segment.style or segment.link):
            trimmed.append(segment)
        else:
            start, end = _find_bounds(before, segment, after, lets_part)
            text = segment.text
            if start:
                trimmed.append(_outside(text[:start], before, segment))
            if start < end:
                trimmed.append(_Segment(text[start:end], segment.style, segment.link, segment.number))
            if max(start, end) < len(text):
                trimmed.append(_outside(text[max(start, end) :], after, segment))
        before = segment
    return trimmed


def _find_bounds(
    before: _Segment, segment: _Segment, after: _Segment, lets_part: Callable[[str], bool]
) -> tuple[int, int]:
    """Return where a segment's marks begin and end in its text."""
    text = segment.text
    start, end = 0, len(text)
    begins, ends = segment.style & ~_style_in(before, segment), segment.style & ~_style_in(after, segment)
    if begins or before.number != segment.number:
        start = _leading_space(text)
        if begins and not start and not text[0].isalnum() and not lets_part(_last_before(before, segment)):
            start = next((place for place, character in enumerate(text) if character.isalnum()), end)
    if ends or after.number != segment.number:
        end -= _leading_space(text[::-1])
        if ends and end == len(text) and not text[-1].isalnum() and not lets_part(_first_after(after, segment)):
            end = next((place for place in range(end, start, -1) if text[place - 1].isalnum()), start)
    return start, end


def _leading_space(text: str) -> int:
    """Return how many characters of white space and line breaks a text begins with."""
    space = _SPACE.match(text)
    return space.end() if space else 0


def _outside(text: str, other: _Segment, segment: _Segment) -> _Segment:
    """Return what stands outside a segment's marks: in the same link, if there is one on this side."""
    if other.number == segment.number:
        return _Segment(text, _style_in(other, segment) & segment.style, segment.link, segment.number)
    return _Segment(text, 0, "", 0)


def _with_neighbours(segments: Sequence[_Segment]) -> Iterator[tuple[_Segment, _Segment, _Segment]]:
    nothing = _Segment("", 0, "", -1)
    return zip((nothing, *segments), segments, (*segments[1:], nothing), strict=False)


def _style_in(other: _Segment, segment: _Segment) -> int:
    """The marks of a neighbour that go on here: links have their own."""
    return other.style & ~_CODE if other.number == segment.number else 0


def _last_before(before: _Segment, segment: _Segment) -> str:
    """The character before a segment; a link has brackets around it."""
    return " " if before.number != segment.number else "`" if before.style >= _CODE else before.text[-1]


def _first_after(after: _Segment, segment: _Segment) -> str:
    return " " if after.number != segment.number else "`" if after.style >= _CODE else after.text[0]


def _lets_part(character: str) -> bool:
    """Whether a character beside asterisks lets punctuation stand on their other side."""
    return character.isspace() or character == "`" or unicodedata.category(character)[0] == "P"


def _is_space(character: str) -> bool:
    return character.isspace()


def _write(segments: Sequence[_Segment]) -> list[str]:
    """Return the parts of the markdown of segments whose marks can be written."""
    parts: list[str] = []
    opened: list[int] = []  # marks, the outer ones first
    link, number = "", 0
    for place, segment in enumerate(segments):
        is_other = segment.number != number
        while opened and (is_other or any(not segment.style & mark for mark in opened)):
            parts.append(_MARKS[opened.pop()])
        if is_other:
            if link:
                parts.append(link)
            link, number = segment.link and f"]({segment.link})", segment.number
            if link:
                if parts and parts[-1].endswith("!"):  # no image
                    parts[-1] = f"{parts[-1][:-1]}\\!"
                parts.append("[")
        if segment.style:
            added = [mark for mark in _MARKS if segment.style & mark and mark not in opened]
            if len(added) > 1:
                added.sort(key=partial(_reach, segments, place), reverse=True)
            opened += added
            parts += [_MARKS[mark] for mark in added]
        parts.append(_code(segment.text) if segment.style >= _CODE else escape_text(segment.text))
    parts += [_MARKS[mark] for mark in reversed(opened)]
    parts.append(link)
    return parts


def _reach(segments: Sequence[_Segment], place: int, mark: int) -> int:
    """Return for how many segments a mark goes on: the longer one is the outer one."""
    number = segments[place].number
    alike = takewhile(lambda segment: segment.number == number and segment.style & mark, segments[place:])
    return sum(1 for _ in alike)


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _link_target(href: str, base_url: str | None) -> str:
    """Return an address as markdown has it; empty for one that leads to no page."""
    target = href.strip()
    if not target or target[0] == "#":
        return ""
    if not target.startswith(_WEB):
        if _SCHEME.match(target) and not target.lower().startswith(_WEB):
            return ""
        try:
            target = urljoin(base_url, target) if base_url else target
        except ValueError:
            return ""
    if _UNSAFE.search(target):
        target = _UNSAFE.sub(_quoted, target)
    return f"<{target}>" if "(" in target or ")" in target else target


def _quoted(match: re.Match[str]) -> str:
    return quote(match[0], safe="")
