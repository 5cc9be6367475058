"""A sentence between two paragraphs that are sure is one of theirs, though it stands in an element of another kind.

What a paywall's script unfolds, what was pasted in: the model learns such places (``benchmarks/training/parting.py``), unsurely.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.phrases import CLOSING, ENDS, find_phrases
from scraper.cleaner.rules.lines import tell_line

# The model is so sure of the texts on both sides, and takes the sentence for text at least so much. On wcxb-dev's pages four blocks
# are such, one of them text (folds, 2026-11-27).
SURE: Final = 0.8
LEAST: Final = 0.25
_PARAGRAPHS: Final = frozenset(("p", "div"))


def add_between(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], chosen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return the choice with plain sentences right between two sure texts.

    Args:
        blocks: The page.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        chosen: Blocks that were chosen and that a rule took out, among others: they stay out, n.
    """
    full = keep.copy()
    for index in np.flatnonzero(keep[:-2] & ~(keep | chosen)[1:-1] & keep[2:]).tolist():
        place = index + 1
        is_sure = probability[place] >= LEAST and min(probability[index], probability[place + 1]) >= SURE
        if is_sure and not blocks.spans[place] and blocks.tag[blocks.frame[place]] in _PARAGRAPHS:
            text = blocks.text[place]
            full[place] = text.rstrip(CLOSING).endswith(ENDS) and not find_phrases(text) and tell_line(text) is None
    return full
