from dataclasses import dataclass
from pathlib import Path

import pytest

from scraper.errors import LeaseLostError
from scraper.store import JobFile, Leases

TERM_S = 30.0


@dataclass
class FakeClock:
    """Seconds that go on when told to."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def job(tmp_path: Path) -> Path:
    path = tmp_path / "job.sqlite"
    JobFile(path).begin("first")
    return path


def test_a_host_is_one_session_s_until_it_is_given_back(job: Path) -> None:
    one, other = Leases(job, TERM_S), Leases(job, TERM_S)
    mine, theirs = one.open_session("w1"), other.open_session("w2")
    assert one.acquire(mine, "a.test") == 0
    assert one.acquire(mine, "a.test") == 0
    assert other.acquire(theirs, "a.test") is None
    assert other.acquire(theirs, "b.test") == 0
    one.release(mine, "a.test", 15)
    assert other.acquire(theirs, "a.test") == pytest.approx(15, abs=1)


def test_the_holder_hears_that_others_wait(job: Path) -> None:
    leases = Leases(job, TERM_S)
    mine, theirs = leases.open_session("w1"), leases.open_session("w2")
    leases.acquire(mine, "a.test")
    assert leases.look(mine).wanted == frozenset()
    leases.acquire(theirs, "a.test")
    assert leases.look(mine).wanted == {"a.test"}
    leases.release(mine, "a.test", 0)
    leases.acquire(theirs, "a.test")
    assert leases.look(theirs).wanted == frozenset()


def test_a_silent_session_s_hosts_are_taken_over_after_a_whole_term_and_not_before(job: Path) -> None:
    clock = FakeClock()
    dead, alive = Leases(job, TERM_S, clock), Leases(job, TERM_S, clock)
    theirs = dead.open_session("w1")
    dead.acquire(theirs, "a.test")
    mine = alive.open_session("w2")
    clock.now = TERM_S - 0.1
    assert alive.acquire(mine, "a.test") is None
    clock.now = TERM_S
    assert alive.acquire(mine, "a.test") is not None
    assert not dead.renew(theirs)
    with pytest.raises(LeaseLostError):
        dead.acquire(theirs, "b.test")


def test_the_term_runs_anew_with_each_renewal_that_was_seen(job: Path) -> None:
    clock = FakeClock()
    holder, other = Leases(job, TERM_S, clock), Leases(job, TERM_S, clock)
    theirs = holder.open_session("w1")
    holder.acquire(theirs, "a.test")
    mine = other.open_session("w2")
    for clock.now in (20.0, 40.0, 60.0):
        assert holder.renew(theirs)
        assert other.renew(mine)
        assert other.acquire(mine, "a.test") is None
    clock.now = 89.0
    assert other.acquire(mine, "a.test") is None
    clock.now = 90.0
    assert other.acquire(mine, "a.test") is not None


def test_a_process_that_begins_watches_a_whole_term_itself(job: Path) -> None:
    clock = FakeClock()
    dead = Leases(job, TERM_S, clock)
    dead.acquire(dead.open_session("w1"), "a.test")
    clock.now = 1_000.0
    fresh = Leases(job, TERM_S, clock)
    mine = fresh.open_session("w2")
    assert fresh.acquire(mine, "a.test") is None
    clock.now += TERM_S
    assert fresh.acquire(mine, "a.test") is not None


def test_clocks_of_different_machines_need_not_agree(job: Path) -> None:
    ahead, behind = FakeClock(5_000.0), FakeClock(10.0)
    holder, other = Leases(job, TERM_S, ahead), Leases(job, TERM_S, behind)
    theirs, mine = holder.open_session("w1"), other.open_session("w2")
    holder.acquire(theirs, "a.test")
    for _ in range(5):
        ahead.now += 20
        behind.now += 20
        assert holder.renew(theirs)
        assert other.renew(mine)
        assert other.acquire(mine, "a.test") is None


def test_slow_readings_count_against_whoever_takes_over(job: Path) -> None:
    ticks = iter([0.0, 25.0, 30.0, 55.0, 56.0, 60.0])
    holder, other = Leases(job, TERM_S), Leases(job, TERM_S, lambda: next(ticks))
    theirs = holder.open_session("w1")
    holder.acquire(theirs, "a.test")
    mine = other.open_session("w2")  # reads from 0 to 25
    assert other.acquire(mine, "a.test") is None  # reads from 30 to 55: 5 s are certain
    assert other.acquire(mine, "a.test") is not None  # at 56, 31 s after


def test_the_end_of_a_session_frees_its_hosts(job: Path) -> None:
    leases = Leases(job, TERM_S)
    mine, theirs = leases.open_session("w1"), leases.open_session("w2")
    leases.acquire(mine, "a.test")
    leases.acquire(mine, "b.test")
    leases.close_session(mine, {"a.test": 20.0})
    assert leases.acquire(theirs, "a.test") == pytest.approx(20, abs=1)
    assert leases.acquire(theirs, "b.test") == 0


@pytest.mark.parametrize(("passed_s", "left_s"), [(0, 60), (45, 15), (3_600, 0), (-3_600, 60)])
def test_a_pause_passes_also_while_nobody_has_the_host(
    job: Path, monkeypatch: pytest.MonkeyPatch, passed_s: float, left_s: float
) -> None:
    leases = Leases(job, TERM_S)
    mine = leases.open_session("w1")
    monkeypatch.setattr("time.time", lambda: 1_000_000.0)
    leases.acquire(mine, "a.test")
    leases.release(mine, "a.test", 60)
    monkeypatch.setattr("time.time", lambda: 1_000_000.0 + passed_s)
    assert leases.acquire(mine, "a.test") == left_s


def test_new_sites_go_to_the_smallest_partition_and_stay_there(job: Path) -> None:
    file = JobFile(job)
    first = file.assign(["a.test", "b.test", "c.test"], 2)
    assert sorted(first.values()) == [0, 0, 1]
    second = file.assign(["d.test", "a.test"], 4)
    assert second == {"d.test": 2, "a.test": first["a.test"]}


def test_a_site_more_than_there_are_goes_to_an_empty_partition_however_many_may_be(job: Path) -> None:
    assert JobFile(job).assign(["a.test", "b.test"], 10**20) == {"a.test": 0, "b.test": 1}


def test_a_job_that_is_begun_again_replaces_the_one_before(job: Path) -> None:
    file, leases = JobFile(job), Leases(job, TERM_S)
    session = leases.open_session("w1")
    file.stop("first", "sigint")
    file.beat("first")
    state = leases.look(session).job
    assert (state.job, state.stop, state.beat) == ("first", "sigint", 1)
    file.begin("second")
    file.stop("first", "sigterm")
    state = leases.look(session).job
    assert (state.job, state.stop, state.beat) == ("second", None, 0)
