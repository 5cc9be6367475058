"""``scraper report``: how the runs went."""

from pathlib import Path

import click

from scraper.cli.exits import errors_to_exits
from scraper.cli.options import page_options, state_option
from scraper.cli.pages import check_page_name, write_page


@click.command(
    short_help="How the runs went, as one HTML file.",
    epilog="""\b
Examples:
  scraper report --state news.sqlite --open
  scraper report --state news.sqlite -o public/report.html      from cron, after each run

\b
Exit codes:
  0 written, 2 usage, 4 state or output unusable
""",
)
@state_option
@page_options("report.html")
def report(state: Path, output: Path, opens: bool) -> None:
    """Show the last run and the history: sites, outcomes, response times, silence. One HTML file that needs nothing else."""
    from scraper import pipeline
    from scraper.export import keep_apart

    with errors_to_exits():
        keep_apart([output], [state])
        check_page_name(output)
        write_page(output, pipeline.report(state), opens=opens)
