"""Title, author, date, section and site name of a text dump: from the lines above the body, and the copyright line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scraper.cleaner.metadata.byline_starts import is_by, starts_with_by
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.people import clean_authors
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import strip_site_name
from scraper.cleaner.text_dump.body import is_byline, is_dateline
from scraper.cleaner.text_dump.lines import Line

# "in News", "Rubrik: Lokales": the first kind only beside the byline, since a preposition starts many lines.
_PREPOSITION: Final = re.compile(r"(?i:posted\s+in|filed\s+under|in|en|em|dans|w|в|у|i)\s+(?=[^\Wa-zа-я])")
_SECTION: Final = re.compile(
    r"(?:section|category|categories|filed under|posted in|rubrik|ressort|kategori[ea]?n?|catégories?|rubrique|categorías?|sección"
    r"|categorias?|seção|secção|sezione|categori[ae]|rubriek|dział|kategória|rovat|рубрика|раздел|категория|категорія|bölüm"
    r"|chuyên mục|κατηγορία|カテゴリー?|ジャンル|分类|分類|栏目|欄目|카테고리|섹션|القسم|تصنيف|श्रेणी|หมวด)\s*[:：|｜]\s*",
    re.I,
)
_CRUMBS: Final = re.compile(r"\s*[>›»→]\s*")
_COPYRIGHT: Final = re.compile(r"©|\(c\)|copyright", re.I)
# What stands around the owner's name in a copyright line.
_NOT_OWNER: Final = re.compile(r"©|\(c\)|copyright|(?:19|20)\d\d(?:\s*[-–/,]\s*(?:19|20)?\d\d)*", re.I)
_BY: Final = re.compile(r"(?:by|von|par|por|di)\s+", re.I)
_OWNER_END: Final = re.compile(
    r"[.,;|｜•·]|\s[-–—]\s|all rights|alle rechte|tous droits|todos (?:los|os)|tutti i|wszelkie|все права|無断|版权|版權",
    re.I,
)
_PARTS: Final = re.compile(r"\s*[|｜»›«•·]\s*|\s+[-–—]\s+")
_REPLY: Final = re.compile(r"(?:re|aw|fwd?)\s*:\s*", re.I)

# How far above the byline its headline may stand: a standfirst, a picture's caption, a section name lie between.
TITLE_REACH: Final = 12
# What a line above the body is worth as a headline: its words up to a few, the words it shares with the body, its distance. Right
# titles of wcxb-dev's articles, dumped as text without their <title>: .48 for the nearest line, .61 so (2026-11).
ENOUGH_WORDS: Final = 6
SHARED_WORTH: Final = 12
LEVEL_WORTH: Final = 10
DISTANCE_COST: Final = 0.4
LABEL_COST: Final = 3
# Above are the scripts that write two characters where others write five.
WIDE_FROM: Final = "\u2e80"
BODY_LINES: Final = 12
# How far from the byline and date the section may stand.
SECTION_REACH: Final = 3
MAX_SECTION_WORDS: Final = 4
MAX_OWNER_CHARS: Final = 60
# The longest title of wcxb-dev's articles has 24 words (2026-11); one word is a label.
TITLE_WORDS: Final = (2, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the lines around the body say; None and empty: nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    section: str | None = None
    site_name: str | None = None


def read_head(lines: Sequence[Line], body_start: int) -> Head:
    """Read the lines above the body, and the file's copyright line.

    Args:
        lines: All lines of the file.
        body_start: Place of the body's first line; of a file without a body, the number of lines.
    """
    above = lines[:body_start]
    menu = _menu_entries(lines)
    body = fold_words(" ".join(line.text for line in lines[body_start : body_start + BODY_LINES]))
    anchor = _find_anchor(above, menu, body)
    title = _find_title(above, anchor, menu, body)
    site_name = _find_site_name(lines, title)
    if title and site_name:
        title = strip_site_name(title, frozenset({fold_words(site_name)}))
    near = range(max(0, anchor[0] - SECTION_REACH), min(len(above), anchor[1] + SECTION_REACH)) if anchor else range(0)
    owner = frozenset({fold_words(site_name)} if site_name else ())
    return Head(
        title=title,
        authors=_find_authors(above, anchor, owner),
        published=_find_published(above, anchor),
        section=_find_section(above, near, menu, title),
        site_name=site_name,
    )


def strip_reply(title: str) -> str:
    """Return a subject line without "Re:"."""
    mark = _REPLY.match(title)
    return title[mark.end() :] if mark else title


def _menu_entries(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines with a bullet and those of repeated runs: what menus hold."""
    entries = set()
    for place, line in enumerate(lines):
        beside = [other for other in lines[max(0, place - 1) : place + 2] if other is not line]
        in_run = line.copies > 1 and any(other.copies > 1 for other in beside)
        if line.words <= MAX_SECTION_WORDS and (line.is_item or in_run):
            entries.add(fold_words(line.text))
    return frozenset(entries)


