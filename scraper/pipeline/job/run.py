"""A job: saved pages to a folder of parts, on the processors of one machine or of many.

    split       a large file           where its stretches end
    fingerprint a shard                what its pages tell of their sites
    fold        some shards' parts     the same, each site's once
    learn       a partition of sites   their profiles
    clean       a shard                its records, and an outcome for each page

Each task writes one part, the same however often it is done. A job that was stopped goes on with the parts that do not exist yet;
the manifest is written last.
"""

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from scraper.errors import StateError, UsageError
from scraper.pipeline.arguments import list_paths, or_default
from scraper.pipeline.dumps import DumpProgress
from scraper.pipeline.job import tasks
from scraper.pipeline.job.listing import ShardList, split_large
from scraper.pipeline.job.manifest import ManifestMaker, is_finished
from scraper.pipeline.job.receipts import Receipt, read_receipt, write_receipt
from scraper.pipeline.job.site_parts import read_index, write_sites
from scraper.pipeline.job.spec import (
    FOLDS,
    PASSING,
    PRINTS,
    PROFILES,
    RECEIPTS,
    JobSpec,
    begin_folder,
    make_spec,
)
from scraper.pipeline.job.stages import Stage, run_stage
from scraper.pipeline.own_places import leave_out_own
from scraper.pipeline.saved_sites import KNOWN_FROM_THE_START
from scraper.read import STANDARD_INPUT, Shard, list_shards
from scraper.reasons import Reason
from scraper.reasons import Stage as PageStage
from scraper.records import Skipped
from scraper.scale import Engine, Failure, open_engine, open_parts
from scraper.settings import JobSettings
from scraper.site_keys import make_site_key
from scraper.workers import default_processes

_FOLDED: Final = 32
"""Parts that one task reads side by side: of a million pages of a site in 2,000 shards, 63 profiles reach the last task."""

_SHARDS_PER_PARTITION: Final = 8
_MOST_PARTITIONS: Final = 4096


def clean_to_parts(
    paths: str | Path | Iterable[str | Path],
    *,
    output: str | Path,
    settings: JobSettings | None = None,
    progress: DumpProgress | None = None,
    tell: Callable[[str], object] = lambda _: None,
) -> Generator[Receipt, None, None]:
    """Clean saved pages to a folder of parts, and yield what became of each shard's; first those that an earlier run has done.

    Args:
        paths: Files and folders, one or several; where machines share the work, each must find them at the same place.
        output: A folder, or an address that fsspec knows, such as ``s3://bucket/folder``.
        settings: How to read, clean and spread the work.
        progress: Is kept up to date.
        tell: Called with what a person wants to know before the work begins.

    Raises:
        UsageError: A setting says nothing, something is not installed, or the folder is not this job's.
        StateError: Something cannot be read or written.
        EngineError: The scheduler does not answer, or is gone; what was done is kept.
    """
    settings, named = or_default(settings, JobSettings), [str(path) for path in list_paths(paths)]
    if str(STANDARD_INPUT) in named:
        raise UsageError(
            "standard input is read once, by one process: save it to a file, or leave --workers and --engine out"
        )
    make_site_key(settings.dump.site_key)
    left_out = leave_out_own(settings.dump, [output]).read.left_out
    with ShardList(list_shards(named, settings.shard_pages, left_out)) as listed:
        spec = make_spec(open_parts(output), settings, listed)
        begin_folder(spec, settings)
        job = _Job(spec, progress or DumpProgress())
        if is_finished(spec):
            yield from job.receipts()
            return
        with open_engine(settings.engine, settings.scheduler, settings.workers or default_processes()) as engine:
            if engine.dashboard:
                tell(f"dashboard: {engine.dashboard}")
            with split_large(engine, spec, listed) as shards:
                yield from job.run(engine, shards)


