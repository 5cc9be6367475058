"""WARC and ARC by warcio. Third-party seam: whatever it raises leaves here as a ``ReadError``."""

import logging
from collections.abc import Iterator
from typing import Any, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader

from scraper.read.inputs import MAX_PAGE_BYTES
from scraper.read.warc_page import PAGE_TYPES, WarcRecord, bare_url, split_type
from scraper.read.warc_parts import GZIP
from scraper.read.warc_stream import Archive
from scraper.reasons import Reason
from scraper.records import NOTICES

PACKINGS: Final = frozenset({GZIP})
"""What the library unpacks itself, record by record."""

_WANTED: Final = frozenset({"response", "resource", "revisit"})
_CHUNK_BYTES: Final = 65_536
_STATUS_DIGITS: Final = 3

MAX_LINE_BYTES: Final = 1 << 20
"""A longer line ends as if it were two. The library takes quadratic time over one: 100 MB without an end took over five minutes
(2026-11-27)."""

# It warns of an address with blanks in it, in the words of the file, escape codes included; addresses are checked later.
logging.getLogger("warcio.recordloader").setLevel(logging.ERROR)


class _Lines(DecompressingBufferedReader):  # type: ignore[misc]  # warcio ships no types
    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(MAX_LINE_BYTES if length is None else length)
        return line


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio ships no types
    INC_RECORD = ""  # what it would write to standard error; `err_count` says the same

    def __init__(self, stream: Any) -> None:
        super().__init__(stream, arc2warc=True)
        self.reader = _Lines(self.fh)  # before the library reads: it does at the first record


def iterate(archive: Archive, start: int) -> Iterator[WarcRecord]:
    """Yield the records that may hold a page, from an offset on.

    Raises:
        ReadError: From some place on it is no archive.
    """
    stream, raised_by = archive.read_from(start)
    records = _Records(stream)
    offset = start
    while True:
        try:
            record = next(records, None)
            if records.err_count:
                raise ValueError("a record is longer than it says")
            if record is None:
                return
            offset = raised_by + records.offset
            # Two of them: it was cut off within its header, and the next one was written behind that.
            is_joined = sum(name.lower() == "warc-type" for name, _ in record.rec_headers.headers) > 1
            if is_joined or record.rec_type in _WANTED:
                found = _read(record, offset)
                yield found._replace(is_whole=False) if is_joined else found
        except Exception as exc:  # it stumbles over torn headers with whatever error comes first
            if type(exc).__module__.startswith("scraper"):
                raise
            message = f"no archive from here on: {type(exc).__name__}: {exc}"[:200]
            raise archive.opened.error(Reason.UNREADABLE, message, place=f"@{offset}") from exc


def _read(record: Any, offset: int) -> WarcRecord:
    http = record.http_headers
    content_type = (http or record.rec_headers).get_header("Content-Type")
    code = http.get_statuscode() if http else ""
    status = int(code) if code.isdecimal() and len(code) <= _STATUS_DIGITS else None
    is_revisit = record.rec_type == "revisit"
    media_type, charset = split_type(content_type)
    is_page = status in (None, 200) and media_type in PAGE_TYPES
    body = b"" if is_revisit or not is_page else _read_body(record.raw_stream)

    while record.raw_stream.read(_CHUNK_BYTES):
        pass
    is_whole = getattr(record.raw_stream, "limit", 1) <= 0  # a torn header leaves it without a length
    headers = tuple(_Headers(part) for part in (http, record.rec_headers) if part)
    notices = {name: value for name in NOTICES if http and (value := http.get_header(name))}
    url, date = bare_url(record.rec_headers.get_header("WARC-Target-URI")), record.rec_headers.get_header("WARC-Date")
    return WarcRecord(offset, is_revisit, is_whole, url, date, status, media_type, charset, notices, body, headers)


class _Headers:
    """The library's headers, looked up as everybody else's."""

    def __init__(self, headers: Any) -> None:
        self._headers = headers

    def get(self, name: str, /) -> str | None:
        value: str | None = self._headers.get_header(name)
        return value


def _read_body(stream: Any) -> bytes:
    body = bytearray()
    while len(body) <= MAX_PAGE_BYTES and (chunk := stream.read(_CHUNK_BYTES)):
        body += chunk
    return bytes(body)
