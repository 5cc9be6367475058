"""Names above what the person is: told from places, desks and sections, which stand above jobs, too."""

from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.byline_elements import is_profile, is_writer
from scraper.cleaner.metadata.byline_words import FROM_PLACE, FROM_PLACE_CASELESS, JOB
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.markup import text_of
from scraper.cleaner.metadata.name_forms import is_personal, is_uncased_name
from scraper.cleaner.metadata.nearby import Line
from scraper.cleaner.metadata.own_words import MAX_LINE
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import NEWS

# Elements climbed from a name to the one that holds its portrait, too.
MAX_LEVELS: Final = 4


def are_above_job(names: tuple[str, ...], line: Line, job: str) -> bool:
    """Whether the names in a line are those of people, from what is below it.

    Args:
        names: The names, one at least.
        line: The line that they are in.
        job: The text below it, or behind its bar.
    """
    if all(map(is_personal, names)):  # "New York", "Korrespondentin"
        return not FROM_PLACE.search(job) or _is_shown_as_writer(line)
    # In scripts without capitals all words have the form of names: "नई दिल्ली", "संवाददाता"; a section's are above a byline.
    if not JOB.fullmatch(job) or not all(map(is_uncased_name, names)) or compiled(FROM_PLACE_CASELESS).fullmatch(job):
        return False
    is_news = any(fold_words(word) in NEWS for name in names for word in name.split())
    return not is_news and _has_portrait(line.holder)


def _is_shown_as_writer(line: Line) -> bool:
    """Whether a line leads to a writer's page, is called by the word for a writer, or has a portrait."""
    return is_profile(line) or _has_portrait(line.holder) or (line.holder is not None and is_writer(line.holder))


def _has_portrait(holder: LexborNode | None) -> bool:
    """Whether a picture stands with a line in an element that is no longer than a byline."""
    around = holder
    for _ in range(MAX_LEVELS):
        if around is None or len(text_of(around, MAX_LINE + 1)) > MAX_LINE:
            return False
        if around.css_first("img, picture, svg") is not None:
            return True
        around = around.parent
    return False
