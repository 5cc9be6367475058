"""Which marks of a block's text can be written, and from where to where: CommonMark's rules of emphasis.

Asterisks mean emphasis only where white space and punctuation stand on the right side of them (CommonMark, "left-flanking" and
"right-flanking delimiter runs"); elsewhere a reader sees asterisks. Pages set marks anywhere ("<b>Note:</b>the",
"<b>a</b><b>bout</b>"), so equal marks side by side become one, marks begin and end at letters and digits where they must, what
would be read otherwise loses its marks, and links hold their own. Before (2026-11-26), 148 of 2,476 pages of wcxb-dev and the
snippet set were not read back as their text; now none of 2,479.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

BOLD, ITALIC, CODE = 1, 2, 4
MARKS: Final = {BOLD: "**", ITALIC: "*"}
BREAK: Final = "\0"
"""A line break in a text, which white space is folded around."""

_BOTH: Final = BOLD | ITALIC
# Each pass takes marks off more text: so many are enough for marks nested as deep as there are kinds, on both sides.
_PASSES: Final = 6
_SPACE: Final = re.compile(r"[\s\0]*")


@dataclass(slots=True)
class Segment:
    """A run of text with the same marks.

    Attributes:
        style: Bits of ``BOLD``, ``ITALIC`` and ``CODE``.
        link: The link's address as markdown has it, empty for none.
        number: The link's number: two links to one page stay two.
    """

    text: str
    style: int
    link: str
    number: int


def settle_marks(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Return the segments with the marks that can be written, from where to where they can be.

    Args:
        segments: The text of one block, none of them empty; their styles may be changed.
    """
    if _are_clear(segments):
        return segments
    merged = _merge(segments)
    if _may_clash(merged):
        _nest(merged)
        _flatten(merged)
    return _settle(merged)


def _are_clear(segments: Sequence[Segment]) -> bool:
    """Whether there is nothing to settle: marks stand apart, and begin at a letter or digit and end at one or before white space.

    Six of seven blocks with marks are so (100 pages of wcxb-dev, 2026-11-28).
    """
    was_marked = False
    for place, segment in enumerate(segments, 1):
        text, style = segment.text, segment.style
        is_marked = style > 0 or segment.number > 0
        if is_marked:
            if was_marked or not (style == CODE or (style <= ITALIC and text[0].isalnum())):
                return False
            if style != CODE and not text[-1].isalnum() and (text[-1].isspace() or not _is_blank_at(segments, place)):
                return False
        elif text.isspace() and 1 < place < len(segments):  # between two marks it may have theirs
            return False
        was_marked = is_marked
    return True


def _is_blank_at(segments: Sequence[Segment], place: int) -> bool:
    """Whether a segment begins with white space, or there is none."""
    return place == len(segments) or segments[place].text[0].isspace()


