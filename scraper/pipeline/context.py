"""What the sites of one run share."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from scraper.export import Mode
from scraper.export.archive import PageArchive
from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.events import Result, UrlEvent
from scraper.pipeline.outputs import OutputSet
from scraper.pipeline.packed_pages import WaitingRoom
from scraper.pipeline.site_memory import SiteMemory, stored_profile
from scraper.pipeline.summary import SiteTally
from scraper.pipeline.watch import Watcher
from scraper.records import SiteProfile
from scraper.settings import CleanSettings, DiscoverSettings, FetchSettings
from scraper.site_keys import HOST, make_site_key
from scraper.store import Store
from scraper.urls import host_of
from scraper.workers import CleanerPool

if TYPE_CHECKING:  # the HTTP client takes 100 ms to import: a run loads it, the command's help does not
    from scraper.fetch import Fetcher, HostRecord

# A reader who follows the output sees new articles within so many pages; each time costs one fsync.
EXPORT_EVERY_PAGES: Final = 50

_SAME_PAUSE_S: Final = 1.0  # its end is told anew each time, from the time that is left


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadSettings:
    """How to spread a run over workers.

    Attributes:
        partitions: New sites are spread over so many state files; by default two for each task that the workers do at once,
            so that a lost worker's sites can go to several others.
        lease_s: A worker that has been silent for so long may lose its hosts to another one.
    """

    partitions: int | None = None
    lease_s: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrapeSettings:
    """How to scrape.

    Attributes:
        discovery: Look for articles; without it, the URLs given are the pages to fetch.
        output_mode: What outputs hold of articles that change.
        archive: Folder in which every page that is fetched is kept, as WARC.
        max_runtime_s: End the run after so long; what is left waits for the next one.
        lock_wait_s: How long to wait for another run to end.
        processes: Processes that clean; by default one for each processor.
        clean_timeout_s: A page whose cleaning takes longer is given up.
        site_key: Which pages share a profile, as in ``make_site_key``.
        spread: How to spread a run over workers, where an engine has several.
    """

    fetch: FetchSettings = field(default_factory=FetchSettings)
    discover: DiscoverSettings = field(default_factory=DiscoverSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    discovery: bool = True
    output_mode: Mode = Mode.APPEND
    archive: Path | None = None
    max_runtime_s: float | None = None
    lock_wait_s: float = 0.0
    processes: int | None = None
    clean_timeout_s: float = 20.0
    site_key: str = HOST
    spread: SpreadSettings = field(default_factory=SpreadSettings)


@dataclass(slots=True, kw_only=True)
class RunContext:
    """What the sites of one run share, and where they report."""

    run: int
    settings: ScrapeSettings
    store: Store
    outputs: OutputSet
    pool: CleanerPool
    fetcher: "Fetcher"
    archive: PageArchive | None = None
    waiting: WaitingRoom
    watcher: Watcher
    tallies: dict[str, SiteTally] = field(default_factory=dict)
    memories: dict[str, SiteMemory] = field(default_factory=dict)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    pages_since_export: int = 0
    kept_pauses: dict[str, float] = field(default_factory=dict)  # of each host, until when it is not to be asked

    def report(self, event: UrlEvent) -> None:
        """Count an event, pass it on, and write outputs when enough has gathered."""
        self.tallies[event.site].count(event)
        self.watcher.url_done(event)
        self.pages_since_export += event.outcome in (Result.NEW, Result.UPDATED)
        if self.pages_since_export >= EXPORT_EVERY_PAGES:
            self.pages_since_export = 0
            self.outputs.catch_up()

    def memory_of(self, url: str) -> SiteMemory:
        """Return what is known of the pages of a URL's site."""
        site = make_site_key(self.settings.site_key)(url)
        memory = self.memories.get(site)
        if memory is None:
            memory = self.memories[site] = SiteMemory(site, stored_profile(self.store, site))
        return memory

    def save_profile(self, site: str, profile: SiteProfile) -> None:
        """Keep what is known of a site's pages for the next run."""
        from scraper.cleaner.profile import to_bytes

        self.store.save_profile(site, to_bytes(profile))

    def save_hosts(self) -> None:
        """Keep what the fetcher knows of hosts for the next run."""
        save_hosts(self.store, self.fetcher.host_records())

    def save_pause(self, url: str) -> None:
        """Keep that a URL's host asks to be left alone, once for each pause: it must survive a kill."""
        if self.kept_pauses.get(host_of(url), 0.0) > time.time():
            return
        begun = {
            record.host: record
            for record in self.fetcher.host_records()
            if record.not_before and record.not_before > self.kept_pauses.get(record.host, 0.0) + _SAME_PAUSE_S
        }
        save_hosts(self.store, begun.values())
        self.kept_pauses |= {host: record.not_before or 0.0 for host, record in begun.items()}

    def now(self) -> str:
        """Return the time as the store keeps it."""
        return iso(utc_now())


def save_hosts(store: Store, records: "Iterable[HostRecord]") -> None:
    """Keep what is known of hosts for the next run."""
    store.save_hosts({record.host: msgspec.json.encode(record) for record in records})
