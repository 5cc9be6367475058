"""What stands above the headline that says the title, and the model is not sure of: teasers, a slide show, a notice of the site.

On wcxb-dev's articles (2026-11-28) ten such lines are kept that it takes for text by less than .9, none of them in the truth, and
31 by more, all of them in the truth: parts of pages that have the title again further down.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import fold_text
from scraper.cleaner.reading.blocks import Blocks

SURE: Final = 0.9

MAX_SHARE: Final = 0.5
"""So much of what stands under the headline: where more stands above it, that heading is not where the text begins."""


def drop_above_headline(
    blocks: Blocks,
    keep: NDArray[np.bool_],
    words: NDArray[np.float32],
    probability: NDArray[np.float32],
    title: str | None,
) -> NDArray[np.bool_]:
    """Return an article's choice without what is unsure above the first heading that says the title.

    Args:
        blocks: The page.
        keep: The choice, n.
        words: Words of each block, n.
        probability: Of each block, that it is main content, n.
        title: The page's title.
    """
    folded = fold_text(title or "")
    kept = keep.nonzero()[0]
    unsure = kept[probability[kept] < SURE]
    if not folded or not len(unsure):
        return keep
    headings = (index for index in range(int(kept[-1])) if blocks.is_heading(index))
    headline = next((index for index in headings if fold_text(blocks.text[index]) == folded), 0)
    above = kept[kept < headline]
    if not len(above) or words[above].sum() > MAX_SHARE * words[kept[kept >= headline]].sum():
        return keep
    rest = keep.copy()
    rest[unsure[unsure < headline]] = False
    return rest
