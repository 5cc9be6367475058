"""What `make run` does, for the demo and for sites of one's own."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_sites_of_ones_own_share_no_state_and_no_output_with_the_demo() -> None:
    demo, own = (
        {word for word in _tell_recipe(*asked).replace(";", " ").split() if word.startswith("out/") and word != "out/"}
        for asked in ((), ("SITES=https://a.test/",))
    )
    assert demo == {"out/state.sqlite", "out/articles.jsonl"}
    assert own == {"out/sites.sqlite", "out/sites.jsonl"}


def _tell_recipe(*variables: str) -> str:
    return subprocess.run(
        ["make", "--dry-run", "--old-file=.venv/installed", "run", *variables],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
