"""What a run of the command does with files when it is stopped."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.cli.clean_run import CleanRun
from scraper.export import EXPORTERS
from scraper.pipeline import DumpProgress
from scraper.records import Outcome
from tests.export.samples import make_samples

FILES = sorted(extension for extension, fmt in EXPORTERS.items() if fmt.open_new)


def stop_after(count: int) -> Iterator[Outcome]:
    for number, article in enumerate(make_samples()):
        if number == count:
            os.kill(os.getpid(), signal.SIGTERM)
        yield article


@pytest.mark.parametrize("extension", FILES)
@pytest.mark.parametrize("count", [0, 1])
def test_a_stopped_run_leaves_the_files_of_the_one_before(
    tmp_path: Path, extension: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"out{extension}"
    path.write_bytes(b"yesterday's")
    run = CleanRun(DumpProgress(), writes_files=True)
    with run.open_outputs([path]):
        run.consume(stop_after(count))
    run.print_summary(quarantine=None)
    assert run.stopped_by == "sigterm"
    assert path.read_bytes() == b"yesterday's"
    assert list(tmp_path.iterdir()) == [path]
    told = capsys.readouterr().out
    assert "left as they were" in told
    assert "0 skipped; none is written" in told
