"""WARC by fastwarc. Third-party seam: whatever it raises leaves here as a ``ReadError``."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from fastwarc.warc import ArchiveIterator, WarcHeader, WarcRecordType

from scraper.read.inputs import MAX_PAGE_BYTES
from scraper.read.warc_page import PAGE_TYPES, WarcRecord, bare_url, split_type
from scraper.read.warc_parts import GZIP, MAX_HEADER_BYTES
from scraper.read.warc_stream import Archive
from scraper.read.zstd_frames import FRAME
from scraper.reasons import Reason
from scraper.records import NOTICES

PACKINGS: Final = frozenset({GZIP, FRAME})
"""What the library unpacks itself, record by record."""

_WANTED: Final = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
_NO_NOTICES: Final[Mapping[str, str]] = {}
_NOTICE_KEYS: Final = frozenset(name.encode() for name in NOTICES)
_REVISIT: Final = int(WarcRecordType.revisit)
_URL, _DATE, _LENGTH = WarcHeader.WARC_TARGET_URI, WarcHeader.WARC_DATE, WarcHeader.CONTENT_LENGTH
_TYPE: Final = WarcHeader.WARC_TYPE


def iterate(archive: Archive, start: int) -> Iterator[WarcRecord]:
    """Yield the records that may hold a page, from an offset on.

    Raises:
        ReadError: From some place on it is no WARC.
    """
    stream, raised_by = archive.read_from(start)
    # By itself it would end at an answer whose head it cannot read, and lose all records after it.
    records = ArchiveIterator(stream, record_types=_WANTED, parse_http=False)
    offset, is_packed = start, archive.packing is not None
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            offset = raised_by + record.stream_pos
            yield _read(record, offset, is_packed)
        except BaseException as exc:
            # Its only error is OSError; a panic of its Rust code is none, and no Exception either (fastwarc 2.0.1).
            if not isinstance(exc, OSError) and type(exc).__name__ != "PanicException":
                raise
            code = Reason.TRUNCATED if "incomplete" in str(exc) else Reason.UNREADABLE
            raise archive.opened.error(code, f"no WARC from here on: {exc}"[:200], place=f"@{offset}") from exc


def _read(record: Any, offset: int, is_packed: bool) -> WarcRecord:
    """Every look-up crosses into the library, for half a microsecond or more: nothing is asked that most pages do not need."""
    headers, fault = record.headers, None
    try:
        # Some servers end the lines of their heads with LF alone; and heads of over 32 kB, the library's own limit, are sent.
        record.parse_http(quirks_mode=True, max_header_len=MAX_HEADER_BYTES)
    except OSError as exc:
        fault = f"the answer's head: {exc}"[:200]
    http = record.http_headers
    if http is None:
        notices = _NO_NOTICES
        status, (media_type, charset) = None, split_type(headers.get("Content-Type"))
    else:
        status, media_type, charset = http.status_code, record.http_content_type or "", record.http_charset
        has_notices = not _NOTICE_KEYS.isdisjoint(map(bytes.lower, http.keys_bytes()))
        notices = {name: value for name in NOTICES if (value := http.get(name))} if has_notices else _NO_NOTICES
    if media_type not in PAGE_TYPES:
        media_type = media_type.lower()
    body, is_whole, is_revisit = b"", True, False
    if (status == 200 or status is None) and media_type in PAGE_TYPES:
        wanted = record.content_length
        if wanted > MAX_PAGE_BYTES:
            wanted = MAX_PAGE_BYTES + 1
        body = record.reader.read(wanted)
        is_whole = len(body) >= wanted
    if not body:
        is_revisit = int(record.record_type) == _REVISIT
        is_whole = is_whole and _LENGTH in headers  # without it, it is torn within its own header
    # Two of them: it was cut off within its header, and the next one was written behind that.
    if not is_packed and len(headers.get_multiple(_TYPE)) > 1:
        is_whole = False
    url = headers.get(_URL)
    return WarcRecord(
        offset,
        is_revisit,
        is_whole,
        bare_url(url) if url is not None and url[:1] == "<" else url or None,
        headers.get(_DATE),
        status,
        media_type,
        charset,
        notices,
        body,
        (headers,) if http is None else (http, headers),
        fault,
    )
