"""Whether two texts, or two records, are one story."""

import re
from dataclasses import dataclass
from typing import Final, Self

from scraper.records import Article
from scraper.store.sketch import Sketch, make_sketch

# Of 1,200 and 1 200, which houses write each in their way, and of ٤٥, the value counts.
_NUMBER: Final = re.compile(r"\d{1,18}")
_GROUPED: Final = re.compile(r"(?<=\d)(?<!\d{4})[.,'’\s](?=\d{3}(?!\d))")
# Reports that are written by a form differ in these alone: quakes, prices, matches. Copies share half of the shorter list: of 791
# articles and copies of each, edited in five ways, no pair shares less (benchmarks/export_near_copies.py, 2026-11-28).
MIN_NUMBERS: Final = 4
SHARED_NUMBERS: Final = 0.5


def tell_other_numbers(one: str, other: str) -> bool:
    """Whether two texts have numbers enough to tell, and hardly any in common: two reports by one form, and no copies.

    >>> tell_other_numbers("4.5 at 10:32, 12 km deep", "3.9 at 07:15, 40 km deep")
    True
    """
    fewer, more = sorted((_numbers_of(one), _numbers_of(other)), key=len)
    return len(fewer) >= MIN_NUMBERS and len(fewer & more) < SHARED_NUMBERS * len(fewer)


def _numbers_of(text: str) -> set[int]:
    return set(map(int, _NUMBER.findall(_GROUPED.sub("", text))))


def is_same_story(one: str, other: str) -> bool:
    """Whether two texts share more than half of the shorter one, by whole lines.

    Two addresses of one article share nearly all of it, two articles nearly nothing, in any language.
    """
    shorter, longer = sorted((one.split("\n"), other.split("\n")), key=lambda lines: sum(map(len, lines)))
    shared = sum(map(len, set(shorter) & set(longer)))
    return shared * 2 > sum(map(len, set(shorter)))


@dataclass(frozen=True, slots=True)
class StoryText:
    """A text with what tells its near copies."""

    text: str
    sketch: Sketch | None

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the text with its sketch."""
        return cls(text, make_sketch(text))

    def is_nearly(self, other: "StoryText") -> bool:
        """Whether two texts are near copies of each other; short ones by their lines."""
        if self.sketch and other.sketch:
            return self.sketch.is_near_copy(other.sketch)
        return is_same_story(self.text, other.text)


def are_one_story(one: Article, other: Article) -> bool:
    """Whether two records are one article that stands at two addresses: a section's and another's, a page and its AMP page."""
    addresses = [record.canonical_url or record.url for record in (one, other)]
    if one.id == other.id or (addresses[0] and addresses[0] == addresses[1]):
        return True
    return is_same_story(one.text, other.text) or StoryText.of(one.text).is_nearly(StoryText.of(other.text))
