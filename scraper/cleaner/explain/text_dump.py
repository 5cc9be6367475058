"""A page that was saved as text, explained line by line."""

from collections.abc import Sequence

from scraper.cleaner.explain.reasons import name_phrases
from scraper.cleaner.text_dump.lines import Line
from scraper.cleaner.text_dump.page import read_twice
from scraper.explanation import ExplainedBlock, StripReason


def explain_lines(text: str, template: Sequence[bool] | None = None) -> tuple[ExplainedBlock, ...]:
    """Return the lines of a text dump; rules choose among them, so they have no probability.

    Args:
        text: The file, decoded.
        template: As for ``read_text_page``.
    """
    _, found = read_twice(text, template)
    kept = frozenset(found.places)
    return tuple(
        ExplainedBlock(
            text=line.text,
            tag="line",
            path="line",
            kept=place in kept,
            reason=None if place in kept else _reason(line, found.title),
        )
        for place, line in enumerate(found.lines)
    )


def _reason(line: Line, title: str | None) -> StripReason:
    if line.text == title:
        return StripReason.TITLE
    return StripReason.REPEATED if line.is_template else name_phrases(line.text) or StripReason.LOW_SCORE
