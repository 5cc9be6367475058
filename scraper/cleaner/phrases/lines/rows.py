"""Lists of lines that are told by their words: by the first one, so that a line costs a look-up, and how it goes on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Final, TypeAlias

from scraper.cleaner.phrases.lines.beginnings import beginnings_of

Rows: TypeAlias = tuple[tuple[str, str], ...]
"""Each row: words that such a line begins with, case folded, and the pattern of how it goes on."""

AROUND: Final = " ([{*–—-:,.\"'»«•>_¿¡፡፦៖՝"
"""Stands before and after a line's first word; at its end the colons of Ethiopic, Khmer and Armenian."""

COLONS: Final = ":：፡፦៖՝"


class LineKind(StrEnum):
    """What lines are told by their words."""

    SIGNATURE = "signature"
    PLEA = "plea"
    TERMS = "terms of a subscription"
    NOTICE = "notice"
    AROUND = "notice where it stands around the text"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineList:
    """Lines of one kind.

    Attributes:
        max_chars: The longest such line.
        rows: By their first words, in scripts with blanks between words.
        form: What the rest of a line fits, with how it goes on in place of the braces.
        labels: Whole lines, case folded.
        begins: How such lines begin, in scripts that write no blanks.
        within: What stands anywhere in them, in scripts other than Latin, or with the sign of copyright or one of the hints.
            In small letters, as ``as_small`` writes them: to search without regard to case takes twice the time (2026-11-27).
        hints: Words, case folded, of Latin lines that have what stands ``within``.
        names: What stands besides, anywhere in them; a string is compiled when a line has the rest.
        headings: Whether the rows tell headings, too.
    """

    kind: LineKind
    max_chars: int
    rows: Rows = ()
    form: str = r"\W*+(?:{})"
    labels: frozenset[str] = frozenset()
    begins: re.Pattern[str] | None = None
    within: re.Pattern[str] | None = None
    hints: frozenset[str] = frozenset()
    names: re.Pattern[str] | str | None = None
    headings: bool = True

    def tells_wide(self, text: str, small: str) -> bool:
        """Whether a text, also given in small letters, is such a line by how it begins or by what stands in it."""
        if len(text) > self.max_chars:
            return False
        begins = self.begins is not None and self.begins.match(text) is not None
        return (begins or (self.within is not None and self.within.search(small) is not None)) and self._names_it(text)

    def match_rest(self, text: str, word: str, rest: str, beginning: str) -> re.Match[str] | None:
        """Match what follows the first word of a text that begins with a word of the list; None where it is no such line.

        Args:
            text: The line.
            word: Its first word, case folded.
            rest: What follows it.
            beginning: What ``read_beginning`` says of that.
        """
        beginnings, rows = _rows_of(self, word)
        if len(text) > self.max_chars or not beginning.startswith(beginnings):
            return None
        for own, row in rows:
            match = compile_row(self.form, row).match(rest) if beginning.startswith(own) else None
            if match is not None:
                return match if self._names_it(text) else None
        return None

    def _names_it(self, text: str) -> bool:
        return self.names is None or _compile_names(self.names).search(text) is not None


@cache
def _compile_names(names: re.Pattern[str] | str) -> re.Pattern[str]:
    return re.compile(names)


@cache
def _index_rests(lines: LineList) -> Mapping[str, tuple[str, ...]]:
    """Return by each first word how the lines of a list go on."""
    by_word: dict[str, tuple[str, ...]] = {}
    for words, rest in lines.rows:
        for word in words.split():
            by_word[word] = (*by_word.get(word, ()), rest)
    return by_word


@cache
def _rows_of(lines: LineList, word: str) -> tuple[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]:
    """Return how the lines of a list that begin with a word go on: with which letters, and by row with which and how."""
    rows = tuple((beginnings_of(rest), rest) for rest in _index_rests(lines)[word.replace("’", "'")])
    return tuple({beginning for beginnings, _ in rows for beginning in beginnings}), rows


@cache
def compile_row(form: str, row: str) -> re.Pattern[str]:
    """Return how a line of a list's form goes on, after its first word; compiled when one may: all of them would take .05 s."""
    return re.compile(form.replace("{}", any_of([row])), re.I)


def index_words(lists: Iterable[LineList]) -> Mapping[str, tuple[LineList, ...]]:
    """Return by each first word, with either apostrophe, the lists that have it."""
    by_word: dict[str, tuple[LineList, ...]] = {}
    for one in lists:
        words = _index_rests(one)
        for word in dict.fromkeys(chain(words, (word.replace("'", "’") for word in words))):
            by_word[word] = (*by_word.get(word, ()), one)
    return by_word


_AROUND_LABELS: Final = AROUND + "!…]})"


def as_label(text: str) -> str:
    """Return a whole line as labels are written.

    >>> as_label("» Écouter l’article :")
    "écouter l'article"
    """
    return text.strip(_AROUND_LABELS).casefold().replace("’", "'")


def as_small(text: str) -> str:
    """Return a text in small letters, with a dot on each "i": capitals do not tell the Turkish ones apart."""
    return text.lower().replace("ı", "i")


def any_of(rows: Iterable[str]) -> str:
    """Return one pattern for several, in which a blank is any white space and an apostrophe either one."""
    return "|".join(rows).replace(" ", r"\s+").replace("'", "['’]")
