"""What nobody is to read: the data of a page's programs, and key words that are hidden, which are no sentences.

Key words are longer than any paragraph.
"""

from collections.abc import Iterator
from typing import Final

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import Column, PageColumns
from scraper.json_text import decode_json

# Of 3,397 labelled and written pages and 200 others one has such a block, 170,000 characters of what people search for
# (2026-11-28). Thai has no marks at the ends of sentences, but no paragraphs so long.
LEAST_WORDS: Final = 1000
# Prose has an end of a sentence for so many words, and more.
MOST_WORDS: Final = 100
# Data in the place of text: three of wcxb-dev's 1,497 pages, up to 33,000 characters, and none as an example outside of ``pre``
# (2026-11-28).
DATA_CHARS: Final = 100
_DATA_STARTS: Final = ('{"', '[{"')


def without_hidden(blocks: Blocks, columns: PageColumns, probability: Column) -> Column:
    """Return the probability of each block, n, with none for data and for hidden blocks of words and no sentences."""
    hidden = [
        index for index, text in enumerate(blocks.text) if text.startswith(_DATA_STARTS) and _is_data(blocks, index)
    ]
    long = columns.words >= LEAST_WORDS
    if long.any():
        hidden += [index for index in long.nonzero()[0].tolist() if _is_key_words(blocks, columns, index)]
    if not hidden:
        return probability
    known = probability.copy()
    known[hidden] = 0.0
    return known


def _is_data(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    if len(text) < DATA_CHARS or "pre" in _tags_around(blocks, index):
        return False
    try:
        return bool(decode_json(text))
    except ValueError:
        return False


def _tags_around(blocks: Blocks, index: int) -> Iterator[str]:
    path = blocks.path[blocks.frame[index]]
    while path:
        yield blocks.path_tag[path]
        path = blocks.path_above[path]


def _is_key_words(blocks: Blocks, columns: PageColumns, index: int) -> bool:
    ends = sum(map(blocks.text[index].count, SENTENCE_ENDS))
    return MOST_WORDS * ends < columns.words[index] and _is_hidden(blocks, index)


def _is_hidden(blocks: Blocks, index: int) -> bool:
    frame = blocks.frame[index]
    while frame and not blocks.look(frame).invisible:
        frame = blocks.parent[frame]
    return frame > 0
