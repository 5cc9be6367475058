"""One site's discovery: home page, feeds, sitemaps, section pages; each candidate once, cheap sources first."""

import logging
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, TypeAlias

from selectolax.lexbor import LexborHTMLParser

from scraper.charset import decode_html
from scraper.errors import FetchError
from scraper.fetch.answers import Accept, Fetched, FetchResult, NotModified
from scraper.fetch.discover import feeds, sitemaps
from scraper.fetch.discover.dates import as_iso
from scraper.fetch.discover.found import Candidate, KnownSources, Redated, SourceSeen
from scraper.fetch.discover.links import looks_like_article, looks_like_section, read_links
from scraper.fetch.discover.search import Search, read_aside
from scraper.fetch.discover.unread import at_discovery, broken, no_feed, no_page
from scraper.fetch.fetcher import Fetcher
from scraper.limits import find_excess
from scraper.magic import binary_kind
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.settings import DiscoverSettings, SiteSettings
from scraper.urls import host_of

Found: TypeAlias = Candidate | Redated | SourceSeen | Skipped

_GONE: Final = frozenset({404, 410})
MAX_SITEMAPS: Final = 1_000
MAX_SITEMAP_DEPTH: Final = 3
"""FETCH.md, Discovery."""

MAX_FEEDS: Final = 100
"""Of those that a start page names, or earlier runs have read: with a second between them more take longer than many a run
(2026-11-27)."""

_log: Final = logging.getLogger(__name__)


async def discover_site(
    fetcher: Fetcher,
    site: SiteSettings,
    settings: DiscoverSettings,
    known: KnownSources,
) -> AsyncIterator[Found]:
    """Yield what a site's sources list, each candidate once, with a note for each source that was looked at.

    Where a further source dates a candidate otherwise, that is told too.

    Args:
        fetcher: Fetches the sources.
        site: Where to start, and what is known of the site's feeds and sitemaps.
        settings: What to look for.
        known: What earlier runs remember of the sources.

    Yields:
        Candidates, notes on sources, and a ``Skipped`` for the start page or a named source that cannot be used.

    Raises:
        UsageError: A pattern of the settings takes too long for an address.
    """
    search = Search(fetcher, site, settings, known)
    search.first_time(site.url)
    # The start page is read in full each time: it is what names the feeds.
    start = await search.fetch(site.url, accept=Accept.ANY)
    if isinstance(start, Fetched) and feeds.is_feed(start.page.body):
        async for found in _feed(search, site.url, start):
            yield found
        return
    elif isinstance(start, Fetched) and sitemaps.is_sitemap(start.page.body):
        async for found in _sitemaps(search, [_Waiting(site.url, is_wanted=True, read=start)]):
            yield found
        return
    if isinstance(start, Fetched):
        start = no_page(site.url, start) or start
    if isinstance(start, Skipped):
        yield at_discovery(start)
    search.is_up = isinstance(start, Fetched)
    tree = _parse(start.page) if isinstance(start, Fetched) else None
    base = start.page.url or site.url if isinstance(start, Fetched) else site.url
    has_answered = not isinstance(start, Skipped) or start.status is not None
    async for found in _all_feeds(search, tree, base, search.known.feeds if has_answered else ()):
        yield found
    async for found in _all_sitemaps(search, base):
        yield found
    if tree is not None and isinstance(start, Fetched):
        async for found in _sections(search, tree, base, start):
            yield found


async def _all_feeds(
    search: Search, tree: LexborHTMLParser | None, base: str, remembered: Iterable[str]
) -> AsyncIterator[Found]:
    # A page that stands before the site for an hour names none; those of an earlier run may list articles all the same.
    own = _named_feeds(tree, base)
    told = [*search.site.feeds, *own]
    named = [*told, *(() if own else islice(remembered, MAX_FEEDS))]
    guesses = [] if tree is None else _guess(search, base, feeds.USUAL_PATHS)
    guessed = [url for url in guesses if url not in named]
    has_named = False
    for url in [*named, *guessed]:
        if search.is_full or (has_named and url in guessed) or not search.first_time(url):
            continue
        result = await search.get(url)
        if isinstance(result, Fetched) and not feeds.is_feed(result.page.body):
            if url in search.site.feeds or (url in named and binary_kind(result.page.body)):
                yield no_feed(url, result)
            elif url in guessed:
                yield search.missing(url, "absent")
            continue
        # What was named and is no feed, as the JSON of its API that WordPress names, is none; what failed may be one.
        has_named = has_named or url in told or (url in named and not isinstance(result, Skipped))
        if isinstance(result, Skipped):
            if note := _unread_feed(search, url, result, is_told=url in told, is_guess=url in guessed):
                yield note
            continue
        async for found in _feed(search, url, result):
            yield found
        if url in guessed:
            return


def _unread_feed(search: Search, url: str, unread: Skipped, *, is_told: bool, is_guess: bool) -> Found | None:
    if url in search.site.feeds:
        return at_discovery(unread)
    if not is_told and search.is_up and unread.status in _GONE:
        return search.missing(url, "absent")
    if not is_guess:
        search.tell_unread(unread)
    return None


def _named_feeds(tree: LexborHTMLParser | None, base: str) -> list[str]:
    named = feeds.find_feeds(tree, base) if tree else []
    if len(named) > MAX_FEEDS:
        _log.warning("feeds left out url=%s named=%d read=%d", base, len(named), MAX_FEEDS)
    return named[:MAX_FEEDS]


