import io
import logging

import pytest
from rich.console import Console

from scraper.cli.progress import LiveWatcher, open_watcher
from scraper.cli.signals import STOPPING
from scraper.pipeline import Result, StopReason, UrlEvent


def show(watcher: LiveWatcher) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(watcher)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_table_tells_what_a_site_is_busy_with_until_an_article_comes() -> None:
    watcher = LiveWatcher(Console(file=io.StringIO()))
    watcher.site_step("a.test", "learning what it repeats: 3 of 16 pages")
    assert "a.test" in show(watcher)
    assert "3 of 16 pages" in show(watcher)
    watcher.url_done(
        UrlEvent(site="a.test", url="https://a.test/1", outcome=Result.NEW, title="A harbour\x1b[2J in winter")
    )
    assert "A harbour\ufffd[2J in winter" in show(watcher)
    assert "3 of 16 pages" not in show(watcher)


def test_a_run_that_fails_leaves_nobody_who_hears_warnings() -> None:
    heard_by = list(logging.getLogger("scraper").handlers)
    with pytest.raises(ValueError, match="full"), open_watcher():
        raise ValueError("full")
    assert logging.getLogger("scraper").handlers == heard_by


def test_the_table_tells_that_a_signal_was_heard() -> None:
    watcher = LiveWatcher(Console(file=io.StringIO()))
    watcher.site_step("a.test", "looking for pages")
    watcher.stop(StopReason.SIGINT)
    assert STOPPING in show(watcher)
    assert watcher.stop_reason is StopReason.SIGINT
