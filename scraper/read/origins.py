"""Where a saved page comes from: what the program that saved it wrote into it, or how it named the file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from msgspec.structs import replace

from scraper.read.mirrors import mirrored_url, restore_canonical, scheme_of
from scraper.read.wayback import archived_at, restore, split_address
from scraper.records import Page

_HEAD_BYTES: Final = 4096
_TAIL_BYTES: Final = 2048

_SINGLEFILE: Final = re.compile(rb"<!--\s*(?:Page saved with|Archive processed by) SingleFile\b(.*?)-->", re.S)
_SINGLEFILE_URL: Final = re.compile(rb"^\s*url:\s*(\S+)", re.M)
_SINGLEFILE_DATE: Final = re.compile(rb"^\s*saved date:\s*([^\r\n(]+)", re.M)
_SAVED_FROM: Final = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->")
_HTTRACK: Final = re.compile(
    rb"<!-- Mirrored from (\S+) by HTTrack Website Copier/[^>]*?,\s*([A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]+ GMT)\s*-->"
)
# Pictures and fonts that SingleFile and others write into the page: the parser should not carry them about.
_EMBEDDED: Final = re.compile(rb"data:[\w.+/-]+;base64,[A-Za-z0-9+/=%\s]{64,}")
_EMBEDDED_SIGN: Final = b";base64,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a page comes from, as far as somebody says.

    Attributes:
        url: Its address.
        url_source: Who says that.
        date: When it was fetched or saved, ISO 8601 in UTC.
        date_source: Who says that.
    """

    url: str | None = None
    url_source: str | None = None
    date: str | None = None
    date_source: str | None = None

    def or_else(self, other: "Origin | None") -> "Origin":
        """Return this, with what it does not say taken from another."""
        if other is None:
            return self
        mine = self if self.url else other
        dated = self if self.date else other
        return Origin(url=mine.url, url_source=mine.url_source, date=dated.date, date_source=dated.date_source)

    def mark(self, page: Page) -> Page:
        """Return the page with what this says."""
        return replace(
            page,
            url=self.url,
            url_source=self.url_source if self.url else None,
            fetched_at=self.date,
            date_source=self.date_source if self.date else None,
        )


_MIRRORS: Final = frozenset({"httrack", "path"})


def find_origin(body: bytes, name: str) -> tuple[Origin, bytes]:
    """Return where a page in a file comes from, and the page without what the program that saved it put in.

    Args:
        body: The page.
        name: Its path below the dump, or in the archive.
    """
    origin = Origin()
    for find in _FINDERS:
        origin = origin.or_else(find(body))
    archived = split_address(origin.url) or archived_at(body)
    if archived:
        stamp, address = archived
        origin = Origin(url=address, url_source="wayback", date=stamp, date_source="wayback").or_else(origin)
        body = restore(body)
    if origin.url is None and (url := mirrored_url(name, body)):
        origin = origin.or_else(Origin(url=url, url_source="path"))
    if origin.url and origin.url_source in _MIRRORS:
        body = restore_canonical(body, origin.url)
    return origin, _EMBEDDED.sub(b"data:,", body) if _EMBEDDED_SIGN in body else body


def _find_singlefile(body: bytes) -> Origin | None:
    found = _SINGLEFILE.search(body[:_HEAD_BYTES])
    if found is None:
        return None
    url, date = _SINGLEFILE_URL.search(found[1]), _SINGLEFILE_DATE.search(found[1])
    return Origin(
        url=_text(url[1]) if url else None,
        url_source="singlefile",
        date=_js_date(_text(date[1])) if date else None,
        date_source="singlefile",
    )


def _find_saved_from(body: bytes) -> Origin | None:
    found = _SAVED_FROM.search(body[:_HEAD_BYTES])
    url = _text(found[1]) if found else ""
    return Origin(url=url, url_source="saved-from") if url.startswith(("http:", "https:")) else None


def _find_httrack(body: bytes) -> Origin | None:
    # In the page's first lines, in its last ones, or in both: the last one is of the latest update.
    found = _HTTRACK.search(body[-_TAIL_BYTES:]) or _HTTRACK.search(body[:_HEAD_BYTES])
    if found is None:
        return None
    address = _text(found[1])
    return Origin(
        # The scheme is left out: what the page says of itself decides.
        url=address if "://" in address else f"{scheme_of(address.partition('/')[0], body)}://{address}",
        url_source="httrack",
        date=mail_date(_text(found[2])),
        date_source="httrack",
    )


_FINDERS: Final[tuple[Callable[[bytes], Origin | None], ...]] = (_find_singlefile, _find_saved_from, _find_httrack)


def mail_date(text: str) -> str | None:
    """Return a date of mail or HTTP (RFC 5322) as ISO 8601 in UTC.

    >>> mail_date("Thu, 26 Nov 2026 08:00:15 +0100")
    '2026-11-26T07:00:15+00:00'
    """
    try:
        return in_utc(parsedate_to_datetime(text))
    except (ValueError, OverflowError):
        return None


def in_utc(moment: datetime) -> str:
    """Return a moment as pages have it; one without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds")


def _js_date(text: str) -> str | None:
    """Return what JavaScript's ``Date`` gives as text, or ISO 8601."""
    try:
        return in_utc(datetime.strptime(text.strip(), "%a %b %d %Y %H:%M:%S GMT%z"))
    except (ValueError, OverflowError):
        pass
    try:
        return in_utc(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError):  # a zone leads out of the years that there are
        return None


def _text(found: bytes) -> str:
    return found.decode("utf-8", "replace").strip()
