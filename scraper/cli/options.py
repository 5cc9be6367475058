"""Flags that several commands share, and the settings that they become."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from scraper.cli.completion import complete_site_key
from scraper.settings import DiscoverSettings, FetchSettings

if TYPE_CHECKING:
    from scraper.sites_file import SitesFile

_FETCHING: Final = FetchSettings()
_DISCOVERY: Final = DiscoverSettings()
_F = TypeVar("_F", bound=Callable[..., Any])


class _Network(click.ParamType[Any]):
    name = "cidr"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return ip_network(value)
        except ValueError:
            self.fail(f"{value!r} is no network: write it as 127.0.0.0/8 or 10.1.2.3", param, ctx)


class _Pattern(click.ParamType[Any]):
    name = "regex"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return re.compile(value)
        except (re.error, OverflowError, RecursionError) as exc:  # a count beyond all numbers, brackets without end
            self.fail(f"{value!r} is no regular expression: {exc}", param, ctx)


class _Day(click.ParamType[Any]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no date: write it as 2026-11-23", param, ctx)


class _StateFile(click.Path):
    """The state file of earlier runs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not Path(value).exists():
            self.fail(
                f"no state file {str(value)!r} here: name the one that `scraper scrape --state` has made", param, ctx
            )
        return super().convert(value, param, ctx)


_FETCH = (
    click.option(
        "--delay",
        type=click.FloatRange(0),
        metavar="SECONDS",
        help=f"Least pause between requests to one host.  [default: {_FETCHING.delay_s:g}]",
    ),
    click.option(
        "--concurrency",
        type=click.IntRange(1),
        metavar="N",
        help=f"Requests in flight, over all hosts.  [default: {_FETCHING.concurrency}]",
    ),
    click.option(
        "--user-agent",
        metavar="TEXT",
        help=f"Name to give to servers; robots.txt rules are matched with it.  [default: {_FETCHING.user_agent}]",
    ),
    click.option(
        "--contact",
        metavar="TEXT",
        help="Mail address or URL that a site's owner can write to; becomes part of the user agent.",
    ),
    click.option(
        "--allow-private",
        type=_Network(),
        multiple=True,
        metavar="CIDR",
        help="Network that is not public and may be dialled too: 127.0.0.0/8, 10.0.0.0/8... May be given several times.",
    ),
    click.option(
        "--insecure-host",
        multiple=True,
        metavar="HOST",
        help="Host whose TLS certificate is not checked. May be given several times.",
    ),
    click.option(
        "--proxy", metavar="URL", help="HTTP proxy for all requests; private addresses are then its business."
    ),
    click.option(
        "--cookies",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        multiple=True,
        metavar="FILE",
        help="Cookies to start with, in Netscape's format. May be given several times.",
    ),
    click.option("--ignore-robots", is_flag=True, help="Fetch what robots.txt forbids."),
    click.option(
        "--robots-denial-forbids",
        is_flag=True,
        help="Fetch nothing where robots.txt answers 401 or 403 (RFC 9309: all).",
    ),
)
_DISCOVER = (
    click.option(
        "--limit", type=click.IntRange(1), metavar="N", help="Fetch at most so many pages of each site in this run."
    ),
    click.option("--since", type=_Day(), metavar="DATE", help="Leave out what its source dates earlier: 2026-11-23."),
    click.option(
        "--include",
        type=_Pattern(),
        multiple=True,
        metavar="REGEX",
        help="Only URLs that match it. May be given several times: one must match.",
    ),
    click.option(
        "--exclude",
        type=_Pattern(),
        multiple=True,
        metavar="REGEX",
        help="No URLs that match it. May be given several times.",
    ),
    click.option(
        "--max-depth",
        type=click.IntRange(0),
        metavar="N",
        help=f"Follow section pages so many links deep.  [default: {_DISCOVERY.max_depth}]",
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(1),
        metavar="N",
        help=f"Read at most so many section pages of each site.  [default: {_DISCOVERY.max_pages}]",
    ),
)


_STATE = click.option(
    "--state",
    type=_StateFile(path_type=Path),
    default=Path("scraper.sqlite"),
    show_default=True,
    help="File that a run remembers in, or the folder of runs on several workers.",
)
_SITE_KEY = click.option(
    "--site-key",
    metavar="KEY",
    default="host",
    show_default=True,
    shell_complete=complete_site_key,
    help="Which pages are one site, for what it repeats: those of a 'host', of a 'domain' with all its hosts, of a 'path' (host and"
    " first folder, for blog platforms), or a regular expression whose groups name the site.",
)


def state_option(command: _F) -> _F:
    """Give a command the flag for what earlier runs remember."""
    return _STATE(command)


_QUIET = click.option(
    "-q",
    "--quiet",
    is_flag=True,
    help="Tell nothing of single pages; counts, warnings and errors stay.",
)


def quiet_option(command: _F) -> _F:
    """Give a command the flag that keeps single pages off standard error."""
    return _QUIET(command)


def site_key_option(command: _F) -> _F:
    """Give a command the flag for what a site is."""
    return _SITE_KEY(command)


_ENGINE: Final = (
    click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        help="Processes that share the work, one processor each.  [default with --engine: one a processor]",
    ),
    click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        help="What spreads the work: processes of this machine, or Dask (extra: dask).  [default with --workers: local]",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Dask cluster that runs already, such as tcp://host:8786; without it, one is started on this machine.",
    ),
)


_PARTS: Final = (
    click.option(
        "--format",
        "form",
        type=click.Choice(["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]),
        help="Of the parts in a folder.  [default: jsonl]",
    ),
    click.option(
        "--partition",
        type=click.Choice(["site", "date"]),
        help="Gather the parts in folders, site=... or date=... (of publication, else of fetching), as data sets have them.",
    ),
    click.option(
        "--shard-pages",
        type=click.IntRange(1),
        metavar="N",
        help="Pages that are one task, and one part: what a lost worker costs.  [default: 500]",
    ),
)


def _give(options: Sequence[Callable[[_F], _F]], command: _F) -> _F:
    """Give a command options, so that its help lists them in their order."""
    for option in reversed(options):
        command = option(command)
    return command


def parts_options(command: _F) -> _F:
    """Give a command the flags of writing a folder of parts."""
    return _give(_PARTS, command)


def engine_options(command: _F) -> _F:
    """Give a command the flags of spreading its work."""
    return _give(_ENGINE, command)


def fetch_options(command: _F) -> _F:
    """Give a command the flags of fetching."""
    return _give(_FETCH, command)


def discover_options(command: _F) -> _F:
    """Give a command the flags of discovery."""
    return _give(_DISCOVER, command)


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
            proxy=_check_proxy(flags["proxy"]),
            cookie_files=(*flags["cookies"], *(sites.cookie_files if sites else ())),
        )
    )


def make_discover_settings(flags: dict[str, Any]) -> DiscoverSettings:
    """Return what the flags ask for; a flag that was not given leaves the default."""
    names = ("limit", "since", "include", "exclude", "max_depth", "max_pages")
    return DiscoverSettings(**_given(**{name: flags[name] for name in names}))


def _check_proxy(url: str | None) -> str | None:
    from scraper.errors import UsageError
    from scraper.urls import hide_user

    if url is not None and not re.match(r"https?://[^/]", url):
        raise UsageError(f"--proxy {hide_user(url)!r}: write it as http://proxy.example:3128")
    return url


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
