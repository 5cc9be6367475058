"""The date and the authors that stand beside a page's body, where nothing else told them.

Unlike the title, the body is known only after the model's choice; it is found also where the headline is no heading, or far away.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import is_foreign
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.metadata.byline_elements import is_writers_page
from scraper.cleaner.metadata.byline_places import TITLE_WORDS
from scraper.cleaner.metadata.byline_starts import starts_with_by
from scraper.cleaner.metadata.bylines import authors_in
from scraper.cleaner.metadata.eastern_signatures import eastern_signatures
from scraper.cleaner.metadata.name_forms import is_name
from scraper.cleaner.metadata.people import clean_authors, signed_names
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import part_said
from scraper.cleaner.metadata.written_dates import date_beside_body, date_in_brackets
from scraper.cleaner.reading.blocks import Blocks

# Blocks read before the body's first prose and after its last block, and those at its end in which a byline may stand. Dates: of
# wcxb-dev's 42 pages with a date that nothing else told 10 are found, and 11 on 640 pages that have none; 22 on the snippet set,
# 21 of them right. Authors: 9 found, 1 where there is none; 5 on the snippet set. Twelve blocks are no better (2026-11-26).
BESIDE: Final = 8
LAST: Final = 2
# Kept blocks among which the headline is looked for, and blocks after the lead in which a byline may stand.
HEAD: Final = 4
AFTER_LEAD: Final = 2
# What elements are called that hold their writer's name, each in one language's word.
_WRITERS: Final = frozenset(
    "avtor autor autore auteur kirjoittaja toimittaja writer skribent forfatter yazar penulis szerzo".split()
)
# Elements in which a bare name below the text may stand.
_PARAGRAPHS: Final = frozenset(("p", "div", "td"))


def add_beside_body(
    blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32], metadata: Metadata
) -> Metadata:
    """Return a page's metadata with the date and the authors that stand beside its body, where they are missing.

    Args:
        blocks: The page's blocks, n.
        keep: Which of them are main content, n.
        prose: Words of prose of each, n.
        metadata: What the page says about itself elsewhere.
    """
    kept = keep.nonzero()[0]
    is_named = bool(metadata.authors) and metadata.sources["authors"] != "eponym"
    is_told = metadata.published and is_named and metadata.sources.get("title") != "title"
    if is_told or not len(kept):
        return metadata
    body = (keep & (prose > 0)).nonzero()[0]
    first, end = int(body[0] if len(body) else kept[0]), int(kept[-1]) + 1
    before, after = blocks.text[max(0, first - BESIDE) : first], blocks.text[end : end + BESIDE]
    found: dict[str, Any] = {}
    if metadata.sources.get("title") == "title" and (
        said := part_said(metadata.page_title, [blocks.text[index] for index in kept[:HEAD]])
    ):
        found["title"], dated = said
        before = [*before, dated] if dated else before
    if not metadata.published:
        found["published"] = date_beside_body(
            _below_headline(before, metadata.title), after, metadata.language
        ) or date_in_brackets((blocks.text[index] for index in kept), metadata.language)
    if not is_named:
        found["authors"] = (
            authors_in(before)
            or authors_in(blocks.text[first + 1 : first + 1 + AFTER_LEAD])
            or authors_in(blocks.text[max(first, end - LAST) : end] + after[: _to_teaser(blocks, end)])
            or _signed_below(blocks, end, metadata)
            or _called_beside(blocks, first, end, metadata)
            or _eastern(blocks, metadata, kept, (before, after))
        )
    return _with_found(metadata, {name: value for name, value in found.items() if value})


def _with_found(metadata: Metadata, found: Mapping[str, Any]) -> Metadata:
    """Return metadata with the fields that were found beside the body."""
    if not found:
        return metadata
    return replace(metadata, **found, sources={**metadata.sources, **dict.fromkeys(found, "body")})


def _to_teaser(blocks: Blocks, end: int) -> int:
    """Return how many of the blocks below the body stand before the headline of another text: a link that is no item of a list."""
    for index in range(end, min(end + BESIDE, len(blocks.text))):
        text = blocks.text[index]
        is_link = blocks.link_share[index] == 1 and blocks.tag[blocks.frame[index]] != "li"
        if is_link and len(text.split()) >= TITLE_WORDS and not starts_with_by(text):
            return index - end
    return BESIDE


def _eastern(
    blocks: Blocks, metadata: Metadata, kept: NDArray[np.intp], beside: tuple[list[str], list[str]]
) -> tuple[str, ...]:
    """Return the people whom a text in Chinese or Japanese names in its first or last texts, or right beside them."""
    if metadata.is_article is False or not is_foreign(metadata.title or ""):
        return ()
    first, last = (
        [blocks.text[index] for index in some] for some in (kept[:3].tolist(), kept[: -LAST - 1 : -1].tolist())
    )
    before, after = beside
    return eastern_signatures([*first, *before[:-5:-1]], [*last[:1], *after[:2], *last[1:]])


def _below_headline(before: list[str], title: str | None) -> list[str]:
    """Return the texts below the headline where it is among them: what stands over it was looked at, or is the masthead's."""
    said = fold_words(title or "")
    place = next((index for index, text in enumerate(before) if fold_words(text) == said), -1) if said else -1
    return before[place + 1 :]


def _signed_below(blocks: Blocks, end: int, metadata: Metadata) -> tuple[str, ...]:
    """Return the people whose bare names are the last line of the body, or the bold line right after it in the same element."""
    if metadata.is_article is False:
        return ()
    for index in range(end - 1, min(end + 1, len(blocks.text))):
        frame, text = blocks.frame[index], blocks.text[index].strip(" .,—–-")
        last = blocks.frame[end - 1]
        is_in = index < end or (blocks.parent[frame] in (blocks.parent[last], last) and blocks.spans[index])
        if is_in and blocks.tag[frame] in _PARAGRAPHS and not blocks.links[index]:
            names = signed_names(text)
            if names and (metadata.is_article or len(names) == 1):
                return names
    return ()


def _called_beside(blocks: Blocks, first: int, end: int, metadata: Metadata) -> tuple[str, ...]:
    """Return the first people beside the body in an element that is called after a writer, or whose link leads to a writer's page.

    Above it where no main heading is: beside that they were looked for. Right below it by what the element is called alone.
    """
    if metadata.is_article is False:
        return ()
    is_headed = any(blocks.tag[blocks.frame[index]] == "h1" for index in range(first + 1))
    above = range(first if is_headed else max(0, first - BESIDE), first)
    own = frozenset(filter(None, [fold_words(metadata.site_name or "")]))
    for index in (*above, *range(end, min(end + 1, len(blocks.text)))):
        said = _said_by_link(blocks, index) if index < first else ""
        if not said and not _WRITERS.isdisjoint(blocks.look(blocks.frame[index]).words):
            said = blocks.text[index]
        if said and (names := clean_authors([said], own, shown=True)) and all(map(is_name, names)):
            return names
    return ()


def _said_by_link(blocks: Blocks, index: int) -> str:
    """Return the words of a block's first link to a writer's page; empty where it has none."""
    for start, stop, mark, address in blocks.spans[index]:
        if mark == "a" and is_writers_page(address):
            return " ".join("".join(blocks.pieces[index][start:stop]).split())
    return ""
