"""Tables in UTF-16, as Excel ("Unicode text") and PowerShell (``>``) write them: given on as UTF-8."""

import codecs
from typing import Final

from scraper.read.inputs import Stream

_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LEAST_READ: Final = 4  # a character is two bytes or four


def is_utf16(head: bytes) -> bool:
    """Whether the first bytes of a file are the mark of UTF-16."""
    return head.startswith(_MARKS)


def as_utf8(head: bytes) -> bytes:
    r"""Return the first bytes of a file as UTF-8 where they are marked as UTF-16, else as they are.

    >>> as_utf8("url;html".encode("utf-16")), as_utf8(b"url;html")
    (b'url;html', b'url;html')
    """
    return head.decode("utf-16", "replace").encode() if is_utf16(head) else head


class Recoded:
    """A stream of UTF-16 as one of UTF-8; what is no text in it becomes U+FFFD."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")
        self._held = b""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes, none at the end."""
        while not self._held:
            data = self._stream.read(max(size // 2, _LEAST_READ))
            self._held = self._decoder.decode(data, final=not data).encode()
            if not data:
                break
        taken, self._held = self._held[:size], self._held[size:]
        return taken
