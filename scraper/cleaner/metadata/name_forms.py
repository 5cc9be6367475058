"""What has the form of a person's name: words with capitals, of scripts without them, of scripts without blanks in names."""

import re
from functools import lru_cache
from typing import Final

from scraper.cleaner.metadata.byline_words import (
    FIRST_CASELESS,
    FIRST_WIDE,
    NO_GIVEN_NAME,
    NOBODY,
    NOBODY_CASELESS,
    ORGANISATION,
    PARTICLES,
)
from scraper.cleaner.metadata.late_patterns import compiled

_INITIAL: Final = re.compile(r"(?:[^\W\d_a-z]\.-?)+")
_AFTER_INITIAL: Final = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_WIDE_NAME: Final = r"[\u3400-\u9fff·]{2,4}|[가-힣]{2,4}|[\u3041-\u30ff\u3400-\u9fff]{3,7}"
# "d’Ormesson", "dell’Orto".
ELIDED: Final = re.compile(r"[a-z]{1,4}['’][^\W\d_a-z]")
# Letters of a paper's short form: two are initials.
SHORT_FORM: Final = 3
# What ends no name but a wish or a question: "Happy Planting!", "Sounds Good?".
CALLS: Final = "!?"
# Words of names that begin with small letters.
SMALL_WORDS: Final = PARTICLES.union(("ml.", "st.", "jr.", "sr."))
# Given names, and a word that papers and agencies are called by.
_PAPERS_NAME: Final = re.compile(
    r"(?P<given>(?:[^\W\d_a-z][^\W\d_A-Z]+ ){1,2})(?:Messenger|Herald|Wire|News|Tribune|Press|Post)"
)


def is_personal(name: str) -> bool:
    """Whether a name has the form of a person's: two to four words besides "von" and the like, none of an organisation.

    >>> is_personal("Ada Lovelace"), is_personal("Happy Planting!")
    (True, False)
    """
    words = [word for word in _AFTER_INITIAL.sub(" ", name).split() if word not in SMALL_WORDS]
    initials = sum(_INITIAL.fullmatch(word) is not None for word in words)
    return (
        2 <= len(words) <= 4
        and initials < len(words)
        and all(word[0].isupper() or ELIDED.match(word) for word in words)
        and sum(word.isupper() for word in words) == initials
        and name[-1] not in CALLS
        and not ORGANISATION.search(name)
    )


def may_be_called(name: str) -> bool:
    """Whether a person may be called so, as a paper or agency could, too: a field must say that it is a person.

    >>> may_be_called("Zoe Herald"), may_be_called("Mary Beth News"), may_be_called("City News"), may_be_called("ABC News")
    (True, True, False, False)
    """
    found = _PAPERS_NAME.fullmatch(name)
    return found is not None and not (ORGANISATION.search(found["given"]) or NO_GIVEN_NAME.search(found["given"]))


def is_uncased_name(name: str) -> bool:
    """Whether a name is a few words of a script without capital letters: of India, Arabic, Hebrew, Thai, Georgian.

    >>> is_uncased_name("ரவி குமார்"), is_uncased_name("ada lovelace")
    (True, False)
    """
    words = name.replace(".", " ").split()
    return 2 <= len(words) <= 4 and all(
        word[0].isalpha() and word[0] == word[0].title() and not word[0].isupper() for word in words
    )


def is_wide_name(name: str) -> bool:
    """Whether a name has the form of a person's in scripts without capitals or blanks in names: Chinese, Japanese, Korean."""
    return name[:1] >= FIRST_WIDE and compiled(_WIDE_NAME).fullmatch(name) is not None


# A page asks it of .7 names, and of each more than twice; one takes 15 us (2026-11-28).
@lru_cache(maxsize=64)
def is_nobody(name: str) -> bool:
    """Whether a byline's text says no person.

    >>> is_nobody("Redaktion"), is_nobody("新華社")
    (True, True)
    """
    return NOBODY.fullmatch(name) is not None or (
        not name.isascii() and max(name) >= FIRST_CASELESS and compiled(NOBODY_CASELESS).fullmatch(name) is not None
    )


def is_name(name: str) -> bool:
    """Whether a name has the form of a person's in some script."""
    return is_personal(name) or is_wide_name(name) or is_uncased_name(name)


def is_name_in_capitals(name: str) -> bool:
    """Whether a name has the form of a person's in any letters; not with a word of three capitals, as papers have it: "ARA Osona".

    >>> is_name_in_capitals("ADA LOVELACE"), is_name_in_capitals("LOVELACE Ada"), is_name_in_capitals("JK Rowling")
    (True, True, True)
    """
    is_short = not name.isupper() and any(len(word) == SHORT_FORM and word.isupper() for word in name.split())
    return is_name(name) or (not is_short and is_name(name.title()))
