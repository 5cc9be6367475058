"""Pages for people: written whole, and shown when that is asked for."""

from pathlib import Path

import click

from scraper.cli.files import write_whole
from scraper.cli.printable import printable
from scraper.cli.results import show


def check_page_name(path: Path) -> None:
    """Refuse a name that another kind of file has: it would be replaced, or is asked for by mistake.

    Raises:
        UsageError: It does not end as the name of a page.
    """
    from scraper.errors import UsageError

    if path.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"{path}: an HTML page is written: use a name that ends in .html")


def write_page(path: Path, html: str, *, opens: bool) -> None:
    """Write a page, say where, and show it in the browser if asked to.

    Raises:
        StateError: It cannot be written.
    """
    data = html.encode("utf-8", "replace")  # a lone surrogate of the page has no UTF-8 form
    write_whole(path, data)
    show(f"{printable(str(path))}: {len(data):,} bytes")
    if opens:
        click.launch(str(path))
