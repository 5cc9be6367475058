"""A page read into what the model judges: its metadata, hints and blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.characters import latin_length
from scraper.cleaner.metadata import Metadata, extract_metadata
from scraper.cleaner.reading.app_state import find_script_text
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.hints import PageHints
from scraper.cleaner.reading.templates import open_templates
from scraper.cleaner.reading.walk import UNREAD, read_blocks

# A page with less visible text than one short paragraph has its text elsewhere: in noscript or in a script (forums and
# front-end applications; 26 of 1,497 pages of wcxb-dev, 2026-11).
LITTLE_TEXT_CHARS: Final = 250

# The fields that a fingerprint needs besides the title: reading them takes .31 ms in place of the .53 for all (60 demo pages,
# a machine with other work, 2026-11-26).
PRINTED: Final = ("published", "canonical_url")

_SCRIPTS: Final = 'script:not([type="application/ld+json" i])'
_PRELOADS: Final = "link[as=script i], link[rel~=modulepreload i]"


@dataclass(frozen=True, slots=True)
class PageReading:
    """What the cleaner knows of one page. The tree is not kept: it takes five times the page's bytes.

    Attributes:
        metadata: What the page says about itself.
        hints: The part of it that helps to judge blocks.
        blocks: Its text; empty columns for a page without any.
        has_scripts: Whether it runs scripts, or did before they were taken out.
        has_password: Whether it asks for a password; not looked for on pages that call themselves articles.
    """

    metadata: Metadata
    hints: PageHints
    blocks: Blocks
    has_scripts: bool
    has_password: bool


def read_page(html: str | bytes, url: str | None) -> PageReading:
    """Parse a page once and read it.

    Args:
        html: The page as text, or as bytes in UTF-8.
        url: Its address, for its links.
    """
    tree = LexborHTMLParser(open_templates(html))
    metadata = extract_metadata(tree, url)
    hints = PageHints(
        title=metadata.page_title,
        description=metadata.description or "",
        article_body=metadata.article_body,
        is_article=metadata.is_article,
        has_bare_head=metadata.has_bare_head,
    )
    return PageReading(
        metadata,
        hints,
        _read_text(tree, metadata),
        has_scripts=_has_scripts(tree),
        has_password=metadata.is_article is not True and tree.css_first("input[type=password i]") is not None,
    )


def read_for_print(html: str | bytes, url: str | None) -> tuple[Metadata, Blocks]:
    """Parse a page once and read of it what a fingerprint is made of: its text, and ``PRINTED`` of its metadata.

    Args:
        html: The page as text, or as bytes in UTF-8.
        url: Its address.
    """
    tree = LexborHTMLParser(open_templates(html))
    metadata = extract_metadata(tree, url, PRINTED)
    return metadata, _read_text(tree, metadata)


def _read_text(tree: LexborHTMLParser, metadata: Metadata) -> Blocks:
    """Return the visible text's blocks; where there is hardly any, those of what is skipped elsewhere, or of a script."""
    blocks = read_blocks(tree)
    if _text_chars(blocks.text) >= LITTLE_TEXT_CHARS:
        return blocks
    everything = read_blocks(tree, UNREAD - {"noscript"})
    if _text_chars(everything.text) >= LITTLE_TEXT_CHARS:
        return everything
    html = find_script_text(tree, metadata)
    return everything if html is None else read_blocks(LexborHTMLParser(html))


def _has_scripts(tree: LexborHTMLParser) -> bool:
    """Saved pages often come without their scripts; what asked the browser to fetch those early is still there.

    What a page tells search engines of itself stands in an element of that name, and runs nothing.
    """
    return any(tree.css_first(selector) is not None for selector in (_SCRIPTS, _PRELOADS))


def _text_chars(texts: Sequence[str]) -> int:
    """Return the characters of texts; where there are few, a character of Chinese counts as those of Latin that say as much."""
    chars = sum(map(len, texts))
    return chars if chars >= LITTLE_TEXT_CHARS else sum(map(latin_length, texts))
