"""What both learners are given."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Samples:
    """The blocks of many pages, one page after the other.

    Attributes:
        rows: One row a feature, one column a block.
        labels: Share of each block that is main content, 0 to 1.
        weights: How much each block counts, over 0.
        sizes: How many blocks each page has.
    """

    rows: Rows
    labels: Rows
    weights: Rows
    sizes: tuple[int, ...]
