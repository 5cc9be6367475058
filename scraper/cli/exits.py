"""How a command ends: errors and counts to the exit codes of the contract.

0  done, also when there was nothing new     4   state or output unusable
1  over --fail-over; input was not readable  5   stopped by --max-runtime, the next run goes on
2  wrong usage                               75  another run holds the lock
3  there was work and nothing succeeded      130, 143  stopped by SIGINT, SIGTERM
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

from scraper.cli.printable import printable_lines
from scraper.cli.streams import tell
from scraper.errors import ScraperError, StateError, StateLockedError, UsageError

FAILURES_OVER_LIMIT: Final = 1
USAGE: Final = 2
NOTHING_SUCCEEDED: Final = 3
UNUSABLE: Final = 4
OUT_OF_RUNTIME: Final = 5
LOCKED: Final = 75  # EX_TEMPFAIL of sysexits.h
INTERRUPTED: Final = 130
TERMINATED: Final = 143

_BY_ERROR: Final = ((StateLockedError, LOCKED), (StateError, UNUSABLE), (UsageError, USAGE))
_BY_STOP: Final = {"sigint": INTERRUPTED, "sigterm": TERMINATED, "max_runtime": OUT_OF_RUNTIME}


@contextmanager
def errors_to_exits() -> Iterator[None]:
    """End the command with the code of the error that reaches it, its message on standard error."""
    try:
        yield
    except ScraperError as exc:
        tell(printable_lines(f"scraper: {exc}"))
        sys.exit(next((code for kind, code in _BY_ERROR if isinstance(exc, kind)), UNUSABLE))


def end(
    succeeded: int,
    failed: int,
    *,
    stopped_by: str | None,
    fail_over: float | None,
    is_damaged: bool = False,
    is_unusable: bool = False,
) -> NoReturn:
    """End the command with the code that its counts ask for.

    Args:
        succeeded: Pages whose article is held.
        failed: Pages that gave none.
        stopped_by: What ended the run early.
        fail_over: Percentage of failed pages that is borne; ``None`` for any.
        is_damaged: Whether some input could not be read, so that nobody knows what is missing.
        is_unusable: Whether a part of the work met a state that it could not use.
    """
    if stopped_by in _BY_STOP:
        sys.exit(_BY_STOP[stopped_by])
    if is_unusable:
        sys.exit(UNUSABLE)
    if failed and not succeeded:
        sys.exit(NOTHING_SUCCEEDED)
    share = 100 * failed / (succeeded + failed) if failed else 0.0
    is_over = fail_over is not None and share > fail_over
    sys.exit(FAILURES_OVER_LIMIT if is_over or is_damaged else 0)
