"""Lines around the body that hold little else than the date that the record has as a field, and bylines over them."""

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

# Of an article's prose so much is its head: a standfirst or two, below which the date stands, and the first paragraph. Folds
# (2026-11-27): with this and what is under the last prose nine lines of seven articles go, no labelled word among them, and a wrong
# snippet; on all pages the posts of forums would lose theirs (up to .036 of a page).
HEAD_PROSE: Final = 3


def drop_datelines(
    blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], metadata: Metadata, *, is_article: bool = False
) -> NDArray[np.bool_]:
    """Return the choice without the lines around its prose that say the day of publication or of the last change.

    Before the first prose; on articles also below the standfirst and after the last prose. A short line right above one goes with
    it: there stands who wrote the article, in many languages as a bare name.
    """
    days = {moment[:10] for moment in (metadata.published, metadata.modified) if moment}
    body = np.flatnonzero(keep & (prose > 0))
    if not days or not len(body):
        return keep
    tidy, around = keep.copy(), keep.copy()
    inside = slice(body[:HEAD_PROSE][-1], body[-1] + 1) if is_article else slice(body[0], None)
    around[inside] = False
    for index in np.flatnonzero(around):
        own, below = blocks.text[index], "".join(blocks.text[index + 1 : index + 2])
        says_day = _is_dateline(own, days, metadata.language)
        if says_day or (_may_be_byline(blocks, int(index)) and _is_dateline(below, days, metadata.language)):
            tidy[index] = False
    return tidy


def _may_be_byline(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    return _is_short(text) and text[-1] not in SENTENCE_ENDS and blocks.tag[blocks.frame[index]] not in HEADING_LEVEL


def _is_short(text: str) -> bool:
    return len(text) <= MAX_CHARS and sum(map(str.isalpha, text)) <= MAX_LETTERS


def _is_dateline(text: str, days: set[str], language: str | None) -> bool:
    if not _is_short(text):
        return False
    found = find_date(text, language)
    return found is not None and found[:10] in days
