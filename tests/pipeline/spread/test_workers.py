import os
import signal
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest

from fixtures.sites.request_log import RequestLog, find_handovers
from scraper.scale import Engine, open_engine
from tests.pipeline.fakes import Recorder
from tests.pipeline.spread.aggregators import STORIES, serve_aggregators
from tests.pipeline.spread.job_bench import MARGIN_S, JobBench, open_bench, read

ARTICLES = 8


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with open_engine("dask", None, 2) as opened:
        yield opened


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[JobBench]:
    with open_bench(tmp_path, ARTICLES) as opened:
        yield opened


def test_two_workers_find_what_one_process_finds_and_nothing_twice(engine: Engine, bench: JobBench) -> None:
    expected = bench.run_plain()
    bench.log.requests.clear()
    recorder = Recorder()
    summary = bench.run(engine, recorder)
    assert read(bench.output) == expected
    assert [tally.new for tally in summary.sites.values()] == [ARTICLES] * 3
    assert len(recorder.events) == bench.articles
    assert (summary.failures, summary.stopped_by) == ((), None)
    assert bench.check_turns() == []
    assert len({request.process for request in bench.log.requests}) == 2
    before = bench.output.read_bytes()
    summary = bench.run(engine)
    assert [(tally.new, tally.known) for tally in summary.sites.values()] == [(0, ARTICLES)] * 3
    assert bench.output.read_bytes() == before


def test_a_killed_worker_s_hosts_are_taken_over_after_its_lease_and_never_asked_by_two(
    engine: Engine, bench: JobBench
) -> None:
    killed: list[int] = []

    def kill(count: int, process: int) -> None:
        if count >= 30 and process and not killed:  # robots.txt, sources and about half of the articles
            killed.append(process)
            os.kill(process, signal.SIGKILL)

    bench.log.on_request = kill
    summary = bench.run(engine)
    assert killed
    records = read(bench.output)
    assert len(records) == len({record["id"] for record in records}) == bench.articles
    assert sum(tally.new for tally in summary.sites.values()) == bench.articles
    bench.check_turns()
    # What it had ended before its kill was given back, and may be looked at again at once: the engine lost the result.
    last = max((request for request in bench.log.requests if request.process == killed[0]), key=attrgetter("begun"))
    gaps = find_handovers([request for request in bench.log.by_site()[last.port] if request.process])
    assert gaps
    assert min(gaps) > MARGIN_S
    assert summary.failures == ()


def test_a_host_that_sites_of_two_workers_redirect_to_is_never_asked_by_both_at_once(tmp_path: Path) -> None:
    log = RequestLog()
    with serve_aggregators(log) as (urls, press):
        bench = JobBench(tmp_path, urls, 2 * STORIES, log)
        with open_engine("local", None, 2) as engine:
            summary = bench.run(engine)
        assert summary.failures == ()
        assert [tally.new for tally in summary.sites.values()] == [STORIES, STORIES]
        asked = log.by_site()[press]
        assert len({request.process for request in asked}) == 2
        assert min(find_handovers(asked)) > 0
    assert len(read(bench.output)) == 2 * STORIES
