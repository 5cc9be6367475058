"""Which of a page's blocks stand in a row, between others, or are headings over them."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Flags: TypeAlias = NDArray[np.bool_]

MIN_ROW: Final = 3
"""So many short texts in a row that stand on other pages are a menu's."""


def heads(template: Flags, heading: Flags) -> Flags:
    """Tell of the headings whether the next block that is none is template; at the end of the page it is."""
    above = np.ones(len(template) + 1, np.bool_)
    above[:-1] = template
    for place in heading.nonzero()[0][::-1].tolist():
        above[place] = above[place + 1]
    return above[:-1]


def between(inside: Flags) -> Flags:
    """Tell which blocks stand between the first and the last of some."""
    result = np.zeros(len(inside), np.bool_)
    places = inside.nonzero()[0]
    if len(places):
        result[places[0] : places[-1] + 1] = True
    return result


def in_row(stands: Flags) -> Flags:
    """Tell which blocks stand elsewhere too, as do so many in a row around them, themselves included, that they are a menu's."""
    inside = np.zeros(len(stands), np.bool_)
    count = max(len(stands) - MIN_ROW + 1, 0)
    begins = stands[:count].copy()
    for shift in range(1, MIN_ROW):
        begins &= stands[shift : shift + count]
    for shift in range(MIN_ROW):
        inside[shift : shift + count] |= begins
    return inside
