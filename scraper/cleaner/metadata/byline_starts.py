"""How a byline begins: with the word that stands before an author, or with a name that its title follows."""

import re
from typing import Final

from scraper.cleaner.metadata.before_names import ENDS, by_end, stands_before
from scraper.cleaner.metadata.byline_words import FIRST_WIDE, JOB, LABELS, PARTICLES, SPLIT, SPLIT_AT_SLASHES, WHERE
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.name_forms import is_nobody
from scraper.cleaner.metadata.own_words import BY_WORDS
from scraper.cleaner.phrases.chinese_names import CHINESE_NAME, HAN
from scraper.cleaner.phrases.reporters import FIRST_BENGALI, SIGNED, SIGNED_BENGALI

# Small words of a text that ends as a sentence does: fewer are "de la".
TOLD: Final = 2
# A given name or title, and a family name, perhaps after particles of its own: "Annegret von der Heide", "A. Lohmeier".
_NAMED: Final = re.compile(rf"[^\W\d_a-z](?:[\w'’-]*\.?) (?:(?:{'|'.join(PARTICLES)}) )*[^\W\d_a-z]")
# Several Chinese names with nothing but blanks between: two of which the first has three characters, or more. Of two shorter ones
# they may be a Japanese family's and given name, "田中 和子", which few of three characters begin as a Chinese name does.
_NAMES: Final = rf"(?={CHINESE_NAME}(?<=[{HAN}]{{3}})\s|(?:\S+\s){{2}}){CHINESE_NAME}(?:\s{CHINESE_NAME}){{1,5}}"
WIDE_ENDS: Final = "。！？?!"
"""A byline in Chinese or Japanese does not end so."""


def split_byline(text: str) -> list[str]:
    """Return the parts of a byline, as commas, dashes, words for "and" and slashes part them; and blanks between Chinese names."""
    if text[:1] >= FIRST_WIDE and " " in text and compiled(_NAMES).fullmatch(text):
        return text.split()
    return (compiled(SPLIT_AT_SLASHES) if "/" in text else SPLIT).split(text)


def is_told(part: str) -> bool:
    """Whether the end of a text that ends as a sentence does has a sentence's words: "By Monday, 200 had signed."."""
    return sum(word[0] != word[0].title() and word not in PARTICLES for word in part.split()) >= TOLD and not (
        JOB.search(part) or WHERE.match(f" {part}")
    )


def is_by(text: str) -> bool:
    """Whether a text is only the word that stands before an author."""
    folded = text.strip(" :：,–—-፦").casefold()
    return folded in LABELS or folded in BY_WORDS or stands_before(text)


def starts_with_by(text: str) -> bool:
    """Whether a text begins with the word that stands before an author, and is no sentence.

    >>> starts_with_by("By Ada Lovelace"), starts_with_by("By Monday, 200 had signed.")
    (True, False)
    """
    end = by_end(text)
    if end and text[-1] in WIDE_ENDS and max(text) >= FIRST_WIDE:  # "记者：为什么回到镇上？"
        return False
    return end > 0 and not (text.endswith(ENDS) and is_told(split_byline(text[end:])[-1]))


def is_signed(text: str) -> bool:
    """Whether a text begins with a name that its title follows, as in Korean bylines, or is one with its place, as in Bengali."""
    if text[:1] >= FIRST_WIDE:
        return compiled(SIGNED).match(text) is not None
    return text[:1] >= FIRST_BENGALI and compiled(SIGNED_BENGALI).fullmatch(text) is not None


def strip_by(text: str) -> str:
    """Return a byline without the words before the first name."""
    text = " ".join(text.split()).strip(" -–—|:,·•~")
    end = by_end(text)
    if not end:
        return text
    by, rest = text[:end], text[end:]
    if by.istitle() and by.strip().lower() in PARTICLES and not _NAMED.match(rest) and not is_nobody(rest):
        return text  # "Di Maio", "Von der Leyen"
    return rest[by_end(rest) :]
