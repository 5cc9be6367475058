"""Names without "by" and without a job, known by where they stand: a line of their own below the headline, or set right."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.byline_elements import is_called
from scraper.cleaner.metadata.byline_pieces import read_byline
from scraper.cleaner.metadata.byline_places import is_aside, is_in_text
from scraper.cleaner.metadata.byline_starts import starts_with_by
from scraper.cleaner.metadata.byline_words import NOTE
from scraper.cleaner.metadata.bylines import NO_BYLINE
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.headline_texts import is_prose_line
from scraper.cleaner.metadata.markup import fold, text_of
from scraper.cleaner.metadata.name_forms import is_name
from scraper.cleaner.metadata.nearby import Line, texts_in
from scraper.cleaner.metadata.own_words import MAX_LINE, in_common_words
from scraper.cleaner.metadata.page import PageFacts
from scraper.cleaner.metadata.people import signed_names
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import NEWS

# Texts below the headline among which a bare name may be: over it stand a date, a section and a standfirst.
BELOW: Final = 6
# Letters of a word of a name that tells whether a text mentions it.
MIN_WORD: Final = 3
# A date beside a name in its line, and the marks that part them: "Спорт | 01.08 22:47 | Ада Лавлейс", "Ada Lovelace, 6 May 2026".
_PARTED: Final = re.compile(r"\s*[|•·]\s*|,\s+|\s+[–—-]\s+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DIGIT: Final = re.compile(r"\d")
_ENDS: Final = " .,;—–-|•·"
# Elements inside of a line; what else ends or begins one.
_INLINE: Final = frozenset(("a", "b", "strong", "i", "em", "u", "span", "font", "small", "big", "cite", "time"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MAX_CLIMB: Final = 6
# What places of two words begin or end with, and no person's name.
_PLACE: Final = re.compile(
    r"^(?:new|los|las|san|santa|santo|são|saint|sainte|st\.?|buenos|hong|kuala|addis|cape|novi|nov[aáýé]|banja|ciudad|puerto|porto|"
    r"port|fort|mount|lake|north|south|east|west|northern|southern|eastern|western|upper|lower|den|нижний|великий|новый|старый)\s|"
    r"\s(?:city|town|county|islands?|beach|park|valley|street|road|district|region|state|область|район|край)$",
    re.I,
)
_SHARED: Final = frozenset(
    "facebook twitter whatsapp instagram linkedin pinterest telegram messenger viber email e-mail youtube google bluesky".split()
)
# Lines set right, as signatures are, in attributes and styles.
_RIGHT: Final = '[align="right" i], [style*="text-align:right"], [style*="text-align: right"]'
MAX_RIGHT: Final = 60
# Columns of figures are set right, too.
_CELLS: Final = frozenset(("table", "tbody", "tr", "td", "th"))


def bare_names(page: PageFacts) -> tuple[str, ...]:
    """Return the people in the first line below the headline that is their names alone, or with a date.

    A date or the text stands next to it. The headline and the text do not mention them, as they do places and whom they are about.
    Only on pages as they were before metadata: on others firms, places and those who were asked stand there as often. On all pages
    of wcxb-dev three names were right and nine false, on these none (2026-11-28).
    """
    if page.headline is None or not _is_undescribed(page):
        return ()
    lines = page.after
    for place, line in enumerate(lines[:BELOW]):
        if starts_with_by(in_common_words(line.text, page.language)):
            return ()  # of somebody else, or of nobody
        names, is_dated = _names_in(line, page)
        is_apart = bool(names) and (is_dated or _is_set_apart(lines, place, page))
        if is_apart and not (_is_mentioned(names, place, page) or _has_common_words(names, page)):
            return names
    return ()


def _is_undescribed(page: PageFacts) -> bool:
    """Whether a page has no metadata for machines, as those of before them have none."""
    return (
        page.is_article is None
        and not page.linked.types
        and not any(name.startswith("og:") for name in page.markup.meta)
    )


def _has_common_words(names: Sequence[str], page: PageFacts) -> bool:
    """Whether a word of the names stands on the page in small letters: then it is a label's, "Featured Content"."""
    body = page.markup.tree.body
    said = frozenset(_WORD.findall(body.text(deep=True, separator=" "))) if body is not None else frozenset()
    words = (word.strip(_ENDS) for name in names for word in name.split())
    return any(word.lower() in said for word in words if len(word) >= MIN_WORD)


