"""Flags that several commands share, made into the settings of fetching, discovery, reading and cleaning."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scraper.reasons import PageClass
from scraper.settings import CleanSettings, DiscoverSettings, FetchSettings, ReadSettings

if TYPE_CHECKING:
    from scraper.sites_file import SitesFile


def make_fetch_settings(flags: dict[str, Any], sites: "SitesFile | None" = None) -> FetchSettings:
    """Return what the flags and the sites file ask for; a flag that was not given leaves the default."""
    return FetchSettings(
        **_given(
            user_agent=flags["user_agent"],
            contact=flags["contact"],
            delay_s=flags["delay"],
            site_delays_s=sites.delays_s if sites else None,
            concurrency=flags["concurrency"],
            allow_private=flags["allow_private"],
            insecure_hosts=flags["insecure_host"],
            ignore_robots=flags["ignore_robots"],
            robots_denial_forbids=flags["robots_denial_forbids"],
            proxy=check_proxy(flags["proxy"]),
            cookie_files=(*flags["cookies"], *(sites.cookie_files if sites else ())),
        )
    )


def make_discover_settings(flags: dict[str, Any]) -> DiscoverSettings:
    """Return what the flags ask for; a flag that was not given leaves the default."""
    names = ("limit", "since", "include", "exclude", "max_depth", "max_pages")
    return DiscoverSettings(**_given(**{name: flags[name] for name in names}))


def make_clean_settings(flags: dict[str, Any]) -> CleanSettings:
    """Return what the flags ask for: articles, and what pages of other classes say."""
    return CleanSettings(page_classes=frozenset({PageClass.ARTICLE, *map(PageClass, flags["also"])}))


def make_read_settings(flags: dict[str, Any]) -> ReadSettings:
    """Return what the flags ask for.

    Raises:
        UsageError: The table of addresses cannot be used.
    """
    from scraper.read import read_url_map

    urls, dates = read_url_map(flags["url_map"]) if flags["url_map"] else ({}, {})
    columns = {name: flags[name] for name in ("html_column", "url_column", "date_column")}
    return ReadSettings(url_map=urls, date_map=dates, **columns)


def check_proxy(url: str | None) -> str | None:
    """Return a proxy's address as it was given.

    Raises:
        UsageError: It is no address of a proxy; the message hides a password in it.
    """
    from scraper.errors import UsageError
    from scraper.urls import hide_user

    if url is not None and not _is_address(url):
        raise UsageError(f"--proxy {hide_user(url)!r}: write it as http://proxy.example:3128")
    return url


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets, or a port beyond 65535
        return False


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
