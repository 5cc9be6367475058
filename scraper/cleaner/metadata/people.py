"""Names of people out of bylines."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from scraper.cleaner.metadata.byline_words import (
    ADDRESS,
    BY,
    BY_ALONE,
    JOB,
    JOINT,
    LETTERS,
    LONE_WORDS,
    NEXT_LABEL,
    NOBODY,
    NOTE,
    ORGANISATION,
    OTHER_PART,
    PARTICLES,
    SIGNED,
    SPLIT,
    WHEN,
)
from scraper.cleaner.metadata.spelling import drop_directions, fold_words

# Longer than any name: the longest in wcxb-dev's truth has 54 characters (2026-11).
MAX_CHARS: Final = 60
MAX_WORDS: Final = 5
MAX_AUTHORS: Final = 30
# The longest name of initials, whose last full stop belongs to it.
INITIALS: Final = 6
# Letters of a site's name that no person's begins with.
LONG_SITE: Final = 8
# A given name or title, and a family name, perhaps after particles of its own: "Annegret von der Heide", "A. Lohmeier".
_NAMED: Final = re.compile(rf"[^\W\d_a-z](?:[\w'’-]*\.?) (?:(?:{'|'.join(PARTICLES)}) )*[^\W\d_a-z]")
_WIDE_NAME: Final = re.compile(r"[\u3400-\u9fff·]{2,4}|[가-힣]{2,4}|[\u3041-\u30ff\u3400-\u9fff]{3,7}")


def clean_authors(values: Iterable[str], site_names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the people that bylines name, each once, in their order.

    Args:
        values: Texts of bylines, each with one name or more.
        site_names: Folded names of the site: what equals one is no person.

    >>> clean_authors(["By Ada Lovelace and Charles Babbage, staff writer"])
    ('Ada Lovelace', 'Charles Babbage')
    """
    values, names = tuple(values), dict[str, str]()
    for value in values:
        text = OTHER_PART.split(ADDRESS.sub(" ", drop_directions(value[:1000])), maxsplit=1)[0]
        text = WHEN.split(_without_labels(text), maxsplit=1)[0]
        for part in SPLIT.split(strip_by(text)):
            name = _clean_name(part)
            key = name.casefold()
            if name and fold_words(name) not in site_names:
                names.setdefault(key, name)
    people = [name for name in names.values() if not _is_desk(fold_words(name), site_names)]
    if len(people) > 1 and any(map(is_personal, people)):  # "Ada Lovelace | Daily News", "Ada Lovelace, Berlin"
        people = [name for name in people if not ORGANISATION.search(name) and not _is_place(name, values)]
    return tuple(people or names.values())[:MAX_AUTHORS]


def _is_place(name: str, values: Sequence[str]) -> bool:
    """Whether a name is a single word that ends a byline after a comma or dash, as the place does that its writer is in."""
    if " " in name or is_wide_name(name):
        return False
    bylines = (value[-MAX_CHARS:].rstrip(" .") for value in values[:MAX_AUTHORS] if BY.match(value))
    return any(byline.endswith((f", {name}", f"- {name}", f"– {name}", f"— {name}")) for byline in bylines)


def _without_labels(text: str) -> str:
    """Return a byline up to the label of what comes after its names, where a word says where they begin, or there are no capitals.

    >>> _without_labels("Автор: Ольга Ветрова Просмотров: 131")
    'Автор: Ольга Ветрова'
    """
    if ":" not in text and "：" not in text:
        return text
    by = BY.match(text)
    later = NEXT_LABEL.search(text, by.end() if by else 0)
    return text[: later.start()] if later and (by or not later[0][1:2].isupper()) else text


def _is_desk(folded: str, site_names: frozenset[str]) -> bool:
    """Whether a name begins with the site's, as a desk's beside people does: a short one may be a person's first name.

    Alone it is who the site says has written: six of eleven such pages of wcxb-dev have it in their truth (2026-11-27).
    """
    return any(len(site) >= LONG_SITE and folded.startswith(site) for site in site_names)


