"""What fuzzing finds: inputs that break a target, one for each place where it breaks, made small."""

import hashlib
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

SLOW_S: Final = 5.0
"""Processor time after which an input counts as one that hangs: inputs are small, and watched Python is a few times as slow."""

_SHRINK_S: Final = 20.0


class SlowError(Exception):
    """An input took too long."""


def find_fault(check: Callable[[bytes], None], data: bytes) -> BaseException | None:
    """Return what is wrong with a target for an input, None for nothing."""
    start = time.process_time()
    try:
        check(data)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as exc:  # noqa: BLE001  # a panic of Rust code is no Exception
        return exc
    seconds = time.process_time() - start
    return SlowError(f"{seconds:.1f} s for {len(data)} bytes") if seconds > SLOW_S else None


def place_of(fault: BaseException) -> str:
    """Return where a fault comes from: its type, and its innermost place in the code."""
    frames = traceback.extract_tb(fault.__traceback__)
    own = [frame for frame in frames if "/scraper/" in frame.filename or "/tests/" in frame.filename]
    places = dict.fromkeys(f"{Path(frame.filename).name}:{frame.lineno}" for frame in (*own[-1:], *frames[-1:]))
    return " ".join((type(fault).__name__, *places))


class Findings:
    """The faults of a target, in a folder: an input and a traceback for each place.

    Args:
        check: The target's.
    """

    def __init__(self, check: Callable[[bytes], None], folder: Path) -> None:
        self._check = check
        self._folder = folder
        self._seen: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def try_input(self, data: bytes) -> None:
        """Run a target on an input, and keep what breaks it in a new place."""
        fault = find_fault(self._check, data)
        if fault is not None and (place := place_of(fault)) not in self._seen:
            self._seen.add(place)
            self._keep(place, data, fault)

    def _keep(self, place: str, data: bytes, fault: BaseException) -> None:
        name = hashlib.sha256(place.encode()).hexdigest()[:8]
        small = data if isinstance(fault, SlowError) else shrink(self._check, data, place)
        told = "".join(traceback.format_exception(fault))
        (self._folder / f"{name}.txt").write_text(f"{place}\n{small[:4_000]!r}\n\n{told}", errors="replace")
        (self._folder / name).write_bytes(small)


def shrink(check: Callable[[bytes], None], data: bytes, place: str) -> bytes:
    """Return a part of an input that breaks a target in the same place: pieces left out, ever smaller ones."""
    end = time.monotonic() + _SHRINK_S
    size = max(len(data) // 2, 1)
    while size and time.monotonic() < end:
        start = 0
        while start < len(data) and time.monotonic() < end:
            less = data[:start] + data[start + size :]
            fault = find_fault(check, less)
            if fault is not None and place_of(fault) == place:
                data = less
            else:
                start += size
        size //= 2
    return data
