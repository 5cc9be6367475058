"""Second copies go: for desktop and mobile, for print, in microdata that nobody sees."""

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, is_as_long
from scraper.cleaner.reading.blocks import Blocks

# A text this long that stands twice among the kept blocks is a second copy (desktop and mobile); shorter ones may rightly
# come again ("Yes." in an interview).
COPY_CHARS = 40

# A block that is so much of what is kept and says in one run what others say one after the other is a second copy, too: the body in
# microdata that nobody sees, a version for print. So much of it is theirs; what stands in it alone, or they skip, is so long.
RUN_SHARE, RUN_CHARS = 0.25, 200
SAID_SHARE, SKIPPED_CHARS = 0.9, 200
# So many sentences, for each that it says, it may leave out.
APART_SHARE = 1 / 3


def drop_copies(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without second copies."""
    tidy = keep.copy()
    seen: dict[str, int] = {}
    for index in keep.nonzero()[0].tolist():
        text = blocks.text[index]
        if is_as_long(text, COPY_CHARS):
            first = seen.setdefault(text, index)
            if first != index:
                # A table of contents has the heading's words, too: the copy over the section is the one to keep.
                tidy[first if blocks.is_heading(index) and not blocks.is_heading(first) else index] = False
    return _drop_runs(blocks, tidy)


def _drop_runs(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without blocks that say what others say, which have the paragraphs and headings."""
    kept = keep.nonzero()[0].tolist()
    chars = [len(blocks.text[index]) for index in kept]
    least = max(RUN_SHARE * sum(chars), RUN_CHARS)
    for index, length in zip(kept, chars, strict=True):
        if length >= least and (saying := _find_saying(blocks, keep, blocks.text[index])):
            keep[saying] = True
            keep[index] = False
    return keep


def _find_saying(blocks: Blocks, keep: NDArray[np.bool_], run: str) -> list[int]:
    """Return the blocks that say nearly all of a longer one in their order, if there are any.

    What is short, or is not kept, must stand in it right after the one before. Many kept sentences between them are what is said
    of each: a poem's lines, quoted one by one.
    """
    found: list[int] = []
    place = said = 0
    for index, text in enumerate(blocks.text):
        if len(text) >= len(run) or not (found or keep[index]):
            continue
        skipped = SKIPPED_CHARS if keep[index] and is_as_long(text, COPY_CHARS) else 1
        start = run.find(text, place, place + len(text) + skipped)
        if start >= 0:
            place = start + len(text)
            said += len(text)
            found.append(index)
    if len(found) < 2 or said < SAID_SHARE * len(run):
        return []
    apart = [index for index in set(range(found[0], found[-1])).difference(found) if keep[index]]
    sentences = sum(blocks.text[index][-1] in SENTENCE_ENDS and blocks.text[index] != run for index in apart)
    return found if sentences <= APART_SHARE * len(found) else []
