"""The standfirst: the sentence under a headline that a page also gives as its description, or calls so.

The model learned from truths of which most leave it out; on pages of news it is part of the article. Where a text above the body
says what the description says it is that and nothing else. Of 75 such lines that the model leaves out on articles of wcxb-dev and
the snippet set (folds, 2026-11-27) 16 are in the truth, 1 is among the wrong snippets, 28 are not in the truth, though each is the
page's standfirst; the rest are not labelled. Of 49 lines right under the headline whose class says so 4 of the snippets' are to be
there and none is not, and 12 of 27 on wcxb-dev (the same folds).
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import fold_text
from scraper.cleaner.metadata.byline_starts import starts_with_by
from scraper.cleaner.metadata.byline_words import FIRST_WIDE
from scraper.cleaner.phrases.stock import ENDS, find_phrases
from scraper.cleaner.phrases.stock import NAMES as PHRASES
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import NAMES

ABOVE: Final = 20
"""Blocks above the first prose among which it is looked for: the headline, date, byline and tools stand there, too."""

UNDER: Final = 2
"""Blocks under the headline, the first of which may be a label or a date."""

SAID: Final = 60
"""Letters of both that are compared: descriptions are cut."""

LEAST: Final = 20
"""Fewer letters are a name."""

LEAST_WIDE: Final = 10
"""The same in scripts whose letters are words or syllables."""

BEGUN: Final = 25
"""A sentence right under the headline that has so many first letters with the description goes on in other words: of three
on real pages two are in the truth (folds, 2026-11-27). A caption begins so, too, but stands elsewhere."""
_PARAGRAPHS: Final = frozenset(("p", "div"))

_CALLED: Final = 1 << NAMES.index("summary")
_ASKING: Final = sum(1 << PHRASES.index(name) for name in ("plea", "comment", "legal", "ad"))
_OTHERS: Final = sum(
    1 << NAMES.index(name) for name in ("caption", "teaser", "related", "bio", "ad", "plea", "comment", "share")
)


def add_standfirst(
    blocks: Blocks,
    keep: NDArray[np.bool_],
    prose: NDArray[np.float32],
    description: str | None,
    title: str | None = None,
) -> NDArray[np.bool_]:
    """Return the choice with the line above its prose that says what the description says, unless its prose begins so.

    Where none does, with the line right under the headline whose element is called so, or which begins so.

    Args:
        blocks: The page, n blocks.
        keep: The choice, n.
        prose: Words of the blocks that are prose, 0 for others, n.
        description: What meta tags say of the page.
        title: Its headline.
    """
    body = (keep & (prose > 0)).nonzero()[0]
    if not len(body):
        return keep
    first = int(body[0])
    found = _find_said(blocks, keep, first, description)
    if found is None or keep[found]:  # where the prose begins so, something else may stand under the headline
        found = _find_under_headline(blocks, keep, first, title, "" if found is not None else description)
    lines = [found] if found is not None and not keep[found] else []
    lines += _find_beside(blocks, keep, first if found is None else found)
    if not lines:
        return keep
    whole = keep.copy()
    whole[lines] = True
    return whole


def _find_beside(blocks: Blocks, keep: NDArray[np.bool_], standfirst: int) -> list[int]:
    """Return the line right above or below a standfirst whose element is made and called as its own is, where no third one is."""
    frame = blocks.frame[standfirst]
    path = blocks.path[frame]
    if not blocks.path_look[path].flags & _CALLED or blocks.path_look[path].flags & _OTHERS:
        return []
    for index in (standfirst - 1, standfirst + 1):
        if not 0 <= index < len(keep) or keep[index] or blocks.links[index]:
            continue
        other = blocks.frame[index]
        is_alike = blocks.path[other] == path and blocks.parent[other] == blocks.parent[frame] and other != frame
        text = blocks.text[index]
        if is_alike and _is_long(fold_text(text)) and blocks.path.count(path) <= UNDER and not find_phrases(text):
            return [index]
    return []


def _find_said(blocks: Blocks, keep: NDArray[np.bool_], first: int, description: str | None) -> int | None:
    """Return the last line above the first prose that says what the description says; one that is chosen where any is."""
    said = fold_text((description or "")[: 2 * SAID])[:SAID]
    if len(said) < LEAST:
        return None
    saying = [index for index in range(max(0, first - ABOVE), first + 1) if _says(blocks.text[index], said)]
    chosen = [index for index in saying if keep[index]]
    return next(iter(chosen or (index for index in saying[-1:] if not blocks.link_share[index])), None)


def _find_under_headline(
    blocks: Blocks, keep: NDArray[np.bool_], first: int, title: str | None, description: str | None
) -> int | None:
    """Return the line right under the headline, and above the first prose, that is called a standfirst or begins as one."""
    headline = fold_text(title or "")
    if not headline:
        return None
    above = range(first - 1, max(first - 2 * ABOVE, 0) - 1, -1)
    under = 1 + next((index for index in above if _is_headline(blocks, index, headline)), first)
    for index in range(under, min(under + UNDER, first)):
        if blocks.link_share[index] or keep[index]:
            continue
        text = blocks.text[index]
        is_said = _is_called(blocks, index) or _is_begun(blocks, index, description or "")
        if is_said and _is_long(fold_text(text)) and not text[0].isdigit() and not starts_with_by(text):
            return None if find_phrases(text) & _ASKING else index
    return None


def _is_long(folded: str) -> bool:
    return len(folded) >= (LEAST_WIDE if folded[:1] >= FIRST_WIDE else LEAST)


def _is_headline(blocks: Blocks, index: int, headline: str) -> bool:
    """Whether a block is the headline, or a heading that ends with it, after a kicker."""
    text = blocks.text[index]
    if blocks.is_heading(index):
        return fold_text(text).endswith(headline)
    return headline.startswith(fold_text(text[:3])) and fold_text(text) == headline


def _is_called(blocks: Blocks, index: int) -> bool:
    """Whether a block's element, or the one around that where it holds little else, is called a standfirst and nothing else."""
    frame = blocks.frame[index]
    around = blocks.parent[frame]
    is_alone = blocks.end_block[around] - blocks.first_block[around] <= UNDER
    flags = [blocks.look(at).flags for at in ((frame, around) if is_alone else (frame,))]
    return (
        any(flag & _CALLED for flag in flags)
        and not any(flag & _OTHERS for flag in flags)
        and blocks.tag[frame] != "li"
    )


def _is_begun(blocks: Blocks, index: int, description: str) -> bool:
    """Whether a block is a sentence that begins as the description does, in an element that is not called something else."""
    text, frame = blocks.text[index], blocks.frame[index]
    if not text.endswith(ENDS) or blocks.tag[frame] not in _PARAGRAPHS:
        return False
    own, said = fold_text(text[: 2 * BEGUN])[:BEGUN], fold_text(description[: 2 * BEGUN])
    around = (frame, blocks.parent[frame])
    is_other = any(blocks.look(at).flags & _OTHERS or blocks.tag[at] == "figcaption" for at in around)
    return len(own) == BEGUN and said.startswith(own) and not is_other


def _says(text: str, said: str) -> bool:
    if not said.startswith(fold_text(text[:3])):  # to fold all of nine lines takes .04 ms
        return False
    own = fold_text(text[: 2 * SAID])[:SAID]
    return len(own) >= LEAST and (own.startswith(said) or said.startswith(own))
