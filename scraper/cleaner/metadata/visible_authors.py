"""The byline beside the headline against the authors that metadata state: those may be who entered the text, or one of several."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scraper.cleaner.metadata.byline_elements import beside, link_in
from scraper.cleaner.metadata.byline_pieces import read_byline
from scraper.cleaner.metadata.byline_starts import is_by
from scraper.cleaner.metadata.byline_words import BEGINS_JOINED, LETTERS
from scraper.cleaner.metadata.bylines import authors_in, texts_of, without_organisations
from scraper.cleaner.metadata.name_forms import is_name
from scraper.cleaner.metadata.nearby import Line
from scraper.cleaner.metadata.own_words import MAX_LINE, in_common_words
from scraper.cleaner.metadata.page import NEAREST, PageFacts
from scraper.cleaner.metadata.people import SHORT_FORM, place_behind_house

# Addresses of what a text is about: tags are people, too.
_TAGGED: Final = re.compile(r"/(?:categor(?:y|ie|ia)|tags?|topics?|th?emas?)/")


def visible_authors(page: PageFacts, stated: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people in the line beside the headline that says "by", where the page states others: who entered the text.

    Empty where all the stated are among them, or all of them are stated and the lines there name another of those, too; and where
    the word stands below a stated one: that is the name that it goes with. The stated ones without what the page has beside each.
    """
    lines = page.nearest
    if (shorter := tuple(_without_house(name, lines) for name in stated)) != stated:
        return shorter
    texts = [in_common_words(line.text, page.language) for line in lines]
    if any(above in stated and is_by(text) for above, text in pairwise(texts[:NEAREST])):
        return ()
    names = authors_in(texts_of(lines, page.language), page.site_names, NEAREST)
    if len(stated) == 1 and (more := _with_others(page, stated[0], texts, names)):
        return more
    rest = set(stated).difference(names)
    is_part = len(rest) < len(stated) and any(name in text for name in rest for text in texts)
    return without_organisations(page, names) if rest and not is_part else ()


def _without_house(name: str, lines: Sequence[Line]) -> str:
    """Return a stated name without the short form of its house that the page has beside the name's link: "Ada Lovelace DG"."""
    given, _, house = name.rpartition(" ")
    if not (1 < len(house) <= SHORT_FORM and house.isupper() and is_name(given)) or LETTERS.fullmatch(house):
        return name
    is_beside = any(line.text == given and line.link and after.text == house for line, after in pairwise(lines))
    return given if is_beside else name


def _with_others(page: PageFacts, stated: str, texts: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people of the byline that begins with the one that is stated, where it names others, too: a field holds one."""
    if len(names) < 2:
        place = next(
            (
                place
                for place, (text, line) in enumerate(zip(texts[:NEAREST], page.nearest, strict=False))
                if _begins_with(text, stated) and not _TAGGED.search(line.link)
            ),
            None,
        )
        if place is None:
            return ()
        names = read_byline(texts_of(page.nearest[place:], page.language) or [stated], page.site_names)
        holder = page.nearest[place].holder
        if names[:1] == (stated,) and holder is not None:
            names = (*names, *beside(link_in(holder), names, page.site_names))
    others = [value for name, given in page.markup.meta.items() if name.endswith("editor") for value in given]
    others += [place_behind_house(text, page.site_names) for text in texts if len(text) <= MAX_LINE]
    names = tuple(name for name in names if name not in others)
    return names if len(names) > 1 and names[0] == stated and all(map(is_name, names)) else ()


def _begins_with(text: str, name: str) -> bool:
    """Whether a text is a name, or begins with it and goes on with others."""
    if not text.startswith(name) or len(text) > MAX_LINE:
        return False
    rest = text[len(name) :].lstrip()
    return not rest or BEGINS_JOINED.match(rest) is not None
