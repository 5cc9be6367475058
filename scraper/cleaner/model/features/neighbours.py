"""What stands before and after a block."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.model.features.place import TAG_BIT
from scraper.cleaner.model.features.view import Rows, View, fill_bits
from scraper.cleaner.phrases.stock import NAMES as PHRASES
from scraper.cleaner.reading.columns import Bits

_H1: Final = TAG_BIT["h1"]
_HEADINGS: Final = sum(TAG_BIT[tag] for tag in ("h1", "h2", "h3", "h4"))
_SHIFTS: Final = (-3, -2, -1, 1, 2, 3)
_REACHES: Final = (5, 15)

NEIGHBOUR_NAMES: Final = (
    *(f"{what}{by:+d}" for what in ("words", "link_density") for by in _SHIFTS),
    "same_group+1",
    *(f"{what}_within{reach}" for reach in _REACHES for what in ("words", "link_words", "prose")),
    *("since_prose", "until_prose", "since_heading", "heading_level", "after_h1", "h1s"),
    *(f"under_{name}" for name in PHRASES),
)


def fill_neighbours(view: View, out: Rows) -> None:
    """Write ``NEIGHBOUR_NAMES``."""
    columns, n = view.columns, out.shape[1]
    padded = np.zeros((2, n + 6), np.float32)
    np.log1p(columns.words, out=padded[0, 3:-3])
    np.divide(columns.link_words, columns.words, out=padded[1, 3:-3])
    for row, by in enumerate(_SHIFTS):
        out[row : row + 7 : 6] = padded[:, 3 + by : 3 + by + n]
    out[12, :-1] = columns.group[1:] == columns.group[:-1]
    out[12, -1] = 0
    sums = columns.sums[[0, 1, 3]]
    index = np.arange(n)
    for row, reach in enumerate(_REACHES):
        low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, n)
        within = out[13 + 3 * row : 16 + 3 * row]
        np.divide(sums[:, high] - sums[:, low], high - low, out=within, casting="unsafe")
    _fill_landmarks(view, out[19:], index)


def _fill_landmarks(view: View, out: Rows, index: NDArray[np.intp]) -> None:
    """How far the last and the next prose, the last heading and the first h1 are, and what that heading says."""
    columns, n = view.columns, len(index)
    tags: Bits = view.path_tag[columns.path[columns.ancestors[0]]]
    is_prose = columns.prose > 0
    heading = (tags & _HEADINGS) != 0
    last_prose = np.maximum.accumulate(np.where(is_prose, index, -99))
    next_prose = np.minimum.accumulate(np.where(is_prose, index, n + 99)[::-1])[::-1]
    last_heading = np.maximum.accumulate(np.where(heading, index, -1))
    under = last_heading >= 0
    h1 = np.flatnonzero(tags == _H1)
    place = index - (h1[0] if len(h1) else 0)
    out[0] = np.minimum(index - last_prose, 99)
    out[1] = np.minimum(next_prose - index, 99)
    out[2] = index - last_heading
    np.log1p(out[:3], out=out[:3])
    out[3] = np.where(under, np.log2(tags[last_heading] + 1.0), 0)
    out[4] = np.sign(place) * np.log1p(np.abs(place))
    out[5] = min(len(h1), 5)
    fill_bits(out[6:], np.where(under, columns.phrases[last_heading], 0))
