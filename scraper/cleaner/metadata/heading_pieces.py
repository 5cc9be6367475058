"""The texts that a headline's element is made of: which of them run into one another, and which is a badge."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final

from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import is_short

# Marks that quotations begin with in some language.
_QUOTES: Final = "«»„“”‚‘’\"'"
# What a headline may end with.
_ENDS: Final = f"{_QUOTES}?!.…)%"
# Marks that metadata put where a heading begins a new line.
_BETWEEN: Final = tuple(":|–—-•·")
MAX_BADGE_WORDS: Final = 2
# Words of badges: another in capitals behind a blank may be the headline's, "iPhone PRO". "B+" is one, too.
_BADGES: Final = frozenset("LIVE PLUS ABO PREMIUM VIDEO EXCLUSIVE EXKLUSIV PRIME".split())


def spell_as(heading: str, pieces: Sequence[str], titles: Iterable[str]) -> str:
    """Return a heading as the first of its stated titles spells it, where its elements run into one another.

    They do where no blank is between, and where only a stated title has a mark there. wcxb-dev: three titles right by the
    mark, none wrong (2026-11-27).

    >>> spell_as("Jam on the A45Lorry loses honey", ["Jam on the A45", "Lorry loses honey"], ["Jam on the A45: Lorry loses honey"])
    'Jam on the A45: Lorry loses honey'
    """
    if len(pieces) < 2:
        return heading
    folded = fold_words(heading)
    same = [title for title in titles if fold_words(title) == folded]
    is_glued = _is_glued(heading, pieces)
    return next((title for title in same if is_glued or _is_marked(heading, pieces, title)), heading)


def without_badge(heading: str, pieces: Sequence[str], stated: Collection[str]) -> str:
    """Return a heading without a short element that the stated titles, folded, lack; empty where it has none.

    It is told from a word of the headline by having no blank beside it, or at the heading's end by a badge's word in capitals.

    >>> without_badge("Harbour opensPremium", ["Harbour opens", "Premium"], {"harbouropens"})
    'Harbour opens'
    >>> without_badge("Harbour opens again", ["Harbour opens", "again"], {"harbouropens"})
    ''
    """
    start = 0
    for place, piece in enumerate(pieces if len(pieces) > 1 else ()):
        start = max(start, heading.find(piece, start))
        end = start + len(piece)
        if _may_be_badge(piece) and _is_apart(heading[:start], piece, heading[end:]):
            rest = f"{heading[:start].rstrip()} {heading[end:].lstrip()}".strip()
            if fold_words(rest) in stated and (place or end < len(heading)):
                return rest
        start = end
    return ""


def _may_be_badge(piece: str) -> bool:
    """Whether a piece is as short as a badge; a mark, number or letter is part of a word: "H<sub>2</sub>O"."""
    return len(piece) > 1 and any(map(str.isalpha, piece)) and is_short(piece, MAX_BADGE_WORDS)


def _is_apart(before: str, piece: str, after: str) -> bool:
    """Whether a piece touches a word, or a quotation, of what is beside it, or is a badge's in capitals behind all of it."""
    if before and _may_end(before):
        return _begins_anew(piece)
    if after and not after[0].isspace():
        return _begins_anew(after)
    is_badge = piece.isupper() and any(word in _BADGES or word.endswith("+") for word in piece.split())
    return not after and is_badge and not before.isupper() and _may_end(before.rstrip())


def _may_end(text: str) -> bool:
    return text[-1:].isalnum() or text.endswith(tuple(_ENDS))


def _is_glued(heading: str, pieces: Sequence[str]) -> bool:
    """Whether a heading has two of its elements without a blank between."""
    return any(
        f"{before}{after}" in heading and before[-1].isalnum() and _begins_anew(after)
        for before, after in pairwise(pieces)
    )


def _is_marked(heading: str, pieces: Sequence[str], title: str) -> bool:
    """Whether a title has a mark between two elements of a heading where that has only a blank."""
    return any(
        f"{before} {after}" in heading and title.partition(before)[2].lstrip().startswith(_BETWEEN)
        for before, after in pairwise(pieces)
    )


def _begins_anew(piece: str) -> bool:
    """Whether a text begins with a word in capitals or digits, perhaps in quotes, and not with a mark that ends what is before."""
    word = piece[1:2] if piece[0] in _QUOTES else piece[0]
    return word.isalnum() and not word.islower()
