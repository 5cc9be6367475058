"""Processes on this machine, one task at a time in each; one that dies is replaced, and its task done again."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from typing import Any, Final, Self

from scraper.scale.engine import TRIES, Finished, Task, finish, lost, perform
from scraper.version import VERSION

_RUN: Final = "import sys; from scraper.scale.local import serve; serve(int(sys.argv[1]))"


class LocalEngine:
    """An engine of processes that it starts when they are needed, and that end with it, however it ends.

    They are started with a plain command: ``multiprocessing``'s own start methods run the caller's main module again.

    Args:
        workers: At most so many.
    """

    dashboard: str | None = None

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._processes = [_Process() for _ in range(workers)]
        for process in self._processes:
            self._idle.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def slots(self) -> int:
        """How many tasks are done at once."""
        return self._workers

    def run(self, tasks: Iterable[Task]) -> Iterator[Finished]:
        """Do tasks, as ``Engine.run``; one for each process waits beside those under way."""
        waiting, running = iter(tasks), set[Future[Finished]]()
        called_off = threading.Event()
        threads = ThreadPoolExecutor(self._workers, thread_name_prefix="scale")
        try:
            while True:
                room = 2 * self._workers - len(running)
                running.update(threads.submit(self._do, task, called_off) for task in islice(waiting, room))
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            if running:
                called_off.set()
                for process in self._processes:
                    process.kill()
            threads.shutdown(cancel_futures=True)

    def close(self) -> None:
        """Kill the processes."""
        for process in self._processes:
            process.bury()

    def _do(self, task: Task, called_off: threading.Event) -> Finished:
        process = self._idle.get()
        try:
            order = pickle.dumps((VERSION, task.work, task.arguments))
            for _ in range(TRIES):
                with suppress(EOFError, OSError):  # it died
                    return finish(task, process.ask(order, called_off))
            return lost(task)
        finally:
            self._idle.put(process)


class _Process:
    """One process, started with the first task, and again when it has died."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._pipe: Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_killed = False

    def ask(self, order: bytes, called_off: threading.Event) -> Any:
        """Give it a task and wait for the answer.

        Raises:
            EOFError: It died, or nobody waits for the answer any more.
            OSError: It died.
        """
        with self._turn:
            if called_off.is_set():
                raise EOFError
            if self._is_killed:  # when nobody waited for it
                self._let_go()
            if self._pipe is None:
                self._pipe, self._process = _start()
            pipe = self._pipe
        try:
            pipe.send_bytes(order)
            return pipe.recv()
        except (EOFError, OSError):
            self.bury()
            raise

    def kill(self) -> None:
        """End it; whoever waits for its answer hears that it died."""
        with self._turn:
            if self._process:
                self._process.kill()
                self._is_killed = True

    def bury(self) -> None:
        """End it and let go of what it had."""
        with self._turn:
            self._let_go()

    def _let_go(self) -> None:
        if self._pipe and self._process:
            self._pipe.close()
            self._process.kill()
            self._process.wait()
        self._pipe = self._process = None
        self._is_killed = False


def _start() -> tuple[Connection, "subprocess.Popen[bytes]"]:
    pipe, far_end = Pipe()
    with far_end:
        process = subprocess.Popen(
            [sys.executable, "-c", _RUN, str(far_end.fileno())],
            pass_fds=(far_end.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,  # Ctrl-C on the terminal is for the run to handle
        )
    return pipe, process


def serve(descriptor: int) -> None:
    """Do the tasks that come through a pipe, and end with it, also in the middle of one. The main function of a process."""
    pipe = Connection(descriptor)
    orders: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(pipe, orders), daemon=True).start()
    while True:
        pipe.send(perform(*pickle.loads(orders.get())))  # written by the process that started this one


def _listen(pipe: Connection, orders: "SimpleQueue[bytes]") -> None:
    while True:
        try:
            orders.put(pipe.recv_bytes())
        except (EOFError, OSError):
            os._exit(0)  # whoever asked is gone: a task that nobody waits for is not gone on with
