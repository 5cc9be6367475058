"""Dask's distributed scheduler: on this machine, or on any cluster that runs it (SSH, Kubernetes, Slurm, YARN).

The only module that knows Dask.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Self

from scraper.errors import EngineError
from scraper.scale.engine import TRIES, Failure, FailureKind, Finished, Task, finish, lost, perform
from scraper.version import VERSION

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster, as_completed

_ANSWER_S: Final = 10.0
_WORKERS_S: Final = 60.0
"""How long to wait for a first worker: Slurm and Kubernetes start them after the scheduler."""

_AHEAD: Final = 2
"""Tasks under way for each thread of a worker: the next one is there when one ends, and the scheduler holds no more than these."""

_LOOK_EVERY_S: Final = 0.02
_DONE_AGAIN: Final = frozenset({"lost", "pending"})
"""States of a task that had ended, whose worker died before its result was fetched."""

_GONE: Final = "the scheduler is gone: run the same command again, it goes on where this one was"
_OF_CLUSTER: Final = {
    "distributed.scheduler.allowed-failures": TRIES - 1,
    # Dask gives up a worker that is away when so much has passed since a death of its (15 s by default), be it for having died
    # again: without any worker left the job would wait for ever.
    "distributed.deploy.lost-worker-timeout": "1 day",
}
"""Of a cluster that is started here; Dask reads the second each time a worker dies, so they hold until it ends."""


class DaskEngine:
    """An engine on a Dask cluster.

    Args:
        client: Connected to its scheduler; closed with the engine.
        cluster: What was started for it, to be ended with it.
        settings: Dask's, that hold as long as the cluster.
    """

    def __init__(
        self,
        client: "Client",
        cluster: "LocalCluster | None" = None,
        settings: ExitStack | None = None,
    ) -> None:
        self._client = client
        self._cluster = cluster
        self._settings = settings
        self.dashboard: str | None = client.dashboard_link
        logging.getLogger("distributed.client").setLevel(
            logging.CRITICAL
        )  # a scheduler that is gone is told about once, here

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def slots(self) -> int:
        """How many tasks are done at once: one in each thread of each worker."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def run(self, tasks: Iterable[Task]) -> Iterator[Finished]:
        """Do tasks, as ``Engine.run``."""
        from distributed import as_completed

        waiting = iter(tasks)
        running: dict[object, tuple[Task, Future[Any]]] = {}
        ended = as_completed()
        try:
            while True:
                for task in islice(waiting, max(0, self._room() - len(running))):
                    with self._mapped_errors():
                        future = self._submit(task)
                        ended.add(future)
                    running[future.key] = task, future
                if not running:
                    return
                future = self._next(ended)
                if future.status in _DONE_AGAIN:
                    ended.add(future)
                    continue
                task, _ = running.pop(future.key)
                yield self._read(task, future)
        finally:
            with suppress(Exception, asyncio.CancelledError):  # a scheduler that is gone needs not be told
                self._client.cancel([future for _, future in running.values()])

    def close(self) -> None:
        """Leave the cluster; one that was started for this engine ends."""
        with suppress(OSError, asyncio.CancelledError):  # a scheduler that is gone does not say goodbye
            self._client.close(timeout=_ANSWER_S)
        if self._cluster:
            with suppress(OSError):
                self._cluster.close(timeout=_ANSWER_S)
        if self._settings:
            self._settings.close()

    def _submit(self, task: Task) -> "Future[Any]":
        stage = task.key.partition("-")[0]
        return self._client.submit(
            *(perform, VERSION, task.work, task.arguments),
            key=f"{stage}-{uuid.uuid4().hex}",  # the dashboard's groups; Dask would take a known key's old result
            pure=False,
        )

    def _room(self) -> int:
        """How many tasks may be under way: workers come and go."""
        if self._client.status != "running":
            raise EngineError(_GONE)
        with self._mapped_errors():
            return _AHEAD * self.slots

    @contextmanager
    def _mapped_errors(self) -> Iterator[None]:
        """A client whose scheduler goes away raises this or that, by what it was doing."""
        try:
            yield
        except (OSError, asyncio.CancelledError) as exc:
            raise EngineError(_GONE) from exc
        except Exception as exc:
            if self._client.status == "running":
                raise
            raise EngineError(_GONE) from exc

    def _next(self, ended: "as_completed") -> "Future[Any]":
        """Wait for a task's end. Dask's own waiting does not end for a task that was handed in while the connection broke."""
        while not ended.has_ready():
            if self._client.status != "running":
                raise EngineError(_GONE)
            time.sleep(_LOOK_EVERY_S)
        future: Future[Any] = next(ended)
        return future

    def _read(self, task: Task, future: "Future[Any]") -> Finished:
        from distributed import KilledWorker

        if future.status == "finished":
            with self._mapped_errors():  # the result comes from the scheduler
                return finish(task, future.result())
        if future.status != "error":
            raise EngineError(_GONE)
        error = future.exception()
        if isinstance(error, KilledWorker):
            return lost(task)
        detail = f"a worker could not begin: {type(error).__name__}: {error}: install this package where workers run"
        return Finished(task=task, failure=Failure(kind=FailureKind.REFUSED, detail=detail))


def open_cluster(workers: int) -> "tuple[Client, LocalCluster, ExitStack]":
    """Start a scheduler in this process and workers in others, on this machine."""
    import dask
    from distributed import Client, LocalCluster

    with ExitStack() as settings:  # left here only where the cluster does not start
        settings.enter_context(dask.config.set(_OF_CLUSTER))
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=":0",
            silence_logs=logging.CRITICAL,  # workers that die are told about by what becomes of their tasks
            preload=["scraper.scale.no_interrupts"],
        )
        return Client(cluster), cluster, settings.pop_all()


def open_scheduler(address: str) -> "tuple[Client, None]":
    """Connect to a scheduler that runs already.

    Raises:
        EngineError: It does not answer, or has no workers.
    """
    from distributed import Client

    try:
        client = Client(address, timeout=_ANSWER_S)
    except (OSError, ValueError) as exc:
        raise EngineError(f"no scheduler answers at {address} ({exc}): start one with `dask scheduler`") from exc
    try:
        client.wait_for_workers(1, timeout=_WORKERS_S)
    except TimeoutError as exc:
        client.close()
        raise EngineError(f"the scheduler at {address} has no workers: start some: `dask worker {address}`") from exc
    return client, None
