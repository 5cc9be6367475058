"""A job over sites: they are divided into partitions, a worker has one at a time, and what they find is merged into one export."""

import threading
import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from scraper.errors import StateError, StateLockedError, UsageError
from scraper.pipeline.arguments import or_default
from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.context import ScrapeSettings
from scraper.pipeline.outputs import OutputSet, check_outputs, open_outputs
from scraper.pipeline.planning import SitePlan
from scraper.pipeline.run_end import close_run
from scraper.pipeline.scraping import (
    GRACE_S,
    RunOrder,
    describe,
    finish_outputs,
    make_order,
    tell_silence,
)
from scraper.pipeline.spread.attendant import LOOK_S, attended
from scraper.pipeline.spread.partition import EventReader, Partition, PartitionDone, scrape_partition
from scraper.pipeline.summary import RunSummary, SiteTally
from scraper.pipeline.watch import Watcher
from scraper.reasons import Reason
from scraper.scale import Engine, FailureKind, Finished, Task
from scraper.settings import SiteSettings
from scraper.store import Change, JobFile, JobFolder, Store, hold_lock
from scraper.urls import host_of, registrable_domain, site_of

PARTITIONS_PER_SLOT: Final = 2
"""Partitions for each task that the workers do at once: the sites of a lost worker can go to several others."""

_ROUNDS: Final = (
    3  # how often a partition is begun again that lost its lease, or whose state file another worker still had
)
_STOP_S: Final = GRACE_S + 3.0
"""How long workers may take to end when the job is stopped: the grace of pages in flight, and a few looks at the job's file."""


def scrape_on(
    engine: Engine,
    sites: str | SiteSettings | Iterable[str | SiteSettings],
    *,
    state: str | Path = "scraper-state",
    output: str | Path | Sequence[str | Path] = "articles.jsonl",
    settings: ScrapeSettings | None = None,
    watcher: Watcher | None = None,
) -> RunSummary:
    """Do what ``scrape`` does with the workers of an engine; no host is asked by two of them at once.

    Args:
        engine: Whose workers.
        sites: As for ``scrape``.
        state: A folder that all workers can write: on this machine, or on a file system that they share.
        output: As for ``scrape``; written by this process alone.
        settings: As for ``scrape``; a file of cookies and an archive's folder are named as the workers see them.
        watcher: As for ``scrape``; called in a thread of its own.

    Returns:
        The counts of all workers, by site.

    Raises:
        UsageError: As for ``scrape``, or the state is no folder.
        StateLockedError: Another job uses the folder or an output.
        StateError: The folder or an output cannot be used; the message says what to do.
        EngineError: The engine is gone; the same job, started again, goes on.
    """
    order = make_order(sites, or_default(settings, ScrapeSettings), watcher or Watcher())
    outputs = check_outputs(output, order.settings.output_mode)
    folder = _make_folder(Path(state))
    with (
        hold_lock(folder.merged, order.settings.lock_wait_s, order.watcher.is_stopped),
        Store(folder.merged) as store,
        open_outputs(store, outputs, order.settings.output_mode) as opened,
    ):
        return _Job(folder=folder, order=order, store=store, outputs=opened).run(engine)


def _make_folder(path: Path) -> JobFolder:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as exc:
        raise UsageError(f"{path} is a file: with an engine, the state is a folder that all workers can write") from exc
    except OSError as exc:
        raise StateError(f"{path}: {exc.strerror}: name a folder that can be written") from exc
    return JobFolder(path.resolve())


