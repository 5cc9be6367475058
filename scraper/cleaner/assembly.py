"""The rules over the choice as a whole, in their order: what stands around and in the text goes, what belongs to it comes back."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.metadata import Metadata
from scraper.cleaner.phrases.lines import LineKind, tell_line
from scraper.cleaner.reading import PageReading
from scraper.cleaner.reading.columns import Column, PageColumns
from scraper.cleaner.rules.above_headline import drop_above_headline
from scraper.cleaner.rules.appeals import drop_appeals
from scraper.cleaner.rules.appended import drop_appended
from scraper.cleaner.rules.beside_body import add_beside_body
from scraper.cleaner.rules.between import add_between
from scraper.cleaner.rules.captions import drop_captions
from scraper.cleaner.rules.cards import drop_cards
from scraper.cleaner.rules.copies import drop_copies
from scraper.cleaner.rules.datelines import drop_datelines
from scraper.cleaner.rules.entries import add_entries
from scraper.cleaner.rules.inserts import (
    drop_biographies,
    drop_boxes,
    drop_named_boxes,
    drop_other_stories,
    settle_embedded,
)
from scraper.cleaner.rules.lines import find_lines
from scraper.cleaner.rules.link_runs import drop_link_runs
from scraper.cleaner.rules.orphans import drop_orphans
from scraper.cleaner.rules.parted import add_parted
from scraper.cleaner.rules.posts import drop_post_heads
from scraper.cleaner.rules.press_tails import drop_press_tail
from scraper.cleaner.rules.pull_quotes import drop_pull_quotes
from scraper.cleaner.rules.read_also import drop_read_also
from scraper.cleaner.rules.reader_posts import drop_reader_posts
from scraper.cleaner.rules.site_links import site_host
from scraper.cleaner.rules.standfirst import add_standfirst
from scraper.cleaner.rules.tidying import tidy_choice
from scraper.cleaner.rules.wholes import complete_wholes

# Content with this share of prose is an article's. Headings that head nothing are dropped there alone: on folds (2026-11) all pages
# .8827, articles .9596, snippets .9390; on every page .8793, .9591, .9398; on none .8835, .9594, .9384.
PROSE_SHARE: Final = 0.8


class Step(StrEnum):
    """The steps of the choice, in their order."""

    SCORE = "score"
    SECOND_OPINION = "second opinion"
    APPENDED = "appended"
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


def assemble(
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
        chosen = after[Step.SCORE] | after[Step.SECOND_OPINION]
        text = add_parted(blocks, add_between(blocks, text, probability, chosen), probability, chosen)
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
    whole = complete_wholes(blocks, keep, probability, is_prose=is_prose, is_article=is_article)
    whole = (add_entries(blocks, whole, probability, after[Step.SCORE]) if is_article else whole) & ~said
    if (whole & ~keep)[
        head
    ].any():  # a table brings back what the record says over the text, which was no part of the choice
        unsaid = drop_datelines(blocks, whole, prose, metadata, is_article=is_article)
        unsaid = tidy_choice(blocks, unsaid, metadata.title, metadata.authors, is_article=is_article)
        whole[head] &= keep[head] | unsaid[head]
    _bring_back(reading, keep, whole)
    if is_prose:
        boxed = after[Step.SECOND_OPINION] & ~after[Step.RIGHTS] & (prose > 0)
        keep = drop_orphans(blocks, keep, probability, boxed)
    return keep


def _bring_back(reading: PageReading, keep: NDArray[np.bool_], whole: NDArray[np.bool_]) -> None:
    """Keep what wholes have beside the choice, but for lines that go for their words."""
    for index in (whole & ~keep).nonzero()[0].tolist():
        kind = tell_line(reading.blocks.text[index])
        is_heard = kind is LineKind.RIGHTS or (kind is not None and reading.hints.is_article is not False)
        keep[index] = not is_heard or kind in _PLACED


def _drop_around(
    reading: PageReading, columns: PageColumns, probability: Column, keep: NDArray[np.bool_]
) -> Iterator[tuple[Step, NDArray[np.bool_]]]:
    """Yield the choice after each of the rules that tell what stands around the text."""
    blocks, is_article, address = reading.blocks, reading.hints.is_article, reading.metadata.canonical_url or ""
    if is_article:
        keep = drop_above_headline(blocks, keep, columns.words, probability, reading.metadata.title)
        keep = drop_appended(blocks, keep, columns.words, reading.metadata.title)
        keep = drop_press_tail(blocks, columns, drop_reader_posts(blocks, columns, keep))
    yield Step.APPENDED, keep
    keep = drop_cards(blocks, columns, keep, probability, address if is_article else None)
    keep = drop_other_stories(blocks, columns, keep, site_host(address)) if is_article else keep
    keep = drop_read_also(blocks, columns, keep, is_article=is_article)
    yield Step.CARDS, keep
    lines = find_lines(blocks, columns, keep)
    if is_article is not False:
        keep = drop_boxes(blocks, columns, keep, lines.get(LineKind.TERMS, ()))
    yield Step.BOXES, keep
    if is_article:
        keep = settle_embedded(blocks, columns, drop_named_boxes(blocks, columns, keep), probability)
        keep = drop_appeals(blocks, columns, keep)
        keep = drop_link_runs(blocks, columns, keep, probability)
    yield Step.NAMED_BOXES, keep
    for kind, step in _LINE_STEPS.items():
        if kind is LineKind.RIGHTS or is_article is not False:
            keep = keep.copy()
            keep[lines.get(kind, [])] = False
        yield step, keep
    keep = drop_captions(blocks, keep, columns.words, is_article=bool(is_article))
    if is_article:
        keep = drop_pull_quotes(blocks, keep)
    yield Step.CAPTIONS, keep
