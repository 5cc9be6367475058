from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli import main

SITE = "https://a.test/"


@pytest.mark.parametrize(
    ("flags", "advice"),
    [
        (["--lease", "5"], "--workers or --engine"),
        (["--partitions", "5"], "--workers or --engine"),
        (["--state", "folder"], "--workers or --engine"),
        (["--workers", "2", "--state", "file"], "a folder"),
        (["--scheduler", "tcp://127.0.0.1:1"], "--engine dask"),
    ],
)
def test_flags_that_do_not_go_together_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: list[str], advice: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    result = CliRunner().invoke(main, ["scrape", SITE, *flags])
    assert result.exit_code == 2
    assert advice in result.stderr


def test_recleaning_is_done_in_one_place(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["scrape", "--reclean", "--archive", str(tmp_path), "--workers", "2"])
    assert result.exit_code == 2
    assert "--workers" in result.stderr
