"""A text dump read as a page: its metadata and its body."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.text_dump.body import Role, assign_roles
from scraper.cleaner.text_dump.head import Head, read_head, strip_reply
from scraper.cleaner.text_dump.lines import Line, split_lines


class ParagraphKind(StrEnum):
    """What a part of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One part of the body."""

    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """What a text dump holds; None and empty: it does not say.

    Attributes:
        paragraphs: The body in order, without the title.
        is_listing: Whether the file is a list of teasers; it has no paragraphs then.
        confidence: Expected word F1 of the body, 0 to 1, a rule's guess: the share of the words between body's first and last line
            that are kept, less where no headline was found.
        dropped: How many lines are not in the body, those of the head included.
        lines: All lines.
        places: Which of them the paragraphs are.
    """

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    section: str | None
    site_name: str | None
    paragraphs: tuple[Paragraph, ...]
    is_listing: bool
    confidence: float
    dropped: int
    lines: tuple[Line, ...]
    places: tuple[int, ...]


_KINDS: Final = {
    Role.HEADING: ParagraphKind.HEADING,
    Role.PARAGRAPH: ParagraphKind.PARAGRAPH,
    Role.ITEM: ParagraphKind.ITEM,
}
# Teasers are single sentences between headlines, article paragraphs follow each other. Of 791 articles of wcxb-dev as text dumps
# 1 % are taken for listings, of its listings 22 % (2026-11): a lost article costs more than a poor record.
LISTING_LINES: Final = 4
LISTING_ADJACENT: Final = 0.25
LISTING_LONE: Final = 0.8
STUB_WORDS: Final = 150
# Nothing but a body: there is no headline to check it by.
UNTITLED: Final = 0.8


def read_text_page(text: str, template: Sequence[bool] | None = None) -> TextPage:
    """Read a page that was saved as text.

    Args:
        text: The file, decoded.
        template: For each of the ``split_lines`` of the text, whether it stands on other pages of the site.
    """
    lines = split_lines(text)
    if template is not None:
        lines = [replace(line, is_template=known) for line, known in zip(lines, template, strict=True)]
    shown = _find_shown(lines)
    read = [lines[place] for place in shown]
    roles = dict(zip(shown, assign_roles(read), strict=True))
    is_listing = _is_listing(read, list(roles.values()))
    inside = [place for place, role in roles.items() if role in _KINDS]
    head = read_head(lines, inside[0] if inside and not is_listing else len(lines))
    if is_listing:
        head = Head(site_name=head.site_name)
    titles = {fold_words(head.title or "")} - {""}
    kept = [place for place in inside if not is_listing and fold_words(strip_reply(lines[place].text)) not in titles]
    return TextPage(
        title=head.title,
        authors=head.authors,
        published=head.published,
        section=head.section,
        site_name=head.site_name,
        paragraphs=tuple(Paragraph(_KINDS[roles[place]], lines[place].text) for place in kept),
        is_listing=is_listing,
        confidence=_guess_confidence(
            [(place, lines[place].words) for place in shown], kept, is_titled=head.title is not None
        ),
        dropped=len(lines) - len(kept),
        lines=tuple(lines),
        places=tuple(kept),
    )


def _find_shown(lines: Sequence[Line]) -> list[int]:
    """Return the places of the lines that roles are given to: template is as if it were not there.

    But for a label such as "Read more" over lines that stand on no other page: it says what they are.
    """
    last = len(lines) - 1
    return [
        place
        for place, line in enumerate(lines)
        if not line.is_template or (line.says and place < last and not lines[place + 1].is_template)
    ]


def _is_listing(lines: Sequence[Line], roles: Sequence[Role]) -> bool:
    """Whether prose comes in single lines, each under a headline of its own."""
    body = [role in (Role.PARAGRAPH, Role.ITEM) for role in roles]
    prose = [place for place, line in enumerate(lines) if line.is_prose or body[place]]
    if len(prose) < LISTING_LINES:
        return False
    adjacent = sum(after - before == 1 for before, after in pairwise(prose))
    lone = sum(lines[place].is_lone_sentence for place in prose)
    inside = sum(line.words for line, is_body in zip(lines, body, strict=True) if is_body)
    is_scattered = 2 * inside < sum(lines[place].words for place in prose)
    is_loose = adjacent < LISTING_ADJACENT * len(prose) and inside < STUB_WORDS
    return is_loose and (is_scattered or lone > LISTING_LONE * len(prose))


def _guess_confidence(shown: Sequence[tuple[int, int]], kept: Sequence[int], *, is_titled: bool) -> float:
    if not kept:
        return 0.0
    held = set(kept)
    inside = sum(words for place, words in shown if kept[0] <= place <= kept[-1])
    share = sum(words for place, words in shown if place in held) / max(inside, 1)
    return round(min(share, 1.0) * (1.0 if is_titled else UNTITLED), 3)
