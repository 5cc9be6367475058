"""What the words of classes and ids were worth on the training pages.

Each word carries the share of text under it that was main content, averaged over the sites that use it and drawn towards the
mean where few do. "articlebody" is near one, "zergnet" near zero, and nobody had to write either down.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from scraper.cleaner.blocks import Blocks

PRIOR: Final = 0.45
"""Share of text that is main content under an unknown word: the mean over wcxb-dev (2026-11)."""

Worth: TypeAlias = tuple[float, float, float]
"""Of an element's known words: lowest share, highest share, mean log odds."""

UNKNOWN: Final[Worth] = (PRIOR, PRIOR, 0.0)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Shares by word; ``known`` is what it has looked up, since pages of a site share their classes."""

    shares: Mapping[str, float]
    known: dict[tuple[str, ...], Worth] = field(default_factory=dict)

    def worth(self, words: tuple[str, ...]) -> Worth:
        """Return what an element's words are worth."""
        found = self.known.get(words)
        if found is None:
            shares = [share for word in words if (share := self.shares.get(word)) is not None]
            found = UNKNOWN
            if shares:
                odds = sum(math.log(share / (1 - share)) for share in shares) / len(shares)
                found = (min(shares), max(shares), odds)
            if len(self.known) > 50_000:  # bounded: a class list with numbers in it never comes again
                self.known.clear()
            self.known[words] = found
        return found


def path_worths(blocks: Blocks, vocabulary: Vocabulary) -> list[tuple[float, float, float, float, float]]:
    """Return for each path: lowest and highest worth of its own words; lowest, highest and sum of odds with all around it."""
    known = vocabulary.known.get
    worths: list[tuple[float, float, float, float, float]] = []
    for look, above in zip(blocks.path_look, blocks.path_above, strict=True):
        words = look.words
        low, high, odds = (known(words) or vocabulary.worth(words)) if words else UNKNOWN
        if not worths:
            worths.append((low, high, low, high, odds))
            continue
        _, _, lowest, highest, sum_of_odds = worths[above]
        if odds != 0.0:
            lowest = min(lowest, low)
            highest = max(highest, high)
        worths.append((low, high, lowest, highest, odds + sum_of_odds))
    return worths
