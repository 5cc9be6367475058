"""Captions: by their element, lines that point at an image, and lines right under one that say what its description says."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, fold_text, is_as_long
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import CAPTIONS, is_caption
from scraper.cleaner.reading.tags import HEADING_LEVEL

# Captions in Chinese point at their image.
_ARROWS: Final = ("▲", "▼", "△", "▽", "▶", "◀", "►", "◄")

LEAST_CHARS: Final = 20
"""Less is a name, a speaker's or a product's."""

MORE_CHARS: Final = 60
"""So much more than the image's description a caption may say: who took the picture."""

CUT_CHARS: Final = 40
"""A description that ends in an ellipsis and is as long was cut, and its caption may go on."""

# Names of things in lists and tables are described by their images, too.
_NAMING: Final = frozenset((*HEADING_LEVEL, "li", "dt", "dd", "td", "th", "summary", "button"))
_BRACKETS: Final = dict(zip("([（【〔", ")]）】〕", strict=True))
_APART: Final = frozenset("|/／©" + SENTENCE_ENDS)
_CUT: Final = ("…", "...")


def drop_captions(
    blocks: Blocks, keep: NDArray[np.bool_], words: NDArray[np.float32], *, is_article: bool = False
) -> NDArray[np.bool_]:
    """Return the choice without captions, unless they are the most of it: a story told in pictures.

    Folds, 2026-11-26: 12 pages, all four articles gain (+.0001), one wrong snippet goes. Without the bound a right one would, too.
    Of an article also what repeats an image's description, and what its own element calls a caption: 41 lines of 14 pages of
    wcxb-dev and the snippet set, none in the truth (2026-11-27).
    """
    if blocks.images:
        keep = _drop_arrowed(blocks, keep)
    captions = np.zeros(len(keep), np.bool_)
    if "figcaption" in blocks.tag:
        for frame, tag in enumerate(blocks.tag):
            if tag == "figcaption":
                captions[blocks.first_block[frame] : blocks.end_block[frame]] = True
    if is_article:
        captions[[*_repeated(blocks, keep), *_called(blocks, keep)]] = True
    if not captions.any():
        return keep
    rest: NDArray[np.bool_] = keep & ~captions
    return rest if 2 * words[rest].sum() >= words[keep].sum() else keep


def _called(blocks: Blocks, keep: NDArray[np.bool_]) -> Iterator[int]:
    """Yield the lines of a choice whose own element is called a caption."""
    flagged = {path: look for path, look in enumerate(blocks.path_look) if is_caption(look)}
    if flagged:
        for index in np.flatnonzero(keep).tolist():
            look = flagged.get(blocks.path[blocks.frame[index]])
            if look is None or blocks.links[index]:
                continue
            # What is called a description may be the page's text.
            if not CAPTIONS.isdisjoint(look.words) or blocks.text[index][-1] not in SENTENCE_ENDS:
                yield index


def _repeated(blocks: Blocks, keep: NDArray[np.bool_]) -> Iterator[int]:
    """Yield the lines of a choice right under an image that say what it shows in its words."""
    for index, alt in zip(blocks.images, blocks.alts, strict=True):
        if alt and index < len(keep) and keep[index] and repeats_image(blocks, index, alt):
            yield index


def repeats_image(blocks: Blocks, index: int, alt: str) -> bool:
    """Whether a block that is no heading, name or link says what its image's description says."""
    if blocks.tag[blocks.frame[index]] in _NAMING or blocks.links[index] or not is_as_long(alt, LEAST_CHARS):
        return False
    return _says_alt(blocks.text[index], " ".join(alt.split()))


def _says_alt(text: str, alt: str) -> bool:
    """Whether a text is a description or its beginning, or the description and what says who took the picture.

    >>> _says_alt("The pier of Nordhafen (A. Berg)", "The pier of Nordhafen")
    True
    >>> _says_alt("The pier of Nordhafen was shut", "The pier of Nordhafen")
    False
    """
    told, described = fold_text(text[: len(alt) + MORE_CHARS]), fold_text(alt)
    if described.startswith(told):
        return is_as_long(text, LEAST_CHARS)
    if not told.startswith(described) or len(text) > len(alt) + MORE_CHARS:
        return False
    if alt.endswith(_CUT):
        return len(alt) >= CUT_CHARS
    bare = alt.rstrip(SENTENCE_ENDS)
    rest = text[len(bare) :].lstrip() if text[: len(bare)].casefold() == bare.casefold() else ""
    return rest[:1] in _APART or (rest[:1] in _BRACKETS and rest.rstrip(SENTENCE_ENDS).endswith(_BRACKETS[rest[0]]))


def _drop_arrowed(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without the lines beside images that point at them, as captions in Chinese do: "▲龍眼樹大豐收。"."""
    tidy = keep.copy()
    for index in {place + step for place in blocks.images for step in (0, -1)}:
        if 0 <= index < len(keep) and blocks.text[index].startswith(_ARROWS):
            tidy[index] = False
    return tidy
