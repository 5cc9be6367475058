"""A block's text with its inline marks, as CommonMark: emphasis, code, links."""

import re
from collections.abc import Sequence
from functools import partial, reduce
from itertools import takewhile
from operator import and_
from typing import Final
from urllib.parse import quote, urljoin

from scraper.cleaner.reading.blocks import Blocks, Span, fold_space
from scraper.cleaner.text.markdown.emphasis import BOLD, BREAK, CODE, ITALIC, MARKS, Segment, settle_marks

_SPECIAL: Final = re.compile(r"[\\`*\[\]<>|_&~]")
_ALWAYS: Final = ("\\", "`", "*", "[", "]", "<", ">", "|")
# An underscore inside a word and an ampersand that begins no entity mean nothing.
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_STYLES: Final = {"b": BOLD, "i": ITALIC, "code": CODE}
_WEB: Final = ("https://", "http://")
_SCHEME: Final = re.compile(r"[^/?#]*:")
# What would end an address in markdown, or begin a code span.
_UNSAFE: Final = re.compile(r"[\s<>\\`\x00-\x1f]")
_NO_LINK: Final = ("", 0)
_TICKS: Final = re.compile("`+")
_LINE_BREAK: Final = re.compile(r"\s*\0\s*")


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
    folded = fold_space("".join(_write(settle_marks(segments))))
    return (_LINE_BREAK.sub("  \n", folded) if BREAK in folded else folded).strip()


def _read_segments(pieces: Sequence[str], spans: Sequence[Span], base_url: str | None) -> list[Segment]:
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
    if max(styles) >= CODE:
        _clear_code(spans, styles, links)
    segments: list[Segment] = []
    text, style, link = "", styles[0], links[0]
    for piece, own, link_here in zip(pieces, styles, links, strict=True):
        if own != style or link_here is not link:
            segments.append(Segment(text, style, *link))
            text, style, link = "", own, link_here
        text += f" {BREAK} " if piece == "\n" else piece
    segments.append(Segment(text, style, *link))
    return segments


def _cut_at(pieces: Sequence[str], span: Span, base_url: str | None) -> list[Segment]:
    """Return the pieces before, in and after the only span."""
    start, end, mark, href = span
    target = _link_target(href, base_url) if mark == "a" else ""
    segments = [Segment(_join(pieces[start:end]), _STYLES.get(mark, 0), target, 1 if target else 0)]
    if start:
        segments.insert(0, Segment(_join(pieces[:start]), 0, "", 0))
    if end < len(pieces):
        segments.append(Segment(_join(pieces[end:]), 0, "", 0))
    return segments


def _join(pieces: Sequence[str]) -> str:
    return "".join([f" {BREAK} " if piece == "\n" else piece for piece in pieces] if "\n" in pieces else pieces)


def _clear_code(spans: Sequence[Span], styles: list[int], links: list[tuple[str, int]]) -> None:
    """Take away what marks only a part of a code span: inside code it would be read as it stands."""
    for start, end, mark, _ in spans:
        if mark == "code":
            styles[start:end] = [reduce(and_, styles[start:end])] * (end - start)
            links[start:end] = [links[start] if len(set(links[start:end])) == 1 else _NO_LINK] * (end - start)


def _write(segments: Sequence[Segment]) -> list[str]:
    """Return the parts of the markdown of segments whose marks can be written."""
    parts: list[str] = []
    opened: list[int] = []  # marks, the outer ones first
    held = 0  # the same as bits
    link, number = "", 0
    for place, segment in enumerate(segments):
        is_other = segment.number != number
        while opened and (is_other or held & ~segment.style):
            held ^= opened[-1]
            parts.append(MARKS[opened.pop()])
        if is_other:
            if link:
                parts.append(link)
            link, number = segment.link and f"]({segment.link})", segment.number
            if link:
                if parts and parts[-1].endswith("!"):  # no image
                    parts[-1] = f"{parts[-1][:-1]}\\!"
                parts.append("[")
        if segment.style & ~held:
            added = [mark for mark in MARKS if segment.style & ~held & mark]
            if len(added) > 1:
                added.sort(key=partial(_reach, segments, place), reverse=True)
            opened += added
            held |= sum(added)
            parts += [MARKS[mark] for mark in added]
        parts.append(_code(segment.text) if segment.style >= CODE else escape_text(segment.text))
    parts += [MARKS[mark] for mark in reversed(opened)]
    parts.append(link)
    return parts


def _reach(segments: Sequence[Segment], place: int, mark: int) -> int:
    """Return for how many segments a mark goes on: the longer one is the outer one."""
    number = segments[place].number
    alike = takewhile(lambda segment: segment.number == number and segment.style & mark, segments[place:])
    return sum(1 for _ in alike)


def _code(text: str) -> str:
    if "`" not in text:
        return f"`{text}`"
    fence = "`" * max(2, 1 + max(map(len, _TICKS.findall(text))))
    return f"{fence} {text} {fence}"


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
