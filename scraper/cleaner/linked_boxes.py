"""Boxes that come again and again, each with a link: a list's teasers, offers, threads."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from scraper.cleaner.reading.blocks import Blocks

LINKED_SHARE: Final = 0.8
LEAST_CHARS: Final = 12
"""A link of fewer characters is a button or a section's name."""
LEAST_BLOCKS: Final = 2
_NO_BOXES: Final = frozenset("p tr td th span".split())


def boxes_share(blocks: Blocks, words: Sequence[float], kept: Sequence[int], least: int, most_words: float) -> float:
    """Return the largest share of the main content's words that boxes of one look in one place hold.

    Args:
        blocks: The page, n blocks.
        words: Of each block, n.
        kept: The main content, ascending.
        least: How many boxes are a list.
        most_words: How many words of main content a list's box has at most; where one has more, they are none.
    """
    chosen = set(kept)
    before = list(
        accumulate((words[index] if index in chosen else 0.0 for index in range(len(blocks.text))), initial=0.0)
    )
    links = list(accumulate((_is_link(blocks, index) for index in range(len(blocks.text))), initial=0))
    best = 0.0
    for frames in _alike(blocks, kept):
        if len(frames) < least:
            continue
        spans = [(blocks.first_block[frame], blocks.end_block[frame]) for frame in frames]
        held = [
            before[end] - before[first]
            for first, end in spans
            if end - first >= LEAST_BLOCKS and links[end] > links[first]
        ]
        if len(held) >= least and max(held) <= most_words:
            best = max(best, sum(held))
    return best / max(before[-1], 1.0)


def _alike(blocks: Blocks, kept: Sequence[int]) -> list[list[int]]:
    """Return the elements around main content, those of one look in one place together."""
    found: dict[tuple[int, int], list[int]] = {}
    seen = {0}
    for index in kept:
        frame = blocks.frame[index]
        while frame not in seen:
            seen.add(frame)
            if blocks.tag[frame] not in _NO_BOXES:
                found.setdefault((blocks.parent[frame], blocks.path[frame]), []).append(frame)
            frame = blocks.parent[frame]
    return list(found.values())


def _is_link(blocks: Blocks, index: int) -> bool:
    return blocks.link_share[index] >= LINKED_SHARE and len(blocks.text[index]) >= LEAST_CHARS
