"""One site in one run: its sources fill the frontier while its pages are fetched, cleaned and kept."""

import asyncio
from collections.abc import Callable
from typing import Final

from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.context import RunContext
from scraper.pipeline.feeding import Feeder
from scraper.pipeline.held_updates import REPEATED_PAGES, HeldUpdate
from scraper.pipeline.packed_pages import HeldPage
from scraper.pipeline.page_run import run_page, skip_repeated
from scraper.pipeline.planning import SitePlan
from scraper.pipeline.probing import Probes
from scraper.pipeline.retry import LONGEST_PAUSE
from scraper.pipeline.site_memory import WARM_PAGES, SiteMemory
from scraper.records import Article, Skipped
from scraper.settings import narrow_discovery
from scraper.store import Claim
from scraper.store.story import is_same_story
from scraper.workers import SiteKnowledge

# One page on its way through the cleaner while the next is asked for: a host answers one request at a time anyway.
PAGES_IN_FLIGHT: Final = 2


class SiteRun:
    """One site in one run.

    Attributes:
        since: From which day on articles are wanted; ISO 8601.
    """

    def __init__(self, context: RunContext, plan: SitePlan) -> None:
        self._context = context
        self._plan = plan
        self._tally = context.tallies[plan.name]
        self._offered = asyncio.Event()
        self._feeder = Feeder(context, plan, self._offered)
        self._taken = 0
        is_looking = plan.pages is None  # pages that somebody asked for by name are wanted in any case
        self.since = narrow_discovery(context.settings.discover, plan.site).since if is_looking else None
        self._is_visited = False
        self._memories: dict[int, SiteMemory] = {}
        self._updates: set[HeldUpdate] = set()
        self._probes = Probes(context, plan)
        self._pages_at_work = 0  # all but those of updates that are held
        self._at_rest = asyncio.Event()
        self._kept: dict[str, int] = {}  # of each site's profile, the version that the state has

    async def run(self) -> None:
        """Fetch what is new on the site.

        Raises:
            StateError: The state file or an output cannot be used.
        """
        try:
            await self._run()
        finally:  # when it is stopped, too
            waiting = self._context.store.frontier.count_waiting(self._plan.group, self._context.run)
            self._tally.waiting = waiting

    async def _run(self) -> None:
        frontier = self._context.store.frontier
        if self._plan.pages is None:
            now = utc_now()
            frontier.wake_failed(self._plan.group, iso(now), iso(now + LONGEST_PAUSE))
            frontier.wake_too_old(self._plan.group, self.since or "")
        feeding = asyncio.create_task(self._feed(is_owed=frontier.count_waiting(self._plan.group) > 0))
        try:
            await self._run_pages(feeding)
        finally:
            feeding.cancel()
            await asyncio.wait({feeding})
        if not feeding.cancelled():
            feeding.result()
        if not self._context.stopping.is_set():
            self._note_visit()
        self._save_memories()

    def _note_visit(self) -> None:
        self._tally.is_unvisited = False
        if not self._is_visited:
            self._is_visited = True
            self._context.store.visits.note(self._plan.group)

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
                    self._pages_at_work += 1
                    pages.create_task(self._run_page(claim, _OfSite(self, slots)))
                    continue
                slots.release()
                if is_fed:
                    break
                await self._wait_for_more(feeding)
                if self._offered.is_set():
                    self._note_visit()  # a site that lists nothing we want must not come first for ever
            await self._end_warming(slots)
            await self._end_holding()

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

    async def _run_page(self, claim: Claim, of_site: "_OfSite") -> None:
        try:
            await run_page(self._context, self._plan, claim, of_site)
            self._note_visit()
        finally:
            of_site.release_slot()
            self._leave_work()

    def _leave_work(self) -> None:
        self._pages_at_work -= 1
        if not self._pages_at_work:
            self._at_rest.set()

    async def learn(self, held: HeldPage, body_hash: str) -> SiteMemory | None:
        """Learn a page; None for one without text."""
        async with self._context.waiting.whole(held) as page:
            fingerprint = await self._context.pool.fingerprint_async(page)
        if fingerprint is None:
            return None
        url = held.page.url or held.page.source
        memory = self._context.memory_of(url)
        self._memories[id(memory)] = memory
        memory.add(fingerprint)
        memory.note_body(body_hash, url, fingerprint.key)
        return memory

    async def wait_warm(self, held: HeldPage, memory: SiteMemory) -> None:
        """Wait until enough of a page's site is known."""
        step = f"learning what it repeats: {memory.known_pages} of {WARM_PAGES} pages"
        self._context.watcher.site_step(self._plan.name, step)
        await self._context.waiting.wait(held, memory.warm)

    async def vet(self, claim: Claim, article: Article, hold: Callable[[], None]) -> bool:
        """Tell whether an article may take the place of the record that its address has given.

        One that has little in common with it is held until the site's other pages have told whether they all say this now.
        """
        memory, records = self._context.memory_of(claim.url), self._context.store.records
        memory.updates.note_page()
        before = records.find(claim.record_id) if claim.record_id else None
        if before is None or is_same_story(before.text, article.text):
            return True
        elsewhere = records.count_elsewhere(article, claim, before)
        if elsewhere + 1 >= REPEATED_PAGES:
            memory.updates.refuse(article)
            return False
        hold()
        update = memory.updates.hold(article, before, elsewhere)
        try:
            if not await self._wait_for_others(update):
                return False
            # Records of other addresses may have come meanwhile.
            if not memory.updates.is_rare(update, records.count_elsewhere(article, claim, before)):
                return False
            if not await self._is_said_everywhere(update, article.url or claim.url, memory):
                return True
            memory.updates.refuse(article)
            return False
        finally:
            memory.updates.drop(update)

    async def _is_said_everywhere(self, update: HeldUpdate, url: str, memory: SiteMemory) -> bool:
        """Tell whether a site says an update's text also where it has no page; a run that is stopped asks no more."""
        if self._context.stopping.is_set():
            return False
        return await self._probes.agree(update, url, memory.site, self.known_of(memory))

    async def _wait_for_others(self, update: HeldUpdate) -> bool:
        self._updates.add(update)
        self._leave_work()
        try:
            return await update.is_alone
        finally:
            self._pages_at_work += 1
            self._updates.discard(update)

    def known_of(self, memory: SiteMemory) -> SiteKnowledge | None:
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

    async def _end_holding(self) -> None:
        """Settle what is held of updates, once all other pages of the site have come to their end."""
        while self._pages_at_work:
            self._at_rest.clear()
            await self._at_rest.wait()
        for update in list(self._updates):
            update.end(is_stopped=self._context.stopping.is_set())


class _OfSite:
    """One page's place in its site's run: while it waits for others, another page takes its slot."""

    def __init__(self, site: SiteRun, slots: asyncio.Semaphore) -> None:
        self._site = site
        self._slots: asyncio.Semaphore | None = slots

    def release_slot(self) -> None:
        """Give back the right to be in flight, once."""
        if self._slots:
            self._slots.release()
            self._slots = None

    async def know(self, held: HeldPage, body_hash: str) -> SiteKnowledge | Skipped | None:
        """Learn a page, and wait until enough of its site is known; other pages are fetched meanwhile."""
        memory = await self._site.learn(held, body_hash)
        if memory is None:
            return None
        if not memory.warm.is_set():
            self.release_slot()
            await self._site.wait_warm(held, memory)
        if memory.is_repeated(body_hash):
            return skip_repeated(held.page, f"the same page stands at {REPEATED_PAGES} or more addresses of the site")
        return self._site.known_of(memory)

    def since(self) -> str | None:
        """Tell from which day on articles are wanted; ISO 8601."""
        return self._site.since

    async def may_replace(self, claim: Claim, article: Article) -> bool:
        """Tell whether an article may take the place of the record that its address has given."""
        return await self._site.vet(claim, article, self.release_slot)
