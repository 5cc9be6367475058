"""When to ask again: which failures pass, how long to wait, and what Retry-After says."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from scraper.errors import FetchError
from scraper.reasons import PageClass, Reason

# Statuses of a server that may answer later (RFC 9110; 520-527 and 530 are Cloudflare's for an origin in trouble).
RETRIED_STATUSES: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 530, *range(520, 528)})
RETRIED_REASONS: Final = frozenset({Reason.CONNECT, Reason.TIMEOUT, Reason.DEADLINE, Reason.TRUNCATED})

# Exponential backoff with full jitter (Brooker, AWS, 2015); the cap is FETCH.md's.
BACKOFF_BASE_S: Final = 2.0
BACKOFF_CAP_S: Final = 60.0

# Longer than a week is no request for a pause but a mistake or a trap: the host would be lost for good.
MAX_RETRY_AFTER_S: Final = 7 * 86_400.0


class PassingError(FetchError):
    """A failure of a kind that is final as a rule, but says itself that it passes (a name server that is busy)."""


class DroppedError(FetchError):
    """The server broke off a connection that it had accepted: it is there, and may be well but for this page."""


class StatusError(FetchError):
    """The server's status says that there is no page.

    Attributes:
        status: The HTTP status.
        page_class: What the page is that came with it, where that is plain.
    """

    def __init__(
        self, message: str, *, url: str, code: Reason, status: int, page_class: PageClass | None = None
    ) -> None:
        super().__init__(message, url=url, code=code)
        self.status = status
        self.page_class = page_class


def is_passing(error: FetchError) -> bool:
    """Tell whether the same request may do better in a moment."""
    if isinstance(error, StatusError):
        return error.status in RETRIED_STATUSES
    return isinstance(error, PassingError) or error.code in RETRIED_REASONS


def backoff_s(attempt: int, floor_s: float) -> float:
    """Return how long to wait before the next try: random up to a limit that doubles, at least the host's own pause.

    Args:
        attempt: Tries so far, 1 after the first.
        floor_s: The host's pause; also scales the limit down for hosts that are asked quickly.
    """
    base = min(BACKOFF_BASE_S, max(floor_s, 0.01) * 2)
    return max(floor_s, random.uniform(0, min(BACKOFF_CAP_S, base * 2**attempt)))


def retry_after_s(value: str | None, date: str | None) -> float | None:
    """Return the seconds that Retry-After asks for, or None where it says nothing sensible.

    Args:
        value: The header: seconds, or an HTTP date.
        date: The answer's own Date header, against which an HTTP date is measured: the two clocks may differ.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), MAX_RETRY_AFTER_S)
    when = _http_date(text)
    if when is None:
        return None
    seconds = (when - (_http_date(date) or datetime.now(UTC))).total_seconds()
    return min(seconds, MAX_RETRY_AFTER_S) if seconds > 0 else None


def _http_date(text: str | None) -> datetime | None:
    try:
        when = parsedate_to_datetime(text or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
