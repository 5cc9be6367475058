"""Pages that have their text elsewhere than where browsers show it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.characters import is_as_long, latin_length
from scraper.cleaner.reading.app_state import MIN_CHARS, SHARED, find_script_text, share_of_title
from scraper.cleaner.reading.page import LITTLE_TEXT_CHARS, PageReading
from scraper.cleaner.reading.templates import open_templates
from scraper.cleaner.reading.walk import UNREAD, read_blocks

# A page that shows less than half of the text that JSON-LD states keeps it from readers, not from machines: of 98 pages with such a
# text one (2026-11-28).
MUCH_MORE: Final = 2
# Menus, labels and dates are shorter than this, and what stands in links is a menu, too.
PROSE_CHARS: Final = 80
PROSE_LINKS: Final = 0.5


def is_lacking(reading: PageReading, kept: Iterable[int]) -> bool:
    """Whether a page may have its text elsewhere than where it was read: hardly any was kept, or JSON-LD states much more.

    Args:
        reading: The page. What calls itself an article is to have prose.
        kept: The blocks that were found to be content.
    """
    texts = reading.blocks.text
    shown = _prose(reading, kept) if reading.hints.is_article else map(latin_length, (texts[index] for index in kept))
    is_little = not any(chars >= LITTLE_TEXT_CHARS for chars in accumulate(shown))
    return is_little or len(reading.metadata.article_body) > MUCH_MORE * sum(map(len, texts))


def is_rather(reading: PageReading, kept: Iterable[int], shown: PageReading, kept_of_shown: Iterable[int]) -> bool:
    """Whether what was found of a page elsewhere, and not what it shows, is what it has to say.

    It is much longer, and metadata state it, or what the page does not show of it is about the title: notices in noscript are not.

    Args:
        reading: The page as it was read elsewhere.
        kept: The blocks that were found to be content there.
        shown: The page as browsers show it.
        kept_of_shown: The blocks that were found to be content of that.
    """
    kept, less = list(kept), prose_chars(shown, kept_of_shown)
    if prose_chars(reading, kept) <= max(MUCH_MORE * less, LITTLE_TEXT_CHARS):
        return False
    more = set(map(reading.blocks.text.__getitem__, kept)).difference(shown.blocks.text)
    return is_stated(reading) or share_of_title(" ".join(more), reading.metadata.title or "") >= SHARED


def is_stated(reading: PageReading) -> bool:
    """Whether metadata state the page's text."""
    return is_as_long(reading.metadata.article_body, MIN_CHARS)


def prose_chars(reading: PageReading, kept: Iterable[int]) -> int:
    """Return the characters of blocks that are longer than labels and not linked."""
    return sum(_prose(reading, kept))


def _prose(reading: PageReading, kept: Iterable[int]) -> Iterator[int]:
    texts, links = reading.blocks.text, reading.blocks.link_share
    prose = (index for index in kept if links[index] < PROSE_LINKS and is_as_long(texts[index], PROSE_CHARS))
    return (latin_length(texts[index]) for index in prose)


def read_elsewhere(html: str | bytes, reading: PageReading) -> Iterator[PageReading]:
    """Yield a page again with what is there for browsers without scripts and for scripts to show, and with a script's text."""
    tree = LexborHTMLParser(open_templates(html, every=True))
    if not is_stated(reading):
        yield replace(reading, blocks=read_blocks(tree, UNREAD - {"noscript"}))
    found = find_script_text(tree, reading.metadata)
    if found is not None:
        yield replace(reading, blocks=read_blocks(LexborHTMLParser(found)))
