import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli import main

BASH = """
. {script}
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
compopt() {{ echo "opened $2"; }}
_scraper_completion scraper
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def complete(tmp_path: Path) -> "Completer":
    return Completer(tmp_path)


class Completer:
    """Bash, with the script loaded and ``scraper`` on the PATH."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        program = folder / "scraper"
        program.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -c "from scraper.cli import main; main(prog_name=\'scraper\')" "$@"\n'
        )
        program.chmod(0o755)
        self._script = folder / "completion.bash"
        self._script.write_text(CliRunner().invoke(main, ["completion", "bash"]).stdout)

    def __call__(self, words: str) -> list[str]:
        env = os.environ | {
            "PATH": f"{self._folder}:{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        done = subprocess.run(
            ["bash", "-c", BASH.format(script=self._script, words=words)],
            env=env,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout.split("\n")[:-1]


def test_bash_completes_commands_options_and_modes(complete: Completer) -> None:
    assert complete("scraper cl") == ["clean"]
    assert complete("scraper scrape --robots") == ["--robots-denial-forbids"]
    assert complete("scraper scrape --mode ''") == ["append", "latest", "changes"]
    assert complete("scraper clean --site-key d") == ["domain"]


def test_bash_completes_formats_after_a_dot_and_files_before(complete: Completer) -> None:
    assert complete("scraper export -o all.js") == ["all.jsonl", "all.jsonl.gz", "all.jsonl.zst"]
    assert complete("scraper scrape -o ./out/2026.11.p") == ["./out/2026.11.parquet"]
    assert complete("scraper clean -o ne") == ["opened default", ""]
    assert complete("scraper why --state ne") == ["opened default", ""]
    assert complete("scraper clean --quarantine ne") == ["opened dirnames", ""]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_that_it_can_read(shell: str, tmp_path: Path) -> None:
    script = CliRunner().invoke(main, ["completion", shell]).stdout
    assert "_SCRAPER_COMPLETE" in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script)
        subprocess.run([shell, "-n", tmp_path / "script"], check=True, timeout=60)
