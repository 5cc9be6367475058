"""Characters of texts by kind.

They are counted by their Unicode category for all blocks at once, so that the counts mean the same in every script.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Kinds of characters, one bit each. WIDE are the scripts that write no spaces between words.
LETTER, UPPER, DIGIT, WIDE, SPACE, SENTENCE_END, COMMA, SYMBOL = (1 << i for i in range(8))
_KINDS: Final = (LETTER, UPPER, DIGIT, WIDE, SPACE, SENTENCE_END, COMMA, SYMBOL)
KIND_COLUMN: Final = {kind: column for column, kind in enumerate(_KINDS)}

# Han, kana, Thai, Lao, Myanmar, Khmer; Hangul has spaces.
_WIDE_RANGES: Final = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
)
_SENTENCE_ENDS: Final = ".!?。！？…؟।۔։።"
_COMMAS: Final = ",;:，、；：،؛"
_SYMBOLS: Final = "|/•·»«›‹→←↑↓▶►▼©®™+#@_=<>*~^\\–—●■▪★☆✓✕×"

# How many characters of a script without spaces carry what one word does: 1.7 for Chinese and Japanese news (parallel texts of
# translation corpora put it between 1.5 and 2).
WIDE_CHARS_PER_WORD: Final = 1.7

_WIDE_CHARS: Final = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _WIDE_RANGES) + "]")

ABOVE: Final = 0xFFFF
"""Characters above are looked up here: as a letter."""

# Four counters of 16 bits in one integer: texts with more characters, all together, are counted part by part.
MAX_CHARS: Final = 0xFFFF
_PACKED_BITS: Final = 16
_PACKED_KINDS: Final = 4

# ASCII texts longer than this are split into words slice by slice: the words of all would take 15 times the text.
_LONG_CHARS: Final = 2_000_000


def count_words(text: str) -> int:
    """Return the number of words; scripts without spaces count ``WIDE_CHARS_PER_WORD`` characters as one."""
    if text.isascii():
        return len(text.split()) if len(text) < _LONG_CHARS else _count_long(text)
    try:  # typographic quotes and dashes make most texts more than ASCII, and are in this encoding; wide characters are not
        text.encode("cp1252")
        return len(text.split())
    except UnicodeEncodeError:
        spaced, wide = _WIDE_CHARS.subn(" ", text)
    return len(spaced.split()) + round(wide / WIDE_CHARS_PER_WORD)


def _count_long(text: str) -> int:
    starts = range(0, len(text), _LONG_CHARS)
    parted = sum(not text[start - 1].isspace() and not text[start].isspace() for start in starts[1:])
    return sum(len(text[start : start + _LONG_CHARS].split()) for start in starts) - parted


@cache
def _kind_table() -> NDArray[np.uint8]:
    """Kinds of the characters up to U+FFFF; what lies above counts as a letter."""
    table = np.zeros(0x10000, np.uint8)
    for code in range(0x10000):
        category = unicodedata.category(chr(code))
        if category[0] == "L":
            table[code] = LETTER | (UPPER if category in ("Lu", "Lt") else 0)
        elif category == "Nd":
            table[code] = DIGIT
        elif category[0] == "Z" or code in (9, 10, 13):
            table[code] = SPACE
    for low, high in _WIDE_RANGES:
        table[low : high + 1] |= np.where(table[low : high + 1] & LETTER, WIDE, 0).astype(np.uint8)
    for characters, kind in ((_SENTENCE_ENDS, SENTENCE_END), (_COMMAS, COMMA), (_SYMBOLS, SYMBOL)):
        for character in characters:
            table[ord(character)] = kind
    table[ABOVE] = LETTER
    return table


def count_kinds(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8]]:
    """Count characters by kind.

    Args:
        texts: Non-empty texts, n of them.

    Returns:
        Counts, 8 x n in the order of ``KIND_COLUMN``; the kind of each text's first character, n; of its last one, n.
    """
    joined = "".join(texts)
    if len(joined) > MAX_CHARS:
        return _count_apart(texts)
    codes = _codes_of(joined)
    ends = np.cumsum(np.fromiter(map(len, texts), np.intp, len(texts)))
    starts = np.concatenate(([0], ends[:-1]))
    counts = np.empty((len(_KINDS), len(texts)), np.float32)
    for row, table in enumerate(_packed_tables()):
        sums = np.add.reduceat(table.take(codes), starts)
        # Little-endian: the counters of an integer lie side by side, the first one first.
        counts[_PACKED_KINDS * row : _PACKED_KINDS * (row + 1)] = sums.astype("<u8").view("<u2").reshape(-1, 4).T
    kinds = _kind_table()
    return counts, kinds[codes[starts]], kinds[codes[ends - 1]]


def _codes_of(text: str) -> NDArray[np.intp]:
    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8).astype(np.intp)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(codes, ABOVE).astype(np.intp)


def _count_apart(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8]]:
    """Count each half for itself; a single text in slices."""
    if len(texts) == 1:
        text = texts[0]
        counts, first, last = count_kinds([text[start : start + MAX_CHARS] for start in range(0, len(text), MAX_CHARS)])
        return counts.sum(axis=1, keepdims=True), first[:1], last[-1:]
    middle = len(texts) // 2
    one, two = count_kinds(texts[:middle]), count_kinds(texts[middle:])
    counts = np.concatenate([one[0], two[0]], axis=1)
    return counts, np.concatenate([one[1], two[1]]), np.concatenate([one[2], two[2]])


@cache
def _packed_tables() -> list[NDArray[np.uint64]]:
    """For each set of kinds that fits one integer: what a character adds to it, by its code.

    One sum over the packed integers counts several kinds at once, each in bits of its own.
    """
    kinds = _kind_table()
    tables = []
    for first in range(0, len(_KINDS), _PACKED_KINDS):
        table = np.zeros(len(kinds), np.uint64)
        for place, kind in enumerate(_KINDS[first : first + _PACKED_KINDS]):
            table[(kinds & kind) != 0] += np.uint64(1 << (_PACKED_BITS * place))
        tables.append(table)
    return tables
