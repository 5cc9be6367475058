"""Kept blocks to the record's text and markdown."""

from scraper.cleaner.text.joining import join_text
from scraper.cleaner.text.markdown import render_markdown

__all__ = ["join_text", "render_markdown"]
