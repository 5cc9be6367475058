"""Lines beside the body that hold little else than a date: the record's, where nothing else tells one, and no part of its text."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.assemble import HEADING_LEVEL
from scraper.cleaner.blocks import Blocks
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.written_dates import date_beside_body
from scraper.cleaner.signals import SENTENCE_ENDS

# The longest such line, and the letters it has: month, weekday, "published on", a place. On wcxb-dev and the snippet set (folds,
# 2026-11-26) 33 lines of 2,461 pages go, a forum's among them: snippets .9405 to .9408, articles .9601 the same; 20 and 48 letters
# are no different.
MAX_CHARS: Final = 80
MAX_LETTERS: Final = 32

# Blocks before the body's first prose and after its last block in which a date is looked for. Of wcxb-dev's 42 pages with a date that
# nothing else told it is found on 10, and on 9 of 639 that have none; on 22 pages of the snippet set, right on 21. Twelve blocks
# are no better (2026-11-26).
BEFORE: Final = 8
AFTER: Final = 8


def add_dateline(blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], metadata: Metadata) -> Metadata:
    """Return a page's metadata with the date that stands beside its body, where nothing else told one.

    Unlike the title, the body is known only after the model's choice, on pages whose headline is no heading or far away, too.
    """
    kept = np.flatnonzero(keep)
    if metadata.published or not len(kept):
        return metadata
    body = np.flatnonzero(keep & (prose > 0))
    first, end = int(body[0] if len(body) else kept[0]), int(kept[-1]) + 1
    published = date_beside_body(
        blocks.text[max(0, first - BEFORE) : first], blocks.text[end : end + AFTER], metadata.language
    )
    if published is None:
        return metadata
    return replace(metadata, published=published, sources={**metadata.sources, "published": "dateline"})


def drop_datelines(
    blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], metadata: Metadata
) -> NDArray[np.bool_]:
    """Return the choice without the lines before its first prose that say the day of publication or of the last change.

    A short line right above one goes with it: there stands who wrote the article, in many languages as a bare name.
    """
    days = {moment[:10] for moment in (metadata.published, metadata.modified) if moment}
    body = np.flatnonzero(keep & (prose > 0))
    if not days or not len(body):
        return keep
    tidy = keep.copy()
    for index in np.flatnonzero(keep[: body[0]]):
        own, below = blocks.text[index], blocks.text[index + 1]
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
