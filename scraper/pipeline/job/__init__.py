"""Saved pages to a folder of parts: one plan, done by local processes or by a cluster."""

from scraper.pipeline.job.receipts import Receipt
from scraper.pipeline.job.run import clean_to_parts

__all__ = ["Receipt", "clean_to_parts"]
