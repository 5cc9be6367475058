"""Kept blocks as CommonMark: the document of blocks, the text of one, and which emphasis can be written."""

from scraper.cleaner.markdown.document import render_markdown
from scraper.cleaner.markdown.inline import escape_text

__all__ = ["escape_text", "render_markdown"]
