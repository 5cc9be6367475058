"""What runs in the other processes: the nursery, which forks, and the workers, which clean."""

import gc
import os
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from scraper.reasons import Reason, Stage
from scraper.records import Outcome, Page, PageFingerprint, SiteProfile, Skipped
from scraper.settings import CleanSettings

if TYPE_CHECKING:  # NumPy and the parser are for the processes that clean
    from scraper.cleaner import KnownSite

_T = TypeVar("_T")
Answer: TypeAlias = Outcome | PageFingerprint | None

SITES_KEPT: Final = 16
"""Profiles that a process holds ready: 1 MB each for 128 pages of 100 blocks, 7.5 MB for a dump's 768."""

_LOADED_LATER: Final = ("trafilatura", "htmldate")
"""Asked on pages where the model is unsure (.3 % of the labelled ones): .3 s to import, too much for a short run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """What all processes of a pool are given.

    Attributes:
        processes: At most so many at once.
        cleaner: ``module:function``, called with a page and the settings.
        time_limit_s: A page that takes longer ends its process.
        memory_bytes: Address space of one process.
    """

    settings: CleanSettings
    processes: int
    cleaner: str
    time_limit_s: float
    memory_bytes: int


def run_nursery(descriptor: int) -> None:
    """Fork a worker whenever the pool asks for one, until the pool is gone. The main function of the nursery."""
    control = Connection(descriptor)
    limits: WorkerLimits = control.recv()
    _load(limits.cleaner.partition(":")[0])
    _warm_up(limits.cleaner.partition(":")[0])
    sites: dict[str, KnownSite] = {}
    forks = 0
    while True:
        try:
            order, value = control.recv()
        except EOFError:
            return
        if order == "fork":
            _fork(control, limits, sites)
            forks += 1
            if forks == limits.processes + 1:  # one has done its share of pages: the run is long, and there is time
                _load(*_LOADED_LATER)
        elif order == "wait":
            control.send(os.waitstatus_to_exitcode(os.waitpid(value, 0)[1]))
        elif order == "know":
            remember(sites, value.site, _read_profile(value.profile))


def _fork(control: Connection, limits: WorkerLimits, sites: "dict[str, KnownSite]") -> None:
    pipe = recv_handle(control)
    gc.freeze()  # what all processes share stays shared: the collector writes into what it looks through
    process = os.fork()
    if process == 0:
        status = 1
        try:
            control.close()
            _serve(Connection(pipe), limits, dict(sites))
            status = 0
        finally:
            os._exit(status)  # the nursery's way out is not the worker's
    os.close(pipe)
    control.send(process)


def _load(*modules: str) -> None:
    for module in modules:
        with suppress(Exception):  # told about when a page needs it
            import_module(module)


def _warm_up(module: str) -> None:
    """Let a cleaner load what its first page needs, once for all processes and not in each; it may have nothing of the kind."""
    with suppress(Exception):
        import_module(module).warm_up()


def limit_memory(size_bytes: int) -> None:
    """Bound this process' address space; a bound that it was started under (``ulimit -v``) stays, for only root may raise it."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    size_bytes = size_bytes if hard == resource.RLIM_INFINITY else min(size_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size_bytes, size_bytes))


def _serve(pipe: Connection, limits: WorkerLimits, sites: "dict[str, KnownSite]") -> None:
    """Clean the pages that come through a pipe until it closes."""
    limit_memory(limits.memory_bytes)
    while True:
        try:
            task, page, profile, site = pipe.recv()
        except EOFError:
            return
        # The kernel ends this process when the time is up, also in native code, and also when the parent is gone.
        signal.setitimer(signal.ITIMER_REAL, limits.time_limit_s)
        answer = _work_safely(task, page, limits.settings, profile, site, sites)
        signal.setitimer(signal.ITIMER_REAL, 0)
        pipe.send(answer)


def _work_safely(
    task: str,
    page: Page,
    settings: CleanSettings,
    profile: SiteProfile | None,
    site: str | None,
    sites: "dict[str, KnownSite]",
) -> Answer:
    try:
        # Imported here, so that a broken installation is told about like a broken page: standard error leads nowhere.
        module, _, name = task.partition(":")
        work: Callable[..., Answer] = getattr(import_module(module), name)
        if site is None:
            return work(page, settings)
        remember(sites, site, _read_profile(profile) if profile else sites[site])
        return work(page, settings, site=sites[site])
    except MemoryError:
        return skip_page(page, Reason.CRASHED, "cleaning ran out of memory")
    except Exception as exc:  # noqa: BLE001  # whatever a page does to the cleaner must not reach the next page
        return skip_page(page, Reason.CRASHED, f"{type(exc).__name__}: {exc}"[:500])


def _read_profile(profile: SiteProfile) -> "KnownSite":
    from scraper.cleaner import read_profile

    return read_profile(profile)


def remember(held: dict[str, _T], site: str, value: _T) -> None:
    """Hold a site's value as the latest used, and forget the one used longest ago."""
    held.pop(site, None)
    held[site] = value
    if len(held) > SITES_KEPT:
        del held[next(iter(held))]


def skip_page(page: Page, code: Reason, detail: str) -> Skipped:
    """Return the outcome of a page that could not be cleaned."""
    return Skipped(source=page.source, url=page.url, stage=Stage.CLEAN, code=code, detail=detail, status=page.status)
