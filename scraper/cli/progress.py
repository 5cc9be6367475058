"""What a person or a program sees while a run goes on: a live table on a terminal, JSON lines elsewhere."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from scraper.cli.events import JsonLogHandler, write_line, write_url_event
from scraper.cli.printable import PrintableFormatter, printable
from scraper.cli.signals import STOPPING
from scraper.pipeline import Result, SiteTally, StopReason, Watcher

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from scraper.pipeline import UrlEvent

_SITES_SHOWN: Final = 20  # a live table higher than the terminal flickers; 24 lines are the smallest usual one


class NotingWatcher(Watcher):
    """Keeps what to tell at the end.

    Attributes:
        first_failure: The first URL that gave no article.
    """

    def __init__(self) -> None:
        super().__init__()
        self.first_failure: UrlEvent | None = None

    def url_done(self, event: "UrlEvent") -> None:
        """Note the event."""
        if self.first_failure is None and event.outcome is Result.SKIPPED:
            self.first_failure = event


class QuietWatcher(NotingWatcher):
    """Writes notices alone, as JSON lines to standard error."""

    def notice(self, message: str) -> None:
        """Write the notice."""
        write_line(level="warning", message=message)


class JsonWatcher(QuietWatcher):
    """Writes each event as a JSON line, too."""

    def url_done(self, event: "UrlEvent") -> None:
        """Write the event."""
        super().url_done(event)
        write_url_event(event)


class LiveWatcher(NotingWatcher):
    """Keeps a table of the sites on the terminal; what is skipped scrolls by above it."""

    def __init__(self, console: "Console") -> None:
        super().__init__()
        self._console = console
        self._tallies: dict[str, SiteTally] = {}
        self._last_told = ""

    def url_done(self, event: "UrlEvent") -> None:
        """Count the event, and print it when it is a failure."""
        super().url_done(event)
        tally = self._tallies.pop(event.site, None) or SiteTally()
        self._tallies[event.site] = tally  # the busiest sites stay in view: most recent last
        tally.count(event)
        if event.outcome is Result.SKIPPED:
            self._say(f"skipped {event.url}: {event.reason} ({event.detail})")
        elif event.title:
            self._last_told = event.title

    def site_step(self, site: str, step: str) -> None:
        """Show what keeps a site busy: of a new one, no page is done for half a minute."""
        self._tallies.setdefault(site, SiteTally())
        self._last_told = f"{site}: {step}"

    def stop(self, reason: StopReason = StopReason.CALLER) -> None:
        """Ask the run to end, and show that it was heard; what is printed here could break into what is being printed."""
        self._last_told = STOPPING
        super().stop(reason)

    def notice(self, message: str) -> None:
        """Print the notice."""
        self._say(message)

    def _say(self, line: str) -> None:
        self._console.print(printable(line), markup=False, highlight=False, soft_wrap=True)

    def __rich__(self) -> "Table":
        """The table, asked for by the live display several times a second."""
        from rich.table import Table
        from rich.text import Text

        table = Table("site", "new", "updated", "unchanged", "skipped", caption=Text(printable(self._last_told)))
        for site, tally in list(self._tallies.items())[-_SITES_SHOWN:]:
            numbers = (tally.new, tally.updated, tally.unchanged, tally.failed)
            table.add_row(Text(printable(site)), *map(str, numbers))
        return table


@contextmanager
def open_watcher(*, is_quiet: bool = False) -> Iterator[NotingWatcher]:
    """Yield the watcher that suits standard error, and send the library's warnings the same way."""
    if is_quiet or not sys.stderr.isatty():
        with _heard_by(JsonLogHandler(logging.WARNING)):
            yield QuietWatcher() if is_quiet else JsonWatcher()
        return
    from rich.console import Console
    from rich.live import Live
    from rich.logging import RichHandler

    console = Console(stderr=True)
    handler = RichHandler(logging.WARNING, console=console, markup=False, show_path=False)
    handler.setFormatter(PrintableFormatter())
    watcher = LiveWatcher(console)
    with _heard_by(handler), Live(get_renderable=watcher.__rich__, console=console, refresh_per_second=4):
        yield watcher


@contextmanager
def _heard_by(handler: logging.Handler) -> Iterator[None]:
    logger = logging.getLogger("scraper")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
