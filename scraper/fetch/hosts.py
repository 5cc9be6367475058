"""Asking hosts politely: robots.txt first, one request at a time, pauses, and what is remembered of each host."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from scraper.errors import FetchError
from scraper.fetch.answers import HostRecord
from scraper.fetch.client import Answer, Client, Limits
from scraper.fetch.leasing import HostLeases
from scraper.fetch.pacing import HostGate
from scraper.fetch.redirects import REDIRECTS, redirect_target
from scraper.fetch.retry import (
    MAX_RETRY_AFTER_S,
    RETRIED_STATUSES,
    DroppedError,
    StatusError,
    backoff_s,
    is_passing,
    retry_after_s,
)
from scraper.fetch.robots import RobotsKeeper
from scraper.fetch.robots_rules import MAX_BYTES, Rules, product_token
from scraper.reasons import Reason
from scraper.settings import FetchSettings
from scraper.urls import host_of, site_of

# Failures that are the host's, not the page's: they count for the breaker, each time.
_HOST_FAULTS: Final = frozenset({Reason.CONNECT, Reason.DNS, Reason.TLS})
# A page may be slow, or break the connection, on a host that is well: these count once for each URL, however often it is tried.
_SLOW: Final = frozenset({Reason.TIMEOUT, Reason.DEADLINE})
_BUSY: Final = frozenset({429, 503})

# Pauses that a kill must not cut short: from so long on, each is kept when its request begins, in
# .06 ms (median of 300, 2026-11-27). A shorter one is over before cron, which counts in minutes, starts the next run.
KEPT_PAUSE_S: Final = 10.0

Remember: TypeAlias = Callable[[Iterable[HostRecord]], None]
"""Keeps what a later run should know of hosts."""


def forget(records: Iterable[HostRecord]) -> None:
    """Keep nothing: for who asks once."""


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What one URL may still cost, over its redirects and retries. Waiting for a host's turn costs nothing.

    Attributes:
        attempt_s: Time for one attempt.
        left_s: Time for the rest of all attempts.
        has_asked: Whether this attempt sent any request.
    """

    wire_bytes: int
    body_bytes: int
    attempt_s: float
    left_s: float
    is_cut: bool = False
    has_asked: bool = False
    _attempt_left_s: float = 0.0

    @property
    def attempt_spent_s(self) -> float:
        """Time that this attempt's requests have taken, waiting for turns left out."""
        return self.attempt_s - self._attempt_left_s

    def start_attempt(self) -> None:
        """Begin an attempt with its full time."""
        self._attempt_left_s = self.attempt_s
        self.has_asked = False

    def limits(self, url: str) -> Limits:
        """Return the limits for the next request.

        Raises:
            FetchError: No time is left (``deadline``).
        """
        time_s = min(self._attempt_left_s, self.left_s)
        if time_s <= 0:
            raise FetchError("no time left for a further redirect", url=url, code=Reason.DEADLINE)
        self.has_asked = True
        return Limits(time_s=time_s, wire_bytes=self.wire_bytes, body_bytes=self.body_bytes, is_cut=self.is_cut)

    def spend(self, seconds: float) -> None:
        """Take time off."""
        self._attempt_left_s -= seconds
        self.left_s -= seconds


@dataclass(slots=True)
class _Host:
    gate: HostGate
    robots: RobotsKeeper
    looking: asyncio.Lock = field(default_factory=asyncio.Lock)


