"""Lines around the body that hold little else than the date and the people that the record has as fields, and bylines over them.

Right above the body also the agency or place that its first sentence was to begin with, and the site's name.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import HEADING_LEVEL

# The longest such line, and the letters it has: month, weekday, "published on", a place. On wcxb-dev and the snippet set (folds,
# 2026-11-26) 33 lines of 2,461 pages go, a forum's among them: snippets .9405 to .9408, articles .9601 the same; 20 and 48 letters
# are no different.
MAX_CHARS: Final = 80
MAX_LETTERS: Final = 32

_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}(?![\w:])")
MAX_LABELS: Final = 2
"""Words of some length, and no labels with a colon, beside the names: the month, "updated"."""

# The longest line whose names are looked for: several people, and published and updated.
MAX_SIGNED_CHARS: Final = 200

# Of an article's prose so much is its head: a standfirst or two, below which the date stands, and the first paragraph. Folds
# (2026-11-27): with this and what is under the last prose nine lines of seven articles go, no labelled word among them, and a wrong
# snippet; on all pages the posts of forums would lose theirs (up to .036 of a page).
HEAD_PROSE: Final = 3

# Published and updated in one line above the body: the year stands in it twice, and in each half a date.
TWO_DATES_CHARS: Final = 140
_YEAR_TWICE: Final = re.compile(r"(.*?\b(20\d\d)\b)(.*?\b\2\b.*)")

# "GCN —", "Hamburg (ots) -": cut off the sentence that it leads into. In a paragraph as that is a name in capitals may be meant.
LEAD_IN_CHARS: Final = 40
_NAME: Final = re.compile(r"[A-ZÀ-Þ]{2,12}\s?[-–—]")
_LEAD_IN: Final = re.compile(r"(?:[A-ZÀ-Þ][^\s()]{0,20}\s){1,3}\((?:[A-Z]{2,8}|ots|dpa|epd|sda)\)\s?[-–—]")

_ORDERS: Final = ("en-US", "en-GB")


def drop_datelines(
    blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], metadata: Metadata, *, is_article: bool = False
) -> NDArray[np.bool_]:
    """Return the choice without the lines around its prose that say the day of publication or of the last change.

    Before the first prose; on articles also below the standfirst and after the last prose. A short line right above one goes with
    it: there stands who wrote the article, in many languages as a bare name.
    """
    days = {moment[:10] for moment in (metadata.published, metadata.modified) if moment}
    body = (keep & (prose > 0)).nonzero()[0]
    if not len(body):
        return keep
    if is_article:
        keep = _drop_lead_ins(blocks, keep, int(body[0]), metadata.site_name)
    if not days:
        return keep
    tidy, around = keep.copy(), keep.copy()
    inside = slice(body[:HEAD_PROSE][-1], body[-1] + 1) if is_article else slice(body[0], None)
    around[inside] = False
    for index in around.nonzero()[0].tolist():
        lines = blocks.text[index], "".join(blocks.text[index + 1 : index + 2])
        own, below = (_without_names(line, metadata.authors) for line in lines)
        says_day = _is_dateline(own, days, metadata.language) or (
            index < body[-1] and _has_two_dates(own, days, metadata.language)
        )
        if says_day or (_may_be_byline(blocks, index) and _is_dateline(below, days, metadata.language)):
            tidy[index] = False
    return tidy


def _drop_lead_ins(blocks: Blocks, keep: NDArray[np.bool_], first: int, site_name: str | None) -> NDArray[np.bool_]:
    """Return the choice without what stands right above its first prose to lead into it, and without the site's name above it."""
    tidy = keep.copy()
    for index in keep[:first].nonzero()[0].tolist():
        is_name = blocks.text[index] == site_name and blocks.tag[blocks.frame[index]] not in HEADING_LEVEL
        if is_name or (index == first - 1 and _is_lead_in(blocks, index)):
            tidy[index] = False
    return tidy


def _is_lead_in(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    if len(text) > LEAD_IN_CHARS:
        return False
    own, below = (blocks.tag[frame] for frame in blocks.frame[index : index + 2])
    return _LEAD_IN.fullmatch(text) is not None or (own != below and _NAME.fullmatch(text) is not None)


def _may_be_byline(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    return _is_short(text) and text[-1] not in SENTENCE_ENDS and blocks.tag[blocks.frame[index]] not in HEADING_LEVEL


def _without_names(text: str, authors: Sequence[str]) -> str:
    """Return a line without the record's authors, where little else than labels and a day is left: else it tells of them.

    >>> _without_names("Av Ada Lovelace | 21.08.2026", ["Ada Lovelace"])
    'Av  | 21.08.2026'
    >>> _without_names("Ada Lovelace opens the pier on 21 August 2026", ["Ada Lovelace"])
    'Ada Lovelace opens the pier on 21 August 2026'
    """
    if not authors or len(text) > MAX_SIGNED_CHARS:
        return text
    rest = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, authors))})(?!\w)", "", text, flags=re.I)
    return rest if len(_LONG_WORD.findall(rest)) <= MAX_LABELS else text


def _is_short(text: str) -> bool:
    return len(text) <= MAX_CHARS and sum(map(str.isalpha, text)) <= MAX_LETTERS


def _is_dateline(text: str, days: set[str], language: str | None) -> bool:
    if not _is_short(text):
        return False
    # In either order of day and month: the record's may be known by more than the page's language.
    return any(
        found is not None and found[:10] in days for found in (find_date(text, one) for one in (language, *_ORDERS))
    )


def _has_two_dates(text: str, days: set[str], language: str | None) -> bool:
    """Whether a line is two datelines, the one behind the other."""
    halves = _YEAR_TWICE.fullmatch(text) if len(text) <= TWO_DATES_CHARS else None
    return halves is not None and all(_is_dateline(half, days, language) for half in halves.group(1, 3))
