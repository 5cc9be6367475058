"""Dates as sources write them."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

# Seconds since 1970 from September 2001 on: fewer digits are a day (20261127), or nothing.
_UNIX_TIME: Final = re.compile(r"[0-9]{10}")


def read_moment(text: str | None) -> datetime | None:
    """Return a date of ISO 8601, mail (RFC 5322) or Unix time in UTC; None for another, or none.

    >>> read_moment("Fri, 27 Nov 2026 10:00:00 +0100") == read_moment("1795770000") == datetime(2026, 11, 27, 9, tzinfo=UTC)
    True
    >>> read_moment("11/12/2026")
    """
    text = (text or "").strip()
    with suppress(ValueError, OverflowError, OSError):
        if _UNIX_TIME.fullmatch(text):
            return datetime.fromtimestamp(int(text), UTC)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, OverflowError):
            when = read(text)
            return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return None


def as_iso(text: str | None) -> str | None:
    """Return a date as ISO 8601, verbatim where it is that; None for one that cannot be read: its page is undated.

    >>> as_iso(" 2026-11-27 "), as_iso("Fri, 27 Nov 2026 10:00:00 GMT"), as_iso("27.11.2026")
    ('2026-11-27', '2026-11-27T10:00:00+00:00', None)
    """
    when = read_moment(text)
    if text is None or when is None:
        return None
    text = text.strip()
    return text if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else when.isoformat()
