"""What test tasks do."""

import os
import signal
import time
from pathlib import Path


def add(one: int, other: int) -> int:
    return one + other


def process_id() -> int:
    time.sleep(0.05)
    return os.getpid()


def fail(message: str) -> None:
    raise ValueError(message)


def read(path: str) -> bytes:
    return Path(path).read_bytes()


def kill_itself(marks: str, times: int) -> str:
    """End the process at once, the first so many times."""
    count = len(list(Path(marks).iterdir()))
    if count < times:
        Path(marks, str(time.time_ns())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "survived"


def sleep(seconds: float) -> None:
    time.sleep(seconds)
