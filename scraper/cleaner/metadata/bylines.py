"""Bylines: lines beside the headline that say "by" or link to a profile, elements whose class says author."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.metadata.byline_elements import (
    CALLED_WORDS,
    MAX_CALLED,
    beside,
    beside_line,
    is_called,
    is_called_signature,
    is_profile,
    is_writer,
)
from scraper.cleaner.metadata.byline_pieces import read_byline
from scraper.cleaner.metadata.byline_places import OF_PICTURE, is_aside, is_mentioned, is_teasers
from scraper.cleaner.metadata.byline_starts import is_by, is_signed, starts_with_by
from scraper.cleaner.metadata.byline_words import JOB, OTHER_PART, PICTURED
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.markup import text_of
from scraper.cleaner.metadata.months import month_of
from scraper.cleaner.metadata.name_forms import is_name, is_name_in_capitals, is_personal
from scraper.cleaner.metadata.names_above_jobs import are_above_job
from scraper.cleaner.metadata.nearby import Line, texts_in
from scraper.cleaner.metadata.own_words import MAX_LINE, has_own_words, in_common_words
from scraper.cleaner.metadata.page import NEAREST, PageFacts
from scraper.cleaner.metadata.people import clean_authors, says_nobody
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.stated_authors import is_another, is_of_organisation, is_signature, states_nobody

_CALLED: Final = ", ".join((*(f'[class*="{word}"]' for word in CALLED_WORDS), '[data-testid*="yline"]'))
_PLACE: Final = re.compile(
    r"location|place\b|city\b|(?<![a-z])(?:loc|org|role|job|dateline|position|functi(?:on|e)|rol|fonction)(?![a-z])",
    re.I,
)
# What an author is called who is that of something else.
_NO_BYLINE: Final = re.compile(
    rf"{_PLACE.pattern}|{OF_PICTURE.pattern}|(?:book|quote|cover|comment|testimonial|thumbnail)s?[-_]{{0,2}}author",
    re.I,
)
_WORD_START: Final = re.compile(r"(?<=\s)\S")
_DIGIT: Final = re.compile(r"\d")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?(?:h|d|min|hours?|days?|minutes?)\.? ago\b")
# A family name after an initial, alone in a line.
_INITIAL: Final = re.compile(r"[^\W\d_a-z]\. ?[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?")
# Above a headline it stands before who was asked; below it before who did the asking.
_TALKED_TO: Final = re.compile(r"entrevista\s?:", re.I)
# What only those see who have a page read aloud: what an icon stands for.
_ALOUD: Final = re.compile(r"screen-reader|sr-only|visually-?hidden", re.I)
# What holds an article and may be called after its author: "hentry author-ada-lovelace".
_WHOLE: Final = frozenset(("article", "main", "body"))
MAX_PIECES: Final = 12
MAX_BYLINE_WORDS: Final = 8
# What a clock ends with, and the most words and marks between it and a "by" in small letters: "14:20 Uhr in Kiel von" is no
# sentence, "14.20 - Water falls by" is. 0 to 9 find the same on 70 blind pages (2026-11-28).
_CLOCK_END: Final = re.compile(r"(?i:\s*(?:uhr|[ap]\.?m\.?))")
MAX_AFTER_CLOCK: Final = 2
# Texts below the headline that may be a name without "by".
TITLED: Final = 4


def near_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the people that the lines beside the headline name after "by" or link to."""
    if page.headline is None:
        return ()
    is_own = has_own_words(page.language)
    for lines in (page.after, page.before[::-1]):
        for place, line in enumerate(lines):
            if len(line.text) > MAX_LINE or (lines is not page.after and _TALKED_TO.match(line.text)):
                continue
            text = _without_date(in_common_words(line.text, page.language) if is_own else line.text)
            said = starts_with_by(text) or is_signed(text)
            linked = is_profile(line) and (said or not is_mentioned(line, page.markup))
            if not (said or linked) or (place and lines is page.after and _is_job(text, lines[place - 1].text)):
                continue
            later = texts_of(lines[place + 1 : place + MAX_PIECES], page.language)
            names = read_byline([text, *later], page.site_names)
            if not names or (place >= NEAREST and _is_anothers(line.holder, names, page)):
                continue
            if said or " " in names[0] or not names[0].isascii():
                others = beside_line(lines[place : place + MAX_PIECES], names, page.site_names)
                return without_organisations(page, (*names, *others))
    return ()


