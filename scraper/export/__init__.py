"""Articles to files: one module for each format, one row in ``EXPORTERS`` for each, by file name extension."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scraper.errors import UsageError
from scraper.export.csv_table import CSV
from scraper.export.encoded import EncodedStream
from scraper.export.format import Format, KeptOutput, WrittenMark, strange_output
from scraper.export.fresh import ArticleWriter, keep_apart, replace_file
from scraper.export.jsonl import JSONL, JSONL_GZ, JSONL_ZST, LINES
from scraper.export.markdown_files import MARKDOWN
from scraper.export.mode import Mode
from scraper.export.parquet import PARQUET
from scraper.export.sqlite_table import SQLITE
from scraper.export.whole import mark_whole, set_aside_changed

EXPORTERS: Final[Mapping[str, Format]] = {
    ".csv": CSV,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".jsonl.gz": JSONL_GZ,
    ".jsonl.zst": JSONL_ZST,
    ".parquet": PARQUET,
    ".sqlite": SQLITE,
    ".db": SQLITE,
    ".md": MARKDOWN,
}


def find_format(path: Path) -> Format:
    """Return the format that a file's name asks for.

    Raises:
        UsageError: No format has this extension, or what the format needs is not installed.
    """
    for extension, fmt in EXPORTERS.items():
        if path.name.lower().endswith(extension):
            fmt.check_installed(path)
            return fmt
    raise UsageError(f"{path}: unknown kind of output; the name must end in one of {', '.join(EXPORTERS)}")


__all__ = [
    "EXPORTERS",
    "LINES",
    "ArticleWriter",
    "EncodedStream",
    "Format",
    "KeptOutput",
    "Mode",
    "WrittenMark",
    "find_format",
    "keep_apart",
    "mark_whole",
    "replace_file",
    "set_aside_changed",
    "strange_output",
]
