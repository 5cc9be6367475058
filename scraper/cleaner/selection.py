"""Which blocks of a page are main content: the model's choice, and trafilatura's word where the model is unsure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.metadata import Metadata
from scraper.cleaner.model import BlockModel
from scraper.cleaner.model.choice import calibrate, choose_article, choose_blocks
from scraper.cleaner.model.undeclared import reads_as_article
from scraper.cleaner.phrases.lines import LineKind, tell_line
from scraper.cleaner.profile import SiteView, apply_profile, count_removals, is_biography, is_of_others
from scraper.cleaner.reading import PageReading
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.hints import PageHints
from scraper.cleaner.rules.appeals import drop_appeals, drop_plea_lists
from scraper.cleaner.rules.appended import drop_appended
from scraper.cleaner.rules.beside_body import add_beside_body
from scraper.cleaner.rules.between import add_between
from scraper.cleaner.rules.captions import drop_captions
from scraper.cleaner.rules.cards import drop_cards
from scraper.cleaner.rules.datelines import drop_datelines
from scraper.cleaner.rules.inserts import (
    drop_biographies,
    drop_boxes,
    drop_named_boxes,
    drop_other_stories,
    settle_embedded,
)
from scraper.cleaner.rules.lines import find_lines
from scraper.cleaner.rules.link_runs import drop_link_runs
from scraper.cleaner.rules.posts import drop_post_heads
from scraper.cleaner.rules.read_also import drop_read_also
from scraper.cleaner.rules.reader_posts import drop_reader_posts
from scraper.cleaner.rules.site_links import site_host
from scraper.cleaner.rules.standfirst import add_standfirst
from scraper.cleaner.rules.tidying import drop_copies, drop_link_lists, drop_orphans, tidy_choice
from scraper.cleaner.rules.wholes import complete_wholes
from scraper.cleaner.second_opinion import blocks_in_text, reconcile
from scraper.reasons import Removal

Column = NDArray[np.float32]

# Below this expected F1 a second opinion is asked for, on pages that call themselves articles. On folds split by site (blocks-7,
# 2026-11-27) 19 of 2,487 pages are below .7: of the seven below .5 one gains .31 and the others are the same, of the rest two lose
# .21 and .17, another a right snippet, and none gains. With the first models .9 gained .0019 of articles: what they missed then is
# known now.
UNSURE: Final = 0.5

# Content with this share of prose is an article's. Headings that head nothing are dropped there alone: on folds (2026-11) all pages
# .8827, articles .9596, snippets .9390; on every page .8793, .9591, .9398; on none .8835, .9594, .9384.
PROSE_SHARE: Final = 0.8

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


class Step(StrEnum):
    """The steps of the choice, in their order."""

    SCORE = "score"
    SECOND_OPINION = "second opinion"
    APPENDED = "appended"
    LINK_LISTS = "link lists"
    CARDS = "cards"
    BOXES = "boxes"
    NAMED_BOXES = "named boxes"
    SIGNATURES = "signatures"
    PLEAS = "pleas"
    NOTICES = "notices"
    RIGHTS = "rights"
    CAPTIONS = "captions"
    BIOGRAPHIES = "biographies"
    TIDY = "tidy"


# Terms of a subscription are pleas, too: a step may have several kinds.
_LINE_STEPS: Final[Mapping[LineKind, Step]] = {
    LineKind.SIGNATURE: Step.SIGNATURES,
    LineKind.TERMS: Step.PLEAS,
    LineKind.PLEA: Step.PLEAS,
    LineKind.NOTICE: Step.NOTICES,
    LineKind.RIGHTS: Step.RIGHTS,
}

_PLACED: Final = frozenset((LineKind.SIGNATURE, LineKind.AROUND))
"""Kinds that go only for where they stand, too: a list or a table brings them back."""


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
    hints = reading.hints
    if not hints.is_article and reads_as_article(probability, reading.blocks, columns, reading.metadata):
        reading = replace(reading, hints=replace(hints, is_article=True))
    choice = _Choice(probability, *_choose(probability, columns, reading), np.zeros(len(probability), np.bool_))
    alone = choice.keep
    if view is not None:
        choice = _choose_by_site(choice, view, columns, reading)
    probability, keep, expected, removed = choice
    asked = second_opinion is not None and is_unsure(expected, hints)
    opinion = second_opinion() if second_opinion is not None and asked else ""
    both = reconcile(probability, blocks_in_text(reading.blocks.text, opinion)) if opinion else keep
    if columns.words[both].sum() >= LEAST_AGREED * columns.words[keep].sum():
        keep = both
    metadata, after = _assemble(reading, columns, probability, {Step.SCORE: choice.keep, Step.SECOND_OPINION: keep})
    keep = after[Step.TIDY]
    return Selection(
        metadata=metadata,
        is_article=reading.hints.is_article,
        columns=columns,
        probability=probability,
        kept=np.flatnonzero(keep).tolist(),
        confidence=calibrate(expected),
        asked=asked,
        after=after,
        removed=count_removals(removed & ~keep, view) if view is not None else {},
        removed_words=int(columns.words[removed & ~keep].sum()),
        of_others=_of_others(columns.words, alone, view),
    )


def _choose(probability: Column, columns: PageColumns, reading: PageReading) -> tuple[NDArray[np.bool_], float]:
    if reading.hints.is_article:
        return choose_article(probability, columns)
    return choose_blocks(probability, columns.words)


def _of_others(words: Column, alone: NDArray[np.bool_], view: SiteView | None) -> tuple[float, float]:
    """Return the share of other articles' words in a choice, and how many are the page's own."""
    all_words = float(words[alone].sum())
    others = float(words[alone & is_of_others(view)].sum()) if view is not None else 0.0
    return others / max(all_words, 1.0), all_words - others


def _assemble(
    reading: PageReading, columns: PageColumns, probability: Column, after: dict[Step, NDArray[np.bool_]]
) -> tuple[Metadata, dict[Step, NDArray[np.bool_]]]:
    """Apply the rules that look at the choice as a whole.

    Args:
        reading: The page.
        columns: The page as arrays.
        probability: Of each block, n.
        after: Which blocks were chosen after the steps before.

    Returns:
        The page's metadata with what stands beside its body, and the choice after each step.
    """
    blocks, words, prose, is_article = reading.blocks, columns.words, columns.prose, bool(reading.hints.is_article)
    after = {**after, **dict(_drop_around(reading, columns, probability, after[Step.SECOND_OPINION]))}
    text = after[Step.CAPTIONS]
    if prose[text].sum() >= PROSE_SHARE * words[text].sum():
        text = add_between(blocks, text, probability, after[Step.SCORE] | after[Step.SECOND_OPINION])
    metadata = add_beside_body(blocks, text, prose, reading.metadata)
    keep = add_standfirst(blocks, text, prose, metadata.description, metadata.title) if is_article else text
    keep = drop_biographies(blocks, keep, prose, metadata.authors) if is_article else keep
    after[Step.BIOGRAPHIES] = keep
    return metadata, {**after, Step.TIDY: _tidy(reading, columns, probability, after, text, metadata)}


def _tidy(
    reading: PageReading,
    columns: PageColumns,
    probability: Column,
    after: Mapping[Step, NDArray[np.bool_]],
    text: NDArray[np.bool_],
    metadata: Metadata,
) -> NDArray[np.bool_]:
    """Return the choice after the last step: without what fields of the record say, copies and orphans, and with its wholes.

    Args:
        reading: The page.
        columns: The page as arrays.
        probability: Of each block, n.
        after: Which blocks were chosen after the steps before.
        text: The choice before standfirst and biographies.
        metadata: What the page says of itself.
    """
    blocks, words, prose, is_article = reading.blocks, columns.words, columns.prose, bool(reading.hints.is_article)
    keep = drop_datelines(blocks, after[Step.BIOGRAPHIES], prose, metadata, is_article=is_article)
    rest = drop_post_heads(blocks, keep) if is_article else keep
    heads, keep = keep & ~rest, rest
    is_prose = bool(prose[keep].sum() >= PROSE_SHARE * words[keep].sum())
    keep = tidy_choice(blocks, keep, metadata.title, metadata.authors, is_article=is_article)
    # What fields of the record say; a table that lays the page out does not bring it back.
    said = text & ~keep
    head = slice(int(np.argmax(keep & (prose > 0))))
    said[head.stop :] = False
    # Nor do lists and tables bring back what the rules of names, words and posts took out of them.
    said |= (after[Step.BOXES] & ~text) | heads
    # After copies are gone: items and cells may rightly come again in another list, and come back with theirs.
    keep = drop_copies(blocks, keep)
    whole = complete_wholes(blocks, keep, probability, is_prose=is_prose, is_article=is_article) & ~said
    if (whole & ~keep)[head].any():  # a table brings back the date over the text, which was no part of the choice
        whole[head] &= keep[head] | drop_datelines(blocks, whole, prose, metadata, is_article=is_article)[head]
    for index in np.flatnonzero(whole & ~keep).tolist():
        kind = tell_line(blocks.text[index])
        is_heard = kind is LineKind.RIGHTS or (kind is not None and reading.hints.is_article is not False)
        keep[index] = not is_heard or kind in _PLACED
    if is_prose:
        boxed = after[Step.SECOND_OPINION] & ~after[Step.RIGHTS] & (prose > 0)
        keep = drop_orphans(blocks, keep, probability, boxed)
    return keep


def _drop_around(
    reading: PageReading, columns: PageColumns, probability: Column, keep: NDArray[np.bool_]
) -> Iterator[tuple[Step, NDArray[np.bool_]]]:
    """Yield the choice after each of the rules that tell what stands around the text."""
    blocks, is_article, address = reading.blocks, reading.hints.is_article, reading.metadata.canonical_url or ""
    if is_article:
        keep = drop_appended(blocks, keep, columns.words, reading.metadata.title)
        keep = drop_reader_posts(blocks, columns, keep)
    yield Step.APPENDED, keep
    keep = drop_link_lists(blocks, columns, keep)
    yield Step.LINK_LISTS, keep
    keep = drop_cards(blocks, columns, keep, probability, address if is_article else None)
    keep = drop_other_stories(blocks, columns, keep, site_host(address)) if is_article else keep
    keep = drop_read_also(blocks, columns, keep, is_article=is_article is not False)
    yield Step.CARDS, keep
    lines = find_lines(blocks, columns, keep)
    if is_article is not False:
        keep = drop_boxes(blocks, columns, keep, lines.get(LineKind.TERMS, ()))
    yield Step.BOXES, keep
    if is_article:
        keep = settle_embedded(blocks, columns, drop_named_boxes(blocks, columns, keep), probability)
        keep = drop_plea_lists(blocks, columns, drop_appeals(blocks, columns, keep))
        keep = drop_link_runs(blocks, columns, keep, probability)
    yield Step.NAMED_BOXES, keep
    for kind, step in _LINE_STEPS.items():
        if kind is LineKind.RIGHTS or is_article is not False:
            keep = keep.copy()
            keep[lines.get(kind, [])] = False
        yield step, keep
    yield Step.CAPTIONS, drop_captions(blocks, keep, columns.words, is_article=bool(is_article))


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
    return _Choice(probability, keep, expected, alone.keep & ~keep & (probability < alone.probability))
