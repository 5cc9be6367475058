"""Headings go that head nothing, and lines that announce nothing."""

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, count_words, is_as_long
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.rules.cards import LABEL_BOLD, LABEL_CHARS
from scraper.cleaner.rules.teasers import TITLE_WORDS

# A heading that heads nothing stays where the model is so sure of it: a question, a quotation set large. Folds (2026-11-26), beside
# none: pages that are no articles +.0016, articles +.0000, snippets found 2,853 to 2,856; with .7 articles lose .0001. With
# blocks-5 and .95 in place of .9 articles are the same, and one snippet less; a last heading without text strikes a reader.
SURE_HEADING = 0.95

# A line of at most so many characters that ends in a colon announces something, if the model is no surer of it. Where that is not
# kept the line goes: "Read also:". Folds (2026-11-26): 33 pages, two wrong snippets less; with .8 a right one is lost.
COLONS = (":", "\uff1a")
INTRO_CHARS, SURE_INTRO = 60, 0.6

# So many titles of other texts right under it, all left out, say what it announces: the model may be surer then. Folds, 2026-11-27:
# three pages, the labelled one gains .0009; with .8 another loses what is in the truth.
# In capitals it is a label, "ALSO:": two of 258 saved pages of English news have one, with .77, and no labelled page is other
# (2026-11-28).
TITLES, SURE_LEAD, SURE_SHOUTED = 2, 0.75, 0.9
TITLE_LINK_SHARE = 0.7
# A last bold line, too, may be the text's from there on: "Serves four", "Entry is free". Ten of 305 written pages have one that is
# none, with .48 to .90 (2026-11-27).


def drop_orphans(
    blocks: Blocks, keep: NDArray[np.bool_], probability: NDArray[np.float32], removed: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_]:
    """Return the choice without headings that head nothing and lines that announce nothing; for prose.

    Where the content is not prose, headings are content by themselves: names of products, titles in a listing.

    Args:
        blocks: The page.
        keep: The choice, n.
        probability: Of each block, that it is main content, n.
        removed: Sentences that the model chose and that a rule of boxes or lines took out, n: a heading over them goes with them,
            where nothing else stands in its element, though the text goes on after that.
    """
    tidy = keep.copy()
    is_unsure = probability < SURE_INTRO
    for index in (tidy & (probability < SURE_SHOUTED)).nonzero()[0].tolist():
        text = blocks.text[index]
        is_label = probability[index] < SURE_LEAD or text.isupper()
        if (
            is_label
            and text[-1] in COLONS
            and not tidy[index + 1 : index + 2].any()
            and not is_as_long(text, INTRO_CHARS)
        ):
            tidy[index] = not is_unsure[index] and not _leads_to_titles(blocks, index, tidy)
    # Read backwards: a heading needs a kept block of its own before the next heading of its level or a higher one.
    is_sure = probability >= SURE_HEADING  # of all at once: NumPy 1 takes one .95 for less than .95
    headed = 0  # deepest level at which a heading would be empty; 0 while text follows
    level_after = 7
    for index in tidy.nonzero()[0][::-1].tolist():
        level = HEADING_LEVEL.get(blocks.tag[blocks.frame[index]], 0)
        if level == 0 and not headed and probability[index] < SURE_LEAD and _is_bold_label(blocks, index):
            tidy[index] = False
        elif level == 0:
            headed, level_after = 1, 7
        elif removed is not None and not is_sure[index] and _is_emptied(blocks, index, tidy, removed):
            tidy[index] = False
        elif (headed and level < level_after) or is_sure[index]:
            headed, level_after = 1, level
        else:
            tidy[index] = False
    return tidy


def _is_bold_label(blocks: Blocks, index: int) -> bool:
    """Whether a block is a short bold line that only heads: what has figures or goes on after a colon says something."""
    text = blocks.text[index]
    if blocks.bold_share[index] < LABEL_BOLD or len(text) > LABEL_CHARS or text[-1] in SENTENCE_ENDS:
        return False
    bold = "".join(
        piece for start, end, mark, _ in blocks.spans[index] if mark == "b" for piece in blocks.pieces[index][start:end]
    )
    return not any(map(str.isdigit, bold)) and not any(mark in text[:-1] for mark in COLONS)


def _leads_to_titles(blocks: Blocks, index: int, keep: NDArray[np.bool_]) -> bool:
    """Whether right under a line stand titles that are links, none of them kept."""
    under = range(index + 1, index + 1 + TITLES)
    return under[-1] < len(keep) and all(
        not keep[place]
        and blocks.link_share[place] >= TITLE_LINK_SHARE
        and count_words(blocks.text[place]) >= TITLE_WORDS
        for place in under
    )


def _is_emptied(blocks: Blocks, index: int, keep: NDArray[np.bool_], removed: NDArray[np.bool_]) -> bool:
    """Whether a heading stands in an element of which nothing below it is kept, and sentences were taken out."""
    below = slice(index + 1, blocks.end_block[blocks.parent[blocks.frame[index]]])
    return bool(removed[below].any()) and not keep[below].any()
