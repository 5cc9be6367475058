"""The pool's side of the other processes."""

import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import send_handle
from typing import Any, Final

from scraper.reasons import Reason
from scraper.records import Page, SiteProfile, Skipped
from scraper.workers.serving import SITES_KEPT, Answer, WorkerLimits, remember, skip_page

PAGES_PER_PROCESS: Final = 200
"""A process is replaced after so many pages, so that leaks in native code cannot add up (FETCH.md, Workers)."""

_GRACE_S: Final = 5.0  # how much longer than its own alarm a process is waited for before it is killed from outside
_FOR_LARGE_ARRAYS: Final = frozenset({"MALLOC_TRIM_THRESHOLD_"})
"""Set by Dask for its workers: each freed array goes back to the system, which costs time with a page's many small ones."""

_RUN: Final = "import sys; from scraper.workers.serving import run_nursery; run_nursery(int(sys.argv[1]))"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteKnowledge:
    """A site's profile on its way to the processes that clean.

    Attributes:
        site: What tells it from other sites.
        version: Another number for another profile of the site.
    """

    site: str
    version: int
    profile: SiteProfile


class Death:
    """How a process ended while it had a page."""

    def __init__(self, code: Reason, detail: str) -> None:
        self._code = code
        self._detail = detail

    def skipped(self, page: Page) -> Skipped:
        """Return the outcome of the page."""
        return skip_page(page, self._code, self._detail)


class Nursery:
    """The process that forks workers; starts with the first one, or before that when told to, and again when it has died."""

    def __init__(self, limits: WorkerLimits) -> None:
        self._limits = limits
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: Connection | None = None
        self._known: dict[str, SiteKnowledge] = {}
        self._is_closed = False

    def begin(self) -> None:
        """Start it, to load the cleaner while there is other work to do; whoever asks for a worker is told if that fails."""
        with self._turn, suppress(OSError):
            if self._process is None and not self._is_closed:
                self._running()

    def fork(self) -> "Worker | Death | None":
        """Return a new worker, or how there came to be none: the nursery died of it; ``None`` once the nursery is closed."""
        pipe, far_end = Pipe()
        with self._turn, far_end:
            if self._is_closed:
                pipe.close()
                return None
            try:
                process = self._fork(far_end)
            except (OSError, EOFError) as exc:  # the system is short of memory or processes, for now
                pipe.close()
                self._bury()
                said = str(exc) or "it died"
                return Death(Reason.CRASHED, f"no cleaning process could be started ({said}): free memory or processes")
            known = {site: knowledge.version for site, knowledge in self._known.items()}
        return Worker(self, process, pipe, self._limits.time_limit_s, known)

    def _fork(self, far_end: Connection) -> int:
        control = self._running()
        control.send(("fork", None))
        assert self._process is not None
        send_handle(control, far_end.fileno(), self._process.pid)
        process: int = control.recv()
        return process

    def know(self, sites: Iterable[SiteKnowledge]) -> None:
        """Make sites known to all workers that are forked from now on; the last ones when there are many."""
        with self._turn:
            for knowledge in list(sites)[-SITES_KEPT:]:
                remember(self._known, knowledge.site, knowledge)
                with suppress(OSError):  # dead: the next one is told when it starts
                    self._running().send(("know", knowledge))

    def end(self, process: int) -> int | None:
        """Kill a worker and return its exit code, negative for a signal; ``None`` when the nursery is gone."""
        with self._turn:
            if self._control is None or self._process is None or self._process.poll() is not None:
                return None  # the number may be somebody else's by now; the worker ends with its pipe
            with suppress(OSError, EOFError):
                os.kill(process, signal.SIGKILL)
                self._control.send(("wait", process))
                code: int = self._control.recv()
                return code
        return None

    def close(self) -> None:
        """End the nursery; workers end with their pipes."""
        with self._turn:
            self._is_closed = True
            self._bury()

    def _bury(self) -> None:
        if self._control:
            self._control.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._process = self._control = None

    def _running(self) -> Connection:
        if self._process is None or self._control is None or self._process.poll() is not None:
            self._bury()
            self._control, far_end = Pipe()
            with far_end:
                self._process = _start(far_end)
            self._control.send(self._limits)
            for knowledge in self._known.values():
                self._control.send(("know", knowledge))
        return self._control


