"""A sentence between two paragraphs that are sure is one of theirs, though it stands in an element of another kind.

What a paywall's script unfolds, what was pasted in: the model learns such places (``benchmarks/training/parting.py``), unsurely.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import is_as_long
from scraper.cleaner.phrases.lines import tell_line
from scraper.cleaner.phrases.stock import CLOSING, ENDS, find_phrases
from scraper.cleaner.reading.blocks import Blocks

# The model is so sure of the texts on both sides, and takes the sentence for text at least so much. Of seven that come back on
# wcxb-dev's pages five are text (folds, 2026-11-27), and of 2,204 sentences put into the written pages in such ways 1 % more stay.
SURE: Final = 0.8
LEAST: Final = 0.25
SENTENCE_CHARS: Final = 30
"""A sentence of so many characters is one though it begins as what leads elsewhere does: "Read also what nobody has linked."."""

_PARAGRAPHS: Final = frozenset(("p", "div"))
# What stands in these is beside the text.
_BESIDE: Final = frozenset(("figcaption", "figure", "aside"))
_AROUND: Final = 3


def add_between(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], chosen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return the choice with plain sentences right between two sure paragraphs.

    Args:
        blocks: The page.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        chosen: Blocks that were chosen and that a rule took out, among others: they stay out, n.
    """
    full = keep.copy()
    for index in (keep[:-2] & ~(keep | chosen)[1:-1] & keep[2:]).nonzero()[0].tolist():
        place = index + 1
        is_sure = probability[place] >= LEAST and min(probability[index], probability[place + 1]) >= SURE
        are_paragraphs = all(blocks.tag[blocks.frame[at]] in _PARAGRAPHS for at in (index, place, place + 1))
        is_apart = _is_apart(blocks, blocks.frame[place]) or (place in blocks.images and _is_loose(blocks, place))
        if is_sure and are_paragraphs and not blocks.spans[place] and not is_apart:
            text = blocks.text[place]
            full[place] = text.rstrip(CLOSING).endswith(ENDS) and says_more(text)
    return full


def says_more(text: str) -> bool:
    """Whether a sentence says more than where something else is read, bought or shared."""
    return (not find_phrases(text) or is_as_long(text, SENTENCE_CHARS)) and tell_line(text) is None


def _is_loose(blocks: Blocks, place: int) -> bool:
    """Whether a line is no paragraph, while its neighbours are: right under an image it is the caption in the image's box."""
    before, own, after = (blocks.tag[blocks.frame[at]] for at in (place - 1, place, place + 1))
    return own != "p" and before == after == "p"


def _is_apart(blocks: Blocks, frame: int) -> bool:
    """Whether an element or one near around it is a caption, an aside or hidden."""
    for _ in range(_AROUND):
        if blocks.tag[frame] in _BESIDE or blocks.look(frame).invisible:
            return True
        frame = blocks.parent[frame]
    return False
