"""Settings: small frozen values, made by the command line or by a caller, passed down, never looked up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Final

from scraper.reasons import PageClass

DAY_S: Final = 86_400

MAX_PAUSE_S: Final = DAY_S
"""No pause between two requests is longer: it is kept in the state file, where a slip of the pen would shut a host out for good."""

IPNetwork = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How to talk to servers. Times in seconds, sizes in bytes. Defaults: Heritrix' and browsers' habits.

    Attributes:
        user_agent: Full header value; its first product token is what robots.txt rules are matched against.
        contact: Mail address or URL that a site's owner can write to; becomes part of the user agent.
        attempt_timeout_s: Limit for one attempt: name look-up, redirects and body together.
        url_timeout_s: Limit for one URL with all retries.
        delay_s: Least pause between the end of a request and the start of the next on one host.
        site_delays_s: Other least pauses for some sites, by the site's name (host without ``www.``).
        max_body_bytes: Limit after decompression.
        max_source_bytes: Both limits for feeds and sitemaps; sitemaps.org allows 50 MiB.
        proxy: HTTP proxy for all requests; it resolves names itself, so private addresses behind names are not refused.
        cookie_files: Cookies to start with, in Netscape's format.
        allow_private: Networks that may be dialled although they are not public (intranets, loopback).
        insecure_hosts: Hosts whose TLS certificate is not checked.
        ignore_robots: Fetch what robots.txt forbids; logged and kept in the run's record.
        robots_denial_forbids: A robots.txt that answers 401 or 403 forbids everything, as the draft of 1996 had it (3.1);
            RFC 9309 (2.3.1.3) allows everything.
    """

    user_agent: str = "scraper/0.1"
    contact: str | None = None
    connect_timeout_s: float = 5.0
    read_timeout_s: float = 15.0
    attempt_timeout_s: float = 45.0
    url_timeout_s: float = 180.0
    attempts: int = 3
    max_redirects: int = 10
    max_wire_bytes: int = 10_000_000
    max_body_bytes: int = 25_000_000
    max_source_bytes: int = 52_428_800
    delay_s: float = 1.0
    site_delays_s: Mapping[str, float] = field(default_factory=dict)
    max_delay_s: float = 30.0
    max_wait_s: float = 300.0
    concurrency: int = 16
    allow_private: tuple[IPNetwork, ...] = ()
    insecure_hosts: tuple[str, ...] = ()
    ignore_robots: bool = False
    robots_denial_forbids: bool = False
    proxy: str | None = None
    cookie_files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoverSettings:
    """Which of a site's pages to look for.

    Attributes:
        limit: At most so many article URLs for each site in one run.
        since: Leave out what a feed or sitemap dates earlier, and articles that date themselves earlier; ISO 8601 date.
        max_depth: Section pages are followed so many links deep from the home page.
        max_pages: At most so many section pages for each site.
    """

    limit: int | None = None
    since: str | None = None
    include: tuple[re.Pattern[str], ...] = ()
    exclude: tuple[re.Pattern[str], ...] = ()
    max_depth: int = 2
    max_pages: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanSettings:
    """How to clean.

    Attributes:
        second_opinion: Ask trafilatura on pages where the model is unsure.
        max_page_bytes: Pages over this are skipped as too complex.
        page_classes: Of which pages there are records; the class of any other is the reason why there is none.
    """

    second_opinion: bool = True
    max_page_bytes: int = 60_000_000
    page_classes: frozenset[PageClass] = frozenset({PageClass.ARTICLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """How to read saved pages.

    Attributes:
        url_map: For pages that do not say where they come from: the address by the page's path below the dump that was
            named, by its name in an archive, or by the whole source.
        date_map: When they were saved, by the same.
        html_column: The column or key of tables that holds the page; by default the usual names are tried.
        url_column: The one that holds its address.
        date_column: The one that says when it was fetched.
        left_out: Real paths of files and folders that are no part of a folder, wherever below it they stand.
    """

    url_map: Mapping[str, str] = field(default_factory=dict)
    date_map: Mapping[str, str] = field(default_factory=dict)
    html_column: str | None = None
    url_column: str | None = None
    date_column: str | None = None
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpSettings:
    """How to clean saved pages.

    Attributes:
        processes: Processes that clean; by default one for each processor.
        time_limit_s: A page that takes longer is killed, tried once more, and skipped.
        memory_bytes: Address space of one process: 12 times the largest page (``CleanSettings.max_page_bytes``), and room for the
            libraries; a page that needs more is skipped.
        site_key: What a site is: ``host``, ``domain``, ``path`` or a regular expression, as in ``make_site_key``.
        quarantine: Folder for the bytes of pages that broke the cleaner, with the reason.
    """

    read: ReadSettings = field(default_factory=ReadSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    processes: int | None = None
    time_limit_s: float = 20.0
    memory_bytes: int = 2 << 30
    site_key: str = "host"
    quarantine: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSettings:
    """How to clean saved pages in parts, on several processors or machines.

    Attributes:
        dump: How to read and clean; ``processes`` means nothing here.
        engine: What does the work, as in ``scraper.scale.ENGINES``.
        scheduler: Address of a cluster that runs already; by default processes are started on this machine.
        workers: How many, where they are started; by default one for each processor.
        form: Extension of the parts: ``jsonl``, ``jsonl.gz``, ``jsonl.zst`` or ``parquet``.
        partition: Gather records by ``site`` or by ``date``, in folders ``site=...`` or ``date=...``.
        shard_pages: So many pages are one task, which is what a lost worker costs.
    """

    dump: DumpSettings = field(default_factory=DumpSettings)
    engine: str = "local"
    scheduler: str | None = None
    workers: int | None = None
    form: str = "jsonl"
    partition: str | None = None
    shard_pages: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """One site to scrape: the URL alone is enough.

    Attributes:
        url: Home page, section page or feed to start from.
        feeds: Known feeds; others are discovered.
        sitemaps: Known sitemaps; others are discovered.
        include: Only URLs that match one of these; where there are none, the run's own hold.
        exclude: No URLs that match one of these or one of the run's own.
        since: As the run's own, which it replaces.
        headers: Extra request headers for this site.
    """

    url: str
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    include: tuple[re.Pattern[str], ...] = ()
    exclude: tuple[re.Pattern[str], ...] = ()
    since: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def narrow_discovery(settings: DiscoverSettings, site: SiteSettings) -> DiscoverSettings:
    """Return the run's settings with what one site asks for on top."""
    return replace(
        settings,
        include=site.include or settings.include,
        exclude=(*settings.exclude, *site.exclude),
        since=site.since or settings.since,
    )
