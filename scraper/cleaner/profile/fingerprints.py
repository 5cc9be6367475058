"""A page as fingerprints: for each block a hash of what it says and a hash of where it stands.

Numbers, dates and spans of time are masked in what it says, so that "12 comments" and "3 hours ago" are the same text on every
page. Where it stands are the tags and classes of the elements around it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Final, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import count_words_each, is_spaced
from scraper.cleaner.profile.hashing import hash_string
from scraper.cleaner.profile.masking import MASKED_CHARS, mask_text
from scraper.cleaner.profile.places import Column, Index, Keys, number_keys
from scraper.cleaner.reading.blocks import Blocks
from scraper.records import PageFingerprint

ROW: Final = np.dtype(
    [("text", "<u8"), ("path", "<u4"), ("words", "u1"), ("content", "u1"), ("prose", "u1"), ("start", "u1")]
)
"""One block in ``PageFingerprint.blocks``. ``words`` ends at 255; ``content`` is the share of it that is main content, of 255;
``prose`` is 1 for prose, and above that bit what tells numbers from others (``BlockHashes.numbers``); ``start`` is how much prose
stands before it, in ``START_WORDS``."""

_PROSE: Final = np.uint8(1)
_NUMBERS: Final = 127
"""Of the byte ``prose``: the first bit, and as many different marks of numbers as the others hold."""

Rows: TypeAlias = np.ndarray[tuple[int], np.dtype[np.void]]

START_WORDS: Final = 8
"""One byte of them reaches over 2,000 words, where the second article of a page has begun."""

MAX_ROWS: Final = 600
"""A page with more different blocks is sampled by their hashes, which picks the same texts on every page: one in 200 pages of
wcxb-dev (2026-11)."""

# How many elements around a block make its path. Fewer would mix a menu's items with the body's lists, more would split one place
# by the classes that a theme hangs on the page's outer elements.
PATH_LEVELS: Final = 4

# As ``columns.PROSE_WORDS`` and ``PROSE_LINK_DENSITY``.
PROSE_WORDS: Final = 12
PROSE_LINK_SHARE: Final = 0.35
LINKED_SHARE: Final = 0.5

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True)
class BlockHashes:
    """The page's n blocks as columns.

    Attributes:
        text: Hash of what each says.
        path: Hash of where each stands.
        words: Words of each.
        prose: Whether each is prose: sentences, few links.
        heading: Whether each is a heading.
        linked: Whether most of each is inside links.
        start: How much prose stands before each, in ``START_WORDS``, at most 255.
        numbers: 1 to 127: what tells a text from one that says other numbers and dates, which ``text`` leaves out; 0 for long ones,
            where it does not.
    """

    text: Keys
    path: NDArray[np.uint32]
    words: Column
    prose: NDArray[np.bool_]
    heading: NDArray[np.bool_]
    linked: NDArray[np.bool_]
    start: NDArray[np.uint8]
    numbers: NDArray[np.uint8]

    @cached_property
    def paths(self) -> tuple[Sequence[int], Index]:
        """The different paths, and the number among them of each block's, n; told once for a page."""
        return number_keys(self.path)

    @cached_property
    def path_prose(self) -> NDArray[np.float64]:
        """How many words of prose stand at each of the different paths; told once for a page."""
        _, number = self.paths
        return np.bincount(number, self.words * self.prose).astype(np.float64)


def hash_blocks(blocks: Blocks) -> BlockHashes:
    """Return the hashes of a page's blocks, in their order."""
    words = _count_all(blocks.text)
    path = np.array(blocks.path, np.intp)[np.array(blocks.frame, np.intp)]
    link_share = np.array(blocks.link_share, np.float32)
    prose = (words >= PROSE_WORDS) & (link_share < PROSE_LINK_SHARE)
    said = _hash_said(blocks.text)
    return BlockHashes(
        text=said["text"],
        path=_hash_paths(blocks)[path],
        words=words,
        prose=prose,
        heading=np.array([tag in _HEADINGS for tag in blocks.path_tag], np.bool_)[path],
        linked=link_share > LINKED_SHARE,
        start=_starts(words, prose),
        numbers=said["numbers"],
    )


def hash_lines(texts: Sequence[str], kinds: Sequence[str]) -> BlockHashes:
    """Return the hashes of a text dump's lines; their kinds ("item", "line") stand for their paths."""
    words, said = _count_all(texts), _hash_said(texts)
    return BlockHashes(
        text=said["text"],
        path=np.fromiter((hash_name(kind, "") & 0xFFFFFFFF for kind in kinds), np.uint32, len(texts)),
        words=words,
        prose=words >= PROSE_WORDS,
        heading=np.zeros(len(texts), np.bool_),
        linked=np.zeros(len(texts), np.bool_),
        start=_starts(words, words >= PROSE_WORDS),
        numbers=said["numbers"],
    )


