"""What a run writes itself: no part of the dump that it reads, wherever in it that stands."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from scraper.settings import DumpSettings

_STATE_ENDINGS: Final = ("", "-wal", "-shm", "-journal", ".lock")  # what SQLite and the run's lock put beside it


def leave_out_own(
    settings: DumpSettings, outputs: Iterable[str | Path], state: str | Path | None = None
) -> DumpSettings:
    """Return settings by which a run does not read its outputs, its quarantine, and its state file with what stands beside it."""
    places = [*outputs, *(f"{state}{ending}" for ending in _STATE_ENDINGS if state)]
    if settings.quarantine:
        places.append(settings.quarantine)
    own = frozenset(map(os.path.realpath, places))
    return replace(settings, read=replace(settings.read, left_out=settings.read.left_out | own))
