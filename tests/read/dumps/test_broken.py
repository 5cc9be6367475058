"""Broken dumps: what is whole is read, the rest ends as a reason that names its place."""

import bz2
import gzip
import io
import lzma
import os
import stat
import struct
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.read import inputs, read_paths
from scraper.read import zip as zip_reader
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

HTML = b"<!DOCTYPE html><html><body><p>Story</body></html>"


def read(path: Path, data: bytes | None = None) -> list[Page | Skipped]:
    if data is not None:
        path.write_bytes(data)
    return list(read_paths([path]))


def pages(found: list[Page | Skipped]) -> list[Page]:
    return [item for item in found if isinstance(item, Page)]


def reasons(found: list[Page | Skipped]) -> list[tuple[str, Reason]]:
    return [(Path(item.source).name, item.code) for item in found if isinstance(item, Skipped)]


def make_warc(
    count: int = 3, *, packed: bool = True, status: str = "200 OK", body: bytes = HTML, **headers: str
) -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    told = [("Content-Type", "text/html"), *((name.replace("_", "-"), value) for name, value in headers.items())]
    for number in range(count):
        http = StatusAndHeaders(status, told, protocol="HTTP/1.1")
        url = f"https://a.test/{number}"
        record = writer.create_warc_record(url, "response", io.BytesIO(body), len(body), http_headers=http)
        writer.write_record(record)
    return buffer.getvalue()


@pytest.mark.fault(number=63)
@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("missing", [2, 12, 60, 330])
def test_a_cut_warc_is_read_as_far_as_it_is_whole(tmp_path: Path, packed: bool, missing: int) -> None:
    data = make_warc(packed=packed)
    found = read(tmp_path / "x.warc", data[:-missing])
    if missing == 2 and not packed:  # two line ends after the last record: nothing of it is missing
        assert len(pages(found)) == 3
        return
    assert [page.url for page in pages(found)][:2] == ["https://a.test/0", "https://a.test/1"]
    assert [code for _, code in reasons(found)] == [Reason.TRUNCATED]
    assert "@" in reasons(found)[0][0]


@pytest.mark.fault(number=63)
def test_a_warc_packed_as_a_whole_is_read_and_its_cut_is_seen(tmp_path: Path) -> None:
    data = gzip.compress(make_warc(packed=False))
    found = read(tmp_path / "x", data)
    assert len(pages(found)) == 3
    assert len({page.source for page in pages(found)}) == 3
    cut = read(tmp_path / "y", data[:-20])
    assert [code for _, code in reasons(cut)] == [Reason.TRUNCATED]


CHUNKED = b"%x;x=1\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n" % (10, HTML[:10], len(HTML) - 10, HTML[10:])


CODED = {
    "chunked": (CHUNKED, {"Transfer_Encoding": "chunked"}),
    "chunked, untold": (CHUNKED, {}),
    "told to be chunked": (HTML, {"Transfer_Encoding": "chunked"}),
    "brotli": (brotli.compress(HTML), {"Content_Encoding": "br"}),
    "gzip": (gzip.compress(HTML), {"Content_Encoding": "gzip"}),
    "gzip, untold": (gzip.compress(HTML), {}),
    "told to be gzip": (HTML, {"Content_Encoding": "gzip"}),
    "told to be brotli": (HTML, {"Content_Encoding": "br"}),
    "deflate": (zlib.compress(HTML), {"Content_Encoding": "deflate"}),
}


@pytest.mark.fault(number=63)
@pytest.mark.parametrize("coding", CODED)
def test_codings_left_in_are_undone_whether_headers_tell_them_or_not(tmp_path: Path, coding: str) -> None:
    body, headers = CODED[coding]
    found = read(tmp_path / "x", make_warc(1, body=body, **headers))
    assert [page.body for page in pages(found)] == [HTML]


@pytest.mark.fault(number=63)
def test_a_missing_status_text_is_no_reason_to_lose_a_page(tmp_path: Path) -> None:
    assert len(pages(read(tmp_path / "x", make_warc(1, status="200")))) == 1


