"""References of XML that are none: emoji in two halves, as programs of UTF-16 write them, and ``&`` that stands for itself."""

import re
from typing import Final

_HALF: Final = rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));"
_HALVES: Final = re.compile(rb"(?:%s)+" % _HALF, re.I)
# What begins no reference, and CDATA, in which none does: also where it does not end, which is read once.
_BARE: Final = re.compile(rb"(<!\[CDATA\[.*?(?:\]\]>|\Z))|&(?!#?\w{1,40};)", re.S)
_NUMBER: Final = re.compile(rb"&#(x?)0*(\w+);", re.I)


def join_surrogates(body: bytes) -> bytes:
    r"""Return XML in which two halves are the character that was meant, and a half alone is U+FFFD.

    One of them costs the whole feed otherwise: XML 1.0, section 2.2, excludes them, and parsers stop there, or break.

    >>> join_surrogates(b"<title>&#55357;&#56832; &#xD83D;</title>")
    b'<title>&#128512; &#65533;</title>'
    """
    return _HALVES.sub(_join, body) if b"&#" in body else body


def escape_ampersands(body: bytes) -> bytes:
    r"""Return XML in which ``&`` is escaped where it begins no reference, as in addresses that were written as they are.

    A parser that recovers takes the name behind it away: of ``?a=1&b=2`` it leaves ``?a=1=2`` (lxml 6.1), another address.

    >>> escape_ampersands(b"<loc>/?a=1&b=2&amp;c=3</loc><loc><![CDATA[/?a=1&b=2]]></loc>")
    b'<loc>/?a=1&amp;b=2&amp;c=3</loc><loc><![CDATA[/?a=1&b=2]]></loc>'
    """
    return _BARE.sub(lambda found: found[1] or b"&amp;", body) if b"&" in body else body


def _join(halves: re.Match[bytes]) -> bytes:
    codes = [int(digits, 16 if mark else 10) for mark, digits in _NUMBER.findall(halves[0])]
    text = "".join(map(chr, codes)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return b"".join(b"&#%d;" % ord(character) for character in text)
