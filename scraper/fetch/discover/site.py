"""One site's discovery: home page, feeds, sitemaps, section pages; each candidate once, cheap sources first."""

from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from selectolax.lexbor import LexborHTMLParser

from scraper.errors import FetchError
from scraper.fetch.answers import Accept, Fetched, NotModified, Validators
from scraper.fetch.discover import feeds, sitemaps
from scraper.fetch.discover.found import Candidate, Redated, SourceSeen
from scraper.fetch.discover.links import looks_like_article, looks_like_section, read_links
from scraper.fetch.discover.search import Search, read_aside
from scraper.fetch.fetcher import Fetcher
from scraper.limits import find_excess
from scraper.reasons import Stage
from scraper.records import Skipped
from scraper.settings import DiscoverSettings, SiteSettings
from scraper.urls import host_of

Found: TypeAlias = Candidate | Redated | SourceSeen | Skipped

_GONE: Final = frozenset({404, 410})
MAX_SITEMAPS: Final = 1_000
MAX_SITEMAP_DEPTH: Final = 3
"""FETCH.md, Discovery."""


async def discover_site(
    fetcher: Fetcher,
    site: SiteSettings,
    settings: DiscoverSettings,
    known: Mapping[str, Validators],
    gone: Collection[str] = (),
) -> AsyncIterator[Found]:
    """Yield what a site's sources list, each candidate once, with a note for each source that was looked at.

    Where a further source dates a candidate otherwise, that is told too.

    Args:
        fetcher: Fetches the sources.
        site: Where to start, and what is known of the site's feeds and sitemaps.
        settings: What to look for.
        known: Validators of sources from earlier runs, by URL: a source that did not change lists nothing new.
        gone: Sitemaps of an index that an earlier run found gone: they are not asked for.

    Yields:
        Candidates, notes on sources, and a ``Skipped`` for the start page or a named source that cannot be used.

    Raises:
        UsageError: A pattern of the settings takes too long for an address.
    """
    search = Search(fetcher, site, settings, known, gone)
    search.first_time(site.url)
    # The start page is read in full each time: it is what names the feeds.
    start = await search.fetch(site.url, accept=Accept.ANY)
    if isinstance(start, Skipped):
        yield _at_discovery(start)
    elif isinstance(start, Fetched) and feeds.is_feed(start.page.body):
        async for found in _feed(search, site.url, start):
            yield found
        return
    tree = _parse(start.page.body) if isinstance(start, Fetched) else None
    base = start.page.url or site.url if isinstance(start, Fetched) else site.url
    async for found in _all_feeds(search, tree, base):
        yield found
    async for found in _all_sitemaps(search, base):
        yield found
    if tree is not None and isinstance(start, Fetched):
        async for found in _sections(search, tree, base, start):
            yield found


def _at_discovery(skipped: Skipped) -> Skipped:
    return Skipped(
        source=skipped.source,
        url=skipped.url,
        stage=Stage.DISCOVER,
        code=skipped.code,
        detail=skipped.detail,
        status=skipped.status,
        attempts=skipped.attempts,
    )


async def _all_feeds(search: Search, tree: LexborHTMLParser | None, base: str) -> AsyncIterator[Found]:
    named = [*search.site.feeds, *(feeds.find_feeds(tree, base) if tree else ())]
    guessed = [] if named or tree is None else [host_of(base) + path for path in feeds.USUAL_PATHS]
    for url in [*named, *guessed]:
        if search.is_full or not search.first_time(url):
            continue
        result = await search.get(url)
        if isinstance(result, Skipped):
            if url in search.site.feeds:
                yield _at_discovery(result)
            elif url in named:
                search.tell_unread(result)
            continue
        if isinstance(result, Fetched) and not feeds.is_feed(result.page.body):
            continue
        async for found in _feed(search, url, result):
            yield found
        if url in guessed:
            return


async def _feed(search: Search, url: str, result: Fetched | NotModified) -> AsyncIterator[Found]:
    entries: list[Candidate] = []
    if isinstance(result, Fetched):
        try:
            entries = await read_aside(feeds.read_feed, result.page.body, url, result.page.media_type)
        except FetchError as error:
            yield Skipped(source=url, url=url, stage=Stage.DISCOVER, code=error.code, detail=str(error))
            return
    for entry in entries:
        if found := search.admit(entry):
            yield found
    yield search.seen_source(url, "feed", result, len(entries))


