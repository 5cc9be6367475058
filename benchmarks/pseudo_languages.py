"""Pseudo-languages: text rewritten word for word as other scripts write it.

Each word becomes one pseudo-word, the same everywhere, and the script's own rules say where one ends: so the words of an
extractor's output can be counted against those of the truth, and the figures of all pseudo-languages and of the original mean the
same. What changes is what a cleaner may lean on without a reason: vocabulary, capitals, spaces, full stops, how many characters a
word has.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ANY_WORD: Final = re.compile(r"\w+")
# A mark that ends something, with the space after it: not the one in "3.5" or "example.org".
_END: Final = re.compile("([.,:;!?])([ \\t]+|(?=[\"'”’»)\\]]*(?:\\s|$)))")
# A space between words, where spaces are not written: numbers stay apart.
_GAP: Final = re.compile(r"(?<=\S)(?:(?<!\d)[ \t]+|[ \t]+(?!\d))(?=\S)")
_KEPT_SPACE: Final = "\0"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"

JOINT: Final = "ß"
"""Stands between the parts of a compound: no word that is rewritten has it, but for German ones."""
_JOINED: Final = re.compile(r"(?<=[A-Za-z]{4}) (?=[a-z]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class PseudoLanguage:
    """How one pseudo-language is written.

    Attributes:
        write: A word, folded to lower case without accents, in its letters; numbers stay as they are.
        word: What one of its words looks like.
        back: Its letters to Latin ones, where one stands for one.
        cased: Whether capitals are kept.
        marks: What punctuation at the end of a word becomes; None: a space.
        spaced: Whether spaces part words.
        joined: Whether about half of the pairs of long words are written as compounds.
    """

    name: str
    write: Callable[[str], str]
    word: re.Pattern[str] = _ANY_WORD
    back: Mapping[int, int] = field(default_factory=dict)
    cased: bool = False
    marks: Mapping[str, str | None] = field(default_factory=dict)
    spaced: bool = True
    joined: bool = False

    def encode(self, text: str) -> str:
        """Return a text in this pseudo-language."""
        if self.marks:
            text = _END.sub(self._end, text)
        if self.joined:
            text = _JOINED.sub(_join, text)
        text = _LETTERS.sub(self._write, text)
        if not self.spaced:
            text = _GAP.sub("", text).replace(_KEPT_SPACE, " ")
            text = text.strip(" \t") or text
        return text

    def read_words(self, text: str) -> str:
        """Return the words of a text in this pseudo-language, parted by blanks, for the metrics; in Latin letters where it can."""
        return " ".join(self.word.findall(text)).translate(self.back)

    def _end(self, match: re.Match[str]) -> str:
        written = self.marks.get(match[1], match[1])
        return _KEPT_SPACE if written is None else written + match[2]

    def _write(self, match: re.Match[str]) -> str:
        word = match[0]
        written = self.write(fold_word(word))
        if not self.cased or word.islower():
            return written
        return written.upper() if len(word) > 1 and word.isupper() else written.capitalize()


def fold_word(word: str) -> str:
    """Return a word in lower case without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def _join(match: re.Match[str]) -> str:
    around = match.string[match.start() - 4 : match.end() + 4]
    return JOINT if zlib.crc32(around.encode()) % 2 else match[0]


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """Letter for letter: a word's first letter by one table, the others by another, so that words need no spaces.

    Attributes:
        first: For each of the 26 Latin letters what it is at the start of a word.
        rest: The same for other places; as at the start, where it is empty.
    """

    first: str
    rest: str = ""

    def __call__(self, word: str) -> str:
        return word[0].translate(_table(self.first)) + word[1:].translate(_table(self.rest or self.first))

    def back(self) -> dict[int, int]:
        """Return the way back to Latin letters, of capitals too."""
        letters = self.first + self.rest
        pairs = dict(zip(letters, _LATIN * 2, strict=False))
        return str.maketrans({**pairs, **{letter.upper(): latin.upper() for letter, latin in pairs.items()}})


def _table(letters: str) -> dict[int, int]:
    return str.maketrans(_LATIN, letters)


