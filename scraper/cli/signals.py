"""SIGINT and SIGTERM: the first asks for an orderly end, the second ends at once."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_NAMES: Final = {signal.SIGINT: "sigint", signal.SIGTERM: "sigterm"}
STOPPING: Final = "stopping; Ctrl-C once more ends it at once"
_SHOW_CURSOR: Final = b"\x1b[?25h"  # a live display hides it (xterm control sequences, DECTCEM)


@contextmanager
def stop_on_signals(stop: Callable[[str], None]) -> Iterator[None]:
    """Call ``stop`` with the signal's name when it comes for the first time while the block runs."""
    asked = False

    def handle(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            if sys.stderr.isatty():
                os.write(sys.stderr.fileno(), _SHOW_CURSOR)
            os._exit(128 + number)
        asked = True
        stop(_NAMES[signal.Signals(number)])

    before = {number: signal.signal(number, handle) for number in _NAMES}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
