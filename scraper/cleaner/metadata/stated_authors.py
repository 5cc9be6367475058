"""Authors as metadata state them."""

import re
from collections.abc import Callable
from itertools import chain
from typing import Any, Final

from scraper.cleaner.metadata.byline_elements import is_called
from scraper.cleaner.metadata.byline_places import is_teasers
from scraper.cleaner.metadata.byline_words import FIRST_WIDE
from scraper.cleaner.metadata.json_ld import strings_of, types_of
from scraper.cleaner.metadata.markup import fold, text_of
from scraper.cleaner.metadata.name_forms import is_personal, may_be_called
from scraper.cleaner.metadata.own_words import in_common_words
from scraper.cleaner.metadata.page import PageFacts
from scraper.cleaner.metadata.people import (
    LONG_SITE,
    MAX_AUTHORS,
    clean_authors,
    is_by,
    starts_with_by,
    without_addresses,
)
from scraper.cleaner.metadata.title_parts import find_marks

# Text read of an element that holds an author.
MAX_NAME_CHARS: Final = 200
# What an element is called that holds the paper from which a text is.
_SOURCE: Final = re.compile(r"(?<![a-z])source(?![a-z])", re.I)
# Words that papers' names begin with, and no person's.
_ARTICLES: Final = frozenset("the der die das il lo la le les el los las de het".split())
_TAGS: Final = re.compile(r"<[^<>]{1,200}>")


def _linked(page: PageFacts) -> list[Any]:
    value = page.work.get("author") or page.work.get("creator")
    values = value if isinstance(value, list) else [value]
    return [page.linked.resolve(item) for item in values[:MAX_AUTHORS]]


def _is_organisation(author: Any) -> bool:
    return isinstance(author, dict) and any("organization" in kind for kind in types_of(author))


def _author_names(page: PageFacts) -> list[str]:
    names: list[str] = []
    for author in _linked(page):
        if not _is_organisation(author):
            listed = author.get("name") if isinstance(author, dict) else None
            names.extend(map(_shown, strings_of(listed if isinstance(listed, list) else author)))
    return [in_common_words(name, page.language, is_name=True) for name in names]


def _shown(text: str) -> str:
    """Return a name as it is read: some templates put its markup into JSON-LD, too."""
    folded = fold(text)
    return " ".join(_TAGS.sub(" ", folded).split()) if "<" in folded else folded


def is_of_organisation(name: str, page: PageFacts) -> bool:
    """Whether a byline's name is that of an organisation that JSON-LD has as the author, or of its desk: "Union Wire Sports"."""
    others = (fold(other) for author in _linked(page) if _is_organisation(author) for other in strings_of(author))
    said = name.casefold().removeprefix("the ")
    for other in others:
        whole = other.casefold().removeprefix("the ")
        if (said == whole and not is_personal(other)) or (len(whole) >= LONG_SITE and said.startswith(f"{whole} ")):
            return True
    return False


def linked_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of the page's JSON-LD object, organisations left out."""
    return clean_authors(_author_names(page), page.site_names, people=_people(page))


def _people(page: PageFacts) -> frozenset[str]:
    """Return the names of those whom JSON-LD calls people, where a paper could have the name, too."""
    typed = (author for author in _linked(page) if isinstance(author, dict) and "person" in types_of(author))
    return frozenset(name for author in typed for text in strings_of(author) if may_be_called(name := _shown(text)))


def meta_authors(*names: str) -> Callable[[PageFacts], tuple[str, ...]]:
    """Return a reader of the first of these meta tags that names a person."""

    def read(page: PageFacts) -> tuple[str, ...]:
        found = (clean_authors(page.markup.meta.get(name, ()), page.site_names) for name in names)
        return next((authors for authors in found if authors and not _is_paper(authors[0], page)), ())

    return read


