"""Captions: by their element, lines that point at an image, and lines right under one that say what its description says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS, fold_text, is_as_long
from scraper.cleaner.phrases.stock import CLOSING, ends_sentence
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.class_words import CAPTION, CAPTIONS, is_caption
from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.rules.site_links import BREAK

# Captions in Chinese point at their image.
_ARROWS: Final = ("▲", "▼", "△", "▽", "▶", "◀", "►", "◄")
# More than captions have is what an element without paragraphs goes on with. On 3,600 pages (2026-11-28) four blocks point at
# their images: two are captions of 21 and 30 characters, two have a caption's line and 60 and 77 characters of Chinese below it.
POINTED_CHARS: Final = 300

LEAST_CHARS: Final = 20
"""Less is a name, a speaker's or a product's."""

MORE_CHARS: Final = 60
"""So much more than the image's description a caption may say: who took the picture."""

STEPS: Final = 3
"""So many lines made alike that say what the image over each shows are steps, questions or names in a list; so many in a row that
are called captions are what a story of pictures tells."""

BETWEEN: Final = 3
"""So many short lines that are left out may stand between an image and its caption: the buttons of its gallery, "+2"."""

BUTTON_CHARS: Final = 24

BELOW_CHARS: Final = 200
"""More than this under such buttons is what a gallery inside the text tells: one page of the snippet set (2026-11-27)."""

# What holds an image and a few lines that are no links, headings or quotations is a box for it: with tables captions were laid out,
# some systems take lists of terms. 14 written pages gain .01 to .13, no labelled one is other (2026-11-27).
_BOXES: Final = frozenset(("table", "dl", "figure"))
_NO_CAPTIONS: Final = frozenset((*HEADING_LEVEL, "blockquote"))
BOX_DEPTH: Final = 5
BOX_LINES: Final = 3
# Any other element is one, too, where a line of its own right below the image is called so: a wrong snippet goes, no right one, and
# no labelled page is other (folds, 2026-11-28).
_CREDITS: Final = frozenset("copyright credit credits".split())
CREDIT_CHARS: Final = 60
BOX_CHARS: Final = 400

# What is italic as a whole under an image is said of it. Of seven lines on labelled pages one is text (two pages gain .035 and
# .0005, one loses .001), three written pages gain .02 to .03; many made alike are as often text (folds, 2026-11-27).
_CALLS: Final = ("!", "！")
# Where one sentence follows another to the end, with nothing after the last that could say who took the picture.
_SENTENCES: Final = re.compile(rf"[{re.escape(SENTENCE_ENDS)}][{re.escape(CLOSING)}]*(?:\s+(?=\S)|(?<=[。！？])(?=\S))")
LEAD_WORDS: Final = 12
"""Words of a sentence above which one in italics is the standfirst."""

SENTENCES: Final = 2
"""So many boxes one below the other that each hold a sentence are steps, too."""

# Names of things in lists and tables are described by their images, too.
_NAMING: Final = frozenset((*HEADING_LEVEL, "li", "dt", "dd", "td", "th", "summary", "button"))
_BRACKETS: Final = dict(zip("([（【〔", ")]）】〕", strict=True))
_APART: Final = frozenset("|/／©")
QUOTES: Final = tuple("\"'“‘„«»「『《")
# The picture of what is played is drawn by a script.
_PLAYED: Final = frozenset(("video", "media", "audio"))
QUESTION: Final = ("?", "？", "؟")


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
        told = (*_repeated(blocks, keep), *_called(blocks, keep), *_boxed(blocks, keep), *_slanted(blocks, keep, words))
        captions[list(told)] = True
    if not captions.any():
        return keep
    rest: NDArray[np.bool_] = keep & ~captions
    return rest if 2 * words[rest].sum() >= words[keep].sum() else keep


def _called(blocks: Blocks, keep: NDArray[np.bool_]) -> Iterator[int]:
    """Yield the lines of a choice whose own element is called a caption, beside an image, or a player's description."""
    flagged = {path: look for path, look in enumerate(blocks.path_look) if look.flags & CAPTION and is_caption(look)}
    if not flagged:
        return
    beside = {step for place in blocks.images for step in (_below_image(blocks, keep, place), place, place - 1)}
    row: list[int] = []
    for index in keep.nonzero()[0].tolist():
        look = flagged.get(blocks.path[blocks.frame[index]])
        if look is not None and not blocks.links[index] and _is_called(blocks.text[index], look.words, index in beside):
            row.append(index)
        else:
            yield from _without_steps(row)
            row = []
    yield from _without_steps(row)


