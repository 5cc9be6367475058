"""The list of a job's output: written last, so where it stands, all is there."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from scraper.pipeline.job.output import Part
from scraper.pipeline.job.receipts import Receipt
from scraper.pipeline.job.spec import MANIFEST, JobSpec
from scraper.scale import read_bytes, write_bytes
from scraper.version import VERSION


class ManifestMaker:
    """Gathers what the shards gave.

    Args:
        spec: Of the job.
    """

    def __init__(self, spec: JobSpec) -> None:
        self._spec = spec
        self._parts: list[Part] = []
        self._articles = 0
        self._skipped: Counter[str] = Counter()

    def add(self, receipt: Receipt) -> None:
        """Add a shard."""
        self._parts.extend(receipt.parts)
        self._articles += sum(receipt.articles.values())
        self._skipped.update(skipped.code.value for skipped in receipt.skipped)

    def write(self) -> None:
        """Write the manifest; the same for the same job, whatever did it and in whatever order."""
        parts = sorted(self._parts, key=lambda part: part.file.name)
        manifest: dict[str, Any] = {
            "version": VERSION,
            "plan": self._spec.digest,
            "format": self._spec.form,
            "partition": self._spec.partition,
            "pages": self._articles + self._skipped.total(),
            "articles": self._articles,
            "skipped": dict(sorted(self._skipped.items())),
            "parts": [{**asdict(part.file), "records": part.records} for part in parts],
        }
        write_bytes(self._spec.folder, MANIFEST, json.dumps(manifest, indent=1).encode() + b"\n")


def is_finished(spec: JobSpec) -> bool:
    """Whether the job was done before."""
    held = read_bytes(spec.folder, MANIFEST)
    return held is not None and json.loads(held)["plan"] == spec.digest
