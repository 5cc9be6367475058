"""A run over sites: what is opened and closed around it, how it is stopped, and what it tells at its end."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import (
    AbstractContextManager,
    AsyncExitStack,
    ExitStack,
    asynccontextmanager,
    contextmanager,
    nullcontext,
    suppress,
)
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from scraper.errors import StateError
from scraper.export.archive import PageArchive, check_archive
from scraper.pipeline.arguments import or_default
from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.context import RunContext, ScrapeSettings, save_hosts
from scraper.pipeline.event_loop import run_async
from scraper.pipeline.outputs import OutputSet, check_outputs, open_outputs
from scraper.pipeline.packed_pages import WaitingRoom
from scraper.pipeline.planning import SitePlan, plan_pages, plan_sites
from scraper.pipeline.run_end import close_run
from scraper.pipeline.site_run import SiteRun
from scraper.pipeline.summary import RunSummary, SiteTally
from scraper.pipeline.watch import StopReason, Watcher
from scraper.settings import SiteSettings
from scraper.site_keys import make_site_key
from scraper.store import Store, hold_lock
from scraper.urls import hide_user
from scraper.workers import CleanerPool, default_processes

if TYPE_CHECKING:
    from scraper.fetch import HostRecord
    from scraper.pipeline.spread.session import WorkerSession

GRACE_S: Final = 10.0
"""How long pages in flight may take to finish once the run is asked to stop (FETCH.md, Signals)."""

WHOLE_FILE_AT_SIGNAL: Final = 20_000
"""Records up to which files that cannot grow are written anew after a signal, too: in under 5 s (benchmarks/export_rates.py).
Beyond, they are left for the next run, since a run must end within 15 s of a signal."""

_BY_SIGNAL: Final = frozenset({StopReason.SIGINT, StopReason.SIGTERM})

SITES_PER_REQUEST: Final = 4
"""Sites under way for each request that may be in flight: most of them wait for their host's pause to end."""


def scrape(
    sites: str | SiteSettings | Iterable[str | SiteSettings],
    *,
    state: str | Path = "scraper.sqlite",
    output: str | Path | Sequence[str | Path] = "articles.jsonl",
    settings: ScrapeSettings | None = None,
    watcher: Watcher | None = None,
) -> RunSummary:
    """Find, fetch, clean and keep what is new on sites, and write it to outputs.

    Args:
        sites: Home pages, section pages or feeds, as URLs or with settings of their own; one or several.
        state: The file that remembers; a run with the same file goes on where the last one ended.
        output: One or several files; the extension says the format.
        settings: How to scrape.
        watcher: Hears each event, and can ask the run to stop.

    Returns:
        The counts of the run, by site.

    Raises:
        UsageError: A site is no URL, an output's format is unknown, or the settings' site key says nothing.
        StateLockedError: Another run uses the state file or an output.
        StateError: The state file or an output cannot be used; the message says what to do.
    """
    order = make_order(sites, or_default(settings, ScrapeSettings), watcher or Watcher())
    outputs = check_outputs(output, order.settings.output_mode)
    return run_async(_run_alone(order, Path(state), outputs))


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOrder:
    """What a run is to do, and for whom.

    Attributes:
        plans: What to do on each site.
        settings: How to scrape.
        watcher: As for ``scrape``.
        session: Where other workers may ask the same hosts: which are this one's.
    """

    plans: Sequence[SitePlan]
    settings: ScrapeSettings
    watcher: Watcher
    session: "WorkerSession | None" = None


def make_order(
    sites: str | SiteSettings | Iterable[str | SiteSettings], settings: ScrapeSettings, watcher: Watcher
) -> RunOrder:
    """Return what a run is to do; what is wrong with it is told before anything is opened.

    Raises:
        UsageError: A site is no URL, the site key says nothing, or archiving needs what is not installed.
    """
    check_archive(settings.archive)
    make_site_key(settings.site_key)
    named = [sites] if isinstance(sites, str | SiteSettings) else sites
    plans = plan_sites(named) if settings.discovery else plan_pages(named)
    return RunOrder(plans=plans, settings=settings, watcher=watcher)


async def _run_alone(order: RunOrder, state: Path, paths: Sequence[Path]) -> RunSummary:
    with hold_lock(state, order.settings.lock_wait_s, order.watcher.is_stopped):
        summary = await run_order(order, state, paths)
    tell_silence(order.watcher, summary)
    return summary


async def run_order(order: RunOrder, state: Path, paths: Sequence[Path]) -> RunSummary:
    """Do what ``scrape`` does, for whoever holds the state file's lock.

    Raises:
        LeaseLostError: The session could not be renewed in time.
        StateError: The state file or an output cannot be used.
    """
    started, settings = time.monotonic(), order.settings
    with ExitStack() as stack:
        store = stack.enter_context(Store(state))
        outputs = stack.enter_context(open_outputs(store, paths, settings.output_mode))
        pool = stack.enter_context(
            CleanerPool(settings.clean, settings.processes or default_processes(), settings.clean_timeout_s)
        )
        async with _open_run(store, outputs, pool, order) as context:
            await _run_sites(context, order)
        summary = RunSummary(
            run=context.run,
            sites=context.tallies,
            outputs=outputs.tallies(),
            stopped_by=order.watcher.stop_reason,
            elapsed_s=time.monotonic() - started,
            articles_held=store.records.count(),
        )
        return close_run(store, summary, context.now(), is_discovery=settings.discovery)


