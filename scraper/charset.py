"""Bytes to text, as browsers do it (WHATWG Encoding, and HTML section 13.2.3 on determining the encoding).

The order: byte order mark, HTTP header, ``<meta>``, XML declaration, the escapes of ISO-2022-JP, strictly valid UTF-8, what the
letters tell (and the language, where the page names it), windows-1252. Four deviations, all recorded in ``charset_source``: a
page that claims a single-byte encoding and is valid UTF-8 from end to end is UTF-8; UTF-8 with a few bad bytes stays UTF-8, with
U+FFFD for those; and text that was encoded twice is mended. A declaration of windows-1252, which editors and servers add unasked,
is not believed of text that no language of Western Europe is written so. Bad bytes never change an encoding that was declared.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import webencodings

from scraper.charset_letters import find_single_byte
from scraper.twice_encoded import may_be_twice_encoded, mend_twice_encoded

TWICE: Final = "utf-8-twice"
"""The source of a charset where the text is not what its bytes say."""

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))

# The standard scans 1,024 bytes; real pages put scripts before the declaration (FETCH.md, "Charset").
PRESCAN_BYTES: Final = 4096
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.S)
_META: Final = re.compile(rb"<meta[\s/][^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.I)
_XML: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'\s]+)", re.I)

# Labels in use that the standard does not list, and gbk: decoded by its superset, as the standard says ("gbk's decoder").
_LABELS: Final = {"ks_c_5601": "euc-kr", "ms949": "euc-kr", "cp949": "euc-kr", "cp932": "shift_jis", "cp936": "gb18030"}
_MULTI_BYTE: Final = frozenset({"gb18030", "euc-kr", "shift_jis", "big5", "euc-jp", "iso-2022-jp"})
_UTF_16: Final = frozenset({"utf-16le", "utf-16be"})

# Valid UTF-8 with so many multi-byte characters is UTF-8 whatever its label says (FETCH.md, "Charset").
MIN_PROOF_CHARS: Final = 3
# So many, where the label is an encoding whose own pairs of bytes may be valid UTF-8: in GBK one of 6 characters of Chinese is, one
# of 33 runs of two, of 110 of three, 4 of 57,463 of six and none of 32,657 of eight; in Big5, Korean and Japanese fewer
# (2026-11-28). Of 73 saved pages of Chinese news 5 are UTF-8 with such a label: who saved them left it.
MIN_PROOF_PAIRS: Final = 16
# A stray byte or a cut character beside real UTF-8; other encodings read as UTF-8 give about as many errors as letters.
MIN_GOOD_PER_BAD: Final = 4

# Enough to tell: of 5,215 texts, 99.7 in 100 of those of 100 characters were read right, 99.9 of longer ones (2026-11-27).
DETECT_BYTES: Final = 6000
# Of them from the page's end: where Romanian says "©" in windows-1250, the rest of it is the same in ISO-8859-2.
_END_BYTES: Final = 1000
# The encodings of two bytes a letter, for all languages and for pages that name theirs.
_TWO_BYTES: Final = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_BY_LANGUAGE: Final[Mapping[str, Sequence[str]]] = {
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5"),
}
# WHATWG's labels of what pages without a declaration are found to be in, by Python's names.
_LABEL_OF: Final = {
    **{"cp932": "shift_jis", "euc_jp": "euc-jp", "gb18030": "gb18030", "big5": "big5", "cp949": "euc-kr"},
    **{f"cp{page}": f"windows-{page}" for page in (874, *range(1250, 1259))},
    **{f"iso8859_{part}": f"iso-8859-{part}" for part in (2, 4, 5, 6, 7, 8, 13, 15)},
    **{"koi8_r": "koi8-r", "koi8_u": "koi8-u"},
}
_LANG: Final = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2})\b", re.I)
_CONTENT_LANGUAGE: Final = re.compile(
    rb"<meta\s[^>]{0,100}?content-language[\"']?[^>]{0,100}?\bcontent\s*=\s*[\"']?([a-z]{2})\b", re.I
)
_JAPANESE: Final = frozenset(("cp932", "euc_jp"))
# Hiragana is in every sentence of Japanese, and no other language's bytes read as so much of it: of 1,687 samples of pages in nine
# encodings those in Japanese had .31 to .70 of it, all others under .02, and the detector, which takes .6 ms, said the same of all
# (2026-11-27).
_HIRAGANA: Final = (0x3041, 0x3093)
MIN_HIRAGANA_SHARE: Final = 0.2
MIN_HIRAGANA: Final = 16
# A word of kana in Shift_JIS, around which a long text in Latin letters may stand: no other encoding has such bytes in a row.
_KANA: Final = re.compile(rb"(?:\x82[\x9f-\xf1]|\x83[\x40-\x7e\x80-\x96]|\x81\x5b){3}")
# Pairs of bytes between the escapes to JIS X 0208 and back to ASCII or JIS-Roman (RFC 1468): ISO-2022-JP, all of it ASCII.
_SHIFTED: Final = re.compile(rb"\x1b\$[@B](?:[!-~]{2})+\x1b\([BJ]")
# The first bytes of rare characters of Big5; Simplified Chinese has none but those of GB 2312.
_RARE_IN_BIG5: Final = re.compile(rb"(?<![\xa1-\xfe])(?:[\xa1-\xfe]{2})*[\xc9-\xf9][\xa1-\xfe]")
# What so many bytes tell is no name or quotation in another language.
MIN_FOREIGN_BYTES: Final = 100
_HIGH: Final = bytes(range(0x80, 0x100))
# The first bytes of UTF-8's characters outside ASCII.
_FIRST: Final = bytes(range(0xC0, 0x100))
# Pieces of 64 kB and what they are made from took two to four times a page of 50 to 130 kB (2026-11-28).
_PIECE_BYTES: Final = 1 << 13
_LETTERS: Final = [bytes([letter]) for letter in range(ord("a"), ord("z") + 1)]
_CUT: Final = re.compile(rb"[\x80-\xff]+\Z")
_MARKUP: Final = re.compile(rb"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^>]*(?:>|\Z)|&#?\w+;", re.S | re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A page's text and how its bytes were read.

    Attributes:
        content: The text without a byte order mark; of what is UTF-8 from end to end its bytes, which take a third to a half of the
            memory and are what a parser takes.
        charset: The encoding's name in the WHATWG standard, such as ``windows-1252``.
        charset_source: ``bom``, ``http``, ``meta``, ``xml``; ``utf-8`` (valid, nothing declared); ``utf-8-over-http``, ``-meta``,
            ``-xml`` (valid, another declared); ``utf-8-twice`` (what was encoded twice is mended); ``utf-8-repaired``,
            ``detected`` or ``default``.
    """

    content: str | bytes
    charset: str
    charset_source: str

    @property
    def text(self) -> str:
        """The text, without a byte order mark."""
        return self.content if isinstance(self.content, str) else self.content.decode("utf-8")


