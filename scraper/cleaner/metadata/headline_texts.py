"""What of the lines around a headline is a text, and what that is about."""

import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from scraper.cleaner.characters import is_as_long, latin_length
from scraper.cleaner.metadata.nearby import Line

# Letters of a line that is no label, and those of the lines that are a text, as of Latin.
MIN_LINE: Final = 60
MIN_PROSE: Final = 250
# Letters of a word that says what a text is about, and of its beginning that no form of it changes.
MIN_LETTERS: Final = 4
MAX_STEM: Final = 5


def is_prose_below(lines: Iterable[Line]) -> bool:
    """Whether the lines below a headline are a text."""
    return sum(latin_length(line.text) for line in lines if is_prose_line(line.text)) >= MIN_PROSE


def is_prose_line(text: str) -> bool:
    """Whether a line is too long for a label."""
    return is_as_long(text, MIN_LINE)


def is_wide(text: str) -> bool:
    """Whether a text begins in a script without blanks."""
    return text[:1] >= "\u2e80"


def share_told(words: Collection[str], text: str) -> float | None:
    """Return the share of words, but short ones, that a text has in any form: their first letters stand in a word of it.

    None where all are short: then nobody knows.

    >>> share_told({"halpiacok", "bezárása"}, "A tanács bezárja a régi halpiacot"), share_told({"markt"}, "Der Fischmarkt schließt")
    (1.0, 1.0)
    >>> share_told({"bão", "số", "ba"}, "Bão số ba"), share_told({"otter"}, "Bão số ba")
    (None, 0.0)
    """
    stems = {word[:MAX_STEM] for word in words if len(word) >= MIN_LETTERS or is_wide(word)}
    if not stems:
        return None
    folded = unicodedata.normalize("NFKC", text).casefold()
    return sum(stem in folded for stem in stems) / len(stems)
