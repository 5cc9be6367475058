"""Pleas to the reader around and inside the body: follow us, subscribe, get our app.

They begin with a request and name a medium. On folds (2026-11-26), on pages that call themselves articles: snippets .9473 to .9489
with every right one kept, articles .9631 to .9632. The words were written with both sets in view.
"""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.blocks import Blocks
from scraper.cleaner.plea_words import ENDINGS, LEAD, MEDIA, REQUESTS, WIDE_MEDIA, WIDE_REQUESTS

MAX_CHARS: Final = 300
UNLINKED_CHARS: Final = 160
"""The same without a link to where it is to be done."""

# Of case folded text: without regard to case it takes .15 ms a page in place of .12.
_BEGINS: Final = re.compile(rf"\W*+(?:(?:{LEAD})[\s,]*+)?(?:{REQUESTS})(?!\w)")
_BEGINS_WIDE: Final = re.compile(rf"\W*+(?:{WIDE_REQUESTS})")
_ENDS: Final = re.compile(rf"(?:{ENDINGS})\W*(?:$|[.!。！।])")
_MEDIUM: Final = re.compile(rf"\b(?:{MEDIA})\b|@\w|{WIDE_MEDIA}", re.I)


def drop_pleas(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without short blocks that ask the reader to follow, subscribe, join or download."""
    tidy = keep.copy()
    for index in np.flatnonzero(keep).tolist():
        text = blocks.text[index]
        if len(text) <= (MAX_CHARS if blocks.links[index] or "://" in text else UNLINKED_CHARS) and is_plea(text):
            tidy[index] = False
    return tidy if tidy.any() else keep


def is_plea(text: str) -> bool:
    """Whether a text begins with such a request, or makes it in a language that ends with it, and names a medium.

    >>> is_plea("Subscribe to our newsletter"), is_plea("The newsletter has ten thousand subscribers.")
    (True, False)
    """
    asks = _BEGINS.match(text.casefold()) or (not text.isascii() and (_BEGINS_WIDE.match(text) or _ENDS.search(text)))
    return bool(asks) and _MEDIUM.search(text) is not None
