"""Lines that hold a date, and what each says of it: of the publication, of an update, or of other things.

"Updated" on or before such a line makes it a second choice.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.byline_starts import starts_with_by
from scraper.cleaner.metadata.date_words import ABOUT_OTHERS, FIRST_PUBLISHED, PUBLISHED, UPDATED
from scraper.cleaner.metadata.dates import find_date, read_date
from scraper.cleaner.metadata.nearby import Line

_DIGIT_OR_YEAR: Final = re.compile(r"\d|年")
# What else than ``<time>`` says when in an attribute, for a text such as "2 hours ago".
_STAMPS: Final = ("title", "datetime", "data-timestamp", "data-date", "data-datetime")
_STAMP_NAMES: Final = frozenset(_STAMPS)
_STAMP: Final = re.compile(r"(?:(?P<label>[^\W\d_]{3,20}): )?\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?|1\d{9}(?:\d{3})?")
_DATE_BEFORE: Final = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[\s,–-]+\d{1,2}[:.h]\d\d)?[\s,|–-]+")
# A dateline is a short text; longer ones only with a word that says what they are.
MAX_BARE_LINE: Final = 60
MAX_LINE: Final = 140
# A label such as "Updated:" in a text of its own before the date.
MAX_LABEL: Final = 30


_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DASH: Final = re.compile(r"\s*[–—]\s*|\s-\s")


class Dated(NamedTuple):
    """A line with a date, the text before it, and that again where it is short enough to be a label; the element that holds it."""

    date: str
    text: str
    label: str = ""
    before: str = ""
    holder: LexborNode | None = None


def read_dated_lines(lines: Iterable[Line], language: str | None) -> Iterator[Dated]:
    """Yield the lines that hold a date, in their order."""
    before = label = ""
    for line in lines:
        value = date_of(line, label, language)
        if value:
            yield Dated(value, line.text, label, before, line.holder)
        before = line.text
        label = "" if value or len(before) > MAX_LABEL else before


def is_said_first(line: Dated) -> bool:
    """Whether a line says that its date is that of the first publication."""
    return any(FIRST_PUBLISHED.match(words.lower()) for words in (line.label, line.text))


def is_of_publication(line: Dated) -> bool:
    """Whether a date may be that of the publication: neither of other things nor of an update."""
    return not is_of_others(line) and not is_update(line)


def is_said_published(line: Dated) -> bool:
    """Whether a line says that its date is that of the publication."""
    return PUBLISHED.search(f"{line.label} {line.text}".lower()) is not None


def is_of_others(line: Dated) -> bool:
    """Whether a line says that its date is that of something else: an event, a comment, or the time from one day to another."""
    return _is_range(line.text) or ABOUT_OTHERS.search(f"{line.label} {line.text}"[:MAX_LINE].lower()) is not None


def _is_range(text: str) -> bool:
    """Whether a text is two days with a dash between, and no word for publishing: when something ran.

    >>> _is_range("October 14, 1999 – January 20, 2000"), _is_range("3 May 2026 – updated 5 May 2026")
    (True, False)
    """
    if len(_YEAR.findall(text)) != 2 or ":" in text or _says_what(text.lower()):
        return False
    days = [find_date(part) for part in _DASH.split(text)]
    return len(days) == 2 and None not in days and days[0] != days[1]


def is_update(line: Dated) -> bool:
    """Whether a line or, where the line says nothing, the one before it speaks of an update before any publication."""
    for words in (line.text.lower(), line.label.lower()):
        updated, published = UPDATED.search(words), PUBLISHED.search(words)
        if updated and published and published.start() > updated.start():
            return not find_date(words[published.end() :])
        if updated and not published:
            return not _is_between_dates(words, updated)
        if published:
            return False
    return _is_called_update(line.holder)


def _is_called_update(node: LexborNode | None) -> bool:
    """Whether the class of the element that holds a date says so; many themes call the date of publication both."""
    called = (node.attributes.get("class") or "").lower() if node is not None else ""
    return UPDATED.search(called) is not None and not PUBLISHED.search(called)


def _is_between_dates(words: str, updated: re.Match[str]) -> bool:
    """Whether a word stands after one date and before another, as in "3 May 2026, updated 5 May 2026"."""
    return bool(find_date(words[: updated.start()]) and find_date(words[updated.end() :]))


def date_of(line: Line, label: str, language: str | None) -> str | None:
    """Return the date that a line holds, in its text, its element's attributes, or behind the label before it."""
    text = line.text
    stamp = line.stamp or _stamp_of(line.holder, text, label, language)
    if stamp and (found := read_date(stamp, language)):
        return found
    if len(text) > MAX_LINE or not _DIGIT_OR_YEAR.search(text):
        return None
    if found := _said_date(text, language):
        is_line = len(text) <= MAX_BARE_LINE or "|" in text or _says_what(text.lower()) or _is_credit(text)
        return found if is_line else None
    return find_date(f"{label} {text}", language) if len(text) < 12 and len(label) < 12 else None


def _is_credit(text: str) -> bool:
    """Whether a line is a date and a byline: "21.08.2026 - 10:05 Por Ada Lovelace (texto) e Charles Babbage (fotografia)"."""
    return starts_with_by(_DATE_BEFORE.sub("", text))


def _stamp_of(holder: LexborNode | None, text: str, label: str, language: str | None) -> str:
    """Return the date, as machines write it, of an attribute of the element that holds a line.

    Of a link it is another page's, of a long text none of its own, and after a word for an update that of the update; a date that
    the text says itself is surer. A word before it in the attribute must be one for publishing.
    """
    if (
        holder is None
        or holder.tag in ("a", "time")
        or len(text) > MAX_BARE_LINE
        or _STAMP_NAMES.isdisjoint(attributes := holder.attributes)
    ):
        return ""
    named = ((name, attributes.get(name) or "") for name in _STAMPS)
    stamp = next((value for name, value in named if _is_stamp(value, is_title=name == "title")), "")
    return "" if not stamp or UPDATED.search(label.lower()) or find_date(text, language) else stamp


def _is_stamp(value: str, *, is_title: bool) -> bool:
    """Whether an attribute is a date as machines write it; in a ``title`` no number."""
    stamp = _STAMP.fullmatch(value)
    if stamp is None or (is_title and value.isdigit()):
        return False
    return not stamp["label"] or PUBLISHED.match(stamp["label"].lower()) is not None


def _said_date(text: str, language: str | None) -> str | None:
    """Return a line's date: of "Updated 6 May | Published 4 May" the latter."""
    found = find_date(text, language)
    lower = text.lower()
    if found and (updated := UPDATED.search(lower)) and (published := PUBLISHED.search(lower, updated.end())):
        rest = text if len(text) == len(lower) else lower
        return find_date(rest[published.end() :], language) or found
    return found


def _says_what(lower: str) -> bool:
    return PUBLISHED.search(lower) is not None or UPDATED.search(lower) is not None
