"""Fuzz with coverage, one target after the other.

    python -m tests.fuzz [--minutes 30] [--target NAME]... [--folder out/fuzz]

Each target's corpus is made of the demo sites, and grows from run to run in the folder. Inputs that break a target stand there,
made small, with their tracebacks. What was mended becomes a line of `test_regressions.py`, and its input is deleted by hand.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.fuzz.targets import TARGETS, Target

# Python without speed-ups, on a machine that does other things too: what hangs is told by processor time, in the process itself.
_HANGS_S: Final = 120
_MEMORY_MB: Final = 2_048
_LEAST_S: Final = 5.0
_DONE: Final = re.compile(r"stat::number_of_executed_units:\s+(\d+)")
_COVERED: Final = re.compile(r"cov: (\d+) ft: (\d+) corp: (\d+)")


def fuzz(name: str, folder: Path, seconds: float) -> Counter[str]:
    """Fuzz one target for so much processor time, beginning again where it brings its process down.

    The clock would tell less: on a machine that does other things too, a niced process gets what these leave.

    Returns:
        Seconds, inputs that were run, edges and features covered, inputs in the corpus, and places where the target broke.
    """
    target = TARGETS[name]
    corpus = _make_corpus(target, folder)
    used_before = _processor_s()
    figures: Counter[str] = Counter()
    deaths = 0
    while (left := seconds - (_processor_s() - used_before)) > _LEAST_S:
        begun = time.monotonic()
        options = [
            *(f"-max_total_time={left:.0f}", f"-timeout={_HANGS_S}", f"-rss_limit_mb={_MEMORY_MB}"),
            *(f"-max_len={target.max_bytes}", f"-artifact_prefix={folder}/findings/", "-print_final_stats=1"),
            *(f"-dict={_write_words(target, folder)}", "-verbosity=1", str(corpus)),
        ]
        told = _run([sys.executable, "-m", "tests.fuzz.one", name, str(folder), *options], folder / "log")
        _read_figures(told, figures)
        deaths += told.returncode != 0
        if told.returncode and time.monotonic() - begun < _LEAST_S:
            raise SystemExit(told.stderr[-4_000:])
    figures["seconds"] = round(_processor_s() - used_before)
    figures["findings"] = deaths + len(list((folder / "findings").glob("*.txt")))
    return figures


def _processor_s() -> float:
    """Processor time of all targets that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: Sequence[str], log: Path) -> "subprocess.CompletedProcess[str]":
    told = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    log.write_text(told.stderr)
    return told


def _read_figures(told: "subprocess.CompletedProcess[str]", figures: Counter[str]) -> None:
    figures["runs"] += sum(map(int, _DONE.findall(told.stderr)))
    for covered in _COVERED.findall(told.stderr)[-1:]:
        figures["edges"], figures["features"], figures["corpus"] = map(int, covered)


def _make_corpus(target: Target, folder: Path) -> Path:
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    return corpus


def _write_words(target: Target, folder: Path) -> Path:
    """Write libFuzzer's dictionary."""
    path = folder / "words"
    lines = ['"{}"\n'.format("".join(f"\\x{byte:02x}" for byte in word)) for word in target.words if word]
    path.write_text("".join(lines))
    return path


def main() -> None:
    """Fuzz the targets that were asked for, and print their figures as a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0, help="of processor time, for each target")
    parser.add_argument("--target", action="append", choices=sorted(TARGETS), help="only this one; may be repeated")
    parser.add_argument("--folder", type=Path, default=Path("out/fuzz"), help="for corpora, logs and findings")
    options = parser.parse_args()
    print(
        "| target | minutes | inputs | edges | features | corpus | findings |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    is_clean = True
    for name in options.target or TARGETS:
        folder = options.folder / name.replace(" ", "-")
        figures = fuzz(name, folder, options.minutes * 60)
        is_clean &= not figures["findings"]
        (folder / "figures.json").write_text(json.dumps(figures))
        columns = (f"{figures[column]:,}" for column in ("runs", "edges", "features", "corpus", "findings"))
        print(f"| {name} | {figures['seconds'] / 60:.1f} | {' | '.join(columns)} |", flush=True)
    raise SystemExit(not is_clean)


if __name__ == "__main__":
    main()
