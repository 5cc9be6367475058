"""What in a byline is the house's name: the site's, a short form of it, a desk's, an agency's."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from scraper.cleaner.metadata.byline_words import JOB, PAPER, PARTICLES
from scraper.cleaner.metadata.months import plain
from scraper.cleaner.metadata.name_forms import is_name_in_capitals, is_personal, is_wide_name
from scraper.cleaner.metadata.spelling import fold_words

# Letters of a site's name that no person's begins with, for "Anna" may be a site's; the most of its short form, "RTN".
LONG_SITE: Final = 8
SITE_FORM: Final = 4
# What a house calls its reporters, behind a name without a comma: "Ada Lovelace Daily News Staff Writer".
_STAFF: Final = re.compile(r"\s+staff (?:writer|reporter|correspondent)s?$", re.I)
# Letters of Latin: those before Greek, and those that Vietnamese is written in, behind other scripts.
_LATIN: Final = re.compile("[\0-\u036f\u1e00-\u1eff]")
# What the name of another house ends with: "Coast News Service".
_HOUSES: Final = re.compile(rf"(?:{PAPER}|service|wire|agency|dispatch)", re.I)
MIN_HOUSE_WORDS: Final = 2
# Agencies that stand behind a name without a mark, and are hardly anyone's family name: "Ada Lovelace Reuters". Behind a given name
# and an initial it may be one: "Michael R. Bloomberg".
_AGENCY: Final = re.compile(
    r"(?<=[^\W\d_]{2})\s+(?:reuters|(?:the )?(?:associated press|canadian press|press association)|agence france[- ]presse"
    r"|bloomberg(?: (?:news|opinion|view))?|(?-i:AFP|AP|UPI|DPA|dpa|EFE|ANSA|PTI))$",
    re.I,
)
# A site's address, without what its name has not: "Kazalo.hr".
_DOMAIN: Final = re.compile(r"(?<=\w{3})\.[a-z]{2,4}$", re.I)
# What a house calls itself behind its name, folded, in scripts without blanks: "暁新聞社", "ไทยรุ่งเรืองออนไลน์".
_FIRM: Final = re.compile("(?:社|株式会社|オンライン|デジタル|电子版|電子報|ออนไลน|온라인)$")


def is_site(name: str, site_names: frozenset[str]) -> bool:
    """Whether a name is the site's, its address, or its short form."""
    folded = fold_words(name)
    # "Hírvonal" of hirvonal.hu: hosts have no accents.
    if (
        folded in site_names
        or (" " not in name and not name.isascii() and plain(folded) in site_names)
        or ("." in name and fold_words(_DOMAIN.sub("", name)) in site_names)
    ):
        return True
    if (bare := _FIRM.sub("", folded)) != folded and bare in site_names:
        return True
    if not name.isascii() and " " not in name and name == name.upper() == name.lower() and not is_wide_name(name):
        return any(folded in site for site in site_names)
    if any(_is_half(folded, site) for site in site_names) and not is_personal(name):
        return True
    return (
        1 < len(name) <= SITE_FORM
        and name.isupper()
        and name.isalpha()
        and any(site.startswith(folded) for site in site_names)
    )


def _is_half(folded: str, site: str) -> bool:
    """Whether a folded name is a site's in one script, and what else the site's has is in another: "Atlas - أطلس".

    >>> _is_half("οφάρος", "ofarosοφάρος"), _is_half("adalovelace", "adalovelacežurnál")
    (True, False)
    """
    if site.isascii() or not folded or not (site.startswith(folded) or site.endswith(folded)):
        return False
    rest = site.removeprefix(folded) if site.startswith(folded) else site.removesuffix(folded)
    shares = [len(_LATIN.findall(text)) / len(text) for text in (folded, rest) if text]
    return sorted(shares) == [0, 1]


def is_desk(folded: str, site_names: frozenset[str]) -> bool:
    """Whether a name begins with the site's, as a desk's beside people does: a short one may be a person's first name.

    Alone it is who the site says has written: six of eleven such pages of wcxb-dev have it in their truth (2026-11-27).
    """
    return any(len(site) >= LONG_SITE and folded.startswith(site) for site in site_names)


def without_house(name: str, site_names: frozenset[str]) -> str:
    """Return a person's name without the house and the office that follow it with no mark between.

    >>> sites = frozenset({"portdispatch"})
    >>> without_house("Ada Lovelace Dispatch Staff Writer", sites), without_house("ADA LOVELACE Coast News Service", sites)
    ('Ada Lovelace', 'ADA LOVELACE')
    >>> without_house("Ada Lovelace Reuters", sites), without_house("Ada M. Bloomberg", sites)
    ('Ada Lovelace', 'Ada M. Bloomberg')
    >>> without_house("Il Port Dispatch", sites)  # may be the house itself
    'Il Port Dispatch'
    """
    if agency := _AGENCY.search(name):
        given = name[: agency.start()]
        return given if is_personal(given.title() if given.isupper() else given) else name
    bare = _STAFF.sub("", name)
    words = bare.split()
    capitals = list(takewhile(str.isupper, words))
    if 1 < len(capitals) < len(words) and _is_behind_name(words[len(capitals) :], site_names, is_staff=bare != name):
        words = capitals
    elif bare != name:
        words = _before_house(words, site_names)
    given = " ".join(words)
    return given if given != name and (is_personal(given) or is_name_in_capitals(given)) else name


def _before_house(words: list[str], site_names: frozenset[str]) -> list[str]:
    """Return the words of a name without the most of its last ones that a site's name ends with; two are left at least."""
    for start in range(2, len(words)):
        house = "".join(map(fold_words, words[start:]))
        if any(site.endswith(house) for site in site_names):
            return words[:start]
    return words


def _is_behind_name(words: Sequence[str], site_names: frozenset[str], *, is_staff: bool) -> bool:
    """Whether the words behind a name in capitals are its house's: other given and family names are there, too.

    >>> _is_behind_name(["Smith"], frozenset({"portdispatch"}), is_staff=True)  # "MARY ANN Smith"
    False
    """
    house = "".join(map(fold_words, words))
    if is_staff and any(site.endswith(house) for site in site_names):
        return True
    if len(words) < MIN_HOUSE_WORDS or any(word.isupper() or word.casefold() in PARTICLES for word in words):
        return False
    named = [word for word in words if not JOB.fullmatch(word)]  # "Daily Mail Reporter"
    return house in site_names or (len(named) >= MIN_HOUSE_WORDS and _HOUSES.fullmatch(named[-1]) is not None)
