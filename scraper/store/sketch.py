"""Sketches of texts: a few hundred bytes each that tell how much two texts share.

A bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data
using bottom-k sketches", 2007): the smallest hashes of a text's word sequences are a random sample of them, and the
samples of two texts overlap as the texts do.
"""

import re
from array import array
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final, Self
from zlib import crc32

SIZE: Final = 128
"""Hashes in a sketch: the share of common sequences is told to within 0.04 (standard error at one half)."""

INDEXED: Final = 8
"""Hashes by which sketches are found: two texts that share half of their sequences miss each other 1 time in 256."""

# Word sequences this long are the writer's own: two articles on one event share few (benchmarks/export_near_copies.py).
_WORDS: Final = 4
# Scripts without spaces between words: one character is one word (Unicode blocks: Thai to Tibetan, Myanmar, Khmer, kana,
# Han and its extensions).
_UNSPACED: Final = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")

MIN_SEQUENCES: Final = 24
"""Shorter texts have no sketch: a standing text ("no comments yet") would link unrelated pages."""

# On 791 articles of wcxb-dev these find .997 of copies with 1 word in 20 replaced and all framed, cut to half or partly
# exchanged ones, and link 1 of 312,445 pairs of pages: a true copy. The next pair shares .60, all others under .25
# (benchmarks/export_near_copies.py, 2026-11).
MIN_CONTAINMENT: Final = 0.7
MIN_EVENNESS: Final = 0.4
"""The longer text may be two and a half times the shorter one: a brief inside a long report is not the report."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text.

    Attributes:
        hashes: The smallest hashes of its word sequences, ascending.
        sequences: How many different sequences it has.
    """

    hashes: tuple[int, ...]
    sequences: int

    def pack(self) -> bytes:
        """Return the sketch as bytes: four for each number."""
        return array("I", (self.sequences, *self.hashes)).tobytes()

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """Return the sketch that ``pack`` made."""
        sequences, *hashes = array("I", data)
        return cls(tuple(hashes), sequences)

    def resemblance(self, other: "Sketch") -> float:
        """Return the share of all sequences that both texts have, estimated, 0 to 1."""
        union = sorted({*self.hashes, *other.hashes})[:SIZE]
        both = set(self.hashes) & set(other.hashes)
        return sum(number in both for number in union) / len(union) if union else 0.0

    def is_near_copy(self, other: "Sketch") -> bool:
        """Return whether one text is nearly the other, or most of it: copied, edited a little, shortened or framed."""
        return self.containment(other) >= MIN_CONTAINMENT and self._evenness(other) >= MIN_EVENNESS

    def containment(self, other: "Sketch") -> float:
        """Return the share of the shorter text's sequences that the longer one has too, estimated, 0 to 1."""
        shared = self.resemblance(other)
        both = shared / (1 + shared) * (self.sequences + other.sequences)
        return min(1.0, both / min(self.sequences, other.sequences))

    def _evenness(self, other: "Sketch") -> float:
        return min(self.sequences, other.sequences) / max(self.sequences, other.sequences)


def make_sketch(text: str) -> Sketch | None:
    """Return the sketch of a text, or None for one that is too short.

    >>> copied = make_sketch(" ".join(map(str, range(200))))
    >>> copied.is_near_copy(make_sketch(" ".join(map(str, range(10, 210)))))
    True
    """
    words = _WORD.findall(text.lower())
    sequences = map(" ".join, zip(*(words[start:] for start in range(_WORDS)), strict=False))
    # No cryptographic hash, since nobody gains by texts that collide: 1,700 words take .7 ms, with blake2b 1.5 (2026-11-27).
    hashes = {*map(crc32, map(str.encode, sequences))}
    if len(hashes) < MIN_SEQUENCES:
        return None
    return Sketch(tuple(nsmallest(SIZE, hashes)), len(hashes))
