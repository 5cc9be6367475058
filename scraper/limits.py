"""Pages that would exhaust the parser, told from their bytes before it sees them.

HTML's algorithm is quadratic: a start tag looks through the open elements around it, an attribute through those of its tag, and an
option through those of its list. Browsers cap the depth; lexbor does not, and takes minutes for 400,000 nested elements.
"""

import re
from typing import Final

MAX_TAGS: Final = 500_000
"""An element takes the parser 200 bytes; the largest page of the development sets has 22,000 tags (2026-11)."""

# Fewer tags can be nested in any way: 10,000 in each other around 10,000 more take 0.5 s.
_FREE_TAGS: Final = 20_000
# Open elements that all tags together may be inside of: lexbor looks through 200 million in a second (2026-11). Pages of 22,000
# tags, nested 30 deep, make 0.7 million.
MAX_NESTING: Final = 400_000_000
# Elements without content, and those whose end tag authors leave out: a new one ends the last.
_CHILDLESS: Final = frozenset(
    b"area base br col embed frame hr img input link meta param source track wbr p li dd dt tr td th thead tbody tfoot colgroup"
    b" option optgroup rp rt path circle rect line polygon polyline ellipse use stop".split()
)
_PART_BYTES: Final = 1 << 14
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][^\s/>]*)")
# An attribute is compared with all others of its tag: 28,000 of them take 1 s, and those of a tag of this length .06 s.
_MAX_COMPARED: Final = 400_000_000
_LONG_TAG_BYTES: Final = 1 << 15
_TAG_START: Final = re.compile(rb"<[a-zA-Z]")
_ATTRIBUTE: Final = re.compile(rb"([^\s/=]+)(?:\s*+=\s*+(?:\"[^\"]*\"?|'[^']*'?|[^\s\"'][^\s]*)?)?")


def find_excess(body: bytes) -> str | None:
    """Return what of a page is more than the parser can take in a few seconds, None for nothing."""
    import numpy as np

    whole = np.frombuffer(body, np.uint8)
    # Four times as fast as bytes.count; part by part, since the comparison is as large as what it is made of.
    parts = (whole[start : start + _PART_BYTES] for start in range(0, len(body), _PART_BYTES))
    tags = sum(int(np.count_nonzero(part == ord("<"))) for part in parts)
    if tags > MAX_TAGS:
        return f"over {MAX_TAGS:,} tags"
    if tags > _FREE_TAGS and _is_nested_too_deep(body.replace(b"\0", b"")):
        return "elements nested too deep"
    return "too many attributes in a tag" if _has_too_many_attributes(body) else None


def _is_nested_too_deep(body: bytes) -> bool:
    depth = nesting = options = 0
    in_list = False
    for tag in _TAG.finditer(body):
        name = tag[2].lower()
        if name not in _CHILDLESS:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            if name == b"select":
                in_list, options = not tag[1], 0
        elif name == b"option" and in_list and not tag[1]:  # looks through those before it, which a datalist's does not
            options += 1
            nesting += options
        nesting += depth
        if nesting > MAX_NESTING:
            return True
    return False


def _has_too_many_attributes(body: bytes) -> bool:
    compared = start = 0
    while (stop := start + _LONG_TAG_BYTES) < len(body) and compared <= _MAX_COMPARED:
        end = body.rfind(b">", start, stop)
        if end < 0:
            end = body.find(b">", stop)
            end = len(body) if end < 0 else end
            compared += _count_attributes(body[start:end].replace(b"\0", b"")) ** 2 // 2
        start = end + 1
    return compared > _MAX_COMPARED


def _count_attributes(part: bytes) -> int:
    """Return how many different attributes a tag has that begins in a part of a page without ``>``, if any does."""
    tag = _TAG_START.search(part)
    names: set[bytes] = set()
    for attribute in _ATTRIBUTE.finditer(part, tag.end() if tag else len(part)):
        names.add(attribute[1])
        if len(names) ** 2 // 2 > _MAX_COMPARED:
            break
    return len(names)