@pytest.mark.fault(number=63)
def test_a_revisit_is_the_page_of_the_record_it_means(tmp_path: Path) -> None:
    buffer = io.BytesIO(make_warc(2))
    buffer.seek(0, os.SEEK_END)
    writer = WARCWriter(buffer, gzip=True)
    digest = None
    from warcio.archiveiterator import ArchiveIterator

    with io.BytesIO(buffer.getvalue()) as before:
        digest = next(ArchiveIterator(before)).rec_headers.get_header("WARC-Payload-Digest")
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    for told in (digest, "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"):
        url = f"https://a.test/again-{told == digest}"
        writer.write_record(writer.create_revisit_record(url, told, "https://b.test/", "2026-11-01T00:00:00Z", http))
    *_, again, lost = read(tmp_path / "x", buffer.getvalue())
    assert isinstance(again, Page)
    assert (again.url, again.body) == ("https://a.test/again-True", HTML)
    assert isinstance(lost, Skipped)
    assert (lost.url, lost.code) == ("https://a.test/again-False", Reason.HTTP_NO_CONTENT)


def make_zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.fault(number=62)
def test_bombs_cost_neither_memory_nor_the_pages_beside_them(tmp_path: Path) -> None:
    zeros = b"x" * 120_000_000
    inner = make_zip({f"{number}.html": b"<p>" + zeros for number in range(3)})
    found = read(tmp_path / "x.zip", make_zip({"a.html": HTML, "bomb.zip": inner, "bomb.html": b"<p>" + zeros}))
    assert len(pages(found)) == 1
    assert {code for _, code in reasons(found)} == {Reason.TOO_LARGE}


@pytest.mark.fault(number=62)
@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_bomb_is_given_up(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    assert [code for _, code in reasons(read(tmp_path / "x.gz", pack(b"<p>" + b"x" * 150_000_000)))] == [
        Reason.TOO_LARGE
    ]


@pytest.mark.fault(number=62)
def test_members_that_overlap_share_one_allowance(tmp_path: Path) -> None:
    data = make_zip({"a.html": HTML + b" " * 30_000_000})
    start, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entry, count = data[start:end], 50
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, count * len(entry), start, 0)
    found = read(tmp_path / "x.zip", data[:start] + count * entry + tail)
    assert len(pages(found)) == 3
    assert reasons(found) == [("x.zip", Reason.TOO_LARGE)]


@pytest.mark.fault(number=62)
@pytest.mark.parametrize("is_nested", [False, True], ids=["members", "archives"])
def test_many_members_that_are_each_small_enough_share_one_allowance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_nested: bool
) -> None:
    """No member is over a page's cap: only what all of them unpack to tells."""
    monkeypatch.setattr(inputs, "_ALWAYS_ALLOWED", 5_000_000)
    page = b"<p>" + b"x" * 1_000_000
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:  # packs them to a seven-thousandth
        for number in range(40):
            name, data = (f"{number}.zip", make_zip({"a.html": page})) if is_nested else (f"{number}.html", page)
            archive.writestr(name, data)
    found = read(tmp_path / "x.zip", buffer.getvalue())
    assert reasons(found) == [("x.zip", Reason.TOO_LARGE)]
    assert 5 <= len(pages(found)) < 40
    assert isinstance(found[-1], Skipped), "nothing is read once the allowance is spent"


