"""Flags that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from scraper.cli.completion import complete_site_key
from scraper.cli.parameter_types import AGENT, DAY, HOST, NETWORK, PATTERN, PAUSE, STATE_FILE
from scraper.reasons import PageClass
from scraper.settings import DiscoverSettings, FetchSettings

_FETCHING: Final = FetchSettings()
_DISCOVERY: Final = DiscoverSettings()
# Articles are kept anyway; the others have no text, or that of other pages.
_NEVER_ALSO: Final = frozenset({PageClass.ARTICLE, PageClass.EMPTY, PageClass.REPEATED})
_F = TypeVar("_F", bound=Callable[..., Any])


def _together(*options: Callable[[_F], _F]) -> Callable[[_F], _F]:
    """Make one decorator of several options; a command's help lists them in this order."""

    def give(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return give


def page_options(default: str) -> Callable[[_F], _F]:
    """Return the flags of a command that writes one HTML page, by default to a file of this name."""
    return _together(
        click.option(
            "-o",
            "--output",
            type=click.Path(dir_okay=False, path_type=Path),
            default=Path(default),
            show_default=True,
            help="File to write.",
        ),
        click.option("--open", "opens", is_flag=True, help="Show it in the browser."),
    )


fetch_options: Final = _together(
    click.option(
        "--delay",
        type=PAUSE,
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
        type=AGENT,
        metavar="TEXT",
        help=f"Name sent to servers, and matched against the rules of robots.txt.  [default: {_FETCHING.user_agent}]",
    ),
    click.option(
        "--contact",
        metavar="TEXT",
        help="Mail address or URL that a site's owner can write to; becomes part of the user agent.",
    ),
    click.option(
        "--allow-private",
        type=NETWORK,
        multiple=True,
        metavar="CIDR",
        help="Network that is not public and may be dialled too: 127.0.0.0/8, 10.0.0.0/8... May be given several times.",
    ),
    click.option(
        "--insecure-host",
        type=HOST,
        multiple=True,
        metavar="HOST",
        help="Host whose TLS certificate is not checked, on any port. May be given several times.",
    ),
    click.option(
        "--proxy", metavar="URL", help="HTTP proxy for all requests; private addresses are then up to the proxy."
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
"""How pages are fetched."""
discover_options: Final = _together(
    click.option(
        "--limit", type=click.IntRange(1), metavar="N", help="Fetch at most this many pages of each site in this run."
    ),
    click.option(
        "--since",
        type=DAY,
        metavar="DATE",
        help="Skip what its source, or the article itself, dates before this day: 2026-11-23.",
    ),
    click.option(
        "--include",
        type=PATTERN,
        multiple=True,
        metavar="REGEX",
        help="Fetch only URLs that match. May be given several times: one must match.",
    ),
    click.option(
        "--exclude",
        type=PATTERN,
        multiple=True,
        metavar="REGEX",
        help="Do not fetch URLs that match. May be given several times.",
    ),
    click.option(
        "--max-depth",
        type=click.IntRange(0),
        metavar="N",
        help=f"Follow section pages this many links deep.  [default: {_DISCOVERY.max_depth}]",
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(1),
        metavar="N",
        help=f"Read at most this many section pages of each site.  [default: {_DISCOVERY.max_pages}]",
    ),
)
"""Which pages of a site are fetched."""
engine_options: Final = _together(
    click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        help="Processes that share the work, one processor each.  [default with --engine: one per processor]",
    ),
    click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        help="What does the work: processes of this machine, or Dask (extra: dask).  [default with --workers: local]",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Address of a running Dask cluster, such as tcp://host:8786; without it, one is started on this machine.",
    ),
)
"""What spreads the work."""
parts_options: Final = _together(
    click.option(
        "--format",
        "form",
        type=click.Choice(["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]),
        help="Format of the parts in the folder.  [default: jsonl]",
    ),
    click.option(
        "--partition",
        type=click.Choice(["site", "date"]),
        help="Put the parts into folders, site=... or date=... (of publication, else of fetching), as data sets have them.",
    ),
    click.option(
        "--shard-pages",
        type=click.IntRange(1),
        metavar="N",
        help="Pages in one task, and in one part: the work that a lost worker costs.  [default: 500]",
    ),
)
"""How a folder of parts is written."""
state_option: Final = click.option(
    "--state",
    type=STATE_FILE,
    default=Path("scraper.sqlite"),
    show_default=True,
    help="State file of earlier runs, or the folder of runs with several workers.",
)
"""What earlier runs remember."""
site_key_option: Final = click.option(
    "--site-key",
    metavar="KEY",
    default="host",
    show_default=True,
    shell_complete=complete_site_key,
    help="Which pages count as one site: those of a 'host', of a 'domain' with all its hosts, of a 'path' (host and first folder,"
    " for blog platforms), or a regular expression whose groups name the site. What they repeat is left out.",
)
"""What a site is."""
reading_options: Final = _together(
    click.option(
        "--url-map",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="CSV with path,url[,date] for pages that do not say where they come from.",
    ),
    click.option("--html-column", metavar="NAME", help="Column of a table (JSON lines, CSV) that holds the page."),
    click.option("--url-column", metavar="NAME", help="Column that holds its address."),
    click.option("--date-column", metavar="NAME", help="Column that says when it was fetched."),
)
"""How saved pages are read."""
also_option: Final = click.option(
    "--also",
    type=click.Choice([name.value for name in PageClass if name not in _NEVER_ALSO]),
    multiple=True,
    help="Keep pages of this class as records, too; by default only articles are kept. May be given several times.",
)
"""Which pages become records."""
quiet_option: Final = click.option(
    "-q",
    "--quiet",
    is_flag=True,
    help="Do not report single pages; counts, warnings and errors are still shown.",
)
"""Whether single pages are told of."""
