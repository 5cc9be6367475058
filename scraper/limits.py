"""Pages that would exhaust the parser, told from their bytes before it sees them.

HTML's algorithm is quadratic: a start tag looks through the open elements around it. Browsers cap the depth; lexbor does not, and
takes minutes for 400,000 nested elements.
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
    return None


def _is_nested_too_deep(body: bytes) -> bool:
    depth = nesting = 0
    for tag in _TAG.finditer(body):
        if tag[2].lower() not in _CHILDLESS:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
        nesting += depth
        if nesting > MAX_NESTING:
            return True
    return False
