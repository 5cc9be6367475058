"""What the first page of a process would load: done once, before a process is forked."""

from typing import Final

from scraper.cleaner.page import clean_page, fingerprint
from scraper.records import Page
from scraper.settings import CleanSettings

# Of each kind that loads something: an address with letters that are no ASCII, an undeclared charset, a byline, a date, a list.
_PAGE: Final = """<html><head><title>Der Hafen wird größer | Example</title><link rel="canonical" href="/hafen"></head>
<body><nav><a href="/">Start</a> <a href="/sport">Sport</a></nav><article><h1>Der Hafen wird größer</h1>
<p>Von Anna Muster</p><p>26. November 2026</p><p>Über den Ausbau des Hafens wurde am Abend lange beraten.</p>
<ul><li>Die Kosten sind bekannt.</li></ul><p>Lesen Sie auch: <a href="/b">Die Brücke</a></p></article>
<footer>© Example</footer></body></html>
"""


def warm_up() -> None:
    """Load the model, tables and whatever else the first page needs (40 ms of its 45, 2026-11-27)."""
    page = Page(body=_PAGE.encode("latin-1"), source="-", url="http://bücher.example/hafen", media_type="text/html")
    fingerprint(page, CleanSettings())
    clean_page(page, CleanSettings(second_opinion=False))
