"""Peak memory of a command with all its processes: shared pages counted once (``Pss``; Linux only)."""

import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took; memory in bytes, of all its processes at once and of the first alone."""

    wall_s: float
    cpu_s: float
    peak: int
    peak_first: int


def run_measured(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end."""
    before, begun = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        peaks = [0, 0]
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        code = process.wait()
        watcher.join()
    assert code in (0, 1), (code, command)
    after = getrusage(RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - begun, cpu_s, peaks[0], peaks[1])


def _watch(process: "subprocess.Popen[bytes]", peaks: list[int]) -> None:
    while process.poll() is None:
        sizes = [_size(pid) for pid in _tree(process.pid)]
        peaks[0] = max(peaks[0], sum(sizes))
        peaks[1] = max(peaks[1], sizes[0])
        time.sleep(_EVERY_S)


def _tree(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        with suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def size_of_tree(pid: int, *, alone: bool = False) -> int:
    """Return the memory of a process with all that it has started; or of itself alone."""
    return sum(map(_size, [pid] if alone else _tree(pid)))


def _size(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
