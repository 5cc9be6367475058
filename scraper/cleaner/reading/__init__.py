"""A page read once: its blocks of text with where they stand, as columns for the model, and what its head says."""

from scraper.cleaner.reading.elsewhere import is_lacking, is_rather, prose_chars, read_elsewhere
from scraper.cleaner.reading.page import PageReading, read_for_print, read_page

__all__ = ["PageReading", "is_lacking", "is_rather", "prose_chars", "read_elsewhere", "read_for_print", "read_page"]
