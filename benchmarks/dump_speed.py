"""``python -m benchmarks.dump_speed``: runs over dumps beside trafilatura's, their memory, and the reading of WARC.

The pages are those of the demo sites, grown. Times are processor time of all processes, medians of runs in turn: other work on the
machine then changes little.
"""

import argparse
import gzip
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.dump_memory import Cost, run_measured
from benchmarks.machine import describe_run
from benchmarks.sets import read_sets, spread
from benchmarks.tables import table
from fixtures.sites.__main__ import file_name
from fixtures.sites.builder import SITE_KEYS, build_site

BIN: Final = Path(sys.executable).parent
NOTHING: Final = (
    "import sys; from functools import partial; from pathlib import Path; from scraper.pipeline import dumps;"
    "import scraper.workers.pool as pool; pool._FINGERPRINTER = 'benchmarks.dump_nothing:fingerprint';"
    "dumps.CleanerPool = partial(dumps.CleanerPool, cleaner='benchmarks.dump_nothing:clean');"
    "from scraper.cli import main; main(['clean', *sys.argv[1:]])"
)


def make_pages(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bodies of so many articles, of the demo sites in turn."""
    sites = [build_site(key, f"http://{key}.example", articles=-(-count // 3)) for key in SITE_KEYS]
    for number in range(count):
        site = sites[number % len(sites)]
        path = site.theme.article_path(site.articles[number // len(sites)])
        answer = site.answer(path)
        assert answer is not None
        yield f"{SITE_KEYS[number % len(sites)]}.example/{file_name(path)}", answer.body


def labelled_pages(data: Path, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bodies of so many pages of labelled sets, real ones."""
    pages = [page for labelled in read_sets(data) for page in labelled.pages]
    for number, page in enumerate(spread(pages, count)):
        yield f"{number}.html", page.body


def write_folder(folder: Path, pages: Iterable[tuple[str, bytes]]) -> None:
    for name, body in pages:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def write_warc(path: Path, count: int, distinct: int) -> None:
    """Write so many pages; over the number of distinct ones they come again, at other addresses and under other titles."""
    pages = list(make_pages(min(count, distinct)))
    with path.open("wb") as file:
        for number in range(count):
            name, body = pages[number % len(pages)]
            round_ = number // len(pages)
            if round_:
                body = body.replace(b"<title>", b"<title>%d " % round_, 1)
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
            head = (
                f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
                "WARC-Date: 2026-11-26T08:00:00Z\r\n"
                f"WARC-Target-URI: http://{name}?{round_}\r\nContent-Type: application/http;msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0))


def measure_speed(work: Path, bodies: Iterable[tuple[str, bytes]], processes: int, rounds: int) -> str:
    folder, out = work / "pages", work / "out"
    write_folder(folder, bodies)
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    pages = len(sizes)
    ours, theirs = out / "ours.jsonl", out / "theirs"
    commands: dict[str, list[str | Path]] = {
        "scraper clean": [BIN / "scraper", "clean", folder, "-o", ours, "-j", str(processes)],
        "of that, all but cleaning": [
            sys.executable,
            "-c",
            NOTHING,
            folder,
            "-o",
            out / "n.jsonl",
            "-j",
            str(processes),
        ],
        "trafilatura --input-dir": [
            *(BIN / "trafilatura", "--input-dir", folder, "--output-dir", theirs),
            *("--json", "--with-metadata", "--parallel", str(processes)),
        ],
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            shutil.rmtree(theirs, ignore_errors=True)
            out.mkdir(exist_ok=True)
            costs[name].append(run_measured(command))
    outputs = {
        "scraper clean": sum(1 for _ in ours.open("rb")),
        "trafilatura --input-dir": sum(1 for path in theirs.rglob("*.json")),
    }
    rows = []
    for name, found in costs.items():
        cpu = median(cost.cpu_s for cost in found)
        wall = median(cost.wall_s for cost in found)
        rows.append([name, f"{1000 * cpu / pages:.2f}", f"{pages / wall:.0f}", str(outputs.get(name, ""))])
    head = ["", "processor ms a page", "pages/s by the clock", "outputs"]
    each = f"{sum(sizes) / pages / 1000:.0f} kB"
    return f"{pages} pages of {each}, {processes} processes, {rounds} runs in turn:\n\n{table(head, rows)}"


def measure_memory(work: Path, sizes: list[int], processes: int, *, cleans: bool) -> str:
    rows = []
    for size in sizes:
        path = work / f"{size}.warc.gz"
        write_warc(path, size, distinct=3000)
        base = [BIN / "scraper", "clean"] if cleans else [sys.executable, "-c", NOTHING]
        cost = run_measured([*base, path, "-o", work / "memory.jsonl", "-j", str(processes)])
        path.unlink()
        rows.append([f"{size:,}", f"{cost.peak / 1e6:.0f}", f"{cost.peak_first / 1e6:.0f}", f"{cost.wall_s:.0f}"])
    head = ["pages", "peak MB, all processes", "peak MB, the one that reads and writes", "s"]
    return table(head, rows)


def measure_warc(work: Path, pages: int, rounds: int) -> str:
    path = work / "rate.warc.gz"
    write_warc(path, pages, distinct=pages)
    rates: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, read in (("fastwarc", _read_by_library), ("scraper.read", _read_by_us)):
            rates.setdefault(name, []).append(pages / _time(lambda read=read: read(path)))
    raw, ours = median(rates["fastwarc"]), median(rates["scraper.read"])
    rows = [["fastwarc, bodies read", f"{raw:,.0f}", ""], ["scraper.read, pages", f"{ours:,.0f}", f"{ours / raw:.2f}"]]
    return table(["", "records a second of processor time", "of fastwarc's"], rows)


def _read_by_library(path: Path) -> None:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    for record in ArchiveIterator(str(path), record_types=WarcRecordType.response):
        record.reader.read()


def _read_by_us(path: Path) -> None:
    from scraper.read import read_paths

    for _ in read_paths([path]):
        pass


def _time(act: Callable[[], None]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dump_speed", description=__doc__)
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--parts", nargs="+", default=["speed", "warc", "memory", "memory-without-cleaning"])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--data", type=Path, help="labelled sets whose pages are cleaned, instead of the demo sites'")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        parts: dict[str, Callable[[], str]] = {
            "speed": lambda: measure_speed(work, bodies, given.processes, given.rounds),
            "warc": lambda: measure_warc(work, 3000, 2 * given.rounds + 1),
            "memory": lambda: measure_memory(work, given.sizes, given.processes, cleans=True),
            "memory-without-cleaning": lambda: measure_memory(work, given.sizes, given.processes, cleans=False),
        }
        bodies = labelled_pages(given.data, given.pages) if given.data else make_pages(given.pages)
        print(describe_run())
        for name in given.parts:
            print(f"\n### {name}\n\n{parts[name]()}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
