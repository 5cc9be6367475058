from datetime import UTC, datetime, timedelta

import pytest

from scraper.pipeline.clock import iso
from scraper.pipeline.retry import MAX_FAILURES, plan_retry
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


@pytest.mark.parametrize(("status", "is_retried"), [(404, False), (403, False), (410, False), (408, True), (429, True)])
def test_client_errors_are_final_but_for_those_that_ask_for_patience(status: int, is_retried: bool) -> None:
    assert (plan_retry(skipped(Reason.HTTP_CLIENT_ERROR, status), 0, NOW) is not None) is is_retried


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
