"""WARC files (ISO 28500, WARC 1.1): what crawlers keep of the pages they fetched, and ``scraper scrape --archive``."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, BinaryIO, Final

from scraper.errors import ReadError
from scraper.read.files import MAX_FILE_BYTES
from scraper.records import NOTICES, Page, Reason, Skipped, Stage

_PAGE_RECORDS: Final = frozenset({"response", "resource"})
_CHUNK_BYTES: Final = 65_536
_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})


def read_warc(file: BinaryIO, source: str) -> Iterator[Page | Skipped]:
    """Yield the pages in a WARC file that were answered with 200; pictures, scripts and the like are left out.

    Raises:
        ReadError: It is no WARC, or its end is missing; what stood before has been yielded by then.
    """
    if find_spec("warcio") is None:
        raise ReadError("needs warcio: pip install 'scraper[warc]'", url=source, code=Reason.UNREADABLE)
    from warcio.archiveiterator import ArchiveIterator

    class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio ships no types
        INC_RECORD = ""  # what it would write to standard error; `err_count` says the same

    records = _Records(file)
    while (record := _next_record(records, source)) is not None:
        at = f"{source}@{records.offset}"
        if record.rec_type in _PAGE_RECORDS and _is_page(record):
            yield _read_page(record, at)
        _drain(record, at)
        if records.err_count:
            raise ReadError("a record is longer than it says", url=at, code=Reason.UNREADABLE)
    if records.offset < file.seek(0, os.SEEK_END):  # so little of a record that nothing of it can be unpacked
        raise _truncated(f"{source}@{records.offset}")


def _next_record(records: Any, source: str) -> Any:
    try:
        return next(records, None)
    except Exception as exc:  # the library stumbles over torn headers with whatever error comes first
        raise ReadError(
            f"no WARC from here on: {type(exc).__name__}: {exc}"[:200],
            url=f"{source}@{records.offset}",
            code=Reason.UNREADABLE,
        ) from exc


def _is_page(record: Any) -> bool:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return status == "200" and _content_type(record)[0] in _PAGE_TYPES


def _read_page(record: Any, source: str) -> Page | Skipped:
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        body = _read_body(record.content_stream())
    except Exception as exc:  # noqa: BLE001  # whatever a decoder says to a body that is not what its header says
        detail = f"{type(exc).__name__}: {exc}"[:200]
        return Skipped(source=source, url=url, stage=Stage.READ, code=Reason.UNDECODABLE, detail=detail)
    _drain(record, source)
    if len(body) > MAX_FILE_BYTES:
        detail = f"page over {MAX_FILE_BYTES:,} bytes"
        return Skipped(source=source, url=url, stage=Stage.READ, code=Reason.TOO_LARGE, detail=detail)
    media_type, charset = _content_type(record)
    return Page(
        body=body,
        source=source,
        url=url,
        url_source="warc",
        http_charset=charset,
        media_type=media_type or None,
        status=200,
        fetched_at=record.rec_headers.get_header("WARC-Date"),
        notices=_notices(record),
    )


def _notices(record: Any) -> dict[str, str]:
    headers = record.http_headers
    return {name: value for name in NOTICES if headers and (value := headers.get_header(name))}


def _read_body(stream: Any) -> bytes:
    body = bytearray()
    while len(body) <= MAX_FILE_BYTES and (chunk := stream.read(_CHUNK_BYTES)):
        body += chunk
    return bytes(body)


def _drain(record: Any, source: str) -> None:
    """Read what is left of a record, to see whether it is whole."""
    while record.raw_stream.read(_CHUNK_BYTES):
        pass
    if getattr(record.raw_stream, "limit", 1) > 0:  # a torn header leaves it without a length
        raise _truncated(source)


def _truncated(source: str) -> ReadError:
    return ReadError("the file ends in the middle of this record", url=source, code=Reason.TRUNCATED)


def _content_type(record: Any) -> tuple[str, str | None]:
    from email.message import Message

    headers = record.http_headers or record.rec_headers
    message = Message()
    message["Content-Type"] = headers.get_header("Content-Type") or "application/x-unknown"
    media_type = message.get_content_type()
    return ("" if media_type == "application/x-unknown" else media_type), message.get_content_charset()
