"""Pages whose text stands only in a script: JSON-LD's article body, or the state that a front-end framework starts from."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.characters import is_as_long
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.metadata.spelling import words_of
from scraper.cleaner.reading.app_pieces import MAX_DEPTH, find_pieces
from scraper.cleaner.reading.app_values import read_assigned, read_islands

# A string this long is text, not a label; the shortest news articles have about so many characters, those in Latin letters.
MIN_CHARS: Final = 400
SHARED: Final = 0.3
"""The share of the title's words that a text has which no browser shows, so that it is the article's, and no banner's or notice."""
# What has nearly as many of them as another text is about the same.
NEARLY: Final = 0.75
# Words of other languages than Chinese and Japanese that say nothing are shorter.
WORD_CHARS: Final = 4


def find_script_text(tree: LexborHTMLParser, metadata: Metadata) -> str | None:
    """Return the page's text as HTML when a script holds it.

    The longest text of the page's data, unless that has nothing of the title, and what its scripts start from has a text about it.

    Args:
        tree: The parsed page.
        metadata: Has the ``articleBody`` of JSON-LD, which comes first, and says what the page is about.

    Returns:
        HTML of the text found, or None.
    """
    if is_as_long(metadata.article_body, MIN_CHARS):
        return _as_html(metadata.article_body)
    title = metadata.title or ""
    found = max(_texts(read_islands(tree)), key=len, default="")
    if share_of_title(found, title) < SHARED:
        found = _about(_texts(read_assigned(tree)), title) or found
    return _as_html(found) if found else None


def _as_html(text: str) -> str:
    """Return a text of a script as HTML, which it may be."""
    if "&lt;/p&gt;" in text or "&lt;br" in text:
        text = unescape(text)
    if "</p>" in text or "<br" in text or "</div>" in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    paragraphs = (line.strip() for line in escaped.splitlines())
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)


def _texts(states: Iterable[Any]) -> Iterator[str]:
    """Yield what is text in data, whole or in pieces."""
    for state in states:
        yield from filter(_is_prose, _strings(state, 0))
        if is_as_long(pieces := find_pieces(state), MIN_CHARS):
            yield pieces


def _about(texts: Iterable[str], title: str) -> str:
    """Return the longest of the texts that have most of the title's words; empty where none has enough."""
    shares = {text: share_of_title(text, title) for text in texts}
    most = max(shares.values(), default=0.0)
    return max((text for text, share in shares.items() if share >= NEARLY * most), key=len) if most >= SHARED else ""


def share_of_title(text: str, title: str) -> float:
    """Return the share of the title's words that a text has; 0 where it has one alone, as any text about the like has."""
    words = {word for word in words_of(title) if len(word) >= WORD_CHARS or not word.isascii()}
    shared = len(words & words_of(text))
    return shared / len(words) if shared > 1 else 0.0


def _strings(state: Any, depth: int) -> Iterator[str]:
    if isinstance(state, str):
        yield state
    elif depth < MAX_DEPTH:
        values = state.values() if isinstance(state, dict) else state if isinstance(state, list) else ()
        for value in values:
            yield from _strings(value, depth + 1)


def _is_prose(text: str) -> bool:
    """Text or HTML, not a style sheet, script or encoded blob."""
    if not is_as_long(text, MIN_CHARS):
        return False
    start = text[:2000]
    return "{" not in start and (start.count(" ") > len(start) / 15 or not start.isascii())
