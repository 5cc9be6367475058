"""Dates as sources write them."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

# Seconds since 1970 from September 2001 on: fewer digits are a day (20261127), or nothing.
_UNIX_TIME: Final = re.compile(r"[0-9]{10}")

# Sitemaps' dates may be a year or a month alone (W3C, "Date and Time Formats", 1997).
_PERIOD: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_DAY: Final = re.compile(r"([0-9]{4})([-/])([0-9]{2})\2([0-9]{2})(?![0-9])")


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

    A year or a month is its last day, and of a day with a time that nobody can read the day is left: what is older than a given
    day is told by them.

    >>> as_iso(" 2026-11-27 "), as_iso("Fri, 27 Nov 2026 10:00:00 GMT"), as_iso("27.11.2026")
    ('2026-11-27', '2026-11-27T10:00:00+00:00', None)
    >>> as_iso("2024-02"), as_iso("2020"), as_iso("2026/11/27 10:00:00"), as_iso("2026-11-27T9:05:00Z")
    ('2024-02-29', '2020-12-31', '2026-11-27', '2026-11-27')
    """
    text = (text or "").strip()
    if day := _DAY.match(text):
        with suppress(ValueError):
            datetime.fromisoformat(text)
            return text
    elif when := read_moment(text):
        return when.isoformat()
    return _read_day(text, day)


def _read_day(text: str, day: re.Match[str] | None) -> str | None:
    with suppress(ValueError):  # no such month or day
        if period := _PERIOD.fullmatch(text):
            year, month = int(period[1]), int(period[2] or 12)
            return date(year, month, monthrange(year, month)[1]).isoformat()
        if day:
            return date(int(day[1]), int(day[3]), int(day[4])).isoformat()
    return None