def _is_called(text: str, words: Sequence[str], is_beside_image: bool) -> bool:
    if CAPTIONS.isdisjoint(words) and ends_sentence(text):
        return False  # what is called a description may be the page's text
    return is_beside_image or not (_PLAYED.isdisjoint(words) or text.endswith(tuple(CLOSING)))


def _boxed(blocks: Blocks, keep: NDArray[np.bool_]) -> Iterator[int]:
    """Yield the lines of a choice in boxes that images have for themselves and them, unless many stand one below the other."""
    row: list[range] = []
    for place, frame in zip(blocks.images, blocks.image_frame, strict=True):
        box = _box_around(blocks, frame)
        lines = range(place, blocks.end_block[box])
        if not _are_lines(blocks, lines, box):
            continue
        if row and keep[row[-1].stop : lines.start].any():
            yield from _kept_lines(blocks, row, keep)
            row = []
        row.append(lines)
    yield from _kept_lines(blocks, row, keep)


def _kept_lines(blocks: Blocks, row: Sequence[range], keep: NDArray[np.bool_]) -> Iterator[int]:
    """Yield the kept lines of boxes that are neither steps nor tell something."""
    if sum(bool(keep[lines.start : lines.stop].any()) for lines in row) >= STEPS:
        return
    if len(row) >= SENTENCES and all(ends_sentence(blocks.text[lines[-1]]) for lines in row):
        return
    for lines in row:
        if not _tells(blocks, lines):
            yield from (index for index in lines if keep[index])


def _tells(blocks: Blocks, lines: range) -> bool:
    """Whether lines under an image are several sentences, none of them called a caption."""
    if any(is_caption(blocks.look(blocks.frame[index])) for index in lines):
        return False
    text = " ".join(blocks.text[index] for index in lines)
    return ends_sentence(text) and _SENTENCES.search(text) is not None


def _box_around(blocks: Blocks, frame: int) -> int:
    """Return the table, list of terms or figure of few lines near around an element, or what holds a credit besides; 0 for none."""
    for _ in range(BOX_DEPTH):
        if blocks.end_block[frame] - blocks.first_block[frame] > BOX_LINES:
            return 0
        if blocks.tag[frame] in _BOXES or (frame and _has_credit(blocks, frame)):
            return frame
        frame = blocks.parent[frame]
    return 0


def _has_credit(blocks: Blocks, frame: int) -> bool:
    """Whether of an element's few lines the first is called whose the image is."""
    first, end = blocks.first_block[frame], blocks.end_block[frame]
    if not 1 < end - first <= BOX_LINES or len(blocks.text[first]) > CREDIT_CHARS:
        return False
    return not _CREDITS.isdisjoint(blocks.look(blocks.frame[first]).words)


def _are_lines(blocks: Blocks, lines: range, box: int) -> bool:
    """Whether what stands under an image in its box is all of that, and short."""
    if not box or blocks.first_block[box] < lines.start or not 0 < len(lines) <= BOX_LINES:
        return False
    chars = sum(len(blocks.text[index]) for index in lines)
    return chars <= BOX_CHARS and not any(_is_apart(blocks, index) for index in lines)


def _slanted(blocks: Blocks, keep: NDArray[np.bool_], words: NDArray[np.float32]) -> Iterator[int]:
    """Yield the lines of a choice right under an image that are italic as a whole.

    A call or a question is the text's, as several sentences are, and one above all prose is its standfirst.
    """
    images = zip(blocks.images, blocks.image_frame, strict=True)
    slanted = [
        place for place, frame in images if place < len(keep) and keep[place] and _is_slanted(blocks, place, frame)
    ]
    if not slanted:
        return
    long = (keep & (words >= LEAD_WORDS)).nonzero()[0].tolist()
    first_prose = next((index for index in long if ends_sentence(blocks.text[index])), -1)
    rows: dict[int, list[int]] = defaultdict(list)
    for place in slanted:
        is_lead = place <= first_prose and ends_sentence(blocks.text[place])
        if not is_lead and not _tells(blocks, range(place, place + 1)):
            rows[blocks.path[blocks.frame[place]]].append(place)
    for row in rows.values():
        yield from _without_steps(row)


def _is_slanted(blocks: Blocks, place: int, image_frame: int) -> bool:
    """Whether a line right under an image is italic as a whole, and no link, heading, quotation, call or question."""
    text, spans, own = blocks.text[place], blocks.spans[place], blocks.frame[place]
    if not spans or len(text) > BOX_CHARS or _is_apart(blocks, place):
        return False
    is_under = own == image_frame or blocks.parent[own] in (image_frame, blocks.parent[image_frame])
    whole = (0, len(blocks.pieces[place]), "i")
    return (
        is_under
        and any(span[:3] == whole for span in spans)
        and not text.rstrip(CLOSING).endswith((*QUESTION, *_CALLS))
    )


