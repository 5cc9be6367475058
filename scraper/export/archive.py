"""Fetched pages as WARC: everything that the cleaner was given, so that it can be cleaned again without the network."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, Final, Self

from scraper.errors import UsageError, cannot_write, how_to_install
from scraper.records import Page

MAX_FILE_BYTES: Final = 1_000_000_000
"""A file over this is followed by another: the size that WARC 1.1, annex B, recommends."""

# A line end in an address would begin a header of its own.
_CONTROL: Final = re.compile(r"[\x00-\x20\x7f]")

_ABOUT: Final = {
    "software": "scraper",
    "format": "WARC File Format 1.1",
    "description": "Bodies are kept as they were cleaned: without transfer and content coding.",
}


def check_archive(folder: Path | None) -> None:
    """Check that an archive can be written.

    Raises:
        UsageError: The library for it is not installed; the message says how to install it.
    """
    if folder and find_spec("warcio") is None:
        raise UsageError(f"{folder}: an archive needs warcio: {how_to_install('warc')}")


class PageArchive:
    """The archive of one run: files of its own, so that what a kill tore stays at the end of a file.

    Args:
        folder: Made when it does not exist.
        name: Of the run; files are called ``NAME-0000.warc.gz`` and so on. Another run's file is never written over: where two with
            state files of their own began in one second, the next number that is free is taken.

    Raises:
        StateError: The folder cannot be written.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._files = 0
        self._stream: BinaryIO | None = None
        with self._mapped_errors():
            folder.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream:
            with self._mapped_errors():
                self._stream.close()

    def write(self, page: Page) -> None:
        """Keep one page; it has left this process when this returns.

        Raises:
            StateError: It cannot be written.
        """
        if page.url is None:
            return
        record = _make_record(page)
        with self._mapped_errors():
            stream = self._open_stream()
            before = stream.tell()
            try:
                stream.write(record)
                stream.flush()
            except OSError:
                with suppress(OSError):
                    stream.truncate(before)
                raise

    def _open_stream(self) -> BinaryIO:
        if self._stream and self._stream.tell() >= MAX_FILE_BYTES:
            self._stream.close()
            self._stream = None
        while self._stream is None:
            path = self._folder / f"{self._name}-{self._files:04d}.warc.gz"
            self._files += 1
            with suppress(FileExistsError):
                self._stream = path.open("xb")
                self._stream.write(_make_head(path.name))
        return self._stream

    @contextmanager
    def _mapped_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as exc:
            raise cannot_write(self._folder, exc, "another --archive") from exc


def _make_record(page: Page) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders

    buffer, writer = _open_writer()
    charset = f"; charset={page.http_charset}" if page.http_charset else ""
    headers = [("Content-Type", f"{page.media_type}{charset}")] if page.media_type else []
    headers += page.notices.items()
    headers.append(("Content-Length", str(len(page.body))))
    status = page.status or HTTPStatus.OK
    record = writer.create_warc_record(
        _CONTROL.sub(lambda match: f"%{ord(match[0]):02X}", page.url or ""),
        "response",
        payload=io.BytesIO(page.body),
        length=len(page.body),
        http_headers=StatusAndHeaders(f"{status} {_phrase(status)}", headers, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": page.fetched_at.replace("+00:00", "Z")} if page.fetched_at else {},
    )
    writer.write_record(record)
    return buffer.getvalue()


def _make_head(name: str) -> bytes:
    buffer, writer = _open_writer()
    writer.write_record(writer.create_warcinfo_record(name, _ABOUT))
    return buffer.getvalue()


def _open_writer() -> tuple[io.BytesIO, Any]:
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    return buffer, WARCWriter(buffer, gzip=True, warc_version="1.1")


def _phrase(status: int) -> str:
    with suppress(ValueError):
        return HTTPStatus(status).phrase
    return "Unknown"
