"""Pages that are, so far, the only ones of their sites: each waits for a second one, without which its fingerprint is of no use."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

from scraper.pipeline.packed_pages import pack, size_of, unpack
from scraper.records import Page

WAITING_BYTES: Final = 32_000_000
"""So much of them waits, packed: some 650 pages of 278 kB."""


class LonePages:
    """Holds a site's first page back until the site has a second one, or there is no more room.

    Args:
        waiting_bytes: How much may wait.
    """

    def __init__(self, waiting_bytes: int = WAITING_BYTES) -> None:
        self._all_room = self._room = waiting_bytes
        self._waiting: OrderedDict[str, Page] = OrderedDict()
        # Hashes take half of what names take; a site taken for one that was met has its page told like any other.
        self._met: set[int] = set()

    def admit(self, site: str, page: Page) -> Iterator[tuple[str, Page]]:
        """Take a page, and yield those whose turn has come, each with its site."""
        if hash(site) in self._met:
            if site in self._waiting:
                yield site, self._unpack(self._waiting.pop(site))
            yield site, page
            return
        self._met.add(hash(site))
        packed = pack(page)
        if size_of(packed) > self._all_room:
            yield site, page
            return
        self._waiting[site] = packed
        self._room -= size_of(packed)
        while self._room < 0:
            oldest, waited = self._waiting.popitem(last=False)
            yield oldest, self._unpack(waited)

    def _unpack(self, packed: Page) -> Page:
        self._room += size_of(packed)
        return unpack(packed)
