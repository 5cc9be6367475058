"""The line over a text that is its headline where nothing else says so: the longest short one right above the first prose."""

from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.characters import latin_length
from scraper.cleaner.metadata.byline_starts import is_signed, starts_with_by
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.headline_places import MAX_NODES, is_aside
from scraper.cleaner.metadata.headline_texts import is_prose_line, is_wide
from scraper.cleaner.metadata.markup import Markup, fold
from scraper.cleaner.metadata.name_forms import is_name_in_capitals

# Short lines above the first prose among which the headline may be: the site's name, a section, a date, a byline are there, too.
ABOVE: Final = 6
# Words of a headline that only its place tells, and letters of one in scripts without blanks: 2 to 5 words do the same on 70 blind
# pages of copies and letters, of which this wins two titles (2026-11-28).
MIN_WORDS: Final = 4
MIN_LETTERS: Final = 8
MAX_LETTERS: Final = 150


def line_above_prose(markup: Markup) -> LexborNode | None:
    """Return the element of the longest short line among the last ones above the first prose; None where none is a headline.

    It must be called as no other element is: the lines of a list of texts are called alike, or not at all.
    """
    above: deque[LexborNode] = deque(maxlen=ABOVE)
    for text, around in _lines(markup):
        if is_prose_line(text) and not is_aside(around, markup):
            break
        above.append(around)
    else:
        return None
    said = [
        (latin_length(text), -place, node)
        for place, node in enumerate(above)
        if _may_be_headline(text := fold(node.text(deep=True))) and not is_aside(node, markup)
    ]
    line = max(said, key=lambda found: found[:2])[2] if said else None
    return line if line is not None and _is_alone(line, markup) else None


def _is_alone(node: LexborNode, markup: Markup) -> bool:
    called = node.attributes.get("class") or ""
    body = markup.tree.body
    others = body.traverse() if body is not None and called.strip() else iter(())
    return sum(other.attributes.get("class") == called for other in islice(others, MAX_NODES)) == 1


def _lines(markup: Markup) -> Iterator[tuple[str, LexborNode]]:
    body = markup.tree.body
    for node in islice(body.traverse(include_text=True), MAX_NODES) if body is not None else ():
        around = node.parent if node.tag == "-text" else None
        if around is not None and (text := fold(node.text_content)):
            yield text, around


def _may_be_headline(text: str) -> bool:
    """Whether a line is long enough for a headline, and no date, byline, list or label."""
    is_long = len(text.split()) >= MIN_WORDS or (is_wide(text) and len(text) >= MIN_LETTERS)
    if not is_long or latin_length(text) > MAX_LETTERS or text[-1] in ":：,;" or "|" in text or "©" in text:
        return False
    return not (find_date(text) or starts_with_by(text) or is_signed(text) or is_name_in_capitals(text))