def _is_anothers(holder: LexborNode | None, names: tuple[str, ...], page: PageFacts) -> bool:
    """Whether a byline far from the headline is of another article or of a comment, or the page says that no person wrote it."""
    if not page.is_article:
        return _is_unsigned(page, names, holder)
    # One small word is none: "par mums" is Latvian for "about us", in the page's foot.
    is_word = names[0].islower()
    is_elsewhere = (
        is_word or is_teasers(holder, names, page.headline) or (holder is not None and is_aside(holder, page))
    )
    return is_elsewhere or _is_unsigned(page, names, holder)


def _is_job(text: str, above: str) -> bool:
    """Whether a word that may stand before an author is what the person above it is: "Reporter"."""
    return (
        JOB.fullmatch(text) is not None
        and len(above) <= MAX_LINE
        and all(map(is_personal, clean_authors([above]) or ("",)))
    )


def texts_of(lines: Sequence[Line], language: str | None) -> list[str]:
    """Return the texts of lines that a byline may go on in: not the place or the paper beside a name, nor who took the pictures."""
    texts: list[str] = []
    for line in lines:
        if texts and compiled(PICTURED).fullmatch(line.text):
            texts.pop()
        elif line.holder is None or not is_called(line.holder, _PLACE):
            texts.append(in_common_words(line.text, language))
    return texts


