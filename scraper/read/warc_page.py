"""One record of a web archive as a page: its codings undone, whether its headers name them or not."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from scraper.coding import BodyDecoder
from scraper.errors import PageError, ReadError
from scraper.read.inputs import MAX_PAGE_BYTES, Input
from scraper.read.origins import in_utc
from scraper.reasons import Reason
from scraper.records import Page, Skipped

PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})

_MARKUP: Final = (b"<", b"\xef\xbb\xbf<", b"\n<", b"\r\n<")
_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_DAY: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
# Codings that give themselves away without a header; deflate and brotli do not.
_MAGIC: Final = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))


class _Headers(Protocol):
    def get(self, name: str, /) -> str | None: ...


class WarcRecord(NamedTuple):
    """One response, resource or revisit record.

    Attributes:
        offset: Where it begins in the file.
        is_revisit: It says that the page was as in an earlier record, and has no body.
        is_whole: As long as it says.
        url: As it was asked for.
        date: When it was fetched, ISO 8601.
        status: HTTP status; ``None`` for what did not come by HTTP.
        media_type: Lower case; empty where no header tells it.
        charset: The label that its header gives.
        notices: As in ``Page``.
        body: Empty for what can be no page.
        headers: All others, those of HTTP first.
        fault: Why it cannot be read, where that is its own; those after it can.
    """

    offset: int
    is_revisit: bool
    is_whole: bool
    url: str | None
    date: str | None
    status: int | None
    media_type: str
    charset: str | None
    notices: Mapping[str, str]
    body: bytes
    headers: tuple["_Headers", ...]
    fault: str | None = None

    def header(self, name: str) -> str | None:
        """Look up a header."""
        return next((value for headers in self.headers if (value := headers.get(name))), None)


def make_warc_page(opened: Input, record: WarcRecord, form: str) -> Page | Skipped:
    """Return the page in a record; a reason when its body cannot be decoded."""
    body = record.body
    if not body.startswith(_MARKUP):
        try:
            body = _decode(opened, record)
        except PageError as exc:
            return opened.skip(exc.code, str(exc), place=f"@{record.offset}", url=record.url)
    if len(body) > MAX_PAGE_BYTES:
        detail = f"page over {MAX_PAGE_BYTES:,} bytes"
        return opened.skip(Reason.TOO_LARGE, detail, place=f"@{record.offset}", url=record.url)
    return Page(
        body=body,
        source=f"{opened.source}@{record.offset}",
        url=record.url,
        url_source=form,
        http_charset=record.charset,
        media_type=record.media_type or None,
        status=200,
        fetched_at=_moment(record.date),
        date_source=form,
        notices=record.notices,
    )


def bare_url(target: str | None) -> str | None:
    """Return the address of a record; WARC 1.0 was read by some, wget among them, as asking for angle brackets."""
    return (target[1:-1] if target and target[0] == "<" else target) or None


def _moment(date: str | None) -> str | None:
    """A record's date as pages have it; WARC 1.1 (section 5.4) lets it end with the year or month. ``None`` for what is no date."""
    if date is None or (len(date) <= 10 and _DAY.fullmatch(date)):
        return date
    try:
        moment = datetime.fromisoformat(date)
        # Nearly all are written so: asking a moment for its zone and its text costs five times as much.
        if len(date) == 20 and date[19] == "Z" and date[16] == ":" == date[13] and date[10] == "T" and date[7] == "-":
            return f"{date[:19]}+00:00"
        return in_utc(moment)
    except (ValueError, OverflowError):  # no date, or one whose zone leads out of the years that there are
        return None


@lru_cache(maxsize=1_024)
def split_type(content_type: str | None) -> tuple[str, str | None]:
    """Return media type and charset of a Content-Type header.

    >>> split_type('Text/HTML; charset="UTF-8"')
    ('text/html', 'utf-8')
    """
    media_type, _, rest = (content_type or "").partition(";")
    parameters = dict(part.strip().partition("=")[::2] for part in rest.lower().split(";"))
    return media_type.strip().lower(), parameters.get("charset", "").strip("\"' ") or None


def _decode(opened: Input, record: WarcRecord) -> bytes:
    """Undo what is left of the transfer: many tools keep the headers and undo the codings, some the other way round.

    Raises:
        PageError: A body is cut off, damaged, or over the cap.
    """
    body = _join_chunks(record.body)
    label = record.header("Content-Encoding")
    if not label:
        label = next((coding for magic, coding in _MAGIC if body.startswith(magic)), None)
    if not label:
        return body
    decoder = BodyDecoder(label, MAX_PAGE_BYTES, opened.source, error=ReadError)
    decoder.feed(body)
    return decoder.finish()


def _join_chunks(body: bytes) -> bytes:
    """Return a body without the marks of chunked transfer; as it is when it has none from its first byte to its last."""
    parts: list[bytes] = []
    place = 0
    while mark := _CHUNK.match(body, place):
        size, begin = int(mark[1], 16), mark.end()
        if size == 0:
            return b"".join(parts)
        parts.append(body[begin : begin + size])
        place = begin + size
        if place > len(body):
            return body if len(parts) == 1 else b"".join(parts)
        place += 2 if body[place : place + 2] == b"\r\n" else body[place : place + 1] == b"\n"
    return b"".join(parts) if parts and place >= len(body) else body
