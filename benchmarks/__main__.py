"""Measure this project beside its peers: ``python -m benchmarks all --data FOLDER... -o FILE`` (``make bench DATA=FOLDER``).

Every part is a row of ``PARTS``; ``all`` runs those that make up a report.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Final

from benchmarks.accuracy import (
    ARTICLE,
    Row,
    calibration,
    calibration_table,
    class_table,
    mean_f1,
    score_set,
    set_tables,
)
from benchmarks.machine import describe_run
from benchmarks.memory import memory_table
from benchmarks.ours import judge_of, our_peer
from benchmarks.peers import deny_network, installed_peers
from benchmarks.picture import Point, draw_accuracy_time, draw_calibration
from benchmarks.scripts import measure_scripts
from benchmarks.second_opinions import measure_opinions, opinions_table
from benchmarks.sets import LabelledSet, SetPage, read_sets, spread
from benchmarks.speed import ROUNDS, page_medians, speed_table, split_warm_up, time_rounds, time_starts
from benchmarks.tables import section
from benchmarks.worst import describe_worst

# Pages for speed unless told otherwise: enough that one long page does not move the mean, minutes with newspaper4k.
SPEED_PAGES: Final = 200


@dataclass(slots=True, kw_only=True)
class Bench:
    """What the parts work on, and what the pictures need of them.

    Attributes:
        rows: Scores by set; filled by ``accuracy``.
        seconds: Times by extractor; filled by ``speed``.
    """

    sets: Sequence[LabelledSet]
    pictures: Path
    speed_pages: int = SPEED_PAGES
    rounds: int = ROUNDS
    worst: int = 10
    rows: dict[str, list[Row]] = field(default_factory=dict)
    seconds: dict[str, list[list[float]]] = field(default_factory=dict)


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def measure_accuracy(bench: Bench) -> str:
    parts = []
    for labelled in bench.sets:
        say(f"accuracy on {labelled.name}")
        rows = score_set(labelled.pages, [our_peer(trained_on=labelled.trained_on), *installed_peers()], say)
        bench.rows[labelled.name] = rows
        parts += [f"### {labelled.name}", judge_of(trained_on=labelled.trained_on), *set_tables(labelled, rows)]
        ours = rows[0].scores
        if any(score.f1 is not None and score.confidence is not None for score in ours):
            parts += ["What the confidence is worth:", calibration_table(ours)]
        if len({score.kind for score in ours}) > 1:
            parts += ["Page class by page type:", class_table(ours)]
    return section("Accuracy", *parts)


def measure_speed(bench: Bench) -> str:
    pages, warm_up = split_warm_up(_timed_kind(bench), bench.speed_pages)
    say(f"speed on {len(pages)} pages, {bench.rounds} rounds")
    bench.seconds = time_rounds(pages, warm_up, bench.rounds)
    return section("Speed", speed_table(pages, bench.seconds), time_starts())


def measure_second_opinions(bench: Bench) -> str:
    parts = []
    for labelled in bench.sets:
        say(f"second opinions on {labelled.name}")
        parts.append(opinions_table(labelled.name, measure_opinions(labelled)))
    return section("Second opinions", *parts)


def measure_languages(bench: Bench) -> str:
    parts = []
    for labelled in bench.sets:
        say(f"languages and scripts on {labelled.name}")
        parts += [f"### {labelled.name}", judge_of(trained_on=labelled.trained_on), *measure_scripts(labelled)]
    return section("Languages and scripts", *parts)


def measure_memory(bench: Bench) -> str:
    say("memory")
    return section("Memory", memory_table(spread(_timed_kind(bench), bench.speed_pages)))


def draw_pictures(bench: Bench) -> str:
    """Draw what ``accuracy`` and ``speed`` have measured, of the first set with texts."""
    name = next((s.name for s in bench.sets if s.name in bench.rows and any(page.text for page in s.pages)), None)
    if name is None:
        return ""
    rows = bench.rows[name]
    kind = ARTICLE if any(score.kind == ARTICLE for score in rows[0].scores) else None
    say("pictures")
    bench.pictures.mkdir(parents=True, exist_ok=True)
    draw_calibration(calibration(rows[0].scores), f"Confidence and F1, {name}", bench.pictures / "calibration.svg")
    points = [
        Point(name=row.peer.name, ms=fmean(page_medians(bench.seconds[row.peer.name])) * 1000, f1=f1)
        for row in rows
        if row.peer.name in bench.seconds and (f1 := mean_f1(row.scores, kind)) is not None
    ]
    draw_accuracy_time(
        points, f"Accuracy against time, {name}{', articles' if kind else ''}", bench.pictures / "accuracy-time.svg"
    )
    return section("Pictures", "![accuracy against time](accuracy-time.svg)", "![calibration](calibration.svg)")


def list_worst(bench: Bench) -> str:
    with_text = [s for s in bench.sets if any(page.text for page in s.pages)]
    return "\n\n".join(f"{s.name}\n\n{describe_worst(s, bench.worst)}" for s in with_text)


def _timed_kind(bench: Bench) -> list[SetPage]:
    """Articles of the sets that have page types (wcxb-dev), else all pages."""
    typed = [page for s in bench.sets for page in s.pages if page.kind == ARTICLE]
    return typed or [page for s in bench.sets for page in s.pages]


PARTS: Final[dict[str, Callable[[Bench], str]]] = {
    "accuracy": measure_accuracy,
    "second-opinions": measure_second_opinions,
    "scripts": measure_languages,
    "speed": measure_speed,
    "memory": measure_memory,
    "pictures": draw_pictures,
    "worst": list_worst,
}
REPORT: Final = ("accuracy", "second-opinions", "speed", "memory", "pictures")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", choices=["all", *(name for name in PARTS if name != "pictures")])
    parser.add_argument("--data", type=Path, nargs="+", default=[], help="folders of sets, or of folders of sets")
    parser.add_argument(
        "--held-out", type=Path, nargs="+", default=[], help="the same, not trained on whatever their layout"
    )
    parser.add_argument("--sample", type=int, help="at most so many pages of each set")
    parser.add_argument("--speed-pages", type=int, default=SPEED_PAGES, help="pages for speed and memory")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="processes that time every page once")
    parser.add_argument("--worst", type=int, default=10, help="how many pages `worst` lists")
    parser.add_argument("-o", "--output", type=Path, help="file for the tables; pictures go beside it")
    parsed = parser.parse_args(arguments)
    if not parsed.data and not parsed.held_out:
        parser.error("give at least one folder with --data or --held-out")
    return parsed


def main(arguments: Sequence[str] | None = None) -> int:
    given = _arguments(arguments)
    deny_network()
    sets = [item for folder in given.data for item in read_sets(folder, sample=given.sample)]
    sets += [item for folder in given.held_out for item in read_sets(folder, held_out=True, sample=given.sample)]
    for labelled in sets:
        say(f"{labelled.name}: {len(labelled.pages)} pages, {labelled.layout} layout")
    bench = Bench(
        sets=sets,
        pictures=given.output.parent if given.output else Path(),
        speed_pages=given.speed_pages,
        rounds=given.rounds,
        worst=given.worst,
    )
    names = REPORT if given.part == "all" else (given.part,)
    head = "" if given.part == "worst" else f"# Results\n\n{_describe(given, sets)}"
    parts = [head]
    for name in names:
        parts.append(PARTS[name](bench))
        text = "\n\n".join(part for part in parts if part)
        if given.output:  # after each part: a run takes long, and what it has measured should outlive it
            given.output.parent.mkdir(parents=True, exist_ok=True)
            given.output.write_text(f"{text}\n", "utf-8")
    if not given.output:
        print(text)
    return 0


def _describe(given: argparse.Namespace, sets: Sequence[LabelledSet]) -> str:
    sample = f", at most {given.sample} pages of each" if given.sample else ""
    named = ", ".join(f"{s.name} ({len(s.pages)} pages, {s.layout} layout)" for s in sets)
    return f"{describe_run()}\n- sets{sample}: {named}"


if __name__ == "__main__":
    sys.exit(main())
