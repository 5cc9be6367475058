"""The sites behind saved pages: their profiles, learned in a first pass over a dump."""

import re
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from scraper.records import Page, PageFingerprint, SiteProfile, Skipped
from scraper.site_keys import SiteKey
from scraper.urls import site_of
from scraper.workers import CleanerPool, SiteKnowledge

# Where a saved page says its own address: looked for in the bytes, since only the host is wanted.
_ADDRESS: Final = re.compile(
    rb"<(?:link\b[^<>]*\brel\s*=\s*[\"']?canonical\b|meta\b[^<>]*\bproperty\s*=\s*[\"']?og:url\b)[^<>]*>", re.I
)
_HREF: Final = re.compile(rb"\b(?:href|content)\s*=\s*[\"']?(https?://[^\"'\s>]+)", re.I)
_HEAD_BYTES: Final = 65_536

_SITES_HELD: Final = 32
"""Profiles in memory, 1 MB each at most: of a dump whose sites take turns, the processes that clean hold 16 each."""


def site_of_saved(page: Page, site_key: SiteKey = site_of) -> str:
    """Return what tells a saved page's site from others: its address's key, or the folder of a page that does not name it."""
    for url in (page.url, _stated_url(page.body)):
        try:
            if url:
                return site_key(url)
        except ValueError:
            continue
    return str(PurePath(page.source).parent)


def learn_sites(
    pool: CleanerPool, pages: Iterable[Page | Skipped], site_key: SiteKey = site_of
) -> Callable[[Page], SiteKnowledge | None]:
    """Fingerprint pages and return what tells, for each page, what is known of its site.

    Args:
        pool: Does the work.
        pages: Read one by one; a site's fingerprints are bounded, whatever the number of its pages.
        site_key: Tells sites apart.
    """
    prints = _Prints()
    sites: deque[str] = deque()  # of the pages under way, in their order

    def note(page: Page) -> Page:
        sites.append(site_of_saved(page, site_key))
        return page

    readable = (note(page) for page in pages if isinstance(page, Page))
    for fingerprint in pool.fingerprint_all(readable):
        site = sites.popleft()
        if fingerprint:
            prints.add(site, fingerprint)
    know = lru_cache(maxsize=_SITES_HELD)(prints.know)
    return lambda page: know(site_of_saved(page, site_key))


class _Prints:
    """The fingerprints of all sites of a dump, on disk: SQLite's own temporary file, which goes with the process."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE prints (site TEXT, page BLOB)")
        self._is_indexed = False

    def add(self, site: str, fingerprint: PageFingerprint) -> None:
        from scraper.cleaner.profile import to_bytes

        packed = to_bytes(SiteProfile(pages=(fingerprint,)))
        self._database.execute("INSERT INTO prints VALUES (?, ?)", (site, packed))

    def know(self, site: str) -> SiteKnowledge | None:
        """Return what is known of a site; None for one of a single page."""
        from scraper.cleaner import DUMP_PAGES, learn_profile

        if not self._is_indexed:
            self._database.execute("CREATE INDEX by_site ON prints (site)")
            self._is_indexed = True
        profile = learn_profile(self._read(site), DUMP_PAGES)
        return SiteKnowledge(site=site, version=1, profile=profile) if len(profile.pages) > 1 else None

    def _read(self, site: str) -> Iterator[PageFingerprint]:
        from scraper.cleaner.profile import read_bytes

        for (packed,) in self._database.execute("SELECT page FROM prints WHERE site = ?", (site,)):
            yield from read_bytes(packed).pages


def _stated_url(body: bytes) -> str | None:
    element = _ADDRESS.search(body[:_HEAD_BYTES])
    address = _HREF.search(element[0]) if element else None
    return address[1].decode("ascii", "replace") if address else None
