from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scraper.pipeline.job import tasks
from scraper.records import Skipped
from scraper.scale import Engine
from tests.pipeline.job.dumps import clean_at_once, make_dump


@pytest.fixture(scope="session")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_dump(tmp_path_factory.mktemp("dump") / "saved")


@pytest.fixture(scope="session")
def at_once(dump: Path) -> tuple[list[bytes], list[Skipped]]:
    return clean_at_once(dump)


@pytest.fixture(autouse=True)
def small_files_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.read.shards.LARGE_BYTES", 20_000)


@pytest.fixture
def use_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Engine], None]]:
    """Have jobs done by an engine of the test's."""

    def use(engine: Engine) -> None:
        monkeypatch.setattr("scraper.pipeline.job.run.open_engine", lambda *_: engine)

    yield use
    tasks.workshops.close()
