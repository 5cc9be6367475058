"""What ``scraper scrape`` is asked for, in the library's terms: one process or several workers, or pages cleaned again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scraper import pipeline
from scraper.cli.flag_settings import make_clean_settings, make_discover_settings, make_fetch_settings
from scraper.errors import UsageError
from scraper.export import Mode
from scraper.pipeline import RunSummary, ScrapeSettings, SpreadSettings, Watcher
from scraper.scale import open_engine
from scraper.settings import SiteSettings
from scraper.workers import default_processes

if TYPE_CHECKING:
    from scraper.sites_file import SitesFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrapeOrder:
    """What was asked for.

    Attributes:
        wanted: URLs and sites.
        state: File that remembers, or with several workers their folder.
    """

    wanted: Sequence[str | SiteSettings]
    state: Path
    outputs: tuple[Path, ...]
    settings: ScrapeSettings
    watcher: Watcher


def default_state(flags: dict[str, Any]) -> Path:
    """Return where a run remembers that was told no place: a file, or with several workers a folder."""
    return Path("scraper-state" if _is_spread(flags) else "scraper.sqlite")


def _is_spread(flags: dict[str, Any]) -> bool:
    return any(flags[name] is not None for name in ("workers", "engine", "scheduler"))


def run_order(order: ScrapeOrder, flags: dict[str, Any]) -> RunSummary:
    """Scrape what is wanted, or clean the archive's pages again, and return the counts.

    Raises:
        ScraperError: Flags do not go together, or state, output or workers cannot be used.
    """
    if flags["reclean"]:
        return _reclean(order, flags)
    if not order.wanted:
        raise UsageError("nothing to scrape: give a URL, or a file of sites with --sites")
    if _is_spread(flags):
        return _scrape_on_engine(order, flags)
    for name in ("partitions", "lease"):
        if flags[name] is not None:
            raise UsageError(f"--{name} is for a run on several workers: add --workers or --engine")
    if order.state.is_dir():
        raise UsageError(
            f"{order.state} is the folder of runs on several workers: add --workers or --engine, or name a file"
        )
    return pipeline.scrape(
        order.wanted, state=order.state, output=order.outputs, settings=order.settings, watcher=order.watcher
    )


def _scrape_on_engine(order: ScrapeOrder, flags: dict[str, Any]) -> RunSummary:
    name, workers = flags["engine"] or "local", flags["workers"] or default_processes()
    with open_engine(name, flags["scheduler"], workers) as engine:
        if engine.dashboard:
            order.watcher.notice(f"dashboard: {engine.dashboard}")
        return pipeline.scrape_on(
            engine,
            order.wanted,
            state=order.state,
            output=order.outputs,
            settings=order.settings,
            watcher=order.watcher,
        )


def _reclean(order: ScrapeOrder, flags: dict[str, Any]) -> RunSummary:
    archive = order.settings.archive
    if archive is None:
        raise UsageError("--reclean: name the folder of archived pages with --archive")
    if order.wanted:
        raise UsageError("--reclean takes every page of --archive and fetches nothing: name no sites")
    if _is_spread(flags):
        raise UsageError("--reclean runs on this machine alone: leave out --engine and --workers")
    return pipeline.reclean(
        archive, state=order.state, output=order.outputs, settings=order.settings, watcher=order.watcher
    )


def make_settings(flags: dict[str, Any], sites: "SitesFile | None" = None) -> ScrapeSettings:
    """Return the settings that the flags and the sites file ask for."""
    return ScrapeSettings(
        fetch=make_fetch_settings(flags, sites),
        discover=make_discover_settings(flags),
        clean=make_clean_settings(flags),
        discovery=not flags["no_discovery"],
        output_mode=Mode(flags["mode"]),
        archive=flags["archive"],
        max_runtime_s=flags["max_runtime"],
        lock_wait_s=flags["lock_wait"] or 0.0,
        site_key=flags["site_key"],
        spread=SpreadSettings(partitions=flags["partitions"], lease_s=flags["lease"] or SpreadSettings().lease_s),
    )
