"""Second copies go: for desktop and mobile, for print, in microdata that nobody sees."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, is_as_long
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.rules.captions import QUESTION

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
    kept = keep.nonzero()[0].tolist()
    seen: dict[str, int] = {}
    copies: dict[int, int] = {}
    for index in kept:
        text = blocks.text[index]
        if is_as_long(text, COPY_CHARS):
            first = seen.setdefault(text, index)
            if first != index:
                copies[index] = first
    refrains = _find_refrains(blocks, kept, copies) if copies else ()
    for index, first in copies.items():
        if index not in refrains:
            # A table of contents has the heading's words, too: the copy over the section is the one to keep.
            tidy[first if blocks.is_heading(index) and not blocks.is_heading(first) else index] = False
    return _drop_runs(blocks, tidy)


def _find_refrains(blocks: Blocks, kept: Sequence[int], copies: Mapping[int, int]) -> set[int]:
    """Return the copies that come again on purpose: questions that several people are asked.

    Each is made as the first is, and stands between other texts, none of them a copy: of what is shown twice a run is copied. Of
    3,600 labelled, written and other pages two have some (2026-11-28), and with headings as well a front page its titles twice.
    """
    place_of = {index: place for place, index in enumerate(kept)}
    return {
        index
        for index, first in copies.items()
        if blocks.text[index].endswith(QUESTION)
        and not blocks.links[index]
        and _is_made_alike(blocks, index, first)
        and _stands_alone(blocks, kept, copies, place_of[index], place_of[first])
    }


def _stands_alone(blocks: Blocks, kept: Sequence[int], copies: Mapping[int, int], place: int, first: int) -> bool:
    """Whether the texts around a copy are neither copies nor those around the first, and a text follows, no heading."""
    if place + 1 == len(kept) or blocks.is_heading(kept[place + 1]):
        return False
    return all(
        kept[place + step] not in copies
        and (first + step < 0 or blocks.text[kept[place + step]] != blocks.text[kept[first + step]])
        for step in (-1, 1)
    )


def _is_made_alike(blocks: Blocks, one: int, other: int) -> bool:
    """Whether two blocks have elements of one kind in elements of one kind."""
    frame, second = blocks.frame[one], blocks.frame[other]
    return blocks.kind(frame) == blocks.kind(second) and blocks.kind(blocks.parent[frame]) == blocks.kind(
        blocks.parent[second]
    )


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
