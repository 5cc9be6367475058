"""Kept blocks as CommonMark: the document of blocks, the text of one, and which emphasis can be written."""

from scraper.cleaner.text.markdown.document import render_markdown
from scraper.cleaner.text.markdown.inline import escape_text

__all__ = ["escape_text", "render_markdown"]
