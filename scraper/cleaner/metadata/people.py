"""Names of people out of bylines."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from scraper.cleaner.metadata.before_names import ENDS, by_end
from scraper.cleaner.metadata.byline_starts import WIDE_ENDS, is_told, split_byline, starts_with_by, strip_by
from scraper.cleaner.metadata.byline_words import (
    ADDRESS,
    BEGINS_JOINED,
    FIRST_WIDE,
    JOB,
    LABELS,
    LETTERS,
    NEXT_LABEL,
    NOTE,
    ORGANISATION,
    OTHER_PART,
    PARTICLES,
    PICTURED,
    WHEN,
    WHERE,
)
from scraper.cleaner.metadata.house_names import is_desk, is_site, without_house
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.name_forms import CALLS, is_nobody, is_personal, is_wide_name
from scraper.cleaner.metadata.spelling import drop_directions, fold_words
from scraper.cleaner.phrases.reporters import HOUSED, SIGNED, TITLED_KOREAN

# Longer than any name: the longest in wcxb-dev's truth has 54 characters (2026-11).
MAX_CHARS: Final = 60
MAX_WORDS: Final = 5
MAX_AUTHORS: Final = 30
# The longest name of initials, whose last full stop belongs to it.
INITIALS: Final = 6
# The most letters of the short form of an agency's name beside a person, "RTN".
SHORT_FORM: Final = 6
# The longest account's name with figures in scripts without blanks: headings have them, too.
MAX_ACCOUNT: Final = 10
# The longest name before a place or a paper: longer ones are those of organisations, which have "for" and "of" in them.
MAX_BEFORE: Final = 30
# Where a byline that ends with the site's name was written, and the land that the place is in: "Ada Lovelace, Gazette — New York".
_PLACE: Final = re.compile(
    rf"\s[–—]\s(?=[^\W\d_a-z][\w.'’-]+(?:\s(?:(?:{'|'.join(PARTICLES)})\s){{0,2}}[^\W\d_a-z][\w.'’-]+){{0,3}}(?:,\s?(?P<land>[^\W\d_]{{2,3}}))?$)"
)
_FIRST_BRACKET: Final = "【"
# Stands after the name of who took the pictures.
_TAKEN: Final = "\0"
# Marks around a name.
_AROUND: Final = " \t\n-–—|:,.·•*~/\"'“”«»()●○◎■□◆◇▲△▼▽▶►▸★☆※→»›"
_YOUNGER: Final = (" Jr", " Sr", " ml", " st", " jr", " sr")


def clean_authors(
    values: Iterable[str],
    site_names: frozenset[str] = frozenset(),
    *,
    shown: bool = False,
    people: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Return the people that bylines name, each once, in their order.

    Args:
        values: Texts of bylines, each with one name or more.
        site_names: Folded names of the site: what equals one is no person.
        shown: Whether the texts stand on the page, where a single word after a comma is a place, and not in its metadata.
        people: Of the texts, those that are surely people, though a paper could be called so.

    >>> clean_authors(["By Ada Lovelace and Charles Babbage, staff writer"])
    ('Ada Lovelace', 'Charles Babbage')
    """
    values, names = tuple(values), dict[str, str]()
    if not values:  # twelve of the 14 times a page that this is asked
        return ()
    nobody = False
    for value in values:
        for part in [value] if value in people else _parts_of(value[:1000], site_names):
            is_placed = shown or by_end(value) > 0
            name = part if part in people else _clean_name(without_house(part.strip(), site_names), placed=is_placed)
            if name and not is_site(name, site_names):
                names.setdefault(name.casefold(), name)
            else:
                nobody = nobody or bool(part.strip())
    found = [name for name in names.values() if not is_desk(fold_words(name), site_names)]
    if _are_houses_places(found, values, site_names):
        return ()
    if len(found) > 1:
        found = _people_among(found, values, people, shown=shown)
    elif (
        shown and nobody and len(names) == 1 and _is_place(next(iter(names.values())), values, (), shown=shown)
    ):  # "Daily News, Berlin"
        return ()
    return tuple(found or names.values())[:MAX_AUTHORS]


def _people_among(names: list[str], values: Sequence[str], people: frozenset[str], *, shown: bool) -> list[str]:
    """Return the names of people among several: not the house beside one, nor the place that one is in.

    >>> _people_among(["Ada Lovelace", "Daily News"], ["Ada Lovelace | Daily News"], frozenset(), shown=True)
    ['Ada Lovelace']
    """
    if not any(map(is_personal, names)):
        return names[1:] if _is_dateline(names, values) else names
    sure = people if shown else people.union(value for value in values if not ORGANISATION.search(value))
    return [
        name
        for name in names
        if name in sure or not (_is_no_person(name) or _is_place(name, values, names, shown=shown))
    ]


