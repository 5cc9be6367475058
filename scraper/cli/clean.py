"""``scraper clean``: saved pages to records."""

from pathlib import Path

import click

from scraper.cli.exits import end, errors_to_exits
from scraper.cli.options import site_key_option


@click.command(
    epilog="""\b
Examples:
  scraper clean saved/                        records as JSON lines on standard output
  scraper clean saved/ page.html -o out.jsonl
  scraper clean saved/ -o out.jsonl.zst -j 1  compressed, with one process
"""
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="File to write (.jsonl, .jsonl.gz, .jsonl.zst, .csv, .parquet, .sqlite) or folder (.md). May be given several"
    " times.  [default: JSON lines on standard output]",
)
@click.option("-j", "--processes", type=click.IntRange(1), help="Processes that clean.  [default: one a processor]")
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=20.0,
    show_default=True,
    metavar="SECONDS",
    help="A page that takes longer is skipped.",
)
@site_key_option
@click.option(
    "--fail-over",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 when more of the pages than this give no article.",
)
def clean(
    paths: tuple[Path, ...],
    outputs: tuple[Path, ...],
    processes: int | None,
    time_limit: float,
    site_key: str,
    fail_over: float | None,
) -> None:
    """Clean saved pages, HTML, text or WARC, in files and folders.

    What gives no article is told on standard error, with the reason.
    """
    from scraper.cli.clean_run import CleanRun
    from scraper.pipeline import clean_paths

    run = CleanRun()
    with errors_to_exits(), run.open_outputs(outputs):
        run.consume(clean_paths(paths, processes=processes, time_limit_s=time_limit, site_key=site_key))
    run.print_summary(to_stderr=not outputs)
    end(run.articles, run.skipped.total(), stopped_by=run.stopped_by, fail_over=fail_over)
