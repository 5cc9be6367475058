"""``python -m benchmarks.distributed``: cleaning in parts by local processes and by Dask, against one process.

The dump is one web archive of the demo sites, grown. Dask's scheduler and workers are processes of their own on loopback, each
worker with a memory limit and a folder. Times are by the clock, medians of runs in turn: measure them on an idle machine.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.dask_cluster import Cluster
from benchmarks.dump_memory import size_of_tree
from benchmarks.dump_speed import labelled_pages, write_folder, write_warc
from benchmarks.machine import describe_run
from benchmarks.tables import table

SCRAPER: Final = Path(sys.executable).parent / "scraper"
DISTINCT: Final = 3000
_GONE: Final = 4  # the exit code of a job whose scheduler is gone


@dataclass(frozen=True, slots=True)
class Bench:
    """What the parts share."""

    work: Path
    pages: int
    rounds: int
    kills: int
    seed: int
    data: Path | None

    def dump(self, pages: int) -> Path:
        """Return a web archive of so many pages, or a folder of real ones, written once."""
        if self.data:
            write_folder(self.work / "real", labelled_pages(self.data, pages))
            return self.work / "real"
        path = self.work / f"{pages}.warc.gz"
        if not path.exists():
            write_warc(path, pages, DISTINCT)
        return path


def clean_command(dump: Path, output: Path, *flags: str) -> list[str]:
    return list(map(str, (SCRAPER, "clean", dump, "-o", output, *flags)))


def run(command: Sequence[str], expected: int = 0) -> float:
    """Run a command to its end and return how long it took."""
    begun = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != expected:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr[-2000:].decode()}")
    return time.perf_counter() - begun


def count_records(output: Path) -> Counter[bytes]:
    """Return the digests of the records in a file, or in the parts that a folder's manifest lists."""
    files = [output]
    if output.is_dir():
        files = [output / part["name"] for part in json.loads((output / "manifest.json").read_bytes())["parts"]]
    return Counter(hashlib.sha256(line).digest() for file in files for line in file.open("rb"))


def digest_of(records: Counter[bytes]) -> str:
    told = hashlib.sha256()
    for record in sorted(records.elements()):
        told.update(record)
    return told.hexdigest()[:16]


def measure_equal(bench: Bench) -> str:
    dump, out = bench.dump(bench.pages), bench.work / "equal"
    found: dict[str, Counter[bytes]] = {}
    run(clean_command(dump, out / "one.jsonl", "-j", "1"))
    found["one process"] = count_records(out / "one.jsonl")
    run(clean_command(dump, out / "local", "--workers", "2"))
    found["--workers 2"] = count_records(out / "local")
    for workers in (1, 2):
        with Cluster(bench.work / f"cluster{workers}", workers) as cluster:
            run(clean_command(dump, out / f"dask{workers}", *_on(cluster)))
        found[f"Dask, {workers} of them"] = count_records(out / f"dask{workers}")
    first = found["one process"]
    rows = [
        [name, f"{records.total():,}", digest_of(records), "yes" if records == first else "NO"]
        for name, records in found.items()
    ]
    return table(["", "records", "digest of the sorted records", "byte-equal"], rows)


