"""What readers write under an article, where no heading or class says so: posts that begin with a name, a date and a time.

Pages of before comment systems have them so, each in an element of its own or one below the other. Five of 181 written pages gain
.10 to .26; of the labelled ones one is other, a forum's (folds, 2026-11-27). A live blog, a programme and a chronicle are dated as
they are, so something must say that readers wrote: numbers, nicks, a heading or a class.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.metadata.months import month_of
from scraper.cleaner.phrases.stock import NAMES as PHRASES
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import NAMES as GROUPS
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.rules.cards import LABEL_BOLD, drop_labels
from scraper.cleaner.rules.site_links import cut_line
from scraper.cleaner.rules.teasers import LINK_SHARE, is_heading

POSTS: Final = 2
"""So many are a row; one may be how an article is dated."""

LEAST_WORDS: Final = 25
"""Words of prose above the first: a post is not what it answers."""

LEAST_SAID: Final = 7
"""So many words has each in the mean: rows of dates and names alone are a calendar, results, a list of files."""

# A post's first line: who, when, and what can be done with it: "#2 12.04.2007, 18:14 von Ada B.", "ada · 2007.02.22. 22:58 #1".
HEAD_CHARS: Final = 70
HEAD_WORDS: Final = 6
# "27 Sep 2011", "30 octobre 2012", "September 27, 2011": the words must be those of months.
_WRITTEN: Final = (
    r"\d{1,2}(?:st|nd|rd|th|er)?\.?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\.?,?\s(?:de\s)?(?:19|20)\d\d"
    r"|(?P<month_first>[^\W\d_]{3,12})\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
)
_DATE: Final = (
    r"(?<!\d)(?:\d{1,2}([./-])\s?\d{1,2}\1\s?(?:19|20)?\d\d|(?:19|20)\d\d([./-])\s?\d{1,2}\2\s?\d{1,2}"
    rf"|{_WRITTEN})(?!\d)"
)
# "15:22", "15.22", "15h46".
_TIME: Final = r"(?<!\d)\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)"
_MOMENT: Final = re.compile(rf"{_DATE}(?P<between>[^\w\n]{{0,4}}(?:[^\W\d]{{1,5}}\s)?){_TIME}")
_DAY: Final = re.compile(_DATE)
# "Comments (4)", "12 comments": what follows are those.
_COUNTED: Final = re.compile(r"[^\W\d]{3,20}:?\s\(?\d{1,4}\)?:?|\d{1,4} [^\W\d]{3,20}:?")
_WORD: Final = re.compile(r"[^\W_]+")

# What readers' posts alone have: "#2", "kisa_msk", "hull77".
_NUMBER: Final = re.compile(r"(?<!\S)#\d{1,5}(?!\w)")
_NICK: Final = re.compile(r"[^\W\d_]_\w|(?<!\w)[a-zà-ÿа-я]{3,}\d+(?!\w)")
NICK_CHARS: Final = 3
_COMMENT_CLASS: Final = 1 << GROUPS.index("comment")
_COMMENT_PHRASE: Final = 1 << PHRASES.index("comment")
_READERS: Final = frozenset("review reviews guestbook forum".split())


def drop_reader_posts(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return an article's choice without the posts below its prose."""
    kept = keep.nonzero()[0].tolist()
    rows: dict[tuple[int, bool], dict[int, str]] = defaultdict(dict)
    label = _find_label(blocks, columns, keep)
    until = len(keep) if label is None else label
    within = range(kept[0], kept[-1] + 1) if kept else range(0)
    for index in [index for index in within if index > until or _may_be_timed(blocks.text[index][:HEAD_CHARS])]:
        moment = _moment_at(blocks, index, _DAY if index > until else _MOMENT)
        writer = _writer_at(blocks, index, moment) if moment else ""
        if moment and writer:
            rows[int(columns.group[index]), _month_in(moment) is not None][index] = writer
    tidy = keep
    for (_, is_written), row in rows.items():
        if len(set(row.values())) < POSTS:  # with one word for all that is a label: "Starts:"
            continue
        start, around = _region(blocks, list(row))
        end = blocks.end_block[around]
        is_below = columns.prose[:start][keep[:start]].sum() >= LEAST_WORDS
        is_said = columns.words[start:end].sum() >= len(row) * LEAST_SAID
        if not is_below or not is_said:
            continue
        if is_written:
            of_readers = not (columns.prose[:start] * keep[:start])[blocks.first_block[around] :].any()
            of_readers = of_readers and _are_called_comments(blocks, row, around)
        else:
            of_readers = _are_of_readers(blocks, columns, row, start)
        if of_readers:
            tidy = tidy.copy()
            tidy[start:end] = False
    if tidy is not keep:
        drop_labels(blocks, keep, tidy, 0)
        if label is not None and not tidy[label + 1 : label + 2].any():
            tidy[label] = False
    return tidy