def decode_html(body: bytes, http_charset: str | None = None) -> Decoded:
    """Decode a page.

    Args:
        body: The bytes after transfer and content coding are undone.
        http_charset: The charset label of the HTTP header, verbatim.

    Returns:
        The text; bytes that the encoding does not know become U+FFFD.
    """
    for mark, label in _BOMS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :], webencodings.lookup(label), "bom")
    try:
        may_be_twice = sum(map(may_be_twice_encoded, _read_pieces(body))) > 0  # of all: the last may be no UTF-8
    except UnicodeDecodeError:
        declared = next(_declared(body, http_charset), None)
        if declared and declared[1].name == "windows-1252" and _is_foreign(body):
            declared = None
        return _decoded(body, declared[1], declared[0]) if declared else _decode_undeclared(body)
    return _settle(body, http_charset, may_be_twice=may_be_twice)


def _read_pieces(body: bytes) -> Iterator[str]:
    """Yield the text of UTF-8, piece by piece: all of it at once takes up to four times its bytes.

    Raises:
        UnicodeDecodeError: The body is not UTF-8 from end to end.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    whole = memoryview(body)
    for start in range(0, len(body), _PIECE_BYTES):
        yield decoder.decode(whole[start : start + _PIECE_BYTES])
    decoder.decode(b"", final=True)


def _settle(body: bytes, http_charset: str | None, *, may_be_twice: bool) -> Decoded:
    """Choose between the declaration and UTF-8, as which the body is valid."""
    source, encoding = next(_declared(body, http_charset), None) or _settle_undeclared(body)
    if encoding.name == "utf-8":
        return _utf8(body, source, may_be_twice=may_be_twice)
    least = MIN_PROOF_PAIRS if encoding.name in _MULTI_BYTE else MIN_PROOF_CHARS
    if encoding.name not in _UTF_16 and len(body) - len(body.translate(None, _FIRST)) >= least:
        return _utf8(body, f"utf-8-over-{source}", may_be_twice=may_be_twice)
    return _decoded(body, encoding, source)


def _settle_undeclared(body: bytes) -> tuple[str, webencodings.Encoding]:
    if body.isascii() and _SHIFTED.search(body):
        return "detected", webencodings.lookup("iso-2022-jp")
    return "utf-8", webencodings.UTF8


def _utf8(body: bytes, source: str, *, may_be_twice: bool) -> Decoded:
    mended = mend_twice_encoded(body) if may_be_twice else None
    return Decoded(content=mended or body, charset="utf-8", charset_source=TWICE if mended else source)


def _declared(body: bytes, http_charset: str | None) -> Iterator[tuple[str, webencodings.Encoding]]:
    """Yield (source, encoding) of each declaration that means something, best first."""
    encoding = _look_up(http_charset)
    # HTML in UTF-16 has a NUL in every tag: without one the label is wrong.
    if encoding and not (encoding.name.startswith("utf-16") and b"\0" not in body[:PRESCAN_BYTES]):
        yield "http", encoding
    head = _COMMENT.sub(b"", body[:PRESCAN_BYTES])
    for source, pattern in (("meta", _META.search), ("xml", _XML.match)):
        found = pattern(head)
        if found and (encoding := _look_up(found[1].decode("ascii", "replace"))):
            # A declaration that can be read as ASCII is not in UTF-16 (the prescan's last steps).
            yield source, webencodings.UTF8 if encoding.name.startswith("utf-16") else encoding
    for start, label in ((b"<\0", "utf-16le"), (b"\0<", "utf-16be")):
        if head.startswith(start):
            yield "xml", webencodings.lookup(label)


def _look_up(label: str | None) -> webencodings.Encoding | None:
    """Return the encoding of a WHATWG label, None for one the standard does not know."""
    name = (label or "").strip(" \t\r\n\"'").lower()
    encoding = webencodings.lookup(_LABELS.get(name, name))
    if encoding is None or encoding.name == "replacement":
        return None
    return webencodings.lookup("gb18030") if encoding.name == "gbk" else encoding


def _decoded(body: bytes, encoding: webencodings.Encoding, source: str) -> Decoded:
    text, _ = encoding.codec_info.decode(body, "replace")
    is_as_it_stands = encoding.name == "utf-8" and "\ufffd" not in text
    return Decoded(content=body if is_as_it_stands else text, charset=encoding.name, charset_source=source)


def _outside_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_foreign(body: bytes) -> bool:
    """Whether a page's text is more bytes outside ASCII than letters of ASCII: no language of Western Europe is.

    Editors and servers declare windows-1252 or ISO-8859-1 of pages in any language, whose readers chose the encoding by hand.
    """
    if len(body) - len(body.translate(None, _HIGH)) < MIN_FOREIGN_BYTES:
        return False
    sample = _sample(body)
    high = len(sample) - len(sample.translate(None, _HIGH))
    return high > sum(map(sample.lower().count, _LETTERS))


def _decode_undeclared(body: bytes) -> Decoded:
    """Decode a page that declares nothing and is not valid UTF-8."""
    repaired = body.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    if _outside_ascii(repaired) - bad >= MIN_GOOD_PER_BAD * bad:
        return Decoded(content=repaired, charset="utf-8", charset_source="utf-8-repaired")
    label = _detect(_sample(body), _language(body))
    return _decoded(body, webencodings.lookup(label or "windows-1252"), "detected" if label else "default")


def _sample(body: bytes) -> bytes:
    """Return the runs outside tags that have bytes outside ASCII: markup says nothing about the encoding."""
    text = _MARKUP.sub(b"\n", body[: 60 * DETECT_BYTES])
    sample = b"\n".join(run.strip() for run in text.split(b"\n") if not run.isascii())
    if len(sample) <= DETECT_BYTES:
        return sample
    # Half a character at the end would rule out the encoding that all the rest is in. No encoding begins one with an ASCII byte.
    start = sample[: DETECT_BYTES - _END_BYTES]
    whole = _CUT.sub(b"", start)
    _, _, end = sample[-_END_BYTES:].partition(b"\n")
    return (whole if len(whole) > len(start) // 2 else start) + b"\n" + end


def _language(body: bytes) -> str:
    head = body[:PRESCAN_BYTES]
    named = _LANG.search(head) or _CONTENT_LANGUAGE.search(head)
    return named[1].decode().lower() if named else ""


def _detect(sample: bytes, language: str) -> str | None:
    """Return the label of the likeliest encoding, None where that is windows-1252 or reads the sample as it does."""
    if _KANA.search(sample) and _read(sample, "cp932") is not None:
        return _LABEL_OF["cp932"]
    encoding = find_single_byte(sample, language) or _find_two_bytes(sample, language)
    if encoding is None or sample.decode("cp1252", "replace") == sample.decode(encoding, "replace"):
        return None
    return _LABEL_OF.get(encoding)


def _find_two_bytes(sample: bytes, language: str) -> str | None:
    """Return the likeliest encoding of a sample of two bytes a letter, of its language's where that is named; None: none fits."""
    fits = [encoding for encoding in _BY_LANGUAGE.get(language, _TWO_BYTES) if _read(sample, encoding) is not None]
    if len(fits) == 1:
        return fits[0]
    if language == "zh" and "gb18030" in fits and _read(sample, "gb2312") is not None and _RARE_IN_BIG5.search(sample):
        return "gb18030"
    likely = fits or _TWO_BYTES
    japanese = next((encoding for encoding in likely if encoding in _JAPANESE and _is_japanese(sample, encoding)), None)
    if japanese:
        return japanese
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(likely), threshold=0.5).best()
    return best.encoding if best else next(iter(fits), None)


def _read(sample: bytes, encoding: str) -> str | None:
    """Return what a sample says in an encoding, None where it is not in it."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)  # its last character may be cut
    except UnicodeDecodeError:
        return None


def _is_japanese(sample: bytes, encoding: str) -> bool:
    """Whether a sample is Japanese in an encoding: nothing else has so much hiragana."""
    import numpy as np  # counts in 4 us what a pattern does in 70

    text = _read(sample, encoding) or ""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    first, last = _HIRAGANA
    hiragana = int(np.count_nonzero((codes >= first) & (codes <= last)))
    return hiragana >= MIN_HIRAGANA and hiragana >= MIN_HIRAGANA_SHARE * _outside_ascii(text)
