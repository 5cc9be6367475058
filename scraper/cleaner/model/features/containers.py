"""What the containers around a block hold, and where it stands to those that hold most of the page's prose."""

from typing import Final

import numpy as np

from scraper.cleaner.model.features.view import Rows, View
from scraper.cleaner.reading.columns import LEVELS

CONTAINER_NAMES: Final = (
    *(
        f"c{level}_{what}"
        for what in "blocks words link_density prose prose_of_page mean_prose repeats images place".split()
        for level in range(LEVELS)
    ),
    "prose_before",
    "words_before",
)


def fill_containers(view: View, out: Rows) -> None:
    """Write ``CONTAINER_NAMES``: level by level."""
    columns = view.columns
    sums = columns.sums
    held = sums[:, columns.end] - sums[:, columns.first]  # once for each frame
    total, links, prose, proses = held
    page_prose = max(float(sums[2, -1]), 1.0)
    size = columns.end - columns.first
    words = np.maximum(total, 1)
    by_frame = np.empty((8, len(size)), np.float32)
    by_frame[0] = np.log1p(size)
    by_frame[1] = np.log1p(total)
    by_frame[2] = links / words
    by_frame[3] = prose / words
    by_frame[4] = prose / page_prose
    by_frame[5] = np.minimum(prose / np.maximum(proses, 1), 150)
    by_frame[6] = np.log1p(columns.repeats)
    by_frame[7] = np.log1p(columns.images[columns.end] - columns.images[columns.first])
    ancestors = columns.ancestors
    np.take(by_frame, ancestors, axis=1, out=out[: 8 * LEVELS].reshape(8, LEVELS, -1))
    place = np.arange(ancestors.shape[1]) - columns.first[ancestors]
    np.divide(place, size[ancestors], out=out[8 * LEVELS : 9 * LEVELS], casting="unsafe")
    np.divide(sums[2, :-1], page_prose, out=out[-2], casting="unsafe")
    np.divide(sums[0, :-1], sums[0, -1], out=out[-1], casting="unsafe")


_MAIN_SHARES: Final = (40, 65, 85)
MAIN_NAMES: Final = [f"main{share}{what}" for share in _MAIN_SHARES for what in ("", "_after", "_place", "_level")]


def fill_main_containers(view: View, out: Rows) -> None:
    """Write ``MAIN_NAMES``: the smallest containers that hold 40, 65 and 85 % of the page's prose."""
    columns = view.columns
    prose = columns.sums[2]
    held = prose[columns.end] - prose[columns.first]
    sizes = columns.end - columns.first
    n = out.shape[1]
    index = np.arange(n)
    for row, share in enumerate(_MAIN_SHARES):
        frame = int(np.argmin(np.where(held >= prose[-1] * share / 100, sizes, n + 1)))
        first, end = int(columns.first[frame]), int(columns.end[frame])
        inside, after, place, level = out[4 * row : 4 * row + 4]
        inside[:] = 0
        inside[first:end] = 1
        after[:end] = 0
        after[end:] = 1
        np.clip((index - first) / max(end - first, 1), -1, 2, out=place, casting="unsafe")
        level[:] = (columns.ancestors == frame).any(axis=0)


GROUP_NAMES: Final = ("g_blocks", "g_mean_words", "g_prose", "g_prose_of_page", "g_link_density")


def fill_groups(view: View, out: Rows) -> None:
    """Write ``GROUP_NAMES``: what the blocks with the same path signature are like."""
    columns, group = view.columns, view.columns.group
    size = np.bincount(group)
    words = np.bincount(group, columns.words)
    prose = np.bincount(group, columns.prose)
    by_group = np.empty((len(GROUP_NAMES), len(size)), np.float32)
    by_group[0] = np.log1p(size)
    by_group[1] = np.minimum(words / size, 200)
    by_group[2] = prose / words
    by_group[3] = prose / max(prose.sum(), 1)
    by_group[4] = np.bincount(group, columns.link_words) / words
    np.take(by_group, group, axis=1, out=out)


PAGE_NAMES: Final = ("page_blocks", "page_words", "page_link_density", "page_prose", "page_prose_blocks")


def fill_page(view: View, out: Rows) -> None:
    """Write ``PAGE_NAMES``: the page as a whole."""
    words, links, prose, proses = view.columns.sums[:, -1].tolist()
    values = [np.log1p(out.shape[1]), np.log1p(words), links / words, prose / words, np.log1p(proses)]
    out[:] = np.array(values, np.float32)[:, None]
