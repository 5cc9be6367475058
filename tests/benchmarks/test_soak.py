"""The soak in short: what it takes an hour to show is left out, every check of what was scraped is made."""

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.soak.checks import compare, find_outcomes
from benchmarks.soak.driving import CRON, OUTPUTS, Plan, Soak, soak
from benchmarks.soak.faults import LONG_PAUSE, draw_fault
from benchmarks.soak.reporting import find_growth, format_report, quarters
from benchmarks.soak.rounds import CLIENT as ROUNDS
from benchmarks.soak.rounds import look

SHORT = Plan(seconds=3, sites=3, seed=6, step_s=0.3, round_s=1, cron_s=3, fault_rate=0.15, calm_runs=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("soak")


@pytest.fixture(scope="module")
def done(folder: Path) -> Soak:
    if sys.platform != "linux":
        pytest.skip("memory and handles are read from /proc")
    return asyncio.run(soak(SHORT, folder))


def test_every_article_comes_once_and_nothing_is_left_over(done: Soak) -> None:
    assert done.problems == []
    for tally in done.tallies.values():
        assert tally.exported + tally.withdrawn == tally.published > SHORT.sites * 12
        assert tally.exported == tally.sent


def test_faults_happened_and_each_has_an_outcome(done: Soak) -> None:
    counts, silent = find_outcomes(done.world, done.runs)
    assert silent == []
    assert len({fault for fault, _ in counts}) > 5


def test_sites_changed_meanwhile(done: Soak) -> None:
    articles = [article for site in done.world.sites for article in site.published.values()]
    assert any(article.corrections for article in articles)
    assert any(tally.corrected for tally in done.tallies.values())


def test_handles_threads_and_children_are_what_they_were(done: Soak) -> None:
    assert len({(held.handles, held.children) for held in done.held}) == 1
    threads = [held.threads for held in done.held]
    assert max(threads) - min(threads) <= 1  # one that looked up a name may be ending still


def test_the_report_names_both_clients_and_all_series(done: Soak) -> None:
    report = format_report(done)
    assert all(name in report for name in (ROUNDS, CRON, "redirect loop", "No problems."))


def test_growth_over_many_rounds_is_a_problem(done: Soak) -> None:
    (held, *_) = done.held
    grown = [replace(held, rss_kb=100_000 + 500 * number) for number in range(40)]
    assert find_growth(replace(done, held=[held] * 40)) == []
    assert find_growth(replace(done, held=grown)) == ["resident MB between rounds: grew"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory and handles are read from /proc")
def test_a_process_that_has_ended_but_is_still_listed_is_gone() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # a zombie from here on
        with pytest.raises(OSError):  # noqa: PT011  # whichever file of it says so first
            look(process.pid)


def test_quarters_are_medians_of_four_equal_parts() -> None:
    assert quarters([1, 1, 2, 4, 3, 3, 9, 9]) == [1, 3, 3, 9]


def test_a_fault_fits_the_answer_it_is_done_to() -> None:
    chance = Random(1)
    drawn = [draw_fault(chance, "", may_pause=False) for _ in range(300)]
    assert {fault.needs for fault in drawn} == {""}
    assert LONG_PAUSE not in drawn
    assert LONG_PAUSE in [draw_fault(chance, "html", may_pause=True) for _ in range(3_000)]


def test_what_is_missing_or_twice_in_an_export_is_found(done: Soak, folder: Path, tmp_path: Path) -> None:
    first, second, *others = (folder / ROUNDS / OUTPUTS[0]).read_bytes().splitlines()
    (tmp_path / OUTPUTS[0]).write_bytes(b"\n".join([second, second, *others, b""]))
    tally = compare(done.world, ROUNDS, [tmp_path / OUTPUTS[0], folder / ROUNDS / OUTPUTS[1]])
    assert tally.lost == [json.loads(first)["url"]]
    assert f"{json.loads(second)['url']}: versions [1, 1]" in tally.doubled


def test_a_fault_that_nothing_is_told_of_is_found(done: Soak) -> None:
    told = [run for run in done.runs if any(reason for _, _, reason in run.events)]
    deaf = [replace(run, events=[], warnings=[], code=0) for run in told]
    assert find_outcomes(done.world, deaf)[1]
