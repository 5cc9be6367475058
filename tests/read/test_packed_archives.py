"""However an archive is packed: its pages, places that can be gone on from, from a file, a pipe or a member."""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import tarfile
import threading
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from scraper.read import read_paths
from scraper.read.inputs import Input, open_stream
from scraper.read.registry import read_input
from scraper.records import Page, Skipped
from scraper.zstd import ZstdDict, compress, train_dict

# Of the first page, in bytes that pack to half: within what is looked at, a block of Zstandard, several, and more than is held.
SIZES: Final = (1_000, 20_000, 180_000, 700_000)
_DICTIONARY, _MARK, _SEEK_TABLE = 0x184D2A5D, 0x184D2A50, 0x184D2A5E


def make_page(number: int, size: int) -> bytes:
    noise = random.Random(number).randbytes(size // 2).hex()
    return b"<html><body><p>Page %d: %s</p><p>It tells of\r\n\r\nWARC/1.1</p></body></html>" % (number, noise.encode())


def make_record(number: int, size: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + make_page(number, size)
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"WARC-Date: 2026-11-26T08:00:00Z\r\nWARC-Target-URI: http://a.test/{number}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def make_frame(magic: int, data: bytes) -> bytes:
    """A skippable frame (RFC 8878, 3.1.2)."""
    return magic.to_bytes(4, "little") + len(data).to_bytes(4, "little") + data


def make_dictionary() -> ZstdDict:
    return train_dict([make_record(number, 2_000) for number in range(100)], 10_000)


def pack_with_dictionary(records: Sequence[bytes], *, packed: bool) -> list[bytes]:
    """As the specification has it (iipc, "WARC and Zstandard", section 3)."""
    dictionary = make_dictionary()
    content = dictionary.dict_content
    frame = make_frame(_DICTIONARY, compress(content) if packed else content)
    return [frame, *(compress(record, zstd_dict=dictionary) for record in records)]


def pack_in_pieces(data: bytes) -> bytes:
    """As ``pzstd`` does: pieces of one size, a skippable frame before each that tells how long it is."""
    pieces = [compress(data[start : start + 150_000]) for start in range(0, len(data), 150_000)]
    return b"".join(make_frame(_MARK, len(piece).to_bytes(4, "little")) + piece for piece in pieces)


BY_RECORD: Final[Mapping[str, Callable[[Sequence[bytes]], Sequence[bytes]]]] = {
    "gz": lambda records: list(map(gzip.compress, records)),
    "zst": lambda records: list(map(compress, records)),
    "zst, dictionary": lambda records: pack_with_dictionary(records, packed=False),
    "zst, packed dictionary": lambda records: pack_with_dictionary(records, packed=True),
}

WHOLE: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "gz": gzip.compress,
    "gz, two in a row": lambda data: gzip.compress(data) + gzip.compress(make_record(9, 900)),
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": compress,
    "zst, in pieces": pack_in_pieces,
    "zst, with a seek table": lambda data: compress(data) + make_frame(_SEEK_TABLE, bytes(17)),
}


def without_fastwarc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.read.warc.find_spec", lambda name: name != "fastwarc")


def read_pipe(data: bytes) -> list[Page | Skipped]:
    """What standard input gives when it is no file."""
    ours, theirs = os.pipe()

    def write() -> None:
        with open(theirs, "wb") as file:
            file.write(data)

    writer = threading.Thread(target=write)
    writer.start()
    with open(ours, "rb", buffering=0) as file:
        pages = list(read_input(Input(file=open_stream(file), source="-", name="-")))
    writer.join()
    return pages


def describe(items: Sequence[Page | Skipped]) -> list[tuple[str | None, int] | str]:
    return [(item.url, len(item.body)) if isinstance(item, Page) else item.detail for item in items]


def check_whole_and_resumed(path: Path, wanted: Sequence[tuple[str, int]]) -> list[Page | Skipped]:
    found = list(read_paths([path]))
    assert describe(found) == wanted
    for number, item in enumerate(found):
        assert describe(list(read_paths([path], after=item.source))) == wanted[number + 1 :]
    return found


def make_records(size: int) -> tuple[list[bytes], list[tuple[str, int]]]:
    sizes = [size, 3_000, 200_000, 1_000]
    records = [make_record(number, size) for number, size in enumerate(sizes)]
    return records, [(f"http://a.test/{number}", len(make_page(number, size))) for number, size in enumerate(sizes)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", BY_RECORD)
def test_of_what_is_packed_record_by_record_each_place_is_where_its_part_begins(
    tmp_path: Path, form: str, size: int
) -> None:
    records, wanted = make_records(size)
    parts = BY_RECORD[form](records)
    path = tmp_path / "crawl"
    path.write_bytes(b"".join(parts))
    found = check_whole_and_resumed(path, wanted)
    begins = [sum(map(len, parts[:number])) for number in range(len(parts))][-len(records) :]
    assert [int(item.source.rpartition("@")[2]) for item in found] == begins


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("library", ["fastwarc", "warcio"])
def test_what_is_packed_as_a_whole_is_read_and_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, form: str, size: int
) -> None:
    if library == "warcio":
        without_fastwarc(monkeypatch)
    records, wanted = make_records(size)
    if "two" in form:
        wanted.append(("http://a.test/9", len(make_page(9, 900))))
    path = tmp_path / "crawl"
    path.write_bytes(WHOLE[form](b"".join(records)))
    check_whole_and_resumed(path, wanted)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", BY_RECORD)
def test_without_fastwarc_records_in_every_packing_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, size: int
) -> None:
    without_fastwarc(monkeypatch)
    records, wanted = make_records(size)
    path = tmp_path / "crawl"
    path.write_bytes(b"".join(BY_RECORD[form](records)))
    check_whole_and_resumed(path, wanted)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", [*BY_RECORD, *WHOLE])
