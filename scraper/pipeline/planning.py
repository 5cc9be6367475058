"""From what the caller named to one plan for each site."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from scraper.errors import UsageError
from scraper.settings import SiteSettings
from scraper.urls import hide_user, site_of, typed_url_key, url_key


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """What one site's run is to do.

    Attributes:
        name: What its events are counted under.
        group: What the frontier keeps its URLs under.
        pages: The pages to fetch; when ``None``, they are looked for.
    """

    name: str
    group: str
    site: SiteSettings
    pages: Sequence[str] | None = None


def plan_sites(sites: Iterable[str | SiteSettings]) -> Sequence[SitePlan]:
    """Return a plan for each site; one that is named twice is run once.

    Raises:
        UsageError: A site's URL is none.
    """
    by_group: dict[str, SiteSettings] = {}
    for item in sites:
        site = SiteSettings(url=item) if isinstance(item, str) else item
        by_group.setdefault(_check(site.url), site)
    names = Counter(site_of(site.url) for site in by_group.values())
    return [
        SitePlan(name=site_of(site.url) if names[site_of(site.url)] == 1 else site.url, group=group, site=site)
        for group, site in by_group.items()
    ]


def plan_pages(pages: Iterable[str | SiteSettings]) -> Sequence[SitePlan]:
    """Return a plan for each host that the pages are on; what is no URL stays, to be told about as skipped."""
    by_group: dict[str, list[str]] = {}
    settings: dict[str, SiteSettings] = {}
    for item in pages:
        site = SiteSettings(url=item) if isinstance(item, str) else item
        group = group_of(site.url)
        settings.setdefault(group, site)
        by_group.setdefault(group, []).append(site.url)
    return [_plan_host(group, urls, settings) for group, urls in by_group.items()]


def _plan_host(group: str, urls: Sequence[str], settings: Mapping[str, SiteSettings]) -> SitePlan:
    try:
        name = site_of(urls[0])
    except ValueError:
        name = "-"
    return SitePlan(name=name, group=group, site=settings[group], pages=urls)


def _check(url: str) -> str:
    if (shown := hide_user(url)) != url:
        raise UsageError(f"{shown!r} has a user name in it: give cookies (--cookies) or headers (sites file) instead")
    try:
        return typed_url_key(url)
    except ValueError as exc:
        raise UsageError(str(exc)) from exc


def group_of(url: str) -> str:
    """The home page's key, so that a later run over the whole site tries again what failed here."""
    try:
        return url_key(urljoin(url, "/"))
    except ValueError:
        return ""
