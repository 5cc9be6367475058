"""Updates that share nothing with the record they would replace: held back until their site's other pages have told.

A site that is being moved, or asks for consent, gives one text at every address; a record must not be replaced by it.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from scraper.records import Article
from scraper.store.story import StoryText, are_one_story

REPEATED_PAGES: Final = 3
"""The same page at so many addresses of a site is none of them: a consent page, a soft 404, a provider's block (FETCH.md)."""

ENOUGH_PAGES: Final = 64
"""An update waits for so many other pages of its site, or for the last one; so many are held at most."""

FEW_PAGES: Final = 2
"""Where a run is stopped before so many, nothing is known: the update is left to the next run."""


@dataclass(slots=True, eq=False)
class HeldUpdate:
    """One update.

    Attributes:
        before: The record that it would replace.
        pages: Pages of its site that have been cleaned since.
        held_at: Since when, on the loop's clock.
        is_alone: Comes to whether few other addresses gave its text.
    """

    text: StoryText
    before: Article
    pages: int = 0
    held_at: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    is_alone: "asyncio.Future[bool]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def settle(self, *, is_alone: bool) -> None:
        """Say what is known; only the first word counts."""
        if not self.is_alone.done():
            self.is_alone.set_result(is_alone)

    def end(self, *, is_stopped: bool) -> None:
        """End the waiting: no more pages of the site come."""
        if is_stopped and self.pages < FEW_PAGES:
            self.is_alone.cancel()
        self.settle(is_alone=True)


class HeldUpdates:
    """Those of one site in one run."""

    def __init__(self) -> None:
        self._held: list[HeldUpdate] = []
        self._refused: deque[StoryText] = deque(maxlen=ENOUGH_PAGES)

    def note_page(self) -> None:
        """Count a page of the site that has been cleaned."""
        for held in self._held:
            held.pages += 1
            if held.pages >= ENOUGH_PAGES:
                held.settle(is_alone=True)

    def refuse(self, article: Article) -> None:
        """Note a text that stands at several addresses; whoever holds it is told."""
        self._refuse(StoryText.of(article.text))

    def _refuse(self, text: StoryText) -> None:
        self._refused.append(text)
        for held in self._held:
            if held.text.is_nearly(text):
                held.settle(is_alone=False)

    def hold(self, article: Article, before: Article, elsewhere: int = 0) -> HeldUpdate:
        """Hold an update back; it is settled at once where its text comes to stand at too many addresses of the site.

        Args:
            article: The update.
            before: The record that it would replace. Addresses whose records were one story are one.
            elsewhere: How many records of other addresses have its text.
        """
        update = HeldUpdate(StoryText.of(article.text), before)
        self._held.append(update)
        if not self.is_rare(update, elsewhere):
            update.settle(is_alone=False)
        return update

    def is_rare(self, update: HeldUpdate, elsewhere: int) -> bool:
        """Tell whether an update's text stands at few addresses, as far as is known now."""
        if any(update.text.is_nearly(text) for text in self._refused):
            return False
        alike = [held.before for held in self._held if held.text.is_nearly(update.text)]
        if _count_stories(alike) + elsewhere < REPEATED_PAGES:
            return True
        self._refuse(update.text)
        return False

    def drop(self, update: HeldUpdate) -> None:
        """Hold an update no more: it is refused, or its record is kept next."""
        self._held.remove(update)


def _count_stories(records: list[Article]) -> int:
    stories: list[Article] = []
    for record in records:
        if not any(are_one_story(record, story) for story in stories):
            stories.append(record)
    return len(stories)
