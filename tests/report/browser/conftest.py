"""A real browser for the pages, where one is installed; elsewhere these tests skip and say so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from fixtures.browser import CHROMIUM, open_browser


# Not for the session: while it is open, playwright has an event loop running in this thread, and other tests want their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with open_browser() as opened:
        yield opened


@dataclass
class Opened:
    """A page in the browser, and what it did beyond showing itself."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def was_hit(self) -> bool:
        """Whether a payload ran in the page or in a frame of it."""
        return any(frame.evaluate("window.hit === 1") for frame in self.page.frames)

    @property
    def processor_s(self) -> float:
        """Processor time that the page's own process has taken since it began (DevTools protocol, Performance.getMetrics)."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Performance.enable")
        metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["ProcessTime"])


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write HTML to a file and open that, as a reader does."""
    contexts = []

    def show(html: str, **options: Any) -> Opened:
        context = browser.new_context(**options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.console.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.console.append(f"error: {error}"))
        context.on("request", lambda request: opened.requests.append(request.url))
        context.on("page", lambda page: opened.console.append(f"opened: {page.url}"))
        opened.console.clear()
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_bytes(html.encode("utf-8", "replace"))
        opened.page.goto(path.as_uri())
        return opened

    yield show
    for context in contexts:
        context.close()


def check_quiet(opened: Opened) -> None:
    """Nothing was said on the console, and nothing asked for but the file itself."""
    assert opened.console == []
    assert len(opened.requests) == 1
    assert opened.requests[0].startswith("file:///")
