"""Spellings of one title: what they share, and what of them is shown."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_NO_ASCII_LETTERS: Final = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())
# Joiners are spelling after a letter of Persian, Hindi or Malayalam, and hold emoji together; after a Latin letter they are none.
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]|(?<![^\u0000-\u02ff])[\u200c\u200d]")


# One page says its title in up to ten places: each is folded once.
@lru_cache(maxsize=64)
def fold_words(text: str) -> str:
    """Return a text's letters and digits only, without case: what two spellings of a headline share."""
    if text.isascii():
        return text.lower().translate(_NO_ASCII_LETTERS)
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


# Marks that turn the direction of writing: Arabic and Hebrew pages put them around numbers and names.
_DIRECTIONS: Final = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def drop_directions(text: str) -> str:
    """Return a text without the marks that only turn its direction."""
    return text if text.isascii() else text.translate(_DIRECTIONS)


def show_title(text: str) -> str:
    """Return a title without the characters that only guide its layout."""
    return text.strip() if text.isascii() else _INVISIBLE.sub("", text).strip()


def words_of(text: str) -> set[str]:
    """Return the words of a text; its pairs of characters in scripts without blanks."""
    words: set[str] = set()
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        wide = word[0] >= "\u2e80"  # CJK and what follows it
        words.update([word[i : i + 2] for i in range(len(word) - 1)] if wide else [word])
    return words


def has_own_letters(text: str) -> bool:
    """Whether most letters of a text are of another script than Latin.

    >>> has_own_letters("Дом BMW"), has_own_letters("Grüße an Дом"), has_own_letters("Nguyễn 🎉")
    (False, False, False)
    >>> has_own_letters("Новый дом BMW")
    True
    """
    if text.isascii():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    own = sum(letter >= "\u0370" and not "\u1e00" <= letter <= "\u1eff" for letter in letters)
    return 2 * own > len(letters)
