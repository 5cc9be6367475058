"""``scraper inspect``: one page as the cleaner saw it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.exits import errors_to_exits
from scraper.cli.flag_settings import make_fetch_settings, make_read_settings
from scraper.cli.options import fetch_options, page_options, reading_options, site_key_option
from scraper.cli.pages import check_page_name, write_page

if TYPE_CHECKING:
    from scraper.pipeline import InspectSettings

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    short_help="One page as the cleaner saw it: kept, stripped, why.",
    epilog="""\b
Examples:
  scraper inspect page.html --open
  scraper inspect page.html --learn saved/          with what the site's other pages say
  scraper inspect 'pages.zip!2026/story.html'       a page in an archive or table, by its place as `scraper clean` tells it
  scraper inspect crawl.warc.gz@18997
  scraper inspect https://example.org/2026/a-story --state news.sqlite --archive pages/
  scraper inspect page.html --state news.sqlite --against-nothing       what the profile changes
  scraper inspect page.html --model new.npz --against-model old.npz     what a model changes

\b
Exit codes:
  0 written, 2 usage, or no page to show (no such file, nothing of it archived, fetching failed: the message says why),
  4 state or output unusable
""",
)
@click.argument("page", metavar="PAGE|PLACE|URL")
@page_options("inspect.html")
@click.option("--url", metavar="URL", help="The saved page's address; of a file with several pages, which one.")
@click.option("--state", type=_FILE, help="State file to take what is known of the site from.")
@click.option(
    "--archive",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder in which runs kept their pages: the URL is looked up there, not fetched.",
)
@click.option(
    "--learn",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Other saved pages to learn the site from. May be given several times.",
)
@reading_options
@site_key_option
@click.option("--model", type=_FILE, help="Weights of another model.")
@click.option("--against-model", type=_FILE, help="Show what changes against this model.")
@click.option("--against-state", type=_FILE, help="Show what changes against this state file's profile.")
@click.option("--against-nothing", is_flag=True, help="Show what changes against the page alone, without a profile.")
@fetch_options
def inspect(page: str, output: Path, opens: bool, **flags: Any) -> None:
    """Show what the cleaner kept of a page, what it stripped, and why: one HTML file that needs nothing else.

    A saved page is named by its file, or by its place in an archive, web archive or table: `source` in records and events.
    """
    from scraper import pipeline
    from scraper.export import keep_apart
    from scraper.pipeline.finding_saved import source_file

    with errors_to_exits():
        keep_apart(
            [output], [source_file(page), flags["url_map"], flags["state"], flags["against_state"], *flags["learn"]]
        )
        check_page_name(output)
        html = pipeline.inspect(page, make_inspect_settings(flags))
        write_page(output, html, opens=opens)


def make_inspect_settings(flags: dict[str, Any]) -> "InspectSettings":
    """Return the settings that the flags ask for.

    Raises:
        UsageError: Two of them exclude each other.
    """
    from scraper.errors import UsageError
    from scraper.pipeline import CleanerChoice, InspectSettings

    cleaner = CleanerChoice(
        model=flags["model"], state=flags["state"], learn=flags["learn"], site_key=flags["site_key"]
    )
    against = None
    if flags["against_state"] and flags["against_nothing"]:
        raise UsageError("--against-state and --against-nothing: name one of them")
    if flags["against_model"] or flags["against_state"] or flags["against_nothing"]:
        same_site = not (flags["against_state"] or flags["against_nothing"])
        against = CleanerChoice(
            model=flags["against_model"] or cleaner.model,
            state=cleaner.state if same_site else flags["against_state"],
            learn=cleaner.learn if same_site else (),
            site_key=cleaner.site_key,
        )
    return InspectSettings(
        cleaner=cleaner,
        against=against,
        url=flags["url"],
        archive=flags["archive"],
        read=make_read_settings(flags),
        fetch=make_fetch_settings(flags),
    )