def _find_label(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> int | None:
    """Return the last kept line that heads comments and says how many: below it a day is enough."""
    heading: list[int] = (keep & (columns.phrases & _COMMENT_PHRASE > 0)).nonzero()[0].tolist()
    counted = (index for index in heading[::-1] if _COUNTED.fullmatch(blocks.text[index]))
    return next((index for index in counted if blocks.link_share[index] < LINK_SHARE), None)


def _may_be_timed(head: str) -> bool:
    return ":" in head or ("h" in head and "20" in head)


def _moment_at(blocks: Blocks, index: int, moment_of: re.Pattern[str]) -> re.Match[str] | None:
    """Return the moment in a block's short first line; a word in it is a month's."""
    line = _first_line(blocks, index)
    moment = moment_of.search(line) if len(line) <= HEAD_CHARS else None
    month = _month_in(moment) if moment else None
    return moment if month is None or month_of(month) is not None else None


def _month_in(moment: re.Match[str]) -> str | None:
    """Return the word in a date, None where it is in figures."""
    return moment["month"] or moment["month_first"]


def _writer_at(blocks: Blocks, index: int, moment: re.Match[str]) -> str:
    """Return the words beside a moment that are all of a block or its first line, or those right above it; empty for none."""
    words = _WORD.findall(f"{moment.string[: moment.start()]} {moment.string[moment.end() :]}")
    if not any(word[0].isalpha() for word in words) and index > blocks.first_block[blocks.parent[blocks.frame[index]]]:
        words = _WORD.findall(blocks.text[index - 1][:HEAD_CHARS])
    return " ".join(word for word in words if not word.isdigit()) if len(words) <= HEAD_WORDS else ""


def _first_line(blocks: Blocks, index: int) -> str:
    return " ".join(cut_line(blocks.pieces[index])[0].split())


def _are_of_readers(blocks: Blocks, columns: PageColumns, row: Mapping[int, str], start: int) -> bool:
    """Whether readers wrote a row of posts: they are numbered, one has a nick, or a heading or a class says so."""
    names = [name for name in row.values() if len(name) >= NICK_CHARS]
    if any(map(str.islower, names)) and not all(map(str.islower, names)):  # "Anna K.", "serap"
        return True
    heads = [f"{blocks.text[max(index - 1, start)][:HEAD_CHARS]} {_first_line(blocks, index)}" for index in row]
    if all(map(_NUMBER.search, heads)) or any(map(_NICK.search, heads)):
        return True
    label = start - 1
    is_set = (
        blocks.bold_share[label] >= LABEL_BOLD or is_heading(blocks, label) or _COUNTED.fullmatch(blocks.text[label])
    )
    if is_set and columns.phrases[label] & _COMMENT_PHRASE and blocks.link_share[label] < LINK_SHARE:
        return True
    return any(_is_called_readers(blocks, index, start) for index in row)


def _is_called_readers(blocks: Blocks, index: int, start: int) -> bool:
    """Whether an element around a post, and around no more than its row and what heads that, is called one of comments."""
    frame = blocks.frame[index]
    while frame and blocks.first_block[frame] >= start - 1:
        look = blocks.look(frame)
        if look.flags & _COMMENT_CLASS or not _READERS.isdisjoint(look.words):
            return True
        frame = blocks.parent[frame]
    return False


def _are_called_comments(blocks: Blocks, row: Iterable[int], around: int) -> bool:
    """Whether the element around a row of posts, or each right in it that holds one, is called one of comments."""
    return _is_of_comments(blocks, around) or all(
        _is_of_comments(blocks, _child_around(blocks, blocks.frame[index], around)) for index in row
    )


def _is_of_comments(blocks: Blocks, frame: int) -> bool:
    return blocks.look(frame).flags & _COMMENT_CLASS > 0


def _child_around(blocks: Blocks, frame: int, around: int) -> int:
    """Return the element around a frame that stands right in another one, the frame itself where that is the other."""
    while frame != around and blocks.parent[frame] != around:
        frame = blocks.parent[frame]
    return frame


def _region(blocks: Blocks, row: Sequence[int]) -> tuple[int, int]:
    """Return where the first post's own element begins, and the element around all of them."""
    start, frame = row[0], blocks.frame[row[0]]
    while blocks.end_block[frame] <= row[-1]:
        start, frame = blocks.first_block[frame], blocks.parent[frame]
    return start, frame
