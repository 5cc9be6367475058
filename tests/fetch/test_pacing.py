import asyncio

import pytest

from scraper.errors import FetchError
from scraper.fetch.pacing import BREAKER_FAILURES, HostGate
from scraper.reasons import Reason
from scraper.settings import FetchSettings


def make_gate(**changes: float) -> HostGate:
    settings = FetchSettings(**{"delay_s": 1.0, **changes})  # type: ignore[arg-type]  # numbers only
    return HostGate("a.test", settings.delay_s, settings)


def test_a_busy_host_is_asked_half_as_often_up_to_the_cap() -> None:
    gate = make_gate()
    delays = []
    for _ in range(7):
        gate.slow_down()
        delays.append(gate.delay_s)
    assert delays == [2, 4, 8, 16, 30, 30, 30]


def test_success_brings_the_pause_back_by_steps_but_not_below_the_floor() -> None:
    gate = make_gate()
    gate.slow_down()
    gate.slow_down()
    delays = []
    for _ in range(6):
        gate.went_well(0.1)
        delays.append(gate.delay_s)
    assert delays == [3.0, 2.25, 1.6875, 1.265625, 1.0, 1.0]


def test_a_slow_host_gets_pauses_as_long_as_its_answers() -> None:
    gate = make_gate()
    gate.went_well(4.0)
    assert gate.delay_s == 4.0


def test_an_error_never_speeds_up() -> None:
    gate = make_gate()
    gate.slow_down()
    gate.went_well(0.0, is_error=True)
    assert gate.delay_s == 2.0


def test_no_pauses_asked_for_are_no_pauses() -> None:
    gate = make_gate(delay_s=0.0)
    gate.went_well(4.0)
    assert gate.delay_s == 0.0


class FakeLeases:
    """Notes what a gate asks of it."""

    def __init__(self, rest_s: float | None = 0.0) -> None:
        self.rest_s = rest_s
        self.asked: list[tuple[str, object]] = []

    async def hold(self, host: str, wait_s: float) -> float:
        self.asked.append(("hold", host))
        if self.rest_s is None:
            raise TimeoutError
        return self.rest_s

    def let_go(self, host: str, rest_s: float) -> None:
        self.asked.append(("let_go", round(rest_s, 1)))

    def require(self) -> None:
        self.asked.append(("require", None))


async def test_a_turn_begins_with_the_lease_and_ends_with_the_pause_that_the_next_worker_must_keep() -> None:
    leases = FakeLeases()
    gate = HostGate("a.test", 1.0, FetchSettings(), leases=leases)
    async with gate.turn("https://a.test/"):
        assert leases.asked == [("hold", "a.test")]
    assert leases.asked[1:] == [("let_go", 1.0)]


async def test_a_host_that_another_worker_asked_just_now_rests_first() -> None:
    gate = HostGate("a.test", 0.0, FetchSettings(), leases=FakeLeases(rest_s=0.2))
    began = asyncio.get_running_loop().time()
    async with gate.turn("https://a.test/"):
        assert asyncio.get_running_loop().time() - began >= 0.19


async def test_a_host_that_another_worker_keeps_is_left_for_a_later_run() -> None:
    leases = FakeLeases(rest_s=None)
    with pytest.raises(FetchError) as error:
        async with HostGate("a.test", 0.0, FetchSettings(), leases=leases).turn("https://a.test/"):
            pass
    assert error.value.code is Reason.HOST_DEFERRED
    assert leases.asked == [("hold", "a.test")]


async def test_the_breaker_opens_after_failures_in_a_row() -> None:
    gate = make_gate(delay_s=0.0)
    for _ in range(BREAKER_FAILURES - 1):
        gate.went_wrong()
    gate.went_well(0.0)
    for _ in range(BREAKER_FAILURES):
        async with gate.turn("https://a.test/"):
            gate.went_wrong()
    with pytest.raises(FetchError) as caught:
        async with gate.turn("https://a.test/"):
            pass
    assert caught.value.code is Reason.HOST_FAILING


async def test_the_pause_counts_from_the_end_of_a_request() -> None:
    gate = make_gate(delay_s=0.1)
    loop = asyncio.get_running_loop()
    async with gate.turn("https://a.test/"):
        await asyncio.sleep(0.1)
        ended = loop.time()
    async with gate.turn("https://a.test/"):
        assert loop.time() - ended >= 0.1
