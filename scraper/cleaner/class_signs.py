"""The signs that the class of a page is read from: what it says, how much of it is links, prose, cards, consent."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import numpy as np

from scraper.cleaner.assembly import Step
from scraper.cleaner.linked_boxes import boxes_share
from scraper.cleaner.metadata.addresses import is_front_address
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.page_address import is_account_address, is_list_address
from scraper.cleaner.reading import PageReading
from scraper.cleaner.reading.app_state import SHARED, share_of_title
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import NAMES
from scraper.cleaner.selection import Selection

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5"))
_CONSENT_FLAG: Final = 1 << NAMES.index("consent")

OFFER_BLOCKS: Final = 4
"""A headline, a sentence, a price and a button offer the rest of a text that is cut off there, right below; a menu offers
subscriptions on every page of a house. Of 14 pages of 60 to 150 words that are for subscribers twelve were called paywalls, six of
them, written ones with all of their text, for what stands above it or far below (2026-11-27). Of the snippet set one real one is
missed, whose offer stands lower."""

# How much of the page's text is searched for what pages of a class say.
SAID_BLOCKS: Final = 60
SAID_CHARS: Final = 2000

LINKED_SHARE: Final = 0.8
CARD_HEAD: Final = 3
"""A teaser's heading and a date stand over its sentence; the model may have left both out."""
DATED_SOURCES: Final = frozenset({"json-ld", "og", "meta", "url"})
"""A short article on a site that calls all its pages websites, with teasers that the model took along, is dated by one of these."""


