"""``scraper export``: the state file's records to a new file."""

from pathlib import Path

import click

from scraper.cli.completion import complete_output
from scraper.cli.exits import errors_to_exits
from scraper.cli.options import state_option
from scraper.cli.printable import printable
from scraper.cli.results import show
from scraper.cli.tables import count


@click.command(
    short_help="A state file's records to files, in any format.",
    epilog="""\b
Examples:
  scraper export --state scraper.sqlite -o all.csv
  scraper export --state scraper.sqlite -o newest.parquet -o newest.sqlite --latest
  scraper export --state scraper.sqlite -o notes.md        a folder, one Markdown file for each article

\b
Exit codes:
  0 written, 2 usage or a format that is not installed, 4 state or output unusable, 75 a run is writing an output
""",
)
@state_option
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    shell_complete=complete_output,
    required=True,
    help="File to write; its extension says the format. May be given several times.",
)
@click.option("--latest", is_flag=True, help="Leave out versions that a later one has replaced.")
def export(state: Path, outputs: tuple[Path, ...], latest: bool) -> None:
    """Write all records that a state file holds to files, again or in another format.

    Formats by extension: .jsonl or .ndjson, .jsonl.gz, .jsonl.zst, .csv, .parquet, .sqlite or .db, and .md for a folder of Markdown
    files. The last two hold the latest version of each article.
    """
    from scraper import pipeline

    with errors_to_exits():
        records = pipeline.export(state, outputs, latest=latest)
    for output in outputs:
        show(f"{printable(str(output))}: {count(records, 'record')}")
