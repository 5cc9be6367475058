"""``scraper clean``: saved pages to records."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from scraper.cli.completion import complete_output
from scraper.cli.exits import end, errors_to_exits
from scraper.cli.options import (
    also_option,
    engine_options,
    parts_options,
    quiet_option,
    reading_options,
    site_key_option,
)
from scraper.cli.parameter_types import MEMORY_MB, PAGE_TIME, PERCENT, PLACE, SAVED_PAGES

if TYPE_CHECKING:
    from scraper.settings import DumpSettings, JobSettings

_PARTS: Final = ("workers", "engine", "scheduler", "form", "partition")
"""Flags that ask for a folder of parts."""


@click.command(
    short_help="Saved pages to records: folders, archives, web archives.",
    epilog="""\b
Examples:
  scraper clean saved/                          records as JSON lines on standard output
  scraper clean saved/ crawl.warc.gz -o out.jsonl
  scraper clean pages.zip -o out.jsonl.zst -j 1 compressed, with one process
  scraper clean big.warc.gz -o out.jsonl --state run.sqlite
                                                stopped and run again, it goes on where it was
  scraper clean dump/ -o records/ --workers 8 --partition site
                                                a folder of parts, made by eight processes
  scraper clean dump/ -o s3://bucket/records --engine dask --scheduler tcp://head:8786
                                                the same on a cluster
  curl -s https://example.org/a | scraper clean -
  scraper clean saved/ --also paywall --also listing -o out.jsonl
                                                what is shown of paid articles, and lists; page_class tells them apart
  scraper clean saved/ -q > out.jsonl           only the counts on standard error
  scraper clean saved/ -o out.jsonl 2> events.jsonl
                                                one JSON line per page: its outcome, and why it was left out

\b
Exit codes:
  0 done, also when no page was found, 1 failures over --fail-over, or input that could not be read: no permission, cut off,
  damaged, encrypted, a table without its column; 2 usage, 3 no page gave an article, 4 state or output unusable,
  75 another run is on, 130 and 143 stopped by a signal
