"""What comes back of a piece of markup with a part of its blocks kept."""

import numpy as np
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.wholes import complete_wholes


def completed(
    html: str, probability: list[float], *, is_prose: bool = True, is_article: bool = False, threshold: float = 0.5
) -> str:
    """Return a digit for each block: whether it is kept when those above the threshold were."""
    blocks = read_blocks(LexborHTMLParser(html))
    sure = np.array(probability, np.float32)
    assert len(blocks.text) == len(sure)
    keep = complete_wholes(blocks, sure > threshold, sure, is_prose=is_prose, is_article=is_article)
    return "".join(map(str, keep.astype(int)))
