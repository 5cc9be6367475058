"""The blocks of a page: runs of text under one block-level element, in reading order, with where they stand.

Blocks and frames (block-level elements) are kept as parallel lists, since the model looks at columns; a frame's blocks are
contiguous, so that sums over a container are differences of running sums.
"""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from scraper.cleaner.reading.class_words import Look
from scraper.cleaner.reading.tags import HEADING_LEVEL

Span: TypeAlias = tuple[int, int, str, str]
"""An inline mark on a run of text: first piece, one past the last piece, kind of mark, where a link leads."""

# White space as ``str.split`` knows it, to blanks; and the length from which a run of text is folded by it: split into words, a
# text takes 15 times its size.
_BLANKS: Final = {code: " " for code in range(0x3001) if chr(code).isspace()}
_LONG_CHARS: Final = 1_000_000
_SOFT_HYPHEN: Final = "\xad"


@dataclass(slots=True)
class Blocks:
    """The page's blocks and frames as columns.

    Attributes:
        text: Text of each block, white space folded (kept in ``pre``).
        frame: For each block, the index of the element that holds it.
        link_share: For each block, the share of its characters that are inside links.
        links: For each block, the number of links that touch it.
        bold_share: For each block, the share of its characters that is bold: headings of systems that write them as paragraphs.
        pieces: For each block, the raw text pieces that ``spans`` count in.
        spans: For each block, ``(start, end, mark, href)`` of its inline marks, in pieces.
        tag: For each frame, its tag.
        parent: For each frame, the index of the frame around it; 0 for the root, which is its own parent.
        path: For each frame, the number of its path: frames with equal tags and attributes up the tree share one.
        path_tag: For each path, the tag at its end.
        path_look: For each path, what the attributes at its end say.
        path_above: For each path, the path around it; 0 for the root's, which is its own.
        first_block: For each frame, the index of its first block.
        end_block: For each frame, one more than the index of its last block.
        images: For each image, the index of the block that follows it.
        image_frame: For each image, the index of the element that holds it.
        alts: For each image, what it says in words, as it is written.
        list_start: For each numbered list that does not begin with 1, by its frame, the number of its first item.
        overlays: For each link without words, the frame it stands in and where it leads.
        cut: Whether the page had more blocks than are read.
    """

    text: list[str] = field(default_factory=list)
    frame: list[int] = field(default_factory=list)
    link_share: list[float] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    bold_share: list[float] = field(default_factory=list)
    pieces: list[list[str]] = field(default_factory=list)
    spans: list[list[Span]] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    path: list[int] = field(default_factory=list)
    path_tag: list[str] = field(default_factory=list)
    path_look: list[Look] = field(default_factory=list)
    path_above: list[int] = field(default_factory=list)
    first_block: list[int] = field(default_factory=list)
    end_block: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    image_frame: list[int] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    list_start: dict[int, int] = field(default_factory=dict)
    overlays: list[tuple[int, str]] = field(default_factory=list)
    cut: bool = False

    def is_heading(self, index: int) -> bool:
        """Whether a block is a heading; one that stands in a heading's element is none."""
        return self.tag[self.frame[index]] in HEADING_LEVEL

    def look(self, frame: int) -> Look:
        """Return what the attributes of a frame say."""
        return self.path_look[self.path[frame]]

    def kind(self, frame: int) -> tuple[str, str]:
        """Return how a frame is made: its tag, and its classes and ids that have no digit."""
        return self.tag[frame], self.path_look[self.path[frame]].signature

    def add(self, frame: int, pieces: list[str], spans: list[Span], *, preformatted: bool) -> None:
        """Append the run of text as a block, unless it is blank."""
        joined = pieces[0] if len(pieces) == 1 else "".join(pieces)
        text = joined.strip("\n") if preformatted else fold_space(joined)
        if not text or (preformatted and text.isspace()):
            return
        link_chars = bold_chars = links = 0
        for start, end, mark, _ in spans:
            if mark == "a":
                links += 1
                link_chars += len(pieces[start]) if end - start == 1 else sum(map(len, pieces[start:end]))
            elif mark == "b":
                bold_chars += len(pieces[start]) if end - start == 1 else sum(map(len, pieces[start:end]))
        self.text.append(text)
        self.frame.append(frame)
        self.link_share.append(min(link_chars / len(joined.rstrip()), 1.0) if link_chars else 0.0)
        self.links.append(links)
        self.bold_share.append(min(bold_chars / len(joined), 1.0) if bold_chars else 0.0)
        self.pieces.append(pieces)
        self.spans.append(spans)


def fold_space(text: str) -> str:
    """Return the text with runs of white space as one blank, none at its ends, and no soft hyphens."""
    # The only printable white space is the blank: most texts need no folding. With a cheaper look at attributes this took the
    # walk from .88 to .79 ms a page (61 articles of wcxb-dev, 2026-11-26).
    if text.isprintable() and "  " not in text:
        return text.strip()
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    if len(text) < _LONG_CHARS:
        return " ".join(text.split())
    text = text.translate(_BLANKS).strip()
    while "  " in text:
        text = text.replace("  ", " ")
    return text
