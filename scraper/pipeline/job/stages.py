"""One stage of a job: tasks for what has no part yet, a second round for those that failed, and then an end to trying."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from scraper.errors import StateError
from scraper.scale import Engine, Failure, FailureKind, Task

_T = TypeVar("_T")
_Keyed: TypeAlias = tuple[str, _T]

MOST_REFUSED: Final = 3
"""A file server may not answer for a moment; a full disk refuses every task."""

_APART: Final = Failure(kind=FailureKind.LOST, detail="failed in an earlier run")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Generic[_T]):
    """What a stage does with its items, each of which has a key.

    Attributes:
        name: For people.
        done: Keys of the parts that exist.
        make: Returns an item's work and its arguments.
        give_up: Called for an item that failed twice, with the reason; returns its result.
        take_apart: Returns what an item is made of, with keys that begin with its own and a dot: what breaks it then fails alone.
    """

    name: str
    done: set[str]
    make: Callable[[str, _T], tuple[Callable[..., Any], tuple[Any, ...]]]
    give_up: Callable[[str, _T, Failure], Any]
    take_apart: Callable[[str, _T], Sequence[_Keyed[_T]]] = lambda key, item: [(key, item)]


class _Ended(NamedTuple, Generic[_T]):
    key: str
    item: _T
    result: Any
    failure: Failure | None


def run_stage(engine: Engine, stage: Stage[_T], items: Iterable[_Keyed[_T]]) -> Iterator[tuple[str, Any]]:
    """Do a stage's tasks and yield the key and the result of each as it ends; ``None`` is the result where the part exists.

    Raises:
        StateError: The world refuses the tasks: a full disk, a missing file, another version on a worker.
        EngineError: The engine is gone.
    """
    again: list[_Keyed[_T]] = []
    for ended in _run_round(engine, stage, items):
        if ended.failure:
            again.append((ended.key, ended.item))
        else:
            yield ended.key, ended.result
    pieces = [piece for key, item in sorted(again, key=lambda keyed: keyed[0]) for piece in stage.take_apart(key, item)]
    for ended in _run_round(engine, stage, pieces):
        if ended.failure and ended.failure.kind is FailureKind.REFUSED:
            raise StateError(f"{stage.name} {ended.key}: {ended.failure.detail}")
        yield ended.key, stage.give_up(ended.key, ended.item, ended.failure) if ended.failure else ended.result


def _run_round(engine: Engine, stage: Stage[_T], items: Iterable[_Keyed[_T]]) -> Iterator[_Ended[_T]]:
    apart = {key.partition(".")[0] for key in stage.done if "." in key}
    held: dict[str, _T] = {}
    passed: list[_Ended[_T]] = []

    def tasks() -> Iterator[Task]:
        for key, item in items:
            if key in stage.done or key in apart:
                passed.append(_Ended(key, item, None, None if key in stage.done else _APART))
            else:
                held[key] = item
                work, arguments = stage.make(key, item)
                yield Task(key=f"{stage.name}-{key}", work=work, arguments=arguments)

    refused = 0
    for finished in engine.run(tasks()):
        yield from passed
        passed.clear()
        key, failure = finished.task.key.partition("-")[2], finished.failure
        refused += failure is not None and failure.kind is FailureKind.REFUSED
        if failure and refused > MOST_REFUSED:
            raise StateError(f"{stage.name} {key}: {failure.detail}")
        yield _Ended(key, held.pop(key), finished.result, failure)
    yield from passed
