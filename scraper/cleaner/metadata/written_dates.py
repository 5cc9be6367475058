"""Dates written for readers: the lines around the headline, ``<time>`` elements, the address.

A date counts as the page's own when it stands beside the headline and is a line of its own, not a part of a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice, pairwise
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.address_dates import date_in_address
from scraper.cleaner.metadata.byline_starts import starts_with_by
from scraper.cleaner.metadata.date_places import is_elsewhere
from scraper.cleaner.metadata.date_words import PUBLISHED
from scraper.cleaner.metadata.dated_lines import (
    MAX_BARE_LINE,
    MAX_LABEL,
    MAX_LINE,
    Dated,
    date_of,
    is_of_others,
    is_of_publication,
    is_said_first,
    is_said_published,
    is_update,
    read_dated_lines,
)
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.markup import text_of
from scraper.cleaner.metadata.nearby import Line, lines_before
from scraper.cleaner.metadata.page import NEAREST, PageFacts

_DATED: Final = 'time, [class*="date"], [class*="publish"], [class*="submitted"]'
MAX_DATED: Final = 60

_BRACKETED: Final = re.compile(r"[(\[]\d{1,2}(?:\.? [^\W\d_]{3,12} |([./-])\d{1,2}\1)\d{4}[)\]]")
# Published, updated, and one that an article may mention.
MAX_DAYS: Final = 3
# So many days, the latest first, are those of a list of news: 4 fewer false dates on wcxb-dev, none lost (2026-11-26).
MIN_FALLING: Final = 3
# What stands between a date and the next: a list's item has a title and a teaser.
MIN_PARAGRAPHS: Final = 3
MIN_CHARS: Final = 300
# Days between the first publication and the update that a page shows: what is longer ago was a book or another paper.
YEAR: Final = 366


def date_near_headline(page: PageFacts) -> str | None:
    """Return the date of the lines after the headline, else before it.

    Other pages than articles have none where the lines after the headline are a list of dated things, unless a text stands before
    the list: then it is the date over the text.
    """
    if page.headline is None:
        return None
    after = list(_own_lines(page.after, page))
    is_behind = bool(after) and _has_text(page.after, after[0])
    if not page.is_article and (len({line.date[:10] for line in after}) > MAX_DAYS or _is_list(after)):
        if is_behind:
            return _choose(_before(page))
        return _choose(after[:1]) if _heads_text(after, page.after) else None
    found = _choose(after)
    if found and not is_behind:
        return found
    before = list(_before(page))
    return _choose(before) or found or _first_update(after) or _first_update(before)


def date_beside_body(before: Sequence[str], after: Sequence[str], language: str | None) -> str | None:
    """Return the date of the texts around an article's body: the nearest above it, else one below that is said to be its own.

    Below a body stand teasers with dates of their own: one there needs a word such as "posted", or the byline right before it.

    Args:
        before: The texts before the body, in order.
        after: Those after it.
        language: As for ``read_date``.
    """
    above = [line for line in read_dated_lines(_plain(before), language) if is_of_publication(line)]
    if above:
        return above[-1].date
    below = (line for line in read_dated_lines(_plain(after), language) if is_of_publication(line))
    return next((line.date for line in below if is_said_published(line) or starts_with_by(line.before)), None)


def date_in_brackets(texts: Iterable[str], language: str | None) -> str | None:
    """Return the date that is a text of its own in brackets, where it is the only one: "(21 agosto 2026)" ends an article.

    >>> date_in_brackets(["Otters are back.", "(21 agosto 2026)"], "it")
    '2026-08-21'
    """
    found = {find_date(text, language) for text in texts if _BRACKETED.fullmatch(text)} - {None}
    return found.pop() if len(found) == 1 else None


def _own_lines(lines: Iterable[Line], page: PageFacts) -> Iterator[Dated]:
    """Yield the lines with a date that do not stand among comments or links, or in the masthead."""
    for line in read_dated_lines(lines, page.date_language):
        if not is_elsewhere(line.holder, page.around, page.teasing):
            yield line


def _plain(texts: Iterable[str]) -> Iterator[Line]:
    return (Line(text, "", "") for text in texts)


def _is_list(lines: Iterable[Dated]) -> bool:
    """Whether dates are those of a list of other things: many, or a few of which each is earlier than the one before."""
    days = [line.date[:10] for line in lines if len(line.text) <= MAX_BARE_LINE and not is_update(line)]
    return len(set(days)) >= MIN_FALLING and days == sorted(days, reverse=True)


def _heads_text(dated: Sequence[Dated], lines: Sequence[Line]) -> bool:
    """Whether the first dated line stands near the headline and over so much text that it is the text's date, none of a list's."""
    start = [line.text for line in lines].index(dated[0].text)
    return start < NEAREST and _has_text(lines[start + 1 :], dated[1] if len(dated) > 1 else None)


def _has_text(lines: Sequence[Line], dated: Dated | None) -> bool:
    """Whether there is more text before a dated line, or in all lines, than an item of a list has."""
    texts = [line.text for line in lines]
    end = texts.index(dated.text) if dated and dated.text in texts else len(texts)
    prose = [len(text) for text in texts[:end] if len(text) > MAX_BARE_LINE]
    return len(prose) >= MIN_PARAGRAPHS and sum(prose) >= MIN_CHARS


def _choose(lines: Iterable[Dated]) -> str | None:
    """Return the first date that may be of the publication, but for one that is said to be the first."""
    found = [line for line in lines if is_of_publication(line)]
    said = (line.date for line in found if is_said_first(line) and 0 <= _days_between(line.date, found[0].date) <= YEAR)
    return next(said, found[0].date if found else None)


def _first_update(lines: Iterable[Dated]) -> str | None:
    """Return the first date of an update: some pages show no other."""
    return next((line.date for line in lines if not is_of_others(line)), None)


def lone_date(page: PageFacts) -> str | None:
    """Return the date of the elements that are called dates, where all give the same one: teasers bring many.

    An article that shows no other has that of its update. On other pages a date counts where it is said to be of the publication.
    """
    published: dict[str, str] = {}
    updated: dict[str, str] = {}
    for node in page.markup.tree.css(_DATED)[:MAX_DATED]:
        text = text_of(node, MAX_LINE + 1)
        stamp = (node.attributes.get("datetime") or "") if node.tag == "time" else ""
        value = date_of(Line(text, stamp, "", node), "", page.date_language)
        if (
            value
            and (page.is_article or _is_called_published(node, text))
            and not is_elsewhere(node, page.around, page.teasing)
        ):
            found = updated if is_update(Dated(value, text)) else published
            found.setdefault(value[:10], value)
    found = published or (updated if page.is_article else {})
    return next(iter(found.values())) if len(found) == 1 else None


def _is_called_published(node: LexborNode, text: str) -> bool:
    """Whether an element's class, text or the text before it says that it holds the date of publication."""
    called = node.attributes.get("class") or ""
    if "publish" in called or "submitted" in called or PUBLISHED.search(text.lower()):
        return True
    label = next((line.text for line in lines_before(node)), "")
    return len(label) <= MAX_LABEL and PUBLISHED.search(label.lower()) is not None


