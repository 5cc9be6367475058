"""What a block's own text shows, by itself and beside the page's head."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from scraper.cleaner import characters
from scraper.cleaner.model.features.view import Rows, View, fill_bits
from scraper.cleaner.phrases.stock import NAMES as PHRASES
from scraper.cleaner.reading.columns import Column

TEXT_NAMES: Final = (
    "words log_words link_density copies first_copy sentence_ends commas end_share comma_share upper_share digit_share symbol_share"
    " first_symbol last_end last_symbol ellipsis links bold_share"
).split()
_ELLIPSES: Final = ("...", "…", "…]", "...]")


def fill_text(view: View, out: Rows) -> None:
    """Write ``TEXT_NAMES``."""
    columns, texts = view.columns, view.blocks.text
    counts, kind = columns.counts, characters.KIND_COLUMN
    ends, commas = counts[kind[characters.SENTENCE_END]], counts[kind[characters.COMMA]]
    np.minimum(columns.words, 300, out=out[0])
    np.log1p(columns.words, out=out[1])
    np.divide(columns.link_words, columns.words, out=out[2])
    out[3], out[4] = _copies(texts)
    np.minimum(ends, 20, out=out[5])
    np.minimum(commas, 20, out=out[6])
    marks = (characters.SENTENCE_END, characters.COMMA, characters.UPPER, characters.DIGIT, characters.SYMBOL)
    np.divide(counts[[kind[mark] for mark in marks]], counts.sum(axis=0) + 1, out=out[7:12])
    out[12] = (columns.first_kind & characters.SYMBOL) != 0
    out[13] = (columns.last_kind & characters.SENTENCE_END) != 0
    out[14] = (columns.last_kind & characters.SYMBOL) != 0
    out[15] = [text.endswith(_ELLIPSES) for text in texts]
    np.minimum(np.array(view.blocks.links, np.float32), 10, out=out[16])
    out[17] = view.blocks.bold_share


def _copies(texts: Sequence[str]) -> tuple[Column, Column]:
    """How often each text stands on the page, at most ten times, and whether this is its first place."""
    first_places: dict[str, int] = {}
    which = np.array([first_places.setdefault(text, place) for place, text in enumerate(texts)], np.intp)
    times = np.minimum(np.bincount(which)[which], 10).astype(np.float32)
    return times, (which == np.arange(len(texts))).astype(np.float32)


PHRASE_NAMES: Final = [f"says_{name}" for name in PHRASES]


def fill_phrases(view: View, out: Rows) -> None:
    """Write ``PHRASE_NAMES``."""
    fill_bits(out, view.columns.phrases)


HINT_NAMES: Final = ("title_overlap", "in_description", "has_article_body", "is_article")
# A title's words are looked for in blocks with fewer words than this: no headline is longer.
TITLE_WORDS: Final = 40
# How much of the description is compared, and the shortest text that is.
_DESCRIPTION_CHARS, _LEAST_CHARS = 60, 30


def fill_hints(view: View, out: Rows) -> None:
    """Write ``HINT_NAMES``."""
    hints, texts = view.hints, view.blocks.text
    out[0] = _title_overlap(texts, view.columns.words, hints.title)
    start = hints.description[:_DESCRIPTION_CHARS]
    out[1] = [_begin_alike(text, start) for text in texts] if len(start) > _LEAST_CHARS else 0
    out[2] = len(hints.article_body) > 300
    out[3] = 0.5 if hints.is_article is None else float(hints.is_article)


def _begin_alike(text: str, start: str) -> bool:
    return len(text) > _LEAST_CHARS and (text.startswith(start) or start.startswith(text))


def _title_overlap(texts: Sequence[str], words: Column, title: str) -> Column:
    """Share of the block's words that the page's title has, for blocks of title length."""
    overlap = np.zeros(len(texts), np.float32)
    lowered = title.lower()
    title_words = frozenset(lowered.split())
    if not title_words:
        return overlap
    for i in np.flatnonzero(words < TITLE_WORDS).tolist():
        text = texts[i].lower()
        own = text.split()
        if not title_words.isdisjoint(own):
            is_part = len(text) > 8 and text in lowered
            overlap[i] = 1.0 if is_part else sum(map(title_words.__contains__, own)) / len(own)
        elif len(own) == 1 and len(text) > 8 and text in lowered:  # a title in a script without spaces
            overlap[i] = 1.0
    return overlap
