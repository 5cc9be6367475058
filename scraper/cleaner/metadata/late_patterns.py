"""Patterns that few pages reach: compiled when the first one does.

Each set of the characters of Chinese, some 27,000, takes .6 ms, and three times that where case does not count (2026-11-27).
"""

import re
from functools import cache


@cache
def compiled(form: str) -> re.Pattern[str]:
    """Return a pattern, compiled once."""
    return re.compile(form)