def without_organisations(page: PageFacts, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without those of the organisations that the page's JSON-LD has as its authors."""
    return tuple(name for name in names if not is_of_organisation(name, page)) if page.work else names


def titled_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the people right below the headline whose names stand without "by": their job is after a bar, or the next text.

    The next text counts on articles alone: elsewhere such lines are customers and what they are.
    """
    found: dict[str, None] = {}
    nearest = page.nearest
    last = 0
    for place, (line, following) in enumerate(pairwise(nearest)):
        if place >= (last + TITLED if found else TITLED):
            break
        name, _, job = line.text.partition("|")
        job = job or (following.text if page.is_article else "")
        if len(line.text) > MAX_LINE or len(job) > MAX_LINE:
            continue
        if not (JOB.search(job) or (page.is_article is not False and _INITIAL.fullmatch(line.text))):
            continue
        names = clean_authors([in_common_words(name, page.language)], page.site_names, shown=True)
        if names and are_above_job(names, line, job):
            found.update(dict.fromkeys(names))
            last = place
    return tuple(found)


def writers(page: PageFacts) -> tuple[str, ...]:
    """Return the people in the first text below the headline whose element is called by the word for a writer in some language."""
    for place, line in enumerate(page.nearest[:NEAREST]):
        if len(line.text) > MAX_LINE or line.holder is None:
            continue
        if not (is_writer(line.holder, page.language) or _is_signature_at(place, page)):
            continue
        if is_called(line.holder, _PLACE):
            continue
        later = texts_of(page.nearest[place + 1 :], page.language)
        names = read_byline([in_common_words(line.text, page.language), *later], page.site_names)
        if names and all(map(is_name_in_capitals, names)):
            return without_organisations(page, (*names, *beside(line.holder, names, page.site_names)))
    return ()


def _is_signature_at(place: int, page: PageFacts) -> bool:
    """Whether a line is called a signature, and stands below the headline and a standfirst or beside a date: others sign, too."""
    lines = page.nearest
    holder = lines[place].holder
    if holder is None or not is_called_signature(holder):
        return False
    above = lines[:place]
    if place < TITLED and sum(len(line.text) > MAX_LINE or _is_sentence(line.text) for line in above) <= 1:
        return True
    return any(_is_date(line.text, page.language) for line in (*above[-1:], *lines[place + 1 : place + 2]))


def authors_in(
    texts: Sequence[str], site_names: frozenset[str] = frozenset(), first: int | None = None
) -> tuple[str, ...]:
    """Return the people in the first text that says "by"; empty where one of them is none, or they had another part in it.

    Args:
        texts: Texts in the page's order: a byline goes on in those that follow it.
        site_names: As for ``clean_authors``.
        first: Of the texts, how many may say "by"; None: each.
    """
    for place, text in enumerate(texts[:first]):
        if len(text) > MAX_LINE or not (starts_with_by(text) or is_signed(text)):
            continue
        if place and OTHER_PART.search(texts[place - 1]):
            continue
        if names := read_byline(texts[place : place + MAX_PIECES], site_names):
            return names if all(map(is_name, names)) else ()
    return ()


def _without_date(text: str) -> str:
    """Return a line from the word "by" on where a date stands before that.

    >>> _without_date("21 August 2026, by Ada Lovelace")
    'by Ada Lovelace'
    >>> _without_date("Un 4 por ciento")  # no name
    'Un 4 por ciento'
    """
    if not _DIGIT.search(text):
        return text
    for start in _WORD_START.finditer(text):
        if starts_with_by(byline := text[start.start() :]):
            before = text[: start.start()]
            clock = _CLOCK.search(before)
            is_clock = clock is not None and (byline[0].isupper() or _is_short_after(before[clock.end() :]))
            is_dated = is_clock or find_date(before, None) is not None
            # "19 July 2018, par" stands before a link, as SPIP has it.
            return byline if is_dated and (is_by(byline) or not byline.islower()) else text
    return text


def _is_short_after(rest: str) -> bool:
    """Whether what stands between a clock and "by" is a day or a place, and no sentence."""
    return len(_CLOCK_END.sub("", rest, count=1).split()) <= MAX_AFTER_CLOCK


def called_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the people in the first element that is called author or byline and names one."""
    for node in page.markup.tree.css(_CALLED)[:MAX_CALLED]:
        if is_called(node, _NO_BYLINE) or is_aside(node, page):
            continue
        texts = [
            (text, piece)
            for piece in texts_in(_inside(node), MAX_PIECES)
            if (text := " ".join((piece.text_content or "")[:400].split()))
            and not _is_date(text, page.language)
            and not (piece.parent is not None and (is_called(piece.parent, _PLACE) or _is_icons(text, piece.parent)))
        ]
        if not texts or len(texts[0][0]) > MAX_LINE or _is_sentence(texts[0][0]):
            continue
        if names := read_byline([in_common_words(text, page.language) for text, _ in texts], page.site_names):
            holder = next((piece.parent for text, piece in texts if names[0] in text), None)
            found = without_organisations(page, (*names, *beside(node, names, page.site_names, holder)))
            is_own = found and not (is_another(node, found, page) or _is_unsigned(page, found, holder or node))
            if is_own and not (node.tag in _WHOLE and _is_headline(names, page)):
                return found
    return ()


def _is_headline(names: tuple[str, ...], page: PageFacts) -> bool:
    """Whether the first name is the page's headline."""
    return page.headline is not None and fold_words(text_of(page.headline, MAX_LINE)) == fold_words(names[0])


def _inside(node: LexborNode) -> LexborNode:
    """Return the first cell of a table that is all that an element has, as bylines of old pages are laid out; else the element."""
    first = node.child
    while first is not None and first.tag == "-text":
        first = first.next
    cell = first.css_first("td") if first is not None and first.tag == "table" else None
    return node if cell is None else cell


def _is_icons(text: str, holder: LexborNode) -> bool:
    """Whether a text says aloud what an icon stands for: "Send an email"; what stands before a name is said so, too."""
    return is_called(holder, _ALOUD) and not (is_by(text) or starts_with_by(text))


def _is_unsigned(page: PageFacts, names: tuple[str, ...], holder: LexborNode | None) -> bool:
    """Whether the page says that no person wrote it, and names stand neither beside the headline nor as a signature in the text."""
    if all(map(is_name_in_capitals, names)) and is_signature(holder, names, page):
        return False
    return states_nobody(page) or _shows_nobody(page)


def _shows_nobody(page: PageFacts) -> bool:
    """Whether the byline beside the headline says "by" and names no person: "By Staff Reporter"."""
    texts = [in_common_words(line.text, page.language) for line in page.nearest]
    return any(
        (is_by(text) and says_nobody(after, page.site_names))
        or (len(text) <= MAX_LINE and starts_with_by(text) and says_nobody(text, page.site_names))
        for text, after in pairwise(texts[: NEAREST + 1])
    )


def _is_sentence(text: str) -> bool:
    """Whether a text is a sentence, as a biography has them, and no byline."""
    return text[-1] in SENTENCE_ENDS and len(text.split()) > MAX_BYLINE_WORDS


def _is_date(text: str, language: str | None) -> bool:
    """Whether a text holds a date and nothing else but, where its month is a word, that of the day."""
    words = [word for word in text.split() if not _DIGIT.search(word)]
    others = [word for word in words if month_of(word) is None]
    has_month = len(others) < len(words)
    return len(others) <= int(has_month) and find_date(text, language) is not None
