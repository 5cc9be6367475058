"""``scraper scrape``: what is new on sites to records."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.completion import complete_output
from scraper.cli.exits import end, errors_to_exits
from scraper.cli.options import (
    also_option,
    discover_options,
    engine_options,
    fetch_options,
    quiet_option,
    site_key_option,
)
from scraper.cli.parameter_types import LEASE, PERCENT, RUNTIME, WAIT

if TYPE_CHECKING:
    from scraper.pipeline import RunSummary
    from scraper.settings import SiteSettings


@click.command(
    short_help="What is new on sites to records.",
    epilog="""\b
Examples:
  scraper scrape https://example.org/
  scraper scrape https://example.org/ https://example.net/news/ -o news.jsonl.gz --since 2026-11-01
  scraper scrape --sites sites.toml --state news.sqlite -o news.jsonl
  scraper scrape https://example.org/sport/ --include /sport/
                                                            only this section: without --include it is just where to start
  scraper scrape --no-discovery https://example.org/2026/a-story.html
  scraper scrape --no-discovery pages.txt                   a text file of addresses, one per line; - is standard input
  scraper scrape --reclean --archive pages/ --state news.sqlite -o news.jsonl
  scraper scrape --sites sites.toml --engine dask --scheduler tcp://10.0.0.5:8786 --state /shared/news -o news.jsonl
  scraper scrape https://intranet.example/ --allow-private 10.0.0.0/8 --max-runtime 600

\b
Exit codes:
  0 done, also when nothing is new, 1 failures over --fail-over, 2 usage, 3 nothing succeeded, 4 state or output unusable,
  5 stopped by --max-runtime, 75 another run is on, 130 and 143 stopped by a signal
""",
)
@click.argument("urls", nargs=-1, metavar="URL|FILE...")
@click.option(
    "--sites", type=click.Path(path_type=Path), metavar="FILE", help="TOML file of sites, with settings of their own."
)
@click.option(
    "--state",
    type=click.Path(path_type=Path),
    help="File that remembers what was fetched; with --workers or --engine a folder that all workers can write."
    "  [default: scraper.sqlite; with several workers, scraper-state]",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    shell_complete=complete_output,
    default=[Path("articles.jsonl")],
    help="File for the records (.jsonl or .ndjson, .jsonl.gz, .jsonl.zst, .csv, .parquet, .sqlite or .db) or folder (.md)."
    " May be given several times.  [default: articles.jsonl]",
)
@click.option(
    "--mode",
    type=click.Choice(["append", "latest", "changes"]),
    default="append",
    show_default=True,
    help="What outputs hold: every version of every article, only the latest ones, or what has come since it was last written.",
)
@click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to keep every fetched page in, as WARC: `scraper clean` reads it.",
)
@click.option(
    "--reclean",
    is_flag=True,
    help="Clean the pages of --archive again with what is now known of their sites; nothing is fetched.",
)
@click.option(
    "--max-runtime",
    type=RUNTIME,
    metavar="SECONDS",
    help="Stop after this time (1500, 30s, 25m, 2h), with exit code 5.",
)
@click.option("--no-discovery", is_flag=True, help="Fetch just the URLs given, and do not look for others.")
@discover_options
@fetch_options
@also_option
@site_key_option
@quiet_option
@engine_options
@click.option(
    "--partitions",
    type=click.IntRange(1),
    metavar="N",
    help="With several workers: spread new sites over this many parts, each with its own state file and one worker at a time."
    "  [default: two for each task that they do at once]",
)
@click.option(
    "--lease",
    type=LEASE,
    metavar="SECONDS",
    help="With several workers: one that has been silent for this long may lose its hosts to another.  [default: 30]",
)
@click.option("--lock-wait", type=WAIT, metavar="SECONDS", help="Wait this long (90, 30s, 10m) for another run to end.")
@click.option(
    "--fail-over",
    type=PERCENT,
    metavar="PERCENT",
    help="Exit with 1 if more than this share of the URLs fails.",
)
@click.option("--summary", type=click.Path(dir_okay=False, path_type=Path), help="File for the run's counts, as JSON.")
@click.option(
    "--metrics", type=click.Path(dir_okay=False, path_type=Path), help="File for the counts, for Prometheus' textfiles."
)
def scrape(
    urls: tuple[str, ...],
    sites: Path | None,
    state: Path | None,
    outputs: tuple[Path, ...],
    fail_over: float | None,
    summary: Path | None,
    metrics: Path | None,
    **flags: Any,
) -> None:
    """Scrape sites: find what is new, fetch it, clean it, and append the records to a file.

    A URL is a home page, section page or feed to start from; it does not limit what is fetched (--include does). A text
    file of URLs, one per line, can be named instead, or - to read them from standard input. Run again with the same
    --state, the command fetches and writes only what is new. The counts go to standard output. On a terminal, standard
    error shows a live table; elsewhere it gets one JSON line per URL.
    """
    from scraper.cli.addresses import files_among, read_addresses
    from scraper.cli.files import check_place
    from scraper.cli.progress import open_watcher
    from scraper.cli.results import show
    from scraper.cli.scrape_run import ScrapeOrder, default_state, make_settings, run_order
    from scraper.cli.signals import stop_on_signals
    from scraper.cli.tables import format_failure, format_start, format_summary
    from scraper.export import keep_apart
    from scraper.pipeline import StopReason
    from scraper.sites_file import read_sites_file

    with errors_to_exits():
        named = read_sites_file(sites) if sites else None
        wanted: list[str | SiteSettings] = [*read_addresses(urls), *(named.sites if named else ())]
        settings = make_settings(flags, named)
        place = state or default_state(flags)
        keep_apart([*outputs, summary, metrics], [place, sites, *flags["cookies"], *files_among(urls)])
        keep_apart([summary, metrics], outputs)
        for path in (summary, metrics):
            check_place(path)
        with (
            open_watcher(is_quiet=flags["quiet"]) as watcher,
            stop_on_signals(lambda name: watcher.stop(StopReason(name))),
        ):
            order = ScrapeOrder(wanted=wanted, state=place, outputs=outputs, settings=settings, watcher=watcher)
            with _told_how_to_wait(flags):
                done = run_order(order, flags)
        if not sys.stdout.isatty():
            show(format_start(done.run))
        show(format_summary(done))
        if done.failed and not done.succeeded:
            show(format_failure(watcher.first_failure, place))
        _write_counts(done, summary, metrics)
    end(
        done.succeeded,
        done.failed,
        stopped_by=done.stopped_by,
        fail_over=fail_over,
        is_unusable=bool(done.failures),
    )


@contextmanager
def _told_how_to_wait(flags: dict[str, Any]) -> Iterator[None]:
    from scraper.errors import StateLockedError

    try:
        yield
    except StateLockedError as exc:
        if flags["lock_wait"]:
            raise
        raise StateLockedError(f"{exc}; --lock-wait 10m waits up to ten minutes for it to end") from exc


def _write_counts(done: "RunSummary", summary: Path | None, metrics: Path | None) -> None:
    import msgspec

    from scraper.cli.files import write_whole
    from scraper.cli.metrics import format_metrics

    if summary:
        write_whole(summary, msgspec.json.encode(done, enc_hook=str) + b"\n")
    if metrics:
        write_whole(metrics, format_metrics(done).encode())
