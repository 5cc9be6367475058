import gzip
import io
import tracemalloc
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.read import read_paths
from scraper.reasons import Reason
from scraper.records import Page, Skipped

HTML = b"<html><body>Story</body></html>"


def add(writer: WARCWriter, name: str, status: str = "200 OK", body: bytes = HTML, **headers: str) -> None:
    told = [(key.replace("_", "-"), value) for key, value in headers.items()]
    http = StatusAndHeaders(status, told or [("Content-Type", "text/html")], protocol="HTTP/1.1")
    url, payload = f"https://a.test/{name}", io.BytesIO(body)
    writer.write_record(
        writer.create_warc_record(url, "response", payload=payload, length=len(body), http_headers=http)
    )


def read(path: Path, data: bytes) -> list[Page | Skipped]:
    path.write_bytes(data)
    return list(read_paths([path]))


def make(*, packed: bool = True) -> tuple[io.BytesIO, WARCWriter]:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    return buffer, writer


def test_only_pages_that_were_answered_with_200_are_read(tmp_path: Path) -> None:
    buffer, writer = make()
    add(writer, "page")
    add(writer, "gone", status="404 Not Found")
    add(writer, "picture", Content_Type="image/png")
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "a.test")], is_http_request=True)
    writer.write_record(writer.create_warc_record("https://a.test/", "request", io.BytesIO(), 0, http_headers=asked))
    pages = read(tmp_path / "x", buffer.getvalue())
    assert [page.url for page in pages] == ["https://a.test/page"]


def test_unpacked_files_and_coded_bodies_are_read(tmp_path: Path) -> None:
    buffer, writer = make(packed=False)
    add(writer, "a", body=gzip.compress(HTML), Content_Type="text/html; charset=utf-8", Content_Encoding="gzip")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML)
    add(writer, "b", body=chunked, Content_Type="text/html", Transfer_Encoding="chunked")
    pages = read(tmp_path / "x.html", buffer.getvalue())
    assert [page.body for page in pages if isinstance(page, Page)] == [HTML, HTML]


def test_what_is_no_warc_from_some_place_on_is_told(tmp_path: Path) -> None:
    buffer, writer = make(packed=False)
    add(writer, "a")
    first, *rest = read(tmp_path / "x", buffer.getvalue() + b"nothing of the kind\r\n\r\n")
    assert isinstance(first, Page)
    assert [item.code for item in rest if isinstance(item, Skipped)] == [Reason.UNREADABLE]


def test_gzip_that_holds_no_warc_is_not_taken_for_one(tmp_path: Path) -> None:
    (page,) = read(tmp_path / "x.warc.gz", gzip.compress(b"something else"))
    assert isinstance(page, Page)
    assert (page.body, page.media_type) == (b"something else", "text/plain")


def test_without_fastwarc_a_run_goes_on_after_the_page_it_came_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.read.warc.find_spec", lambda name: name != "fastwarc")
    buffer, writer = make(packed=False)
    for name in "abc":
        add(writer, name)
    found = read(tmp_path / "x.warc", buffer.getvalue())
    assert list(read_paths([tmp_path / "x.warc"], after=found[0].source)) == found[1:]


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n", True),
        (b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 100_000 + b"\r\nContent-Type: text/html\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 2_000_000, False),
    ],
    ids=["lf", "long", "endless"],
)
@pytest.mark.parametrize("packed", [True, False])
def test_an_odd_head_of_an_answer_costs_no_other_record(
    packed: bool, head: bytes, is_page: bool, tmp_path: Path
) -> None:
    buffer, writer = make(packed=packed)
    add(writer, "before")
    body = head + b"<p>" + b"Story" * 20_000
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.test/odd\r\nWARC-Date: 2026-11-28T00:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(body), body)
    )
    buffer.write(gzip.compress(record) if packed else record)
    add(writer, "after")
    before, odd, after = read(tmp_path / "x.warc", buffer.getvalue())
    assert (before.url, odd.url, after.url) == ("https://a.test/before", "https://a.test/odd", "https://a.test/after")
    if is_page:
        assert isinstance(odd, Page)
        assert odd.body == body.removeprefix(head)
    else:
        assert isinstance(odd, Skipped)
        assert odd.code is Reason.UNREADABLE


@pytest.mark.parametrize("packed", [True, False])
def test_blank_lines_before_the_first_record_are_passed_over(packed: bool, tmp_path: Path) -> None:
    buffer, writer = make(packed=packed)
    add(writer, "a")
    add(writer, "b")
    blanks = b"\r\n\r\n"
    found = read(tmp_path / "x", (gzip.compress(blanks) if packed else blanks) + buffer.getvalue())
    assert [page.url for page in found] == ["https://a.test/a", "https://a.test/b"]
    assert list(read_paths([tmp_path / "x"], after=found[0].source)) == found[1:]


@pytest.mark.parametrize("padding", [b" ", b"\r\n"])
def test_blanks_without_end_after_the_last_record_are_not_read_to_their_end(tmp_path: Path, padding: bytes) -> None:
    buffer, writer = make()
    add(writer, "a")
    packed = gzip.compress(padding * (20_000_000 // len(padding)), 1)
    tracemalloc.start()
    try:
        first, *rest = read(tmp_path / "x", buffer.getvalue() + packed)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(first, Page)
    assert [(item.code, item.source.rpartition("@")[0]) for item in rest if isinstance(item, Skipped)] == [
        (Reason.TRUNCATED, str(tmp_path / "x"))
    ]
    assert peak < 6_000_000


@pytest.mark.parametrize("packed", [True, False])
def test_a_few_blank_lines_after_the_last_record_are_its_end(tmp_path: Path, packed: bool) -> None:
    buffer, writer = make(packed=packed)
    add(writer, "a")
    blanks = b"\r\n" * 1000
    pages = read(tmp_path / "x", buffer.getvalue() + (gzip.compress(blanks) if packed else blanks))
    assert [type(page) for page in pages] == [Page]
