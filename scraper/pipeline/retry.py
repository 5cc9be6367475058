"""Which failures are worth another try in a later run, and when."""

from datetime import datetime, timedelta
from typing import Final

from scraper.pipeline.clock import iso
from scraper.reasons import Reason, mostly_stays
from scraper.records import Skipped
from scraper.store import Retry

# What a server, a network, this machine or a passing state of a site does.
TRANSIENT: Final = frozenset(
    {
        Reason.DNS,
        Reason.CONNECT,
        Reason.TLS,
        Reason.TIMEOUT,
        Reason.DEADLINE,
        Reason.PROTOCOL,
        Reason.TRUNCATED,
        Reason.HTTP_SERVER_ERROR,
        Reason.ROBOTS_UNREACHABLE,
        Reason.HOST_DEFERRED,
        Reason.HOST_FAILING,
        Reason.CHALLENGE,
        # A server that is set up anew sends its pages in circles for a while (benchmarks.soak).
        Reason.REDIRECT_LOOP,
        # A machine that is short of memory or time for a while ends cleaning processes over pages that are right.
        Reason.CRASHED,
        Reason.OUT_OF_TIME,
    }
)
TRANSIENT_STATUS: Final = frozenset(
    {408, 425, 429}
)  # the client errors that ask for another try (RFC 9110, 6585, 8470)

# The first retry is due at once: it happens in another run, so the user's own schedule is its pause. Then half an hour,
# doubled each time up to a day: eight failures in a row are about two days, the window of a news sitemap.
_SECOND_PAUSE: Final = timedelta(minutes=30)
_LONGEST_EARLY_PAUSE: Final = timedelta(days=1)
MAX_FAILURES: Final = 8

# An hour, four, sixteen and sixty-four, as articles that no source dates are looked at again (scraper.store.recheck): four
# requests for a page that is really gone.
LATE_PAUSES: Final = tuple(timedelta(hours=4**failures) for failures in range(4))

LONGEST_PAUSE: Final = max(_LONGEST_EARLY_PAUSE, *LATE_PAUSES)
"""No retry is planned further ahead."""


def plan_retry(skipped: Skipped, failures: int, now: datetime, *, holds_record: bool = False) -> Retry | None:
    """Return when to try a failed URL again; ``None`` for never.

    Args:
        skipped: How it failed. That its host asks to be left alone is no failure of it, whether it was told so itself or not.
        failures: How many runs in a row it had failed before this one.
        now: In UTC.
        holds_record: The URL has given an article: what its site says at every address now passes, and a newer version waits.
    """
    is_passing = skipped.code in TRANSIENT or skipped.status in TRANSIENT_STATUS
    if not is_passing and not (holds_record and skipped.code is Reason.REPEATED):
        return _plan_late_retry(skipped, failures, now)
    if skipped.attempts == 0 or skipped.code is Reason.HOST_DEFERRED:
        return Retry(next_at=iso(now), failures=failures)
    if failures + 1 >= MAX_FAILURES:
        return None
    pause = min(_LONGEST_EARLY_PAUSE, _SECOND_PAUSE * 2 ** (failures - 1)) if failures else timedelta()
    return Retry(next_at=iso(now + pause), failures=failures + 1)


def _plan_late_retry(skipped: Skipped, failures: int, now: datetime) -> Retry | None:
    if not mostly_stays(skipped.code, skipped.status) or failures >= len(LATE_PAUSES):
        return None
    return Retry(next_at=iso(now + LATE_PAUSES[failures]), failures=failures + 1)


def is_as_before(skipped: Skipped, failures: int) -> bool:
    """Whether a URL that has given no article before gives none again for what mostly stays so: nothing has failed by that."""
    return failures > 0 and mostly_stays(skipped.code, skipped.status)
