"""One request at a time to each host, and a pause between them that grows when the host has trouble."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from scraper.errors import FetchError
from scraper.fetch.leasing import ALONE, HostLeases
from scraper.reasons import Reason
from scraper.settings import FetchSettings

# FETCH.md's steps. That an error never speeds up is Scrapy AutoThrottle's rule.
SLOWER, FASTER = 2.0, 0.75

# Failures of a host in a row, after which the run leaves it alone.
BREAKER_FAILURES = 5


@dataclass(slots=True)
class HostGate:
    """When a host may be asked next. Waiting is in the order of asking.

    Attributes:
        floor_s: Least pause: the setting, or robots.txt's Crawl-delay where that is longer.
        delay_s: The pause as it stands.
        next_at: Earliest start of the next request, on the loop's clock.
        not_before: The host asked not to be called earlier, or an earlier run's pause lasts until then; seconds since 1970.
        failures: Failures in a row.
        leases: Whose turn it is between processes.
    """

    host: str
    floor_s: float
    settings: FetchSettings
    not_before: float | None = None
    delay_s: float = 0.0
    next_at: float = 0.0
    failures: int = 0
    leases: HostLeases = ALONE
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Hold the host while one request runs.

        Raises:
            FetchError: The host failed too often in this run, asked for a longer pause than a run waits, or another process has it.
            StateError: This process has lost its hosts.
        """
        async with self._lock:
            self._check_failures(url)
            await self._hold(url)
            try:
                wait = self._wait_s(url)
                if wait:
                    await asyncio.sleep(wait)
                self._begin_pause()  # what is remembered while the request runs holds after a kill, too
                try:
                    yield
                finally:
                    self._begin_pause()
            finally:
                self.leases.let_go(self.host, self.left_s())

    async def _hold(self, url: str) -> None:
        try:
            rest_s = await self.leases.hold(self.host, self.settings.max_wait_s)
        except TimeoutError as error:
            message = f"{self.host} is asked by another worker; left for a later run"
            raise FetchError(message, url=url, code=Reason.HOST_DEFERRED) from error
        if rest_s:
            self.next_at = max(self.next_at, asyncio.get_running_loop().time() + rest_s)

    def _check_failures(self, url: str) -> None:
        if self.failures >= BREAKER_FAILURES:
            message = f"{self.host} failed {self.failures} times in a row; left alone for this run"
            raise FetchError(message, url=url, code=Reason.HOST_FAILING)

    @property
    def pause_s(self) -> float:
        """The pause between the end of a request and the next one."""
        return max(self.floor_s, self.delay_s)

    def _begin_pause(self) -> None:
        self.next_at = asyncio.get_running_loop().time() + self.pause_s

    def left_s(self) -> float:
        """How long the host is to be left alone from now."""
        asked = (self.not_before or 0.0) - time.time()
        return max(self.next_at - asyncio.get_running_loop().time(), asked, 0.0)

    def _wait_s(self, url: str) -> float:
        wait = self.left_s()
        if wait > self.settings.max_wait_s:
            message = f"{self.host} is to be left alone for {wait:.0f} s more; left for a later run"
            raise FetchError(message, url=url, code=Reason.HOST_DEFERRED)
        return wait

    def went_well(self, latency_s: float, *, is_error: bool = False) -> None:
        """Note an answer: the pause moves towards the host's own latency, after an error only upwards.

        Args:
            latency_s: How long the request took.
            is_error: The answer was an error page: these come fast also from hosts in trouble.
        """
        self.failures = 0
        if self.floor_s <= 0:
            return  # the user wants no pauses
        target = max(latency_s, self.delay_s if is_error else self.delay_s * FASTER)
        self.delay_s = min(max(self.floor_s, target), self.max_delay_s)

    def went_wrong(self) -> None:
        """Count a failure."""
        self.failures += 1

    def slow_down(self) -> None:
        """Ask a busy host (429, 503, time limit) half as often."""
        self.delay_s = min(max(self.delay_s, self.floor_s) * SLOWER, self.max_delay_s)

    def pause_until(self, when: float) -> None:
        """Keep away until a time in seconds since 1970."""
        self.not_before = max(self.not_before or 0.0, when)

    @property
    def max_delay_s(self) -> float:
        """The adaptive pause's cap; a longer Crawl-delay is kept whole."""
        return max(self.settings.max_delay_s, self.floor_s)
