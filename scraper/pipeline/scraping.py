"""A run over sites: what is opened and closed around it, how it is stopped, and what it tells at its end."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import (
    AbstractContextManager,
    AsyncExitStack,
    ExitStack,
    asynccontextmanager,
    contextmanager,
    nullcontext,
    suppress,
)
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from scraper.errors import StateError
from scraper.export.archive import PageArchive, check_archive
from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.context import RunContext, ScrapeSettings
from scraper.pipeline.outputs import OutputSet, check_output, list_outputs, open_outputs
from scraper.pipeline.planning import SitePlan, plan_pages, plan_sites
from scraper.pipeline.run_end import close_run
from scraper.pipeline.site_run import SiteRun
from scraper.pipeline.summary import RunSummary
from scraper.pipeline.watch import StopReason, Watcher
from scraper.settings import SiteSettings
from scraper.site_keys import make_site_key
from scraper.store import Store, hold_lock
from scraper.urls import hide_user
from scraper.workers import CleanerPool, default_processes

if TYPE_CHECKING:
    from scraper.fetch import HostRecord

GRACE_S: Final = 10.0
"""How long pages in flight may take to finish once the run is asked to stop (FETCH.md, Signals)."""

WHOLE_FILE_AT_SIGNAL: Final = 20_000
"""Records up to which files that cannot grow are written anew after a signal, too: in under 5 s (benchmarks/export_rates.py).
Beyond, they are left for the next run, since a run must end within 15 s of a signal."""

_BY_SIGNAL: Final = frozenset({StopReason.SIGINT, StopReason.SIGTERM})

SITES_PER_REQUEST: Final = 4
"""Sites under way for each request that may be in flight: most of them wait for their host's pause to end."""


def scrape(
    sites: Iterable[str | SiteSettings],
    *,
    state: str | Path = "scraper.sqlite",
    output: str | Path | Sequence[str | Path] = "articles.jsonl",
    settings: ScrapeSettings | None = None,
    watcher: Watcher | None = None,
) -> RunSummary:
    """Find, fetch, clean and keep what is new on sites, and write it to outputs.

    Args:
        sites: Home pages, section pages or feeds, as URLs or with settings of their own.
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
    settings = settings or ScrapeSettings()
    outputs = list_outputs(output)
    for path in outputs:
        check_output(path, settings.output_mode)  # a wrong name is told before anything is opened
    check_archive(settings.archive)
    make_site_key(settings.site_key)
    plans = plan_sites(sites) if settings.discovery else plan_pages(sites)
    run = _run(plans, Path(state), outputs, settings, watcher or Watcher())
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(run)
    with ThreadPoolExecutor(1) as own_thread:  # a notebook has an event loop running already
        return own_thread.submit(asyncio.run, run).result()


async def _run(
    plans: Sequence[SitePlan], state: Path, paths: Sequence[Path], settings: ScrapeSettings, watcher: Watcher
) -> RunSummary:
    started = time.monotonic()
    with ExitStack() as stack:
        stack.enter_context(hold_lock(state, settings.lock_wait_s))
        store = stack.enter_context(Store(state))
        outputs = stack.enter_context(open_outputs(store, paths, settings.output_mode))
        pool = stack.enter_context(
            CleanerPool(settings.clean, settings.processes or default_processes(), settings.clean_timeout_s)
        )
        async with _open_run(store, outputs, pool, settings, watcher) as context:
            await _run_sites(context, plans)
        summary = RunSummary(
            run=context.run,
            sites=context.tallies,
            outputs=outputs.tallies(),
            stopped_by=watcher.stop_reason,
            elapsed_s=time.monotonic() - started,
            articles_held=store.records.count(),
        )
        summary = close_run(store, summary, context.now(), is_discovery=settings.discovery)
        _tell_silence(watcher, summary)
        return summary


def _tell_silence(watcher: Watcher, summary: RunSummary) -> None:
    for rhythm in summary.rhythms:
        if rhythm.is_silent and rhythm.site in summary.sites:
            days, usual = rhythm.since_new_s / 86_400, (rhythm.usual_gap_s or 0) / 86_400
            watcher.notice(f"{rhythm.site}: nothing new for {days:.1f} days, usually something every {usual:.1f}")


@asynccontextmanager
async def _open_run(
    store: Store, outputs: OutputSet, pool: CleanerPool, settings: ScrapeSettings, watcher: Watcher
) -> AsyncIterator[RunContext]:
    from scraper.fetch import Fetcher, HostRecord

    hosts = list(_decode_hosts(store.hosts(), HostRecord))
    started_at = iso(utc_now())
    run = store.begin_run(started_at, _describe(settings))
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(Fetcher(settings.fetch, hosts))
        archive = stack.enter_context(_open_archive(settings.archive, run, started_at))
        context = RunContext(
            run=run,
            settings=settings,
            store=store,
            outputs=outputs,
            pool=pool,
            fetcher=fetcher,
            archive=archive,
            watcher=watcher,
        )
        for tally in outputs.tallies():
            if tally.notice:
                watcher.notice(tally.notice)
        outputs.catch_up()
        with _attached(watcher):
            yield context
        context.save_hosts()
        outputs.catch_up()
        if watcher.stop_reason not in _BY_SIGNAL or store.records.count() <= WHOLE_FILE_AT_SIGNAL:
            outputs.finish()


def _describe(settings: ScrapeSettings) -> str:
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


async def _run_sites(context: RunContext, plans: Sequence[SitePlan]) -> None:
    """Run all sites; once stopped, wait for pages in flight for the time of grace, then drop them."""
    work = asyncio.create_task(_run_all(context, plans))
    asked = asyncio.create_task(context.watcher.wait_stopped())
    if context.settings.max_runtime_s is not None:
        asyncio.get_running_loop().call_later(
            context.settings.max_runtime_s, context.watcher.stop, StopReason.MAX_RUNTIME
        )
    try:
        await asyncio.wait({work, asked}, return_when=asyncio.FIRST_COMPLETED)
        context.stopping.set()
        await asyncio.wait({work}, timeout=GRACE_S)
    finally:
        asked.cancel()
        work.cancel()
        await asyncio.wait({work})
    if not work.cancelled():
        work.result()


async def _run_all(context: RunContext, plans: Sequence[SitePlan]) -> None:
    active = asyncio.Semaphore(context.settings.fetch.concurrency * SITES_PER_REQUEST)

    async def run_one(plan: SitePlan) -> None:
        async with active:
            if not context.stopping.is_set():
                await SiteRun(context, plan).run()

    try:
        async with asyncio.TaskGroup() as group:
            for plan in plans:
                group.create_task(run_one(plan))
    except BaseExceptionGroup as errors:
        raise _first(errors) from None


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        state_errors, _ = error.split(StateError)
        error = (state_errors or error).exceptions[0]
    return error
