"""Pages that are, so far, the only ones of their sites: each waits for a second one, without which its fingerprint is of no use."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from scraper.records import Page
from scraper.zstd import compress, decompress

WAITING_BYTES: Final = 32_000_000
"""So much of them waits, packed: some 650 pages of 278 kB."""

# Packs to a fifth; .4 ms a page of 278 kB, where a fingerprint takes ten times that (2026-11-27).
_FASTEST: Final = 1


class LonePages:
    """Holds a site's first page back until the site has a second one, or there is no more room.

    Args:
        waiting_bytes: How much may wait.
    """

    def __init__(self, waiting_bytes: int = WAITING_BYTES) -> None:
        self._room = waiting_bytes
        self._waiting: dict[str, Page] = {}
        self._met: set[str] = set()

    def admit(self, site: str, page: Page) -> Iterator[tuple[str, Page]]:
        """Take a page, and yield those whose turn has come, each with its site."""
        if site not in self._met:
            self._met.add(site)
            self._hold(site, page)
            while self._room < 0:
                yield self._release(next(iter(self._waiting)))
            return
        if site in self._waiting:
            yield self._release(site)
        yield site, page

    def _hold(self, site: str, page: Page) -> None:
        packed = replace(page, body=compress(page.body, _FASTEST))
        self._room -= len(packed.body)
        self._waiting[site] = packed

    def _release(self, site: str) -> tuple[str, Page]:
        packed = self._waiting.pop(site)
        self._room += len(packed.body)
        return site, replace(packed, body=decompress(packed.body))
