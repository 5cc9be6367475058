"""A Dask cluster of separate processes on loopback, each worker with its own memory limit and folder; all of them can be killed."""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

_START_S = 60.0

# A worker's profiler keeps a tree of calls for each of the last thousand seconds: it grew by 1.5 MB a minute (2026-11-26).
_SETTINGS = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}


class Cluster:
    """A scheduler and workers, started with Dask's own commands.

    Args:
        folder: For their files.
        workers: How many; each has a nanny that starts it again when it dies.
        memory: Limit of each worker.
    """

    def __init__(self, folder: Path, workers: int, memory: str = "2GB") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._told = folder / "scheduler.json"
        self._workers = workers
        self._memory = memory
        self._log = (folder / "log").open("wb")
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self._wait_for_scheduler()
        for number in range(self._workers):
            self._start(
                *("dask_worker", "--nthreads", "1", "--memory-limit", self._memory, "--no-dashboard"),
                *("--local-directory", str(self._folder / f"worker{number}"), "--death-timeout", "30"),
                *("--host", "127.0.0.1"),
            )
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._started:
            process.terminate()
        for process in self._started:
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:  # one whose scheduler was killed asks for it for a long time
                process.kill()
                process.wait()
        self._log.close()

    @property
    def address(self) -> str:
        """Of the scheduler."""
        return str(json.loads(self._told.read_text())["address"])

    def worker_pids(self) -> list[int]:
        """Return the processes that do the tasks now, which are their nannies' children."""
        nannies = [process.pid for process in self._started if process is not self.scheduler]
        return [pid for nanny in nannies for pid in children_of(nanny) if b"spawn_main" in command_of(pid)]

    def _start(self, command: str, *arguments: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{command}", "--scheduler-file", str(self._told), *arguments],
            stdout=self._log,
            stderr=self._log,
            env={**os.environ, **_SETTINGS, "PYTHONPATH": os.getcwd()},
        )
        self._started.append(process)
        return process

    def _wait_for_scheduler(self) -> None:
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            with suppress(OSError, ValueError, KeyError):  # not there yet, or half written
                if self.address:
                    return
            time.sleep(0.05)
        raise TimeoutError("the scheduler did not start")


def children_of(pid: int) -> list[int]:
    """Return a process' children."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def command_of(pid: int) -> bytes:
    """Return a process' command line; empty when it is gone."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""
