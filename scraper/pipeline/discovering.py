"""What would be fetched from a site, without fetching it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from scraper.errors import UsageError
from scraper.pipeline.arguments import or_default
from scraper.pipeline.event_loop import run_async
from scraper.records import Skipped
from scraper.settings import DiscoverSettings, FetchSettings, SiteSettings, narrow_discovery
from scraper.urls import typed_url_key

if TYPE_CHECKING:
    from scraper.fetch import Fetcher
    from scraper.fetch.discover import Candidate, SourceSeen

    Found: TypeAlias = Candidate | SourceSeen | Skipped

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What one site's sources list.

    Attributes:
        pages: Pages that may be articles, each once, in the order of their sources.
        sources: Feeds, sitemaps and section pages that were looked at.
        failures: Why the start page or a source that was named could not be used.
    """

    pages: tuple["Candidate", ...]
    sources: tuple["SourceSeen", ...]
    failures: tuple[Skipped, ...]


def discover(
    site: str | SiteSettings,
    *,
    fetch: FetchSettings | None = None,
    settings: DiscoverSettings | None = None,
    on_found: "Callable[[Found], None] | None" = None,
) -> Discovery:
    """Look through a site's feeds, sitemaps and section pages; articles are not fetched.

    Args:
        site: Home page, section page or feed, as a URL or with settings of its own.
        fetch: How to talk to servers.
        settings: What to look for.
        on_found: Hears of each thing as it is found.

    Raises:
        UsageError: The site is no URL.
    """
    site = SiteSettings(url=site) if isinstance(site, str) else site
    try:
        typed_url_key(site.url)
    except ValueError as exc:
        raise UsageError(str(exc)) from exc
    fetching, wanted = or_default(fetch, FetchSettings), or_default(settings, DiscoverSettings)
    return run_async(_discover(site, fetching, wanted, on_found))


async def _discover(
    site: SiteSettings,
    fetch: FetchSettings,
    settings: DiscoverSettings,
    on_found: "Callable[[Found], None] | None",
) -> Discovery:
    from scraper.fetch import Fetcher

    async with Fetcher(fetch) as fetcher:
        return await discover_with(fetcher, site, settings, on_found)


async def discover_with(
    fetcher: "Fetcher",
    site: SiteSettings,
    settings: DiscoverSettings,
    on_found: "Callable[[Found], None] | None" = None,
) -> Discovery:
    """Do what ``discover`` does, with a fetcher that is open already."""
    from scraper.fetch.discover import Candidate, KnownSources, Redated, SourceSeen, discover_site

    found: list[Found] = []
    async for item in discover_site(fetcher, site, narrow_discovery(settings, site), KnownSources()):
        if isinstance(item, Redated):  # for the frontier: the page was told before
            continue
        found.append(item)
        if on_found:
            on_found(item)
    return Discovery(
        pages=tuple(item for item in found if isinstance(item, Candidate)),
        sources=tuple(item for item in found if isinstance(item, SourceSeen)),
        failures=tuple(item for item in found if isinstance(item, Skipped)),
    )