def _names_in(line: Line, page: PageFacts) -> tuple[tuple[str, ...], bool]:
    """Return the names that a line is, and whether a date stands with them."""
    text = line.text
    if len(text) > MAX_LINE or line.link or line.holder is None or _is_others(line.holder, page):
        return (), False
    parts = [part for part in _PARTED.split(NOTE.sub(" ", text)) if part.strip(_ENDS)]
    dates = [part for part in parts if _DIGIT.search(part)]
    named = [part.strip(_ENDS) for part in parts if not _DIGIT.search(part)]
    if dates and not (find_date(text, page.date_language) or _CLOCK.search(text)):
        return (), False
    if dates:
        people = [people for name in named if (people := _signed(name, page))]
        return (people[0] if len(people) == 1 else ()), True
    return _signed(NOTE.sub(" ", text), page), False


def _is_others(holder: LexborNode, page: PageFacts) -> bool:
    """Whether a line is called the name of somebody who wrote or made something else, or stands in a box beside the text."""
    around = holder.parent
    is_none = is_called(holder, NO_BYLINE) or (around is not None and is_called(around, NO_BYLINE))
    return is_none or is_aside(holder, page)


def _signed(text: str, page: PageFacts) -> tuple[str, ...]:
    """Return the people of a line that is their names alone; none in scripts without capitals, where labels look alike."""
    names = signed_names(text.strip(_ENDS))
    return names if all(_is_persons(name, page) for name in names) else ()


def _is_persons(name: str, page: PageFacts) -> bool:
    """Whether a name is none of the site's, a section's, of a place of several words, or of where a text can be shared."""
    words = frozenset(map(fold_words, name.split()))
    own = page.site_names | page.sections() | NEWS
    return own.isdisjoint({fold_words(name), *words}) and _SHARED.isdisjoint(words) and not _PLACE.search(name)


def _is_set_apart(lines: Sequence[Line], place: int, page: PageFacts) -> bool:
    """Whether a line is all that its block has, and stands beside a date or right above the text."""
    line = lines[place]
    if not _is_whole(line):
        return False
    beside = [*lines[place + 1 : place + 2], *lines[max(0, place - 1) : place]]
    is_dated = any(len(other.text) <= MAX_LINE and find_date(other.text, page.date_language) for other in beside)
    is_above = any(is_prose_line(other.text) for other in lines[place + 1 : place + 3])
    return is_dated or is_above


def _is_whole(line: Line) -> bool:
    """Whether a text is all that its element has, and no other text stands beside that in its line."""
    node = line.holder
    for _ in range(MAX_CLIMB):
        if node is None or text_of(node, MAX_LINE + 1) != line.text:
            return False
        if node.tag not in _INLINE:
            return node.tag not in _HEADINGS  # a part of the text may be called so
        if not (_ends(node.prev, "prev") and _ends(node.next, "next")):
            return False
        if node.prev is not None or node.next is not None:
            return True
        node = node.parent
    return False


def _ends(node: LexborNode | None, step: str) -> bool:
    """Whether no text stands where a node does, beside another."""
    while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
        node = getattr(node, step)
    return node is None or node.tag != "-text"


def _is_mentioned(names: Sequence[str], place: int, page: PageFacts) -> bool:
    """Whether the headline or a text below a line has a word of the names; not what says at its beginning who wrote it."""
    headline = "" if page.headline is None else text_of(page.headline)
    above = (line.text for line in page.after[:place])
    said = [headline, *above, *_told(page.after[place + 1 :], names)]
    told = frozenset(word for text in said for word in map(fold_words, text.split()))
    words = (fold_words(word) for name in names for word in name.split())
    return any(word in told for word in words if len(word) >= MIN_WORD)


def _told(lines: Sequence[Line], names: Sequence[str]) -> Iterator[str]:
    return (line.text for line in lines if is_prose_line(line.text) and not line.text.startswith(tuple(names)))


def right_names(page: PageFacts) -> tuple[str, ...]:
    """Return the people who signed the text in a line that is set right, below the last of its paragraphs or between them."""
    if not (page.is_article or _is_undescribed(page)):
        return ()
    for node in page.markup.tree.css(_RIGHT)[:MAX_RIGHT]:
        texts = [text for piece in texts_in(node, 4) if (text := fold(piece.text_content))]
        if not texts or node.tag in _CELLS or len(text_of(node, MAX_LINE + 1)) > MAX_LINE:
            continue
        first = in_common_words(texts[0], page.language)
        names = read_byline([first, *texts[1:]], page.site_names) if starts_with_by(first) else _signed(texts[0], page)
        is_named = bool(names) and all(map(is_name, map(str.title, names)))
        if is_named and is_in_text(node, names, page.headline) and not is_aside(node, page):
            return names
    return ()