def make_tar(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.mark.fault(number=62)
@pytest.mark.parametrize("pack", [make_zip, make_tar])
def test_archives_in_archives_in_archives_are_not_followed(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    data = pack({"a.html": HTML})
    for depth in range(4):
        data = pack({f"{depth}.archive": data, f"{depth}.html": HTML})
    found = read(tmp_path / "x", data)
    assert len(pages(found)) == 2
    assert [code for _, code in reasons(found)] == [Reason.UNREADABLE]


@pytest.mark.fault(number=62)
def test_names_that_lead_out_and_names_of_old_are_read_and_nothing_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../escape.html", HTML)
        archive.writestr("/etc/passwd.html", HTML)
        info = zipfile.ZipInfo("caf_.html")
        archive.writestr(info, HTML)
    data = buffer.getvalue().replace(b"caf_.html", b"caf\x82.html")  # é in code page 437
    found = read(folder / "x.zip", data)
    assert [page.source.partition("!")[2] for page in pages(found)] == [
        "../../escape.html",
        "/etc/passwd.html",
        "café.html",
    ]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "x.zip"]


@pytest.mark.fault(number=62)
def test_an_encrypted_member_is_told_about(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.html": HTML, "b.html": HTML}))
    at = data.index(b"PK\x01\x02") + 8
    struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    found = read(tmp_path / "x.zip", bytes(data))
    assert reasons(found) == [("x.zip!a.html", Reason.UNREADABLE)]
    assert len(pages(found)) == 1


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.html": HTML, "b.html": HTML}))
    data[data.index(b"a.html") + 10] ^= 0xFF
    found = read(tmp_path / "x.zip", bytes(data))
    assert reasons(found) == [("x.zip!a.html", Reason.UNREADABLE)]
    assert len(pages(found)) == 1


@pytest.mark.parametrize("pack", [make_zip, make_tar])
def test_members_with_dots_in_their_paths_are_read(tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    data = pack(dict.fromkeys(("./one.html", "a/./two.html", "a/../three.html", "./.hidden.html"), HTML))
    found = read(tmp_path / "x.bin", data)
    assert [page.source.partition("!")[2] for page in found] == ["one.html", "a/./two.html", "a/../three.html"]
    mapped = ReadSettings(url_map={"one.html": "https://a.test/1"})
    assert [page.url for page in read_paths([tmp_path / "x.bin"], mapped)] == ["https://a.test/1", None, None]


def test_a_cut_zip_and_a_directory_too_large_are_told_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_zip({f"{number}.html": HTML for number in range(50)})
    assert reasons(read(tmp_path / "x.zip", data[:-30])) == [("x.zip", Reason.TRUNCATED)]
    monkeypatch.setattr(zip_reader, "MAX_DIRECTORY_BYTES", 1000)
    assert reasons(read(tmp_path / "y.zip", data)) == [("y.zip", Reason.TOO_LARGE)]


@pytest.mark.fault(number=62)
def test_two_million_members_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    """The end record alone: that is all that is looked at."""
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2_000_000, 2_000_000, 120_000_000, 100)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 100, 1)
    (skipped,) = read(tmp_path / "x.zip", b"PK\x03\x04" + bytes(96) + end64 + locator + end)
    assert isinstance(skipped, Skipped)
    assert skipped.code is Reason.TOO_LARGE
    assert "120,000,000" in skipped.detail


@pytest.mark.parametrize("packing", ["", "gz"])
@pytest.mark.parametrize("between", [b"", b"\0" * 20_000, b"no header" * 1_000])
def test_archives_one_behind_the_other_are_read(between: bytes, packing: str, tmp_path: Path) -> None:
    def make(name: str) -> bytes:
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            member = tarfile.TarInfo(name)
            member.size = len(HTML)
            archive.addfile(member, io.BytesIO(HTML))
        return buffer.getvalue()

    between += b"\0" * (-len(between) % tarfile.BLOCKSIZE)
    parts = [make("a.html") + between, make("b.html") + between]
    found = read(tmp_path / "x.tar", b"".join(map(gzip.compress, parts) if packing else parts))
    assert [item.source.rpartition("!")[2] for item in pages(found)] == ["a.html", "b.html"]
    assert len(found) == 2


def test_damage_in_an_archive_behind_another_is_told(tmp_path: Path) -> None:
    def make(*names: str) -> bytes:
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            for name in names:
                member = tarfile.TarInfo(name)
                member.size = len(HTML)
                archive.addfile(member, io.BytesIO(HTML))
        return buffer.getvalue()

    second = bytearray(make("b.html", "c.html"))
    second[second.index(b"c.html") + 150] ^= 0xFF  # in its checksum
    found = read(tmp_path / "x.tar", make("a.html") + bytes(second))
    assert [item.source.rpartition("!")[2] for item in pages(found)] == ["a.html", "b.html"]
    assert isinstance(found[-1], Skipped)
    assert found[-1].code is Reason.UNREADABLE


@pytest.mark.fault(number=62)
def test_a_tar_with_links_and_devices_is_read_as_it_streams_by(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("a.html", tarfile.REGTYPE), ("loop", tarfile.SYMTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.size, info.linkname = kind, len(HTML) if kind == tarfile.REGTYPE else 0, "loop"
            archive.addfile(info, io.BytesIO(HTML))
    found = read(path)
    assert len(pages(found)) == 1
    wanted = Reason.NOT_A_REGULAR_FILE
    assert reasons(found) == [("x.tar!loop", wanted), ("x.tar!pipe", wanted)]
    cut = read(tmp_path / "y.tar", path.read_bytes()[:700] + b"")
    assert Reason.TRUNCATED in {code for _, code in reasons(read(tmp_path / "z.tar", path.read_bytes()[:530]))}
    assert len(pages(cut)) == 1


def make_tar_of_three(**pax: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in ("a.html", "b.html", "c.html"):
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(HTML), pax
            archive.addfile(info, io.BytesIO(HTML))
    return buffer.getvalue()


def make_header(kind: bytes, body: bytes) -> bytes:
    info = tarfile.TarInfo("header")
    info.type, info.size = kind, len(body)
    return info.tobuf(tarfile.GNU_FORMAT) + body + bytes(-len(body) % 512)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: data[:1030] + b"?" + data[1031:], Reason.UNREADABLE),
        (lambda data: data[:1024] + b"garbage" * 300, Reason.UNREADABLE),
        (lambda data: data[: 1024 + 200], Reason.TRUNCATED),
    ],
)
def test_a_tar_whose_second_header_is_damaged_does_not_end_without_a_word(
    tmp_path: Path, change: Callable[[bytes], bytes], code: Reason
) -> None:
    found = read(tmp_path / "x.tar", change(make_tar_of_three()))
    assert [page.source.partition("!")[2] for page in pages(found)] == ["a.html"]
    assert reasons(found) == [("x.tar", code)]


@pytest.mark.parametrize(
    "header",
    [
        make_header(tarfile.XHDTYPE, b"1" * 40_000),
        make_header(tarfile.XHDTYPE, b"3 " * 20_000 + b"="),
        make_header(tarfile.XHDTYPE, b"40022 comment=" + b"1" * 40_007 + b"\n"),
        make_header(tarfile.GNUTYPE_LONGNAME, b"a" * 1_000_001),
        make_header(tarfile.GNUTYPE_LONGNAME, b"abc") * 2_000,
    ],
    ids=["digits", "short records", "digits in a record", "long name", "names on names"],
)
def test_hostile_headers_of_a_tar_cost_no_time(tmp_path: Path, header: bytes) -> None:
    start = time.process_time()
    assert reasons(read(tmp_path / "x.tar", header + make_tar_of_three())) == [("x.tar", Reason.UNREADABLE)]
    assert time.process_time() - start < 1


def test_names_and_attributes_in_headers_of_their_own_are_read(tmp_path: Path) -> None:
    assert (
        len(pages(read(tmp_path / "x.tar", make_tar_of_three(comment="a\nb=1 " + "1" * 90, path="ü" * 150 + ".html"))))
        == 3
    )


@pytest.mark.fault(number=61)
def test_fifos_links_and_loops_in_a_folder_are_told_about(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.html")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    (tmp_path / "page.html").write_bytes(HTML)
    found = read(tmp_path)
    assert {code for _, code in reasons(found)} == {Reason.NOT_A_REGULAR_FILE}
    assert (len(pages(found)), len(reasons(found))) == (1, 3)
    assert stat.S_ISFIFO((tmp_path / "fifo.html").stat().st_mode)


@pytest.mark.fault(number=67)
@pytest.mark.parametrize(
    "name", ["x" * 245 + ".html", "🦆 – Ente.html", "CON.html", "a\nb.html", "-rf.html", "a!b@7.html"]
)
def test_names_of_all_kinds_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HTML)
    assert [page.source for page in pages(read(tmp_path))] == [str(tmp_path / name)]


@pytest.mark.fault(number=67)
def test_members_with_names_of_300_characters_are_read(tmp_path: Path) -> None:
    found = read(tmp_path / "x.zip", make_zip({f"{'x' * 295}.html": HTML, "🦆.html": HTML}))
    assert len(pages(found)) == 2


def test_a_table_names_the_line_that_is_none(tmp_path: Path) -> None:
    lines = (
        b'{"url": "https://a.test/1", "html": "<p>One"}\nnonsense\n{"url": "https://a.test/2"}\n{"html": "<p>Two"}\n'
    )
    found = read(tmp_path / "x.jsonl", lines)
    assert [page.url for page in pages(found)] == ["https://a.test/1", None]
    assert reasons(found) == [("x.jsonl@46", Reason.UNREADABLE), ("x.jsonl@55", Reason.EMPTY)]


def make_sparse_tar(packed: bytes, size: int) -> bytes:
    """A tar with a member of GNU's sparse kind: some bytes, and holes up to its size (tar's manual, "Storing Sparse Files")."""
    member = tarfile.TarInfo("page.html.gz")
    member.size, member.type = len(packed), tarfile.GNUTYPE_SPARSE
    header = bytearray(member.tobuf(tarfile.GNU_FORMAT))
    header[386:410] = b"%011o\0%011o\0" % (0, len(packed))
    header[482:495] = b"\0%011o\0" % size
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + packed.ljust(512, b"\0")


@pytest.mark.parametrize("last", [b"", b"\0" * 1024])
def test_holes_in_a_tar_are_not_read(tmp_path: Path, last: bytes) -> None:
    began = time.process_time()
    found = read(tmp_path / "a.tar", make_sparse_tar(gzip.compress(HTML), 8 * 2**30 - 1) + last)
    assert time.process_time() - began < 2
    assert reasons(found) == [("a.tar!page.html.gz", Reason.TOO_LARGE)]


def test_a_tar_s_file_with_a_small_hole_is_read_and_what_follows_it(tmp_path: Path) -> None:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.GNU_FORMAT) as archive:
        member = tarfile.TarInfo("b.html")
        member.size = len(HTML)
        archive.addfile(member, io.BytesIO(HTML))
    found = read(tmp_path / "a.tar", make_sparse_tar(gzip.compress(HTML), 4_000) + plain.getvalue())
    assert [(Path(page.source).name, page.body) for page in pages(found)] == [
        ("a.tar!page.html.gz", HTML),
        ("a.tar!b.html", HTML),
    ]


ENDLESS = 10_000_000


@pytest.mark.parametrize(
    ("name", "data", "page"),
    [
        ("a.html.gz", gzip.compress(HTML) + b"\0" * ENDLESS, None),
        ("a.html.gz", gzip.compress(HTML) + b"\0" * 20_000, HTML),  # as tapes and disks pad it
        ("a.html.gz", b"\x1f\x8b\x08\x08" + b"\0" * 6 + b"a" * ENDLESS, None),  # its name
        ("a.html.xz", lzma.compress(HTML) + b"\0" * ENDLESS, HTML),
        ("a.arc", b"filedesc://a 0.0.0.0 20200101 text/plain 3\nabc\n" + b"\0" * 8 * ENDLESS, None),
    ],
    ids=["padding without end", "padding", "name without end", "padded xz", "line without end"],
)
def test_what_packed_files_repeat_without_end_takes_no_time(
    tmp_path: Path, name: str, data: bytes, page: bytes | None
) -> None:
    began = time.process_time()
    found = read(tmp_path / name, data)
    assert time.process_time() - began < 2
    assert [item.body if isinstance(item, Page) else item.code for item in found] == [page or Reason.UNREADABLE]