def _is_apart(blocks: Blocks, index: int) -> bool:
    """Whether a line under an image is a link, a heading or a quotation."""
    frame = blocks.frame[index]
    tags = (blocks.tag[frame], blocks.tag[blocks.parent[frame]])
    return blocks.links[index] > 0 or not _NO_CAPTIONS.isdisjoint(tags)


def _without_steps(row: Sequence[int]) -> Sequence[int]:
    return row if len(row) < STEPS else ()


def _repeated(blocks: Blocks, keep: NDArray[np.bool_]) -> Iterator[int]:
    """Yield the lines of a choice right under an image that say what it shows in its words."""
    rows: dict[int, list[int]] = defaultdict(list)
    for place, frame, alt in zip(blocks.images, blocks.image_frame, blocks.alts, strict=True):
        index = _below_image(blocks, keep, place) if alt else len(keep)
        if index < len(keep) and keep[index] and repeats_image(blocks, index, alt):
            if index > place and is_as_long(blocks.text[index], BELOW_CHARS):
                continue
            if blocks.frame[index] == frame and blocks.tag[frame] == "p":
                continue  # the paragraph that the image stands in
            rows[blocks.path[blocks.frame[index]]].append(index)
    for row in rows.values():
        yield from _without_steps(row)


def _below_image(blocks: Blocks, keep: NDArray[np.bool_], place: int) -> int:
    """Return the place right under an image, given what follows it, or under the buttons there."""
    index = place
    while index < min(place + BETWEEN, len(keep)) and not keep[index] and len(blocks.text[index]) <= BUTTON_CHARS:
        if blocks.is_heading(index):
            break
        index += 1
    return index


def repeats_image(blocks: Blocks, index: int, alt: str) -> bool:
    """Whether a block that is no heading, name, link, question or quotation says what its image's description says."""
    text = blocks.text[index]
    if blocks.tag[blocks.frame[index]] in _NAMING or blocks.links[index] or not is_as_long(alt, LEAST_CHARS):
        return False
    return not text.startswith(QUOTES) and not text.endswith(QUESTION) and _says_alt(text, " ".join(alt.split()))


def _says_alt(text: str, alt: str) -> bool:
    """Whether a text is a description or its beginning, or the description and what says who took the picture.

    >>> _says_alt("The pier of Nordhafen (A. Berg)", "The pier of Nordhafen")
    True
    >>> _says_alt("The pier of Nordhafen. Photo: A. Berg", "The pier of Nordhafen")
    True
    >>> _says_alt("The pier of Nordhafen. It was shut.", "The pier of Nordhafen")
    False
    """
    told, described = fold_text(text[: len(alt) + MORE_CHARS]), fold_text(alt)
    if described.startswith(told):
        return is_as_long(text, LEAST_CHARS)
    if not told.startswith(described) or len(text) > len(alt) + MORE_CHARS:
        return False
    bare = alt.rstrip(SENTENCE_ENDS)
    rest = text[len(bare) :].lstrip() if text[: len(bare)].casefold() == bare.casefold() else ""
    credit = rest.lstrip(SENTENCE_ENDS).strip()
    if rest[:1] in _BRACKETS or (credit != rest and credit[:1] in _BRACKETS):
        return credit.rstrip(SENTENCE_ENDS).endswith(_BRACKETS[credit[0]])
    return rest[:1] in _APART or (credit != rest and not ends_sentence(credit))


def _drop_arrowed(blocks: Blocks, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without the lines beside images that point at them, as captions in Chinese do: "▲龍眼樹大豐收。"."""
    tidy = keep.copy()
    for index in {place + step for place in blocks.images for step in (0, -1)}:
        if 0 <= index < len(keep) and blocks.text[index].startswith(_ARROWS) and not _goes_on(blocks, index):
            tidy[index] = False
    return tidy


def _goes_on(blocks: Blocks, index: int) -> bool:
    """Whether a block that begins as a caption is more than one: below its line it says other things, or it is long."""
    lines = "".join(blocks.pieces[index]).strip().split(BREAK)[1:]
    below = "".join(line for line in lines if not line.lstrip().startswith(_ARROWS))
    return is_as_long(below, CREDIT_CHARS) or is_as_long(blocks.text[index], POINTED_CHARS)
