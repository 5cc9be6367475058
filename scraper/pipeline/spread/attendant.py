"""Looks after a job from the process that started it: beats for the workers, hands on what they tell, and stops them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from scraper.errors import StateError
from scraper.pipeline.scraping import RunOrder
from scraper.pipeline.spread.partition import EventReader
from scraper.pipeline.summary import SiteTally
from scraper.pipeline.watch import StopReason
from scraper.store import JobFile

LOOK_S: Final = 0.5
_BEATS: Final = 6  # in a lease: a worker that hears none for a whole one ends


@contextmanager
def attended(
    file: JobFile, job: str, order: RunOrder, events: EventReader, tallies: dict[str, SiteTally]
) -> Iterator[None]:
    """Tell the workers that somebody waits for them, and the watcher what they tell, while the block runs.

    Args:
        file: What the workers look at.
        job: The job's name in it.
        order: Whose watcher hears of each event, and may stop the job.
        events: What the workers tell.
        tallies: Where the events are counted, by site.
    """
    attendant = _Attendant(file, job, order, events, tallies)
    thread = threading.Thread(target=attendant.attend, name="job", daemon=True)
    events.clear()
    thread.start()
    try:
        yield
    except BaseException:
        with suppress(StateError):  # then they end when they hear no beat
            file.stop(job, StopReason.ABANDONED)
        raise
    finally:
        attendant.ended.set()
        thread.join()
        events.clear()


class _Attendant:
    def __init__(
        self, file: JobFile, job: str, order: RunOrder, events: EventReader, tallies: dict[str, SiteTally]
    ) -> None:
        self._file, self._job, self._events, self._tallies = file, job, events, tallies
        self._watcher = order.watcher
        self._beat_s = order.settings.spread.lease_s / _BEATS
        limit_s = order.settings.max_runtime_s
        self._end_at = float("inf") if limit_s is None else time.monotonic() + limit_s
        self._beat_at = 0.0
        self._has_stopped = False
        self.ended = threading.Event()

    def attend(self) -> None:
        """Look after the job until it has ended."""
        while not self.ended.wait(LOOK_S):
            if time.monotonic() >= self._end_at:
                self._watcher.stop(StopReason.MAX_RUNTIME)
            with suppress(StateError):  # tried again at the next look
                self._tell_workers()
            self._pass_on()
        self._pass_on()

    def _tell_workers(self) -> None:
        if time.monotonic() >= self._beat_at:
            self._file.beat(self._job)
            self._beat_at = time.monotonic() + self._beat_s
        if self._watcher.stop_reason and not self._has_stopped:
            self._file.stop(self._job, self._watcher.stop_reason)
            self._has_stopped = True

    def _pass_on(self) -> None:
        for event in self._events.read():
            self._tallies.setdefault(event.site, SiteTally()).count(event)
            self._watcher.url_done(event)
