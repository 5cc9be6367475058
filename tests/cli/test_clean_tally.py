import pytest

from scraper.cli import clean_tally
from scraper.cli.clean_tally import CleanTally
from scraper.pipeline import DumpProgress


def test_the_time_that_is_left_is_told_once_enough_pages_have_come(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(clean_tally.time, "monotonic", lambda: now)
    tally = CleanTally(DumpProgress())
    now += 120.0  # a first pass over all pages
    tally._progress.total = 960
    tally.add_articles("a.test", 1)
    assert tally.line() == "1 of 960 pages: 1 articles, 0 skipped"
    now += 2.0
    tally.add_articles("a.test", 10)
    assert "left" not in tally.line()
    now += 2.0
    tally.add_articles("a.test", 110)
    assert tally.line().startswith("121 of 960 pages, 30/s, 27 s left: ")


def test_where_pages_are_slow_the_time_that_is_left_is_told_after_some_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(clean_tally.time, "monotonic", lambda: now)
    tally = CleanTally(DumpProgress(total=100))
    tally.add_articles("a.test", 1)
    assert "left" not in tally.line()
    now += 10.0
    tally.add_articles("a.test", 5)
    assert "3 min left" in tally.line()
