"""What the groups of features look at, and what a page's head says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.blocks import Blocks
from scraper.cleaner.columns import Bits, PageColumns

Rows = NDArray[np.float32]
"""One row a feature, one column a block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHints:
    """What the page's head says that helps to judge its blocks.

    Attributes:
        title: Text of ``<title>``.
        description: The description of meta tags, or empty.
        article_body: ``articleBody`` of JSON-LD, or empty.
        is_article: Whether Open Graph or JSON-LD calls the page an article; None where they are silent.
    """

    title: str = ""
    description: str = ""
    article_body: str = ""
    is_article: bool | None = None


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
