"""Saved pages from disk: files, folders and archives of all kinds in, a stream of pages out."""

from scraper.read.paths import STANDARD_INPUT, is_rereadable, read_paths
from scraper.read.registry import READERS

__all__ = ["READERS", "STANDARD_INPUT", "is_rereadable", "read_paths"]