def measure_kills(bench: Bench) -> str:
    dump, out = bench.dump(bench.pages), bench.work / "kills"
    chance = random.Random(bench.seed)
    rows = []
    with Cluster(bench.work / "cluster", 2) as cluster:
        whole_s = run(clean_command(dump, out / "whole", *_on(cluster)))
        whole = count_records(out / "whole")
        for number in range(bench.kills):
            output, at_s = out / str(number), chance.uniform(0.05, 0.85) * whole_s
            with later(at_s, lambda: os.kill(chance.choice(cluster.worker_pids()), signal.SIGKILL)):
                took_s = run(clean_command(dump, output, *_on(cluster)))
            rows.append(["a worker", f"{at_s:.1f}", f"{took_s:.1f}", *_compare(whole, output)])
            shutil.rmtree(output)
    for number in range(max(1, bench.kills // 3)):
        output, at_s = out / f"scheduler{number}", chance.uniform(0.2, 0.9) * whole_s
        with Cluster(bench.work / f"lost{number}", 2) as cluster, later(at_s, cluster.scheduler.kill):
            took_s = run(clean_command(dump, output, *_on(cluster)), expected=_GONE)
        done = len(list(output.glob("_job/*/0*")))
        with Cluster(bench.work / f"again{number}", 2) as cluster:
            took_s += run(clean_command(dump, output, *_on(cluster)))
        name = f"the scheduler, {done} parts done; again"
        rows.append([name, f"{at_s:.1f}", f"{took_s:.1f}", *_compare(whole, output)])
        shutil.rmtree(output)
    told = f"{bench.pages:,} pages, 2 workers, {whole_s:.1f} s without a kill, {whole.total():,} records, seed {bench.seed}:"
    return f"{told}\n\n{table(['killed', 'at s', 'took s', 'records', 'lost', 'doubled'], rows)}"


def _compare(whole: Counter[bytes], output: Path) -> list[str]:
    found = count_records(output)
    return [f"{found.total():,}", str((whole - found).total()), str((found - whole).total())]


@contextmanager
def later(seconds: float, act: Callable[[], object]) -> Iterator[None]:
    """Act after so long while the block runs; a block that ends before does not see it."""
    timer = threading.Timer(seconds, act)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def measure_efficiency(bench: Bench) -> str:
    dump, out = bench.dump(bench.pages), bench.work / "efficiency"
    times: dict[str, list[float]] = {}

    def note(name: str, *flags: str) -> None:
        output = out / ("one.jsonl" if "-j" in flags else "parts")
        times.setdefault(name, []).append(run(clean_command(dump, output, *flags)))
        shutil.rmtree(out)

    for _ in range(bench.rounds):
        note("one process (-j 1)", "-j", "1")
        note("two processes (-j 2)", "-j", "2")
        note("--workers 1", "--workers", "1")
        note("--workers 2", "--workers", "2")
        note("--engine dask --workers 1, its start included", "--engine", "dask", "--workers", "1")
        for workers in (1, 2):
            with Cluster(bench.work / f"cluster{workers}", workers) as cluster:
                run([sys.executable, "-c", _WAIT.format(cluster.address, workers)])
                note(f"Dask, {workers} of them, running before", *_on(cluster))
    found = {name: median(values) for name, values in times.items()}
    rows = [
        [
            name,
            f"{value:.1f}",
            f"{1000 * value / bench.pages:.2f}",
            " ".join(f"{one:.1f}" for one in sorted(times[name])),
        ]
        for name, value in found.items()
    ]
    local = found["--workers 1"] / found["--workers 2"] / 2
    dask = found["Dask, 1 of them, running before"] / found["Dask, 2 of them, running before"] / 2
    begun = found["--engine dask --workers 1, its start included"]
    plain = {name: begun / found[name] - 1 for name in ("one process (-j 1)", "--workers 1")}
    told = [
        f"Efficiency from one to two workers: local {local:.3f}, Dask {dask:.3f}.",
        *(
            f"--engine dask with one worker takes {100 * share:+.1f} % of the time of {name}."
            for name, share in plain.items()
        ),
    ]
    head = ["", "s, median", "ms a page", "runs, s"]
    return f"{bench.pages:,} pages, {bench.rounds} runs in turn:\n\n{table(head, rows)}\n\n" + "\n".join(told)


_WAIT: Final = "from distributed import Client; Client('{}').wait_for_workers({})"


def measure_memory(bench: Bench) -> str:
    rows = []
    for pages in (bench.pages, 20 * bench.pages):
        dump, output = bench.dump(pages), bench.work / "memory"
        peaks: Counter[str] = Counter()
        with Cluster(bench.work / f"cluster{pages}", 2) as cluster, watched(cluster, peaks):
            command = clean_command(dump, output, *_on(cluster))
            begun = time.perf_counter()
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as job:
                while job.poll() is None:
                    peaks["job"] = max(peaks["job"], size_of_tree(job.pid))
                    time.sleep(0.5)
            took_s = time.perf_counter() - begun
        assert job.returncode == 0, job.returncode
        bytes_written = sum(path.stat().st_size for path in output.glob("part-*"))
        sizes = [f"{peaks[name] / 1e6:.0f}" for name in ("scheduler", "worker", "cleaning", "job")]
        rows.append([f"{pages:,}", *sizes, f"{took_s:.0f}", f"{bytes_written / pages:,.0f}"])
        shutil.rmtree(output)
    head = ["pages", "scheduler", "a worker", "what cleans for it", "the command", "s", "bytes of JSON a page"]
    return "Peaks in MB, 2 workers:\n\n" + table(head, rows)


@contextmanager
def watched(cluster: Cluster, peaks: Counter[str]) -> Iterator[None]:
    """Keep the largest sizes of a cluster's processes, shared pages counted once."""
    stopping = threading.Event()

    def watch() -> None:
        while not stopping.wait(0.5):
            peaks["scheduler"] = max(peaks["scheduler"], size_of_tree(cluster.scheduler.pid))
            for pid in cluster.worker_pids():
                alone = size_of_tree(pid, alone=True)
                peaks["worker"] = max(peaks["worker"], alone)
                peaks["cleaning"] = max(peaks["cleaning"], size_of_tree(pid) - alone)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()


def measure_shuffle(bench: Bench) -> str:
    """What goes between the stages: the sizes of the job's passing parts, before they are removed."""
    dump, output = bench.dump(bench.pages), bench.work / "shuffle"
    sizes: Counter[str] = Counter()
    command = clean_command(dump, output, "--workers", "2")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as job:
        while job.poll() is None:
            for name in ("splits", "fingerprints", "folds", "profiles"):
                files = (output / "_job" / name).glob("0*")
                with_sizes = sum(_size(path) for path in files)
                sizes[name] = max(sizes[name], with_sizes)
            time.sleep(0.05)
    sizes["receipts"] = sum(_size(path) for path in (output / "_job/receipts").iterdir())
    sizes["records (JSON lines)"] = sum(_size(path) for path in output.glob("part-*"))
    sizes["the dump"] = _size(dump) if dump.is_file() else sum(_size(path) for path in dump.rglob("*.html"))
    shutil.rmtree(output)
    rows = [[name, f"{size:,}", f"{size / bench.pages:,.0f}"] for name, size in sizes.items()]
    return table([f"{bench.pages:,} pages", "bytes", "bytes a page"], rows)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _on(cluster: Cluster) -> list[str]:
    return ["--engine", "dask", "--scheduler", cluster.address]


PARTS: Final[dict[str, Callable[[Bench], str]]] = {
    "equal": measure_equal,
    "kills": measure_kills,
    "efficiency": measure_efficiency,
    "memory": measure_memory,
    "shuffle": measure_shuffle,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.distributed", description=__doc__)
    parser.add_argument(
        "--parts", default=",".join(PARTS), help=f"of {', '.join(PARTS)}; memory measures 20 times the pages too"
    )
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, help="labelled sets whose pages are cleaned, instead of the demo sites'")
    given = parser.parse_args()
    print(describe_run())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.pages, given.rounds, given.kills, given.seed, given.data)
        for name in given.parts.split(","):
            print(f"\n### {name}\n\n{PARTS[name](bench)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
