"""The links of a block: what stands around them, and where they lead, to a page of the site, a part of the page, elsewhere."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from scraper.cleaner.reading.blocks import Blocks

_ABSOLUTE: Final = re.compile("(?:https?:)?//([^/]*)")
# How the walk writes a "br".
BREAK: Final = "\n"
_NO_PAGE: Final = ("#", "javascript:", "mailto:", "tel:")


class FirstLink(NamedTuple):
    """A block's first link.

    Attributes:
        before: What stands before it.
        title: Its text.
        line: What stands after it in its line.
        rest: What stands below its line, None for nothing.
        href: Where it leads.
    """

    before: str
    title: str
    line: str
    rest: str | None
    href: str


def addresses_of(blocks: Blocks, index: int) -> list[str]:
    """Return where a block's links lead, but for places on the page: an accordion's heading is a link, too."""
    hrefs = [href.strip().lower() for *_, mark, href in blocks.spans[index] if mark == "a"]
    return [href for href in hrefs if href and not href.startswith(_NO_PAGE)]


def leads_into(blocks: Blocks, index: int, host: str) -> bool:
    """Whether a block is one link, to a page of the site."""
    addresses = addresses_of(blocks, index) if blocks.links[index] == 1 else []
    return bool(addresses) and is_of_site(addresses[0], host)


def address_leads_into(href: str, host: str) -> bool:
    """Whether an address is that of a page of the site."""
    address = href.strip().lower()
    return bool(address) and not address.startswith(_NO_PAGE) and is_of_site(address, host)


def first_link(blocks: Blocks, index: int) -> FirstLink:
    """Return the first link of a block that has one."""
    start, end, _, href = min(span for span in blocks.spans[index] if span[2] == "a")
    pieces = blocks.pieces[index]
    line, rest = cut_line(pieces[end:])
    return FirstLink("".join(pieces[:start]), "".join(pieces[start:end]), line, rest, href)


def cut_line(pieces: Sequence[str]) -> tuple[str, str | None]:
    r"""Return what stands before and after the first line end of a run of text, which is a piece by itself; None for no such end.

    >>> cut_line(["Ada", "\n", "I was\nthere."]), cut_line(["I was\nthere."])
    (('Ada', 'I was\nthere.'), ('I was\nthere.', None))
    """
    if BREAK not in pieces:
        return "".join(pieces), None
    end = pieces.index(BREAK)
    return "".join(pieces[:end]), "".join(pieces[end + 1 :])


def is_of_site(address: str, host: str) -> bool:
    """Whether an address is one of a host or a relative one."""
    elsewhere = _ABSOLUTE.match(address.lower())
    return elsewhere is None or (bool(host) and f".{elsewhere[1].partition(':')[0]}".endswith(f".{host}"))


def is_below(href: str, own_address: str) -> bool:
    """Whether a link leads to a part of the page: its address goes on after the page's, which has all if it is unknown."""
    own_path = _ABSOLUTE.sub("", own_address, count=1).rstrip("/")
    return href.startswith("?") or _ABSOLUTE.sub("", href, count=1).startswith(own_path)


def site_host(address: str) -> str:
    """Return the host of an address without "www.", empty where it has none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
