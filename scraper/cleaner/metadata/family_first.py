"""Names that a field has with the family's name first: "Lovelace, Ada"."""

from collections.abc import Sequence
from typing import Final

from scraper.cleaner.metadata.byline_words import LETTERS, ORGANISATION, PARTICLES
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.name_forms import is_nobody

# Fields of catalogues, which have the family name first: "Lovelace, Ada".
_CATALOGUED: Final = frozenset(("dc.creator", "dcterms.creator", "dc.contributor"))
# So does what ends with initials or with a particle, in any field: "Lovelace, A.", "Heide, Anna von der". Two names of one word
# each may be two people, a person and a place, or a person and a degree.
_FAMILY: Final = r"(?P<family>[^\W\d_a-zß-öø-ÿ][\w'’-]+),\s?"
_GIVEN: Final = r"(?P<given>[^\W\d_a-zß-öø-ÿ][\w'’-]+(?:\s[^\W\d_a-zß-öø-ÿ](?:[\w'’-]+|\.))?)"
_PARTICLE: Final = "|".join(sorted(PARTICLES))
_SURE_GIVEN: Final = (
    r"(?P<given>(?:[^\W\d_a-zß-öø-ÿ]\.[\s-]?){1,3}"
    rf"|[^\W\d_a-zß-öø-ÿ][\w.'’-]+(?:\s(?:{_PARTICLE}))+)"
)


def given_first(values: Sequence[str], field: str = "") -> Sequence[str]:
    """Return a field's names with the given name first, where it is sure that they have the family name there.

    With semicolons between them, commas do not part people.

    >>> given_first(["Heide, Anna von der", "Lovelace, A.", "Lovelace, Ada", "Lovelace, M.D."], "author")
    ['Anna von der Heide', 'A. Lovelace', 'Lovelace, Ada', 'Lovelace, M.D.']
    >>> given_first(["Lovelace, Ada", "Gazette, Reuters"], "dc.creator")
    ['Ada Lovelace', 'Gazette, Reuters']
    >>> given_first(["Lovelace, Ada;Stone, Bob"])
    ['Ada Lovelace;Bob Stone']
    """
    listed = (value.split(";") for value in values)
    return [";".join(_reversed(part, field, is_sure=len(parts) > 1) for part in parts) for parts in listed]


def _reversed(value: str, field: str, *, is_sure: bool) -> str:
    if value.count(",") != 1:
        return value
    text = value.strip()
    found = compiled(_FAMILY + _SURE_GIVEN).fullmatch(text)
    if found is None and (is_sure or field in _CATALOGUED):
        found = compiled(_FAMILY + _GIVEN).fullmatch(text)
    if found is None or LETTERS.fullmatch(found["given"].replace(" ", "")):
        return value
    parts = found.groups()
    return value if any(map(is_nobody, parts)) or ORGANISATION.search(text) else f"{found['given']} {found['family']}"
