"""The choice made tidy: no title, byline, second copy or list of links, and no heading without what it heads."""

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, count_words, fold_text, is_as_long
from scraper.cleaner.metadata.byline_words import JOB
from scraper.cleaner.metadata.people import is_by
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import HEADING_LEVEL, LIST_TAGS
from scraper.cleaner.rules.cards import LABEL_BOLD, LABEL_CHARS
from scraper.cleaner.rules.headlines import says_headline
from scraper.cleaner.rules.teasers import TITLE_WORDS

# A text this long that stands twice among the kept blocks is a second copy (desktop and mobile); shorter ones may rightly
# come again ("Yes." in an interview).
COPY_CHARS = 40

# A block that is so much of what is kept and says in one run what others say one after the other is a second copy, too: the body in
# microdata that nobody sees, a version for print. So much of it is theirs; what stands in it alone, or they skip, is so long.
RUN_SHARE, RUN_CHARS = 0.25, 200
SAID_SHARE, SKIPPED_CHARS = 0.9, 200
# So many sentences, for each that it says, it may leave out.
APART_SHARE = 1 / 3

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

LIST_LINKS, LIST_LINK_SHARE = 3, 0.7

# Lines in Chinese and Korean that say who reported.
_REPORTERS = ("記者", "记者", "기자")

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
TITLES, SURE_LEAD = 2, 0.75
# A last bold line, too, may be the text's from there on: "Serves four", "Entry is free". Ten of 305 written pages have one that is
# none, with .48 to .90 (2026-11-27).