class Hosts:
    """All hosts of a run.

    Args:
        settings: Limits and manners.
        client: Sends the requests.
        records: What earlier runs remember of hosts.
        leases: Whose turn it is between processes.
        remember: Keeps a host's record when a long pause begins.
    """

    def __init__(
        self,
        settings: FetchSettings,
        client: Client,
        records: Iterable[HostRecord],
        leases: HostLeases,
        remember: Remember,
    ) -> None:
        self._settings = settings
        self._leases = leases
        self._remember = remember
        self._client = client
        self._token = product_token(settings.user_agent)
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._gates: dict[str, HostGate] = {}
        self._hosts: dict[str, _Host] = {}
        for record in records:
            self._hosts[record.host] = self._new_host(record)

    def records(self) -> tuple[HostRecord, ...]:
        """Return what a later run should remember of each host."""
        return tuple(_record_of(host) for host in self._hosts.values())

    async def ask(self, url: str, headers: Mapping[str, str], allowance: Allowance) -> Answer:
        """Send one request when robots.txt allows it and the host's turn has come.

        Raises:
            FetchError: It is not allowed, or went wrong.
        """
        host = self._host(url)
        if not self._settings.ignore_robots:
            rules = await self._rules_of(host)
            if not rules.allows(url):
                raise FetchError("robots.txt forbids it", url=url, code=Reason.ROBOTS)
        return await self._send(host.gate, url, headers, allowance)

    async def grants_one(self, url: str) -> bool:
        """Tell whether a run can ask the host but once: the pause after each request is longer than a run waits."""
        try:
            host = self._host(url)
            if not self._settings.ignore_robots:
                await self._rules_of(host)
        except FetchError:
            return False
        return host.gate.floor_s > self._settings.max_wait_s

    async def rules(self, url: str) -> Rules:
        """Return what the host's robots.txt says.

        Raises:
            FetchError: It cannot be had.
        """
        return await self._rules_of(self._host(url))

    def content_signal(self, url: str) -> str | None:
        """Return the Content-Signal of the host's robots.txt, as far as that has been read."""
        return self._host(url).robots.content_signal

    def failed(self, error: FetchError) -> None:
        """Count a URL that the host answers with errors, too late or not at all, also when asked again."""
        is_broken = isinstance(error, DroppedError) or (isinstance(error, StatusError) and is_passing(error))
        if is_broken or error.code in _SLOW:
            self._host(error.url).gate.went_wrong()

    async def _send(self, gate: HostGate, url: str, headers: Mapping[str, str], allowance: Allowance) -> Answer:
        async with gate.turn(url), self._slots:
            self._leases.require()
            if gate.pause_s >= KEPT_PAUSE_S:
                self._keep_pause(gate)
            limits = allowance.limits(url)
            began = time.monotonic()
            try:
                answer = await self._client.get(url, headers, limits)
            except FetchError as error:
                if error.code in _HOST_FAULTS and not isinstance(error, DroppedError):
                    gate.went_wrong()
                if error.code in _SLOW:
                    gate.slow_down()
                raise
            finally:
                allowance.spend(time.monotonic() - began)
            if _note_answer(gate, answer, time.monotonic() - began) and gate.left_s() >= KEPT_PAUSE_S:
                self._keep_pause(gate)
            return answer

    def _keep_pause(self, gate: HostGate) -> None:
        self._remember([_record_of(host) for host in self._hosts.values() if host.gate is gate])

    def _host(self, url: str) -> _Host:
        try:
            origin = host_of(url)
            name = urlsplit(url).username
        except ValueError as error:
            raise FetchError(str(error), url=url, code=Reason.BAD_URL) from error
        if name is not None:
            raise FetchError("URL with a user name", url=url, code=Reason.BAD_URL)
        if origin not in self._hosts:
            self._hosts[origin] = self._new_host(HostRecord(host=origin))
        return self._hosts[origin]

    def _new_host(self, record: HostRecord) -> _Host:
        # http and https are the same machine: they share their turns, but not their robots.txt.
        name = record.host.partition("://")[2]
        delay_s = self._settings.site_delays_s.get(site_of(record.host), self._settings.delay_s)
        gate = self._gates.setdefault(name, HostGate(name, delay_s, self._settings, leases=self._leases))
        # A longer pause than a host can ask for was noted by a clock that was ahead.
        if record.not_before is not None and record.not_before <= time.time() + MAX_RETRY_AFTER_S:
            # One that was ahead by less read robots.txt in what is the future now, before the pause: no more of it than since then.
            ahead_s = max(0.0, (record.robots_fetched_at or 0.0) - time.time())
            gate.pause_until(record.not_before - ahead_s)
        robots = RobotsKeeper(record, self._token, denial_forbids=self._settings.robots_denial_forbids)
        return _Host(gate, robots)

    async def _rules_of(self, host: _Host) -> Rules:
        async with host.looking:  # the first asker looks, the others wait for what it finds
            rules = await host.robots.rules(self._get_robots)
        host.gate.floor_s = max(host.gate.floor_s, rules.crawl_delay_s)
        return rules

    async def _get_robots(self, url: str, redirects: int) -> Answer:
        """Fetch a robots.txt with retries, with redirects, without asking robots.txt."""
        settings = self._settings
        allowance = Allowance(
            wire_bytes=MAX_BYTES,
            body_bytes=MAX_BYTES,
            attempt_s=settings.attempt_timeout_s,
            left_s=settings.url_timeout_s,
            is_cut=True,
        )
        attempt = 0
        while True:
            attempt += 1
            allowance.start_attempt()
            try:
                answer = await self._follow_robots(url, redirects, allowance)
                if answer.status not in RETRIED_STATUSES or attempt == settings.attempts:
                    return answer
            except FetchError as error:
                if not is_passing(error) or attempt == settings.attempts:
                    self.failed(error)
                    raise
            await asyncio.sleep(backoff_s(attempt, settings.delay_s))

    async def _follow_robots(self, url: str, redirects: int, allowance: Allowance) -> Answer:
        while True:
            answer = await self._send(self._host(url).gate, url, {}, allowance)
            if answer.status not in REDIRECTS:
                return answer
            if redirects == 0 or not answer.headers.get("location"):
                # RFC 9309, section 2.3.1.2: may be taken as unavailable, that is, everything is allowed.
                return replace(answer, status=404)
            redirects -= 1
            url = redirect_target(answer)


def _record_of(host: _Host) -> HostRecord:
    rest_s = min(host.gate.left_s(), MAX_RETRY_AFTER_S)
    return replace(host.robots.record, not_before=time.time() + rest_s if rest_s else None)


def _note_answer(gate: HostGate, answer: Answer, latency_s: float) -> bool:
    """Learn a host's pace from an answer; tell whether it asked for a pause."""
    seconds = None
    if answer.status in _BUSY or answer.status == 301:
        seconds = retry_after_s(answer.headers.get("retry-after"), answer.headers.get("date"))
        if seconds is not None:
            gate.pause_until(time.time() + seconds)
    if answer.status in _BUSY:
        gate.slow_down()
    elif answer.status not in RETRIED_STATUSES:
        gate.went_well(latency_s, is_error=answer.status >= 400)
    return seconds is not None
