"""What the words of classes and ids were worth on the training pages.

Each word carries the share of text under it that was main content, averaged over the sites that use it and drawn towards the
mean where few do. "articlebody" is near one, "zergnet" near zero, and nobody had to write either down.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from scraper.cleaner.reading.blocks import Blocks

PRIOR: Final = 0.45
"""Share of text that is main content under an unknown word: the mean over wcxb-dev (2026-11)."""

Worth: TypeAlias = tuple[float, float, float]
"""Of an element's known words: lowest share, highest share, mean log odds."""

UNKNOWN: Final[Worth] = (PRIOR, PRIOR, 0.0)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Shares by word.

    Attributes:
        known: What it has looked up, since pages of a site share their classes.
        odds: The log odds of each share that a word has.
    """

    shares: Mapping[str, float]
    known: dict[tuple[str, ...], Worth] = field(default_factory=dict)
    odds: Mapping[float, float] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "odds", {share: math.log(share / (1 - share)) for share in {*self.shares.values()}})

    def worth(self, words: tuple[str, ...]) -> Worth:
        """Return what an element's words are worth."""
        found = self.known.get(words)
        if found is None:
            shares = [share for share in map(self.shares.get, words) if share is not None]
            found = UNKNOWN
            if shares:
                odds = sum(map(self.odds.__getitem__, shares)) / len(shares)
                found = (min(shares), max(shares), odds)
            if len(self.known) > 50_000:  # bounded: a class list with numbers in it never comes again
                self.known.clear()
            self.known[words] = found
        return found


def path_worths(blocks: Blocks, vocabulary: Vocabulary) -> tuple[list[Worth], list[Worth]]:
    """Return for each path what its own words are worth; and the lowest and highest worth and sum of odds with all around it."""
    known = vocabulary.known.get
    own = [(known(look.words) or vocabulary.worth(look.words)) if look.words else UNKNOWN for look in blocks.path_look]
    around = own[:1]
    for place in range(1, len(own)):
        low, high, odds = own[place]
        lowest, highest, total = above = around[blocks.path_above[place]]
        # Comparing in place of min and max: a third of the time (2026-11-27).
        if odds != 0.0:
            above = (low if low < lowest else lowest, high if high > highest else highest, odds + total)
        around.append(above)
    return own, around
