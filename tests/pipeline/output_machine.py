"""The store's machine with outputs: kills also between what is written to a file and the note of it in the state file."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from unittest import mock

from hypothesis import strategies as st
from hypothesis.stateful import rule

from scraper.pipeline.outputs import open_outputs
from scraper.store import OutputMark
from tests.export.reading import read_records
from tests.store.machine import OFFERS, TEXTS, Killed, StoreMachine

GROWING: Final = ("out.jsonl", "out.jsonl.gz", "out.csv")
LATEST: Final = ("out.sqlite", "out.md")


class OutputMachine(StoreMachine):
    """Runs with outputs that grow, of every kind."""

    def open(self) -> None:
        super().open()
        self.stack = ExitStack()
        paths = [self.folder / name for name in (*GROWING, *LATEST)]
        self.outputs = self.stack.enter_context(open_outputs(self.store, paths))

    def close(self) -> None:
        self.stack.close()
        super().close()

    @rule()
    def catch_up(self) -> None:
        """Each output then holds each record once."""
        self.outputs.catch_up()
        versions = [v.text for v in sorted(self.model.records, key=lambda v: (v.id, v.version))]
        for name in GROWING:
            assert _texts(self.folder / name) == versions, name
        newest = {version.id: version.text for version in self.model.records}
        for name in LATEST:
            assert sorted(_texts(self.folder / name)) == sorted(newest.values()), name

    @rule(commits=st.integers(0, 4), offers=OFFERS, text=TEXTS)
    def kill_before_commit(self, commits: int, offers: Sequence[tuple[str, str]], text: int) -> None:
        """The process dies when an output is written and the state file does not know yet."""
        self.scrape(offers, text)
        self.be_killed(lambda: self._catch_up_and_die(commits, lambda: None))
        self.catch_up()

    @rule(commits=st.integers(0, 2), share=st.floats(0, 1), offers=OFFERS, text=TEXTS)
    def kill_while_writing(self, commits: int, share: float, offers: Sequence[tuple[str, str]], text: int) -> None:
        """As before, and of the last batch only a part has reached the file."""
        self.scrape(offers, text)

        def tear() -> None:
            path = self.root / "left" / GROWING[commits]
            mark = self.store.outputs.mark(str((self.folder / GROWING[commits]).resolve()))
            begin = mark.size_bytes if mark else 0
            with path.open("r+b") as file:
                file.truncate(begin + int(share * (path.stat().st_size - begin)))

        self.be_killed(lambda: self._catch_up_and_die(commits, tear))
        self.catch_up()

    def _catch_up_and_die(self, commits: int, then: Callable[[], None]) -> None:
        commit, left = self.store.outputs.commit, iter(range(commits))

        def commit_or_die(path: str, mark: OutputMark) -> None:
            if next(left, None) is None:
                self.snapshot()
                then()
                raise Killed
            commit(path, mark)

        with mock.patch.object(self.store.outputs, "commit", commit_or_die):
            self.outputs.catch_up()


def _texts(path: Path) -> list[str]:
    return [str(record["text"]) for record in read_records(path)] if path.exists() and path.stat().st_size else []
