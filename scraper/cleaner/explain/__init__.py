"""What the cleaner saw on a page, block by block: for people, and never on the way of an ordinary page."""

from scraper.cleaner.explain.page import explain_page

__all__ = ["explain_page"]