@dataclass(frozen=True, slots=True)
class _Syllabary:
    """Words as few characters: the first of one range, the others of a second one, so that words need no spaces.

    Attributes:
        first: First character and number of characters of the first range.
        rest: The same of the second.
        lengths: Longest word, in letters, that takes one character, two, and so on; all others take one more.
    """

    first: tuple[int, int]
    rest: tuple[int, int]
    lengths: tuple[int, ...]

    def __call__(self, word: str) -> str:
        number = zlib.crc32(word.encode()) << 32 | zlib.adler32(word.encode())
        if len(word) <= _SHORT_WORD and word.isascii():  # each has a number of its own
            number = sum((ord(letter) - 96) * 27**place for place, letter in enumerate(word))
        ranges = (self.first, *[self.rest] * sum(len(word) > letters for letters in self.lengths))
        written = ""
        for start, size in ranges:
            number, place = divmod(number, size)
            written += chr(start + place)
        return written


_SHORT_WORD: Final = 3


def _range(first: int, count: int) -> str:
    return "".join(map(chr, range(first, first + count)))


# Vowels stay vowels, so that words look like words.
_OTHER_LATIN: Final = _Alphabet("ecdfighjokmnlprustwvazxbyq")
_CYRILLIC: Final = _Alphabet(_range(0x0430, 26))
_ARABIC: Final = _Alphabet("ابتثجحخدذرزسشصضطظعغفقكلمنه")
# Vowels inside a word are marks, as in Hindi: characters that are no letters.
_HINDI: Final = _Alphabet("अकखगइघचछईजझटठडउढणतथदऊधनपफब", "\u093eकखग\u093fघचछ\u0940जझटठड\u0941ढणतथद\u0942धनपफब")
_THAI: Final = _Alphabet(
    _range(0x0E01, 26),
    "\u0e32\u0e1b\u0e1c\u0e1d\u0e34\u0e1e\u0e1f\u0e20\u0e35\u0e21\u0e22\u0e23\u0e24\u0e25\u0e38\u0e26\u0e27\u0e28\u0e29\u0e2a"
    "\u0e39\u0e2b\u0e2c\u0e2d\u0e4c\u0e2e",
)
# The unified ideographs, cut so that words of three Latin letters have one each (27 ** 3).
_HAN: Final = _Syllabary(first=(0x4E00, 19_683), rest=(0x3400, 6_592), lengths=(3, 9))
_HANGUL: Final = _Syllabary(first=(0xAC00, 8_000), rest=(0xAC00 + 8_000, 3_172), lengths=(2, 5, 9))
_KANA: Final = _Alphabet(_range(0x3041, 26), _range(0x3041 + 26, 26))


def _write_japanese(word: str) -> str:
    """Short words, which are mostly particles, in kana; others in ideographs."""
    return _KANA(word) if len(word) <= _SHORT_WORD else _HAN(word)


_HAN_WORD: Final = "[\u4e00-\u9ae2][\u3400-\u4dbf]*"
_ELSE: Final = r"|[^\W\u3041-\u3074\u3400-\u9ae2]+"
_FULL_WIDTH: Final = {".": "。", ",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}

PSEUDO_LANGUAGES: Final = (
    PseudoLanguage(name="other words", write=_OTHER_LATIN, back=_OTHER_LATIN.back(), cased=True),
    PseudoLanguage(
        name="German",
        write=_OTHER_LATIN,
        word=re.compile(f"[^\\W{JOINT}]+"),
        back=_OTHER_LATIN.back(),
        cased=True,
        joined=True,
    ),
    PseudoLanguage(name="Russian", write=_CYRILLIC, back=_CYRILLIC.back(), cased=True),
    PseudoLanguage(name="Arabic", write=_ARABIC, back=_ARABIC.back(), marks={",": "،", ";": "؛", "?": "؟"}),
    PseudoLanguage(
        name="Hindi", write=_HINDI, word=re.compile(r"[\u0905-\u0942\w]+"), back=_HINDI.back(), marks={".": " ।"}
    ),
    PseudoLanguage(name="Korean", write=_HANGUL),
    PseudoLanguage(name="Chinese", write=_HAN, word=re.compile(_HAN_WORD + _ELSE), marks=_FULL_WIDTH, spaced=False),
    PseudoLanguage(
        name="Japanese",
        write=_write_japanese,
        word=re.compile(_HAN_WORD + "|[\u3041-\u305a][\u305b-\u3074]*" + _ELSE),
        marks={**_FULL_WIDTH, ",": "、"},
        spaced=False,
    ),
    PseudoLanguage(
        name="Thai",
        write=_THAI,
        word=re.compile(r"[\u0e01-\u0e1a][\u0e1b-\u0e4c]*|[^\W\u0e01-\u0e4c]+"),
        back=_THAI.back(),
        marks={".": None, ",": None, ";": None},
        spaced=False,
    ),
)
"""Written by the rules of the script whose name they have; "other words" is English but for its vocabulary."""
