"""What a unit of boilerplate is made of, drawn at random: words of other pages, names of classes, dates, links."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.training.insert_words import LABEL_MARKS, LABELS


@dataclass(frozen=True, slots=True)
class Texts:
    """Headlines and sentences of other pages, for units to lead to."""

    titles: Sequence[str]
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Maker:
    """Draws what a unit is made of."""

    random: Random
    texts: Texts

    def one(self, options: Sequence[str]) -> str:
        """Draw one of some."""
        return self.random.choice(options)

    def title(self) -> str:
        """Draw another page's headline."""
        return self.one(self.texts.titles)

    def sentence(self) -> str:
        """Draw another page's sentence."""
        return self.one(self.texts.sentences)

    def label(self) -> str:
        """Draw what announces a link."""
        return self.one(LABELS) + self.one(LABEL_MARKS)

    def link(self, text: str) -> str:
        """Return a text that leads to another page."""
        return f'<a href="/{self.random.randint(1_000, 99_999)}/{self.random.randint(10, 99)}.html">{text}</a>'

    def letters(self) -> str:
        """Draw what a build or a reader might be called."""
        return "".join(self.random.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(6))

    def day(self) -> str:
        """Draw a date as sites print them."""
        day, month, year = self.random.randint(1, 28), self.random.randint(1, 12), self.random.randint(2003, 2025)
        form = self.one(
            ("{0}.{1:02}.{2}", "{2}-{1:02}-{0:02}", "{1}/{0} 6:36", "{0:02}/{1:02}/{2}", "{0}.{1:02}. 14:20")
        )
        return form.format(day, month, year)

    def named(self) -> str:
        """Return a class attribute, or none."""
        return self._class(self.random.random())

    def plainly_named(self) -> str:
        """Return a class attribute that says nothing, or none."""
        return self._class(0.9 * self.random.random())

    def _class(self, kind: float) -> str:
        if kind < 0.5:
            return ""
        if kind < 0.8:
            return f' class="{self.one(("css", "sc", "jsx", "c"))}-{self.letters()}"'
        return f' class="{self.one(_PLAIN_CLASSES if kind < 0.9 else _TELLING_CLASSES)}"'


_PLAIN_CLASSES: Final = ("my-4 flex p-2", "mt-6 border-t", "box", "wrap", "inner", "col-12", "block")
_TELLING_CLASSES: Final = (
    "related-posts read-more inline-related newsletter-signup promo-box teaser-inline article-ad embed-consent more-on cta"
).split()
