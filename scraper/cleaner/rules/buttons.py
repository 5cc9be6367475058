"""Rows of buttons, told by their form: short labels side by side, each with a count or none, in an element that is called so.

So is one of networks and of what else is done with a text, whatever its element is called: "Facebook, E-Mail, Copy link".

Which words stand on them is each house's own: "Moving 12", "Want more of this 4". Results, seats and medals are rows of labels with
counts, too, so the element says what it is, or each is a button. On 1,337 written pages (2026-11-28) ten labels go;
none of them is in a truth.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from scraper.cleaner.phrases.lines.rows import as_label
from scraper.cleaner.phrases.lines.tools import TOOLS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import CELL_TAGS, HEADING_LEVEL

LABEL_CHARS: Final = 24
ROW: Final = range(2, 16)
"""So many labels are a row."""

# What the element is called, or the one around it, whatever the language of its page.
_OF_BUTTONS: Final = frozenset(
    "reaction reactions reacts reactionbar emotion emotions emoji emojis emoticons feelings mood moods sns snsbuttons"
    " socials sharing sharebar"
    " share shares sharebuttons buttons btns toolbar reaktion reaktionen reaktioner reacciones reazioni reacoes emocje"
    " emoce emoties"
    " emozioni emociones emocoes tepki tepkiler ifadeler reaksi empathy".split()
)
# Of a firm's shares, how much of them is whose, and what else is shared or asked.
_OF_OTHERS: Final = frozenset(
    "price prices stock stocks market markets holder holders index quote quotes chart economy poll polls survey".split()
)
# Letters, and what is counted: "7", "1,024", "3.2K", "1.5만". A sentence's marks stand in none.
_LABEL: Final = re.compile(
    r"(?P<name>[^\W\d_][^\d.!?…:;。！？]{0,22}?)\s?\(?(?P<count>\d[\d.,]{0,8}(?:[KkMm万만천])?)?\)?"
)
# Where a text may be sent, and what else is done with it there. Networks and mail alone may be what a list is about.
_NETWORKS: Final = frozenset(
    "facebook x x.com twitter whatsapp telegram linkedin pinterest reddit bluesky threads messenger viber xing tumblr".split()
)
_MAIL: Final = frozenset("email e-mail mail".split())
_DONE: Final = frozenset(
    (*"copy print share drucken teilen imprimer imprimir stampa drukuj".split(), *TOOLS.split("|"))
)
LEAST_SHARED: Final = 3
_UP: Final = 2
"""Elements around the row whose names are heard, where they hold the row alone: a whole body may be called "has-share-bar"."""


def find_buttons(blocks: Blocks, kept: Iterable[int]) -> list[int]:
    """Return those of some blocks, ascending, that are labels of a row of buttons."""
    rows: dict[int, list[int]] = defaultdict(list)
    for index in kept:
        text = blocks.text[index]
        if len(text) <= LABEL_CHARS and blocks.tag[blocks.frame[index]] not in _NO_BUTTONS:
            rows[_row_of(blocks, index)].append(index)
    return sorted(index for row, places in rows.items() if row and _is_row(blocks, row) for index in places)


_NO_BUTTONS: Final = CELL_TAGS | HEADING_LEVEL.keys()


def _row_of(blocks: Blocks, index: int) -> int:
    """Return the element around a block that has other blocks, too; 0 for none."""
    frame = blocks.frame[index]
    while frame and blocks.end_block[frame] - blocks.first_block[frame] == 1:
        frame = blocks.parent[frame]
    return frame


def _is_row(blocks: Blocks, row: int) -> bool:
    """Whether an element has short labels alone, and is called a row of buttons, or has buttons with counts of different names."""
    places = range(blocks.first_block[row], blocks.end_block[row])
    if len(places) not in ROW:
        return False
    if _shares(blocks.text[place] for place in places):
        return True
    is_called = _is_called(blocks, row)
    if not is_called and any(blocks.tag[blocks.frame[place]] != "button" for place in places):
        return False
    labels = [
        _LABEL.fullmatch(blocks.text[place]) if len(blocks.text[place]) <= LABEL_CHARS else None for place in places
    ]
    names = {label["name"] for label in labels if label is not None and label["count"]}
    return all(labels) and (is_called or len(names) > 1)


def _shares(texts: Iterable[str]) -> bool:
    """Whether labels are networks and what is done with a text beside them, and nothing else.

    >>> _shares(["X.com", "Facebook", "E-Mail", "Link kopieren"]), _shares(["WhatsApp", "Facebook", "E-Mail"])
    (True, False)
    """
    labels = {as_label(text) if len(text) <= LABEL_CHARS else "" for text in texts}
    is_sent = not _NETWORKS.isdisjoint(labels) and not _DONE.isdisjoint(labels)
    return is_sent and len(labels) >= LEAST_SHARED and labels <= _NETWORKS | _MAIL | _DONE


def _is_called(blocks: Blocks, row: int) -> bool:
    """Whether a row is called one of buttons, or an element around it that holds nothing besides."""
    frame, size = row, blocks.end_block[row] - blocks.first_block[row]
    for _ in range(_UP + 1):
        if not frame or blocks.end_block[frame] - blocks.first_block[frame] > size:
            return False
        words = blocks.look(frame).words
        if not _OF_BUTTONS.isdisjoint(words):
            return _OF_OTHERS.isdisjoint(words)
        frame = blocks.parent[frame]
    return False
