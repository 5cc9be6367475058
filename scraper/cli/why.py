"""``scraper why``: everything known about one URL."""

from dataclasses import asdict
from pathlib import Path

import click

from scraper.cli.exits import NOTHING_SUCCEEDED, errors_to_exits
from scraper.cli.options import state_option
from scraper.cli.printable import printable
from scraper.cli.results import show
from scraper.cli.streams import tell


@click.command(
    short_help="What became of one URL.",
    epilog="""\b
Examples:
  scraper why https://example.org/2026/a-story.html --state scraper.sqlite
  scraper why https://example.org/                        of a start page: whether it could be read
  scraper why 'saved.zip!2026/story.html' --state run.sqlite
                                                          of a saved page: its place, as records and events have it

\b
Exit codes:
  0 known, 2 usage, 3 unknown: no source has listed it, 4 state unusable
""",
)
@click.argument("url", metavar="URL|PLACE")
@state_option
@click.pass_context
def why(context: click.Context, url: str, state: Path) -> None:
    """Tell what became of one URL: where it was found, when it was fetched, why there is no article.

    Of a run of `scraper clean --state` it takes the place of a saved page, too. A run without a state tells of its pages on
    standard error alone (2>events.jsonl); `scraper inspect PLACE` shows one.
    """
    from scraper import pipeline

    with errors_to_exits():
        known = pipeline.why(state, url)
    if known is None:
        tell(f"{printable(url)}: no source has listed it; `scraper discover` shows what a site lists")
        context.exit(NOTHING_SUCCEEDED)
    for name, value in asdict(known).items():
        if value is not None:
            show(f"{name:<10}  {printable(str(value))}")
