"""Which lines of a text dump are the article: the stretch with the most prose, less what does not belong inside."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from typing import Final

from scraper.cleaner.metadata.byline_starts import is_by, is_signed, starts_with_by
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.phrases.lines import tell_line
from scraper.cleaner.phrases.stock import NAMES
from scraper.cleaner.rules.read_also import is_labelled
from scraper.cleaner.text_dump.lines import UNENDED_WORDS, Line

# A line's weight when the stretch is chosen, in words: prose counts its words, other lines cost. Pasternack and Roth's maximum
# subsequence (WWW 2009). A paragraph of thirty words bridges seven sub-headings, or "read more" with five links; comments are not
# bridged. One sentence between short lines is as likely a teaser: it neither joins nor parts.
# Word F1 on wcxb-dev's articles, dumped as text: .904, with twice these costs .875 (trafilatura, with tags: .937; 2026-11).
SHORT_COST: Final = -4
LISTED_COST: Final = -3
ITEM_COST: Final = 0
# In a thread the lines between two posts say who wrote them and when; so many signed and dated lines make a thread.
POST_COST: Final = -1
POSTS: Final = 3
REPEATED_COST: Final = -6
LABEL_COSTS: Final = {
    "related": -15, "share": -15, "comment": -150, "plea": -30, "legal": -50, "credit": -10, "byline": -10, "bio": -60,
    "ad": -10, "tags": -30,
}  # fmt: skip
# A line three times in one file is furniture whatever it says (signatures, "Top"); twice, one of a sentence may be a second copy.
MANY_COPIES: Final = 3
# Sentences too short to be prose belong to the body next to it from so many words on.
SENTENCE_WORDS: Final = 4
# So many short lines in a row are links or a table's cells; a sub-heading stands alone.
HEADING_RUN: Final = 2
MAX_DATELINE_CHARS: Final = 80
# The longest line that is told by its words alone: with tags a longer one has a link, too.
MAX_LINE_CHARS: Final = 160
MAX_BYLINE_WORDS: Final = 20


class Role(StrEnum):
    """What a line is to the article."""

    OUTSIDE = "outside"
    DROPPED = "dropped"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"


def is_dateline(line: Line) -> bool:
    """Whether a line is a date, not a sentence with one and not a copyright notice."""
    return (
        len(line.text) <= MAX_DATELINE_CHARS
        and not line.is_prose
        and not line.announces("legal")
        and find_date(line.text) is not None
    )


def is_byline(line: Line) -> bool:
    """Whether a line says "by" somebody."""
    if line.is_item or line.is_prose or line.words > MAX_BYLINE_WORDS:
        return False
    said = starts_with_by(line.text) or is_signed(line.text)
    return is_by(line.text) or (said and (not line.ends_sentence or line.words <= SENTENCE_WORDS))


def assign_roles(lines: Sequence[Line]) -> list[Role]:
    """Return each line's role, in the order of the lines."""
    start, end = _find_stretch(_weigh_lines(lines))
    start, end = _widen(lines, start, end)
    start += end - start > 1 and _asks(lines[start])
    roles = [Role.OUTSIDE] * len(lines)
    for place in range(start, end):
        roles[place] = _judge(lines[place])
    _drop_copies(lines, roles)
    _drop_after_labels(lines, roles, start, end)
    _drop_runs(lines, roles)
    _drop_idle_headings(roles)
    return roles


def _weigh_lines(lines: Sequence[Line]) -> list[int]:
    weights = [_weigh(line) for line in lines]
    posts = [place for place, line in enumerate(lines) if is_byline(line) and is_dateline(line)]
    if len(posts) >= POSTS:
        for place in range(posts[0], posts[-1] + 1):
            weights[place] = max(weights[place], POST_COST)
    listed = False
    for place, line in enumerate(lines):
        beside = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
        if line.is_lone_sentence and not any(other.is_prose for other in beside):
            weights[place] = min(weights[place], 0)
        listed = line.announces("related") or (listed and not line.is_prose)
        if listed and weights[place] == SHORT_COST:
            weights[place] = LISTED_COST
    return weights


