"""Which articles are looked at again although nothing says that they changed, and which not although something does.

A correction shows in a later date of a feed or sitemap. Where an article stands on section pages alone, only its own page can
tell; it is asked for with its validators, so that one that did not change costs a 304. And there are sources that date all they
list by the moment they are asked, or built: believed each time, they have a whole site fetched in each run.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

FIRST: Final = timedelta(hours=1)
"""Not sooner after the last look."""

UNTIL: Final = timedelta(days=7)
"""Older articles are left alone."""

DOUBTED: Final = timedelta(days=1)
"""A later date of an article whose page had not changed at its last look waits no longer: it may be true this time."""

ALIKE_SHARE: Final = 0.9
MIN_ALIKE: Final = 8
"""So many dates, nearly all of the same ten minutes, are the source's own; a feed of fewer costs few requests, believed or not."""
_TEN_MINUTES: Final = len("2026-11-23T09:4")

_TIMES_THE_AGE: Final = 3
"""A look waits so many times the age at the last one: an hour, four, sixteen and sixty-four after the first, four in all."""


def is_due(first_at: str, last_at: str, now: str) -> bool:
    """Tell whether an article's page should be looked at again.

    Args:
        first_at: When the article was found; like the others ISO 8601 with a zone.
        last_at: When its page was last looked at.
        now: The time.

    >>> day = "2026-11-23T{}:00:00Z".format
    >>> is_due(day("09"), day("09"), day("10")), is_due(day("09"), day("10"), day("12")), is_due(day("09"), day("10"), day("13"))
    (True, False, True)
    """
    first, last, moment = map(datetime.fromisoformat, (first_at, last_at, now))
    return moment - last >= _pause(first, last) and moment - first <= UNTIL


def is_doubted(first_at: str, last_at: str, now: str) -> bool:
    """Tell whether a source's own date for an article whose page had not changed at its last look is not believed yet.

    Args:
        first_at: As in ``is_due``, like the others.
        last_at: When its page was last looked at.
        now: The time.

    >>> day = "2026-11-23T{}:00:00Z".format
    >>> is_doubted(day("09"), day("10"), day("12")), is_doubted(day("09"), day("10"), day("13"))
    (True, False)
    """
    first, last, moment = map(datetime.fromisoformat, (first_at, last_at, now))
    return timedelta() <= moment - last < min(_pause(first, last), DOUBTED)


def find_moment(dates: Sequence[str]) -> str | None:
    """Return how those dates begin that a source gives for nearly all it lists: the moment at which it was made itself.

    >>> minutes = "2026-11-23T09:{:02}:00Z".format
    >>> find_moment([minutes(0)] * 20 + [minutes(45)]), find_moment([minutes(number) for number in range(20)])
    ('2026-11-23T09:0', None)
    """
    if len(dates) < MIN_ALIKE:
        return None
    moment, times = Counter(date[:_TEN_MINUTES] for date in dates).most_common(1)[0]
    return moment if times >= ALIKE_SHARE * len(dates) else None


def _pause(first: datetime, last: datetime) -> timedelta:
    return max(FIRST, _TIMES_THE_AGE * (last - first))
