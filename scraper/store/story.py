"""Whether two texts, or two records, are one story."""

from dataclasses import dataclass
from typing import Self

from scraper.records import Article
from scraper.store.sketch import Sketch, make_sketch


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
