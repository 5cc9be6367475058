"""Pages that only send the visitor on: meta refresh."""

from typing import Final

from scraper.urls import host_of

MAX_DELAY_S: Final = 5.0
MAX_PAGE_BYTES: Final = 8_000
"""A page that is more than a redirect is longer; the text limit of FETCH.md is 200 characters."""
MAX_TEXT_CHARS: Final = 200


def find_refresh(body: bytes, url: str) -> str | None:
    """Return where a page sends the visitor on within a few seconds, or None.

    Args:
        body: The page.
        url: Its address, for relative targets.
    """
    if len(body) > MAX_PAGE_BYTES or b"refresh" not in body.lower():
        return None
    from selectolax.lexbor import LexborHTMLParser
    from w3lib.html import get_meta_refresh

    try:
        delay, target = get_meta_refresh(body, url, "utf-8", ignore_tags=("script", "noscript"))
        host_of(target or "")
    except ValueError:  # nowhere, or to no page of the web: to an app, a script, a mailbox
        return None
    if target is None or delay is None or delay > MAX_DELAY_S:
        return None
    tree = LexborHTMLParser(body)
    text = tree.body.text(strip=True) if tree.body else ""
    return target if len(text) < MAX_TEXT_CHARS else None
