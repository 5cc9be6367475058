"""Lines inside the body that only lead to another article: "Read also: The harbour is open again".

No model trained on a page's text knows them: half of those in wcxb-dev's articles stand in its truth, none of those labelled in the
snippet set does. Folds (2026-11-26): snippets .9454 to .9473 with every right one kept, articles .9633 to .9631.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.rules.read_also_words import (
    begins_read_also,
    is_one_word_of_many,
    is_read_also,
    stands_before_lists,
)

MAX_CHARS: Final = 250
"""Headlines have up to 150 characters, and such a line may name two."""

MAX_LINKS: Final = 8
"""So many links go with a label above them: a longer list is one that the article is about."""

CARD_LINES: Final = 4
"""A link may go around a card of several lines: section, title, sentence, date."""

PROSE_SHARE: Final = {True: 0.25, False: 0.5}
"""Of an article prose may be less: the answers of an interview are shorter."""

LINKED_SHARE: Final = 0.9
"""Of a line that is a link and nothing else."""

LEAST_SHARE: Final = 0.25
"""Of a line with a label and a link: labels are short."""

LONE_CHARS: Final = 40

SHOUTED_WORDS: Final = 3
SHOUTED_CHARS: Final = 4
"""Of a label in capitals; a shorter one is an agency or a party."""

_PARAGRAPHS: Final = frozenset(("p", "div"))

# Between a label and a headline; the colons of Ethiopic, Khmer and Armenian among them.
_MARK: Final = re.compile(r"[:：»>›→|–—፡፦៖՝]")
_STOPS: Final = frozenset(".!?。！？।۔።։")
# Before what is no text, a label ends so.
_DASHES: Final = frozenset("–—")
_LEADS_ON: Final = re.compile(r"[:：»›→|፡፦៖՝▶►]\W*$|>\W*$")


def drop_read_also(
    blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_], *, is_article: bool | None = False
) -> NDArray[np.bool_]:
    """Return the choice without lines that are a label such as "Read also" and a link, and without labels over lines of links.

    Where the content is prose: elsewhere such links are what the page is for. Of an article what is no link has to be: a short one
    may have fewer words than the teasers under it.

    Args:
        blocks: The page's blocks, n.
        columns: The page as arrays.
        keep: The choice, n.
        is_article: Whether the page is an article, None: it may be one.
    """
    kept, may_be = keep.nonzero()[0], is_article is not False
    words = columns.words[kept] * (columns.link_share[kept] < LINKED_SHARE) if may_be else columns.words[kept]
    if columns.prose[kept].sum() < PROSE_SHARE[may_be] * words.sum() or not len(kept):
        return keep
    tidy = keep.tolist()
    run: list[int] = []  # lines of links, one right below the other
    reach = MAX_LINKS * CARD_LINES  # a run that begins above the choice may have its end in it
    start = max(int(kept[0]) - reach, 0)
    near = columns.link_share[start : int(kept[-1]) + reach + 2]
    for index in ((near >= LEAST_SHARE).nonzero()[0] + start).tolist():
        share = blocks.link_share[index]
        if len(blocks.text[index]) > MAX_CHARS:
            continue
        if run and run[-1] != index - 1:
            _drop_labelled(blocks, run, tidy)
            run = []
        if share >= LINKED_SHARE:
            run.append(index)
        if keep[index] and (_leads_elsewhere(blocks, index) or (is_article and _is_shouted(blocks, index))):
            tidy[index] = False
    _drop_labelled(blocks, run, tidy)
    rest = np.array(tidy, np.bool_)
    if may_be:
        short = [index for index in kept.tolist() if len(blocks.text[index]) <= LONE_CHARS]
        rest[[index for index in short if _is_lone_label(blocks, index, tidy)]] = False
    return rest


def _is_lone_label(blocks: Blocks, index: int, tidy: Sequence[bool]) -> bool:
    """Whether a short block that is no heading says nothing but a label of several words, and what it leads to is not in the text.

    Without a mark after it, or a link right below it that is left out, it may be what somebody says: "Keep reading."
    With a mark alone it may lead a list of the article's: "À ne pas manquer :".
    """
    text = blocks.text[index]
    if " " not in text or blocks.is_heading(index):
        return False
    below = index + 1
    marked = not text[-1].isalnum() and _LEADS_ON.search(text) is not None and not stands_before_lists(text)
    leads_on = bool(marked or blocks.link_share[index]) or (
        text[-1] not in _STOPS and below < len(tidy) and not tidy[below] and blocks.link_share[below] >= LINKED_SHARE
    )
    return leads_on and is_read_also(text)


def _drop_labelled(blocks: Blocks, run: Sequence[int], tidy: list[bool]) -> None:
    """Take a run of links out of the choice, with the label right above it, where one is."""
    if not run or not run[0] or len(run) > MAX_LINKS * CARD_LINES:
        return
    whole = slice(run[0] - 1, run[-1] + 1)
    if not (any(tidy[whole]) and is_read_also(blocks.text[run[0] - 1], beside_link=True)):
        return
    leads = {href for index in run for _, _, mark, href in blocks.spans[index] if mark == "a"}
    if len(leads) <= MAX_LINKS:
        tidy[whole] = [False] * (len(run) + 1)


def _leads_elsewhere(blocks: Blocks, index: int) -> bool:
    """Whether a block is a label and its links with nothing between them, or one link that begins with a label."""
    links = sorted((start, end) for start, end, mark, _ in blocks.spans[index] if mark == "a")
    pieces = blocks.pieces[index]
    before = "".join(pieces[: links[0][0]])
    starts = [*(start for start, _ in links[1:]), len(pieces)]
    rest = chain.from_iterable(pieces[end:start] for (_, end), start in zip(links, starts, strict=True))
    if any(map(str.isalnum, "".join(rest))):
        return False
    if any(map(str.isalnum, before)):
        return is_read_also(before, beside_link=True) or (
            _MARK.match(before.rstrip()[-1]) is not None and begins_read_also(before)
        )
    return is_labelled(blocks.text[index], beside_link=True)


def _is_shouted(blocks: Blocks, index: int) -> bool:
    """Whether a paragraph is a label in capitals and a link: "ROVERS: Two more are to leave in June".

    Of 258 saved pages of English news seven have ten such lines, all of them of other stories; one labelled article has one, an
    offer (2026-11-28).
    """
    text = blocks.text[index]
    label, mark, rest = text.partition(": ")
    is_label = label.isupper() and len(label.split()) <= SHOUTED_WORDS and len(label) >= SHOUTED_CHARS
    if not (mark and is_label and len(rest.split()) >= SHOUTED_WORDS):
        return False
    linked = [(start, end) for start, end, kind, _ in blocks.spans[index] if kind == "a"]
    said = "".join(blocks.pieces[index][linked[0][0] : linked[-1][1]]) if linked else ""
    return len(linked) == 1 and said.strip() in (text, rest) and blocks.tag[blocks.frame[index]] in _PARAGRAPHS


def is_labelled(text: str, *, beside_link: bool = False) -> bool:
    """Whether a text begins with a label and a mark after it, or is nothing but one.

    Without a link it is none that is a name, too, or that leads a list, "Lee: We won", "Recommended: two tablets"; nor one before
    what was said, or a number: "Czytaj dalej – poleciła".
    """
    mark = _MARK.search(text, 1)
    label, rest = (text, "") if mark is None else (text[: mark.start()], text[mark.end() :].lstrip())
    if beside_link or not is_read_also(label):
        return is_read_also(label, beside_link=beside_link)
    if is_one_word_of_many(label):
        return False
    if mark is None or not rest:
        return True
    if stands_before_lists(label) or not any(map(str.isalpha, rest)):
        return False
    return mark[0] not in _DASHES or not rest[0].islower()
