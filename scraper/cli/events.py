"""Events as JSON lines on standard error: for cron, logs and programs."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scraper.cli.streams import tell
from scraper.records import Article, Outcome

if TYPE_CHECKING:
    from scraper.pipeline import UrlEvent


def write_line(**fields: object) -> None:
    """Write one event to standard error; all outside ASCII is escaped, so no page can send codes to a terminal through a log."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    tell(json.dumps({"ts": now, **fields}))


def write_url_event(event: "UrlEvent") -> None:
    """Write the last word on one URL."""
    write_line(
        site=event.site,
        url=event.url,
        outcome=event.outcome,
        reason=event.reason,
        detail=event.detail,
        status=event.status,
        attempts=event.attempts,
        ms=event.elapsed_ms,
        wire=event.wire_bytes,
        bytes=event.body_bytes,
        page_class=event.page_class,
        charset=event.charset,
        charset_source=event.charset_source,
        record=event.record_id,
    )


def write_outcome(outcome: Outcome) -> None:
    """Write the outcome of one saved page."""
    if isinstance(outcome, Article):
        write_line(
            source=outcome.source,
            url=outcome.url,
            outcome="article",
            reason=None,
            page_class=outcome.page_class,
            charset=outcome.charset,
            record=outcome.id,
        )
    else:
        write_line(
            source=outcome.source,
            url=outcome.url,
            outcome="skipped",
            reason=outcome.code,
            detail=outcome.detail,
            page_class=outcome.page_class,
        )


class JsonLogHandler(logging.Handler):
    """The library's warnings as JSON lines between the events."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one log record."""
        write_line(level=record.levelname.lower(), logger=record.name, message=record.getMessage())


class _TellOnce(logging.Handler):
    def __init__(self, tell_warning: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell_warning
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message not in self._told:
            self._told.add(message)
            self._tell(message)


@contextmanager
def reading_warnings(tell_warning: Callable[[str], None]) -> Iterator[None]:
    """Give on what readers warn of, once: dumps are read twice."""
    logger, handler = logging.getLogger("scraper.read"), _TellOnce(tell_warning)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
