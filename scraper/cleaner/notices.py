"""Notices inside the body: in place of an embed that waits for consent, that the text goes on below, what tools the page offers.

The model takes them for prose, since they stand among it; a site's profile knows them, a single page does not. Folds (2026-11-26):
a wrong snippet goes, nothing else changes: the sets are older than most such embeds.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.blocks import Blocks
from scraper.cleaner.metadata.months import plain
from scraper.cleaner.notice_words import GOES_ON, HINTS, OTHER_HINTS, TOOLS, UNSHOWN, any_of
from scraper.cleaner.page_notes import is_page_note

MAX_CHARS: Final = 400
GOES_ON_CHARS: Final = 90
TOOL_CHARS: Final = 40

MAX_SHARE: Final = 0.5
"""A page of which notices are so much is about such things."""

_GOES_ON: Final = re.compile(rf"\W*+(?:{GOES_ON})")
# Without a word such as "read" it may be a recipe's.
_MINUTES: Final = r"\d{1,2}\s?(?:-?min(?:ute|uti|uten|utos|utter|uuttia|uut)?s?|мин\w*|хв|dk|phút|分|분)\.?"
_BEFORE_MINUTES: Final = (
    "reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|leestijd|lästid|czas czytania"
)
_AFTER_MINUTES: Final = (
    "read|listen|lesezeit|d[ei] (?:lecture|lectura|lettura|leitura)|leestijd|läsning|læsetid|czytania|чтения|okuma"
)
_READING_TIME: Final = re.compile(rf"\W*+(?:(?:{_BEFORE_MINUTES})\W*+{_MINUTES}|{_MINUTES}\s(?:{_AFTER_MINUTES}))\W*")


def drop_notices(blocks: Blocks, keep: NDArray[np.bool_], words: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return the choice without its notices, unless they are much of it."""
    short = {i: text.casefold() for i in np.flatnonzero(keep).tolist() if len(text := blocks.text[i]) <= MAX_CHARS}
    hints = _hints_in("\n".join(short.values()))
    tidy = keep.copy()
    for index, said in short.items():
        if _is_notice(said, hints):
            tidy[index] = False
    return tidy if words[keep & ~tidy].sum() <= MAX_SHARE * words[keep].sum() else keep


def is_notice(text: str) -> bool:
    """Whether a text is such a notice.

    >>> is_notice("Externer Inhalt"), is_notice("Article continues after this advertisement"), is_notice("4 min read")
    (True, True, True)
    """
    said = text.casefold()
    return len(text) <= MAX_CHARS and _is_notice(said, _hints_in(said))


def _is_notice(said: str, hints: Sequence[str]) -> bool:
    if len(said) <= GOES_ON_CHARS and (_GOES_ON.match(said) or _READING_TIME.fullmatch(said)):
        return True
    if len(said) <= TOOL_CHARS and plain(said) in _tools():
        return True
    if is_page_note(said):
        return True
    return any(hint in said and _unshown_with(hint).search(said) for hint in hints)


def _hints_in(text: str) -> list[str]:
    found = [hint for hint in HINTS if hint in text]
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        found.extend(hint for hint in OTHER_HINTS if hint in text)
    return found


@cache
def _unshown_with(hint: str) -> re.Pattern[str]:
    """Return the phrases that have a hint: to look for all of them in 240 characters takes .14 ms."""
    return re.compile(any_of(phrase for phrase in UNSHOWN if hint in phrase))


@cache
def _tools() -> frozenset[str]:
    return frozenset(map(plain, TOOLS.split("|")))
