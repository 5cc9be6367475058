"""The order of the stages: the only place that knows it.

    fetch or read  ->  clean  ->  store  ->  export

Names are loaded when first used: cleaning one page needs neither event loop nor database.
"""

from typing import TYPE_CHECKING, Final

from scraper.lazy import load_later

if TYPE_CHECKING:
    from scraper.pipeline.checking import SiteCheck, check_sites
    from scraper.pipeline.cleaning import clean, clean_pages
    from scraper.pipeline.context import ScrapeSettings, SpreadSettings
    from scraper.pipeline.discovering import Discovery, discover
    from scraper.pipeline.dumps import DumpProgress, clean_dump, clean_paths
    from scraper.pipeline.events import Result, UrlEvent
    from scraper.pipeline.exporting import export
    from scraper.pipeline.inspecting import CleanerChoice, InspectSettings, inspect
    from scraper.pipeline.job import Receipt, clean_to_parts
    from scraper.pipeline.looking_up import failed_urls, why
    from scraper.pipeline.recleaning import reclean
    from scraper.pipeline.reporting import report
    from scraper.pipeline.scraping import scrape
    from scraper.pipeline.spread.run import scrape_on
    from scraper.pipeline.summary import OutputTally, RunSummary, SiteTally
    from scraper.pipeline.watch import StopReason, Watcher

__all__ = [
    "CleanerChoice",
    "Discovery",
    "DumpProgress",
    "InspectSettings",
    "OutputTally",
    "Receipt",
    "Result",
    "RunSummary",
    "ScrapeSettings",
    "SiteCheck",
    "SiteTally",
    "SpreadSettings",
    "StopReason",
    "UrlEvent",
    "Watcher",
    "check_sites",
    "clean",
    "clean_dump",
    "clean_pages",
    "clean_paths",
    "clean_to_parts",
    "discover",
    "export",
    "failed_urls",
    "inspect",
    "reclean",
    "report",
    "scrape",
    "scrape_on",
    "why",
]

_HOMES: Final = {
    "checking": ("SiteCheck", "check_sites"),
    "cleaning": ("clean", "clean_pages"),
    "context": ("ScrapeSettings", "SpreadSettings"),
    "discovering": ("Discovery", "discover"),
    "dumps": ("DumpProgress", "clean_dump", "clean_paths"),
    "events": ("Result", "UrlEvent"),
    "exporting": ("export",),
    "inspecting": ("CleanerChoice", "InspectSettings", "inspect"),
    "job": ("Receipt", "clean_to_parts"),
    "looking_up": ("failed_urls", "why"),
    "recleaning": ("reclean",),
    "reporting": ("report",),
    "scraping": ("scrape",),
    "spread.run": ("scrape_on",),
    "summary": ("OutputTally", "RunSummary", "SiteTally"),
    "watch": ("StopReason", "Watcher"),
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = load_later(__name__, _HOMES)
