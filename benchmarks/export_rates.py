"""How fast each kind of output is written, beside pandas and DuckDB writing the same table.

    python -m benchmarks.export_rates [--records 20000]

Every writer runs in a process of its own, three times, and the fastest counts; the time is from records in memory to a
synced file, without imports. The records are made up: 2,400 characters of text, which is what news has.
"""

import argparse
import hashlib
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from scraper.records import Article
from tests.store.articles import make_article

_WORDS: Final = [f"word{number}" for number in range(5000)]
ROUNDS: Final = 3


def make_records(count: int) -> list[Article]:
    """Return articles with different texts."""
    chance = random.Random(6)
    base = {field.name: getattr(make_article(), field.name) for field in fields(Article)}
    made = []
    for number in range(count):
        paragraphs = [" ".join(chance.choices(_WORDS, k=60)) + "." for _ in range(5)]
        text = "\n\n".join(paragraphs)
        url = f"https://paper{number % 50}.test/2026/11/story-{number}"
        made.append(
            Article(
                **base
                | {
                    "id": hashlib.sha256(url.encode()).hexdigest()[:16],
                    "url": url,
                    "source": url,
                    "site": f"paper{number % 50}.test",
                    "title": f"Story {number}: {paragraphs[0][:50]}",
                    "authors": ("Ann Author", "Bob Writer"),
                    "published": f"2026-11-{number % 28 + 1:02d}T08:00:00Z",
                    "fetched_at": "2026-11-23T09:26:44Z",
                    "text": text,
                    "markdown": text,
                    "text_hash": f"{number:016x}",
                    "field_sources": {"title": "og:title", "authors": "json-ld"},
                }
            )
        )
    return made


def _ours(extension: str) -> Callable[[Sequence[Article], Path], None]:
    def write(records: Sequence[Article], folder: Path) -> None:
        from scraper.export import EXPORTERS, replace_file

        with replace_file(folder / f"out{extension}", EXPORTERS[extension]) as writer:
            for record in records:
                writer.write(record)

    return write


def _table(records: Sequence[Article]) -> Any:
    import pandas as pd

    names = [field.name for field in fields(Article)]
    plain = {name: [getattr(record, name) for record in records] for name in names}
    for name in ("field_sources", "removed"):
        plain[name] = [json.dumps(dict(value)) for value in plain[name]]
    for name in ("authors", "tags", "changed_fields"):
        plain[name] = [list(value) for value in plain[name]]
    return pd.DataFrame(plain)


def _pandas(method: str, name: str, **options: Any) -> Callable[[Sequence[Article], Path], None]:
    def write(records: Sequence[Article], folder: Path) -> None:
        getattr(_table(records), method)(folder / name, **options)

    return write


def _pandas_sqlite(records: Sequence[Article], folder: Path) -> None:
    import sqlite3

    table = _table(records)
    for name in ("authors", "tags", "changed_fields"):
        table[name] = table[name].map(json.dumps)
    connection = sqlite3.connect(folder / "out.sqlite")
    table.to_sql("articles", connection, index=False)
    connection.commit()
    connection.close()


def _duckdb(target: str, options: str) -> Callable[[Sequence[Article], Path], None]:
    def write(records: Sequence[Article], folder: Path) -> None:
        import duckdb

        connection = duckdb.connect()
        connection.register("articles", _table(records))
        connection.execute(f"COPY articles TO '{folder / target}' ({options})")

    return write


WRITERS: Final[Mapping[str, Callable[[Sequence[Article], Path], None]]] = {
    "jsonl": _ours(".jsonl"),
    "jsonl pandas": _pandas("to_json", "out.jsonl", orient="records", lines=True, force_ascii=False),
    "jsonl duckdb": _duckdb("out.jsonl", "FORMAT json"),
    "jsonl.gz": _ours(".jsonl.gz"),
    "jsonl.gz pandas": _pandas("to_json", "out.jsonl.gz", orient="records", lines=True, force_ascii=False),
    "jsonl.gz duckdb": _duckdb("out.jsonl.gz", "FORMAT json, COMPRESSION gzip"),
    "jsonl.zst": _ours(".jsonl.zst"),
    "jsonl.zst duckdb": _duckdb("out.jsonl.zst", "FORMAT json, COMPRESSION zstd"),
    "csv": _ours(".csv"),
    "csv pandas": _pandas("to_csv", "out.csv", index=False),
    "csv duckdb": _duckdb("out.csv", "FORMAT csv, HEADER"),
    "parquet": _ours(".parquet"),
    "parquet pandas": _pandas("to_parquet", "out.parquet", compression="zstd"),
    "parquet duckdb": _duckdb("out.parquet", "FORMAT parquet, COMPRESSION zstd"),
    "sqlite, with full-text index": _ours(".sqlite"),
    "sqlite pandas, no index": _pandas_sqlite,
    "markdown": _ours(".md"),
}


def _measure(name: str, count: int, folder: Path, pipe: Any) -> None:
    records = make_records(count)
    held_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    WRITERS[name](records[:10], folder)  # imports
    best = best_cpu = float("inf")
    for number in range(ROUNDS):
        scratch = folder / str(number)
        scratch.mkdir()
        begun, begun_cpu = time.perf_counter(), time.process_time()
        WRITERS[name](records, scratch)
        best = min(best, time.perf_counter() - begun)
        best_cpu = min(best_cpu, time.process_time() - begun_cpu)
    size = sum(path.stat().st_size for path in scratch.rglob("*") if path.is_file())
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held_kib
    pipe.send((best, best_cpu, size, grown_kib / 1024))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--only", nargs="*", choices=WRITERS, default=list(WRITERS))
    given = parser.parse_args()
    count = given.records
    print("| output | records/s | for each second of processor | MB | memory over the records, MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    context = multiprocessing.get_context("spawn")
    for name in given.only:
        ours, theirs = context.Pipe()
        with tempfile.TemporaryDirectory() as folder:
            process = context.Process(target=_measure, args=(name, count, Path(folder), theirs))
            process.start()
            theirs.close()
            seconds, cpu_s, size, memory_mb = ours.recv()
            process.join()
        print(
            f"| {name} | {count / seconds:,.0f} | {count / cpu_s:,.0f} | {size / 1e6:.1f} | {memory_mb:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