class ClassSigns:
    """What the page class is read from; each sign is looked for when a rule asks for it.

    Attributes:
        kept_blocks: Blocks of main content.
        kept_words: Words of main content.
        all_words: Words of all visible text.
        is_article: As in ``Metadata``.
        reads_as_article: As ``is_article`` in ``Selection``.
        confidence: As in ``Selection``.
    """

    def __init__(self, reading: PageReading, selection: Selection, url: str | None = None) -> None:
        self._url = url
        self._reading = reading
        self._selection = selection
        words = selection.columns.words
        self.kept_blocks = len(selection.kept)
        self.kept_words = float(words[selection.kept].sum())
        self.all_words = float(words.sum())
        self.is_article = reading.metadata.is_article
        self.reads_as_article = selection.is_article is True
        self.confidence = selection.confidence

    def describe(self) -> str:
        """Say the figures, for the reason's detail."""
        share, _ = self.of_others
        said = f", {share:.0%} of the choice is other articles'" if share else ""
        said += ", nothing beside the title" if self._is_title_alone() else ""
        said += next((f", at the address of {name}" for name, holds in self._addresses() if holds), "")
        return f"{self.kept_words:.0f} words of main content of {self.all_words:.0f} on the page{said}"

    def _addresses(self) -> Iterator[tuple[str, bool]]:
        yield "a front page", self.is_front or self.states_front
        yield "a list", self.is_list_address
        yield "an account's form", self.is_account

    def _is_title_alone(self) -> bool:
        """Whether the choice was the title, which is no text: a link for readers to talk about, a film, a headline to be filled."""
        chosen = self._selection.after[Step.SECOND_OPINION].nonzero()[0]
        said = fold_words("".join(self._reading.blocks.text[index] for index in chosen))
        return said != "" and said == fold_words(self._selection.metadata.title or "")

    @cached_property
    def title(self) -> str:
        """``<title>`` and headline."""
        return f"{self._reading.metadata.page_title} {self.headline}"

    @property
    def headline(self) -> str:
        """The headline alone; empty where there is none."""
        return self._reading.metadata.title or ""

    @property
    def is_about_title(self) -> bool:
        """Whether the main content has enough of the title's words."""
        return share_of_title(self.kept_text, self.headline) >= SHARED

    @property
    def kept_text(self) -> str:
        """The main content."""
        return " ".join(self._reading.blocks.text[index] for index in self._selection.kept)

    @cached_property
    def said(self) -> str:
        """Titles and the first text of the page."""
        return f"{self.title} {' '.join(self._reading.blocks.text[:SAID_BLOCKS])[:SAID_CHARS]}"

    @property
    def said_below(self) -> str:
        """The text right below the main content, and the end of that, where it may have been taken along."""
        kept = self._selection.kept
        last = (
            next((index for index in reversed(kept) if self._selection.columns.prose[index]), kept[-1]) if kept else -1
        )
        return " ".join(self._reading.blocks.text[last + 1 : max(last, *kept[-1:]) + 1 + OFFER_BLOCKS])

    @cached_property
    def consent_share(self) -> float:
        """Share of the words that stand in consent dialogs."""
        blocks, columns = self._reading.blocks, self._selection.columns
        flags = [look.flags & _CONSENT_FLAG for look in blocks.path_look]
        flags[0] = 0  # a body's class says what the visitor has answered, not what the page is
        if not any(flags):
            return 0.0
        for path, above in enumerate(blocks.path_above):
            flags[path] |= flags[above]
        inside = np.array(flags, np.bool_)[columns.path[columns.ancestors[0]]]
        return float(columns.words[inside].sum()) / self.all_words

    @property
    def link_share(self) -> float:
        """Share of the main content's words that are inside links."""
        return float(self._selection.columns.link_words[self._selection.kept].sum()) / max(self.kept_words, 1.0)

    @property
    def of_others(self) -> tuple[float, float]:
        """Of the words that the page alone would have kept, the share of other articles', and how many are its own.

        0 and all, where the site is not known.
        """
        return self._selection.of_others

    @property
    def is_front(self) -> bool:
        """Whether the page's address is known to be that of its site's front page."""
        return is_front_address(self._url)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the page gives another page's address as its own; the one it was given may be no more than the site's."""
        return self._reading.metadata.states_front is False

    @property
    def states_front(self) -> bool:
        """Whether a page without an address, or at the front page's with a query, says that it is the front page.

        Themes that have every page say so are common.
        """
        is_stated = self._reading.metadata.states_front is True
        return is_stated and (not self._url or is_front_address(self._url.partition("?")[0]))

    @property
    def is_list_address(self) -> bool:
        """Whether the page's address is that of a list."""
        return is_list_address(self._url)

    @property
    def is_account(self) -> bool:
        """Whether the page's address is that of a form of the readers' accounts."""
        return is_account_address(self._url)

    @property
    def has_date(self) -> bool:
        """Whether anything says when the page was published."""
        return self._selection.metadata.published is not None

    @property
    def is_dated(self) -> bool:
        """Whether the page's head or its address says when it was published; dates of a list's teasers stand in its body."""
        return self._selection.metadata.sources.get("published") in DATED_SOURCES

    @property
    def prose_share(self) -> float:
        """Share of the main content's words that stand in prose."""
        return float(self._selection.columns.prose[self._selection.kept].sum()) / max(self.kept_words, 1.0)

    @cached_property
    def cards(self) -> tuple[int, float]:
        """How many headings of the main content or right over a part of it are links, and its words from the first to the last."""
        blocks, words, kept = self._reading.blocks, self._selection.columns.words, self._selection.kept
        heads = {
            index - above for index in kept for above in range(CARD_HEAD) if _is_beside(blocks, index - above, index)
        }
        linked = sorted(index for index in heads if _is_linked_heading(blocks, index))
        if not linked:
            return 0, 0.0
        return len(linked), float(sum(words[index] for index in kept if linked[0] <= index < linked[-1]))

    def boxes_share(self, least: int, most_words: float) -> float:
        """As the function: the share of the main content's words in boxes that come again, each with a link."""
        selection = self._selection
        return boxes_share(self._reading.blocks, selection.columns.words.tolist(), selection.kept, least, most_words)

    @property
    def has_password(self) -> bool:
        """Whether the page asks for a password."""
        return self._reading.has_password

    @property
    def has_scripts(self) -> bool:
        """Whether the page runs scripts."""
        return self._reading.has_scripts

    @property
    def is_free(self) -> bool | None:
        """As ``Metadata.is_accessible_for_free``."""
        return self._reading.metadata.is_accessible_for_free


def _is_beside(blocks: Blocks, place: int, index: int) -> bool:
    """Whether a block is another one, or stands above it in the same element: not in a box between an article's paragraphs."""
    return place == index or (place >= 0 and blocks.parent[blocks.frame[place]] == blocks.parent[blocks.frame[index]])


def _is_linked_heading(blocks: Blocks, index: int) -> bool:
    frame = blocks.frame[index]
    tags = (blocks.tag[frame], blocks.tag[blocks.parent[frame]])
    return blocks.link_share[index] >= LINKED_SHARE and not _HEADINGS.isdisjoint(tags)
