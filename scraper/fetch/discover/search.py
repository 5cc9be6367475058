"""What one site's discovery has seen so far: each candidate is told once, and each source asked once."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar, TypeVarTuple
from urllib.parse import urljoin

from scraper.errors import FetchError
from scraper.fetch.answers import Accept, Fetched, FetchResult, NotModified, Validators
from scraper.fetch.discover.dates import as_iso
from scraper.fetch.discover.found import Candidate, KnownSources, Redated, SourceSeen
from scraper.fetch.discover.seen import UNWANTED, Mark, SeenPages, mark_of
from scraper.fetch.fetcher import Fetcher
from scraper.fetch.retry import RETRIED_STATUSES
from scraper.patterns import find
from scraper.reasons import Reason
from scraper.records import Skipped
from scraper.settings import DiscoverSettings, SiteSettings
from scraper.urls import url_key

# What a source is, it stays; all else passes, and what it lists is missing until then.
_LASTING: Final = frozenset(
    {Reason.ROBOTS, Reason.NOT_HTML, Reason.HTTP_CLIENT_ERROR, Reason.BAD_URL, Reason.BLOCKED_ADDRESS}
)

_log: Final = logging.getLogger(__name__)

_READER: Final = ThreadPoolExecutor(1, thread_name_prefix="sources")
"""For all sites: one source is read at a time, in the order in which they came, so that memory holds one parsed source."""

_Given = TypeVarTuple("_Given")
_Read = TypeVar("_Read")


async def read_aside(read: Callable[[*_Given], _Read], *given: *_Given) -> _Read:
    """Read a source in a thread of its own: a feed takes up to 5 s, for which no other host is to stand still.

    Raises:
        FetchError: The source cannot be read.
    """
    return await asyncio.get_running_loop().run_in_executor(_READER, read, *given)


@dataclass(slots=True)
class Search:
    """The state of one site's discovery.

    Attributes:
        seen: All candidates, with the date that was told of each.
        asked: The keys of all sources.
        given: Number of wanted candidates.
        is_up: The start page was read: what is not found now is not there.
    """

    fetcher: Fetcher
    site: SiteSettings
    settings: DiscoverSettings
    known: KnownSources
    seen: SeenPages = field(default_factory=SeenPages)
    asked: set[str] = field(default_factory=set)
    given: int = 0
    is_up: bool = False

    @property
    def is_full(self) -> bool:
        """Whether as many candidates were told as are wanted."""
        return self.settings.limit is not None and self.given >= self.settings.limit

    def admit(self, candidate: Candidate) -> Candidate | Redated | None:
        """Return what is to be told of a candidate: it, when it is new and wanted, or another date of one that was told.

        Raises:
            UsageError: A pattern takes too long for it.
        """
        try:
            key = url_key(candidate.url)
        except ValueError:
            return None
        if candidate.date_hint:
            candidate = replace(candidate, date_hint=as_iso(candidate.date_hint))
        told = self.seen.find(key)
        if told is not None:
            return self._redate(told, candidate)
        if self.is_full:
            return None
        is_wanted = self._is_wanted(candidate)
        self.seen.enter(key, mark_of(candidate.date_hint) if is_wanted else UNWANTED)
        self.given += is_wanted
        return candidate if is_wanted else None

    def _redate(self, told: Mark, candidate: Candidate) -> Redated | None:
        if told == UNWANTED or candidate.date_hint is None or mark_of(candidate.date_hint) == told:
            return None
        return Redated(url=candidate.url, found_in=candidate.found_in, date_hint=candidate.date_hint)

    def _is_wanted(self, candidate: Candidate) -> bool:
        settings = self.settings
        if settings.include and not any(find(pattern, candidate.url) for pattern in settings.include):
            return False
        if any(find(pattern, candidate.url) for pattern in settings.exclude):
            return False
        return not (settings.since and candidate.date_hint and candidate.date_hint[:10] < settings.since[:10])

    def first_time(self, url: str) -> bool:
        """Tell whether a source has not been asked yet in this run."""
        try:
            key = url_key(url)
        except ValueError:
            return False
        if key in self.asked:
            return False
        self.asked.add(key)
        return True

    async def get(self, url: str) -> FetchResult:
        """Fetch a source, conditionally where its validators are known."""
        return await self.fetch(url, self.known.validators.get(url), accept=Accept.ANY)

    async def fetch(
        self, url: str, validators: Validators | None = None, *, accept: Accept = Accept.PAGE
    ) -> FetchResult:
        """Fetch what may be on any host, with the site's own headers where they belong."""
        site = self.site
        return await self.fetcher.fetch(url, validators, headers=site.headers, home=site.url, accept=accept)

    def tell_unread(self, source: Skipped) -> None:
        """Warn of a source that the site names and that could not be read now: what only it lists waits for a later run."""
        if source.attempts and (source.code not in _LASTING or source.status in RETRIED_STATUSES):
            _log.warning("source unread url=%s reason=%s detail=%s", source.url, source.code, source.detail)

    async def robots_sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the Sitemap lines of the host's robots.txt; none where it cannot be read."""
        found: list[str] = []
        with suppress(FetchError):
            for line in (await self.fetcher.robots(url)).sitemaps:
                with suppress(ValueError):  # a line that is no address costs itself alone
                    found.append(urljoin(url, line))
        return tuple(found)

    def seen_source(self, url: str, kind: str, result: Fetched | NotModified, count: int) -> SourceSeen:
        """Return the note that a source was looked at."""
        unchanged = isinstance(result, NotModified)
        validators = (
            self.known.validators.get(url, Validators()) if isinstance(result, NotModified) else result.validators
        )
        return SourceSeen(url=url, kind=kind, validators=validators, candidates=count, unchanged=unchanged)

    def missing(self, url: str, kind: str) -> SourceSeen:
        """Return the note that nothing was there."""
        return SourceSeen(url=url, kind=kind, validators=Validators(), candidates=0, unchanged=False)
