"""Why a block is not in the text: the rule that took it out, else what it is by its words and its place."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.assembly import Step
from scraper.cleaner.model.choice import choose_blocks
from scraper.cleaner.phrases.stock import NAMES as PHRASES
from scraper.cleaner.phrases.stock import SHORT_CHARS, find_phrases
from scraper.cleaner.reading import PageReading
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import NAMES as LOOKS
from scraper.cleaner.rules.copies import drop_copies
from scraper.cleaner.rules.datelines import drop_datelines
from scraper.cleaner.rules.tidying import tidy_choice
from scraper.cleaner.selection import Selection
from scraper.explanation import StripReason

Flags = NDArray[np.bool_]

LEVELS: Final = 6
"""How many elements around a block are asked what they are: as many as the model looks at."""


class _Sign(NamedTuple):
    """What tells a reason: names of ``look.GROUPS``, names of ``phrases.PHRASES``, and tags."""

    reason: StripReason
    looks: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


# In this order where one element says several things.
_SIGNS: Final = (
    _Sign(StripReason.COMMENT, ("comment",), ("comment",)),
    _Sign(StripReason.CONSENT, ("consent",)),
    _Sign(StripReason.NAVIGATION, ("nav",), (), ("nav",)),  # before teasers: a menu has items, too
    _Sign(StripReason.CAPTION, ("caption",), ("credit",), ("figcaption", "caption", "figure")),
    _Sign(StripReason.PLEA, ("plea",), ("plea",), ("form", "fieldset")),
    _Sign(StripReason.SHARE, ("share",), ("share",)),
    _Sign(StripReason.AD, ("ad",), ("ad",)),
    _Sign(StripReason.TEASER, ("related", "teaser"), ("related",)),
    _Sign(StripReason.BYLINE, ("meta", "bio"), ("byline", "bio"), ("address",)),
    _Sign(StripReason.NAVIGATION, ("header", "footer", "side", "login"), ("legal", "tags"), ("footer", "aside")),
)


# Every step after the first, in their order, and why what it took out went.
_BY_STEP: Final = {
    Step.SECOND_OPINION: StripReason.OUTVOTED,
    Step.APPENDED: StripReason.APPENDED,
    Step.CARDS: StripReason.TEASER,
    Step.BOXES: StripReason.PLEA,
    Step.NAMED_BOXES: StripReason.BOX,
    Step.SIGNATURES: StripReason.BYLINE,
    Step.PLEAS: StripReason.PLEA,
    Step.NOTICES: StripReason.NOTICE,
    Step.RIGHTS: StripReason.NOTICE,
    Step.CAPTIONS: StripReason.CAPTION,
    Step.BIOGRAPHIES: StripReason.BYLINE,
    Step.TIDY: StripReason.ORPHAN_HEADING,
}


def _bits(names: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    return sum(1 << names.index(name) for name in wanted)


_BY_PHRASE: Final = tuple((_bits(PHRASES, sign.phrases), sign.reason) for sign in _SIGNS)
_BY_LOOK: Final = tuple((_bits(LOOKS, sign.looks), frozenset(sign.tags), sign.reason) for sign in _SIGNS)


def find_reasons(reading: PageReading, selection: Selection, alone: NDArray[np.float32]) -> list[StripReason]:
    """Return for each block why it is not in the text, or would not be; of use for those that are not kept.

    A block that stands on other pages of the site is told as repeated where that decided: the page alone would have kept it, or
    says nothing of what it is.

    Args:
        reading: The page.
        selection: The cleaner's choice.
        alone: Probability of each block by the page alone, n.
    """
    blocks = reading.blocks
    lowered = selection.probability < alone  # what the site says only ever lowers
    decided = lowered & choose_blocks(alone, selection.columns.words)[0]
    known = dict.fromkeys(np.flatnonzero(decided).tolist(), StripReason.REPEATED)
    for reason, flags in _taken_out(reading, selection):
        known |= dict.fromkeys(np.flatnonzero(flags).tolist(), reason)
    reasons = [known.get(i) or name_block(text, blocks, blocks.frame[i]) for i, text in enumerate(blocks.text)]
    return [
        StripReason.REPEATED if reason is StripReason.LOW_SCORE and repeats else reason
        for reason, repeats in zip(reasons, lowered.tolist(), strict=True)
    ]


def _taken_out(reading: PageReading, selection: Selection) -> Iterator[tuple[StripReason, Flags]]:
    """Yield which blocks each rule took out, or would have; of several for one block, the last counts."""
    after, blocks, metadata = selection.after, reading.blocks, selection.metadata
    before = Step.SCORE
    for step, reason in _BY_STEP.items():
        yield reason, after[before] & ~after[step]
        before = step
    assembled = after[Step.BIOGRAPHIES]
    # Copies, title and byline are told also where they scored low.
    once = drop_copies(blocks, np.ones(len(assembled), np.bool_))
    kept = {blocks.text[index] for index in selection.kept}
    yield StripReason.COPY, ~once & np.array([text in kept for text in blocks.text], np.bool_)
    yield StripReason.BYLINE, once & ~tidy_choice(blocks, once, None, metadata.authors)
    is_article = bool(selection.is_article)
    undated = drop_datelines(blocks, assembled, selection.columns.prose, metadata, is_article=is_article)
    yield StripReason.BYLINE, assembled & ~undated
    yield StripReason.TITLE, once & ~tidy_choice(blocks, once, metadata.title)


def name_phrases(text: str) -> StripReason | None:
    """Return what a short text announces."""
    said = find_phrases(text) if len(text) <= SHORT_CHARS else 0
    return next((reason for bits, reason in _BY_PHRASE if said & bits), None)


def name_block(text: str, blocks: Blocks, frame: int) -> StripReason:
    """Return what a block that scored low is: by its words, then by the elements around it from the inside."""
    said = name_phrases(text)
    if said:
        return said
    for _ in range(LEVELS):
        if frame == 0:  # a body's class names the page
            break
        flags, tag = blocks.look(frame).flags, blocks.tag[frame]
        for bits, tags, reason in _BY_LOOK:
            if flags & bits or tag in tags:
                return reason
        frame = blocks.parent[frame]
    return StripReason.LOW_SCORE
