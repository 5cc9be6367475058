"""Which blocks of a page are main content: the model's choice, and trafilatura's word where the model is unsure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.assembly import Step, assemble
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.model import BlockModel
from scraper.cleaner.model.choice import calibrate, choose_article, choose_blocks
from scraper.cleaner.model.undeclared import reads_as_article
from scraper.cleaner.profile import SiteView, apply_profile, count_removals, is_biography, is_of_others
from scraper.cleaner.reading import PageReading
from scraper.cleaner.reading.columns import Column, PageColumns
from scraper.cleaner.reading.hints import PageHints
from scraper.cleaner.rules.hidden import without_hidden
from scraper.cleaner.second_opinion import blocks_in_text, reconcile
from scraper.reasons import Removal

# Below this expected F1 a second opinion is asked for, on pages that call themselves articles. On folds split by site (blocks-7,
# 2026-11-27) 19 of 2,487 pages are below .7: of the seven below .5 one gains .31 and the others are the same, of the rest two lose
# .21 and .17, another a right snippet, and none gains. With the first models .9 gained .0019 of articles: what they missed then is
# known now.
UNSURE: Final = 0.5

# What a site repeats is template on articles; in shops and lists ("Silver", "Memory: 16 GB") it is what the page is about. So the
# site is heard where prose is so much of what it leaves, by whether the page calls itself an article. Sites of wcxb-dev with two
# pages and more (folds, 2026-11), heard everywhere and so: shops and lists .637 precision at .739 recall and .617 at .766 (alone:
# .609 at .773), articles the same.
SITE_PROSE: Final[Mapping[bool | None, float]] = {True: 0.5, None: 0.5, False: 0.85}

LEAST_AGREED: Final = 0.15
"""Where both agree on less of the words, the other extractor has read another part of the page, or nearly nothing. Of 62 pages of
wcxb-dev that an opinion changes (blocks-6, folds, 2026-11-27) four are left .00 to .05 of their words, and lose .16 to .75 of F1;
the least that one is left and gains is .21."""

MAX_FALL: Final = 0.025
"""Where the site makes the choice so much less sure, it contradicts the model about what the page is made of: a list whose items
stand on other lists. Only what most articles have is believed there. Recall with the profile on wcxb-dev's collections (sites of
two pages and more, folds, 2026-11): .686 to .694 (alone .698); articles and the demo sites the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The blocks kept, in reading order, and how sure that is.

    Attributes:
        metadata: What the page says about itself, its body included.
        is_article: What it calls itself, as in ``metadata``; True, too, where it reads as an article.
        columns: The page as arrays.
        probability: Of each block, that it is main content, n.
        kept: Indexes of the blocks that are kept, ascending.
        confidence: Word F1 of such choices in the mean, 0 to 1.
        asked: Whether trafilatura was asked.
        after: Which blocks were chosen after each step, n each.
        removed: Blocks that the page alone would have kept, by what the site says of them.
        removed_words: Words that the page alone would have kept, and that what the site says took off.
        of_others: Of the words that the page alone would have kept, the share of other articles' by what the site says, and how
            many are its own.
    """

    metadata: Metadata
    is_article: bool | None
    columns: PageColumns
    probability: NDArray[np.float32]
    kept: list[int]
    confidence: float
    asked: bool
    after: Mapping[Step, NDArray[np.bool_]]
    removed: Mapping[Removal, int] = field(default_factory=dict)
    removed_words: int = 0
    of_others: tuple[float, float] = (0.0, 0.0)


class _Choice(NamedTuple):
    """Probabilities, the blocks kept by them, the expected F1, and the blocks that the site took off."""

    probability: Column
    keep: NDArray[np.bool_]
    expected: float
    removed: NDArray[np.bool_]


# What comes in only because the site takes something else out is another text where it is less than this share of the choice: two
# of 1,421 written pages have such a headline, and no other page changes (2026-11-28). More is the body that something else hid.
STRAY_SHARE: Final = 0.1


def is_unsure(expected: float, hints: PageHints) -> bool:
    """Tell whether a second opinion is worth its time."""
    return expected < UNSURE and hints.is_article is True


def select_content(
    reading: PageReading,
    model: BlockModel,
    view: SiteView | None = None,
    second_opinion: Callable[[], str] | None = None,
) -> Selection:
    """Choose the main content of a page that has blocks.

    Args:
        reading: The page.
        model: Judges the blocks.
        view: What the site's other articles say of them.
        second_opinion: Gives another extractor's text of the same page; None: nobody is asked.
    """
    columns, probability = model.judge(reading.blocks, reading.hints)
    probability = without_hidden(reading.blocks, columns, probability)
    hints, reading = reading.hints, _as_article(reading, columns, probability)
    choice = _Choice(probability, *_choose(probability, columns, reading), np.zeros(len(probability), np.bool_))
    alone = choice.keep
    if view is not None:
        choice = _choose_by_site(choice, view, columns, reading)
    probability, keep, expected, removed = choice
    asked = second_opinion is not None and is_unsure(expected, hints)
    opinion = second_opinion() if second_opinion is not None and asked else ""
    keep = _hear(opinion, choice, columns, reading) if opinion else keep
    metadata, after = assemble(reading, columns, probability, {Step.SCORE: choice.keep, Step.SECOND_OPINION: keep})
    keep = after[Step.TIDY]
    return Selection(
        metadata=metadata,
        is_article=reading.hints.is_article,
        columns=columns,
        probability=probability,
        kept=keep.nonzero()[0].tolist(),
        confidence=calibrate(expected),
        asked=asked,
        after=after,
        removed=count_removals(removed & ~keep, view) if view is not None else {},
        removed_words=int(columns.words[removed & ~keep].sum()),
        of_others=_of_others(columns.words, alone, view),
    )


def _as_article(reading: PageReading, columns: PageColumns, probability: Column) -> PageReading:
    """Return the reading as that of an article, where the page does not call itself one and reads as one."""
    hints = reading.hints
    if not hints.is_article and reads_as_article(probability, reading.blocks, columns, reading.metadata):
        return replace(reading, hints=replace(hints, is_article=True))
    return reading


def _hear(opinion: str, choice: _Choice, columns: PageColumns, reading: PageReading) -> NDArray[np.bool_]:
    """Return the choice with another extractor's word; as it is where that extractor has read something else."""
    both = reconcile(choice.probability, blocks_in_text(reading.blocks.text, opinion))
    is_agreed = columns.words[both].sum() >= LEAST_AGREED * columns.words[choice.keep].sum()
    return both if is_agreed else choice.keep


