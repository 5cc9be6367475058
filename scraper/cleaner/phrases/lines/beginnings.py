"""With which letters the texts begin that a pattern matches: lines that begin otherwise need no pattern, nor its compiling.

What the lines of a process's first 40 pages had compiled took 17 of their 350 ms of processor time, and takes 9 (2026-11-27).
"""

import re
from collections.abc import Iterator
from typing import Final

# The brackets and bars of a pattern, and what may hold some that are none.
_PARTS: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
_LETTERS: Final = re.compile(r"[\w'-]*")
_NO_LETTERS: Final = re.compile(r"\W*")
_MAY_FAIL: Final = ("?", "*", "{")
_GROUP: Final = "(?:"
_CHARS: Final = 24
"""So many letters are compared."""


def read_beginning(text: str) -> str:
    """Return the first letters of a text, from its first letter or digit on, as ``beginnings_of`` has them.

    >>> read_beginning(" – “Story” of the year")
    'story” of the year'
    """
    text = text.lstrip()
    return _fold(text if text[:1].isalnum() else _NO_LETTERS.sub("", text, count=1))


def beginnings_of(pattern: str) -> tuple[str, ...]:
    """Return with which letters a text may begin that the pattern matches, whatever its case; with none of its own if with any.

    >>> sorted(beginnings_of("(?:news )?stor(?:y|ies) is|page")), beginnings_of("[^.]{0,30}story")
    (['news', 'page', 'stor'], ('',))
    """
    found = {_fold(letters) for alternative in _alternatives(pattern) for letters in _read_letters(alternative)}
    return ("",) if "" in found else tuple(found)


def _fold(letters: str) -> str:
    """Return letters that are equal where ``re.IGNORECASE`` takes them for equal."""
    folded = letters[:_CHARS].casefold()
    return folded if folded.isascii() else folded.replace("ı", "i").replace("’", "'")


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield what stands between the bars of a pattern that are in no group."""
    depth = start = 0
    for part in _PARTS.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and not depth:
            yield pattern[start : part.start()]
            start = part.end()
    yield pattern[start:]


def _read_letters(alternative: str) -> Iterator[str]:
    """Yield the letters that one alternative begins with: those of a group's alternatives, and those after one that may fail."""
    if not alternative.startswith(_GROUP):
        letters = _LETTERS.match(alternative)
        found = letters[0] if letters else ""
        yield found[:-1] if alternative.startswith(_MAY_FAIL, len(found)) else found
        return
    inside, after = _cut_group(alternative)
    for inner in _alternatives(inside):
        yield from _read_letters(inner)
    if after.startswith(_MAY_FAIL):
        yield from _read_letters(after[1:] if after[0] == "?" else "")


def _cut_group(alternative: str) -> tuple[str, str]:
    """Return what stands in the group that an alternative begins with, and what stands after it."""
    depth = end = 0
    for part in _PARTS.finditer(alternative):
        end = part.end()
        depth += (part[0] == "(") - (part[0] == ")")
        if not depth:
            break
    return alternative[len(_GROUP) : end - 1], alternative[end:]
