"""A web without a network: sites that list pages, and pages that answer."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from scraper.fetch import Fetched, HostRecord, NotModified, Validators
from scraper.fetch.discover import Candidate, KnownSources, SourceSeen
from scraper.pipeline import RunSummary, ScrapeSettings, UrlEvent, Watcher, scrape
from scraper.reasons import Reason, Stage
from scraper.records import Page, Skipped
from scraper.settings import FetchSettings

SITE = "https://a.test/"


@dataclass
class FakeWeb:
    """Pages by URL, what is said at all others (asked for by probes), and what the one source of each site lists, with dates."""

    pages: dict[str, Any] = field(default_factory=dict)
    listed: dict[str, dict[str, str | None]] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    known_sources: list[Mapping[str, Validators]] = field(default_factory=list)
    known_feeds: list[list[str]] = field(default_factory=list)
    source_etag: str | None = None
    broken: str | None = None
    elsewhere: Any = Reason.HTTP_CLIENT_ERROR
    probed: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    redirected: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    hosts: list[HostRecord] = field(default_factory=list)
    hosts_given: list[HostRecord] = field(default_factory=list)

    def add(self, name: str, answer: Any, date: str | None = None, site: str = SITE) -> str:
        url = site + name
        self.pages[url] = answer
        self.listed.setdefault(site, {})[url] = date
        return url

    def open_fetcher(
        self, settings: FetchSettings, hosts: Iterable[HostRecord] = (), leases: object = None, remember: object = None
    ) -> "FakeFetcher":
        self.hosts_given = list(hosts)
        return FakeFetcher(self)

    async def discover_site(
        self, fetcher: object, site: Any, settings: Any, known: KnownSources
    ) -> AsyncIterator[Candidate | SourceSeen | Skipped]:
        self.known_sources.append(known.validators)
        self.known_feeds.append(list(known.feeds))
        if site.url == self.broken:
            raise RuntimeError("a bug")
        if site.url not in self.listed:
            yield Skipped(source=site.url, url=site.url, stage=Stage.DISCOVER, code=Reason.DNS, detail="unknown host")
            return
        for url, date in self.listed[site.url].items():
            await asyncio.sleep(0)
            yield Candidate(url=url, found_in=site.url + "feed", found_as="feed", date_hint=date)
        yield SourceSeen(
            url=site.url + "feed",
            kind="feed",
            validators=Validators(etag=self.source_etag, last_modified=None),
            candidates=len(self.listed[site.url]),
            unchanged=False,
        )


@dataclass
class FakeFetcher:
    """Answers from the web's pages; an exception instead of an answer is raised."""

    web: FakeWeb

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def fetch(
        self,
        url: str,
        validators: Validators | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        home: str | None = None,
    ) -> Any:
        is_probe = url not in self.web.pages
        if is_probe:
            self.web.probed.append(url)
        else:
            self.web.asked.append((url, validators.etag if validators else None))
        await asyncio.sleep(self.web.delay_s)
        answer = self.web.elsewhere if is_probe else self.web.pages[url]
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Reason):
            return Skipped(
                source=url, url=url, stage=Stage.FETCH, code=answer, detail="as told", status=None, attempts=1
            )
        etag = hashlib.sha256(answer.encode()).hexdigest()
        if validators and validators.etag == etag:
            return NotModified(url=url, attempts=1, response_s=0.0)
        final = self.web.moved.get(url)
        shown = final or self.web.redirected.get(url, url)
        page = Page(body=answer.encode(), source=url, url=shown, status=200, media_type="text/html")
        return Fetched(
            page=page,
            validators=Validators(etag=etag, last_modified=None),
            attempts=1,
            aliases=(url,) if final else (),
            wire_bytes=9,
        )

    async def grants_one(self, url: str) -> bool:
        return False

    def host_records(self) -> list[HostRecord]:
        return self.web.hosts


class Recorder(Watcher):
    """Keeps what a run tells, and may act on it."""

    def __init__(self, on_event: Callable[["Recorder", UrlEvent], None] | None = None) -> None:
        super().__init__()
        self.events: list[UrlEvent] = []
        self.notices: list[str] = []
        self.steps: list[tuple[str, str]] = []
        self._on_event = on_event

    def url_done(self, event: UrlEvent) -> None:
        self.events.append(event)
        if self._on_event:
            self._on_event(self, event)

    def site_step(self, site: str, step: str) -> None:
        self.steps.append((site, step))

    def notice(self, message: str) -> None:
        self.notices.append(message)


@dataclass
class Bench:
    """One state file, one output, and the fake web."""

    folder: Path
    web: FakeWeb = field(default_factory=FakeWeb)

    @property
    def output(self) -> Path:
        return self.folder / "out.jsonl"

    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.output.read_text().splitlines()]

    def settings(self, **changes: Any) -> ScrapeSettings:
        return ScrapeSettings(processes=1, **changes)

    def run(self, *sites: str, watcher: Watcher | None = None, **settings: Any) -> RunSummary:
        return scrape(
            sites or (SITE,),
            state=self.folder / "state.sqlite",
            output=self.output,
            settings=self.settings(**settings),
            watcher=watcher,
        )
