"""A labelled page laid out by tables, as portals of the 2000s still are: hardly a page of the sets is.

The elements that lay a page out become tables of one cell each, and its paragraphs text with two line breaks after it.
"""

import re
from random import Random
from typing import Final

_OPENED: Final = re.compile(r"<(?:div|article|section|main|aside|header|figure)\b([^>]*)>")
_CLOSED: Final = re.compile(r"</(?:div|article|section|main|aside|header|figure)>")
_PARAGRAPH: Final = re.compile(r"<p\b[^>]*>(.*?)</p>", re.S)
# A paragraph ends the line before it, too, where that is no paragraph or box.
_BESIDE_TEXT: Final = re.compile(r"(</(?:a|b|em|i|small|span|strong)>|[^>\s])\s*(?=<p\b)")
_NAMED: Final = re.compile(r'\s(?:class|id|itemprop|role)="[^"]*"')
_UNNAMED: Final = 0.6
_BROKEN: Final = 0.6


def lay_out_by_tables(html: str, random: Random) -> str:
    """Return a page with tables in place of its containers; of most without their names, of most without paragraphs, too.

    Args:
        html: As lexbor writes it out: attributes in double quotes, every element closed.
        random: Draws which.
    """
    body = html.find("<body")
    head, rest = html[: max(body, 0)], html[max(body, 0) :]
    if random.random() < _BROKEN:
        rest = _PARAGRAPH.sub(r"\1<br><br>", _BESIDE_TEXT.sub(r"\1<br><br>", rest))
    if random.random() < _UNNAMED:
        rest = _NAMED.sub("", rest)
    rest = _OPENED.sub(r"<table><tr><td\1>", rest)
    return head + _CLOSED.sub("</td></tr></table>", rest)
