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

LOOKED_AT: Final = 8
"""Letters that are looked for first: to fold every text takes ten times as long."""

_QUOTES: Final = " \"'“”„‘’«»‹›「」『』…."
_CALLED: Final = frozenset(("pullquote", "pullquotes"))
_PULL: Final = frozenset(("pull", "quote"))


def drop_pull_quotes(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return an article's choice without pull quotes, by what their elements are called, whose words the text around them has."""
    called = {path for path, look in enumerate(blocks.path_look) if _is_called(look.words)}
    if not called and "aside" not in blocks.path_tag:
        return keep
    tidy = keep.copy()
    for frame, (tag, path) in enumerate(zip(blocks.tag, blocks.path, strict=True)):
        first, end = blocks.first_block[frame], blocks.end_block[frame]
        is_apart = (tag == "aside" or path in called) and 0 < end - first <= LINES
        if is_apart and tidy[first] and _is_said(blocks, tidy, first, end):
            tidy[first:end] = False
    return tidy


def _is_said(blocks: Blocks, keep: NDArray[np.bool_], first: int, end: int) -> bool:
    """Whether what an element's first block says stands inside a longer kept text elsewhere."""
    text = blocks.text[first]
    if blocks.tag[blocks.frame[first]] == "pre" or not is_as_long(text, LEAST_CHARS) or is_as_long(text, MOST_CHARS):
        return False
    said, begun = fold_text(text), text.strip(_QUOTES).casefold()[:LOOKED_AT]
    return any(
        len(blocks.text[index]) > len(text)
        and begun in blocks.text[index].casefold()
        and said in fold_text(blocks.text[index])
        for index in np.flatnonzero(keep).tolist()
        if not first <= index < end
    )


def _is_called(words: tuple[str, ...]) -> bool:
    return not _CALLED.isdisjoint(words) or _PULL.issubset(words)