def earlier_date(page: PageFacts, stated: str) -> str | None:
    """Return the date beside the headline where it is earlier than the stated one, which is then that of a change or a move.

    One day earlier may be the same instant in another zone, unless the address has that day, too.
    """
    day = stated[:10]
    for line in chain(_own_lines(islice(page.read_nearest(), NEAREST), page), _before(page)):
        if line.date[:10] in (day, f"{day[:4]}-{day[8:]}-{day[5:7]}"):  # or day and month read the wrong way round
            return None
        if is_of_publication(line):
            if any(near.stamp.startswith(day) for near in page.nearest):
                return None
            days = _days_between(line.date, stated)
            return line.date if days > 1 or (days == 1 and line.date[:10] == date_in_address(page)) else None
    return None


def _before(page: PageFacts) -> Iterator[Dated]:
    """Yield the dated lines before the headline, in the page's order, but today's in a masthead.

    That is what another text parts from a nearer one, which is earlier; a nearer one that is later is that of an update.
    """
    lines = page.before[::-1]
    dated = list(_own_lines(lines, page))
    texts = [line.text for line in lines]
    places = [texts.index(line.text) for line in dated]
    start = max(
        (
            place
            for (far, before), (near, place) in pairwise(zip(dated, places, strict=True))
            if place - before > 1 and near.date[:10] <= far.date[:10]
        ),
        default=0,
    )
    yield from (line for line, place in zip(dated, places, strict=True) if place >= start or is_said_published(line))


def _days_between(earlier: str, later: str) -> int:
    return date.fromisoformat(later[:10]).toordinal() - date.fromisoformat(earlier[:10]).toordinal()
