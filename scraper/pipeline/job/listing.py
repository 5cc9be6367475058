"""A job's shards: listed once, kept on disk, so that a dump of any size takes no memory."""

import json
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from typing import Self, TypeAlias

from scraper.pipeline.job import tasks
from scraper.pipeline.job.spec import SPLITS, JobSpec
from scraper.pipeline.job.stages import Stage, run_stage
from scraper.read import Shard
from scraper.scale import Engine, read_bytes, write_bytes

KeyedShard: TypeAlias = tuple[str, Shard]


class ShardList:
    """Shards in their order, in a temporary file. Close it, or use it in ``with``."""

    def __init__(self, shards: Iterable[Shard]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed with this object
        self.count = 0
        for shard in shards:
            pickle.dump(shard, self._file)
            self.count += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Shard]:
        place = 0
        for _ in range(self.count):
            self._file.seek(place)
            shard: Shard = pickle.load(self._file)
            place = self._file.tell()
            yield shard

    def keyed(self) -> Iterator[KeyedShard]:
        """Yield each with its key, which names its parts."""
        for number, shard in enumerate(self):
            yield f"{number:06}", shard


def split_large(engine: Engine, spec: JobSpec, listed: ShardList) -> ShardList:
    """Return the shards with large files in stretches, where their kind lets readers begin in the middle."""
    large = ((key, shard) for key, shard in listed.keyed() if shard.is_large)
    stage: Stage[Shard] = Stage(
        name="split",
        done=spec.folder.names(SPLITS),
        make=lambda key, shard: (tasks.split, (spec, key, shard)),
        # Read as a whole, it will fail again, and be told about. Settled here: another answer would number all shards anew.
        give_up=lambda key, shard, failure: write_bytes(spec.folder, f"{SPLITS}/{key}", b"[]"),
    )
    for _ in run_stage(engine, stage, large):
        pass
    return ShardList(_stretches(spec, listed))


def _stretches(spec: JobSpec, listed: ShardList) -> Iterator[Shard]:
    for key, shard in listed.keyed():
        ends = json.loads(read_bytes(spec.folder, f"{SPLITS}/{key}") or b"[]") if shard.is_large else []
        yield from shard.stretches(ends)