class Worker:
    """One process that cleans, and the pipe to it.

    Attributes:
        usable: Whether it can take another page.
    """

    def __init__(
        self, nursery: Nursery, process: int, pipe: Connection, time_limit_s: float, known: dict[str, int]
    ) -> None:
        self._nursery = nursery
        self._process = process
        self._pipe = pipe
        self._time_limit_s = time_limit_s
        self._pages_left = PAGES_PER_PROCESS
        # Twice, since a write that ends in the middle of a page is gone on with.
        _bound_waits(pipe, (time_limit_s + _GRACE_S) / 2)
        self._known = known  # the version of each site's profile that the process has
        self._exit_code: int | None = None
        self._is_ended = False
        self.usable = True

    def ask(self, task: str, page: Page, known: SiteKnowledge | None) -> Answer | Death:
        """Give it a page and wait for what becomes of it; where it neither reads nor answers, it is given up."""
        self._pages_left -= 1
        self.usable = is_silent = False  # until it has answered
        try:
            self._pipe.send((task, page, self._news(known), known.site if known else None))
            if self._pipe.poll(self._time_limit_s + _GRACE_S):
                answer: Answer = self._pipe.recv()
                self.usable = self._pages_left > 0
                return answer
            is_silent = True
        except BlockingIOError:
            is_silent = True
        except (EOFError, OSError):
            pass  # the process is gone: how it went is what counts
        return self._describe_death(is_silent=is_silent)

    def _news(self, known: SiteKnowledge | None) -> SiteProfile | None:
        """The site's profile if the process does not have it; which sites it has is kept in the same way as there."""
        if known is None:
            return None
        is_held = self._known.get(known.site) == known.version
        remember(self._known, known.site, known.version)
        return None if is_held else known.profile

    def is_gone(self) -> bool:
        """Whether it ended while it had nothing to do: whoever stops a service tells all its processes."""
        try:
            return self._pipe.poll()  # it says nothing unasked; the end of its pipe is all that can be there
        except OSError:
            return True

    def kill(self) -> None:
        """End it."""
        if not self._is_ended:
            self._is_ended = True
            self._exit_code = self._nursery.end(self._process)
            self._pipe.close()

    def _describe_death(self, *, is_silent: bool) -> Death:
        self.kill()
        code = self._exit_code
        if is_silent or code == -signal.SIGALRM:  # silent past its own alarm: stopped, or stuck in the kernel
            return Death(Reason.OUT_OF_TIME, f"cleaning took over {self._time_limit_s:g} s, twice")
        end = "killed" if code is None else signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return Death(Reason.CRASHED, f"the cleaning process died twice ({end})")


def _bound_waits(pipe: Connection, time_s: float) -> None:
    """Wait no longer for a byte through a pipe, which fills when a stopped process does not read (socket(7), SO_SNDTIMEO)."""
    seconds, rest = divmod(time_s, 1)
    limit = struct.pack("@ll", int(seconds), int(rest * 1_000_000))
    with socket.socket(fileno=os.dup(pipe.fileno())) as end:
        for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
            end.setsockopt(socket.SOL_SOCKET, option, limit)


def _start(far_end: Any) -> "subprocess.Popen[bytes]":
    descriptor = far_end.fileno()
    return subprocess.Popen(
        [sys.executable, "-c", _RUN, str(descriptor)],
        pass_fds=(descriptor,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # what native code says when it dies is not for the event log
        # The same import path as here; one thread each, since every core has its own process already.
        env={
            **{name: value for name, value in os.environ.items() if name not in _FOR_LARGE_ARRAYS},
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
        },
        start_new_session=True,  # Ctrl-C on the terminal is for the run to handle, page by page
    )
