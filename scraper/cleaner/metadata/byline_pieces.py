"""A byline in several texts: names, the words between them, and what stands beside them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scraper.cleaner.metadata.before_names import by_end
from scraper.cleaner.metadata.byline_starts import is_by, is_signed
from scraper.cleaner.metadata.byline_words import (
    ADDRESS,
    BEGINS_JOINED,
    ENDS_JOINED,
    JOB,
    JOINT,
    LONE_WORDS,
    ORGANISATION,
)
from scraper.cleaner.metadata.name_forms import ELIDED, SMALL_WORDS, is_nobody, is_personal
from scraper.cleaner.metadata.people import MAX_AUTHORS, clean_authors

# The longest text between two names that says where the first of them was, "in New York and": a longer one is a sentence.
BETWEEN: Final = 40
# "By choosing", before a link that the sentence goes on with.
_GERUND: Final = re.compile("[a-z]{4,}ing")


def read_byline(pieces: Sequence[str], site_names: frozenset[str]) -> tuple[str, ...]:
    """Return the people at the beginning of a byline's texts: later ones are job titles, dates, share buttons.

    >>> read_byline(["By", "Ada Lovelace", "and", "Charles Babbage", "Science", "5 min"], frozenset())
    ('Ada Lovelace', 'Charles Babbage')
    """
    names: list[str] = []
    joined = True
    by = pieces[0][: by_end(pieces[0])].strip().lower() if pieces else ""
    for piece in _after_labels(pieces):
        if is_by(piece) and not names:
            continue
        if JOINT.fullmatch(piece):
            joined = True
            continue
        if names and ADDRESS.fullmatch(piece):
            continue
        found = _names_of(piece, names, site_names) if joined or _goes_on(piece, by) else ()
        if not found or not all(map(_looks_like_name, found)):
            # "in London and"; "9:19 PM ET" is no "and", but Eastern time.
            is_joint = len(piece) <= BETWEEN and piece[-1] != "," and not any(map(str.isdigit, piece))
            if names and is_joint and ENDS_JOINED.search(piece):
                joined = True
                continue
            if len(names) == 1 and not by and " " not in names[0] and " " in piece and _is_agency(piece):
                return ()  # "Edmonton", "The Canadian Press"
            break
        names.extend(name for name in found if name not in names)
        joined = ENDS_JOINED.search(piece) is not None
    return tuple(names[:MAX_AUTHORS])


def _is_agency(piece: str) -> bool:
    return ORGANISATION.search(piece) is not None and is_nobody(piece) and _looks_like_name(piece)


def _names_of(piece: str, names: Sequence[str], site_names: frozenset[str]) -> tuple[str, ...]:
    """Return the people in one text of a byline, after those before it."""
    if piece[-1] in ":：" and not is_signed(piece):
        return ()
    rest = piece
    if names and (joint := BEGINS_JOINED.match(piece)):
        rest = piece[joint.end() :]
    found = clean_authors([rest], site_names, shown=True)
    if piece.startswith(",") and JOB.search(piece):  # "Privacy and Security Expert" is what one does
        found = tuple(filter(is_personal, found))
    if names and " " in names[-1] and rest == piece:  # a place has one word where names have two
        found = tuple(name for name in found if not ORGANISATION.search(name) and (" " in name or piece[0] != ","))
    return found


def _goes_on(piece: str, by: str) -> bool:
    """Whether a text goes on with a byline: by a word that joins, by the word "by" again, by a title after a name."""
    if BEGINS_JOINED.match(piece) or piece.startswith(",") or is_signed(piece):
        return True
    return bool(by) and piece[: by_end(piece)].strip().lower() == by


def _after_labels(pieces: Sequence[str]) -> Sequence[str]:
    """Return what follows each of a label's copies: "Author, ", a name, "Role, ", something, "Author, ", another name.

    >>> _after_labels(["Author,", "Ada Lovelace", "Role,", "London", "Author,", "Charles Babbage"])
    ['Author,', 'Ada Lovelace', ',', 'Charles Babbage']
    """
    label = pieces[0] if pieces else ""
    if label[-1:] not in (",", ":") or label not in pieces[1:] or not is_by(label):
        return pieces
    named = [after for before, after in pairwise(pieces) if before == label]
    return [label, *(text for name in named for text in (name, ","))][:-1]


def _looks_like_name(name: str) -> bool:
    """Whether the words of a name begin as names do: capital letters, but for particles; or in a script that has none."""
    words = [word for word in name.split() if word.lower() not in SMALL_WORDS]
    if " " in name:
        # Georgian letters are small ones, which begin names all the same.
        return bool(words) and all(word[0] == word[0].title() or ELIDED.match(word) for word in words)
    return bool(words) and name.lower() not in LONE_WORDS and not _GERUND.fullmatch(name)