def _find_anchor(above: Sequence[Line], menu: frozenset[str], body: str) -> tuple[int, int] | None:
    """Return the first run of byline and date lines that has a headline above it; with a byline before one without.

    A date alone at the top of a page is today's.
    """
    runs: list[tuple[int, int]] = []
    for place, line in enumerate(above):
        if is_byline(line) or is_dateline(line):
            if runs and place - runs[-1][1] < 2:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
    runs = [run for run in runs if _title_above(above, run[0], menu, body)] or runs
    signed = [run for run in runs if any(is_byline(above[place]) for place in range(*run))]
    return next(iter(signed or runs), None)


def _is_titular(line: Line, menu: frozenset[str]) -> bool:
    low, high = TITLE_WORDS
    return (
        (low <= line.words <= high or line.level == 1)
        and not line.is_item
        and not line.is_template
        and fold_words(line.text) not in menu
        and not _COPYRIGHT.search(line.text)
        and not (is_byline(line) or is_dateline(line) or _SECTION.match(line.text))
    )


def _title_above(above: Sequence[Line], place: int, menu: frozenset[str], body: str) -> Line | None:
    """Return the headline above a place: near it, of some length, with words that the body uses.

    A sentence with a full stop is the standfirst, unless there is nothing else.
    """
    near = range(max(0, place - TITLE_REACH), place)
    found = [index for index in near if _is_titular(above[index], menu)]
    bare = [index for index in found if not (_is_statement(above[index]) or len(_CRUMBS.split(above[index].text)) > 2)]

    def score(index: int) -> float:
        line = above[index]
        shared = SHARED_WORTH * _shared_grams(line.text, body) + LEVEL_WORTH * (line.level == 1)
        return min(line.words, ENOUGH_WORDS) + shared - DISTANCE_COST * (place - index) - LABEL_COST * (line.says > 0)

    best = max(bare or found, key=score, default=None)
    return None if best is None else above[best]


def _shared_grams(text: str, body: str) -> float:
    """Return the share of a text's character sequences that the body has: words of any script, in any of their forms."""
    folded = fold_words(text)
    size = 5 if folded[:1] < WIDE_FROM else 2
    grams = {folded[start : start + size] for start in range(len(folded) - size + 1)}
    return sum(gram in body for gram in grams) / len(grams) if grams else 0.0


def _is_statement(line: Line) -> bool:
    return line.ends_sentence and not line.text.rstrip("\"'”’»)").endswith(("?", "!", "？", "！", "…", "؟"))


def _find_title(above: Sequence[Line], anchor: tuple[int, int] | None, menu: frozenset[str], body: str) -> str | None:
    line = None
    if anchor:
        line = _title_above(above, anchor[0], menu, body)
        below = above[anchor[1] :]
        line = line or next((later for later in below if _is_titular(later, menu) and not _is_statement(later)), None)
    line = line or _title_above(above, len(above), menu, body)
    return strip_reply(line.text) if line else None


