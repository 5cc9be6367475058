"""What is known of a site's pages while it is scraped."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from scraper.pipeline.held_updates import REPEATED_PAGES, HeldUpdates
from scraper.records import PageFingerprint, SiteProfile
from scraper.store import Store
from scraper.workers import SiteKnowledge

WARM_PAGES: Final = 16
"""A new site's first pages wait until so many are known, so that they are cleaned as well as its later ones. With 8, teasers and
biographies were left in texts of one demo site; with 16 all 45 texts are exact (tests/demo, 2026-11). They wait in memory, 0.2 MB
a page on average."""

MAX_BODIES: Final = 1_024
"""Of so many bodies, the latest, it is known where they stood: what a site repeats, it repeats soon."""


@dataclass(slots=True)
class _Body:
    """Where one page was seen, byte by byte the same."""

    keys: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    @property
    def is_repeated(self) -> bool:
        return min(len(self.keys), len(self.names)) >= REPEATED_PAGES


class SiteMemory:
    """A site's profile, which grows with each page that is fetched.

    Attributes:
        site: Its host, as in records.
        warm: Set when pages need not wait for others any more.
        updates: Those that wait for other pages of the site.
    """

    def __init__(self, site: str, profile: SiteProfile | None) -> None:
        self.site = site
        self._pages = {page.key: page for page in profile.pages} if profile else {}
        self._version = 0
        self._knowledge: SiteKnowledge | None = None
        self._bodies: dict[str, _Body] = {}
        self.updates = HeldUpdates()
        self.warm = asyncio.Event()
        self._note_warmth()

    def note_body(self, body_hash: str, url: str, key: int) -> None:
        """Note where a page was seen. Addresses with one canonical, or that end alike, are one article in several sections.

        Args:
            body_hash: As ``hash_body`` has it.
            url: The page's address.
            key: Of its fingerprint.
        """
        body = self._bodies.setdefault(body_hash, _Body())
        if not body.is_repeated:
            body.keys.add(key)
            body.names.add(urlsplit(url).path.rstrip("/").rpartition("/")[2])
        if len(self._bodies) > MAX_BODIES:
            del self._bodies[next(iter(self._bodies))]

    def is_repeated(self, body_hash: str) -> bool:
        """Tell whether a page was seen at so many addresses that it is an article at none."""
        body = self._bodies.get(body_hash)
        return body is not None and body.is_repeated

    def add(self, page: PageFingerprint) -> None:
        """Learn a page."""
        if self._pages.get(page.key) != page:
            self._pages[page.key] = page
            self._version += 1
        self._note_warmth()

    @property
    def known_pages(self) -> int:
        """How many pages have been learned."""
        return len(self._pages)

    def knowledge(self) -> SiteKnowledge | None:
        """Return the profile for the processes that clean: made anew when the site has grown by an eighth."""
        held = self._knowledge
        if held is None or self._version - held.version > len(self._pages) // 8:
            profile = self.profile()
            self._pages = {page.key: page for page in profile.pages}
            held = self._knowledge = SiteKnowledge(site=self.site, version=self._version, profile=profile)
        return held

    def profile(self) -> SiteProfile:
        """Return what is to be kept for the next run."""
        from scraper.cleaner import learn_profile

        return learn_profile(self._pages.values())

    def _note_warmth(self) -> None:
        if len(self._pages) >= WARM_PAGES:
            self.warm.set()


def name_dumped(site: str) -> str:
    """Return the name that the state keeps the profile of a site's saved pages by.

    What was saved once does not take the place of a profile that grows with a site.
    """
    return f"dump of {site}"


def stored_profile(store: Store, site: str) -> SiteProfile | None:
    """Return what the state keeps of a site's pages; None for an unknown site, and for damaged bytes: it is learned anew.

    Raises:
        StateError: The file cannot be used.
    """
    from scraper.cleaner.profile import read_bytes

    packed = store.profile(site)
    with suppress(ValueError):
        return read_bytes(packed) if packed else None
    return None
