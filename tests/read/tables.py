"""Tables of pages, in all the forms that are read."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from scraper.read import read_paths
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

HTML = '<!DOCTYPE html>\n<html><body><p class="a">Ein "Satz", ein Käse; {noch} einer\\.</p></body></html>'
Rows = Sequence[Mapping[str, str]]


def make_rows(count: int = 3, **names: str) -> Rows:
    """Rows whose columns have other names."""
    rows = [{"url": f"https://a.test/{n}", "html": f"{HTML}<!--{n}-->", "day": "2026-05-01"} for n in range(count)]
    return [{names.get(name, name): value for name, value in row.items()} for row in rows]


def write_csv(rows: Rows, delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*rows[0]], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write_lines(rows: Rows) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


FORMS: Mapping[str, Callable[[Rows], bytes]] = {
    "rows.csv": lambda rows: write_csv(rows).encode(),
    "semicolons.csv": lambda rows: write_csv(rows, ";").encode("utf-8-sig"),
    "rows": lambda rows: write_csv(rows, ";").encode(),
    "utf16.csv": lambda rows: write_csv(rows).encode("utf-16"),
    "tabs.txt": lambda rows: write_csv(rows, "\t").encode("utf-16"),
    "rows.jsonl": lambda rows: write_lines(rows).encode(),
    "utf16.jsonl": lambda rows: write_lines(rows).encode("utf-16"),
    "list.json": lambda rows: json.dumps(rows).encode(),
    "indented.json": lambda rows: json.dumps(rows, indent=2).encode("utf-8-sig"),
    "one-after-another": lambda rows: "\n".join(json.dumps(row, indent=2) for row in rows).encode(),
    "a-line-each": lambda rows: ("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]").encode(),
}


def read(path: Path, data: bytes, **settings: str) -> list[Page | Skipped]:
    path.write_bytes(data)
    return list(read_paths([path], ReadSettings(**settings)))


def only(found: list[Page | Skipped]) -> Skipped:
    (item,) = found
    assert isinstance(item, Skipped)
    return item
