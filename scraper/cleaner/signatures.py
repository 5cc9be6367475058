"""Lines under and in an article that say who made it: its reporter's address, its editor, its agency, whose the picture above is.

They are prose to the model, which was trained on English pages, where bylines stand above the text. Folds (2026-11-26), where few
such lines are: snippets .94950 to .94933, articles the same; lists of addresses under any text would cost two more right snippets,
"Photo:" in English .019 of an article.
"""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.assemble import FOREIGN, HEADING_LEVEL
from scraper.cleaner.blocks import Blocks
from scraper.cleaner.signature_words import BEFORE_NAMES, CREDITS, ENDS, SIGNED, WIDE_BEFORE_NAMES

MAX_CHARS: Final = 120
"""The longest: a caption in one sentence with its photographer."""

MAIL_LETTERS: Final = 40
"""Beside an e-mail address: two names and their title."""

MAX_MAILS: Final = 2
"""More are a list of addresses, which the article is about; a reporter's stands under all prose."""

NAME_CHARS: Final = 50
"""After a label such as "Editor:": two names, or an agency's."""

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Of the desk: "(rzk/idh)".
_INITIALS: Final = re.compile(r"[(\[][A-Za-z]{2,5}(?:\s?[/|-]\s?[A-Za-z]{2,5})+[)\]]")
_LABELLED: Final = re.compile(rf"[(\[\s]*(?:{BEFORE_NAMES})\s?[:：]\s?(?P<rest>.+)", re.I)
_WIDE_LABELLED: Final = re.compile(rf"[（(【\[〔\s]*(?:{WIDE_BEFORE_NAMES})\s?[:：/／丨|=＝]\s?(?P<rest>.+)")
_SIGNED: Final = re.compile(f"^(?:{SIGNED})$")
_ENDS: Final = re.compile(ENDS)
_CREDITED: Final = re.compile(CREDITS, re.I)


def drop_signatures(blocks: Blocks, keep: NDArray[np.bool_], prose: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return the choice without such lines after its first prose.

    Args:
        blocks: The page.
        keep: The choice, n.
        prose: Words of the blocks that are prose, 0 for others, n.
    """
    body = np.flatnonzero(keep & (prose > 0))
    if not len(body):
        return keep
    tidy = keep.copy()
    mails = []
    for index in (np.flatnonzero(keep[body[0] + 1 :]) + body[0] + 1).tolist():
        if blocks.tag[blocks.frame[index]] in HEADING_LEVEL or len(blocks.text[index]) > MAX_CHARS:
            continue
        if is_mail_line(blocks.text[index]):
            mails.append(index)
        elif is_signature(blocks.text[index]):
            tidy[index] = False
    if len(mails) <= MAX_MAILS:
        tidy[[index for index in mails if index > body[-1]]] = False
    return tidy


def is_mail_line(text: str) -> bool:
    """Whether a text is an e-mail address with hardly more than whose it is.

    >>> is_mail_line("오세훈 기자 osh@example.org"), is_mail_line("Write to osh@example.org. She reads it, as the mayor says.")
    (True, False)
    """
    rest = _MAIL.sub("", text) if "@" in text else text
    return rest != text and sum(map(str.isalpha, rest)) <= MAIL_LETTERS and not _is_said(rest)


def is_signature(text: str) -> bool:
    """Whether a text says who made the article or its picture, and nothing else.

    >>> is_signature("오세훈 기자"), is_signature("(责任编辑：王小明)"), is_signature("Editor: Ahmad Fauzi")
    (True, True, True)
    """
    if text[0] in "([" and _INITIALS.fullmatch(text):
        return True
    is_foreign = FOREIGN.search(text) is not None
    if is_foreign or ":" in text:
        labelled = _LABELLED.match(text) or (_WIDE_LABELLED.match(text) if is_foreign else None)
        if labelled is not None:
            return len(labelled["rest"]) <= NAME_CHARS and not _is_said(labelled["rest"])
    return is_foreign and any(pattern.search(text) for pattern in (_SIGNED, _ENDS, _CREDITED))


def _is_said(text: str) -> bool:
    """Whether a text has the end of a sentence in it."""
    return any(end in text.rstrip(" .。)）]】") for end in (". ", "? ", "! ", "。", "？", "！", "?", "!"))
