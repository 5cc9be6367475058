"""Which blocks of a page are main content: the model's choice, and trafilatura's word where the model is unsure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.appended import drop_appended
from scraper.cleaner.assemble import drop_link_lists, tidy_choice
from scraper.cleaner.choice import choose_blocks
from scraper.cleaner.columns import PageColumns
from scraper.cleaner.features import PageHints
from scraper.cleaner.model import BlockModel
from scraper.cleaner.profile import Evidence, apply_profile
from scraper.cleaner.reading import PageReading
from scraper.cleaner.second_opinion import blocks_in_text, reconcile

# Below this expected F1 a second opinion is asked for, on pages that call themselves articles. Model alone, .8, .85, .9, .95, on
# folds split by site (2026-11-26): articles .9569, .9577, .9585, .9588, .9589; snippets .9366, .9370, .9378, .9381, .9395; asked on
# 0, 2.5, 3.9, 6.8, 15 % of the pages. On other pages it costs more than it gains: listings .74 to .70.
UNSURE: Final = 0.9

# Content with this share of prose is an article's. Headings that head nothing are dropped there alone: on folds (2026-11) all pages
# .8827, articles .9596, snippets .9390; on every page .8793, .9591, .9398; on none .8835, .9594, .9384.
PROSE_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The blocks kept, in reading order, and how sure that is.

    Attributes:
        columns: The page as arrays.
        probability: Of each block, that it is main content, n.
        kept: Indexes of the blocks that are kept, ascending.
        confidence: Expected word F1 of the choice, 0 to 1.
        asked: Whether trafilatura was asked.
    """

    columns: PageColumns
    probability: NDArray[np.float32]
    kept: list[int]
    confidence: float
    asked: bool


def is_unsure(confidence: float, hints: PageHints) -> bool:
    """Tell whether a second opinion is worth its time."""
    return confidence < UNSURE and hints.is_article is True


def select_content(
    reading: PageReading,
    model: BlockModel,
    evidence: Evidence | None = None,
    second_opinion: Callable[[], str] | None = None,
) -> Selection:
    """Choose the main content of a page that has blocks.

    Args:
        reading: The page.
        model: Judges the blocks.
        evidence: What the site's other articles say of them.
        second_opinion: Gives another extractor's text of the same page; None: nobody is asked.
    """
    columns, probability = model.judge(reading.blocks, reading.hints)
    if evidence is not None:
        probability = apply_profile(probability, evidence, columns.words)
    keep, confidence = choose_blocks(probability, columns.words)
    asked = second_opinion is not None and is_unsure(confidence, reading.hints)
    if second_opinion is not None and asked:
        opinion = second_opinion()
        if opinion:
            keep = reconcile(probability, blocks_in_text(reading.blocks.text, opinion))
    if reading.hints.is_article:
        keep = drop_appended(reading.blocks, keep, columns.words, reading.metadata.title)
    keep = drop_link_lists(reading.blocks, keep, columns.words, columns.prose)
    is_prose = columns.prose[keep].sum() >= PROSE_SHARE * columns.words[keep].sum()
    keep = tidy_choice(reading.blocks, keep, reading.metadata.title, reading.metadata.authors, is_prose=bool(is_prose))
    kept = [int(index) for index in np.flatnonzero(keep)]
    return Selection(columns=columns, probability=probability, kept=kept, confidence=confidence, asked=asked)
