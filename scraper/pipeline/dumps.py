"""Dumps of saved pages: read twice, first to learn what each site repeats, then to clean."""

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

from scraper.export import Mode
from scraper.pipeline.arguments import list_paths, or_default
from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.outputs import OutputSet, check_output, list_outputs, open_outputs
from scraper.pipeline.own_places import leave_out_own
from scraper.pipeline.quarantine import Quarantine
from scraper.pipeline.run_end import tell_dump_run
from scraper.pipeline.saved_sites import learn_sites, site_of_saved
from scraper.pipeline.site_memory import name_dumped
from scraper.pipeline.summary import OutputTally, SiteTally
from scraper.read import STANDARD_INPUT, is_rereadable, read_paths
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import DumpSettings
from scraper.site_keys import SiteKey, make_site_key
from scraper.store import DumpMark, FetchFacts, Offer, Store, hold_lock
from scraper.urls import loose_url_key
from scraper.workers import CleanerPool, SiteKnowledge, default_processes

_Know: TypeAlias = Callable[[Page], SiteKnowledge | None]

HELD_PAGES: Final = 256
HELD_BYTES: Final = 64_000_000
"""What comes through a pipe is read once: so much of it waits, and its sites are learned from that."""


@dataclass(slots=True)
class DumpProgress:
    """How far a run is, for whoever looks on; who stops listening to it in the first pass says so here.

    Attributes:
        looked_at: Pages read so far in the first pass.
        total: Pages in the whole dump, files without a page counted; ``None`` before that is known.
        is_stopped: Set it to end the run before its second pass.
        notice: Told what was wrong with an output when the run began.
        outputs: What a run with a state file has written.
    """

    looked_at: int = 0
    total: int | None = None
    is_stopped: bool = False
    notice: Callable[[str], None] = lambda _: None
    outputs: tuple[OutputTally, ...] = ()

    def watch(self, pages: Iterable[Page | Skipped]) -> Iterator[Page | Skipped]:
        """Count pages on their way through the first pass."""
        for page in pages:
            if self.is_stopped:
                return
            self.looked_at += 1
            yield page
        self.total = self.looked_at


_BATCH: Final = 200  # one fsync for so many pages, which take 0.5 s to clean on two processors
_BATCH_S: Final = 2.0
_PROFILES_HELD: Final = 32  # as many as the processes that clean hold, twice


def clean_paths(
    paths: str | Path | Iterable[str | Path],
    *,
    settings: DumpSettings | None = None,
    progress: DumpProgress | None = None,
) -> Iterator[Outcome]:
    """Clean saved pages, in files, folders and archives, and yield one outcome for each, in sorted order.

    Args:
        paths: What to read, one or several; ``-`` is standard input.
        settings: How to read and clean.
        progress: Is kept up to date.

    Raises:
        UsageError: ``settings.site_key`` says nothing.
    """
    settings, named = or_default(settings, DumpSettings), list_paths(paths)
    progress, site_key = progress or DumpProgress(), make_site_key(settings.site_key)
    with open_pool(settings) as pool:
        if _is_pipe(named):
            yield from _clean_once(pool, read_paths(named, settings.read), site_key)
            return
        with learn_sites(pool, progress.watch(read_paths(named, settings.read)), site_key) as know:
            if not progress.is_stopped:
                yield from pool.clean_all(read_paths(named, settings.read), know)


def clean_dump(
    paths: str | Path | Iterable[str | Path],
    *,
    state: str | Path,
    output: str | Path | Sequence[str | Path],
    settings: DumpSettings | None = None,
    progress: DumpProgress | None = None,
) -> Generator[Outcome, None, None]:
    """Clean saved pages with a memory: a run that is stopped at any instant is gone on with by the next one.

    Outcomes are yielded once they are kept. An output holds what is new or has changed, each once, however often the dump is read.

    Args:
        paths: What to read, one or several.
        state: The file that remembers; it may be that of ``scrape``.
        output: One or several files; the extension says the format.
        settings: How to read and clean.
        progress: Is kept up to date.

    Raises:
        UsageError: An output's format is unknown, or ``settings.site_key`` says nothing.
        StateLockedError: Another run uses the state file or an output.
        StateError: The state file or an output cannot be used; the message says what to do.
    """
    settings, named, outputs = or_default(settings, DumpSettings), list_paths(paths), list_outputs(output)
    for path in outputs:
        check_output(path, Mode.APPEND)
    settings = leave_out_own(settings, outputs, state)
    with ExitStack() as stack:
        stack.enter_context(hold_lock(Path(state)))
        store = stack.enter_context(Store(Path(state)))
        opened = stack.enter_context(open_outputs(store, outputs))
        pool = stack.enter_context(open_pool(settings))
        run = _KeptRun(store, opened, pool, named, settings)
        yield from run.run(progress or DumpProgress())


def open_pool(settings: DumpSettings) -> CleanerPool:
    """Return the pool that cleans saved pages; close it."""
    return CleanerPool(
        settings.clean,
        settings.processes or default_processes(),
        settings.time_limit_s,
        settings.memory_bytes,
        quarantine=Quarantine(settings.quarantine).keep if settings.quarantine else None,
    )


def _is_pipe(paths: Sequence[Path]) -> bool:
    return STANDARD_INPUT in paths and not is_rereadable()