class _Job:
    def __init__(self, spec: JobSpec, progress: DumpProgress) -> None:
        self._spec = spec
        self._progress = progress

    def receipts(self) -> Iterator[Receipt]:
        """Yield what became of the shards of a job that was done before."""
        for key in sorted(self._spec.folder.names(RECEIPTS)):
            yield read_receipt(self._spec.folder, key)

    def run(self, engine: Engine, shards: ShardList) -> Iterator[Receipt]:
        """Do the stages, and yield what becomes of each shard."""
        partitions = min(_MOST_PARTITIONS, 1 + shards.count // _SHARDS_PER_PARTITION)
        self._spec = replace(self._spec, partitions=partitions)
        prints = self._fingerprint(engine, shards)
        self._learn(engine, self._fold(engine, prints))
        first_sites = self._largest_sites()
        made = ManifestMaker(self._spec)
        yield from self._clean(engine, shards, first_sites, made)
        made.write()
        for folder in PASSING:
            self._spec.folder.remove(folder)

    def _fingerprint(self, engine: Engine, shards: ShardList) -> list[str]:
        """Return the names of the parts with what shards tell of sites."""
        folder, names = self._spec.folder, list[str]()

        def give_up(key: str, shard: Shard, failure: Failure) -> int:
            write_sites(folder, f"{PRINTS}/{key}", ())
            return 0

        stage: Stage[Shard] = Stage(
            name="fingerprint",
            done=folder.names(PRINTS),
            make=lambda key, shard: (tasks.fingerprint, (self._spec, key, shard)),
            give_up=give_up,
            take_apart=_take_apart,
        )
        for key, pages in run_stage(engine, stage, shards.keyed()):
            names.append(f"{PRINTS}/{key}")
            self._progress.looked_at += self._pages_of(names[-1]) if pages is None else pages
        self._progress.total = self._progress.looked_at
        return sorted(names)

    def _pages_of(self, name: str) -> int:
        with closing(self._spec.folder.open(name)) as file:
            return read_index(file).pages

    def _fold(self, engine: Engine, prints: Sequence[str]) -> list[str]:
        groups = [prints[begin : begin + _FOLDED] for begin in range(0, len(prints), _FOLDED)]
        stage: Stage[Sequence[str]] = Stage(
            name="fold",
            done=self._spec.folder.names(FOLDS),
            make=lambda key, names: (tasks.fold, (self._spec, key, names)),
            give_up=_refuse,
        )
        keyed = [(f"{number:05}", names) for number, names in enumerate(groups)]
        return sorted(f"{FOLDS}/{key}" for key, _ in run_stage(engine, stage, keyed))

    def _learn(self, engine: Engine, folds: Sequence[str]) -> None:
        stage: Stage[int] = Stage(
            name="learn",
            done=self._spec.folder.names(PROFILES),
            make=lambda key, partition: (tasks.learn_profile, (self._spec, key, partition, folds)),
            give_up=_refuse,
        )
        keyed = [(tasks.profile_name(partition), partition) for partition in range(self._spec.partitions)]
        for _ in run_stage(engine, stage, keyed):
            pass

    def _largest_sites(self) -> list[str]:
        """The sites with the largest profiles, which the processes that clean know before they begin."""

        def sizes() -> Iterator[tuple[int, str]]:
            for partition in range(self._spec.partitions):
                with closing(self._spec.folder.open(f"{PROFILES}/{tasks.profile_name(partition)}")) as file:
                    for site, (begin, end) in read_index(file).sites.items():
                        yield end - begin, site

        return [site for _, site in heapq.nlargest(KNOWN_FROM_THE_START, sizes())]

    def _clean(
        self, engine: Engine, shards: ShardList, first_sites: list[str], made: ManifestMaker
    ) -> Iterator[Receipt]:
        folder = self._spec.folder

        def give_up(key: str, shard: Shard, failure: Failure) -> Receipt:
            receipt = Receipt(skipped=tuple(_skip(shard, failure)))
            write_receipt(folder, key, receipt)
            return receipt

        stage: Stage[Shard] = Stage(
            name="clean",
            done=folder.names(RECEIPTS),
            make=lambda key, shard: (tasks.clean, (self._spec, key, shard, first_sites)),
            give_up=give_up,
            take_apart=_take_apart,
        )
        for key, result in run_stage(engine, stage, shards.keyed()):
            receipt = read_receipt(folder, key) if result is None else result
            made.add(receipt)
            yield receipt


def _take_apart(key: str, shard: Shard) -> list[tuple[str, Shard]]:
    return [(f"{key}.{number:05}", piece) for number, piece in enumerate(shard.pieces())]


def _skip(shard: Shard, failure: Failure) -> Iterator[Skipped]:
    """The outcome of files whose pages nobody can tell: the worker that reads them dies."""
    stretch = f", between {shard.after} and {shard.last}" if shard.after or shard.last else ""
    for entry in shard.entries:
        if isinstance(entry, Skipped):
            yield entry
        else:
            detail = f"{failure.detail}{stretch}"
            yield Skipped(source=entry, stage=PageStage.READ, code=Reason.CRASHED, detail=detail)


def _refuse(key: str, item: object, failure: Failure) -> None:
    raise StateError(
        f"what is known of sites cannot be put together ({key}): {failure.detail}: run the same command again"
    )
