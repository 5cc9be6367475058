"""The end of a run: what the state file keeps of it."""

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from scraper.pipeline.summary import RunSummary, SiteTally
from scraper.store import Store


def close_run(store: Store, summary: RunSummary, now: str, *, is_discovery: bool = False) -> RunSummary:
    """Note in the state file how a run went, and return it with what the runs before it did.

    Args:
        store: The state file.
        summary: Of this run.
        now: As the state keeps times.
        is_discovery: Whether what is new is the site's, and says how often it brings something.
    """
    with store.transaction():
        for site, tally in summary.sites.items():
            if tally.new and is_discovery:
                store.rhythms.note_new(site, now)
        told = msgspec.json.encode(summary, enc_hook=str).decode()
        store.end_run(summary.run, now, told, well=summary.ended_well)
    return replace(summary, last_success=store.last_success(), rhythms=tuple(store.rhythms.all(now)))


def tell_dump_run(sites: Mapping[str, SiteTally], elapsed_s: float) -> str:
    """Return what the state file keeps of a run over saved pages, for the run report."""
    return msgspec.json.encode({"sites": sites, "elapsed_s": elapsed_s}).decode()
