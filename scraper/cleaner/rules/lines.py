"""Which lines of the model's choice go for their words."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.phrases.lines.counters import is_counter
from scraper.cleaner.phrases.lines.reporters_marks import MARK_CHARS, is_initials, is_reporters_mark
from scraper.cleaner.phrases.lines.rows import LineKind
from scraper.cleaner.phrases.lines.tell import tell_line
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.reading.tags import CELL_TAGS, LIST_TAGS
from scraper.cleaner.rules.buttons import find_buttons

MAX_MARKS: Final = 2
"""More are a list of addresses, which the article is about; a reporter's stands under all prose."""

MAX_SHARE: Final = 0.5
"""A page of which lines of one kind are so much is about such things."""

# A video's title and how long it is, with nothing between, in an element that is called a video and is none of a list: tracks,
# results and hours stand so, too ("Bohemian Rhapsody5:55").
_DURATION: Final = re.compile(r".*[A-Za-zÀ-ɏа-яА-Я가-힣]\d{1,2}:\d\d")
_DURATION_CHARS: Final = 90
_OF_VIDEOS: Final = frozenset("video videos vod".split())
_ITEMS: Final = frozenset("li td th dt dd".split())
_LISTS: Final = LIST_TAGS | {"table"}

# "Batang -", bold and loose in the element whose first paragraph goes on with it; one that comes again is who speaks.
_PLACE: Final = re.compile(r"[A-ZÀ-Þ][\w'’.]+(?: [A-ZÀ-Þ][\w'’.]+){0,2} ?[-–—]")
_PLACE_CHARS: Final = 40
_PLACE_BOLD: Final = 0.5

# Where a reporter's initials stand without brackets, the element says what they are.
_OF_SOURCES: Final = frozenset("source author autor quelle signature kuerzel".split())

# A mail's first words are shown beside its subject; so that no more of it is, blanks and joiners follow that nobody sees.
_UNSEEN: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\u2007\u034f\u2060\ufeff\xad")
_PREHEADER: Final = re.compile(rf"(?:[{''.join(sorted(_UNSEEN))}]\s?){{8}}$")

# Where content systems let readers log in: DataLife, Drupal, Joomla, WordPress, phpBB, vBulletin.
_ACCOUNTS: Final = re.compile(
    r"[?&]do=(?:register|login|lostpassword)\b|/user/(?:login|register)\b|\boption=com_users\b|/wp-login\.php\b"
    r"|\bucp\.php\?mode=|\bmember\.php\?action=|\bregister\.php\b"
)
_ACCOUNT_CHARS: Final = 300

# What kind of text it is, or where it happened, right above its headline: "Interview", "Hull". A sentence is a standfirst. On 1,337
# written pages (2026-11-28) ten go, none of them of a truth; on products a brand stands there, which some truths have.
_KICKER_CHARS: Final = 40
_NO_KICKER: Final = frozenset(f"{SENTENCE_ENDS},:，：、،")
# To whom an open letter is written.
_ADDRESSED: Final = re.compile(
    r"(?:dear|to (?:the|my|our|mr|mrs|ms|all)|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|an (?:den|die|das|alle)|ch[eè]re?s?"
    r"|à (?:la|l['’]|monsieur|madame)|(?:muy )?(?:estimad|querid)[oa]s?|car[oaei]|carissim[oaei]|gentile|egregio|prezad[oa]s?"
    r"|beste|geachte|kære|kjære|käre|kära|bästa|hyvä|szanown[aiey]\w*|drog[ai]\w*|vážen[ýáí]\w*|poštovan[aio]\w*|tisztelt"
    r"|kedves|уважаем\w+|дорог\w+|шановн\w+|sayın|sevgili)\s",
    re.I,
)

_COUNTED: Final = 3
"""So many figures has how often a text was read, where that stands below it."""


