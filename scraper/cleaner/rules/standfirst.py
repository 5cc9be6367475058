"""The standfirst: the sentence under a headline that a page also gives as its description.

The model learned from truths of which most leave it out; on pages of news it is part of the article. Where a text above the body
says what the description says it is that and nothing else. Of 75 such lines that the model leaves out on articles of wcxb-dev and
the snippet set (folds, 2026-11-27) 16 are in the truth, 1 is among the wrong snippets, 28 are not in the truth, though each is the
page's standfirst; the rest are not labelled.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import fold_text
from scraper.cleaner.reading.blocks import Blocks

ABOVE: Final = 8
"""Blocks above the first prose among which it is looked for: the headline, date, byline and tools stand there, too."""

SAID: Final = 60
"""Letters of both that are compared: descriptions are cut."""

LEAST: Final = 20
"""Fewer letters are a name."""


def add_standfirst(
    blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], description: str | None
) -> NDArray[np.bool_]:
    """Return the choice with the line above its prose that says what the description says, unless its prose begins so.

    Args:
        blocks: The page, n blocks.
        keep: The choice, n.
        prose: Words of the blocks that are prose, 0 for others, n.
        description: What meta tags say of the page.
    """
    said = fold_text((description or "")[: 2 * SAID])[:SAID]
    body = np.flatnonzero(keep & (prose > 0))
    if len(said) < LEAST or not len(body):
        return keep
    first = int(body[0])
    above = range(max(0, first - ABOVE), first + 1)
    saying = [index for index in above if _says(blocks.text[index], said)]
    if not saying or keep[saying].any() or blocks.link_share[saying[-1]]:
        return keep
    whole = keep.copy()
    whole[saying[-1]] = True
    return whole


def _says(text: str, said: str) -> bool:
    if not said.startswith(fold_text(text[:3])):  # to fold all of nine lines takes .04 ms
        return False
    own = fold_text(text[: 2 * SAID])[:SAID]
    return len(own) >= LEAST and (own.startswith(said) or said.startswith(own))
