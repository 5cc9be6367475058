"""The pool: pages to processes, each page a second try, one outcome for each."""

import asyncio
import math
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Final, Self, TypeVar

from scraper.reasons import Reason
from scraper.records import Outcome, Page, PageFingerprint, Skipped
from scraper.settings import CleanSettings
from scraper.workers.serving import Answer, WorkerLimits
from scraper.workers.worker import Death, Nursery, SiteKnowledge, Worker

_T = TypeVar("_T")

START_SECOND_AFTER: Final = 4
"""A second process is not worth its start for fewer pages (10 ms each, 2026-11)."""

_CLEANER: Final = "scraper.cleaner:clean_page"
_FINGERPRINTER: Final = "scraper.cleaner:fingerprint"
_START_PAUSES_S: Final = (0.2, 1.0, 5.0)
"""Where the system gives no process, it is asked again: a shortage of memory passes, and must not cost page after page."""

_BROKE_IT: Final = frozenset({Reason.CRASHED, Reason.OUT_OF_TIME})


class CleanerPool:
    """Cleans pages in other processes, one page at a time in each. Safe to use from several threads.

    Processes start when they are needed, the second one only after some pages. Close the pool, or use it in ``with``.

    Args:
        settings: How to clean.
        processes: At most so many at once.
        time_limit_s: A page that takes longer is given up.
        memory_bytes: Address space of one process.
        cleaner: ``module:function``, called with a page and the settings in the other process.
        quarantine: Given each page that cleaning broke at, twice, and its outcome; may be called from several threads.

    Raises:
        ValueError: ``processes`` is below 1, or ``time_limit_s`` is no time.
    """

    def __init__(
        self,
        settings: CleanSettings,
        processes: int,
        time_limit_s: float = 20.0,
        memory_bytes: int = 2 << 30,
        cleaner: str = _CLEANER,
        quarantine: Callable[[Page, Skipped], None] | None = None,
    ) -> None:
        if processes < 1:
            raise ValueError(
                f"processes must be 1 or more, not {processes}; without it, there is one for each processor"
            )
        if time_limit_s <= 0:
            raise ValueError(f"the time limit must be more than 0 seconds, not {time_limit_s:g}")
        self._processes = processes
        self._cleaner = cleaner
        self._quarantine = quarantine
        self._nursery = Nursery(
            WorkerLimits(
                settings=settings,
                processes=processes,
                cleaner=cleaner,
                time_limit_s=time_limit_s,
                memory_bytes=memory_bytes,
            )
        )
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="cleaner")
        self._turn = threading.Condition()
        self._idle: list[Worker] = []
        self._alive: set[Worker] = set()
        self._started = 0
        self._pages = 0
        self._closed = False
        self._closing = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self) -> None:
        """Load the cleaner in another process (.4 s) while there is other work to do."""
        self._nursery.begin()

    def clean(self, page: Page, known: SiteKnowledge | None = None) -> Outcome:
        """Clean one page, by what is known of its site; blocks until it is done, given up or has failed twice."""
        answer = self._ask(self._cleaner, page, known)
        assert not isinstance(answer, PageFingerprint | None)
        if self._quarantine and isinstance(answer, Skipped) and answer.code in _BROKE_IT and not self._closed:
            self._quarantine(page, answer)
        return answer

    def fingerprint(self, page: Page) -> PageFingerprint | None:
        """Return what a site's profile keeps of a page; None for one without text, and for one that fails twice."""
        answer = self._ask(_FINGERPRINTER, page, None)
        return answer if isinstance(answer, PageFingerprint) else None

    def _ask(self, task: str, page: Page, known: SiteKnowledge | None) -> Answer:
        outcome: Answer = None
        for _ in range(2):  # a process may die of an earlier page's doing: each page gets a second, fresh one
            worker = self._take()
            if worker is None:
                return Death(Reason.CRASHED, "the run was stopped").skipped(page)
            answer = worker if isinstance(worker, Death) else self._ask_one(worker, task, page, known)
            if not isinstance(answer, Death):
                return answer
            outcome = answer.skipped(page)
            if self._closed:
                break
        return outcome

    def _ask_one(self, worker: Worker, task: str, page: Page, known: SiteKnowledge | None) -> Answer | Death:
        try:
            return worker.ask(task, page, known)
        finally:
            self._give_back(worker)

    async def clean_async(self, page: Page, known: SiteKnowledge | None = None) -> Outcome:
        """Clean one page without blocking the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.clean, page, known)

    async def fingerprint_async(self, page: Page) -> PageFingerprint | None:
        """Fingerprint one page without blocking the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.fingerprint, page)

    def clean_all(
        self, pages: Iterable[Page | Skipped], know: Callable[[Page], SiteKnowledge | None] = lambda _: None
    ) -> Iterator[Outcome]:
        """Clean pages as they come and yield one outcome for each, in their order.

        What is skipped already passes through. At most twice as many pages as there are processes are held at once.

        Args:
            pages: Read one by one.
            know: Tells what is known of a page's site.
        """
        calls = (page if isinstance(page, Skipped) else partial(self.clean, page, know(page)) for page in pages)
        return self._run_all(calls)

    def fingerprint_all(self, pages: Iterable[Page]) -> Iterator[PageFingerprint | None]:
        """Fingerprint pages as they come and yield one answer for each, in their order."""
        return self._run_all(partial(self.fingerprint, page) for page in pages)

    def know(self, sites: Iterable[SiteKnowledge]) -> None:
        """Make sites known to all processes before they begin: reading a profile takes each as long as cleaning forty pages."""
        self._nursery.know(sites)
        with self._turn:
            for worker in self._idle:
                worker.kill()
            self._alive.difference_update(self._idle)
            self._started -= len(self._idle)
            self._idle = []

    def _run_all(self, calls: "Iterable[_T | Callable[[], _T]]") -> "Iterator[_T]":
        ahead: deque[Future[_T] | _T] = deque()
        for call in calls:
            ahead.append(self._threads.submit(call) if callable(call) else call)
            if len(ahead) > 2 * self._processes:
                yield _result(ahead.popleft())
        while ahead:
            yield _result(ahead.popleft())

    def close(self) -> None:
        """Kill the processes; pages that are being cleaned end as crashed."""
        with self._turn:
            self._closed = True
            for worker in self._alive:
                worker.kill()
        self._closing.set()
        self._nursery.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _take(self) -> Worker | Death | None:
        with self._turn:
            self._pages += 1
            while True:
                if idle := self._take_idle():
                    return idle
                if self._started < (self._processes if self._pages > START_SECOND_AFTER else 1):
                    break
                self._turn.wait()
            self._started += 1
        worker = self._fork()
        with self._turn:
            if isinstance(worker, Worker):
                self._alive.add(worker)
                if self._closed:
                    worker.kill()
            else:  # its place is another's, who would wait for it without end
                self._started -= 1
                self._turn.notify()
        return worker

    def _take_idle(self) -> Worker | None:
        while self._idle:
            worker = self._idle.pop()
            if not worker.is_gone():
                return worker
            worker.kill()
            self._alive.discard(worker)
            self._started -= 1
        return None

    def _fork(self) -> Worker | Death | None:
        worker = self._nursery.fork()
        for pause_s in _START_PAUSES_S:
            if not isinstance(worker, Death):
                break
            self._closing.wait(pause_s)
            worker = self._nursery.fork()
        return worker

    def _give_back(self, worker: Worker) -> None:
        with self._turn:
            if worker.usable and not self._closed:
                self._idle.append(worker)
            else:
                worker.kill()
                self._alive.discard(worker)
                self._started -= 1
            self._turn.notify()


def _result(item: Future[_T] | _T) -> _T:
    return item.result() if isinstance(item, Future) else item


def default_processes() -> int:
    """Return how many processes this machine lets us run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else math.ceil(os.cpu_count() or 1)
