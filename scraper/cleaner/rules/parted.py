"""Sentences of a text that line breaks part inside one element: they are of one kind with the others, and the last as well.

The model is less sure of the last lines of such an element, where old pages have sources, notes and signatures, too.
"""

from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.phrases.stock import ends_sentence
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.rules.between import LEAST, says_more

PARTS: Final = 3
"""So many paragraphs of an element are chosen, and more than are not, so that it is the text's."""


def add_parted(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], chosen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return the choice with the plain sentences that stand below chosen ones in the same element, up to the first other line.

    Args:
        blocks: The page.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        chosen: Blocks that were chosen and that a rule took out, among others: they stay out, n.
    """
    kept = Counter(blocks.frame[index] for index in keep.nonzero()[0].tolist())
    holders = {frame for frame, count in kept.items() if count >= PARTS}
    if not holders:
        return keep
    full = keep.copy()
    for frame in holders:
        own = [
            place for place in range(blocks.first_block[frame], blocks.end_block[frame]) if blocks.frame[place] == frame
        ]
        if kept[frame] <= len(own) - kept[frame]:
            continue
        first = next(index for index, place in enumerate(own) if keep[place])
        for place in own[first:]:
            if keep[place]:
                continue
            text = blocks.text[place]
            if chosen[place] or probability[place] < LEAST or not ends_sentence(text):
                break  # a label, a source, a note: what it stands over is none of the text
            whole = (0, len(blocks.pieces[place]))
            is_marked = blocks.links[place] > 0 or any(span[:2] == whole for span in blocks.spans[place])
            full[place] = not is_marked and says_more(text)
    return full
