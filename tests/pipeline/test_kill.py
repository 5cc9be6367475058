import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.export.reading import read_records
from tests.pipeline.killed_run import OUTPUTS, PAGES

KILLS = 8


def run(folder: Path, kill_after_s: float | None = None) -> None:
    command = [sys.executable, "-m", "tests.pipeline.killed_run", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            process.kill()
            return
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors.decode()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    folder = tmp_path_factory.mktemp("whole")
    begun = time.monotonic()
    run(folder)
    return folder, time.monotonic() - begun


@pytest.mark.fault(number=55)
@pytest.mark.parametrize("seed", range(2))
def test_kills_at_random_instants_lose_double_and_tear_nothing(
    seed: int, whole: tuple[Path, float], tmp_path: Path
) -> None:
    reference, duration_s = whole
    instants = random.Random(seed)
    for _ in range(KILLS):
        run(tmp_path, kill_after_s=instants.uniform(0.3, 1.0) * duration_s)
    run(tmp_path)
    for name in OUTPUTS:
        rows = read_records(tmp_path / name)
        assert len(rows) == PAGES
        assert rows == read_records(reference / name)


@pytest.mark.fault(number=55)
def test_a_kill_in_the_middle_leaves_work_for_the_next_run(whole: tuple[Path, float], tmp_path: Path) -> None:
    _, duration_s = whole
    counts = []
    for _ in range(4):
        run(tmp_path, kill_after_s=0.75 * duration_s)
        output = tmp_path / OUTPUTS[0]
        counts.append(output.read_bytes().count(b"\n") if output.exists() else 0)
    assert counts == sorted(counts)
