"""``scraper failed``: the URLs that gave no article."""

from pathlib import Path

import click

from scraper.cli.exits import errors_to_exits
from scraper.cli.options import state_option
from scraper.cli.printable import printable
from scraper.cli.results import show
from scraper.reasons import Reason


@click.command(
    short_help="URLs without an article, and why.",
    epilog="""\b
Examples:
  scraper failed --state scraper.sqlite
  scraper failed --reason timeout
  scraper failed | cut -f 1 | sort | uniq -c              how many of each reason

\b
Exit codes:
  0 also when there are none, 2 usage, 4 state unusable
""",
)
@state_option
@click.option("--reason", type=click.Choice([reason.value for reason in Reason]), help="Only those with this reason.")
def failed(state: Path, reason: str | None) -> None:
    """List the URLs whose last fetch gave no article: reason, URL, detail and time, separated by tabs.

    Among them are start pages, feeds and sitemaps that could not be read in the last run over their site.
    """
    from scraper import pipeline

    with errors_to_exits():
        found = pipeline.failed_urls(state, Reason(reason) if reason else None)
    for url in found:
        cells = (url.reason, url.url, url.detail, url.fetched_at)
        show("\t".join(printable(cell or "") for cell in cells))