def without_addresses(text: str) -> str:
    """Return a byline without the addresses in it, of pages and of post."""
    return ADDRESS.sub(" ", drop_directions(text)).strip()


# A page says a byline in several places: it asks for the parts of .8 texts, and for those of each twice (2026-11-28).
@lru_cache(maxsize=64)
def _parts_of(text: str, site_names: frozenset[str]) -> Sequence[str]:
    """Return the parts of a byline, each with one name; none of a sentence."""
    text = without_addresses(text)
    if is_site(text, site_names):  # "Cook and Simple"
        return [text]
    if text[:1] >= _FIRST_BRACKET and (housed := compiled(HOUSED).fullmatch(text)):
        text = housed["who"]
    if text[:1] == text[-1:] == "'" and text.count("'") == 2:  # around two names
        text = text[1:-1]
    if "(" in text or "[" in text or "（" in text:
        text = text[1:-1] if NOTE.fullmatch(text) else NOTE.sub(" ", compiled(PICTURED).sub(_TAKEN, text))
    text = OTHER_PART.split(text, maxsplit=1)[0]
    if (dash := _PLACE.search(text)) and dash["land"] and not is_nobody(dash["land"]):  # "AP" is an agency, too
        text = text[: dash.start()] if _is_of_site(text[: dash.start()], site_names) else text
    text = WHEN.split(_without_labels(text), maxsplit=1)[0]
    parts = [part for part in split_byline(strip_by(text)) if _TAKEN not in part]
    if len(parts) > 1 and any(len(part) == 1 and part.isalpha() for part in parts):  # "Mac & i" is a magazine
        return []
    return [] if not parts or (text.endswith(ENDS) and is_told(parts[-1])) else parts


def place_behind_house(text: str, site_names: frozenset[str]) -> str:
    """Return what may be a place behind the site's name at a byline's end, empty where nothing is: a person may be, too.

    >>> place_behind_house("Por Rui Dias, Faro — Campo Grande", frozenset({"faro"}))
    'Campo Grande'
    """
    dash = _PLACE.search(text)
    return text[dash.end() :] if dash and _is_of_site(text[: dash.start()], site_names) else ""


def _is_of_site(text: str, site_names: frozenset[str]) -> bool:
    """Whether the last of several parts of a byline is the site: behind an agency's name may stand a person."""
    *before, house = split_byline(text)
    return bool(before) and is_site(house.strip(_AROUND), site_names)


def _is_no_person(name: str) -> bool:
    """Whether what stands beside a person is none: an organisation, its short form or number, something in small letters."""
    if ORGANISATION.search(name):
        return True
    if " " not in name and (any(map(str.isdigit, name)) or (name.isupper() and len(name) <= SHORT_FORM)):
        return not is_wide_name(name) and "." not in name
    small = [word[0] != word[0].title() for word in name.split()]
    return small[0] and (name.split(maxsplit=1)[0] not in PARTICLES or len(small) - sum(small) < 2)


def _is_place(name: str, values: Sequence[str], people: Sequence[str], *, shown: bool) -> bool:
    """Whether a name is a single word that ends a byline after a comma or dash, as the place does that its writer is in.

    After it stands no other person, but perhaps the land that the place is in.
    """
    if " " in name or is_wide_name(name) or name[0] == name[0].lower():
        return False
    for value in values[:MAX_AUTHORS]:
        if not (shown or starts_with_by(value)):
            continue
        byline = value[: MAX_CHARS * 3]
        found = max(byline.rfind(f"{mark} {name}") for mark in ",-–—")
        end = found + 2 + len(name)
        if (
            found >= 0
            and byline[end : end + 1] in ("", ",", ".", " ")
            and not any(person in byline[end:] for person in people if person != name and " " in person)
        ):
            return not BEGINS_JOINED.match(byline[end:].lstrip())
    return False


def _are_houses_places(names: Sequence[str], values: Sequence[str], site_names: frozenset[str]) -> bool:
    """Whether names are single words behind the site's, as the place and the land are that it is in.

    >>> clean_authors(["GAZETTE ONLINE, Hamburg, Germany"], frozenset({"gazetteonline"}))
    ()
    """
    if len(values) != 1 or not names or any(" " in name or not name[0].isupper() for name in names):
        return False
    house, *places = map(str.strip, values[0].split(","))
    return places == list(names) and (is_site(house, site_names) or is_desk(fold_words(house), site_names))