def _is_paper(name: str, page: PageFacts) -> bool:
    """Whether a name is that of a paper: the source of the text, or one with an article that the page's title ends with."""
    return _is_source(name, page) or (
        name.partition(" ")[0].casefold() in _ARTICLES
        and any(page.markup.page_title[mark.end() :] == name for mark in find_marks(page.markup.page_title))
    )


def _is_source(name: str, page: PageFacts) -> bool:
    """Whether a line beside the headline has a name as the text's source, in scripts in which a paper's looks like a person's."""
    return name[0] >= FIRST_WIDE and any(
        line.text == name and line.holder is not None and is_called(line.holder, _SOURCE)
        for line in chain(page.read_nearest(), page.before)
    )


def any_meta_authors(names: re.Pattern[str]) -> Callable[[PageFacts], tuple[str, ...]]:
    """Return a reader of the first person in the meta tags whose names hold the pattern: publishers make up their own."""

    def read(page: PageFacts) -> tuple[str, ...]:
        values = (given for name, given in page.markup.meta.items() if names.search(name))
        found = (clean_authors(given, page.site_names) for given in values)
        return next((authors for authors in found if authors and not _is_paper(authors[0], page)), ())

    return read


def cited_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of a paper, which its tags give one by one and often with the family name first."""
    names = (
        " ".join(reversed(value.split(","))) if value.count(",") == 1 else value
        for value in page.markup.meta.get("citation_author", ())
    )
    return clean_authors(names, page.site_names)


def item_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of microdata."""
    return clean_authors(_item_names(page), page.site_names)


def _item_names(page: PageFacts) -> list[str]:
    names = []
    for node in page.own_items("author"):
        if "organization" in (node.attributes.get("itemtype") or "").lower():
            continue
        holder = node.css_first('[itemprop~="name"]') or node
        names.append(holder.attributes.get("content") or text_of(holder, MAX_NAME_CHARS))
    return names


def signed_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of ``rel=author`` links."""
    names = ((node, text_of(node, MAX_NAME_CHARS)) for node in page.markup.signed[:5])
    is_unsigned = states_nobody(page)
    own = (
        name
        for node, name in names
        if name and not (is_teasers(node, (name,), page.headline) or (is_unsigned and not is_near(page, name)))
    )
    return clean_authors(own, page.site_names, shown=True)


def states_nobody(page: PageFacts) -> bool:
    """Whether a page whose fields name no person states an author: an agency, a desk, an empty list.

    A person is then its author who is named beside its headline, or signs its text. Of 17 such pages of wcxb-dev with a name
    the eleven true ones are among the first nine texts below it, of the six false ones three are nowhere near it (2026-11-27).
    """
    stated = [*page.markup.meta.get("author", ()), *(name for author in _linked(page) for name in strings_of(author))]
    return page.work.get("author") == [] or any(map(without_addresses, stated))


def is_near(page: PageFacts, name: str) -> bool:
    """Whether a name stands beside the headline."""
    return any(name in line.text for line in chain(page.read_nearest(), page.before))


def labelled_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of a card for social networks: a label such as "Written by" and its value."""
    return clean_authors(_labelled_names(page), page.site_names)


def _labelled_names(page: PageFacts) -> list[str]:
    first = page.markup.first
    labelled = ((first(f"twitter:label{number}"), first(f"twitter:data{number}")) for number in ("1", "2"))
    return [value for label, value in labelled if label and value and is_by(label)][:1]


def eponymous_authors(page: PageFacts) -> tuple[str, ...]:
    """Return an explicit author whose name is also the site's, where it is a person's: blogs are called after their writers."""
    publisher = page.linked.resolve(page.work.get("publisher"))
    if isinstance(publisher, dict) and any("newsmedia" in kind for kind in types_of(publisher)):
        return ()
    stated = [*_author_names(page), *page.markup.meta.get("author", ()), *_labelled_names(page), *_item_names(page)]
    stated = [name for name in stated if not starts_with_by(name)]  # "Wartawan Suara Selat" is a reporter of the site
    return tuple(name for name in clean_authors(stated) if is_personal(name) and not _is_paper(name, page))[:1]
