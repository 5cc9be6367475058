"""What stands before a feed's first element, made short: feedparser looks through it in quadratic and cubic time.

Its expressions for the declaration, DOCTYPE and entities (feedparser 6.0.12): 20 kB of ``encoding='`` took 13 s, 80 kB of line ends
25 s (2026-11-26), and a feed may have 50 MB.
"""

import re
from typing import Final

MAX_HEAD_BYTES: Final = 4_096
"""Declaration, licence, style sheet and DOCTYPE of real feeds; a longer head keeps its declaration alone."""

_DECLARATION: Final = re.compile(rb"\s{0,100}(<\?xml[^>]{0,200}\?>)")
_ELEMENT: Final = re.compile(rb"<\w")


def shorten_head(body: bytes) -> bytes:
    """Return a feed whose first line is its declaration or empty, and whose head is short."""
    body = body.removeprefix(b"\xef\xbb\xbf")
    found = _DECLARATION.match(body)
    declaration, rest = (found[1], body[found.end() :]) if found else (b"", body)
    first = _ELEMENT.search(rest)
    if first is None or first.start() > MAX_HEAD_BYTES:
        rest = rest[first.start() :] if first else b""
    return declaration + b"\n" + rest if declaration or rest.startswith(b"<?") else rest
