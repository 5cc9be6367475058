"""Pages that wait, packed, and how much of them does."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from msgspec.structs import replace

from scraper.records import Page
from scraper.zstd import compress, decompress

WAITING_BYTES: Final = 64_000_000
"""So much of a run's pages waits for others of their sites, packed: some 1,300 pages of 278 kB."""

# What a page takes beside its body (tracemalloc, 317,000 small pages, 2026-11-27).
_PAGE_BYTES: Final = 900
# Packs to a fifth; .4 ms a page of 278 kB, where a fingerprint takes ten times that (2026-11-27).
_FASTEST: Final = 1
_LARGE: Final = 1_000_000
"""Smaller pages are not worth packing while they wait for a process, two of each site, and are packed and unpacked at once: with a
thread for it a page would overtake those that came before it."""


def pack(page: Page) -> Page:
    """Return a page with its body packed."""
    return replace(page, body=compress(page.body, _FASTEST))


def unpack(packed: Page) -> Page:
    """Return the page that ``pack`` was given."""
    return replace(packed, body=decompress(packed.body))


def size_of(packed: Page) -> int:
    """Return the bytes that a packed page takes in memory."""
    return len(packed.body) + _PAGE_BYTES


class HeldPage:
    """A page on its way through a run, the only reference to it; its body is there, packed, or done with.

    Attributes:
        page: The page as it is now.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._is_packed = False

    async def pack(self) -> None:
        """Make it small."""
        if not self._is_packed:
            self.page, self._is_packed = await _at_once(pack, self.page), True

    async def unpack(self) -> Page:
        """Make it whole and return it."""
        if self._is_packed:
            self.page, self._is_packed = await _at_once(unpack, self.page), False
        return self.page

    def drop_body(self) -> None:
        """Let go of the body: the page is cleaned."""
        self.page, self._is_packed = replace(self.page, body=b""), False


async def _at_once(change: Callable[[Page], Page], page: Page) -> Page:
    """Change a page, a large one where the event loop does not wait for it."""
    return await asyncio.to_thread(change, page) if len(page.body) >= _LARGE else change(page)


class WaitingRoom:
    """Where a run's pages wait, so that their number does not matter.

    Args:
        turns: At most so many pages are whole at once beside those that have just come.
        waiting_bytes: How much may wait for others of their sites.
    """

    def __init__(self, turns: int, waiting_bytes: int = WAITING_BYTES) -> None:
        self._turns = asyncio.Semaphore(turns)
        self._room = waiting_bytes
        self._waiting: Counter[asyncio.Event] = Counter()

    @asynccontextmanager
    async def whole(self, held: HeldPage) -> AsyncIterator[Page]:
        """Give the whole page when its turn has come."""
        if self._turns.locked() and len(held.page.body) >= _LARGE:
            await held.pack()
        async with self._turns:
            yield await held.unpack()

    async def wait(self, held: HeldPage, warm: asyncio.Event) -> None:
        """Wait until enough of the page's site is known; where there is no more room, the site with most pages waits no longer."""
        await held.pack()
        self._waiting[warm] += size_of(held.page)
        try:
            if self._waiting.total() > self._room:
                self._release_fullest()
            await warm.wait()
        finally:
            self._waiting[warm] -= size_of(held.page)
            if not self._waiting[warm]:
                del self._waiting[warm]

    def _release_fullest(self) -> None:
        cold = [warm for warm in self._waiting if not warm.is_set()]
        if cold:
            max(cold, key=self._waiting.__getitem__).set()
