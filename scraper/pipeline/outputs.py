"""From the store to the outputs: what they lack, in batches, each committed by how far it reaches."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scraper.errors import StateError, UsageError, cannot_write
from scraper.export import (
    Format,
    KeptOutput,
    Mode,
    WrittenMark,
    find_format,
    mark_whole,
    replace_file,
    set_aside_changed,
    strange_output,
)
from scraper.pipeline.arguments import list_paths
from scraper.pipeline.summary import OutputTally
from scraper.store import OutputMark, Store

# One fsync for so many records: 5 to 20 ms on a disk, against 2 s to fetch as many at full politeness.
_BATCH: Final = 500

_MOVED: Final = "what stood there instead is moved to {}"


@dataclass(slots=True, kw_only=True)
class _Output:
    """One output and how far it is written.

    Attributes:
        place: Where it is, links followed: one that leads to another disk stays, run after run.
        kept: Takes batches while the run goes on; ``None`` when the file is written whole at the run's end.
        stored: What the store knows of it; ``None`` before it was first opened.
        notice: What was wrong with it when the run began.
    """

    path: Path
    place: Path
    fmt: Format
    mode: Mode
    kept: KeptOutput | None = None
    stored: OutputMark
    notice: str | None = None
    records: int = 0
    written_bytes: int = 0


class OutputSet:
    """The outputs of a run."""

    def __init__(self, store: Store, outputs: Iterable[_Output]) -> None:
        self._store = store
        self._outputs = tuple(outputs)

    def begin(self, tell: Callable[[str], None]) -> None:
        """Tell what is wrong with the outputs, and write what they lack of earlier runs.

        Raises:
            StateError: An output or the state file cannot be written.
        """
        for output in self._outputs:
            if output.notice:
                tell(output.notice)
        self.catch_up()

    def catch_up(self) -> None:
        """Write what the outputs that grow lack.

        Raises:
            StateError: An output or the state file cannot be written.
        """
        for output in self._outputs:
            while output.kept and (batch := list(self._store.records.after(output.stored.seq, _BATCH))):
                before = output.kept.mark.size_bytes
                mark = output.kept.append([article for _, article in batch])
                self._commit(output, batch[-1][0], mark)
                output.records += len(batch)
                output.written_bytes += mark.size_bytes - before

    def finish(self) -> None:
        """Write the files that cannot grow anew, where something has come since they were written.

        Raises:
            StateError: An output or the state file cannot be written.
        """
        last_seq = self._store.records.last_seq()
        for output in self._outputs:
            if output.kept is None and (output.stored.seq < last_seq or _is_stale(output)):
                self._write_whole(output, last_seq)

    def _write_whole(self, output: _Output, last_seq: int) -> None:
        first_seq = output.stored.seq if output.mode is Mode.CHANGES else 0
        with replace_file(output.place, output.fmt) as writer:
            for article in self._store.records.read(first_seq, latest=output.mode is Mode.LATEST):
                writer.write(article)
        mark = mark_whole(output.place, writer.records)
        self._commit(output, last_seq, mark)
        output.records, output.written_bytes = mark.records, mark.size_bytes

    def _commit(self, output: _Output, seq: int, mark: WrittenMark) -> None:
        output.stored = _stored(seq, output.mode, mark)
        self._store.outputs.commit(output.place, output.stored)

    def tallies(self) -> tuple[OutputTally, ...]:
        """Return what was written to each."""
        return tuple(
            OutputTally(path=o.path, records=o.records, written_bytes=o.written_bytes, notice=o.notice)
            for o in self._outputs
        )


def _is_stale(output: _Output) -> bool:
    """Whether the file is not the one that was written; changes that nobody asked for again are of no use to anyone."""
    if output.mode is Mode.CHANGES:
        return output.stored.records > 0  # nothing has changed since, and the file still says what had before
    try:
        about = output.place.stat()
    except FileNotFoundError:
        return True
    return (about.st_size, about.st_mtime_ns) != (output.stored.size_bytes, output.stored.mtime_ns)


@contextmanager
def open_outputs(store: Store, paths: Iterable[Path], mode: Mode = Mode.APPEND) -> Iterator[OutputSet]:
    """Open and lock outputs, and cut each back to what is known to be in it.

    Raises:
        UsageError: An output's extension is unknown, or its format has no such mode.
        StateLockedError: Another run is writing one of them.
        StateError: One of them cannot be written.
    """
    with ExitStack() as stack:
        yield OutputSet(store, [_open(store, path, mode, stack) for path in paths])


def list_outputs(output: str | Path | Sequence[str | Path]) -> list[Path]:
    """Return the outputs that a caller named, each once, however it is spelled."""
    return list({os.path.realpath(path): path for path in list_paths(output)}.values())


def check_outputs(output: str | Path | Sequence[str | Path], mode: Mode) -> list[Path]:
    """Return the outputs that a caller named, as ``list_outputs``, once it is certain that each can be written.

    Raises:
        UsageError: As ``check_output``.
    """
    paths = list_outputs(output)
    for path in paths:
        check_output(path, mode)
    return paths


def check_output(path: Path, mode: Mode) -> Format:
    """Return the format of an output, once it is certain that it can be written.

    Raises:
        UsageError: Its extension is unknown, its format has no such mode, or what that needs is not installed.
    """
    fmt = find_format(path)
    if mode is Mode.CHANGES and fmt.open_new is None:
        raise UsageError(f"{path}: a folder cannot hold only changes: name a file, or use another --mode")
    return fmt


def _open(store: Store, path: Path, mode: Mode, stack: ExitStack) -> _Output:
    place = Path(os.path.realpath(path))
    fmt = check_output(path, mode)
    if mode is Mode.LATEST and not fmt.keeps_versions:
        mode = Mode.APPEND  # a later version takes the place of an earlier one in any case
    stored = store.outputs.mark(place)
    output = _Output(path=path, place=place, fmt=fmt, mode=mode, stored=stored or OutputMark(mode=mode))
    if stored and stored.records and stored.mode != mode:
        raise StateError(f"{path}: was written with --mode {stored.mode}: use that mode, or name another output")
    if fmt.open_kept and mode is Mode.APPEND:
        output.kept = stack.enter_context(fmt.open_kept(output.place, _written(stored, store) if stored else None))
        output.notice = _tell_damage(path, output.kept)
        if output.kept.lost:
            output.stored = OutputMark(mode=mode)
    else:
        _check_whole(output, is_known=stored is not None)
        if stored and store.is_settled() and (moved := set_aside_changed(output.place, _written(stored, store))):
            output.notice = f"{path} was changed since the last run: {_MOVED.format(moved)}"
    if stored is None:
        if mode is Mode.CHANGES and (held := store.records.count()):
            output.notice = f"{path}: new to this state: it begins with all {held:,} articles that are held"
        # Before the first byte: a kill between that and its commit must not leave a file that looks like a stranger's.
        store.outputs.commit(place, output.stored)
    return output


def _check_whole(output: _Output, *, is_known: bool) -> None:
    """Find out now, not after hours of fetching, that a file cannot be written at the end."""
    place = output.place
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir() or place.is_symlink():  # a link that leads nowhere but to itself
            code = errno.EISDIR if place.is_dir() else errno.ELOOP
            raise OSError(code, os.strerror(code))
        held_bytes = place.stat().st_size if place.exists() else 0
        probe = place.with_name(f".{place.name}.probe")
        probe.touch()
        probe.unlink()
    except OSError as exc:
        raise cannot_write(output.path, exc) from exc
    if held_bytes and not is_known:
        raise StateError(strange_output(output.path))


def _tell_damage(path: Path, kept: KeptOutput) -> str | None:
    if kept.lost:
        moved = f"; {_MOVED.format(kept.set_aside)}" if kept.set_aside else ""
        return f"{path} {kept.lost} since the last run: written again from the state file{moved}"
    if kept.set_aside:
        return (
            f"{path}: {kept.cut_bytes} bytes that others have appended since the last run are moved to {kept.set_aside}"
        )
    if kept.cut_bytes:
        return f"{path}: {kept.cut_bytes} bytes that an earlier run could not finish are cut off and written again"
    return None


def _written(mark: OutputMark, store: Store) -> WrittenMark:
    return WrittenMark(
        records=mark.records,
        size_bytes=mark.size_bytes,
        crc32=mark.crc32,
        mtime_ns=mark.mtime_ns,
        is_settled=store.is_settled(),
    )


def _stored(seq: int, mode: Mode, mark: WrittenMark) -> OutputMark:
    return OutputMark(
        seq=seq,
        mode=mode,
        records=mark.records,
        size_bytes=mark.size_bytes,
        crc32=mark.crc32,
        mtime_ns=mark.mtime_ns,
    )
