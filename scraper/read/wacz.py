"""WACZ: web archives with a list of their pages and checksums, in one ZIP (specs.webrecorder.net/wacz/1.1.1)."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final
from zipfile import ZipFile

from scraper.errors import ReadError
from scraper.read.inputs import Input, Stream
from scraper.read.zip_member import open_member
from scraper.reasons import Reason, Stage
from scraper.records import Skipped

_PACKAGE: Final = "datapackage.json"
_ARCHIVES: Final = "archive/"
_PAGE_LISTS: Final = "pages/"
_MAX_LIST_BYTES: Final = 200_000_000  # a million addresses; longer lists are not looked at, and every page is read
_CHUNK_BYTES: Final = 1 << 20


def is_wacz(archive: ZipFile) -> bool:
    """Whether a ZIP is one."""
    names = archive.namelist()
    return _PACKAGE in names and any(name.startswith(_ARCHIVES) for name in names)


def read_wacz(opened: Input, archive: ZipFile) -> Iterator[Input | Skipped]:
    """Yield the web archives in it, of which only the listed pages count, and a reason for each that is not as it was packed."""
    hashes, only = _read_hashes(archive), _read_pages(archive)
    for info in archive.infolist():
        place = f"!{info.filename}"
        if (
            not info.filename.startswith(_ARCHIVES)
            or info.filename.endswith("/")
            or opened.bookmark.passes(f"{opened.source}{place}")
        ):
            continue
        try:
            with open_member(opened, archive, info) as stream:
                checked = _Hashed(stream)
                yield opened.unpacked(checked, info.filename).listing(only)
                if opened.budget and opened.budget.is_spent:  # was told of when it was
                    return
                told = hashes.get(info.filename)
                if told and told != checked.digest():
                    detail = "not as it was packed: its checksum is not the one in datapackage.json"
                    yield opened.skip(Reason.UNREADABLE, detail, place=place)
        except ReadError as exc:
            yield Skipped(source=exc.url, stage=Stage.READ, code=exc.code, detail=str(exc))


class _Hashed:
    """A stream that takes the checksum of what is read from it."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        data: bytes = self._stream.read(size)
        self._hash.update(data)
        return data

    def digest(self) -> str:
        """Read what is left, and return the checksum as the package writes it."""
        while self.read(_CHUNK_BYTES):
            pass
        return f"sha256:{self._hash.hexdigest()}"


def _read_hashes(archive: ZipFile) -> dict[str, str]:
    with suppress(Exception):  # a damaged list of checksums is no reason to lose pages
        if archive.getinfo(_PACKAGE).file_size > _MAX_LIST_BYTES:
            return {}
        resources = json.loads(archive.read(_PACKAGE))["resources"]
        return {item["path"]: item["hash"] for item in resources if str(item.get("hash")).startswith("sha256:")}
    return {}


def _read_pages(archive: ZipFile) -> Callable[[str], bool] | None:
    """What tells pages from the rest, as far as the package lists them."""
    lists = [
        info for info in archive.infolist() if info.filename.startswith(_PAGE_LISTS) and not info.filename.endswith("/")
    ]
    if sum(info.file_size for info in lists) > _MAX_LIST_BYTES:
        return None
    urls: set[str] = set()
    for info in lists:
        with suppress(Exception), archive.open(info) as lines:  # as above
            urls.update(url for line in lines if (url := json.loads(line).get("url")))
    return urls.__contains__ if urls else None
