"""A dump of many kinds, and what cleaning it in one go gives."""

import gzip
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.dump_speed import make_pages, write_folder, write_warc
from scraper.pipeline import Receipt, clean_paths
from scraper.record_json import encode_article
from scraper.records import Article, Skipped
from scraper.scale import Engine, Finished, Task
from scraper.scale.engine import finish, lost, perform
from scraper.settings import DumpSettings
from scraper.version import VERSION

SHARD_PAGES = 6


def make_dump(folder: Path) -> Path:
    """Write about 130 pages and some files that are none."""
    pages = list(make_pages(24))
    write_folder(folder / "html", pages[:12])
    write_folder(folder / "text", [(f"{number}.txt", b"A plain note of the day.\n" * 9) for number in range(3)])
    write_warc(folder / "all.warc.gz", 24, 24)
    with (folder / "rows.jsonl").open("w") as file:
        for name, body in pages[:18]:
            file.write(json.dumps({"url": f"http://{name}?row", "html": body.decode("utf-8", "replace")}) + "\n")
        file.write("no json\n")
    with zipfile.ZipFile(folder / "some.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in pages[4:22]:
            archive.writestr(name, body)
    (folder / "cut.warc.gz").write_bytes((folder / "all.warc.gz").read_bytes()[:-900])
    (folder / "whole.jsonl.gz").write_bytes(gzip.compress((folder / "rows.jsonl").read_bytes()))
    (folder / "empty.html").touch()
    (folder / "link.html").symlink_to("empty.html")
    return folder


def clean_at_once(folder: Path) -> tuple[list[bytes], list[Skipped]]:
    """Return the records and the skipped pages of a run by one process, sorted."""
    outcomes = list(clean_paths([folder], settings=DumpSettings(processes=1)))
    articles = sorted(encode_article(outcome) for outcome in outcomes if isinstance(outcome, Article))
    return articles, sort_skipped(outcome for outcome in outcomes if isinstance(outcome, Skipped))


def sort_skipped(skipped: Iterable[Skipped]) -> list[Skipped]:
    return sorted(skipped, key=lambda outcome: (outcome.source, outcome.code))


def read_records(output: Path) -> list[bytes]:
    """Return the lines of all parts that the manifest lists, sorted."""
    manifest = json.loads((output / "manifest.json").read_bytes())
    lines: list[bytes] = []
    for part in manifest["parts"]:
        found = (output / part["name"]).read_bytes().splitlines()
        assert len(found) == part["records"]
        lines += found
    return sorted(lines)


def all_skipped(receipts: Iterable[Receipt]) -> list[Skipped]:
    return sort_skipped(skipped for receipt in receipts for skipped in receipt.skipped)


class InlineEngine(Engine):
    """Does tasks in this process; those of some files lose their worker each time.

    Args:
        deadly: Part of the path of the files.
        most: Stop, as a killed job does, after so many tasks.
        version: Of this package, where the job comes from.
    """

    dashboard = None
    slots = 1

    def __init__(self, deadly: str | None = None, most: int | None = None, version: str = VERSION) -> None:
        self.done: list[str] = []
        self._version = version
        self._deadly = deadly
        self._most = most

    def run(self, tasks: Iterable[Task]) -> Iterator[Finished]:
        for task in tasks:
            if self._most is not None and len(self.done) >= self._most:
                raise KeyboardInterrupt
            if self._deadly and self._deadly in repr(task.arguments):
                yield lost(task)
            else:
                self.done.append(task.key)
                yield finish(task, perform(self._version, task.work, task.arguments))

    def close(self) -> None:
        pass

    def __enter__(self) -> "InlineEngine":
        return self

    def __exit__(self, *_: object) -> None:
        pass
