"""What ``scraper clean`` does with each outcome: write the articles, tell the rest, count both."""

import os
import sys
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from scraper.cli.clean_tally import CleanTally
from scraper.cli.events import write_line, write_outcome
from scraper.cli.printable import printable, printable_json, printable_lines
from scraper.cli.results import show
from scraper.cli.signals import STOPPING, stop_on_signals
from scraper.cli.streams import standard_output, tell
from scraper.cli.tables import format_output
from scraper.export import LINES, ArticleWriter, EncodedStream, find_format, replace_file
from scraper.pipeline import DumpProgress
from scraper.reasons import Reason
from scraper.records import Article, Outcome, Skipped

if TYPE_CHECKING:
    from rich.text import Text

    from scraper.pipeline import Receipt

_TELL_EVERY_S: Final = 10.0
_QUARANTINED: Final = (Reason.CRASHED, Reason.OUT_OF_TIME)


class _Stopped(BaseException):
    """A signal came; no handler of errors is to take it for one."""


class CleanRun:
    """One run of the command.

    Args:
        progress: Kept by the pipeline.
        writes_files: Whether articles go to files, so that the terminal is free.
        reads_pipe: Whether standard input is read, and is no keyboard.
        is_quiet: Whether nothing is told but the counts at the end.

    Attributes:
        tally: The counts.
        stopped_by: The signal that ended the run early.
    """

    def __init__(
        self, progress: DumpProgress, *, writes_files: bool, reads_pipe: bool = False, is_quiet: bool = False
    ) -> None:
        self.tally = CleanTally(progress)
        self.stopped_by: str | None = None
        self._progress = progress
        self._writes_files = writes_files
        self._reads_pipe = reads_pipe
        self._writers: list[ArticleWriter] = []
        self._leaves_files = False
        self._told_at = time.monotonic()
        self._is_quiet = is_quiet
        self._is_terminal = sys.stderr.isatty()
        self._is_live = not is_quiet and self._is_terminal and (writes_files or not sys.stdout.isatty())

    @contextmanager
    def open_outputs(self, paths: Sequence[Path]) -> Iterator[None]:
        """Open the files, or standard output, for the articles.

        A run that is stopped leaves files that there were as they were; else it writes what it has, once its first page is done.

        Raises:
            UsageError: A file's format is unknown.
            StateError: One of them cannot be written.
        """
        if paths:
            formats = [(path, find_format(path)) for path in paths]
            is_replaced = any(path.is_file() for path in paths)
            with suppress(_Stopped), ExitStack() as stack:
                self._writers = [stack.enter_context(replace_file(path, fmt)) for path, fmt in formats]
                yield
                if self.stopped_by and (is_replaced or not self.tally.done):
                    self._leaves_files = True
                    raise _Stopped  # half of the articles must not take the place of yesterday's
            return
        stream = cast("BinaryIO", _StandardOutput(is_terminal=sys.stdout.isatty()))
        self._writers = [ArticleWriter(EncodedStream(stream, LINES).write, batch=1)]
        yield

    def consume(self, outcomes: Iterable[Outcome]) -> None:
        """Write and count outcomes until they end or a signal comes."""
        with stop_on_signals(self._stop), self._live_line():
            for outcome in outcomes:
                if self.stopped_by and self._reads_pipe:
                    break  # it may say no more than that reading was broken off
                self._settle(outcome)
                if self.stopped_by:
                    break

    def consume_parts(self, receipts: "Generator[Receipt, None, None]") -> None:
        """Count what parts of the dump gave until they end; a signal ends the work at once, since all that is done is kept."""
        with suppress(_Stopped), closing(receipts), stop_on_signals(self._stop_at_once), self._live_line():
            for receipt in receipts:
                for site, count in receipt.articles.items():
                    self.tally.add_articles(site, count)
                for skipped in receipt.skipped:
                    self._settle(skipped)
                self._tell_progress()

    def tell(self, line: str, level: str = "info") -> None:
        """Say something about the run."""
        if self._is_terminal:
            self._say(line)
        else:
            write_line(level=level, message=line)

    def print_summary(self, *, quarantine: Path | None) -> None:
        """Print the counts: to standard error when the articles went to standard output."""
        say = show if self._writes_files else tell
        if self.tally.done:
            say(printable_lines(self.tally.table()))
        elif not self.stopped_by:
            tell("no page found: `scraper clean --help` says what is read and what is left out")
        if self.stopped_by:
            say(f"stopped by {self.stopped_by}{': the outputs are left as they were' if self._leaves_files else ''}")
        if quarantine and any(self.tally.skipped[reason] for reason in _QUARANTINED):
            say(f"pages that broke the cleaner are kept in {printable(str(quarantine))}")
        if self.tally.lost:
            say(printable_lines(self.tally.loss()))
        for output in self._progress.outputs:
            say(format_output(output))
        say(f"{self.tally.totals()}{'; none is written' if self._leaves_files and self.tally.articles else ''}")

    def _stop(self, reason: str) -> None:
        self.stopped_by = reason
        if self._is_terminal and not self._is_live:
            os.write(sys.stderr.fileno(), f"\n{STOPPING}\n".encode())  # not through a buffer that may be in use
        self._progress.is_stopped = True
        if self._reads_pipe:
            _break_standard_input()

    def _stop_at_once(self, reason: str) -> None:
        self._stop(reason)
        raise _Stopped

    def _settle(self, outcome: Outcome) -> None:
        if isinstance(outcome, Article):
            for writer in self._writers:
                writer.write(outcome)
        self.tally.count(outcome)
        if self._is_quiet:
            return
        if not self._is_terminal:
            write_outcome(outcome)
            self._tell_progress()
        elif isinstance(outcome, Skipped):
            self._say(f"skipped {outcome.source}: {outcome.code} ({outcome.detail})")

    def _tell_progress(self) -> None:
        if not (self._is_quiet or self._is_terminal) and time.monotonic() - self._told_at > _TELL_EVERY_S:
            self._told_at = time.monotonic()
            write_line(progress=self.tally.line())

    def _say(self, line: str) -> None:
        tell(f"\r\x1b[K{printable(line)}" if self._is_live else printable(line))

    @contextmanager
    def _live_line(self) -> Iterator[None]:
        """Keep one line at the bottom of the terminal that tells how the run stands."""
        if not self._is_live:
            yield
            return
        from rich.console import Console
        from rich.live import Live

        console = Console(stderr=True)
        self._say = lambda line: console.print(  # type: ignore[method-assign]  # above the line that stays
            printable(line), markup=False, highlight=False, soft_wrap=True
        )
        with Live(get_renderable=self._line, console=console, refresh_per_second=4, transient=True):
            yield

    def _line(self) -> "Text":
        from rich.text import Text

        return Text(STOPPING if self.stopped_by else self.tally.line(), no_wrap=True, overflow="ellipsis")


def _break_standard_input() -> None:
    """Let reading it fail: a read that waits for a silent pipe would go on waiting after a signal (PEP 475)."""
    unreadable = os.open(os.devnull, os.O_WRONLY)
    os.dup2(unreadable, sys.stdin.fileno())
    os.close(unreadable)


class _StandardOutput:
    """Standard output; on a terminal, control characters of pages are escaped, and the JSON means the same."""

    def __init__(self, *, is_terminal: bool) -> None:
        self._is_terminal = is_terminal

    def write(self, data: bytes) -> None:
        with standard_output():
            sys.stdout.buffer.write(printable_json(data.decode()).encode() if self._is_terminal else data)

    def flush(self) -> None:
        with standard_output():
            sys.stdout.buffer.flush()
