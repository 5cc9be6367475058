"""What holds for every engine."""

import time
from functools import partial
from pathlib import Path

import pytest

from scraper.errors import EngineError, UsageError
from scraper.scale import Engine, Failure, FailureKind, Task, open_engine
from scraper.scale.local import LocalEngine
from tests.scale import work


def test_every_task_ends_once(engine: Engine) -> None:
    tasks = [Task(key=f"add-{number}", work=work.add, arguments=(number, 1)) for number in range(40)]
    ended = list(engine.run(tasks))
    assert sorted((finished.task.key, finished.result) for finished in ended) == sorted(
        (f"add-{number}", number + 1) for number in range(40)
    )
    assert not any(finished.failure for finished in ended)


def test_tasks_are_taken_when_there_is_room(engine: Engine) -> None:
    taken = 0

    def tasks():
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield Task(key=f"add-{number}", work=work.add, arguments=(number, 1))

    ended = engine.run(tasks())
    next(ended)
    assert taken < 20
    ended.close()


def test_both_workers_work(engine: Engine) -> None:
    tasks = [Task(key=f"id-{number}", work=work.process_id) for number in range(12)]
    assert len({finished.result for finished in engine.run(tasks)}) == 2


def test_what_a_task_raises_comes_back_as_a_failure(engine: Engine) -> None:
    tasks = [
        Task(key="fail-1", work=work.fail, arguments=("no such thing",)),
        Task(key="read-1", work=work.read, arguments=("/nowhere/at/all",)),
        Task(key="add-1", work=work.add, arguments=(1, 1)),
    ]
    failures = {finished.task.key: finished.failure for finished in engine.run(tasks)}
    assert failures == {
        "fail-1": Failure(kind=FailureKind.BROKEN, detail="ValueError: no such thing"),
        "read-1": Failure(kind=FailureKind.REFUSED, detail="/nowhere/at/all: No such file or directory"),
        "add-1": None,
    }


def test_a_task_whose_worker_dies_is_done_again(engine: Engine, tmp_path: Path) -> None:
    tasks = [Task(key="kill-1", work=work.kill_itself, arguments=(str(tmp_path), 1))]
    assert [finished.result for finished in engine.run(tasks)] == ["survived"]


def test_a_task_that_no_worker_survives_is_given_back(engine: Engine, tmp_path: Path) -> None:
    tasks = [
        Task(key="kill-1", work=work.kill_itself, arguments=(str(tmp_path), 1000)),
        *(Task(key=f"add-{number}", work=work.add, arguments=(number, 1)) for number in range(3)),
    ]
    ended = {finished.task.key: finished for finished in engine.run(tasks)}
    failure = ended.pop("kill-1").failure
    assert failure is not None
    assert failure.kind is FailureKind.LOST
    assert len(list(tmp_path.iterdir())) == 4
    # Dask counts a death against all tasks that the worker held: an innocent one may come back as lost, and is told so.
    may_be_lost = not isinstance(engine, LocalEngine)
    for number in range(3):
        result, failure = ended[f"add-{number}"].result, ended[f"add-{number}"].failure
        assert result == number + 1 or (may_be_lost and failure is not None and failure.kind is FailureKind.LOST)


def test_dask_gives_up_no_worker_that_dies_again_while_it_comes_back() -> None:
    """With Dask's own 15 s a job whose workers died now and then was left without any, and waited for ever."""
    dask = pytest.importorskip("dask")
    timeout = partial(dask.config.get, "distributed.deploy.lost-worker-timeout")
    before = timeout()
    with open_engine("dask", None, 1):
        assert timeout() == "1 day", "read at each death, not when the cluster starts"
    assert timeout() == before


def test_who_stops_listening_calls_the_rest_off(engine: Engine) -> None:
    tasks = [
        Task(key="add-1", work=work.add, arguments=(1, 1)),
        *(Task(key=f"sleep-{number}", work=work.sleep, arguments=(600.0,)) for number in range(3)),
    ]
    ended = engine.run(tasks)
    assert next(ended).result == 2
    begun = time.monotonic()
    ended.close()
    assert time.monotonic() - begun < 5


def test_an_engine_nobody_knows() -> None:
    with pytest.raises(UsageError, match="--engine spark: there are local, dask"):
        open_engine("spark", None, 1)


def test_local_processes_have_no_scheduler() -> None:
    with pytest.raises(UsageError, match="add --engine dask"):
        open_engine("local", "tcp://127.0.0.1:1", 1)


def test_dask_that_is_not_installed_is_said_how_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.scale.opening.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'distributed\S+' 'fsspec\S+'`"):
        open_engine("dask", None, 1)


def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.scale.dask_engine._ANSWER_S", 0.5)
    with pytest.raises(EngineError, match=r"no scheduler answers at tcp://127\.0\.0\.1:1"):
        open_engine("dask", "tcp://127.0.0.1:1", 1)