def fingerprint_page(
    hashes: BlockHashes, *, key: str, title: str | None, day: int = 0, content: Column | None = None
) -> PageFingerprint:
    """Return what a profile keeps of a page.

    Args:
        hashes: Its blocks.
        key: What tells the page from others: the key of its canonical address, or of its file.
        title: Its headline.
        day: Days from 1970 to when it was published or fetched; 0 where nobody knows. Profiles keep the latest pages.
        content: Share of each block that is main content, where a model has judged it, n; by default prose is.
    """
    rows = np.zeros(len(hashes.text), ROW)
    rows["text"] = hashes.text
    rows["path"] = hashes.path
    rows["words"] = np.minimum(hashes.words, 255)
    rows["content"] = hashes.prose * np.uint8(255) if content is None else np.rint(np.clip(content, 0, 1) * 255)
    rows["prose"] = hashes.prose * _PROSE | hashes.numbers << _PROSE
    rows["start"] = hashes.start
    order = np.lexsort((hashes.path, hashes.text))
    rows = rows[order]
    first = np.ones(len(rows), np.bool_)
    first[1:] = (rows["text"][1:] != rows["text"][:-1]) | (rows["path"][1:] != rows["path"][:-1])
    kept = rows[first][:MAX_ROWS]
    return PageFingerprint(
        key=hash_string(key), title=int(hash_texts([title])[0]) if title else 0, day=day, blocks=kept.tobytes()
    )


def _starts(words: Column, prose: NDArray[np.bool_]) -> NDArray[np.uint8]:
    said = words * prose
    before = np.cumsum(said) - said
    starts: NDArray[np.uint8] = np.minimum(before / START_WORDS, 255).astype(np.uint8)
    return starts


def hash_texts(texts: Sequence[str]) -> Keys:
    """Return 64 bits for each text, equal for texts that say the same, whatever numbers and dates they name.

    >>> a, b = hash_texts(["Updated 5 minutes ago", "updated 2 hours ago"])
    >>> bool(a == b)
    True
    """
    return _hash_said(texts)["text"]


def is_prose(rows: Rows) -> NDArray[np.bool_]:
    """Tell which rows are prose."""
    result: NDArray[np.bool_] = (rows["prose"] & _PROSE) > 0
    return result


def numbers_of(rows: Rows) -> NDArray[np.uint8]:
    """Return ``BlockHashes.numbers`` of rows; 0 for all that were kept before it was."""
    numbers: NDArray[np.uint8] = rows["prose"] >> _PROSE
    return numbers


_SAID: Final = np.dtype([("text", "<u8"), ("numbers", "u1")])


def _hash_said(texts: Sequence[str]) -> Mapping[str, NDArray[Any]]:
    digests = [_digest_short(text) if len(text) <= MASKED_CHARS else _digest(text) for text in texts]
    said = np.frombuffer(b"".join(digests), _SAID)
    return {name: np.ascontiguousarray(said[name]) for name in ("text", "numbers")}


def _digest(text: str) -> bytes:
    """Return the bytes of ``_SAID``."""
    is_short = len(text) <= MASKED_CHARS
    numbers = 1 + crc32(text.lower().encode("utf-8", "replace")) % _NUMBERS if is_short else 0
    return blake2b(mask_text(text), digest_size=8).digest() + bytes([numbers])


# The short texts of a site's template come again on each of its pages. 2 to 5 MB of them are kept (40 to 200 characters each,
# tracemalloc); with words counted for all texts at once, hashing a page seen before takes .17 ms in place of .32 (60 demo pages,
# 2026-11-26).
_digest_short: Final = lru_cache(maxsize=8_192)(_digest)


@lru_cache(maxsize=32_768)
def hash_name(tag: str, place: str) -> int:
    """Return 64 bits for an element's tag and the classes that name its kind."""
    return hash_string(f"{tag} {' '.join(sorted(place.split()))}")


def _hash_paths(blocks: Blocks) -> NDArray[np.uint32]:
    """Return 32 bits for each of the page's paths."""
    places = map(attrgetter("place"), blocks.path_look)
    names = np.fromiter(map(hash_name, blocks.path_tag, places), np.uint64, len(blocks.path_tag))
    names[0] = 0  # the root's classes name the page rather than the place
    names >>= _SHIFT
    path = names
    at = above = np.array(blocks.path_above, np.intp)
    for _ in range(PATH_LEVELS - 1):
        path = (path * _ODD) ^ names[at]
        at = above[at]
    hashes: NDArray[np.uint32] = (path >> _HALF).astype(np.uint32)
    return hashes


# An odd multiplier spreads each level over the word (Knuth, 6.4); the lower bits of a product are the weak ones.
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(1)
_HALF: Final = np.uint64(32)


def _count_all(texts: Sequence[str]) -> Column:
    # Most pages: between words there are blanks, since white space is folded.
    if is_spaced("".join([text for text in texts if not text.isascii()])):
        return np.array([text.count(" ") + 1 for text in texts], np.float32)
    return count_words_each(texts)
