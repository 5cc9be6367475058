"""Standard output and standard error, also where they lead nowhere: closed, a full disk under a log, a reader that is gone."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final, TextIO

import click

from scraper.errors import StateError

_STANDARD: Final = ("stdin", "stdout", "stderr")


def open_missing() -> None:
    """Give the process the standard streams that it was started without (``2>&-``).

    Else the first files that it opens would get their numbers, and what native code says to standard error would be written
    into an output.
    """
    for number, name in enumerate(_STANDARD):
        if getattr(sys, name) is None:
            if (opened := os.open(os.devnull, os.O_RDWR)) != number:  # the lowest that is free, as a rule
                os.dup2(opened, number)
                os.close(opened)
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115  # as long as the process
            setattr(sys, name, stream)


def tell(text: str) -> None:
    """Write a line to standard error; where that cannot be written, nobody is told, and the work goes on."""
    try:
        click.echo(text, err=True)
    except OSError:
        _silence(sys.stderr)


@contextmanager
def standard_output() -> Iterator[None]:
    """Name standard output in what is said when it cannot be written.

    Raises:
        StateError: The disk under it is full, or the like.
        BrokenPipeError: Its reader is gone; click ends the command without a word.
    """
    try:
        yield
    except OSError as exc:
        _silence(sys.stdout)
        if isinstance(exc, BrokenPipeError):
            raise
        message = f"standard output cannot be written ({exc.strerror}): free space, or lead it to another place"
        raise StateError(message) from exc


def _silence(stream: TextIO) -> None:
    """Lead a stream to where everything fits: Python would try to write what it holds at the end, and exit with 120."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
