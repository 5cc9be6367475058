"""One worker's part in a job: its lease on hosts, renewed while it lives, and what the job asks of it."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

from scraper.errors import LeaseLostError, StateError
from scraper.pipeline.watch import StopReason, Watcher
from scraper.store import JobState, Leases, clock

_log: Final = logging.getLogger(__name__)

MARGIN: Final = 1 / 3
"""Share of the term that its holder leaves unused: a request that was checked and then held up (a stopped process, a swapping
machine) may be so late before another worker may ask the same host."""

_RENEWALS: Final = 6  # in a term: four may fail in a row before the holder's time is over
_LOOK_S: Final = 1.0  # how soon a stop, and another worker's wish for a host, are noticed
_POLL_S: Final = 0.5  # how often a host that another worker has is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What a worker takes part in, and for how long hosts are its own.

    Attributes:
        job: The job's name.
        worker: Tells the worker from others, for people.
        term_s: Another worker may have its hosts when it has been silent for so long.
    """

    job: str
    worker: str
    term_s: float

    @property
    def usable_s(self) -> float:
        """How long after a renewal the worker asks hosts, the margin left out."""
        return self.term_s * (1 - MARGIN)

    @property
    def renewal_s(self) -> float:
        """How often the lease is renewed."""
        return self.term_s / _RENEWALS

    @property
    def look_s(self) -> float:
        """How often the job's file is looked at."""
        return min(_LOOK_S, self.renewal_s)


class WorkerSession:
    """The hosts of one worker in one job: what ``scraper.fetch.HostLeases`` asks for.

    All but the beating is done in the event loop of the run; one thread does its changes to the file, in their order, another
    beats, so that neither a slow file nor a busy loop holds up the other.

    Args:
        leases: The job's file.
        part: The job, and how long a lease holds.
        watcher: Is asked to stop when the job is.
        on_look: Called each time the file has been looked at, in the thread that beats.
        now: A clock that never goes back.
    """

    def __init__(
        self,
        leases: Leases,
        part: Membership,
        watcher: Watcher,
        on_look: Callable[[], None] = lambda: None,
        now: Callable[[], float] = clock,
    ) -> None:
        self._leases, self._part, self._watcher = leases, part, watcher
        self._on_look, self._now = on_look, now
        self._driver = _Pulse(part.term_s)
        began = now()
        self._session = leases.open_session(part.worker)
        self._ends_at = began + part.usable_s
        self._renew_at = began + part.renewal_s
        self._held: dict[str, float] = {}  # when each host's rest ends
        self._busy: set[str] = set()
        self._wanted: frozenset[str] = frozenset()
        self._changes = ThreadPoolExecutor(1, thread_name_prefix="leases")
        self._closing = threading.Event()
        self._lost = asyncio.Event()
        self._obey(leases.look(self._session).job)

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Renew the lease while the block runs, and give all hosts back at its end."""
        self._loop = asyncio.get_running_loop()
        thread = threading.Thread(target=self._beat, name="lease", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._closing.set()
            await asyncio.to_thread(thread.join)
            self._changes.shutdown(wait=True)
            now = self._now()
            rests_s = {host: until - now for host, until in self._held.items() if until > now}
            with suppress(StateError):  # then others wait until the term is over
                self._leases.close_session(self._session, rests_s)

    async def hold(self, host: str, wait_s: float) -> float:
        """Begin a turn, as ``HostLeases`` says."""
        give_up_at = self._now() + wait_s
        self._busy.add(host)
        try:
            while host not in self._held:
                self.require()
                rest_s = await self._loop.run_in_executor(self._changes, self._leases.acquire, self._session, host)
                if rest_s is not None:
                    self._held[host] = self._now() + rest_s
                    return rest_s
                if self._now() >= give_up_at:
                    raise TimeoutError(host)
                await asyncio.sleep(min(_POLL_S, self._part.look_s))
        except BaseException:
            self._busy.discard(host)
            raise
        return 0.0

    def let_go(self, host: str, rest_s: float) -> None:
        """End a turn, as ``HostLeases`` says."""
        self._busy.discard(host)
        self._held[host] = self._now() + rest_s
        self._yield_hosts(self._wanted & {host})

    def require(self) -> None:
        """Check the lease, as ``HostLeases`` says."""
        if self._now() >= self._ends_at:
            raise LeaseLostError("this worker could not renew its lease in time: its hosts may be another's")

    async def wait_lost(self) -> None:
        """Return once the lease is over."""
        while (left_s := self._ends_at - self._now()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._lost.wait(), left_s)

    def _yield_hosts(self, hosts: frozenset[str]) -> None:
        """Give back hosts that others wait for and nobody here is asking."""
        for host in hosts - self._busy:
            rest_s = max(self._held.pop(host, 0.0) - self._now(), 0.0)
            self._changes.submit(self._release, host, rest_s)
        self._wanted -= hosts - self._busy

    def _release(self, host: str, rest_s: float) -> None:
        try:
            self._leases.release(self._session, host, rest_s)
        except StateError as error:  # it is still wanted at the next look
            _log.warning("host not released host=%s error=%s", host, error)

    def _beat(self) -> None:
        """Renew and look until the end; in a thread of its own."""
        while not self._closing.wait(self._part.look_s):
            try:
                if self._now() >= self._renew_at and not self._renew():
                    return
                sight = self._leases.look(self._session)
            except StateError as error:
                _log.warning("lease not renewed error=%s", error)
                continue
            if not self._closing.is_set():
                self._loop.call_soon_threadsafe(self._take_note, sight.wanted)
            self._obey(sight.job)
            self._on_look()

    def _renew(self) -> bool:
        began = self._now()
        if self._leases.renew(self._session):
            self._ends_at = began + self._part.usable_s
            self._renew_at = began + self._part.renewal_s
            return True
        self._ends_at = float("-inf")
        self._loop.call_soon_threadsafe(self._lost.set)
        return False

    def _take_note(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._yield_hosts(wanted)

    def _obey(self, state: JobState) -> None:
        """Stop when the job is stopped, was begun anew, or is nobody's any more."""
        if state.job != self._part.job or self._driver.is_silent(state.beat, self._now()):
            self._watcher.stop(StopReason.ABANDONED)
        elif state.stop:
            self._watcher.stop(StopReason(state.stop))


@dataclass(slots=True)
class _Pulse:
    """Whether somebody else still counts a number up."""

    patience_s: float
    _beat: int | None = field(default=None)
    _since: float = 0.0

    def is_silent(self, beat: int, now: float) -> bool:
        """Tell whether the number has been the same for as long as patience lasts."""
        if beat != self._beat:
            self._beat, self._since = beat, now
        return now - self._since >= self.patience_s
