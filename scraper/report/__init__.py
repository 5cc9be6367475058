"""Two pages for people, each one file that needs nothing else: what the cleaner saw on a page, and how the runs went."""

from scraper.report.inspection import Side, render_inspection
from scraper.report.run_report import render_report

__all__ = ["Side", "render_inspection", "render_report"]
