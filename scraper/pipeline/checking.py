"""Whether sites can be scraped: what is found on each, with one article as a sample."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scraper.errors import FetchError
from scraper.pipeline.arguments import or_default
from scraper.pipeline.cleaning import clean_pages
from scraper.pipeline.discovering import Discovery, discover_with
from scraper.pipeline.event_loop import run_async
from scraper.records import Article, Outcome, Skipped
from scraper.settings import DiscoverSettings, FetchSettings, SiteSettings

if TYPE_CHECKING:
    from scraper.fetch import Fetcher

ENOUGH_PAGES: Final = 200
"""A check looks for no more pages of a site: enough to read its feeds and the newest of its sitemaps."""

SAMPLES: Final = 3
"""So many pages are tried until one is an article: the first may be a video or a page that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck:
    """What was found on one site.

    Attributes:
        feeds: Feeds that were read.
        sitemaps: Sitemaps that were read.
        pages: Pages that may be articles, at most ``ENOUGH_PAGES``.
        robots: ``rules``, ``no rules``, ``crawl-delay N s``, or why robots.txt could not be had.
        sample: A page that was fetched and cleaned; ``None`` where nothing was found to fetch.
        failures: Why the start page or a source that was named could not be used.
    """

    url: str
    feeds: int
    sitemaps: int
    pages: int
    robots: str
    sample: Outcome | None
    failures: tuple[Skipped, ...]

    @property
    def is_good(self) -> bool:
        """Whether an article was found."""
        return isinstance(self.sample, Article)


def check_sites(
    sites: str | SiteSettings | Iterable[str | SiteSettings],
    *,
    fetch: FetchSettings | None = None,
    settings: DiscoverSettings | None = None,
) -> Sequence[SiteCheck]:
    """Look at each site's sources, and fetch and clean one article of it.

    Args:
        sites: Home pages, section pages or feeds, as URLs or with settings of their own; one or several.
        fetch: How to talk to servers.
        settings: What to look for.
    """
    named = [sites] if isinstance(sites, str | SiteSettings) else sites
    planned = [SiteSettings(url=site) if isinstance(site, str) else site for site in named]
    wanted = replace(or_default(settings, DiscoverSettings), limit=ENOUGH_PAGES)
    return run_async(_check_all(planned, or_default(fetch, FetchSettings), wanted))


async def _check_all(
    sites: Sequence[SiteSettings], fetch: FetchSettings, settings: DiscoverSettings
) -> list[SiteCheck]:
    from scraper.fetch import Fetcher

    async with Fetcher(fetch) as fetcher:
        return await asyncio.gather(*(_check(fetcher, site, settings) for site in sites))


async def _check(fetcher: "Fetcher", site: SiteSettings, settings: DiscoverSettings) -> SiteCheck:
    found = await discover_with(fetcher, site, settings)
    kinds = [source.kind for source in found.sources if source.kind != "section"]
    return SiteCheck(
        url=site.url,
        feeds=kinds.count("feed"),
        sitemaps=kinds.count("sitemap"),
        pages=len(found.pages),
        robots=await _robots(fetcher, site.url),
        sample=await _sample(fetcher, site, found),
        failures=found.failures,
    )


async def _robots(fetcher: "Fetcher", url: str) -> str:
    try:
        rules = await fetcher.robots(url)
    except FetchError as error:
        return str(error)
    if rules.crawl_delay_s:
        return f"crawl-delay {rules.crawl_delay_s:g} s"
    return "rules" if rules.patterns else "no rules"


async def _sample(fetcher: "Fetcher", site: SiteSettings, found: Discovery) -> Outcome | None:
    from scraper.fetch import Fetched

    outcome: Outcome | None = None
    for page in found.pages[:SAMPLES]:
        result = await fetcher.fetch(page.url, headers=site.headers, home=site.url)
        if isinstance(result, Fetched):
            outcome = next(
                iter(await asyncio.to_thread(lambda got: list(clean_pages([got], processes=1)), result.page))
            )
        elif isinstance(result, Skipped):
            outcome = result
        if isinstance(outcome, Article):
            break
    return outcome
