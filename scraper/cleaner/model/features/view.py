"""What the groups of features look at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import Bits, PageColumns
from scraper.cleaner.reading.hints import PageHints

Rows = NDArray[np.float32]
"""One row a feature, one column a block."""


@dataclass(slots=True)
class View:
    """One page.

    Attributes:
        path_tag: The bit of each path's tag, as in ``place.TAG_GROUPS``.
    """

    blocks: Blocks
    hints: PageHints
    columns: PageColumns
    path_tag: Bits


def fill_bits(out: Rows, values: Bits) -> None:
    """Write the lowest bits of each of n values, one row a bit, as many as there are rows."""
    bytes_of = values.astype("<i8").view(np.uint8).reshape(-1, 8)
    out[:] = np.unpackbits(bytes_of, axis=1, count=len(out), bitorder="little").T