def read_byline(pieces: Sequence[str], site_names: frozenset[str]) -> tuple[str, ...]:
    """Return the people at the beginning of a byline's texts: later ones are job titles, dates, share buttons.

    >>> read_byline(["By", "Ada Lovelace", "and", "Charles Babbage", "Science", "5 min"], frozenset())
    ('Ada Lovelace', 'Charles Babbage')
    """
    names: list[str] = []
    joined = True
    for piece in pieces:
        if is_by(piece) and not names:
            continue
        if JOINT.fullmatch(piece):
            joined = True
            continue
        if names and ADDRESS.fullmatch(piece):
            continue
        goes_on = joined or piece.startswith((",", "&", "and ")) or is_signed(piece)
        found = clean_authors([piece], site_names) if goes_on and piece[-1] not in ":：" else ()
        if piece.startswith(",") and JOB.search(piece):  # "Privacy and Security Expert" is what one does
            found = tuple(filter(is_personal, found))
        if piece.startswith(",") and names and " " in names[-1]:  # a place has one word where names have two
            found = tuple(name for name in found if " " in name and not ORGANISATION.search(name))
        if not found or not all(map(_looks_like_name, found)):
            break
        names.extend(name for name in found if name not in names)
        joined = piece.endswith((",", "&", " and"))
    return tuple(names[:MAX_AUTHORS])


def _looks_like_name(name: str) -> bool:
    """Whether the words of a name begin as names do: capital letters, but for particles; or in a script that has none."""
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    if " " in name:
        # Georgian letters are small ones, which begin names all the same.
        return bool(words) and all(word[0] == word[0].title() for word in words)
    return bool(words) and name.lower() not in LONE_WORDS


def is_by(text: str) -> bool:
    """Whether a text is only the word that stands before an author."""
    return BY_ALONE.fullmatch(text) is not None


def starts_with_by(text: str) -> bool:
    """Whether a text begins with the word that stands before an author."""
    return BY.match(text) is not None


def is_signed(text: str) -> bool:
    """Whether a text begins with a name that its title follows, as in Korean bylines."""
    return not text.isascii() and SIGNED.match(text) is not None


def is_personal(name: str) -> bool:
    """Whether a name has the form of a person's: two to four words besides "von" and the like, none of an organisation."""
    words = [word for word in name.split() if word not in PARTICLES]
    return (
        2 <= len(words) <= 4
        and all(word[0].isupper() and not word.isupper() for word in words)
        and not ORGANISATION.search(name)
    )


def signed_names(text: str) -> tuple[str, ...]:
    """Return the people of a line that is their names and nothing else; family names in capitals, too, as Russian papers sign.

    >>> signed_names("Ольга ВЕТРОВА"), signed_names("Hoàng Nam - Ngọc Tài"), signed_names("Read more"), signed_names("Daily News")
    (('Ольга ВЕТРОВА',), ('Hoàng Nam', 'Ngọc Tài'), (), ())
    """
    parts = re.split(r"\s[-–—]\s", text) if len(text) <= MAX_CHARS else []
    is_all = all(is_personal(name := _without_capitals(part)) and clean_authors([name]) == (name,) for part in parts)
    return tuple(parts) if is_all else ()


def _without_capitals(name: str) -> str:
    given, _, family = name.partition(" ")
    return f"{given} {family.title()}" if family.isupper() and not given.isupper() else name


def is_wide_name(name: str) -> bool:
    """Whether a name has the form of a person's in scripts without capitals or blanks in names: Chinese, Japanese, Korean."""
    return _WIDE_NAME.fullmatch(name) is not None


def strip_by(text: str) -> str:
    """Return a byline without the words before the first name."""
    text = " ".join(text.split()).strip(" -–—|:,·•~")
    match = BY.match(text)
    if match is None:
        return text
    if (
        match[0].istitle()
        and match[0].strip().lower() in PARTICLES
        and not _NAMED.match(text[match.end() :])
        and not NOBODY.fullmatch(text[match.end() :])
    ):
        return text  # "Di Maio", "Von der Leyen"
    text = text[match.end() :]
    again = BY.match(text)
    return text[again.end() :] if again else text


def _clean_name(part: str) -> str:
    name = strip_by(NOTE.sub(" ", part)).strip(" \t\n-–—|:,.·•*~\"'“”«»")
    if not name.isascii() and (signed := SIGNED.match(name)):
        name = signed["name"] or signed["wide"]
    if "." in name and len(name) <= INITIALS and part.rstrip().endswith(f"{name}."):  # "C.D."
        name += "."
    if not name or len(name) > MAX_CHARS or len(name.split()) > MAX_WORDS:
        return ""
    if (" " in name or ":" in name or not name[0].isalpha()) and any(c.isdigit() for c in name):
        return ""
    if LETTERS.fullmatch(name.replace(" ", "")) or NOBODY.fullmatch(name) or JOB.search(name):
        return ""
    return " ".join(name.split()) if sum(c.isalpha() for c in name) > 1 else ""