def tell_silence(watcher: Watcher, summary: RunSummary) -> None:
    """Say which of the run's sites have brought nothing new for unusually long."""
    for rhythm in summary.rhythms:
        if rhythm.is_silent and rhythm.site in summary.sites:
            silence, usual = _span(rhythm.since_new_s), _span(rhythm.usual_gap_s or 0)
            watcher.notice(f"{rhythm.site}: nothing new for {silence}, usually something every {usual}")


def _span(seconds: float) -> str:
    return f"{seconds / 86_400:.1f} days" if seconds >= 86_400 else f"{seconds / 3600:.1f} hours"


@asynccontextmanager
async def _open_run(store: Store, outputs: OutputSet, pool: CleanerPool, order: RunOrder) -> AsyncIterator[RunContext]:
    from scraper.fetch import ALONE, Fetcher, HostRecord

    settings, watcher = order.settings, order.watcher
    hosts = list(_decode_hosts(store.hosts(), HostRecord))
    started_at = iso(utc_now())
    run = store.begin_run(started_at, describe(settings))
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(
            Fetcher(settings.fetch, hosts, order.session or ALONE, partial(save_hosts, store))
        )
        archive = stack.enter_context(_open_archive(settings.archive, run, started_at))
        context = RunContext(
            run=run,
            settings=settings,
            store=store,
            outputs=outputs,
            pool=pool,
            fetcher=fetcher,
            archive=archive,
            waiting=WaitingRoom(2 * (settings.processes or default_processes())),
            watcher=watcher,
        )
        outputs.begin(watcher.notice)
        with _attached(watcher):
            yield context
        context.save_hosts()
        finish_outputs(outputs, store, watcher)


def finish_outputs(outputs: OutputSet, store: Store, watcher: Watcher) -> None:
    """Write what the outputs lack, as far as there is time for it."""
    outputs.catch_up()
    if watcher.stop_reason not in _BY_SIGNAL or store.records.count() <= WHOLE_FILE_AT_SIGNAL:
        outputs.finish()


def describe(settings: ScrapeSettings) -> str:
    """What a run was asked to do, without the proxy's password."""
    proxy = settings.fetch.proxy
    return repr(replace(settings, fetch=replace(settings.fetch, proxy=hide_user(proxy) if proxy else None)))


def _open_archive(folder: Path | None, run: int, started_at: str) -> "AbstractContextManager[PageArchive | None]":
    if folder is None:
        return nullcontext()
    moment = re.sub("[-:]", "", started_at)
    return PageArchive(folder, f"{moment}-run{run:06d}")


def _decode_hosts(records: Iterable[bytes], kind: "type[HostRecord]") -> "Iterator[HostRecord]":
    """What an earlier version kept in another form is left out: it is asked for again."""
    for record in records:
        with suppress(msgspec.DecodeError):
            yield msgspec.json.decode(record, type=kind)


@contextmanager
def _attached(watcher: Watcher) -> Iterator[None]:
    watcher.attach()
    try:
        yield
    finally:
        watcher.detach()


async def _run_sites(context: RunContext, order: RunOrder) -> None:
    """Run all sites; once stopped, wait for pages in flight for the time of grace, then drop them.

    Raises:
        LeaseLostError: The session's time is over; pages in flight are dropped at once.
    """
    work = asyncio.create_task(_run_all(context, order.plans))
    asked = asyncio.create_task(context.watcher.wait_stopped())
    lost = asyncio.create_task(order.session.wait_lost() if order.session else asyncio.Event().wait())
    if context.settings.max_runtime_s is not None:
        asyncio.get_running_loop().call_later(
            context.settings.max_runtime_s, context.watcher.stop, StopReason.MAX_RUNTIME
        )
    try:
        await asyncio.wait({work, asked, lost}, return_when=asyncio.FIRST_COMPLETED)
        context.stopping.set()
        await asyncio.wait({work, lost}, timeout=GRACE_S, return_when=asyncio.FIRST_COMPLETED)
    finally:
        asked.cancel()
        lost.cancel()
        work.cancel()
        await asyncio.wait({work})
    if order.session:
        order.session.require()
    if not work.cancelled():
        work.result()


async def _run_all(context: RunContext, plans: Sequence[SitePlan]) -> None:
    """Run sites, that first which no run has come to for longest: a time limit must not end before the same ones each time."""
    turns = context.store.visits.turns()
    for plan in plans:
        waiting = context.store.frontier.count_waiting(plan.group)
        context.tallies[plan.name] = SiteTally(waiting=waiting, is_unvisited=True)
    active = asyncio.Semaphore(context.settings.fetch.concurrency * SITES_PER_REQUEST)

    async def run_one(plan: SitePlan) -> None:
        async with active:
            if not context.stopping.is_set():
                await SiteRun(context, plan).run()

    try:
        async with asyncio.TaskGroup() as group:
            for plan in sorted(plans, key=lambda plan: turns.get(plan.group, 0)):
                group.create_task(run_one(plan))
    except BaseExceptionGroup as errors:
        raise _first(errors) from None


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        state_errors, _ = error.split(StateError)
        error = (state_errors or error).exceptions[0]
    return error