""",
)
@click.argument("paths", nargs=-1, required=True, type=SAVED_PAGES, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=PLACE,
    shell_complete=complete_output,
    help="File to write (.jsonl or .ndjson, .jsonl.gz, .jsonl.zst, .csv, .parquet, .sqlite or .db) or folder (.md)."
    " May be given several times. With --workers or --engine, one folder of parts, also in an object store (s3://...)."
    "  [default: JSON lines on standard output]",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File that remembers how far the run came; a stopped run goes on from there. Needs -o.",
)
@reading_options
@click.option(
    "--quarantine",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for pages that broke the cleaner.  [default: beside the output, OUTPUT.quarantine]",
)
@click.option(
    "-j",
    "--processes",
    type=click.IntRange(1),
    metavar="N",
    help="Number of cleaning processes.  [default: one per processor]",
)
@click.option(
    "--time-limit",
    type=PAGE_TIME,
    default=20.0,
    show_default=True,
    metavar="SECONDS",
    help="Time for one page; a page that takes longer is skipped.",
)
@also_option
@site_key_option
@click.option(
    "--memory-limit",
    type=MEMORY_MB,
    default=2048,
    show_default=True,
    metavar="MB",
    help="Address space of each cleaning process; a page that needs more is skipped.",
)
@quiet_option
@click.option(
    "--fail-over",
    type=PERCENT,
    metavar="PERCENT",
    help="Exit with 1 if more than this share of the pages gives no article.",
)
@engine_options
@parts_options
def clean(
    paths: tuple[Path, ...], outputs: tuple[Path | str, ...], state: Path | None, fail_over: float | None, **flags: Any
) -> None:
    """Clean saved pages: folders, HTML, text, zip, tar, WARC, WACZ, MHTML, mirrors, tables of pages; - is standard input.

    Left out silently: hidden files, pictures, style sheets, scripts and feeds beside pages, and in web archives whatever is not
    a page. On a terminal, standard error shows what gave no article, and why; elsewhere it gets one JSON line per page.
    """
    from scraper.cli.clean_run import CleanRun
    from scraper.cli.events import reading_warnings
    from scraper.cli.mapped import MappedAddresses
    from scraper.errors import UsageError
    from scraper.export import keep_apart
    from scraper.pipeline import DumpProgress, clean_dump, clean_paths, clean_to_parts
    from scraper.pipeline.own_places import leave_out_own

    progress = DumpProgress()
    reads_input, is_keyboard = Path("-") in paths, sys.stdin.isatty()
    reads_pipe = reads_input and not is_keyboard
    run = CleanRun(progress, writes_files=bool(outputs), reads_pipe=reads_pipe, is_quiet=flags["quiet"])
    progress.notice = lambda notice: run.tell(notice, level="warning")
    if reads_input and is_keyboard:
        run.tell("reading standard input; Ctrl-D ends it")
    with errors_to_exits(), reading_warnings(lambda warning: run.tell(warning, level="warning")):
        if Path("-") in outputs:
            raise UsageError("-o -: leave out -o, and JSON lines go to standard output")
        settings = _make_settings(outputs, **flags)
        keep_apart([output for output in outputs if isinstance(output, Path)], [*paths, state, flags["url_map"]])
        if state and not outputs:
            raise UsageError("--state needs an output: name one with -o")
        mapped = MappedAddresses(settings.read.url_map)
        if any(flags[name] is not None for name in _PARTS):
            place, job = _make_job(outputs, state, settings, **flags)
            receipts = clean_to_parts(paths, output=place, settings=job, progress=progress, tell=run.tell)
            run.consume_parts(mapped.watch_parts(receipts))
        elif state:
            outcomes = clean_dump(paths, state=state, output=_files(outputs), settings=settings, progress=progress)
            with closing(outcomes):
                run.consume(mapped.watch(outcomes))
        else:
            with run.open_outputs(_files(outputs)):
                settings = leave_out_own(settings, _files(outputs))
                run.consume(mapped.watch(clean_paths(paths, settings=settings, progress=progress)))
    if not run.stopped_by and (warning := mapped.warning()):
        run.tell(warning, level="warning")
    run.print_summary(quarantine=settings.quarantine)
    end(
        run.tally.articles,
        run.tally.skipped.total(),
        stopped_by=run.stopped_by,
        fail_over=fail_over,
        is_damaged=run.tally.lost > 0,
    )


def _make_settings(outputs: tuple[Path | str, ...], **flags: Any) -> "DumpSettings":
    from scraper.cli.flag_settings import make_clean_settings, make_read_settings
    from scraper.settings import DumpSettings

    first = outputs[0] if outputs else None
    beside = first.parent / f"{first.name}.quarantine" if isinstance(first, Path) else None
    return DumpSettings(
        read=make_read_settings(flags),
        clean=make_clean_settings(flags),
        processes=flags["processes"],
        time_limit_s=flags["time_limit"],
        memory_bytes=flags["memory_limit"] << 20,
        site_key=flags["site_key"],
        quarantine=flags["quarantine"] or beside,
    )


def _files(outputs: tuple[Path | str, ...]) -> tuple[Path, ...]:
    from scraper.errors import UsageError
    from scraper.pipeline.outputs import list_outputs

    for output in outputs:
        if isinstance(output, str):
            raise UsageError(f"{output}: an object store takes a folder of parts: add --workers or --engine")
    return tuple(list_outputs(outputs))


def _make_job(
    outputs: tuple[Path | str, ...], state: Path | None, dump: "DumpSettings", **flags: Any
) -> tuple[Path | str, "JobSettings"]:
    from scraper.errors import UsageError
    from scraper.export import EXPORTERS
    from scraper.settings import JobSettings

    if len(outputs) != 1 or str(outputs[0]).lower().endswith(tuple(EXPORTERS)):
        raise UsageError(
            "--workers, --engine, --format and --partition write a folder of parts: name one folder with -o"
        )
    if state or flags["processes"]:
        raise UsageError(
            "--state and -j cannot be used with a folder of parts: it keeps its own state, and --workers says how many processes"
        )
    given = {name: flags[name] for name in (*_PARTS, "shard_pages") if flags[name] is not None}
    return outputs[0], JobSettings(dump=dump, **given)
