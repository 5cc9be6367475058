"""Every kind of output read back, by other programs than the ones that wrote it, as records in the form of JSON."""

import csv
import gzip
import io
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import yaml

from scraper.zstd import ZstdDecompressor

Record = dict[str, Any]
_WORDS = ("authors", "tags", "changed_fields", "robots")
_TRUTHS = ("tdm_reservation", "insecure", "cut")
_MAPS = ("field_sources", "removed")


def read_records(path: Path) -> list[Record]:
    """Return what an output holds, by id and version."""
    read = next(read for extension, read in _READERS.items() if path.name.endswith(extension))
    return sorted(read(path), key=lambda record: (record["id"], record["version"]))


def _read_lines(data: bytes) -> list[Record]:
    assert not data or data.endswith(b"\n")
    return [json.loads(line) for line in data.splitlines()]


def _unpack_frames(data: bytes) -> bytes:
    unpacked = b""
    while data:
        frame = ZstdDecompressor()
        unpacked += frame.decompress(data)
        assert frame.eof, "a frame is cut"
        data = frame.unused_data
    return unpacked


def _read_csv(path: Path) -> list[Record]:
    return [_plain_row(row) for row in csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))]


def _plain_row(row: Mapping[str, str]) -> Record:
    record: Record = {name: _unguard(cell) or None for name, cell in row.items()}
    record |= {name: row[name].split("; ") if row[name] else [] for name in _WORDS}
    record |= {name: int(row[name]) for name in ("word_count", "removed_words", "version", "schema")}
    record |= {name: json.loads(row[name] or "null") for name in (*_TRUTHS, *_MAPS)}
    return record | {"confidence": float(row["confidence"])}


def _unguard(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell


def _read_parquet(path: Path) -> list[Record]:
    rows: list[Record] = pq.read_table(path).to_pylist()
    for row in rows:
        row |= {name: dict(row[name]) for name in _MAPS}
        row["fetched_at"] = row["fetched_at"] and row["fetched_at"].strftime("%Y-%m-%dT%H:%M:%SZ")
    return rows


def _read_sqlite(path: Path) -> list[Record]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute("SELECT * FROM articles")]
    return [_plain_table_row(row) for row in rows]


def _plain_table_row(row: Record) -> Record:
    del row["number"]
    row = row | {name: json.loads(row[name]) for name in (*_WORDS, *_MAPS)}
    return row | {name: None if row[name] is None else bool(row[name]) for name in _TRUTHS}


def _read_folder(path: Path) -> list[Record]:
    assert not list(path.rglob("*.partial"))
    return [_read_page(file) for file in path.rglob("*.md") if file.is_file()]


def _read_page(file: Path) -> Record:
    _, front, body = file.read_text().split("---\n", 2)
    markdown = body.strip()
    return {**yaml.load(front, yaml.CSafeLoader), "markdown": markdown, "text": markdown}


_READERS: Mapping[str, Callable[[Path], list[Record]]] = {
    ".jsonl": lambda path: _read_lines(path.read_bytes()),
    ".jsonl.gz": lambda path: _read_lines(gzip.decompress(path.read_bytes())),
    ".jsonl.zst": lambda path: _read_lines(_unpack_frames(path.read_bytes())),
    ".csv": _read_csv,
    ".parquet": _read_parquet,
    ".sqlite": _read_sqlite,
    ".md": _read_folder,
}
