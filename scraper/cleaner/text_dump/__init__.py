"""Pages saved as text, without any tags: what repeats inside the file, and the form of its lines, tell the article."""

from scraper.cleaner.text_dump.lines import Line, split_lines
from scraper.cleaner.text_dump.page import clean_text_page, hash_text_page
from scraper.cleaner.text_dump.reading import Paragraph, ParagraphKind, TextPage, read_text_page

__all__ = [
    "Line",
    "Paragraph",
    "ParagraphKind",
    "TextPage",
    "clean_text_page",
    "hash_text_page",
    "read_text_page",
    "split_lines",
]
