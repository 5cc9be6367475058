"""The size of letters that elements set for themselves, as letters and word processors write it."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.headings import MAX_HEADING_CHARS
from scraper.cleaner.metadata.markup import Markup, text_of

_SIZED: Final = '[style*="font-size"]'
_SIZE: Final = re.compile(r"font-size\s*:\s*(?P<number>\d{1,3}(?:\.\d{1,3})?)\s*(?P<unit>px|pt|r?em|%)", re.I)
# Pixels of a unit: browsers show text in 16.
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
MAX_SIZED: Final = 400
# A headline's letters are so much larger than the text's, and no larger than a headline's: a newsletter's logo may be written, too.
# On 70 blind pages of copies and letters two of which are won by this rank, 1.1 to 1.5 and 40 to 200 do the same; 30 loses one
# (2026-11-28).
MIN_LARGER: Final = 1.25
MAX_PIXELS: Final = 60.0


def largest_styled(markup: Markup) -> Iterable[LexborNode]:
    """Return the elements whose letters are set largest, where those are larger than the most of the page's text is set."""
    sized = [(size, node) for node in markup.tree.css(_SIZED)[:MAX_SIZED] if (size := _size(node))]
    letters: Counter[float] = Counter()
    for size, node in sized:
        letters[size] += len(text_of(node, MAX_HEADING_CHARS))
    if not letters:
        return ()
    most = letters.most_common(1)[0][0]
    largest = max((size for size, node in sized if size <= MAX_PIXELS and text_of(node, 1)), default=0.0)
    return [node for size, node in sized if size == largest >= MIN_LARGER * most]


def _size(node: LexborNode) -> float:
    """Return the size of an element's letters in pixels, 0 where it sets none that is known."""
    found = _SIZE.search(node.attributes.get("style") or "")
    return round(float(found["number"]) * _PIXELS[found["unit"].lower()], 1) if found else 0.0