def _is_dateline(names: Sequence[str], values: Sequence[str]) -> bool:
    """Whether the first of names is a place: alone one word, before a dash, in a script without capitals.

    >>> clean_authors(["الدلتا – منى الجندى - أحمد رفعت"])
    ('منى الجندى', 'أحمد رفعت')
    """
    place = names[0]
    if " " in place or place[0] != place[0].title() or place[0].isupper() or is_wide_name(place):
        return False
    is_before = any(
        value.lstrip().startswith(tuple(f"{place} {mark} " for mark in "-–—")) for value in values[:MAX_AUTHORS]
    )
    return is_before and all(" " in name for name in names[1:])


def _without_labels(text: str) -> str:
    """Return a byline up to the label of what comes after its names, where a word says where they begin, or there are no capitals.

    >>> _without_labels("Автор: Ольга Ветрова Просмотров: 131")
    'Автор: Ольга Ветрова'
    """
    if ":" not in text and "：" not in text:
        return text
    by = by_end(text)
    later = compiled(NEXT_LABEL).search(text, by)
    return text[: later.start()] if later and (by or not later[0][1:2].isupper()) else text


def says_nobody(text: str, site_names: frozenset[str]) -> bool:
    """Whether a byline names an agency, a desk, a job or the site, and nobody else.

    >>> says_nobody("By Staff Reporter", frozenset()), says_nobody("By Ada Lovelace", frozenset())
    (True, False)
    """
    names = [part.strip(_AROUND) for part in _parts_of(text, site_names)]
    return bool(names) and all(
        is_nobody(name)
        or (name and is_site(name, site_names))
        or (JOB.search(name) and not any(map(str.isalpha, JOB.sub("", name))))
        for name in names
    )


def signed_names(text: str) -> tuple[str, ...]:
    """Return the people of a line that is their names and nothing else; family names in capitals, too, as Russian papers sign.

    >>> signed_names("Ольга ВЕТРОВА"), signed_names("Hoàng Nam - Ngọc Tài"), signed_names("Read more"), signed_names("Daily News")
    (('Ольга ВЕТРОВА',), ('Hoàng Nam', 'Ngọc Tài'), (), ())
    >>> signed_names("О. ВЕТРОВА"), signed_names("USA TODAY"), signed_names("U.S. ARMY")
    (('О. ВЕТРОВА',), (), ())
    """
    parts = re.split(r"\s[-–—]\s", text) if len(text) <= MAX_CHARS else []
    is_all = all(is_personal(name := _without_capitals(part)) and clean_authors([name]) == (name,) for part in parts)
    return tuple(parts) if is_all else ()


def _without_capitals(name: str) -> str:
    """Return a name with its family name in small letters; Latin ones that are capitals alone are houses' and armies', too."""
    given, _, family = name.partition(" ")
    is_given = not given.isupper() or (given.endswith(".") and not given.isascii())
    return f"{given} {family.title()}" if family.isupper() and is_given else name


def _is_long(name: str) -> bool:
    """Whether a name has more words than one has, which may have more with particles: "Marie de La Tour du Pin"."""
    count = len(name.split())
    return count > MAX_WORDS and not (count <= MAX_WORDS + 2 and is_personal(name))


@lru_cache(maxsize=64)
def _clean_name(part: str, *, placed: bool) -> str:
    """Return a name without what stands around it; placed: without where or for whom it wrote, as lines on the page say it."""
    name = strip_by(part).strip(_AROUND)
    if part.count("'") == 1 and part.rstrip().endswith(f"{name}'"):  # "Brian Ochieng'"
        name += "'"
    if placed and (where := WHERE.search(name)) and is_personal(name[: where.start()]) and where.start() <= MAX_BEFORE:
        name = name[: where.start()]
    if name[:1] >= FIRST_WIDE:
        if name[-1] in WIDE_ENDS:
            return ""
        if signed := compiled(SIGNED).match(name):
            name = signed["name"] or signed["wide"]
        elif titled := compiled(TITLED_KOREAN).fullmatch(name):
            name = titled["name"]
    is_dotted = ("." in name and len(name) <= INITIALS) or name.endswith(_YOUNGER)
    if is_dotted and part.rstrip().endswith(f"{name}."):  # "C.D.", "Tom Reed Jr."
        name += "."
    if not name or len(name) > MAX_CHARS or _is_long(name) or (placed and name[-1] in CALLS):
        return ""
    is_account = (
        " " not in name and ":" not in name and name[0].isalpha() and (name[0] < FIRST_WIDE or len(name) <= MAX_ACCOUNT)
    )
    if not is_account and any(c.isdigit() for c in name):
        return ""
    if LETTERS.fullmatch(name.replace(" ", "")) or is_nobody(name) or JOB.search(name) or name.casefold() in LABELS:
        return ""
    return " ".join(name.split()) if sum(c.isalpha() for c in name) > 1 else ""
