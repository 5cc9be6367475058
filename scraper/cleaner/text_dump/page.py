"""A text dump to a record."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from scraper.cleaner.characters import count_words
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.profile import BlockHashes, hash_lines
from scraper.cleaner.record import CleanText, build_article, skip_page
from scraper.cleaner.text.markdown import escape_text
from scraper.cleaner.text_dump.lines import split_lines
from scraper.cleaner.text_dump.reading import Paragraph, ParagraphKind, TextPage, read_text_page
from scraper.reasons import PageClass, Reason, Removal
from scraper.records import Outcome, Page

EXTRACTOR: Final = "text-lines-1"
SOURCE: Final = "text"
_FIELDS: Final = ("title", "authors", "published", "section", "site_name")


def hash_text_page(text: str) -> BlockHashes:
    """Return the hashes of a text dump's lines, in the order of ``split_lines``."""
    lines = split_lines(text)
    return hash_lines([line.text for line in lines], ["item" if line.is_item else "line" for line in lines])


def clean_text_page(
    page: Page, text: str, charset: str | None = None, template: Sequence[bool] | None = None
) -> Outcome:
    """Clean a page that was saved as text.

    Args:
        page: Where it came from.
        text: Its body, decoded.
        charset: What it was decoded from.
        template: As for ``read_text_page``; not believed where nothing would be left.
    """
    alone, found = read_twice(text, template)
    if found.is_listing:
        return skip_page(
            page, Reason.LISTING, f"teasers, each under its own headline, in {found.dropped} lines", PageClass.LISTING
        )
    if not found.paragraphs:
        return skip_page(page, Reason.EMPTY, f"no prose in {found.dropped} lines", PageClass.EMPTY)
    gone = _find_gone(alone.paragraphs, found.paragraphs)
    content = CleanText(
        text=join_paragraphs(found.paragraphs),
        markdown=render_paragraphs(found.paragraphs),
        confidence=found.confidence,
        extractor=EXTRACTOR,
        charset=charset,
        removed={Removal.REPEATED: gone.total()} if gone else {},
        removed_words=sum(count_words(part) * times for part, times in gone.items()),
    )
    return build_article(page, _metadata(found), content)


def read_twice(text: str, template: Sequence[bool] | None) -> tuple[TextPage, TextPage]:
    """Return a text page as it reads alone, and with what its site says, where that leaves anything.

    Args:
        text: Its body, decoded.
        template: As for ``read_text_page``.
    """
    alone = read_text_page(text)
    if template is None or not any(template):
        return alone, alone
    found = read_text_page(text, template)
    return alone, found if found.paragraphs or found.is_listing else alone


def _find_gone(alone: Sequence[Paragraph], kept: Sequence[Paragraph]) -> Counter[str]:
    """Return the texts that the site took off, with how often each stood there."""
    return Counter(part.text for part in alone) - Counter(part.text for part in kept)


def join_paragraphs(paragraphs: Sequence[Paragraph]) -> str:
    """Return the body's text: paragraphs apart by a blank line, items of one list by a line end."""
    return _join(paragraphs, [paragraph.text for paragraph in paragraphs])


def render_paragraphs(paragraphs: Sequence[Paragraph]) -> str:
    """Return the body as markdown."""
    marks = {ParagraphKind.HEADING: "## ", ParagraphKind.ITEM: "- ", ParagraphKind.PARAGRAPH: ""}
    return _join(paragraphs, [marks[paragraph.kind] + escape_text(paragraph.text) for paragraph in paragraphs])


def _join(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> str:
    parts: list[str] = []
    before = None
    for paragraph, text in zip(paragraphs, texts, strict=True):
        if before:
            parts.append("\n" if before is paragraph.kind is ParagraphKind.ITEM else "\n\n")
        parts.append(text)
        before = paragraph.kind
    return "".join(parts)


def _metadata(found: TextPage) -> Metadata:
    return Metadata(
        title=found.title,
        authors=found.authors,
        published=found.published,
        section=found.section,
        site_name=found.site_name,
        sources={name: SOURCE for name in _FIELDS if getattr(found, name)},
    )