def find_lines(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> dict[LineKind, list[int]]:
    """Return by their kinds the lines of a choice, n, that their words tell; signatures after its first prose, or right above it.

    To look only at those that the model is not sure of (.98) would be half of them, and leave 3 of 50 that go from written pages.
    """
    told: dict[LineKind, list[int]] = {}
    marks = []
    body = (keep & (columns.prose > 0)).nonzero()[0].tolist() or [len(keep)]
    kept = keep.nonzero()[0].tolist()
    for index in kept:
        text = blocks.text[index]
        kind = tell_line(text, is_heading=blocks.is_heading(index)) or _tell_by_form(blocks, index)
        if kind is not None:
            told.setdefault(kind, []).append(index)
        elif _may_be_mark(text, is_below=index > body[-1]) and _is_mark(blocks, index, is_last=index == kept[-1]):
            marks.append(index)
    if 0 < body[0] < len(keep) and keep[body[0] - 1] and _is_place(blocks, body[0] - 1, kept):
        told.setdefault(LineKind.SIGNATURE, []).append(body[0] - 1)
    heads = find_buttons(blocks, kept)
    kickers = _find_kickers(blocks, kept, body[0])
    if kickers and 2 * columns.prose[keep].sum() > columns.words[keep].sum():
        heads += kickers
    if heads:
        told[LineKind.NOTICE] = sorted({*told.get(LineKind.NOTICE, ()), *heads})
    signed = [*told.get(LineKind.SIGNATURE, ()), *(marks if len(marks) <= MAX_MARKS else ())]
    if signed:
        told[LineKind.SIGNATURE] = _find_signatures(blocks, signed, marks, body)
    placed = told.pop(LineKind.AROUND, [])
    if placed:
        others = keep.copy()
        others[[*placed, *chain.from_iterable(told.values())]] = False
        rest = [index for index in body if index not in set(placed)] or body
        outside = _find_outside(blocks, columns, others.nonzero()[0], placed, rest)
        told.setdefault(LineKind.NOTICE, []).extend(outside)
    if not told:
        return {}
    most = MAX_SHARE * columns.words[keep].sum()
    return {kind: lines for kind, lines in told.items() if columns.words[lines].sum() <= most}


def _find_signatures(blocks: Blocks, signed: list[int], marks: list[int], body: list[int]) -> list[int]:
    """Return those of the signed lines, of which some are marks, that stand below the first prose or right above it."""
    first, places, marked = body[0], set(signed), set(marks)
    while first - 1 in places:
        first -= 1
    return [
        index
        for index in signed
        if index >= (body[-1] + 1 if index in marked else first) and not blocks.is_heading(index)
    ]


def _tell_by_form(blocks: Blocks, index: int) -> LineKind | None:
    """Return what a line is that none of its words tells."""
    text = blocks.text[index]
    if (text[-3:-2] == ":" and _is_video(blocks, index)) or (text[-1] in _UNSEEN and _PREHEADER.search(text)):
        return LineKind.NOTICE
    return LineKind.AROUND if blocks.links[index] and _leads_to_accounts(blocks, index) else None


def _find_outside(
    blocks: Blocks, columns: PageColumns, others: NDArray[np.intp], placed: list[int], body: list[int]
) -> Iterator[int]:
    """Yield the lines above the first prose, or below the last with nothing but told lines between, in no list of others.

    Between the lines of the text and in its lists a date is a book's, a law's or the figures', and the words are a glossary's.
    """
    for index in placed:
        above = others[others < index]
        is_below = len(above) > 0 and above[-1] == body[-1]
        is_above = index < body[0] < len(blocks.text)
        # How long it takes to read stands over a text in a list with its date.
        is_of_head = is_above and is_counter(blocks.text[index])
        is_outside = is_above or (is_below and not _is_small_number(blocks.text[index]))
        if is_of_head or (is_outside and not _has_rows_beside(blocks, columns, index, others)):
            yield index


def _is_small_number(text: str) -> bool:
    """Whether a line counts so few that it may be the figure of a text: "Views: 3"."""
    return is_counter(text) and sum(map(str.isdigit, text)) < _COUNTED


def _has_rows_beside(blocks: Blocks, columns: PageColumns, index: int, others: NDArray[np.intp]) -> bool:
    """Whether a block stands in a list or table of other lines; tables of prose lay out a page."""
    frame = blocks.frame[index]
    while frame:
        if blocks.tag[frame] in _LISTS:
            rows = others[(others >= blocks.first_block[frame]) & (others < blocks.end_block[frame])]
            if len(rows) and not (blocks.tag[frame] == "table" and columns.prose[rows].any()):
                return True
        frame = blocks.parent[frame]
    return False


def _may_be_mark(text: str, *, is_below: bool) -> bool:
    """Whether a text has an address, or is short and stands below all prose."""
    return "@" in text or (is_below and len(text) <= MARK_CHARS)


def _is_mark(blocks: Blocks, index: int, *, is_last: bool) -> bool:
    """Whether a text is a reporter's or an agency's mark."""
    text = blocks.text[index]
    is_called = is_last and not _OF_SOURCES.isdisjoint(blocks.look(blocks.frame[index]).words)
    return is_reporters_mark(text, is_last=is_last) or (is_called and is_initials(text))


def _is_video(blocks: Blocks, index: int) -> bool:
    """Whether a block is the title and the duration of a video, by its words and by what its element is called."""
    path, text = blocks.path[blocks.frame[index]], blocks.text[index]
    if len(text) > _DURATION_CHARS or blocks.path_tag[path] in _ITEMS or not _DURATION.fullmatch(text):
        return False
    words = (*blocks.path_look[path].words, *blocks.path_look[blocks.path_above[path]].words)
    return not _OF_VIDEOS.isdisjoint(words)


def _find_kickers(blocks: Blocks, kept: list[int], first: int) -> list[int]:
    """Return the short line right above a page's highest heading, where that is the only one and stands above the first prose."""
    tops = [index for index in kept if blocks.tag[blocks.frame[index]] == "h1"]
    if len(tops) != 1 or not 0 < tops[0] < first or not _may_be_kicker(blocks, tops[0] - 1):
        return []
    return [tops[0] - 1] if tops[0] - 1 in kept else []


def _may_be_kicker(blocks: Blocks, index: int) -> bool:
    """Whether a line may be more than the beginning of its headline, who is written to, or a figure of a table."""
    text, frame = blocks.text[index], blocks.frame[index]
    if (
        len(text) > _KICKER_CHARS
        or text[-1] in _NO_KICKER
        or _ADDRESSED.match(text)
        or blocks.text[index + 1][0].islower()
    ):
        return False
    cell = blocks.parent[frame] if blocks.tag[frame] not in CELL_TAGS else frame
    is_alone = blocks.end_block[cell] - blocks.first_block[cell] == 1
    return not (blocks.tag[cell] in CELL_TAGS and is_alone)


def _leads_to_accounts(blocks: Blocks, index: int) -> bool:
    """Whether all links of a short line lead to where readers log in or sign up."""
    if len(blocks.text[index]) > _ACCOUNT_CHARS:
        return False
    links = [href for *_, mark, href in blocks.spans[index] if mark == "a"]
    return bool(links) and all(_may_be_account(href) and _ACCOUNTS.search(href) for href in links)


def _may_be_account(href: str) -> bool:
    """Whether an address has one of what such addresses have: the pattern takes twenty times the time (2026-11-28)."""
    return "php" in href or "user" in href or "do=" in href


def _is_place(blocks: Blocks, index: int, kept: list[int]) -> bool:
    """Whether a block is the only one that is a bold place and the dash after it, cut off the sentence below."""

    def fits(place: int) -> bool:
        text = blocks.text[place]
        return text[-1] in "-–—" and len(text) <= _PLACE_CHARS and _PLACE.fullmatch(text) is not None

    is_loose = blocks.parent[blocks.frame[index + 1]] == blocks.frame[index]
    return is_loose and fits(index) and blocks.bold_share[index] >= _PLACE_BOLD and sum(map(fits, kept)) == 1
