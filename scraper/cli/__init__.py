"""The ``scraper`` command: one module for each subcommand. Flags become settings here and nowhere else."""

import click

from scraper import __version__
from scraper.cli.clean import clean
from scraper.cli.completion import completion
from scraper.cli.discover import discover
from scraper.cli.export import export
from scraper.cli.failed import failed
from scraper.cli.inspect import inspect
from scraper.cli.report import report
from scraper.cli.scrape import scrape
from scraper.cli.sites import sites
from scraper.cli.why import why


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  scraper scrape https://example.org/ -o news.jsonl       run again, it adds what is new
  scraper clean saved/ pages.zip -o articles.jsonl
  scraper why https://example.org/2026/a-story            why there is no article
  scraper COMMAND --help                                  all options of a command, with examples
""",
)
@click.version_option(__version__, prog_name="scraper")
def main() -> None:
    """Scrape news sites and saved pages into clean article records."""


for command in (scrape, discover, sites, clean, inspect, report, export, why, failed, completion):
    main.add_command(command)
