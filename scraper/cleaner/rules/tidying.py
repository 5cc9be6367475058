"""The choice made tidy: no title or byline, no line drawn with characters, nothing that nobody sees."""

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, count_words, fold_text
from scraper.cleaner.metadata.byline_starts import is_by
from scraper.cleaner.metadata.byline_words import JOB, JOINT
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import LIST_TAGS
from scraper.cleaner.rules.headlines import says_headline

# A byline holds little besides the authors' names: "By", "Updated", a month.
BYLINE_CHARS = 120
BYLINE_LETTERS = 16

# A list among the first blocks that are kept, whose few items are bylines, offices and desks, is a byline as a whole.
BYLINE_PLACES, BYLINE_ITEMS = 5, 8
OFFICE_WORDS = 4
# Labels that are read aloud: "Author, Ada Berg", "Role, Reporter, Hull".
LABEL_MARK = ", "

# A name that stands alone more often is that of somebody who speaks, in an interview with the author or a transcript.
MAX_BYLINES = 2

# A text that says the title begins as it does: to fold all of every line of its length takes half of the time of tidying.
FIRST_CHARS = 8

# Beside a title in its line: weekday, month, era.
DATE_LETTERS = 32

# The longest block that is looked at for characters that nobody sees: a zero-width joiner, a mark of direction. 23 pages of the
# two sets have 244 such paragraphs, and in markdown each is an empty line more (2026-11-26).
MARK_CHARS = 8
_UNSEEN = frozenset(("Cf", "Cc", "Zs", "Mn"))
# What rules between paragraphs are drawn with; in a cell or an item a dash is an answer.
_DRAWN = frozenset("_*-–—=~#•·+◆■●※＊－＿ ")
_DRAWN_IN = frozenset(("p", "div", "center", "section", "article", "main", "body"))

# Lines in Chinese and Korean that say who reported.
_REPORTERS = ("記者", "记者", "기자")


def tidy_choice(
    blocks: Blocks,
    keep: NDArray[np.bool_],
    title: str | None,
    authors: Sequence[str] = (),
    *,
    is_article: bool = False,
) -> NDArray[np.bool_]:
    """Return the choice without the title, the byline, lines drawn with characters and text that nobody sees."""
    tidy = keep.copy()
    folded_title = fold_text(title or "")
    letters = len(folded_title)
    most = 2 * letters + 20 if folded_title else 0
    kept = keep.nonzero()[0].tolist()
    bylines: dict[str, list[int]] = {}
    for index in kept:
        text = blocks.text[index]
        if len(text) <= MARK_CHARS and not text[0].isalnum():
            is_drawn = text[0] in _DRAWN and blocks.tag[blocks.frame[index]] in _DRAWN_IN and _DRAWN.issuperset(text)
            if is_drawn or (not text.isascii() and _is_invisible(text)):
                tidy[index] = False
        # As folding lengthens only what is not ASCII, a shorter text says it only there.
        if len(text) < most and (len(text) >= letters or not text.isascii()):
            if _says(text, folded_title, is_after_kicker=blocks.tag[blocks.frame[index]] == "h1"):
                tidy[index] = False
            if index == kept[0] and (
                _is_dated_title(text, title or "") or (is_article and says_headline(blocks, index, folded_title))
            ):
                tidy[index] = False
        if authors and len(text) <= BYLINE_CHARS and _is_byline(text, authors):
            bylines.setdefault(text, []).append(index)
    for places in bylines.values():
        if len(places) <= MAX_BYLINES:
            tidy[places] = False
            for index in set(places).intersection(kept[:BYLINE_PLACES]):
                tidy[_byline_list(blocks, index, authors)] = False
    return tidy


def _byline_list(blocks: Blocks, index: int, authors: Sequence[str]) -> slice:
    """Return the list that a byline is an item of, nothing where it is in none or another item is no byline, office or desk."""
    frame = blocks.parent[blocks.frame[index]]
    items = slice(blocks.first_block[frame], blocks.end_block[frame])
    if blocks.tag[frame] not in LIST_TAGS or items.stop - items.start > BYLINE_ITEMS:
        return slice(0)
    texts = blocks.text[items]
    if _label_of(texts[0]) and is_by(_label_of(texts[0])) and _is_byline(texts[0], authors):
        are_of_byline = all(_label_of(text) or _is_date(text) for text in texts)
    else:
        are_of_byline = all(_is_byline(text, authors) or _is_office(text) for text in texts)
    return items if are_of_byline else slice(0)


def _label_of(text: str) -> str:
    """Return the word before a comma that a short text begins with, empty where none does."""
    label, mark, _ = text.partition(LABEL_MARK)
    is_short = len(text) <= BYLINE_CHARS and text[-1] not in SENTENCE_ENDS
    return label if mark and is_short and " " not in label else ""


def _is_date(text: str) -> bool:
    return text[:1].isdigit() and sum(map(str.isalpha, text)) <= BYLINE_LETTERS


def _is_office(text: str) -> bool:
    """Whether a text is an office or a desk and nothing else.

    >>> _is_office("Senior reporter"), _is_office("Harbour desk"), _is_office("The editor was told in May")
    (True, True, False)
    """
    if count_words(text) > OFFICE_WORDS or not all(char.isalpha() or char in " -’'" for char in text):
        return False
    return text.casefold().endswith("desk") or any(job.end() == len(text) for job in JOB.finditer(text))


def _is_dated_title(text: str, title: str) -> bool:
    """Whether a text is the title and a date, as tables of before style sheets have them in one line."""
    rest = text.removeprefix(title) if text.startswith(title) else text.removesuffix(title)
    return len(rest) < len(text) and sum(map(str.isalpha, rest)) <= DATE_LETTERS and any(map(str.isdigit, rest))


def _is_invisible(text: str) -> bool:
    """Whether a text has nothing but joiners, marks of direction and the like, which editors leave in empty paragraphs."""
    return all(unicodedata.category(character) in _UNSEEN for character in text)


def _says(text: str, folded: str, *, is_after_kicker: bool) -> bool:
    if is_after_kicker:
        return fold_text(text).endswith(folded)
    return folded.startswith(fold_text(text[:FIRST_CHARS])) and fold_text(text) == folded


def _is_byline(text: str, authors: Sequence[str]) -> bool:
    """Whether a text is an author's name, in any letters, or names one and says hardly anything else but a date.

    >>> _is_byline("BY ADA BERG AND JON MOE", ["Ada Berg", "Jon Moe"]), _is_byline("By Ada Berg's account", ["Ada Berg"])
    (True, False)
    """
    in_capitals = any(word.isupper() and len(word) > 1 for word in text.split())
    rest = own = text.casefold() if in_capitals else text
    for author in authors:
        rest = rest.replace(author.casefold() if in_capitals else author, " ")
    if len(rest) == len(own):
        return False
    by = " ".join(word for word in rest.split() if not JOINT.fullmatch(word))
    letters = sum(map(str.isalpha, rest))
    is_said = any(map(str.isdigit, rest)) or is_by(by) or any(word in rest for word in _REPORTERS)
    return letters == 0 or (letters <= BYLINE_LETTERS and is_said)
