"""Regular expressions that a user gives, held to addresses that strangers give.

``(a+)+$`` looks harmless, and takes longer than anyone lives for ``aaaa...!``: a site could stop a run with one address. Python's
own engine cannot be told to give up; this one can (regex, "Timeout").
"""

import re
from functools import lru_cache
from typing import Any, Final

from scraper.errors import UsageError

TIME_LIMIT_S: Final = 1.0
"""For one address: patterns that people write take microseconds."""

_FLAGS: Final = ((re.IGNORECASE, "I"), (re.MULTILINE, "M"), (re.DOTALL, "S"), (re.VERBOSE, "X"), (re.ASCII, "A"))


def find(pattern: re.Pattern[str], text: str) -> Any:
    """Return what ``pattern.search(text)`` returns.

    Raises:
        UsageError: It takes over ``TIME_LIMIT_S``; the message says what to do.
    """
    try:
        return _compile(pattern.pattern, pattern.flags).search(text, timeout=TIME_LIMIT_S)
    except TimeoutError as exc:
        message = (
            f"{pattern.pattern!r} takes over {TIME_LIMIT_S:g} s for {text[:200]!r}: write it without repeats of repeats"
        )
        raise UsageError(message) from exc


@lru_cache(maxsize=256)
def _compile(pattern: str, flags: int) -> Any:
    import regex

    same = 0
    for ours, name in _FLAGS:
        if flags & ours:
            same |= getattr(regex, name)
    return regex.compile(pattern, same)
