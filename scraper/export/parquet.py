"""Parquet with typed columns, for DuckDB, pandas, polars and everything that speaks Arrow."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scraper.export.format import Format
from scraper.record_json import strip_surrogates
from scraper.records import Article

if TYPE_CHECKING:
    import pyarrow as pa

# Readers skip and spread work by row groups; 5,000 articles of 5 KB are 25 MB in memory, a tenth of that on disk.
_ROW_GROUP: Final = 5_000

_NAMES: Final = tuple(field.name for field in fields(Article))
_REQUIRED: Final = frozenset(
    {"id", "text", "markdown", "word_count", "page_class", "confidence", "source", "text_hash"}
    | {"version", "extractor", "schema", "authors", "tags", "changed_fields", "field_sources", "robots", "insecure"}
    | {"removed", "removed_words", "cut"}
)


def make_schema() -> "pa.Schema":
    """Return the columns: all fields of the record, in its order.

    ``published`` and ``modified`` are text: a page may give a day without a time, or a time without a zone.
    """
    import pyarrow as pa

    words = pa.list_(pa.field("element", pa.string(), nullable=False))
    kinds = {
        "authors": words,
        "tags": words,
        "changed_fields": words,
        "robots": words,
        "tdm_reservation": pa.bool_(),
        "insecure": pa.bool_(),
        "word_count": pa.int32(),
        "confidence": pa.float64(),
        "fetched_at": pa.timestamp("us", tz="UTC"),
        "field_sources": pa.map_(pa.string(), pa.string()),
        "removed": pa.map_(pa.string(), pa.int32()),
        "cut": pa.bool_(),
        "removed_words": pa.int32(),
        "version": pa.int32(),
        "schema": pa.int32(),
    }
    columns = [pa.field(name, kinds.get(name, pa.string()), nullable=name not in _REQUIRED) for name in _NAMES]
    return pa.schema(columns)


class ParquetFile:
    """A new Parquet file, compressed with Zstandard."""

    def __init__(self, path: Path) -> None:
        from pyarrow import parquet

        self._path = path
        self._schema = make_schema()
        self._file = path.open("wb")
        self._writer = parquet.ParquetWriter(self._file, self._schema, compression="zstd")
        self._waiting: list[Article] = []

    def write(self, articles: Sequence[Article]) -> None:
        """Write a batch, with the ones before it once a row group is full."""
        self._waiting.extend(articles)
        while len(self._waiting) >= _ROW_GROUP:
            self._write_group(self._waiting[:_ROW_GROUP])
            del self._waiting[:_ROW_GROUP]

    def close(self) -> None:
        """Write what waits and the footer, and bring the file to the disk."""
        with self._file:
            if self._waiting:
                self._write_group(self._waiting)
            self._writer.close()
            self._file.flush()
            os.fsync(self._file.fileno())

    def _write_group(self, articles: Sequence[Article]) -> None:
        self._writer.write_batch(_make_batch(articles, self._schema))


def _make_batch(articles: Sequence[Article], schema: "pa.Schema") -> "pa.RecordBatch":
    try:
        return _fill_columns(articles, schema)
    except UnicodeEncodeError:  # lone surrogates, once in ten thousand pages
        return _fill_columns([strip_surrogates(article) for article in articles], schema)


def _fill_columns(articles: Sequence[Article], schema: "pa.Schema") -> "pa.RecordBatch":
    import pyarrow as pa

    columns = [
        pa.array([_cell(name, getattr(article, name)) for article in articles], kind.type)
        for name, kind in zip(_NAMES, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _cell(name: str, value: Any) -> Any:
    if name == "fetched_at":
        return _time(value)
    return list(value.items()) if isinstance(value, Mapping) else value


def _time(text: str | None) -> datetime | None:
    """Return a time; ``None`` for less than one: a WARC may say the month alone, a table of addresses anything."""
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


PARQUET: Final = Format(open_new=ParquetFile, needs=("pyarrow", "parquet"))
