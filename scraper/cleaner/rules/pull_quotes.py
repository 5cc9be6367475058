"""Pull quotes: what is set large in an element of its own and stands word for word in the text.

Of such on written pages (2026-11-28) those that are called so, or asides, are not in the truth of 13 and in that of two; quotations
that are called otherwise in that of eight of 17: they stay.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import fold_text, is_as_long
from scraper.cleaner.reading.blocks import Blocks

LEAST_CHARS: Final = 25
"""Less may come again by chance."""

MOST_CHARS: Final = 250
"""More is quoted, to be read word by word below."""

LINES: Final = 2
"""The words, and whose they are."""

NAME_CHARS: Final = 80
"""Below the words stands whose they are, and no paragraph."""

MOST_QUOTES: Final = 30
"""More elements apart are what the page is made of: of 1,337 written pages none has more than two (2026-11-28)."""

_CALLED: Final = frozenset(("pullquote", "pullquotes"))
_NAMES: Final = _CALLED | {"pull"}


def drop_pull_quotes(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return an article's choice without pull quotes, by what their elements are called, whose words the text around them has."""
    named = [(path, look) for path, look in enumerate(blocks.path_look) if not _NAMES.isdisjoint(look.words)]
    called = {path for path, look in named if _is_called(look.words)}
    if not called and "aside" not in blocks.path_tag:
        return keep
    apart = [
        range(first, blocks.end_block[frame])
        for frame, (tag, path, first) in enumerate(zip(blocks.tag, blocks.path, blocks.first_block, strict=True))
        if (tag == "aside" or path in called) and _may_be_quote(blocks, keep, first, blocks.end_block[frame])
    ]
    if not 0 < len(apart) <= MOST_QUOTES:
        return keep
    tidy, folded = keep.copy(), {index: fold_text(blocks.text[index]) for index in keep.nonzero()[0].tolist()}
    for lines in apart:
        said = folded[lines.start]
        # What went for an element around it says nothing any more.
        if tidy[lines.start] and any(
            said in text and text != said for index, text in folded.items() if index not in lines and tidy[index]
        ):
            tidy[lines.start : lines.stop] = False
    return tidy


def _may_be_quote(blocks: Blocks, keep: NDArray[np.bool_], first: int, end: int) -> bool:
    """Whether an element's blocks are words of some length and at most a name."""
    if not 0 < end - first <= LINES or not keep[first] or blocks.tag[blocks.frame[first]] == "pre":
        return False
    text = blocks.text[first]
    is_short = all(len(blocks.text[index]) <= NAME_CHARS for index in range(first + 1, end))
    return is_short and is_as_long(text, LEAST_CHARS) and not is_as_long(text, MOST_CHARS)


def _is_called(words: tuple[str, ...]) -> bool:
    return not _CALLED.isdisjoint(words) or ("pull" in words and "quote" in words)
