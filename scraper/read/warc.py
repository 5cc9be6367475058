"""Web archives: WARC (ISO 28500, WARC 1.1) and its forerunner ARC, what crawlers keep of the pages they fetched."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from io import BufferedReader
from typing import Final, TypeAlias

from scraper.errors import UsageError, how_to_install
from scraper.read.inputs import Bookmark, Input
from scraper.read.warc_page import PAGE_TYPES, WarcRecord, make_warc_page
from scraper.read.warc_stream import find_cut
from scraper.reasons import Reason
from scraper.records import Page, Skipped

_Iterate: TypeAlias = Callable[[Input, int], Iterator[WarcRecord]]

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
    return _read_pages(opened, iterate, "warc", partial(find_cut, opened, packings=PACKINGS))


def read_arc(opened: Input) -> Iterator[Page | Skipped]:
    """Return the pages in an ARC file, likewise.

    Raises:
        ReadError: As ``read_warc``.
    """
    if find_spec("warcio") is None:  # fastwarc refuses ARC
        raise UsageError(f"{opened.source}: an ARC file needs warcio: {how_to_install('warc')}")
    from scraper.read.warc_io import iterate

    return _read_pages(opened, iterate, "arc", lambda _: None)


def _read_pages(
    opened: Input, iterate: _Iterate, form: str, find_cut: Callable[[int], int | None]
) -> Iterator[Page | Skipped]:
    offset, settled = opened.bookmark.begin_in(opened.source)
    revisits = _Revisits(opened, iterate)
    for record in iterate(opened, offset):
        offset = record.offset
        if offset == settled:
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
    if (cut := find_cut(offset)) is not None:
        raise opened.error(Reason.TRUNCATED, "the file ends in the middle of the record after this", place=f"@{cut}")


def _is_page(record: WarcRecord) -> bool:
    """Crawlers keep notes of their own as resources, with addresses of their own making (``metadata://``, ``urn:``)."""
    is_answer = record.status == 200 or (record.status is None and (record.url or "").startswith(("http:", "https:")))
    return is_answer and record.media_type in PAGE_TYPES


class _Revisits:
    """Finds the earlier record that a revisit record means (WARC 1.1, section 6.7), by payload digest or by address.

    Files without such records pay nothing: the ones before the first are looked through again when it comes.
    """

    def __init__(self, opened: Input, iterate: _Iterate) -> None:
        self._opened = opened
        self._iterate = iterate
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
            found = next(self._iterate(self._again(file), offset), None)
        return found._replace(offset=revisit.offset, url=revisit.url, date=revisit.date) if found else None

    def _learn(self, end: int) -> None:
        assert self._opened.path is not None
        with self._opened.path.open("rb") as file:
            for record in self._iterate(self._again(file), self._known_to):
                if record.offset >= end or len(self._offsets) >= MAX_REMEMBERED:
                    break
                if not record.is_revisit:
                    for key in (record.header("WARC-Payload-Digest"), record.url):
                        if key:
                            self._offsets[key] = record.offset
        self._known_to = end

    def _again(self, file: BufferedReader) -> Input:
        return replace(self._opened, file=file, bookmark=Bookmark())