def _merge(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments, equal ones side by side as one; without a letter or digit, one has a neighbour's marks or none."""
    merged: list[Segment] = []
    last = Segment("", 0, "", -1)
    for place, segment in enumerate(segments):
        text = segment.text
        if segment.style < CODE and not (text[-1].isalnum() or any(map(str.isalnum, text))):
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


def _may_clash(segments: Sequence[Segment]) -> bool:
    """Whether there is code, a mark inside another, or one right after another."""
    before = 0
    for segment in segments:
        if segment.style > ITALIC or (before and segment.style):
            return True
        before = segment.style
    return False


def _nest(segments: Sequence[Segment]) -> None:
    """Take away the marks that cannot be written: such as end inside others, begin where others end, or touch code and a letter."""
    opened: list[int] = []
    for before, segment, after in _with_neighbours(segments):
        if before.number != segment.number:
            opened = []
        if segment.style >= CODE and not (
            _lets_part(_last_before(before, segment)) and _lets_part(_first_after(after, segment))
        ):
            segment.style = CODE
        held = [mark for mark in opened if segment.style & mark]
        for mark in held:
            if opened[: len(held)] != held:
                segment.style &= ~mark
        held = [mark for mark in opened if segment.style & mark]
        added = [mark for mark in MARKS if segment.style & mark and mark not in held]
        if added and len(held) < len(opened) and not (before.text[-1:].isspace() or segment.text[:1].isspace()):
            segment.style &= sum(held) | CODE
            added = []
        opened = held + added


def _flatten(segments: Sequence[Segment]) -> None:
    """Leave the outer one of two marks where the inner one begins or ends unclear."""
    for before, segment, after in _with_neighbours(segments):
        if segment.style == _BOTH:
            for other, left, right in ((before, before, segment), (after, segment, after)):
                if 0 < other.style < CODE and other.number == segment.number and _is_unclear(left.text, right.text):
                    segment.style &= other.style


def _is_unclear(left: str, right: str) -> bool:
    """Whether asterisks between two texts could begin a mark as well as end one: inside a word, or inside punctuation."""
    return left[-1].isalnum() == right[0].isalnum() and not (left[-1].isspace() or right[0].isspace())


def _settle(segments: list[Segment]) -> list[Segment]:
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


def _trim(segments: Sequence[Segment], lets_part: Callable[[str], bool]) -> list[Segment]:
    """Return the segments so that marks begin and end where asterisks are read as such, and links at no white space."""
    trimmed: list[Segment] = []
    nothing = Segment("", 0, "", -1)
    before = nothing
    for place, segment in enumerate(segments, 1):
        after = segments[place] if place < len(segments) else nothing
        if segment.style >= CODE or not (segment.style or segment.link):
            trimmed.append(segment)
        else:
            start, end = _find_bounds(before, segment, after, lets_part)
            if start == 0 and end == len(segment.text):
                trimmed.append(segment)  # itself, so that to compare takes no time
            else:
                trimmed += _cut_off(before, segment, after, start, end)
        before = segment
    return trimmed


def _cut_off(before: Segment, segment: Segment, after: Segment, start: int, end: int) -> Iterator[Segment]:
    """Yield a segment from ``start`` to ``end`` with what is left outside of its marks."""
    text = segment.text
    if start:
        yield _outside(text[:start], before, segment)
    if start < end:
        yield Segment(text[start:end], segment.style, segment.link, segment.number)
    if max(start, end) < len(text):
        yield _outside(text[max(start, end) :], after, segment)


def _find_bounds(
    before: Segment, segment: Segment, after: Segment, lets_part: Callable[[str], bool]
) -> tuple[int, int]:
    """Return where a segment's marks begin and end in its text."""
    text = segment.text
    start, end = 0, len(text)
    begins, ends = segment.style & ~_style_in(before, segment), segment.style & ~_style_in(after, segment)
    if (begins or before.number != segment.number) and not text[0].isalnum():
        start = _leading_space(text)
        if begins and not start and not lets_part(_last_before(before, segment)):
            start = next((place for place, character in enumerate(text) if character.isalnum()), end)
    if (ends or after.number != segment.number) and not text[-1].isalnum():
        end -= _leading_space(text[::-1])
        if ends and end == len(text) and not lets_part(_first_after(after, segment)):
            end = next((place for place in range(end, start, -1) if text[place - 1].isalnum()), start)
    return start, end


def _leading_space(text: str) -> int:
    """Return how many characters of white space and line breaks a text begins with."""
    space = _SPACE.match(text)
    return space.end() if space else 0


def _outside(text: str, other: Segment, segment: Segment) -> Segment:
    """Return what stands outside a segment's marks: in the same link, if there is one on this side."""
    if other.number == segment.number:
        return Segment(text, _style_in(other, segment) & segment.style, segment.link, segment.number)
    return Segment(text, 0, "", 0)


def _with_neighbours(segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment, Segment]]:
    nothing = Segment("", 0, "", -1)
    return zip((nothing, *segments), segments, (*segments[1:], nothing), strict=False)


def _style_in(other: Segment, segment: Segment) -> int:
    """The marks of a neighbour that go on here: links have their own."""
    return other.style & ~CODE if other.number == segment.number else 0


def _last_before(before: Segment, segment: Segment) -> str:
    """The character before a segment; a link has brackets around it."""
    return " " if before.number != segment.number else "`" if before.style >= CODE else before.text[-1]


def _first_after(after: Segment, segment: Segment) -> str:
    return " " if after.number != segment.number else "`" if after.style >= CODE else after.text[0]


def _lets_part(character: str) -> bool:
    """Whether a character beside asterisks lets punctuation stand on their other side."""
    return character.isspace() or character == "`" or unicodedata.category(character)[0] == "P"


def _is_space(character: str) -> bool:
    return character.isspace()
