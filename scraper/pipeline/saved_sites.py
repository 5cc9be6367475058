"""The sites behind saved pages: their profiles, learned in a first pass over a dump."""

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import PurePath
from typing import Final, Self

from scraper.errors import StateError
from scraper.pipeline.lone_pages import LonePages
from scraper.read import stated_url
from scraper.records import Page, PageFingerprint, SiteProfile, Skipped
from scraper.site_keys import SiteKey
from scraper.urls import site_of
from scraper.workers import CleanerPool, SiteKnowledge

SITES_HELD: Final = 32
"""Profiles in memory, of 1.2 MB for pages of 100 blocks: where a dump's sites take turns, the processes that clean hold 16 each."""

KNOWN_FROM_THE_START: Final = 16
"""The largest sites, which all processes know before they begin; as many as each holds."""


def site_of_saved(page: Page, site_key: SiteKey = site_of) -> str:
    """Return what tells a saved page's site from others: its address's key, or the folder of a page that does not name it."""
    for url in (page.url, stated_url(page.body)):
        try:
            if url:
                return site_key(url)
        except ValueError:
            continue
    return str(PurePath(page.source).parent)


class SitePrints:
    """Fingerprints of a dump's pages, grouped by site, on disk (SQLite's own temporary file, gone once it is closed).

    Raises:
        StateError: The disk for temporary files is full.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._execute("PRAGMA journal_mode = OFF")
        self._execute("CREATE TABLE prints (site BLOB, page BLOB)")

    def close(self) -> None:
        """Let go of what was learned; else SQLite's file would wait for the collector of garbage."""
        self._database.close()

    def add(self, site: str, fingerprint: PageFingerprint) -> None:
        """Add a page."""
        from scraper.cleaner.profile import to_bytes

        packed = to_bytes(SiteProfile(pages=(fingerprint,)))
        self._execute("INSERT INTO prints VALUES (?, ?)", (_encode(site), packed))

    def finish(self) -> None:
        """Make ready for looking up; call it once, when all pages have been added."""
        self._execute("CREATE INDEX by_site ON prints (site)")

    def sizes(self) -> list[tuple[str, int]]:
        """Return the sites with how many pages each has, the largest first."""
        rows = "SELECT site, count(*) FROM prints GROUP BY site ORDER BY count(*) DESC, site"
        return [(_decode(site), count) for site, count in self._execute(rows)]

    def profile(self, site: str) -> SiteProfile:
        """Return the profile of a site's pages."""
        from scraper.cleaner import DUMP_OLDER, DUMP_PAGES, learn_profile

        return learn_profile(self._read(site), DUMP_PAGES, DUMP_OLDER)

    def _read(self, site: str) -> Iterator[PageFingerprint]:
        from scraper.cleaner.profile import read_bytes

        for (packed,) in self._execute("SELECT page FROM prints WHERE site = ?", (_encode(site),)):
            yield from read_bytes(packed).pages

    def _execute(self, sql: str, parameters: Sequence[bytes] = ()) -> sqlite3.Cursor:
        try:
            return self._database.execute(sql, parameters)
        except sqlite3.OperationalError as exc:
            message = f"what a dump's sites repeat cannot be kept ({exc}): free space where temporary files are"
            raise StateError(f"{message}, or name another folder with the environment's SQLITE_TMPDIR") from exc


def known_site(site: str, profile: SiteProfile, version: int = 1) -> SiteKnowledge | None:
    """Return what is known of a site; None for one of a single page, which has nothing to be compared with."""
    return SiteKnowledge(site=site, version=version, profile=profile) if len(profile.pages) > 1 else None


class LearnedSites:
    """What is known of the sites of a dump.

    Args:
        site_key: Tells sites apart.
    """

    def __init__(self, site_key: SiteKey) -> None:
        self._site_key = site_key
        self._prints = SitePrints()
        self._know = lru_cache(maxsize=SITES_HELD)(self._knowledge)
        self.add = self._prints.add
        self.finish = self._prints.finish

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._prints.close()

    def __call__(self, page: Page) -> SiteKnowledge | None:
        """Return what is known of a page's site; None for one of a single page."""
        return self._know(site_of_saved(page, self._site_key))

    def sites(self) -> Iterator[SiteKnowledge]:
        """Yield what is known of each site of several pages, the largest first."""
        for site, count in self._prints.sizes():
            if count > 1 and (knowledge := self._know(site)):
                yield knowledge

    def _knowledge(self, site: str) -> SiteKnowledge | None:
        return known_site(site, self._prints.profile(site))


def _encode(site: str) -> bytes:
    return site.encode("utf-8", "surrogateescape")  # a folder's name may be no text


def _decode(site: bytes) -> str:
    return site.decode("utf-8", "surrogateescape")


def learn_sites(pool: CleanerPool, pages: Iterable[Page | Skipped], site_key: SiteKey = site_of) -> LearnedSites:
    """Fingerprint pages and return what is known of their sites; of a site with a single page there is nothing to know.

    Args:
        pool: Does the work.
        pages: Read one by one; a site's fingerprints are bounded, whatever the number of its pages.
        site_key: Tells sites apart.
    """
    learned = LearnedSites(site_key)
    sites: deque[str] = deque()  # of the pages under way, in their order

    def in_company() -> Iterator[Page]:
        lone = LonePages()
        for page in pages:
            if isinstance(page, Page):
                pool.begin()
                for site, ready in lone.admit(site_of_saved(page, site_key), page):
                    sites.append(site)
                    yield ready

    for fingerprint in pool.fingerprint_all(in_company()):
        site = sites.popleft()
        if fingerprint:
            learned.add(site, fingerprint)
    learned.finish()
    pool.know(reversed(list(islice(learned.sites(), KNOWN_FROM_THE_START))))
    return learned
