"""What an engine is: tasks go in, and what became of each comes out, wherever it was done."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol, Self

from scraper.errors import ScraperError
from scraper.version import VERSION

TRIES: Final = 4
"""How many workers a task may lose before it is given back as lost: what Dask allows by its own default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A piece of work for any process on any machine. It may be done twice, also at the same time, and must then leave the same.

    Attributes:
        key: For people, and to tell the run's tasks apart: ``clean-000012``; what stands before the first dash is the stage.
        work: A function at the top of a module that workers can import.
        arguments: Small, and known to ``pickle``; large things are named by their place in a folder.
    """

    key: str
    work: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


class FailureKind(StrEnum):
    """What kept a task from its end."""

    LOST = "lost"
    """Each worker that had it died."""
    REFUSED = "refused"
    """The world around it is not as it must be: a full disk, a file that is gone, another version on the worker."""
    BROKEN = "broken"
    """It raised what nobody foresaw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a task gave nothing.

    Attributes:
        detail: The fact, for a person.
    """

    kind: FailureKind
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What became of a task.

    Attributes:
        result: What its work returned; ``None`` where it failed.
        failure: ``None`` where it did not.
    """

    task: Task
    result: Any = None
    failure: Failure | None = None


class Engine(Protocol):
    """Processes, here or elsewhere, that do tasks.

    Attributes:
        dashboard: The address of a page that shows what they do; ``None`` where there is none.
    """

    dashboard: str | None

    @property
    def slots(self) -> int:
        """How many tasks are done at once, as far as workers are there now."""
        ...

    def run(self, tasks: Iterable[Task]) -> Iterator[Finished]:
        """Do tasks and yield what became of each, in the order in which they end.

        Tasks are taken when there is room for them, so that any number of them may come. A task whose worker dies is done again
        by another one. Whoever stops listening (``close()`` of the generator) calls the rest off.

        Raises:
            EngineError: The engine itself is gone.
        """
        ...

    def close(self) -> None:
        """Let go of what the engine holds; processes that it started end."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def perform(version: str, work: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Do a task's work where it landed, and return its result or the ``Failure``; exceptions do not travel, they may not unpickle.

    Args:
        version: Of this package, where the task comes from.
        work: As in ``Task``.
        arguments: As in ``Task``.
    """
    if version != VERSION:
        detail = f"the worker has version {VERSION} of this package, the job {version}: install one on both"
        return Failure(kind=FailureKind.REFUSED, detail=detail)
    try:
        return work(*arguments)
    except ScraperError as exc:
        return Failure(kind=FailureKind.REFUSED, detail=str(exc))
    except OSError as exc:
        where = f"{exc.filename}: " if exc.filename else ""
        return Failure(kind=FailureKind.REFUSED, detail=f"{where}{exc.strerror or exc or type(exc).__name__}")
    except Exception as exc:  # noqa: BLE001  # whatever a task meets must not end the worker, which has others
        return Failure(kind=FailureKind.BROKEN, detail=f"{type(exc).__name__}: {exc}"[:500])


def finish(task: Task, answer: Any) -> Finished:
    """Return what became of a task by what ``perform`` answered."""
    return Finished(task=task, failure=answer) if isinstance(answer, Failure) else Finished(task=task, result=answer)


def lost(task: Task) -> Finished:
    """Return what became of a task that no worker survived."""
    detail = f"the worker that had it died, {TRIES} times"
    return Finished(task=task, failure=Failure(kind=FailureKind.LOST, detail=detail))
