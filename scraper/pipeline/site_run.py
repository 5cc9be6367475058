"""One site in one run: its sources fill the frontier while its pages are fetched, cleaned and kept."""

import asyncio
from functools import partial
from typing import Final

from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.context import RunContext
from scraper.pipeline.feeding import Feeder
from scraper.pipeline.page_run import run_page
from scraper.pipeline.planning import SitePlan
from scraper.pipeline.retry import LONGEST_PAUSE
from scraper.pipeline.site_memory import REPEATED_PAGES, WARM_PAGES, SiteMemory
from scraper.pipeline.summary import SiteTally
from scraper.reasons import PageClass, Reason, Stage
from scraper.records import Page, Skipped
from scraper.store import Claim
from scraper.workers import SiteKnowledge

# One page on its way through the cleaner while the next is asked for: a host answers one request at a time anyway.
PAGES_IN_FLIGHT: Final = 2


class SiteRun:
    """One site in one run."""

    def __init__(self, context: RunContext, plan: SitePlan) -> None:
        self._context = context
        self._plan = plan
        self._tally = context.tallies.setdefault(plan.name, SiteTally())
        self._offered = asyncio.Event()
        self._feeder = Feeder(context, plan, self._offered)
        self._taken = 0
        self._memories: dict[int, SiteMemory] = {}
        self._kept: dict[str, int] = {}  # of each site's profile, the version that the state has

    async def run(self) -> None:
        """Fetch what is new on the site.

        Raises:
            StateError: The state file or an output cannot be used.
        """
        frontier = self._context.store.frontier
        if self._plan.pages is None:
            now = utc_now()
            frontier.wake_failed(self._plan.group, iso(now), iso(now + LONGEST_PAUSE))
        feeding = asyncio.create_task(self._feed(is_owed=frontier.count_waiting(self._plan.group) > 0))
        try:
            await self._run_pages(feeding)
        finally:
            feeding.cancel()
            await asyncio.wait({feeding})
        if not feeding.cancelled():
            feeding.result()
        self._save_memories()
        self._tally.waiting = frontier.count_waiting(self._plan.group)

    def _save_memories(self) -> None:
        for memory in self._memories.values():
            self._context.save_profile(memory.site, memory.profile())

    async def _feed(self, *, is_owed: bool) -> None:
        """Enter what the site lists, but where pages wait and its host grants one request a run: else none of them ever had it."""
        if self._plan.pages is None:
            if not (is_owed and await self._context.fetcher.grants_one(self._plan.site.url)):
                await self._feeder.discover()
            return
        for page in self._plan.pages:
            self._feeder.add(page)
        self._feeder.flush()

    async def _run_pages(self, feeding: "asyncio.Task[None]") -> None:
        """Run pages until none waits and none can come any more."""
        slots = asyncio.Semaphore(PAGES_IN_FLIGHT)
        async with asyncio.TaskGroup() as pages:
            while not self._is_over():
                await slots.acquire()
                self._offered.clear()
                is_fed = feeding.done()
                claim = None if self._is_over() else self._claim()
                if claim:
                    pages.create_task(self._run_page(claim, _Slot(slots)))
                    continue
                slots.release()
                if is_fed:
                    break
                await self._wait_for_more(feeding)
            await self._end_warming(slots)

    def _is_over(self) -> bool:
        limit = self._context.settings.discover.limit
        return self._context.stopping.is_set() or (limit is not None and self._taken >= limit)

    def _claim(self) -> Claim | None:
        claims = self._context.store.frontier.claim(
            self._plan.group, self._context.run, 1, asked_only=self._plan.pages is not None
        )
        self._taken += len(claims)
        return claims[0] if claims else None

    async def _wait_for_more(self, feeding: "asyncio.Task[None]") -> None:
        signals = {asyncio.create_task(event.wait()) for event in (self._offered, self._context.stopping)}
        try:
            await asyncio.wait({feeding, *signals}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for signal in signals:
                signal.cancel()

    async def _run_page(self, claim: Claim, slot: "_Slot") -> None:
        try:
            await run_page(self._context, self._plan, claim, know=partial(self._know, slot=slot))
        finally:
            slot.release()

    async def _know(self, page: Page, *, slot: "_Slot") -> SiteKnowledge | Skipped | None:
        """Learn a page, and wait until enough of its site is known; other pages are fetched meanwhile."""
        fingerprint = await self._context.pool.fingerprint_async(page)
        if fingerprint is None:
            return None
        memory = self._context.memory_of(page.url or self._plan.site.url)
        self._memories[id(memory)] = memory
        memory.add(fingerprint)
        memory.note_body(page, fingerprint)
        if not memory.warm.is_set():
            slot.release()
            step = f"learning what it repeats: {memory.known_pages} of {WARM_PAGES} pages"
            self._context.watcher.site_step(self._plan.name, step)
            await memory.warm.wait()
        return _skip_repeated(page) if memory.is_repeated(page) else self._known_of(memory)

    def _known_of(self, memory: SiteMemory) -> SiteKnowledge | None:
        """Return what is known of a site, and keep it when it is new: after a kill, the next pages are cleaned by it, too."""
        known = memory.knowledge()
        if known and self._kept.get(known.site) != known.version:
            self._kept[known.site] = known.version
            self._context.save_profile(known.site, known.profile)
        return known

    async def _end_warming(self, slots: asyncio.Semaphore) -> None:
        """Let the pages that wait for more of their site go on: the last ones are fetched."""
        for _ in range(PAGES_IN_FLIGHT):
            await slots.acquire()
        for memory in self._memories.values():
            memory.warm.set()


def _skip_repeated(page: Page) -> Skipped:
    return Skipped(
        source=page.source,
        url=page.url,
        stage=Stage.CLEAN,
        code=Reason.REPEATED,
        detail=f"the same page stands at {REPEATED_PAGES} or more addresses of the site",
        page_class=PageClass.REPEATED,
        status=page.status,
    )


class _Slot:
    """The right to be in flight, given back once."""

    def __init__(self, slots: asyncio.Semaphore) -> None:
        self._slots: asyncio.Semaphore | None = slots

    def release(self) -> None:
        if self._slots:
            self._slots.release()
            self._slots = None
