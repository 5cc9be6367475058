"""Updates that share nothing with the record they would replace: held back until their site's other pages have told.

A site that is being moved, or asks for consent, gives one text at every address; a record must not be replaced by it.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final, Self

from scraper.records import Article
from scraper.store.records import is_same_story
from scraper.store.sketch import Sketch, make_sketch

ENOUGH_PAGES: Final = 64
"""An update waits for so many other pages of its site, or for the last one; so many are held at most."""

FEW_PAGES: Final = 2
"""Where a run is stopped before so many, nothing is known: the update is left to the next run."""


@dataclass(frozen=True, slots=True)
class _Text:
    """What tells a text from others."""

    text: str
    sketch: Sketch | None

    @classmethod
    def of(cls, article: Article) -> Self:
        return cls(article.text, make_sketch(article.text))

    def is_nearly(self, other: "_Text") -> bool:
        if self.sketch and other.sketch:
            return self.sketch.is_near_copy(other.sketch)
        return is_same_story(self.text, other.text)


@dataclass(slots=True, eq=False)
class HeldUpdate:
    """One update.

    Attributes:
        pages: Pages of its site that have been cleaned since.
        is_alone: Comes to whether no other address gave its text.
    """

    text: _Text
    pages: int = 0
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
        self._refused: deque[_Text] = deque(maxlen=ENOUGH_PAGES)

    def note_page(self) -> None:
        """Count a page of the site that has been cleaned."""
        for held in self._held:
            held.pages += 1
            if held.pages >= ENOUGH_PAGES:
                held.settle(is_alone=True)
        self._held = [held for held in self._held if not held.is_alone.done()]

    def refuse(self, article: Article) -> None:
        """Note a text that stands at several addresses; whoever holds it is told."""
        self._refuse(_Text.of(article))

    def _refuse(self, text: _Text) -> None:
        self._refused.append(text)
        for held in self._held:
            if held.text.is_nearly(text):
                held.settle(is_alone=False)

    def hold(self, article: Article) -> HeldUpdate:
        """Hold an update back; it is settled at once where another address of the site has given its text."""
        update = HeldUpdate(_Text.of(article))
        if any(update.text.is_nearly(text) for text in self._refused):
            update.settle(is_alone=False)
        elif any(update.text.is_nearly(held.text) for held in self._held):
            update.settle(is_alone=False)
            self._refuse(update.text)
        else:
            self._held.append(update)
        return update
