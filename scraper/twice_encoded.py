"""Text that was encoded twice: UTF-8 that an earlier program read as windows-1252 or ISO-8859-1 and wrote as UTF-8 again.

Saved pages have it where a scraper believed HTTP's old default over the bytes, and pages where a content system did. A browser
shows it as it stands ("itâ€™s"), so nothing in the Encoding standard mends it; no text has so many of these sequences but by that
error.
"""

import re
from itertools import islice
from typing import Final

MIN_SEQUENCES: Final = 3
"""With fewer a page only speaks of such sequences. Of 2,487 pages of wcxb-dev and the snippet set 36 have so many, 30 of them of
wcxb-dev, and 11 have fewer: one that tells of them, ten where an attribute or a sentence was pasted in (2026-11-26)."""

ROUNDS: Final = 2
"""Some were encoded three times (three of the 36)."""

# What windows-1252 makes of 0x80 to 0x9F, and its five undefined bytes, which ISO-8859-1 and browsers read as controls.
_SPECIAL: Final = {ord(bytes((byte,)).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)}
_BYTE_OF: Final = {**{code: code for code in range(0x80, 0x100)}, **_SPECIAL}
_CONTINUATION: Final = "[\x80-\xbf" + "".join(map(chr, _SPECIAL)) + "]"
# The first characters of a sequence, and how many follow. One set before all, for which a search passes over the rest of a text:
# a sixth of the time (2026-11-28).
_HEADS: Final = {"\xc2-\xdf": 1, "\xe0-\xef": 2, "\xf0-\xf4": 3}
_LENGTHS: Final = "|".join(f"(?<=[{heads}]){_CONTINUATION}{{{more}}}" for heads, more in _HEADS.items())
_SEQUENCE: Final = f"[{''.join(_HEADS)}](?:{_LENGTHS})"
_RUN: Final = re.compile(f"{_SEQUENCE}(?:{_SEQUENCE})*")
_PART: Final = re.compile(_SEQUENCE)
# Alone, "é »" with a no-break space is French, "ß-" with a soft hyphen German. These are not: what no keyboard writes inside
# a word, and the accents that Latin letters begin with.
_SURE: Final = re.compile("[\xc2\xc3]|.*[\x80-\x9f" + "".join(map(chr, _SPECIAL)) + "]", re.S)

# Without one of these nothing was encoded twice: 0x80, which is in the punctuation of Latin, kana and Han and in a frequent letter
# of Greek, Cyrillic, Hindi, Thai and Hangul; the head of accented letters; that of Arabic ones. Looking for them takes .01 ms a
# page, the pattern below .04 (medians of 300 and 600 pages, 2026-11-26).
_SIGNS: Final = ("\x80", "€", "Ã", "Ø")

# What proves it, in the page's bytes: punctuation, Latin letters, three sequences in a row.
_BYTES: Final = (
    rb"(?:\xc2[\x80-\xbf]|\xe2\x80[\x93\x94\x98-\x9a\x9c-\x9e\xa0-\xa2\xa6\xb0\xb9\xba]|\xe2\x82\xac|\xe2\x84\xa2"
    rb"|\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xc6\x92|\xcb[\x86\x9c])"
)
_ONE: Final = rb"\xc3[\x82-\xb4]" + _BYTES + rb"{1,3}"
_EVIDENCE: Final = re.compile(
    rb"\xc3(?:\xa2(?:\xc2\x80|\xe2\x82\xac)" + _BYTES + rb"|\x83" + _BYTES
    + rb"|[\x82-\xb4]" + _BYTES + rb"{1,3}(?:" + _ONE + rb"){2})"
)  # fmt: skip


# Controls that nothing shows stand for what windows-1252 has in their place ("that\x92s"): a program read single words as
# ISO-8859-1. Of 3,908 labelled pages five have some (2026-11-28).
_CONTROL: Final = re.compile("[\x80-\x9f]")
_SHOWN: Final = {byte: code for code, byte in _SPECIAL.items()}


def may_be_twice_encoded(text: str) -> bool:
    """Whether a part of a page's text has what every text that was encoded twice has."""
    return any(sign in text for sign in _SIGNS)


def mend_twice_encoded(body: bytes) -> str | None:
    """Return the text of a page in UTF-8 as it was before it was encoded a second time; None where it was not.

    >>> sentence = "Das Café in Köln – geöffnet: „täglich“"
    >>> mend_twice_encoded(sentence.encode().decode("cp1252", "replace").encode()) == sentence
    True
    """
    text = None
    for _ in range(ROUNDS):
        if not _is_twice_encoded(body):
            break
        text = _RUN.sub(_mend_run, text or body.decode("utf-8"))
        body = text.encode("utf-8", "surrogatepass")
    return text


def show_controls(text: str) -> str:
    """Return a text with what windows-1252 has in the place of the controls from 0x80 on, as HTML reads ``&#146;``.

    >>> show_controls("that" + chr(0x92) + "s")
    'that’s'
    """
    return text.translate(_SHOWN) if not text.isascii() and _CONTROL.search(text) else text


def _is_twice_encoded(body: bytes) -> bool:
    found = islice(_EVIDENCE.finditer(body), MIN_SEQUENCES)
    return sum(1 for _ in found) == MIN_SEQUENCES


def _mend_run(run: re.Match[str]) -> str:
    said = run[0]
    if len(_PART.findall(said)) == 1 and not _SURE.match(said):
        return said
    try:
        return bytes(_BYTE_OF[ord(character)] for character in said).decode("utf-8")
    except UnicodeDecodeError:
        return said