@dataclass(kw_only=True)
class _Job:
    """One job from its beginning to its end.

    Attributes:
        folder: What the workers share.
        store: The merged state file.
        tallies: By site.
        merged: What the articles of each group of URLs meant to the merged state file.
        failures: As in ``RunSummary``, by the partition's state file.
    """

    folder: JobFolder
    order: RunOrder
    store: Store
    outputs: OutputSet
    name: str = field(default_factory=lambda: uuid.uuid4().hex)
    run_number: int = 0
    tallies: dict[str, SiteTally] = field(default_factory=dict)
    merged: dict[str, Counter[Change]] = field(default_factory=lambda: defaultdict(Counter))
    failures: dict[Path, str] = field(default_factory=dict)

    def run(self, engine: Engine) -> RunSummary:
        """Do the job."""
        started, watcher = time.monotonic(), self.order.watcher
        self.run_number = self.store.begin_run(iso(utc_now()), describe(self.order.settings))
        file = JobFile(self.folder.job)
        file.begin(self.name)
        self.outputs.begin(watcher.notice)
        for path in self.folder.states():  # what a job that was killed has left
            self._merge(path)
        partitions = self._divide(file, engine.slots)
        events = EventReader(self.folder, self.name, [partition.number for partition in partitions])
        with attended(file, self.name, self.order, events, self.tallies):
            for _ in range(_ROUNDS):
                partitions = self._run_round(engine, partitions)
        for left in partitions:
            self._fail(self.folder.state(left.number), f"{_describe(left)}: begun {_ROUNDS} times and not ended")
        finish_outputs(self.outputs, self.store, watcher)
        self._settle_counts()
        summary = RunSummary(
            run=self.run_number,
            sites=self.tallies,
            outputs=self.outputs.tallies(),
            stopped_by=watcher.stop_reason,
            elapsed_s=time.monotonic() - started,
            articles_held=self.store.records.count(),
            failures=tuple(self.failures.values()),
        )
        summary = close_run(self.store, summary, iso(utc_now()), is_discovery=self.order.settings.discovery)
        tell_silence(watcher, summary)
        return summary

    def _divide(self, file: JobFile, slots: int) -> list[Partition]:
        plans = [(plan, _domain_of(plan)) for plan in self.order.plans]
        wanted = self.order.settings.spread.partitions or PARTITIONS_PER_SLOT * slots
        numbers = file.assign([domain for _, domain in plans], wanted)
        by_number: dict[int, list[SitePlan]] = defaultdict(list)
        for plan, domain in plans:
            by_number[numbers[domain]].append(plan)
            self.tallies[plan.name] = SiteTally(is_unvisited=True)
        return [
            Partition(folder=self.folder, number=number, job=self.name, plans=tuple(own), settings=self.order.settings)
            for number, own in sorted(by_number.items())
        ]

    def _run_round(self, engine: Engine, partitions: Sequence[Partition]) -> list[Partition]:
        """Run partitions, and return those that are to be begun again."""
        again = []
        tasks = [
            Task(key=f"scrape-{partition.number:04}", work=scrape_partition, arguments=(partition,))
            for partition in partitions
        ]
        for finished in self._await_ends(engine, tasks):
            (partition,) = finished.task.arguments
            if self._settle(partition, finished):
                again.append(partition)
            self._merge(self.folder.state(partition.number))
        return again

    def _await_ends(self, engine: Engine, tasks: Sequence[Task]) -> Iterator[Finished]:
        """Yield what the engine does, and give up workers that do not end in time when the job is stopped."""
        ends: SimpleQueue[Finished | BaseException | None] = SimpleQueue()
        threading.Thread(target=_collect, args=(engine, tasks, ends), name="engine", daemon=True).start()
        give_up_at: float | None = None
        while True:
            try:
                end = ends.get(timeout=LOOK_S)
            except Empty:
                if self.order.watcher.stop_reason and give_up_at is None:
                    give_up_at = time.monotonic() + _STOP_S
                if give_up_at is not None and time.monotonic() >= give_up_at:
                    self.order.watcher.notice(
                        "some workers have not ended in time; the next run goes on with their sites"
                    )
                    return
                continue
            if end is None:
                return
            if isinstance(end, BaseException):
                raise end
            yield end

    def _settle(self, partition: Partition, finished: Finished) -> bool:
        """Note how a partition ended, and say whether it is to be begun again."""
        watcher = self.order.watcher
        if finished.failure and finished.failure.kind is FailureKind.LOST:
            watcher.notice(f"{_describe(partition)}: {finished.failure.detail}")
            return (
                watcher.stop_reason is None
            )  # the engine may count a death against whatever the worker had, or waited for
        if finished.failure:
            self._fail(self.folder.state(partition.number), f"{_describe(partition)}: {finished.failure.detail}")
            return False
        done: PartitionDone = finished.result
        for site, tally in done.sites.items():
            self.tallies[site].known, self.tallies[site].waiting = tally.known, tally.waiting
            self.tallies[site].is_unvisited &= tally.is_unvisited
        if done.interrupted:
            watcher.notice(f"{_describe(partition)}: {done.interrupted}")
        return done.interrupted is not None and watcher.stop_reason is None

    def _fail(self, state: Path, failure: str) -> None:
        self.failures[state] = failure
        self.order.watcher.notice(failure)

    def _merge(self, path: Path) -> None:
        """Take over what a partition has found, unless a worker still has it: then its end, or the next job, will."""
        if not path.exists():
            return
        try:
            with hold_lock(path):
                taken = self.store.merging.take_over(path, self.run_number)
        except StateLockedError:
            return
        except StateError as error:
            if path not in self.failures:  # its worker may have told of it already
                self._fail(path, str(error))
            return
        for group, meant in taken.items():
            self.merged[group].update(meant)
        self.outputs.catch_up()

    def _settle_counts(self) -> None:
        """Count articles by what they meant to the merged file: a worker that died had kept some that it could not tell of."""
        names = {plan.group: plan.name for plan in self.order.plans}
        for group, meant in self.merged.items():
            tally = self.tallies.setdefault(names.get(group) or site_of(group), SiteTally())
            tally.known = max(0, tally.known - max(0, meant[Change.NEW] + meant[Change.DUPLICATE] - tally.new))
            tally.new, tally.updated = meant[Change.NEW], meant[Change.UPDATED]
            if meant[Change.DUPLICATE]:
                tally.skipped[Reason.DUPLICATE] += meant[Change.DUPLICATE]


def _collect(engine: Engine, tasks: Sequence[Task], ends: "SimpleQueue[Finished | BaseException | None]") -> None:
    """Hand on what the engine does; in a thread of its own, since waiting for an engine cannot be broken off."""
    try:
        for finished in engine.run(tasks):
            ends.put(finished)
        ends.put(None)
    except BaseException as exc:  # noqa: BLE001  # raised again where the ends are awaited
        ends.put(exc)


def _domain_of(plan: SitePlan) -> str:
    """Hosts of one domain are one partition's: they link and redirect to each other."""
    try:
        return registrable_domain(plan.site.url) or host_of(plan.site.url).partition("://")[2]
    except ValueError:
        return ""


def _describe(partition: Partition) -> str:
    names = [plan.name for plan in partition.plans]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"partition {partition.number} ({', '.join(names[:3])}{more})"
