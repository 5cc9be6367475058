"""Which articles are looked at again although nothing says that they changed: those that no source dates.

A correction shows in a later date of a feed or sitemap. Where an article stands on section pages alone, only its own page can
tell; it is asked for with its validators, so that one that did not change costs a 304.
"""

from datetime import datetime, timedelta
from typing import Final

FIRST: Final = timedelta(hours=1)
"""Not sooner after the last look."""

UNTIL: Final = timedelta(days=7)
"""Older articles are left alone."""

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
    return moment - last >= max(FIRST, _TIMES_THE_AGE * (last - first)) and moment - first <= UNTIL
