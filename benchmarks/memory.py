"""Peak memory of one page over its bytes: new processes for each page, its peak reset before the page's second run.

The C heaps of the parsers are what counts, so it is the kernel's figure of resident memory (``VmHWM``; Linux only).
"""

import ctypes
import gc
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.ours import our_record
from benchmarks.peers import trafilatura_record
from benchmarks.sets import SetPage, spread
from benchmarks.speed import PARSE, parse_page
from benchmarks.tables import table

_STATUS: Final = Path("/proc/self/status")
_CLEAR: Final = Path("/proc/self/clear_refs")
# Resets the peak (proc(5), clear_refs).
_RESET_PEAK: Final = "5"
# Smaller pages are left out: fixed costs weigh more the smaller the page is (bare parse: 10 times a page of 68 kB, 3 times one
# of 1872 kB; 2026-11-23).
LEAST_BYTES: Final = 50_000
# Each is cleaned in three new processes by each of four, which takes about two minutes.
PAGES: Final = 16
# Where a process's memory has room for the page differs by chance: of one process a page, the same work had medians of 10.6 and
# 13.3, of three 11.1 and 12.8 (2026-11-28).
PROCESSES: Final = 3

MEASURED: Final[dict[str, Callable[[SetPage], object]]] = {
    PARSE: parse_page,
    "this project": our_record,
    "this project, no second opinion": partial(our_record, second_opinion=False),
    "trafilatura": trafilatura_record,
}


def _kilobytes(name: str) -> int:
    line = next(line for line in _STATUS.read_text("ascii").splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])


def _measure(name: str, page: SetPage) -> int:
    """Return the bytes by which the peak of resident memory is over what was resident before the page."""
    extract = MEASURED[name]
    # Once before, so that what is built at first use is not charged to the page: 36 MB of trafilatura's on 2 of 6 pages of 68 to
    # 1872 kB, whatever their size; this project's peaks were within a tenth of those after another page (2026-11-23).
    extract(page)
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # free memory of the first run would hide what the page takes
    _CLEAR.write_text(_RESET_PEAK)
    before = _kilobytes("VmRSS")
    extract(page)
    return (_kilobytes("VmHWM") - before) * 1024


def measure_memory(pages: Sequence[SetPage]) -> dict[str, list[float]]:
    """Return for each extractor the peak of every page over the page's bytes, the median of several processes."""
    # An executor, not a Pool: that would start a child anew for ever when it cannot be imported.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as executor:
        runs = {name: [executor.map(partial(_measure, name), pages) for _ in range(PROCESSES)] for name in MEASURED}
        peaks = {name: [median(found) for found in zip(*processes, strict=True)] for name, processes in runs.items()}
    sizes = [len(page.body) for page in pages]
    return {name: [peak / size for peak, size in zip(found, sizes, strict=True)] for name, found in peaks.items()}


def memory_table(pages: Sequence[SetPage]) -> str:
    """Return the peaks over a page's bytes; a note where the system gives no such figure."""
    if not _CLEAR.exists():
        return "Not measured: the system has no /proc."
    large = sorted((page for page in pages if len(page.body) >= LEAST_BYTES), key=lambda page: len(page.body))
    chosen = spread(large, PAGES)
    if not chosen:
        return f"Not measured: no page over {LEAST_BYTES // 1000} kB."
    body = [
        [name, f"{median(ratios):.1f}", f"{max(ratios):.1f}", str(sum(ratio > 12 for ratio in ratios))]
        for name, ratios in measure_memory(chosen).items()
    ]
    sizes = f"{len(chosen)} pages of {len(chosen[0].body) // 1000} to {len(chosen[-1].body) // 1000} kB"
    return f"{sizes}.\n\n" + table(["peak memory over the page's bytes", "median", "largest", "pages over 12"], body)
