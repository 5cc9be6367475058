"""``scraper discover``: what would be fetched from a site, without fetching it."""

import sys
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.exits import NOTHING_SUCCEEDED, errors_to_exits
from scraper.cli.flag_settings import make_discover_settings, make_fetch_settings
from scraper.cli.options import discover_options, fetch_options
from scraper.cli.printable import printable
from scraper.cli.results import show
from scraper.cli.streams import standard_output, tell

if TYPE_CHECKING:
    from scraper.pipeline import Discovery


@click.command(
    short_help="What would be fetched from a site.",
    epilog="""\b
Examples:
  scraper discover https://example.org/
  scraper discover https://example.org/ --since 2026-11-01 --json

\b
Exit codes:
  0 pages were found, 2 usage, 3 none was found
""",
)
@click.argument("url")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, one for each page, as they are found.")
@discover_options
@fetch_options
def discover(url: str, as_json: bool, **flags: Any) -> None:
    """List the pages that scrape would fetch: their dates, and the sources that list them. No article is fetched."""
    from scraper import pipeline

    with errors_to_exits():
        found = pipeline.discover(
            url,
            fetch=make_fetch_settings(flags),
            settings=make_discover_settings(flags),
            on_found=_write_json if as_json else None,
        )
    if not as_json and found.pages:
        show(_format(found))
    for failure in found.failures:
        tell(printable(f"{failure.url}: {failure.code} ({failure.detail})"))
    if not found.pages:
        tell(f"{printable(url)}: no page found")
        sys.exit(NOTHING_SUCCEEDED)


def _write_json(item: object) -> None:
    """Write a page; sources and failures are told at the end."""
    import json

    from scraper.fetch.discover import Candidate

    if isinstance(item, Candidate):
        line = {
            "url": item.url,
            "date": item.date_hint,
            "title": item.title_hint,
            "source": item.found_as,
            "found_in": item.found_in,
        }
        with standard_output():
            click.echo(json.dumps(line))


def _format(found: "Discovery") -> str:
    from scraper.cli.tables import format_table

    rows = [("date", "source", "found in", "url")]
    rows += [
        (printable(page.date_hint or "-")[:16], page.found_as, printable(page.found_in), printable(page.url))
        for page in found.pages
    ]
    read = ", ".join(
        f"{printable(source.url)} ({source.candidates})" for source in found.sources if not source.is_missing
    )
    return f"{format_table(rows)}\n\n{len(found.pages)} pages; read: {read}"
