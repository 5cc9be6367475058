"""The engines, one row for each."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TypeAlias

from scraper.errors import UsageError, how_to_install

if TYPE_CHECKING:
    from scraper.scale.engine import Engine

_Open: TypeAlias = "Callable[[str | None, int], Engine]"


def _open_local(scheduler: str | None, workers: int) -> "Engine":
    from scraper.scale.local import LocalEngine

    if scheduler is not None:
        raise UsageError(f"--scheduler {scheduler}: local processes have no scheduler: add --engine dask")
    return LocalEngine(workers)


def _open_dask(scheduler: str | None, workers: int) -> "Engine":
    if find_spec("distributed") is None:
        raise UsageError(f"--engine dask: {how_to_install('dask')}")
    from scraper.scale.dask_engine import DaskEngine, open_cluster, open_scheduler

    return DaskEngine(*(open_scheduler(scheduler) if scheduler else open_cluster(workers)))


ENGINES: Final[Mapping[str, _Open]] = {"local": _open_local, "dask": _open_dask}
"""For each name, what opens the engine, given a scheduler's address or ``None`` and the number of workers to start."""


def open_engine(name: str, scheduler: str | None, workers: int) -> "Engine":
    """Return an engine that is ready for tasks. Close it, or use it in ``with``.

    Args:
        name: One of ``ENGINES``.
        scheduler: The address of a cluster that runs already; ``None`` starts processes on this machine.
        workers: How many, where processes are started; each does one task at a time.

    Raises:
        UsageError: What the engine needs is not installed, or there is no such engine.
        EngineError: The scheduler does not answer, or has no workers.
    """
    if name not in ENGINES:
        raise UsageError(f"--engine {name}: there are {', '.join(ENGINES)}")
    return ENGINES[name](scheduler, workers)
