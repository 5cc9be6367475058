"""Web archives: WARC (ISO 28500, WARC 1.1) and its forerunner ARC, what crawlers keep of the pages they fetched."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from io import BufferedReader
from typing import Final, TypeAlias

from scraper.errors import ReadError, UsageError, how_to_install
from scraper.read.inputs import Bookmark, Input
from scraper.read.warc_damage import Damage, WholeRecords
from scraper.read.warc_page import PAGE_TYPES, WarcRecord, make_warc_page
from scraper.read.warc_stream import find_cut, open_archive
from scraper.reasons import Reason
from scraper.records import Page, Skipped

_ReadRecords: TypeAlias = Callable[[Input, int], Iterator[WarcRecord | Damage]]

MAX_REMEMBERED: Final = 200_000
"""Pages whose place is kept for later records that only say "as then": 40 MB."""


def read_warc(opened: Input) -> Iterator[Page | Skipped]:
    """Return the pages in a WARC file that were answered with 200; pictures, scripts and the like are left out.

    Raises:
        UsageError: No library for it is installed: what cannot be had for the asking is no outcome of a page.
        ReadError: It is damaged, or its end is missing; what stood before has been yielded by then.
    """
    if find_spec("fastwarc"):
        from scraper.read.warc_fast import PACKINGS, iterate
    elif find_spec("warcio"):
        from scraper.read.warc_io import PACKINGS, iterate
    else:
        raise UsageError(f"{opened.source}: a web archive needs fastwarc or warcio: {how_to_install('warc')}")

    def read_records(again: Input, start: int) -> Iterator[WarcRecord | Damage]:
        archive = open_archive(again, start, PACKINGS)
        return WholeRecords(archive, iterate, partial(find_cut, again, packings=PACKINGS)).read_from(start)

    return _read_pages(opened, read_records, "warc")


def read_arc(opened: Input) -> Iterator[Page | Skipped]:
    """Return the pages in an ARC file, likewise; behind damage nothing is read.

    Raises:
        ReadError: As ``read_warc``.
    """
    if find_spec("warcio") is None:  # fastwarc refuses ARC
        raise UsageError(f"{opened.source}: an ARC file needs warcio: {how_to_install('warc')}")
    from scraper.read.warc_io import PACKINGS, iterate

    def read_records(again: Input, start: int) -> Iterator[WarcRecord]:
        return iterate(open_archive(again, start, PACKINGS), start)

    return _read_pages(opened, read_records, "arc")


def _read_pages(opened: Input, read_records: _ReadRecords, form: str) -> Iterator[Page | Skipped]:
    begin, settled = opened.bookmark.begin_in(opened.source)
    revisits = _Revisits(opened, read_records)
    for record in read_records(opened, begin):
        offset = record.offset
        if offset == settled:
            continue
        if isinstance(record, Damage):
            detail = f"damaged: the {record.end - offset:,} bytes up to @{record.end}, the next record, are passed over"
            yield opened.skip(Reason.UNREADABLE, detail, place=f"@{offset}", url=record.url)
            continue
        if not record.is_whole:
            raise opened.error(Reason.TRUNCATED, "the file ends in the middle of this record", place=f"@{offset}")
        if record.fault:
            yield opened.skip(Reason.UNREADABLE, record.fault, place=f"@{offset}", url=record.url)
            continue
        if record.is_revisit:
            found = revisits.resolve(record)
            if found is None:
                detail = "says only that the page was as in an earlier record, which is not in this file"
                yield opened.skip(Reason.HTTP_NO_CONTENT, detail, place=f"@{offset}", url=record.url)
                continue
            record = found  # noqa: PLW2901  # the same page, with its body
        if _is_page(record) and (opened.only is None or opened.only(record.url or "")):
            yield make_warc_page(opened, record, form)


def _is_page(record: WarcRecord) -> bool:
    """Crawlers keep notes of their own as resources, with addresses of their own making (``metadata://``, ``urn:``)."""
    is_answer = record.status == 200 or (record.status is None and (record.url or "").startswith(("http:", "https:")))
    return is_answer and record.media_type in PAGE_TYPES


class _Revisits:
    """Finds the earlier record that a revisit record means (WARC 1.1, section 6.7), by payload digest or by address.

    Files without such records pay nothing: the ones before the first are looked through again when it comes.
    """

    def __init__(self, opened: Input, read_records: _ReadRecords) -> None:
        self._opened = opened
        self._read_records = read_records
        self._offsets: dict[str, int] = {}
        self._known_to = 0

    def resolve(self, revisit: WarcRecord) -> WarcRecord | None:
        """Return the record with its body as the page of the revisit; ``None`` when it is not in this file."""
        if self._opened.path is None:
            return None
        self._learn(revisit.offset)
        keys = (revisit.header("WARC-Payload-Digest"), revisit.header("WARC-Refers-To-Target-URI"), revisit.url)
        offset = next((self._offsets[key] for key in keys if key in self._offsets), None)
        if offset is None:
            return None
        with self._opened.path.open("rb") as file:
            found = next(self._read_records(self._again(file), offset), None)
        if found is None or isinstance(found, Damage):
            return None
        return found._replace(offset=revisit.offset, url=revisit.url, date=revisit.date)

    def _learn(self, end: int) -> None:
        assert self._opened.path is not None
        # One that is behind damage at the end is looked for before it, and told of it by the reading.
        with self._opened.path.open("rb") as file, suppress(ReadError):
            for record in self._read_records(self._again(file), self._known_to):
                if record.offset >= end or len(self._offsets) >= MAX_REMEMBERED:
                    break
                if not isinstance(record, Damage) and not record.is_revisit:
                    for key in (record.header("WARC-Payload-Digest"), record.url):
                        if key:
                            self._offsets[key] = record.offset
        self._known_to = end

    def _again(self, file: BufferedReader) -> Input:
        return replace(self._opened, file=file, bookmark=Bookmark())