def _clean_once(pool: CleanerPool, pages: Iterator[Page | Skipped], site_key: SiteKey) -> Iterator[Outcome]:
    """Clean what can be read once only, with what its first pages tell of their sites."""
    held: list[Page | Skipped] = []
    held_bytes = 0
    for page in pages:
        held.append(page)
        held_bytes += len(page.body) if isinstance(page, Page) else 0
        if len(held) >= HELD_PAGES or held_bytes >= HELD_BYTES:
            break

    def rest() -> Iterator[Page | Skipped]:
        while held:
            yield held.pop(0)
        yield from pages

    with learn_sites(pool, held, site_key) as know:
        yield from pool.clean_all(rest(), know)


class _KeptRun:
    """One run over a dump with a state file."""

    def __init__(
        self, store: Store, outputs: OutputSet, pool: CleanerPool, paths: Sequence[Path], settings: DumpSettings
    ) -> None:
        self._store = store
        self._outputs = outputs
        self._pool = pool
        self._paths = paths
        self._settings = settings
        self._site_key = make_site_key(settings.site_key)
        self._began_at = time.time()
        self._key = "\n".join(str(path.absolute()) for path in paths)
        self._run = store.begin_run(iso(utc_now()), f"clean {self._key}")
        self._tallies: dict[str, SiteTally] = {}
        self._waiting: list[Outcome] = []
        self._kept_at = time.monotonic()

    def run(self, progress: DumpProgress) -> Iterator[Outcome]:
        """Yield the outcomes that this run adds, once they are kept."""
        self._outputs.begin(progress.notice)
        is_over = False
        try:
            for outcome in self._clean(progress):
                self._waiting.append(outcome)
                if len(self._waiting) >= _BATCH or time.monotonic() - self._kept_at > _BATCH_S:
                    yield from self._keep()
            is_over = True
        finally:  # also when the caller stops
            kept = [] if progress.is_stopped and not self._waiting else self._keep(is_over=is_over)
            self._outputs.finish()
            progress.outputs = self._outputs.tallies()
            told = tell_dump_run(self._tallies, time.time() - self._began_at)
            self._store.end_run(self._run, iso(utc_now()), told, well=is_over)
        yield from kept

    def _clean(self, progress: DumpProgress) -> Iterator[Outcome]:
        if _is_pipe(self._paths):
            yield from _clean_once(self._pool, read_paths(self._paths, self._settings.read), self._site_key)
            return
        mark = self._store.dumps.mark(self._key)
        with ExitStack() as stack:
            know = self._learn(mark, progress, stack)
            if not progress.is_stopped:
                pages = read_paths(self._paths, self._settings.read, after=mark.after, since=mark.began_at)
                yield from self._pool.clean_all(pages, know)

    def _learn(self, mark: DumpMark, progress: DumpProgress, stack: ExitStack) -> _Know:
        """Profiles from the state file when a stopped run has learned them, so that its second part is cleaned as the first was."""
        if mark.after is None or not mark.is_learned:
            pages = progress.watch(read_paths(self._paths, self._settings.read))
            learned = stack.enter_context(learn_sites(self._pool, pages, self._site_key))
            if progress.is_stopped:
                return learned
            for knowledge in learned.sites():
                self._save_profile(knowledge)
            self._store.dumps.commit(self._key, replace(mark, is_learned=True))
            return learned
        know = lru_cache(maxsize=_PROFILES_HELD)(self._read_profile)
        return lambda page: know(site_of_saved(page, self._site_key))

    def _save_profile(self, knowledge: SiteKnowledge) -> None:
        from scraper.cleaner.profile import to_bytes

        self._store.save_profile(name_dumped(knowledge.site), to_bytes(knowledge.profile))

    def _read_profile(self, site: str) -> SiteKnowledge | None:
        from scraper.cleaner.profile import read_bytes

        packed = self._store.profile(name_dumped(site))
        with suppress(ValueError):  # damaged: cleaned without
            return SiteKnowledge(site=site, version=1, profile=read_bytes(packed)) if packed else None
        return None

    def _keep(self, *, is_over: bool = False) -> list[Outcome]:
        """Save what has come since the last time, and how far that reaches, in one transaction; then write the outputs."""
        kept, self._waiting = self._waiting, []
        with self._store.transaction():
            for outcome in kept:
                self._save(outcome)
            if is_over:
                self._store.dumps.commit(self._key, DumpMark())
            elif kept:
                mark = DumpMark(after=kept[-1].source, is_learned=True, began_at=self._began_at)
                self._store.dumps.commit(self._key, mark)
        self._outputs.catch_up()
        self._kept_at = time.monotonic()
        return kept

    def _save(self, outcome: Outcome) -> None:
        now = iso(utc_now())
        address = outcome.url or outcome.source
        site = (outcome.site if isinstance(outcome, Article) else None) or str(Path(outcome.source).parent)
        offer = Offer(key=loose_url_key(address), url=address, found_in=outcome.source)
        claim = self._store.frontier.claim_saved(site, offer, self._run)
        tally = self._tallies.setdefault(site, SiteTally())
        if isinstance(outcome, Skipped):
            self._store.outcomes.finish_skipped(claim, outcome, self._run, now, None)
            tally.skipped[outcome.code] += 1
        else:
            facts = FetchFacts(fetched_at=outcome.fetched_at or now, attempts=0)
            tally.count_saved(self._store.save_article(claim, outcome, self._run, facts).change)