def drop_copies(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without second copies."""
    tidy = keep.copy()
    seen: dict[str, int] = {}
    for index in np.flatnonzero(keep).tolist():
        text = blocks.text[index]
        if is_as_long(text, COPY_CHARS):
            first = seen.setdefault(text, index)
            if first != index:
                # A table of contents has the heading's words, too: the copy over the section is the one to keep.
                tidy[first if _is_heading(blocks, index) and not _is_heading(blocks, first) else index] = False
    return _drop_runs(blocks, tidy)


def _drop_runs(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without blocks that say what others say, which have the paragraphs and headings."""
    kept = np.flatnonzero(keep).tolist()
    chars = [len(blocks.text[index]) for index in kept]
    least = max(RUN_SHARE * sum(chars), RUN_CHARS)
    for index, length in zip(kept, chars, strict=True):
        if length >= least and (saying := _find_saying(blocks, keep, blocks.text[index])):
            keep[saying] = True
            keep[index] = False
    return keep


def _find_saying(blocks: Blocks, keep: NDArray[np.bool_], run: str) -> list[int]:
    """Return the blocks that say nearly all of a longer one in their order, if there are any.

    What is short, or is not kept, must stand in it right after the one before. Many kept sentences between them are what is said
    of each: a poem's lines, quoted one by one.
    """
    found: list[int] = []
    place = said = 0
    for index, text in enumerate(blocks.text):
        if len(text) >= len(run) or not (found or keep[index]):
            continue
        skipped = SKIPPED_CHARS if keep[index] and is_as_long(text, COPY_CHARS) else 1
        start = run.find(text, place, place + len(text) + skipped)
        if start >= 0:
            place = start + len(text)
            said += len(text)
            found.append(index)
    if len(found) < 2 or said < SAID_SHARE * len(run):
        return []
    apart = [index for index in set(range(found[0], found[-1])).difference(found) if keep[index]]
    sentences = sum(blocks.text[index][-1] in SENTENCE_ENDS and blocks.text[index] != run for index in apart)
    return found if sentences <= APART_SHARE * len(found) else []


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
    kept = np.flatnonzero(keep).tolist()
    bylines: dict[str, list[int]] = {}
    for index in kept:
        text = blocks.text[index]
        if len(text) <= MARK_CHARS and not text[0].isalnum():
            is_drawn = text[0] in _DRAWN and blocks.tag[blocks.frame[index]] in _DRAWN_IN and _DRAWN.issuperset(text)
            if is_drawn or (not text.isascii() and _is_invisible(text)):
                tidy[index] = False
        if folded_title and _may_say(text, len(folded_title)):
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


def _is_heading(blocks: Blocks, index: int) -> bool:
    return blocks.tag[blocks.frame[index]] in HEADING_LEVEL


def _is_invisible(text: str) -> bool:
    """Whether a text has nothing but joiners, marks of direction and the like, which editors leave in empty paragraphs."""
    return all(unicodedata.category(character) in _UNSEEN for character in text)


def _may_say(text: str, letters: int) -> bool:
    """Whether a text is neither much longer than so many letters nor, as folding lengthens only what is not ASCII, shorter."""
    return len(text) < 2 * letters + 20 and (len(text) >= letters or not text.isascii())


def _says(text: str, folded: str, *, is_after_kicker: bool) -> bool:
    if is_after_kicker:
        return fold_text(text).endswith(folded)
    return folded.startswith(fold_text(text[:FIRST_CHARS])) and fold_text(text) == folded


def drop_link_lists(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without single blocks that are lists of links, on pages whose content is prose.

    On wcxb-dev and the snippet set (folds, blocks-4, 2026-11) articles stay, snippets .9552 to .9550; it is for the boxes of old
    pages, whose lines a ``br`` parts.
    """
    if columns.prose[keep].sum() * 2 < columns.words[keep].sum():
        return keep
    is_list = keep & (columns.link_share >= LIST_LINK_SHARE)
    places = [index for index in np.flatnonzero(is_list).tolist() if blocks.links[index] >= LIST_LINKS]
    tidy = keep.copy()
    tidy[places] = False
    return tidy


def _is_byline(text: str, authors: Sequence[str]) -> bool:
    """Whether a text is an author's name, or names one and says hardly anything else but a date."""
    rest = text
    for author in authors:
        rest = rest.replace(author, "")
    if len(rest) == len(text):
        return False
    letters = sum(map(str.isalpha, rest))
    is_said = any(map(str.isdigit, rest)) or is_by(rest.strip()) or any(word in rest for word in _REPORTERS)
    return letters == 0 or (letters <= BYLINE_LETTERS and is_said)


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
    for index in np.flatnonzero(tidy & (probability < SURE_LEAD)).tolist():
        text = blocks.text[index]
        if text[-1] in COLONS and not tidy[index + 1 : index + 2].any() and not is_as_long(text, INTRO_CHARS):
            tidy[index] = not is_unsure[index] and not _leads_to_titles(blocks, index, tidy)
    # Read backwards: a heading needs a kept block of its own before the next heading of its level or a higher one.
    is_sure = probability >= SURE_HEADING  # of all at once: NumPy 1 takes one .95 for less than .95
    headed = 0  # deepest level at which a heading would be empty; 0 while text follows
    level_after = 7
    for index in np.flatnonzero(tidy)[::-1]:
        level = HEADING_LEVEL.get(blocks.tag[blocks.frame[index]], 0)
        if level == 0 and not headed and probability[index] < SURE_LEAD and _is_bold_label(blocks, int(index)):
            tidy[index] = False
        elif level == 0:
            headed, level_after = 1, 7
        elif removed is not None and not is_sure[index] and _is_emptied(blocks, int(index), tidy, removed):
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
        and blocks.link_share[place] >= LIST_LINK_SHARE
        and count_words(blocks.text[place]) >= TITLE_WORDS
        for place in under
    )


def _is_emptied(blocks: Blocks, index: int, keep: NDArray[np.bool_], removed: NDArray[np.bool_]) -> bool:
    """Whether a heading stands in an element of which nothing below it is kept, and sentences were taken out."""
    below = slice(index + 1, blocks.end_block[blocks.parent[blocks.frame[index]]])
    return bool(removed[below].any()) and not keep[below].any()
