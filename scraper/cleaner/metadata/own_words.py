"""Words for "by" and "and" that are others in another language: read only on pages that say that they are in theirs.

"Na" is Swahili for "by" and "and", and Slovak for "on"; "in" is Slovene for "and". They are put into English, which every page's
bylines are read for.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_BY: Final[Mapping[str, str]] = {
    "sw": "na",
    "cy": "gan",
    "ga": "le",
    "gd": "le",
    "sq": "nga",
    "mk": "од",
    "bg": "от",
    "sr": "од|od",
    "hr": "od",
    "bs": "od",
    "sk": "od",
    "ur": "از",
    "ro": "de",
    "ca": "per",
    "is": "eftir",
    "so": "qore",
    "gu": "દ્વારા",
}
_AND: Final[Mapping[str, str]] = {
    "sl": "in",
    "cy": "a|ac",
    "cs": "a",
    "sk": "a",
    "sw": "na",
    "id": "dan|Dan|DAN",
    "ms": "dan|Dan|DAN",
    "ro": "și|şi",
    "lv": "un",
    "hu": "és",
    "be": "ды",
    "uk": "й",
}
BY_WORDS: Final = frozenset("|".join(_BY.values()).split("|"))
MAX_LINE: Final = 120
"""The longest text that is a byline: "By Ada Lovelace and Charles Babbage, London, and Mary Somerville in Edinburgh"."""

# The beginning of a name: no small letter of the alphabets that have others.
_CAPITAL: Final = r"(?-i:[^\W\d_a-zß-öø-ÿа-џ])"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    by, joint = _BY.get(language), _AND.get(language)
    return (
        re.compile(rf"(?:{by})\s*[:：]?\s+(?={_CAPITAL}\S*\s+{_CAPITAL})", re.I) if by else None,
        re.compile(rf"\s(?:{joint})\s(?={_CAPITAL})") if joint else None,
    )


def has_own_words(language: str | None) -> bool:
    """Whether a page's language has a word that ``in_common_words`` puts into English."""
    main = (language or "").partition("-")[0]
    return main in _BY or main in _AND


def in_common_words(text: str, language: str | None, *, is_name: bool = False) -> str:
    """Return a byline with the words for "by" and "and" that only its language has in English.

    A field that holds names has no "by" before them: there only "and" is.

    >>> in_common_words("Na Neema Kasidi na Josphat Otieno", "sw-KE")
    'By Neema Kasidi and Josphat Otieno'
    >>> in_common_words("Na Slovensku Ján Kováč", "sk"), in_common_words("Od Bratislavy po Košice", "sk")
    ('Na Slovensku Ján Kováč', 'Od Bratislavy po Košice')
    >>> in_common_words("Per Olov Enquist", "ca", is_name=True)
    'Per Olov Enquist'
    """
    if language is None or len(text) > MAX_LINE:
        return text
    by, joint = _patterns(language.partition("-")[0])
    if not is_name and by is not None and (match := by.match(text)):
        text = f"By {text[match.end() :]}"
    return text if joint is None else joint.sub(" and ", text)