async def _all_sitemaps(search: Search, base: str) -> AsyncIterator[Found]:
    named = [*search.site.sitemaps, *await search.robots_sitemaps(base)]
    guessed = [] if named else [host_of(base) + path for path in sitemaps.USUAL_PATHS]
    waiting = [_Waiting(url, is_wanted=url in search.site.sitemaps) for url in [*named, *guessed]]
    trust = _Trust(search.settings.since)
    looked = 0
    while waiting and looked < MAX_SITEMAPS and not search.is_full:
        at = waiting.pop(0)
        if trust.is_too_old(at.date) or at.url in search.gone or not search.first_time(at.url):
            continue
        looked += 1
        result = await search.get(at.url)
        if isinstance(result, Skipped):
            if told := _unread_sitemap(at, result):
                yield told
            elif at.url not in guessed:
                search.tell_unread(result)
            continue
        listed = sitemaps.Sitemap((), ())
        if isinstance(result, Fetched):
            try:
                listed = await read_aside(sitemaps.read_sitemap, result.page.body, at.url)
            except FetchError as error:
                if at.is_wanted:
                    yield Skipped(source=at.url, url=at.url, stage=Stage.DISCOVER, code=error.code, detail=str(error))
                continue
        # An index is not remembered: its children must be asked each on their own.
        children = sorted(listed.children, key=lambda child: child.date or "", reverse=True)
        if at.depth < MAX_SITEMAP_DEPTH:
            waiting = [_Waiting(child.url, at.depth + 1, child.date) for child in children] + waiting
        trust.check(at.date, listed.pages)
        for found in _listed(search, at.url, sitemaps.drop_old_news(listed.pages, by_date=not search.settings.since)):
            yield found
        if not children:
            yield search.seen_source(at.url, "sitemap", result, len(listed.pages))


def _unread_sitemap(at: "_Waiting", result: Skipped) -> Found | None:
    if at.is_wanted:
        return _at_discovery(result)
    if at.depth and result.status in _GONE:
        return SourceSeen(url=at.url, kind="gone", validators=Validators(), candidates=0, unchanged=False)
    return None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A sitemap to be read: how deep it was found, and what its index says of its date."""

    url: str
    depth: int = 0
    date: str | None = None
    is_wanted: bool = False


@dataclass(slots=True)
class _Trust:
    """Whether an index dates its sitemaps rightly: only then old ones may be left out unread (FETCH.md, Sitemaps)."""

    since: str | None
    is_proved: bool = False
    is_refuted: bool = False

    def check(self, date: str | None, pages: Iterable[sitemaps.SitemapEntry]) -> None:
        """Hold an index' date for a sitemap to the newest date in it."""
        newest = max((page.date for page in pages if page.date), default=None)
        if date and newest:
            self.is_proved = self.is_proved or newest[:10] <= date[:10]
            self.is_refuted = self.is_refuted or newest[:10] > date[:10]

    def is_too_old(self, date: str | None) -> bool:
        """Tell whether a sitemap of that date can hold nothing that is wanted."""
        known = self.is_proved and not self.is_refuted
        return bool(known and self.since and date and date[:10] < self.since[:10])


def _listed(search: Search, url: str, pages: Iterable[sitemaps.SitemapEntry]) -> Iterable[Candidate | Redated]:
    """Sitemaps list sections too: what looks like neither article nor dated news is left to the section pages."""
    for page in sorted(pages, key=lambda page: page.date or "", reverse=True):
        if not looks_like_article(page.url) and page.title is None and looks_like_section(page.url):
            continue
        candidate = Candidate(
            url=page.url, found_in=url, found_as="sitemap", date_hint=page.date, title_hint=page.title
        )
        if found := search.admit(candidate):
            yield found


async def _sections(search: Search, tree: LexborHTMLParser, url: str, start: Fetched) -> AsyncIterator[Found]:
    """Follow section pages breadth first; a site whose sources listed articles is looked at one level deep."""
    has_sources = bool(search.given)
    max_depth = 0 if has_sources else search.settings.max_depth
    waiting: list[tuple[str, int]] = []
    pages = 0
    current: tuple[LexborHTMLParser, str, int, Fetched] | None = (tree, url, 0, start)
    while current is not None and not search.is_full:
        page_tree, address, depth, result = current
        links = read_links(page_tree, address)
        fresh = [Candidate(url=link, found_in=address, found_as="section") for link in links.articles]
        for candidate in fresh:
            if found := search.admit(candidate):
                yield found
        yield search.seen_source(address, "section", result, len(fresh))
        if depth < max_depth:
            waiting.extend((link, depth + 1) for link in links.sections)
        pages += 1
        current = await _next_section(search, waiting) if pages < search.settings.max_pages else None


async def _next_section(
    search: Search, waiting: list[tuple[str, int]]
) -> tuple[LexborHTMLParser, str, int, Fetched] | None:
    while waiting:
        url, depth = waiting.pop(0)
        if not search.first_time(url):
            continue
        result = await search.fetch(url)
        if isinstance(result, Skipped):
            search.tell_unread(result)
        tree = _parse(result.page.body) if isinstance(result, Fetched) else None
        if tree is not None and isinstance(result, Fetched):
            return tree, result.page.url or url, depth, result
    return None


def _parse(body: bytes) -> LexborHTMLParser | None:
    """Parse a page for its links; None for one that the parser would not get through."""
    return None if find_excess(body) else LexborHTMLParser(body)
