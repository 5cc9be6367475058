"""One saved page in one file."""

from collections.abc import Iterator
from typing import Final

from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.kinds import HEAD_BYTES
from scraper.read.origins import Origin, find_origin
from scraper.reasons import Reason
from scraper.records import Page

_HTTRACK_INDEX: Final = b"<!-- Mirror and index made by HTTrack"  # its own list of what it has mirrored


def read_html(opened: Input) -> Iterator[Page]:
    """Yield the page in a file of HTML, with what it says about where it comes from.

    Raises:
        ReadError: It is too large, or empty.
    """
    body = read_whole(opened)
    if _HTTRACK_INDEX not in body[:HEAD_BYTES]:
        yield make_page(opened, body, "text/html")


def read_text(opened: Input) -> Iterator[Page]:
    """Yield the page in a file of text, as a browser or an earlier scraper saved it.

    Raises:
        ReadError: It is too large, or empty.
    """
    yield _mapped(opened).mark(Page(body=read_whole(opened), source=opened.source, media_type="text/plain"))


def read_whole(opened: Input) -> bytes:
    """Return what is in a file.

    Raises:
        ReadError: It is too large, or empty.
    """
    body = opened.file.read(MAX_PAGE_BYTES + 1)
    if len(body) > MAX_PAGE_BYTES:
        raise opened.error(Reason.TOO_LARGE, f"file over {MAX_PAGE_BYTES:,} bytes")
    if not body.strip():
        raise opened.error(Reason.EMPTY, "the file is empty")
    return body


def make_page(
    opened: Input, body: bytes, media_type: str, *, carried: Origin | None = None, charset: str | None = None
) -> Page:
    """Return a saved page.

    Args:
        opened: The file that it stands in.
        body: Its bytes.
        media_type: Of them.
        carried: What the form that it was saved in says about its origin, which goes before what the page itself says.
        charset: What the form says of its encoding.
    """
    found, body = find_origin(body, opened.name)
    origin = _mapped(opened).or_else(carried).or_else(found)
    return origin.mark(Page(body=body, source=opened.source, media_type=media_type, http_charset=charset))


def _mapped(opened: Input) -> Origin:
    """What the user says about a page's origin: by its whole source, its path in the dump, or that without the dump's own name."""
    urls, dates = opened.settings.url_map, opened.settings.date_map
    if not urls:
        return Origin()
    for key in (opened.source, opened.name, opened.name.partition("/")[2]):
        if key in urls:
            return Origin(url=urls[key], url_source="url-map", date=dates.get(key), date_source="url-map")
    return Origin()