@pytest.mark.parametrize("library", ["fastwarc", "warcio"])
def test_a_pipe_and_a_member_give_the_same_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, form: str, size: int
) -> None:
    if library == "warcio":
        without_fastwarc(monkeypatch)
    if form == "gz, two in a row":
        pytest.skip("is one of the others, twice")
    records, wanted = make_records(size)
    data = b"".join(BY_RECORD[form](records)) if form in BY_RECORD else WHOLE[form](b"".join(records))
    assert describe(read_pipe(data)) == wanted
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("crawl", data)
    check_whole_and_resumed(path, wanted)


@pytest.mark.parametrize("form", BY_RECORD)
@pytest.mark.parametrize("left", [60, -5])
def test_a_tear_is_told_in_every_packing(tmp_path: Path, form: str, left: int) -> None:
    records, wanted = make_records(20_000)
    *parts, last = BY_RECORD[form](records)
    path = tmp_path / "crawl"
    path.write_bytes(b"".join(parts) + last[:left])
    *found, tear = read_paths([path])
    assert describe(found) in (wanted, wanted[:-1])
    assert isinstance(tear, Skipped)
    assert (tear.code, tear.source.partition("@")[0]) == ("truncated", str(path))


def make_arc(size: int) -> tuple[list[bytes], list[tuple[str, int]]]:
    """Version 1, after archive.org/web/researcher/ArcFileFormat.php."""
    head = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [b"filedesc://x.arc 0.0.0.0 20261126080000 text/plain %d\n%s\n" % (len(head), head)]
    sizes = [size, 3_000, 200_000]
    for number, length in enumerate(sizes):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + make_page(number, length)
        line = b"http://a.test/%d 127.0.0.1 20261126080015 text/html %d\n" % (number, len(answer))
        records.append(line + answer + b"\n")
    return records, [(f"http://a.test/{number}", len(make_page(number, size))) for number, size in enumerate(sizes)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", ["by record", *WHOLE])
def test_arc_is_read_and_gone_on_with_in_every_packing(tmp_path: Path, form: str, size: int) -> None:
    if form == "gz, two in a row":
        pytest.skip("what stands behind is no ARC")
    records, wanted = make_arc(size)
    parts = list(map(gzip.compress, records))
    data = b"".join(parts) if form == "by record" else WHOLE[form](b"".join(records))
    path = tmp_path / "crawl"
    path.write_bytes(data)
    found = check_whole_and_resumed(path, wanted)
    if form == "by record":
        begins = [sum(map(len, parts[:number])) for number in range(1, len(parts))]
        assert [int(item.source.rpartition("@")[2]) for item in found] == begins
    assert describe(read_pipe(data)) == wanted


@pytest.mark.parametrize("form", [form for form in WHOLE if form != "gz, two in a row"])
def test_tables_and_tars_are_told_in_every_packing(tmp_path: Path, form: str) -> None:
    pages = [make_page(number, 180_000) for number in range(3)]
    lines = [json.dumps({"url": f"http://a.test/{number}", "html": page.decode()}) for number, page in enumerate(pages)]
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for number, page in enumerate(pages):
            info = tarfile.TarInfo(f"{number}.html")
            info.size = len(page)
            archive.addfile(info, io.BytesIO(page))
    for data in ("\n".join(lines).encode(), buffer.getvalue(), pages[0]):
        packed = WHOLE[form](data)
        path = tmp_path / "dump"
        path.write_bytes(packed)
        found = [item.body for item in read_paths([path]) if isinstance(item, Page)]
        assert found == (pages[:1] if data is pages[0] else pages)
        assert [item.body for item in read_pipe(packed) if isinstance(item, Page)] == found


@pytest.mark.parametrize("number", [0, 1])
def test_a_length_of_thousands_of_digits_costs_its_record_alone(number, tmp_path):
    records = [make_record(number, 1_000) for number in range(2)]
    torn = records[number].replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5_000, 1)
    records[number] = torn
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    found = list(read_paths([tmp_path / "a.warc.gz"]))
    assert [page.url for page in found if isinstance(page, Page) and b"Page" in page.body] == [
        f"http://a.test/{1 - number}"
    ]
    assert [item.code for item in found if isinstance(item, Skipped)] == ["unreadable"]