def _weigh(line: Line) -> int:
    if line.is_template or line.copies >= MANY_COPIES:
        return REPEATED_COST
    if line.is_prose:
        return line.words
    if line.copies == 1 and line.ends_sentence and line.words >= SENTENCE_WORDS and not line.says:
        return line.words
    if line.is_item and line.copies == 1 and line.words > SENTENCE_WORDS:
        return ITEM_COST
    labels = [LABEL_COSTS[name] for bit, name in enumerate(NAMES) if line.says >> bit & 1]
    return min(labels, default=SHORT_COST if line.copies == 1 else REPEATED_COST)


def _find_stretch(weights: Sequence[int]) -> tuple[int, int]:
    """Return the stretch with the largest sum, (0, 0) where no weight is positive."""
    sums = [0, *accumulate(weights)]
    best = (0, 0, 0)
    low = 0
    for end in range(1, len(sums)):
        if sums[end] - sums[low] > best[0]:
            best = (sums[end] - sums[low], low, end)
        if sums[end] < sums[low]:
            low = end
    return best[1], best[2]


def _asks(line: Line) -> bool:
    """Whether a line is one question or call, as headlines are."""
    return line.words < UNENDED_WORDS and line.text.endswith(("?", "!", "？", "！", "؟"))


def _widen(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """Take in the short sentences next to the stretch."""

    def fits(line: Line) -> bool:
        return (
            line.ends_sentence
            and line.words >= SENTENCE_WORDS
            and not line.says
            and line.copies == 1
            and not (line.is_template or is_byline(line) or is_dateline(line))
        )

    if start == end:
        return start, end
    while start and fits(lines[start - 1]):
        start -= 1
    while end < len(lines) and fits(lines[end]):
        end += 1
    return start, end


def _judge(line: Line) -> Role:
    if line.is_template or line.copies >= MANY_COPIES or _is_around_the_text(line.text):
        return Role.DROPPED
    if line.is_prose:
        return Role.ITEM if line.is_item else Role.PARAGRAPH
    if line.says or is_byline(line) or (is_dateline(line) and not line.ends_sentence):
        return Role.DROPPED
    if line.is_item:
        return Role.ITEM
    if line.level:
        return Role.HEADING
    return Role.PARAGRAPH if line.ends_sentence else Role.HEADING


def _is_around_the_text(text: str) -> bool:
    """Whether a short line asks for something, leads to another article, or says whose the text is.

    990 pages of the snippet set, dumped as text: 28 of 362 wrong snippets go and no right one (2026-11-26).
    """
    return len(text) <= MAX_LINE_CHARS and (tell_line(text) is not None or is_labelled(text))


def _drop_copies(lines: Sequence[Line], roles: list[Role]) -> None:
    """A sentence that comes twice is kept where it comes first; other lines that come twice are not the article's."""
    seen: set[str] = set()
    for place, line in enumerate(lines):
        if roles[place] is not Role.OUTSIDE and line.copies > 1:
            if line.text in seen or not line.ends_sentence:
                roles[place] = Role.DROPPED
            seen.add(line.text)


def _drop_after_labels(lines: Sequence[Line], roles: list[Role], start: int, end: int) -> None:
    """What follows a label such as "Read more" belongs to it until prose goes on; so do list items of any length."""
    dropping = False
    for place in range(start, end):
        line = lines[place]
        if roles[place] is Role.DROPPED:
            dropping = dropping or line.announces("related", "comment", "plea", "tags")
        elif line.is_prose and not line.is_item:
            dropping = False
        elif dropping:
            roles[place] = Role.DROPPED


def _drop_runs(lines: Sequence[Line], roles: list[Role]) -> None:
    """Between two parts of the text one short line is a sub-heading; of two the second is, next to the text; of more none is."""
    between: list[int] = []
    for place, role in enumerate(roles):
        if role in (Role.HEADING, Role.DROPPED) and not lines[place].level:
            between.append(place)
            continue
        headings = [index for index in between if roles[index] is Role.HEADING]
        is_alone = len(headings) == 1 and len(between) <= HEADING_RUN
        is_last = 1 <= len(headings) <= HEADING_RUN and headings[-1] == place - 1
        for index in headings[: -1 if is_alone or is_last else None]:
            roles[index] = Role.DROPPED
        between = []


def _drop_idle_headings(roles: list[Role]) -> None:
    """A heading with nothing after it heads nothing."""
    for place in reversed(range(len(roles))):
        if roles[place] is Role.HEADING:
            roles[place] = Role.DROPPED
        elif roles[place] in (Role.PARAGRAPH, Role.ITEM):
            return
