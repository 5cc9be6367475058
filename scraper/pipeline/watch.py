"""The caller's side of a run: hears what happens, and can ask it to stop."""

import asyncio
from enum import StrEnum

from scraper.pipeline.events import UrlEvent


class StopReason(StrEnum):
    """What ended a run early."""

    SIGINT = "sigint"
    SIGTERM = "sigterm"
    CALLER = "caller"
    MAX_RUNTIME = "max_runtime"
    ABANDONED = "abandoned"  # a worker's part of a job that nobody waits for any more


class Watcher:
    """Hears every event of a run; override what matters. Methods run in the run's own thread and must not block."""

    def __init__(self) -> None:
        self.stop_reason: StopReason | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped = asyncio.Event()

    def url_done(self, event: UrlEvent) -> None:
        """One URL has had its last word."""

    def site_step(self, site: str, step: str) -> None:
        """What is done on a site before its next URL has its last word: sources are read, first pages wait for each other."""

    def notice(self, message: str) -> None:
        """Something that a person should know and that belongs to no single URL."""

    def stop(self, reason: StopReason = StopReason.CALLER) -> None:
        """Ask the run to end soon with everything kept. May be called from any thread and from signal handlers."""
        self.stop_reason = self.stop_reason or reason
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopped.set)

    def is_stopped(self) -> bool:
        """Whether somebody has asked to stop."""
        return self.stop_reason is not None

    def attach(self) -> None:
        """Bind to the running event loop; the run calls it when it begins."""
        self._loop = asyncio.get_running_loop()
        if self.stop_reason:
            self._stopped.set()

    def detach(self) -> None:
        """Let go of the event loop; the run calls it at its end."""
        self._loop = None

    async def wait_stopped(self) -> None:
        """Return once somebody has asked to stop."""
        await self._stopped.wait()
