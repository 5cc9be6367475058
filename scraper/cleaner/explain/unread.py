"""What the cleaner does not read, put back where it stands on the page: a reader looks for the menu, too."""

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.walk import SKIPPED, UNREAD, read_blocks
from scraper.explanation import ExplainedBlock, StripReason

_NAVIGATION = SKIPPED - UNREAD


@dataclass(frozen=True, slots=True)
class _Unread:
    """A block that was not read.

    Attributes:
        chars: Characters of read text before it, white space not counted.
    """

    block: ExplainedBlock
    chars: int


def place_unread(html: str, read: Sequence[ExplainedBlock]) -> tuple[ExplainedBlock, ...]:
    """Return the page's blocks with those of ``nav`` and ``footer`` elements among them, in reading order.

    Where the text comes from a script, or these elements were read, nothing is put in.

    Args:
        html: The page.
        read: Its blocks as they were judged.
    """
    everything = read_blocks(LexborHTMLParser(html), UNREAD)
    unread, chars = _find_unread(everything)
    ends: list[int] = []
    for block in read:
        ends.append((ends[-1] if ends else 0) + _ink(block.text))
    if not unread or chars != ends[-1]:
        return tuple(read)
    placed: list[ExplainedBlock] = []
    waiting = iter(unread)
    following = next(waiting, None)
    for block, end in zip(read, ends, strict=True):
        while following is not None and following.chars < end:
            placed.append(following.block)
            following = next(waiting, None)
        placed.append(block)
    placed += [] if following is None else [following.block, *(left.block for left in waiting)]
    return tuple(placed)


def _find_unread(blocks: Blocks) -> tuple[list[_Unread], int]:
    """Return the blocks inside elements that are not read, and how much text stands outside of them."""
    inside = [False] * len(blocks.tag)
    for frame, tag in enumerate(blocks.tag):
        inside[frame] = frame > 0 and (tag in _NAVIGATION or inside[blocks.parent[frame]])
    unread: list[_Unread] = []
    chars = 0
    for text, frame in zip(blocks.text, blocks.frame, strict=True):
        if inside[frame]:
            tag = blocks.tag[frame]
            block = ExplainedBlock(text=text, tag=tag, path=tag, kept=False, reason=StripReason.UNREAD)
            unread.append(_Unread(block, chars))
        else:
            chars += _ink(text)
    return unread, chars


def _ink(text: str) -> int:
    return sum(map(len, text.split()))