def _find_authors(above: Sequence[Line], anchor: tuple[int, int] | None, site_names: frozenset[str]) -> tuple[str, ...]:
    for place in range(*anchor or (0, 0)):
        if is_byline(above[place]):
            said = above[place].text
            if is_by(said) and place + 1 < len(above):
                said = above[place + 1].text
            names = clean_authors(_name_parts(said), site_names)
            if names:
                return tuple(_with_point(name, said) for name in names)
    return ()


def _with_point(name: str, said: str) -> str:
    """Give an initial at the end its point back, which cleaning takes for the sentence's."""
    return f"{name}." if re.search(rf"{re.escape(name)}\.", said) and re.search(r"\s\w$", name) else name


def _name_parts(said: str) -> Iterator[str]:
    """Yield a byline's parts up to its date: "by anna » 4 March 2008, 21:14" is anna's."""
    for part in _PARTS.split(said):
        if find_date(part):
            if starts_with_by(part):
                yield re.split(r"[,，(（]|\s(?=\d)", part, maxsplit=1)[0]
            return
        yield part


def _find_published(above: Sequence[Line], anchor: tuple[int, int] | None) -> str | None:
    dates = (find_date(above[place].text) for place in range(*anchor or (0, 0)))
    return next(filter(None, dates), None)


def _find_section(above: Sequence[Line], near: range, menu: frozenset[str], title: str | None) -> str | None:
    """Return the section that a line beside the byline names, a menu entry that stands there again, or the last crumb."""
    for place in near:
        text = above[place].text
        mark = _SECTION.match(text) or _PREPOSITION.match(text)
        if mark and above[place].words <= MAX_SECTION_WORDS + 1 and not find_date(text):
            return text[mark.end() :]
    for place in near:
        line = above[place]
        in_menu = place and fold_words(above[place - 1].text) in menu
        if fold_words(line.text) in menu and not (in_menu or line.is_item or line.says or line.text == title):
            return line.text
    for line in above:
        crumbs = [crumb for crumb in _CRUMBS.split(line.text) if crumb and crumb != title]
        if len(crumbs) > 1 and not find_date(line.text) and all(len(c.split()) <= MAX_SECTION_WORDS for c in crumbs):
            return crumbs[-1]
    return None


def _find_site_name(lines: Sequence[Line], title: str | None) -> str | None:
    """Return the owner that a copyright line names, else what stands beside the headline in a line that repeats it.

    A copyright owner is believed where the file has the name elsewhere, or where nothing else names the site.
    """
    owners = [owner for line in lines if _COPYRIGHT.search(line.text) and (owner := _read_owner(line.text))]
    others = {fold_words(line.text) for line in lines}
    suffix = _beside_title(lines, title) if title else None
    known = [owner for owner in owners if fold_words(owner) in others]
    return next(iter(known), None) or suffix or next(iter(owners), None)


def _read_owner(text: str) -> str | None:
    """Return the name after the copyright mark, else the one before it."""
    before, _, after = text.partition(_COPYRIGHT.findall(text)[-1])
    for side in (after, before):
        bare = _BY.sub("", " ".join(_NOT_OWNER.sub(" ", side).split()).lstrip(" ,"))
        owner = next((part.strip() for part in _OWNER_END.split(bare) if part.strip()), "")
        if 2 <= len(owner) <= MAX_OWNER_CHARS and len(owner.split()) <= 2 * MAX_SECTION_WORDS:
            return owner
    return None


def _beside_title(lines: Sequence[Line], title: str) -> str | None:
    for line in lines:
        for mark in _PARTS.finditer(line.text):
            if fold_words(line.text[: mark.start()]) == fold_words(title):
                return line.text[mark.end() :].strip() or None
    return None
