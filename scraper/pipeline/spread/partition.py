"""One partition of a job: some of its sites, with a state file of their own, scraped by whichever worker has it."""

import asyncio
import os
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from scraper.errors import LeaseLostError, StateLockedError
from scraper.pipeline.context import ScrapeSettings
from scraper.pipeline.events import UrlEvent
from scraper.pipeline.planning import SitePlan
from scraper.pipeline.scraping import GRACE_S, RunOrder, run_order
from scraper.pipeline.spread.session import Membership, WorkerSession
from scraper.pipeline.summary import SiteTally
from scraper.pipeline.watch import Watcher
from scraper.store import JobFolder, Leases, hold_lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """What a worker is given."""

    folder: JobFolder
    number: int
    job: str
    plans: tuple[SitePlan, ...]
    settings: ScrapeSettings

    def own_settings(self) -> ScrapeSettings:
        """Return how to scrape this part: several workers share a machine, and an archive's folder."""
        archive = self.settings.archive
        return replace(
            self.settings,
            processes=self.settings.processes or 1,
            max_runtime_s=None,  # the job's own clock tells all partitions to stop
            archive=archive and archive / self.folder.state(self.number).stem,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartitionDone:
    """How a worker's part ended.

    Attributes:
        sites: Its counts, by site.
        interrupted: Why it is to be begun again; ``None`` when it came to its end or was stopped.
    """

    number: int
    sites: Mapping[str, SiteTally]
    interrupted: str | None = None


def scrape_partition(partition: Partition) -> PartitionDone:
    """Scrape a partition's sites on this worker; may be called anywhere again, and goes on where it was.

    Raises:
        StateError: The partition's state file or the job's file cannot be used.
    """
    watcher = _EventWriter(partition.folder.events(partition.number), partition.job)
    # Whoever had the partition before may have pages in flight; it has at most its lease and the time of grace.
    patience_s = partition.settings.spread.lease_s + GRACE_S
    try:
        with hold_lock(partition.folder.state(partition.number), patience_s):
            return asyncio.run(_scrape(partition, watcher))
    except (LeaseLostError, StateLockedError) as error:
        return PartitionDone(number=partition.number, sites={}, interrupted=str(error))
    finally:
        watcher.flush()


async def _scrape(partition: Partition, watcher: "_EventWriter") -> PartitionDone:
    term_s = partition.settings.spread.lease_s
    worker = f"{socket.gethostname()}:{os.getpid()}"
    session = WorkerSession(
        Leases(partition.folder.job, term_s),
        Membership(job=partition.job, worker=worker, term_s=term_s),
        watcher,
        watcher.flush,
    )
    async with session.beating():
        if watcher.stop_reason:
            return PartitionDone(number=partition.number, sites={})
        order = RunOrder(plans=partition.plans, settings=partition.own_settings(), watcher=watcher, session=session)
        summary = await run_order(order, partition.folder.state(partition.number), ())
        return PartitionDone(number=partition.number, sites=summary.sites)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One event, and the job that it belongs to: a worker of an earlier job may be writing still."""

    job: str
    event: UrlEvent


class _EventWriter(Watcher):
    """Writes events to a file that whoever started the job reads.

    The file is opened for each writing: what is closed on a network file system is what others see.
    """

    def __init__(self, path: Path, job: str) -> None:
        super().__init__()
        self._path, self._job = path, job
        self._turn = threading.Lock()
        self._lines: list[bytes] = []

    def url_done(self, event: UrlEvent) -> None:
        """Keep the event for the next writing."""
        line = msgspec.json.encode(_Line(job=self._job, event=event))
        with self._turn:
            self._lines.append(line)

    def flush(self) -> None:
        """Write what has come; the events are for people, so that a file which cannot be written costs nothing else."""
        with self._turn:
            lines, self._lines = self._lines, []
        if not lines:
            return
        try:
            with self._path.open("ab") as file:
                file.write(
                    b"".join(b"\n" + line for line in lines) + b"\n"
                )  # the line before may have been cut by a kill
        except OSError:
            with self._turn:
                self._lines = [*lines, *self._lines]


class EventReader:
    """Reads what a job's partitions tell, as it comes."""

    def __init__(self, folder: JobFolder, job: str, numbers: Sequence[int]) -> None:
        self._job = job
        self._read_to = {folder.events(number): 0 for number in numbers}

    def clear(self) -> None:
        """Remove the files."""
        for path in self._read_to:
            path.unlink(missing_ok=True)

    def read(self) -> Iterator[UrlEvent]:
        """Yield the events that are new since the last call."""
        for path, start in self._read_to.items():
            try:
                with path.open("rb") as file:
                    file.seek(start)
                    data = file.read()
            except FileNotFoundError:
                continue
            whole = data[: data.rfind(b"\n") + 1]
            self._read_to[path] = start + len(whole)
            yield from self._decode(whole)

    def _decode(self, data: bytes) -> Iterator[UrlEvent]:
        for text in filter(None, data.split(b"\n")):
            try:
                line = msgspec.json.decode(text, type=_Line)
            except msgspec.DecodeError:
                continue  # cut by a kill
            if line.job == self._job:
                yield line.event
