"""The table of groups, and the matrix of all features of a page."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

import numpy as np

from scraper.cleaner.model.features import containers, neighbours, place, text
from scraper.cleaner.model.features.sizes import limit_sizes
from scraper.cleaner.model.features.view import Rows, View
from scraper.cleaner.model.vocabulary import Vocabulary, Worth, path_worths
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.hints import PageHints

_GROUPS: Final[tuple[tuple[Sequence[str], Callable[[View, Rows], None]], ...]] = (
    (text.TEXT_NAMES, text.fill_text),
    (text.PHRASE_NAMES, text.fill_phrases),
    (text.HINT_NAMES, text.fill_hints),
    (place.PLACE_NAMES, place.fill_place),
    (containers.CONTAINER_NAMES, containers.fill_containers),
    (containers.MAIN_NAMES, containers.fill_main_containers),
    (containers.GROUP_NAMES, containers.fill_groups),
    (neighbours.NEIGHBOUR_NAMES, neighbours.fill_neighbours),
    (containers.PAGE_NAMES, containers.fill_page),
)
NAMES: Final[tuple[str, ...]] = tuple(name for names, _ in _GROUPS for name in names)
"""Names of the rows that ``block_features`` returns."""

_WORD_LEVELS: Final = 4
WORD_NAMES: Final[tuple[str, ...]] = (
    *(f"word_{what}" for what in ("lowest", "highest", "odds")),
    *(f"word{level}_{what}" for what in ("low", "high") for level in range(_WORD_LEVELS)),
)
"""Names of the rows that ``vocabulary_features`` returns."""


def page_features(blocks: Blocks, columns: PageColumns, hints: PageHints, vocabulary: Vocabulary) -> Rows:
    """Return the rows of ``NAMES`` and those of ``WORD_NAMES`` under them."""
    rows = np.empty((len(NAMES) + len(WORD_NAMES), len(blocks.text)), np.float32)
    _fill_blocks(blocks, columns, hints, rows[: len(NAMES)])
    rows[len(NAMES) :] = vocabulary_features(blocks, columns, vocabulary)
    return rows


def block_features(blocks: Blocks, columns: PageColumns, hints: PageHints) -> Rows:
    """Return the page's features, one row for each of ``NAMES``, one column for each of its n >= 1 blocks.

    The features that need a vocabulary are apart, in ``vocabulary_features``, since training learns it anew for each fold.
    """
    rows = np.empty((len(NAMES), len(blocks.text)), np.float32)
    _fill_blocks(blocks, columns, hints, rows)
    return rows


def _fill_blocks(blocks: Blocks, columns: PageColumns, hints: PageHints, rows: Rows) -> None:
    tag_bit = place.TAG_BIT.get
    view = View(blocks, hints, columns, np.array([tag_bit(tag, 0) for tag in blocks.path_tag], np.int64))
    first = 0
    for names, fill in _GROUPS:
        fill(view, rows[first : first + len(names)])
        first += len(names)
    limit_sizes(NAMES, float(columns.sums[0, -1]), rows)


def vocabulary_features(blocks: Blocks, columns: PageColumns, vocabulary: Vocabulary) -> Rows:
    """Return what the class words around each block are worth, one row for each of ``WORD_NAMES``, one column a block."""
    own, around = map(_as_rows, path_worths(blocks, vocabulary))
    path = columns.path[columns.ancestors[:_WORD_LEVELS]]
    return np.concatenate([around[:, path[0]], own[:2, path].reshape(-1, len(blocks.text))])


def _as_rows(worths: Sequence[Worth]) -> Rows:
    """Return the three numbers of each worth as rows; number by number, since an array of tuples takes twice the time."""
    return np.fromiter(chain.from_iterable(worths), np.float32, 3 * len(worths)).reshape(-1, 3).T
