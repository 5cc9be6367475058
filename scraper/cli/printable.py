"""Text from pages, made safe to show: titles and URLs may carry codes that move the cursor or reverse the line."""

import logging
import re
from typing import Final

# C1 controls (ECMA-48: CSI and OSC begin there) and delete, line separators, bidirectional controls (UAX #9).
_BEYOND_C0: Final = "\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_IN_JSON: Final = re.compile(f"[{_BEYOND_C0}]")  # C0 controls are escaped there already
_UNSAFE: Final = re.compile(f"[\x00-\x1f{_BEYOND_C0}\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return the text with everything that a terminal obeys replaced by U+FFFD.

    >>> printable("a\x1b[2Jb") == "a\ufffd[2Jb"
    True
    """
    return _UNSAFE.sub("\ufffd", text)


def printable_lines(text: str) -> str:
    """Return the same of a text of several lines, which stay lines."""
    return "\n".join(map(printable, text.split("\n")))


def printable_json(text: str) -> str:
    """Return JSON that means the same, with everything in it that a terminal obeys escaped."""
    return _IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class PrintableFormatter(logging.Formatter):
    """Log records for a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's text, made safe to show."""
        return printable_lines(super().format(record))
