"""``scraper sites``: what the sites of a sites file have to offer."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.exits import FAILURES_OVER_LIMIT, errors_to_exits
from scraper.cli.flag_settings import make_fetch_settings
from scraper.cli.options import fetch_options
from scraper.cli.printable import printable
from scraper.cli.results import show
from scraper.cli.streams import tell

if TYPE_CHECKING:
    from scraper.pipeline import SiteCheck
    from scraper.records import Outcome

_HEAD = ("site", "feeds", "sitemaps", "pages", "robots", "sample article")
_TITLE_CHARS = 60


@click.group(
    epilog="""\b
Examples:
  scraper sites check sites.toml
  scraper scrape --sites sites.toml
"""
)
def sites() -> None:
    """Work with a file of sites."""


@sites.command(
    short_help="Try each site of a file.",
    epilog="""\b
Examples:
  scraper sites check sites.toml

\b
Exit codes:
  0 an article was found on each site, 1 on some not, 2 the file says something wrong
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@fetch_options
def check(file: Path, **flags: Any) -> None:
    """Check a sites file, and tell what is found on each site: feeds, sitemaps, robots.txt, and one article."""
    from scraper import pipeline
    from scraper.sites_file import read_sites_file

    with errors_to_exits():
        named = read_sites_file(file)
        checks = pipeline.check_sites(named.sites, fetch=make_fetch_settings(flags, named))
    show(_format(checks))
    for failure in (failure for done in checks for failure in done.failures):
        tell(printable(f"{failure.url}: {failure.code} ({failure.detail})"))
    sys.exit(0 if all(done.is_good for done in checks) else FAILURES_OVER_LIMIT)


def _format(checks: "Sequence[SiteCheck]") -> str:
    from scraper.cli.tables import format_table

    rows = [_HEAD]
    for done in checks:
        numbers = (str(done.feeds), str(done.sitemaps), str(done.pages))
        rows.append((printable(done.url), *numbers, printable(done.robots), _tell(done.sample)))
    return format_table(rows)


def _tell(sample: "Outcome | None") -> str:
    from scraper.records import Article

    if isinstance(sample, Article):
        title = printable(sample.title or "untitled")
        return f"{title[:_TITLE_CHARS]} ({sample.word_count} words)"
    return f"none: {sample.code}" if sample else "none found"
