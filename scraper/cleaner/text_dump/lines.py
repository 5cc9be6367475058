"""The lines of a text dump: bullets taken off, hard-wrapped paragraphs joined, and what each line looks like."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from scraper.cleaner.characters import count_words, fold_text
from scraper.cleaner.phrases.stock import NAMES, find_phrases

# Marks of list items in browsers' and html2text's output. A dash may also open a dialogue: only short lines are its items.
_BULLET: Final = re.compile(r"(?:[•‣◦▪●○■□◆▶►·*+]|[-–](?=\s\S.{0,60}$))\s+")
_HEADING: Final = re.compile(r"(#{1,6})\s+")
_RULE: Final = re.compile(r"[\W_]*")
_BREAKS: Final = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENDS: Final = tuple(".!?:。！？：…؟।۔։")
_INNER_END: Final = re.compile(r"[.!?…؟]['\"”’»)]*\s+\S|[。！？।۔։]['\"”’」』»)]*\s*[^\s」』”’)）]")
# "Year" and "hours" after a number, as Russian and Thai datelines end: no ends of sentences in a short line.
_AFTER_NUMBER: Final = re.compile(r"\d\s?(?:г|р|ч|น)\.$")
DATELINE_CHARS: Final = 40
_CLOSING: Final = "\"'”’»›)）」』】］]*_"

# 89 % of the lines of wcxb-dev's articles that end a sentence have eight words or more (2026-11); lines without a mark at their end
# are prose only when they are longer than headlines are.
PROSE_WORDS: Final = 8
UNENDED_WORDS: Final = 30

# Mails and forums wrap at 60 to 80 columns; lines of a file with longer ones are whole paragraphs.
WRAP_COLUMNS: Final = (45, 100)
LONG_SHARE: Final = 0.75
FULL_SHARE: Final = 0.7

# How many words at the start of a line may say what it is: longer ones are prose that uses such a word.
LABEL_WORDS: Final = 3
LABEL_BARE_WORDS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the dump.

    Attributes:
        text: Without bullet and outer white space.
        is_item: Whether it had a bullet.
        level: Number of ``#`` before it.
        has_gap: Whether a blank line stands before it.
        words: How many; scripts without blanks as in ``count_words``.
        ends_sentence: Whether its last character ends a sentence, or announces what follows, in any script.
        copies: How often it stands in the file.
        says: One bit for each group of ``phrases.NAMES`` that it announces as a label.
        is_template: Whether it stands on other pages of the same site.
    """

    text: str
    is_item: bool = False
    level: int = 0
    has_gap: bool = False
    words: int = 0
    ends_sentence: bool = False
    copies: int = 1
    says: int = 0
    is_template: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether the line is one sentence or more."""
        return self.words >= (PROSE_WORDS if self.ends_sentence else UNENDED_WORDS)

    @property
    def is_lone_sentence(self) -> bool:
        """Whether the line is prose of one sentence, no longer than teasers are."""
        return self.is_prose and self.words < UNENDED_WORDS and _INNER_END.search(self.text) is None

    def announces(self, *groups: str) -> bool:
        """Whether the line is a label of one of the groups."""
        return any(self.says >> NAMES.index(group) & 1 for group in groups)


def split_lines(text: str) -> list[Line]:
    r"""Return the lines that hold letters or digits, in order.

    >>> [(line.text, line.is_item) for line in split_lines("  • News\n\n ---- \nA line.")]
    [('News', True), ('A line.', False)]
    """
    bare: list[Line] = []
    gap = False
    for raw in _unwrap([line.strip() for line in _BREAKS.split(text.lstrip("\ufeff"))]):
        if not raw or _RULE.fullmatch(raw):
            gap = True
            continue
        bare.append(_parse_line(raw, has_gap=gap))
        gap = False
    copies = Counter(fold_text(line.text) for line in bare)
    return [_describe(line, copies[fold_text(line.text)]) for line in bare]


def ends_sentence(text: str) -> bool:
    """Whether a text's last character, before quotes and brackets, ends a sentence or announces what follows."""
    return text.rstrip(_CLOSING).endswith(_ENDS) and not (len(text) <= DATELINE_CHARS and _AFTER_NUMBER.search(text))


def _parse_line(raw: str, *, has_gap: bool) -> Line:
    bullet = _BULLET.match(raw)
    if bullet:
        raw = raw[bullet.end() :]
    heading = _HEADING.match(raw)
    text = raw[heading.end() :] if heading else raw
    return Line(
        text=" ".join(text.split()),
        is_item=bullet is not None,
        level=len(heading[1]) if heading else 0,
        has_gap=has_gap,
    )


def _describe(line: Line, copies: int) -> Line:
    words = count_words(line.text)
    ends = ends_sentence(line.text)
    return Line(
        text=line.text,
        is_item=line.is_item,
        level=line.level,
        has_gap=line.has_gap,
        words=words,
        ends_sentence=ends,
        copies=copies,
        says=_read_label(line.text, words, ends_sentence=ends),
    )


def _read_label(text: str, words: int, *, ends_sentence: bool) -> int:
    """Return the groups of stock phrases that a line announces.

    A short line is a label as a whole; a longer one by its first words, up to a colon; a sentence is none.
    """
    if ends_sentence and words >= PROSE_WORDS:
        return 0
    if words <= LABEL_BARE_WORDS:
        return find_phrases(text)
    label, colon, _ = text.partition(":")
    if colon and count_words(label) <= LABEL_WORDS:
        return find_phrases(label)
    return 0


def _unwrap(lines: Sequence[str]) -> list[str]:
    """Join what was broken to fit into a column: where the next line's first word had no room any more."""
    width = max(map(len, lines), default=0)
    if not WRAP_COLUMNS[0] <= width <= WRAP_COLUMNS[1] or not _is_wrapped(lines, width):
        return list(lines)
    joined: list[str] = []
    room = 0
    for line in lines:
        if joined and line and joined[-1] and not _BULLET.match(line) and len(line.split()[0]) >= room:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        room = width - len(line) if line else width + 1
    return joined


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether the long lines that have another below them are full, in the middle of a sentence: the next word did not fit."""
    pairs = [(a, b) for a, b in pairwise(lines) if b and len(a) >= LONG_SHARE * width]
    full = sum(len(line) + len(after.split()[0]) >= width and not ends_sentence(line) for line, after in pairs)
    return full > 1 and full >= FULL_SHARE * len(pairs)
