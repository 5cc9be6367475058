"""What a job's tasks must know, and where its parts stand in the output folder."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from scraper.errors import UsageError
from scraper.export import find_format
from scraper.pipeline.job.output import PARTITIONS
from scraper.read import Shard
from scraper.scale import PartFolder, read_bytes, write_bytes
from scraper.settings import DumpSettings, JobSettings, ReadSettings
from scraper.version import VERSION

WORK: Final = "_job"
"""Everything that is no output stands below it; readers of data sets leave out names that begin so (Hive, Arrow, Spark)."""

PLAN: Final = f"{WORK}/plan.json"
MANIFEST: Final = "manifest.json"
SPLITS: Final = f"{WORK}/splits"
PRINTS: Final = f"{WORK}/fingerprints"
FOLDS: Final = f"{WORK}/folds"
PROFILES: Final = f"{WORK}/profiles"
RECEIPTS: Final = f"{WORK}/receipts"
_URL_MAP: Final = f"{WORK}/url-map.json"

PASSING: Final = (SPLITS, PRINTS, FOLDS, PROFILES)
"""Not needed once the manifest is written."""

FORMS: Final = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSpec:
    """What every task is given; small, since each of them carries it.

    Attributes:
        folder: The output.
        digest: Of the plan: equal for equal inputs and settings.
        dump: How to read and clean, without the table of addresses, which stands in the folder.
        has_map: Whether there is such a table.
        partitions: Of the sites.
    """

    folder: PartFolder
    digest: str
    dump: DumpSettings
    has_map: bool
    form: str
    partition: str | None
    shard_pages: int
    partitions: int = 1

    def read_settings(self) -> ReadSettings:
        """Return how to read, with the table of addresses."""
        if not self.has_map:
            return self.dump.read
        urls, dates = _read_map(self.folder, self.digest)
        return replace(self.dump.read, url_map=urls, date_map=dates)


def make_spec(folder: PartFolder, settings: JobSettings, shards: Iterable[Shard]) -> JobSpec:
    """Return what a job's tasks need, and put the table of addresses where they find it.

    Raises:
        UsageError: There are no such parts or partitions, or what they need is not installed.
    """
    if settings.form not in FORMS:
        raise UsageError(f"--format {settings.form}: there are {', '.join(FORMS)}")
    if settings.partition and settings.partition not in PARTITIONS:
        raise UsageError(f"--partition {settings.partition}: there are {', '.join(PARTITIONS)}")
    find_format(Path(f"--format .{settings.form}"))
    read = settings.dump.read
    return JobSpec(
        folder=folder,
        digest=_digest(settings, shards),
        dump=replace(settings.dump, read=replace(read, url_map={}, date_map={}), processes=None),
        has_map=bool(read.url_map),
        form=settings.form,
        partition=settings.partition,
        shard_pages=settings.shard_pages,
    )


def begin_folder(spec: JobSpec, settings: JobSettings) -> None:
    """Mark the output folder as this job's, or find that it is.

    Raises:
        UsageError: It holds another job's parts, or something else.
        StateError: It cannot be written.
    """
    held = read_bytes(spec.folder, PLAN)
    if held is None and spec.folder.names(""):
        raise UsageError(f"{spec.folder.address}: exists, and is not the folder of a job: name another folder")
    if held is not None and json.loads(held)["digest"] != spec.digest:
        raise UsageError(
            f"{spec.folder.address}: holds the parts of a job with other inputs, settings or another version:"
            " name another folder, or remove this one"
        )
    if held is None:
        if spec.has_map:
            table = {"urls": dict(settings.dump.read.url_map), "dates": dict(settings.dump.read.date_map)}
            write_bytes(spec.folder, _URL_MAP, json.dumps(table).encode())
        write_bytes(spec.folder, PLAN, json.dumps({"digest": spec.digest, "version": VERSION}).encode() + b"\n")


@lru_cache(maxsize=1)
def _read_map(folder: PartFolder, digest: str) -> tuple[dict[str, str], dict[str, str]]:
    table = json.loads(read_bytes(folder, _URL_MAP) or b"")
    return table["urls"], table["dates"]


def _digest(settings: JobSettings, shards: Iterable[Shard]) -> str:
    told = hashlib.sha256()
    told_apart = replace(
        settings, engine="", scheduler=None, workers=None, dump=replace(settings.dump, quarantine=None)
    )
    about = asdict(told_apart)
    told.update(json.dumps([VERSION, about], sort_keys=True, default=_plain).encode())
    for shard in shards:
        told.update(json.dumps([asdict(shard)], sort_keys=True).encode())
    return told.hexdigest()[:32]


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else str(value)
