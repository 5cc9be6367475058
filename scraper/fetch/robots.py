"""robots.txt by RFC 9309: what a failure to get it means, and how long an answer holds."""

import logging
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from scraper.errors import FetchError
from scraper.fetch.answers import HostRecord
from scraper.fetch.client import Answer
from scraper.fetch.robots_rules import MAX_BYTES, Rules, parse_rules
from scraper.reasons import Reason

MAX_AGE_S: Final = 24 * 3600.0
"""RFC 9309, section 2.4: a copy should not be used longer."""

MIN_AGE_S: Final = 3600.0
"""A copy is used so long whatever Cache-Control says: max-age=0 must not mean one robots.txt for each page."""

RETRY_AFTER_FAILURE_S: Final = 3600.0
"""FETCH.md, robots: that a robots.txt cannot be had is not believed longer."""

GIVEN_UP_AFTER_S: Final = 30 * 86_400.0
"""RFC 9309, section 2.3.1.4: what cannot be had for so long may be taken as not there."""

ROBOTS_REDIRECTS: Final = 5
"""RFC 9309, section 2.3.1.2: at least five are followed; the rules count for the first authority."""

# Failures before any answer keep their own reason, so that "unknown host" does not read as a robots problem.
_OWN_REASONS: Final = frozenset(
    {Reason.DNS, Reason.CONNECT, Reason.TLS, Reason.BLOCKED_ADDRESS, Reason.HOST_FAILING, Reason.HOST_DEFERRED}
)
# Failures in which the host was not asked at all: they say nothing of how long its robots.txt is missing.
_NOT_ASKED: Final = frozenset({Reason.BLOCKED_ADDRESS, Reason.HOST_FAILING, Reason.HOST_DEFERRED})
_DENIED: Final = frozenset({401, 403})
_ALL_FORBIDDEN: Final = Rules(patterns=(("/", False),))
_MAX_AGE: Final = re.compile(r"(?:^|[\s,])max-age=(\d{1,9})", re.I)

_log: Final = logging.getLogger(__name__)

GetFollowing = Callable[[str, int], Awaitable[Answer]]
"""Fetches a URL with at most so many redirects, each through guard and pacing."""


class RobotsKeeper:
    """Holds what robots.txt says for one host, and looks again when that is too old.

    Args:
        record: What earlier runs remember of the host.
        token: Our product token.
        denial_forbids: Status 401 or 403 forbids everything.
    """

    def __init__(self, record: HostRecord, token: str, *, denial_forbids: bool = False) -> None:
        self.record = record
        self._token = token
        self._denial_forbids = denial_forbids
        self._rules: Rules | None = None
        self._failure: FetchError | None = None
        self._failed_at = 0.0

    async def rules(self, get: GetFollowing) -> Rules:
        """Return the rules, fetched when they are not held or too old.

        Raises:
            FetchError: The rules cannot be had, so nothing may be fetched (RFC 9309, section 2.3.1.4).
        """
        if self._is_old():
            await self._look(get)
        if self.record.robots_status is None and self._failure is not None:
            if not self._is_given_up():
                raise FetchError(
                    str(self._failure), url=self._failure.url, code=self._failure.code
                )  # one for each asker:
                # each raise adds to an error's traceback, 2.5 kB a URL (2026-11-27)
            return Rules()
        if self._rules is None:
            self._rules = self._read_record()
        return self._rules

    @property
    def content_signal(self) -> str | None:
        """What robots.txt says of the use of all pages, as far as it has been read."""
        return self._rules.content_signal if self._rules else None

    def _read_record(self) -> Rules:
        if self._denial_forbids and self.record.robots_status in _DENIED:
            return _ALL_FORBIDDEN
        body = self.record.robots_body
        return Rules() if body is None else parse_rules(body, self._token)

    def _is_given_up(self) -> bool:
        """Tell whether robots.txt could not be had for so long that it may be taken as not there."""
        since = self.record.robots_failing_since
        return since is not None and time.time() - since >= GIVEN_UP_AFTER_S

    def _is_old(self) -> bool:
        now = time.time()
        if self._failure is not None and 0 <= now - self._failed_at < RETRY_AFTER_FAILURE_S:
            return False
        age = now - (self.record.robots_fetched_at or 0.0)  # negative when the clock went back
        return self.record.robots_status is None or not 0 <= age < self.record.robots_max_age_s

    async def _look(self, get: GetFollowing) -> None:
        """Ask for robots.txt; where it cannot be had, a copy that is held is used on."""
        url = f"{self.record.host}/robots.txt"
        try:
            answer = await get(url, ROBOTS_REDIRECTS)
            if answer.status == 429 or answer.status >= 500:
                raise FetchError(f"status {answer.status}", url=url, code=Reason.ROBOTS_UNREACHABLE)
        except FetchError as error:
            code = error.code if error.code in _OWN_REASONS else Reason.ROBOTS_UNREACHABLE
            message = f"robots.txt: {error}" if code is Reason.ROBOTS_UNREACHABLE else str(error)
            self._failure = FetchError(message, url=url, code=code)
            self._note_failure(code)
            return
        self._failure = self._rules = None
        self.record = replace(
            self.record,
            robots_body=answer.body[:MAX_BYTES] if answer.status == 200 else None,
            robots_status=answer.status,
            robots_fetched_at=time.time(),
            robots_max_age_s=_max_age_s(answer.headers.get("cache-control")),
            robots_failing_since=None,
        )

    def _note_failure(self, code: Reason) -> None:
        now = self._failed_at = time.time()
        if code in _NOT_ASKED:
            return
        since = self.record.robots_failing_since
        self.record = replace(self.record, robots_failing_since=min(now, since or now))  # a clock may have gone back
        if self._is_given_up() and self.record.robots_status is None:
            days = (now - (since or now)) / 86_400
            _log.warning("robots.txt unreachable host=%s days=%.0f: taken as not there", self.record.host, days)


def _max_age_s(cache_control: str | None) -> float:
    match = _MAX_AGE.search(cache_control or "")
    return min(max(float(match[1]), MIN_AGE_S), MAX_AGE_S) if match else MAX_AGE_S
