import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.export.reading import read_records
from tests.pipeline.killed_run import OUTPUTS, PAGES


def run(folder: Path, largest_file_bytes: int | None = None) -> tuple[int, str]:
    """Run with a limit on the length of files, which stands for a disk that is full at that point."""

    def limit() -> None:
        if largest_file_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file_bytes, largest_file_bytes))

    command = [sys.executable, "-m", "tests.pipeline.killed_run", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, preexec_fn=limit)
    return done.returncode, done.stderr


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    assert run(folder) == (0, "")
    return folder


@pytest.mark.fault(number=56)
# The state file's first page; the state file; the first batches of outputs; the last ones; the whole file at the end.
@pytest.mark.parametrize("largest_file_bytes", [1000, 50_000, 90_000, 130_000, 200_000, 300_000])
def test_a_disk_that_fills_up_ends_the_run_and_the_next_one_goes_on(
    largest_file_bytes: int, reference: Path, tmp_path: Path
) -> None:
    code, errors = run(tmp_path, largest_file_bytes)
    if code:
        assert "StateError" in errors.splitlines()[-1]
        assert "free space" in errors or "check the disk" in errors or "no space" in errors
    assert run(tmp_path) == (0, "")
    for name in OUTPUTS:
        records = read_records(tmp_path / name)
        assert len(records) == PAGES
        assert records == read_records(reference / name)
