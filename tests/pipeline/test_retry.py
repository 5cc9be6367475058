from datetime import UTC, datetime, timedelta

import pytest

from scraper.pipeline.clock import iso
from scraper.pipeline.retry import LATE_PAUSES, LONGEST_PAUSE, MAX_FAILURES, plan_retry
from scraper.reasons import Reason, Stage
from scraper.records import Skipped

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def skipped(code: Reason, status: int | None = None, attempts: int = 3) -> Skipped:
    return Skipped(source="u", stage=Stage.FETCH, code=code, detail="", status=status, attempts=attempts)


def test_the_first_retry_is_due_in_the_next_run() -> None:
    retry = plan_retry(skipped(Reason.TIMEOUT), 0, NOW)
    assert retry is not None
    assert (retry.next_at, retry.failures) == (iso(NOW), 1)


def test_pauses_double_up_to_a_day_and_then_it_is_given_up() -> None:
    pauses = []
    for failures in range(1, MAX_FAILURES - 1):
        retry = plan_retry(skipped(Reason.CONNECT), failures, NOW)
        assert retry is not None
        pauses.append(datetime.fromisoformat(retry.next_at) - NOW)
    assert pauses[:3] == [timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2)]
    assert max(pauses) <= timedelta(days=1)
    assert plan_retry(skipped(Reason.CONNECT), MAX_FAILURES - 1, NOW) is None


@pytest.mark.parametrize("attempts", [0, 1])
def test_a_resting_host_is_no_failure_of_the_page(attempts: int) -> None:
    retry = plan_retry(skipped(Reason.HOST_DEFERRED, attempts=attempts), MAX_FAILURES - 1, NOW)
    assert retry is not None
    assert retry.failures == MAX_FAILURES - 1


@pytest.mark.parametrize(
    ("status", "pause_h"), [(401, None), (410, None), (451, None), (408, 0), (429, 0), (403, 1), (404, 1)]
)
def test_client_errors_are_final_but_for_those_that_pass(status: int, pause_h: int | None) -> None:
    retry = plan_retry(skipped(Reason.HTTP_CLIENT_ERROR, status), 0, NOW)
    assert (retry and datetime.fromisoformat(retry.next_at)) == (
        None if pause_h is None else NOW + timedelta(hours=pause_h)
    )


@pytest.mark.parametrize(
    "code",
    [
        Reason.ROBOTS,
        Reason.REDIRECT_TO_HOME,
        Reason.EMPTY,
        Reason.CONSENT,
        Reason.LOGIN,
        Reason.SOFT404,
        Reason.REPEATED,
    ],
)
def test_what_often_stays_so_is_looked_at_again_over_four_days_and_then_given_up(code: Reason) -> None:
    pauses = []
    for failures in range(len(LATE_PAUSES)):
        retry = plan_retry(skipped(code, attempts=0), failures, NOW)
        assert retry is not None
        assert retry.failures == failures + 1
        pauses.append(datetime.fromisoformat(retry.next_at) - NOW)
    assert [pause / timedelta(hours=1) for pause in pauses] == [1, 4, 16, 64]
    assert max(pauses) <= LONGEST_PAUSE, "else it would be taken for one of a clock that was ahead"
    assert plan_retry(skipped(code, attempts=0), len(LATE_PAUSES), NOW) is None


def test_a_redirect_loop_is_tried_again_in_later_runs() -> None:
    assert plan_retry(skipped(Reason.REDIRECT_LOOP, attempts=1), 0, NOW) is not None


@pytest.mark.parametrize("code", [Reason.CRASHED, Reason.OUT_OF_TIME])
def test_a_page_that_cleaning_broke_at_is_tried_again_in_later_runs_but_not_for_good(code: Reason) -> None:
    retry = plan_retry(skipped(code, attempts=1), 0, NOW)
    assert retry is not None
    assert retry.failures == 1
    assert plan_retry(skipped(code, attempts=1), MAX_FAILURES - 1, NOW) is None


@pytest.mark.parametrize("code", [Reason.LISTING, Reason.NOT_HTML, Reason.BLOCKED_ADDRESS, Reason.TOO_LARGE])
def test_what_a_page_is_stays_so(code: Reason) -> None:
    assert plan_retry(skipped(code), 0, NOW) is None
