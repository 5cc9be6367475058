"""Key words that nobody sees: what is hidden, is longer than any paragraph, and has no sentence."""

from typing import Final

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import Column, PageColumns

# Of 3,397 labelled and written pages and 200 others one has such a block, 170,000 characters of what people search for
# (2026-11-28). Thai has no marks at the ends of sentences, but no paragraphs so long.
LEAST_WORDS: Final = 1000
# Prose has an end of a sentence for so many words, and more.
MOST_WORDS: Final = 100


def without_hidden(blocks: Blocks, columns: PageColumns, probability: Column) -> Column:
    """Return the probability of each block, n, with none for hidden blocks of words and no sentences."""
    long = columns.words >= LEAST_WORDS
    if not long.any():
        return probability
    known = probability
    for index in long.nonzero()[0].tolist():
        text = blocks.text[index]
        if MOST_WORDS * sum(map(text.count, SENTENCE_ENDS)) < columns.words[index] and _is_hidden(blocks, index):
            known = known.copy() if known is probability else known
            known[index] = 0.0
    return known


def _is_hidden(blocks: Blocks, index: int) -> bool:
    frame = blocks.frame[index]
    while frame and not blocks.path_look[blocks.path[frame]].invisible:
        frame = blocks.parent[frame]
    return frame > 0