def _guess(search: Search, base: str, paths: Iterable[str]) -> list[str]:
    """Return the addresses where sites usually have such sources, but for those where an earlier run found nothing."""
    return [url for path in paths if (url := host_of(base) + path) not in search.known.absent]


async def _feed(search: Search, url: str, result: Fetched | NotModified) -> AsyncIterator[Found]:
    entries: list[Candidate] = []
    if isinstance(result, Fetched):
        try:
            entries = await read_aside(feeds.read_feed, result.page.body, _base_of(result, url), result.page.media_type)
        except FetchError as error:
            yield broken(url, result, error)
            return
    for entry in entries:
        if found := search.admit(replace(entry, found_in=url)):
            yield found
    yield search.seen_source(url, "feed", result, len(entries))


def _base_of(source: Fetched, url: str) -> str:
    """Return what a source's relative addresses are relative to: where redirects ended (RFC 3986, section 5.1.3)."""
    return source.page.url or url


async def _all_sitemaps(search: Search, base: str) -> AsyncIterator[Found]:
    named = [*search.site.sitemaps, *await search.robots_sitemaps(base)]
    guessed = [] if named else _guess(search, base, sitemaps.USUAL_PATHS)
    waiting = [_Waiting(url, is_wanted=url in search.site.sitemaps) for url in named]
    waiting += [_Waiting(url, is_guess=True) for url in guessed]
    async for found in _sitemaps(search, waiting):
        yield found


async def _sitemaps(search: Search, waiting: "list[_Waiting]") -> AsyncIterator[Found]:
    """Read sitemaps and those that they name, the children of an index before what stands after it."""
    trust = _Trust(search.settings.since)
    looked = 0
    while waiting and looked < MAX_SITEMAPS and not search.is_full:
        at = waiting.pop(0)
        is_gone = at.depth > 0 and at.url in search.known.gone
        if trust.is_too_old(at.date) or is_gone or not (at.read or search.first_time(at.url)):
            continue
        looked += 1
        result = at.read or await search.get(at.url)
        if isinstance(result, Fetched) and feeds.is_feed(result.page.body):  # sitemaps.org 0.9, "Syndication feed"
            async for found in _feed(search, at.url, result):
                yield found
            continue
        listed = await _list(result, at.url)
        if isinstance(listed, Skipped):
            if told := _unread_sitemap(search, at, listed):
                yield told
            continue
        # An index is not remembered: its children must be asked each on their own.
        children = sorted(listed.children, key=lambda child: child.date or "", reverse=True)
        if at.depth < MAX_SITEMAP_DEPTH:
            waiting = [_Waiting(child.url, at.depth + 1, child.date) for child in children] + waiting
        trust.check(at.date, listed.pages)
        for found in _listed(search, at.url, sitemaps.drop_old_news(listed.pages, by_date=not search.settings.since)):
            yield found
        if not children and not isinstance(result, Skipped):
            yield search.seen_source(at.url, "sitemap", result, len(listed.pages))
    if waiting and looked == MAX_SITEMAPS:
        _log.warning("sitemaps left out url=%s left=%d read=%d", search.site.url, len(waiting), looked)


async def _list(result: FetchResult, url: str) -> sitemaps.Sitemap | Skipped:
    """Return what a sitemap lists, nothing where it did not change, or why it cannot be read."""
    if isinstance(result, Skipped):
        return result
    if isinstance(result, NotModified):
        return sitemaps.Sitemap((), ())
    try:
        return await read_aside(sitemaps.read_sitemap, result.page.body, _base_of(result, url))
    except FetchError as error:
        return broken(url, result, error)


def _unread_sitemap(search: Search, at: "_Waiting", unread: Skipped) -> Found | None:
    if at.is_wanted:
        return at_discovery(unread)
    is_missing = unread.status in _GONE
    if at.is_guess:
        is_missing = search.is_up and (is_missing or unread.code is Reason.UNDECODABLE)
        return search.missing(at.url, "absent") if is_missing else None
    if at.depth and is_missing:
        return search.missing(at.url, "gone")
    search.tell_unread(unread)
    return None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A sitemap to be read: how deep it was found, what its index says of its date, and what it is where it was fetched before."""

    url: str
    depth: int = 0
    date: str | None = None
    is_wanted: bool = False
    is_guess: bool = False
    read: Fetched | None = None


@dataclass(slots=True)
class _Trust:
    """Whether an index dates its sitemaps rightly: only then old ones may be left out unread (FETCH.md, Sitemaps)."""

    since: str | None
    is_proved: bool = False
    is_refuted: bool = False

    def check(self, date: str | None, pages: Iterable[sitemaps.SitemapEntry]) -> None:
        """Hold an index' date for a sitemap to the newest date in it."""
        newest, date = as_iso(max((page.date for page in pages if page.date), default=None)), as_iso(date)
        if date and newest:
            self.is_proved = self.is_proved or newest[:10] <= date[:10]
            self.is_refuted = self.is_refuted or newest[:10] > date[:10]

    def is_too_old(self, date: str | None) -> bool:
        """Tell whether a sitemap of that date can hold nothing that is wanted."""
        known, date = self.is_proved and not self.is_refuted, as_iso(date)
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
        tree = _parse(result.page) if isinstance(result, Fetched) else None
        if tree is not None and isinstance(result, Fetched):
            return tree, result.page.url or url, depth, result
    return None


def _parse(page: Page) -> LexborHTMLParser | None:
    """Parse a page for its links; None for one that the parser would not get through."""
    return None if find_excess(page.body) else LexborHTMLParser(decode_html(page.body, page.http_charset).content)