def _choose(probability: Column, columns: PageColumns, reading: PageReading) -> tuple[NDArray[np.bool_], float]:
    if reading.hints.is_article:
        return choose_article(probability, columns)
    return choose_blocks(probability, columns.words)


def _of_others(words: Column, alone: NDArray[np.bool_], view: SiteView | None) -> tuple[float, float]:
    """Return the share of other articles' words in a choice, and how many are the page's own."""
    all_words = float(words[alone].sum())
    others = float(words[alone & is_of_others(view)].sum()) if view is not None else 0.0
    return others / max(all_words, 1.0), all_words - others


def _choose_by_site(alone: _Choice, view: SiteView, columns: PageColumns, reading: PageReading) -> _Choice:
    """Return the choice with what the site says; the page's own where it is no article and what stays is no article's text.

    An article of short lines, an interview or a recipe, hears what is certain.
    """
    known = alone.probability * ~is_biography(reading.blocks.text, reading.metadata.authors, view.evidence)
    probability = apply_profile(known, view)
    keep, expected = _choose(probability, columns, reading)
    has_prose = columns.prose[keep].sum() >= SITE_PROSE[reading.hints.is_article] * columns.words[keep].sum()
    if not has_prose and not reading.hints.is_article:
        return alone
    if expected < alone.expected - MAX_FALL or not has_prose:
        probability = apply_profile(known, view, is_certain=True)
        keep, expected = _choose(probability, columns, reading)
    strays = keep & ~alone.keep & (probability <= alone.probability)
    if columns.words[strays].sum() < STRAY_SHARE * columns.words[keep].sum():
        keep = keep & ~strays
    return _Choice(probability, keep, expected, alone.keep & ~keep & (probability < alone.probability))
