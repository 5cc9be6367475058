"""Damage inside a web archive: it costs its record, is told once with its place, and reading goes on behind it."""

import gzip
import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from scraper.read import read_paths, warc_damage, warc_tape
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.zstd import compress
from tests.read.test_packed_archives import BY_RECORD, make_record, read_pipe, without_fastwarc

SIZE: Final = 2_000
FORMS: Final[Mapping[str, Callable[[list[bytes]], list[bytes]]]] = {
    "plain": list,
    "gz": lambda records: list(BY_RECORD["gz"](records)),
    "zst": lambda records: list(BY_RECORD["zst"](records)),
    "zst, dictionary": lambda records: list(BY_RECORD["zst, dictionary"](records)),
}


def with_length(record: bytes, more: int) -> bytes:
    """A record that says it is longer than it is, or shorter."""
    head, _, rest = record.partition(b"Content-Length: ")
    length, _, rest = rest.partition(b"\r\n")
    return b"%bContent-Length: %d\r\n%b" % (head, int(length) + more, rest)


def make_damaged(form: str, damage: str) -> tuple[list[bytes], int, int]:
    """The parts of an archive of five records, where the damage begins in it, and where it ends."""
    records = [make_record(number, SIZE) for number in range(5)]
    if damage in LENGTHS:
        records[2] = with_length(records[2], LENGTHS[damage])
    parts = FORMS[form](records)
    third = len(parts) - 3
    if damage == "cut":
        parts[third] = parts[third][: len(parts[third]) // 2]
    elif damage == "flipped":
        at = len(parts[third]) // 2 if form == "gz" else 3  # the others have no checksums: bodies are what they are
        part = parts[third]
        parts[third] = part[:at] + bytes(byte ^ 0xFF for byte in part[at : at + 9]) + part[at + 9 :]
    elif damage == "garbage":
        parts[third] = random.Random(1).randbytes(200_000)
    begin = sum(map(len, parts[:third]))
    return parts, begin, begin + len(parts[third])


LENGTHS: Final = {"longer": 77, "longer than the rest": 1_000_000, "shorter": -77, "a little shorter": -2}
DAMAGES: Final = (*LENGTHS, "cut", "flipped", "garbage")


def check(found: list[Page | Skipped], source: str, begin: int, end: int) -> None:
    assert [item.url for item in found if isinstance(item, Page)] == [f"http://a.test/{n}" for n in (0, 1, 3, 4)]
    assert all(item.body.endswith(b"</html>") for item in found if isinstance(item, Page))
    (skipped,) = (item for item in found if isinstance(item, Skipped))
    assert (skipped.source, skipped.code) == (f"{source}@{begin}", Reason.UNREADABLE)
    assert f"{end - begin:,} bytes up to @{end}" in skipped.detail
    assert found[2] is skipped


@pytest.mark.fault(number=63)
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("form", FORMS)
def test_damage_costs_its_record_is_told_once_and_gone_on_behind(tmp_path: Path, form: str, damage: str) -> None:
    parts, begin, end = make_damaged(form, damage)
    data = b"".join(parts)
    path = tmp_path / "x.warc"
    path.write_bytes(data)
    found = list(read_paths([path]))
    check(found, str(path), begin, end)
    for number, item in enumerate(found):
        assert list(read_paths([path], after=item.source)) == found[number + 1 :]
    check(read_pipe(data), "-", begin, end)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("form", ["plain", "gz"])
def test_without_fastwarc_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, damage: str) -> None:
    without_fastwarc(monkeypatch)
    parts, begin, end = make_damaged(form, damage)
    path = tmp_path / "x.warc"
    path.write_bytes(b"".join(parts))
    found = list(read_paths([path]))
    check(found, str(path), begin, end)
    for number, item in enumerate(found):
        assert list(read_paths([path], after=item.source)) == found[number + 1 :]


@pytest.mark.parametrize("damage", DAMAGES)
def test_in_a_member_and_in_what_is_packed_as_a_whole_too(tmp_path: Path, damage: str) -> None:
    plain, begin, end = make_damaged("plain", damage)
    for data in (gzip.compress(b"".join(plain)), compress(b"".join(plain))):
        (tmp_path / "x").write_bytes(data)
        check(list(read_paths([tmp_path / "x"])), str(tmp_path / "x"), begin, end)
    packed, begin, end = make_damaged("gz", damage)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.warc.gz", b"".join(packed))
    check(list(read_paths([tmp_path / "x.zip"])), f"{tmp_path / 'x.zip'}!a.warc.gz", begin, end)


@pytest.mark.parametrize("form", FORMS)
def test_damage_after_damage_is_told_as_one_and_apart_it_is_told_each(tmp_path: Path, form: str) -> None:
    records = [make_record(number, SIZE) for number in range(8)]
    for number in (1, 2, 5):
        records[number] = with_length(records[number], 50)
    parts = FORMS[form](records)
    ends = [sum(map(len, parts[: number + 1])) for number in range(len(parts))][-8:]
    path = tmp_path / "x.warc"
    path.write_bytes(b"".join(parts))
    found = list(read_paths([path]))
    assert [item.url for item in found if isinstance(item, Page)] == [f"http://a.test/{n}" for n in (0, 3, 4, 6, 7)]
    assert [item.source.rpartition("@")[2] for item in found if isinstance(item, Skipped)] == [
        str(ends[0]),
        str(ends[4]),
    ]
    for number, item in enumerate(found):
        assert list(read_paths([path], after=item.source)) == found[number + 1 :]


@pytest.mark.parametrize("form", FORMS)
def test_a_record_of_another_kind_that_is_damaged_costs_no_page(tmp_path: Path, form: str) -> None:
    records = [make_record(number, SIZE) for number in range(4)]
    records[1] = with_length(records[1].replace(b"WARC-Type: response", b"WARC-Type: request"), 9_000)
    path = tmp_path / "x.warc"
    path.write_bytes(b"".join(FORMS[form](records)))
    found = list(read_paths([path]))
    assert [item.url for item in found if isinstance(item, Page)] == [f"http://a.test/{n}" for n in (0, 2, 3)]
    assert [item.code for item in found if isinstance(item, Skipped)] == [Reason.UNREADABLE]


@pytest.mark.parametrize("form", FORMS)
def test_the_first_record_may_be_damaged_and_the_end_be_missing(tmp_path: Path, form: str) -> None:
    parts = FORMS[form]([with_length(make_record(0, SIZE), 9), make_record(1, SIZE), make_record(2, SIZE)])
    path = tmp_path / "x.warc"
    path.write_bytes(b"".join(parts)[:-300])
    first, page, last = read_paths([path])
    assert isinstance(page, Page)
    assert page.url == "http://a.test/1"
    assert [item.code for item in (first, last) if isinstance(item, Skipped)] == [Reason.UNREADABLE, Reason.TRUNCATED]


@pytest.mark.parametrize("library", ["fastwarc", "warcio"])
def test_a_plain_record_that_was_cut_off_anywhere_and_added_to_gives_its_name_to_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    if library == "warcio":
        without_fastwarc(monkeypatch)
    records = [make_record(number, 100) for number in range(4)]
    wanted = list(read_pipe(b"".join([records[0], *records[2:]])))
    bodies = [(item.url, item.body) for item in wanted if isinstance(item, Page)]
    path = tmp_path / "x.warc"
    for cut in range(1, len(records[1]) - 4):
        path.write_bytes(b"".join([records[0], records[1][:cut], *records[2:]]))
        found = [(item.url, item.body) for item in read_paths([path]) if isinstance(item, Page)]
        assert found == bodies, cut


@pytest.mark.parametrize("form", FORMS)
def test_what_a_library_refuses_and_looks_whole_costs_nothing_between_it_and_later_damage(
    tmp_path: Path, form: str
) -> None:
    records = [make_record(number, SIZE) for number in range(6)]
    records[1] = records[1].replace(b"WARC/1.1", b"WARC/1.x", 1)
    records[4] = with_length(records[4], 50)
    path = tmp_path / "x.warc"
    path.write_bytes(b"".join(FORMS[form](records)))
    found = list(read_paths([path]))
    assert [item.url for item in found if isinstance(item, Page)] == [f"http://a.test/{n}" for n in (0, 2, 3, 5)]
    assert len(found) == 6
    for number, item in enumerate(found):
        assert list(read_paths([path], after=item.source)) == found[number + 1 :]


def test_a_page_that_is_meant_by_a_record_behind_damage_is_found(tmp_path: Path) -> None:
    again = make_record(0, SIZE).partition(b"HTTP/1.1")[0].replace(b"response", b"revisit", 1)
    again = again.partition(b"Content-Length")[0] + b"Content-Length: 0\r\n\r\n\r\n\r\n"
    records = [make_record(0, SIZE), with_length(make_record(1, SIZE), 50), again]
    (tmp_path / "x").write_bytes(b"".join(map(gzip.compress, records)))
    page, damage, same = read_paths([tmp_path / "x"])
    assert isinstance(damage, Skipped)
    assert isinstance(page, Page)
    assert isinstance(same, Page)
    assert same.body == page.body


def make_hostile(kind: str) -> bytes:
    endless = make_record(9, 100).replace(b"Content-Length: ", b"Content-Length: 99999", 1)
    return {
        "each has the rest": endless * 20_000,
        "begins of gzip": b"\x1f\x8b\x08\x00" * 4_000_000,
        "begins of records": b"WARC/1.1\r\nWARC-Type:" * 500_000,
        "each has the rest, gzip": gzip.compress(endless) * 20_000,
        "zeros": bytes(50_000_000),
    }[kind]


@pytest.mark.fault(number=63)
@pytest.mark.parametrize("form", ["plain", "gz"])
@pytest.mark.parametrize(
    "kind", ["each has the rest", "begins of gzip", "begins of records", "each has the rest, gzip", "zeros"]
)
def test_garbage_takes_bounded_time_and_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, form: str
) -> None:
    monkeypatch.setattr(warc_damage, "_REREAD_BYTES", 10_000_000)
    pack = gzip.compress if form == "gz" else bytes
    path = tmp_path / "x.warc"
    path.write_bytes(pack(make_record(0, SIZE)) + make_hostile(kind))
    began = time.process_time()
    tracemalloc.start()
    try:
        first, *rest = read_paths([path])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(first, Page)
    assert rest
    assert not any(isinstance(item, Page) for item in rest)
    assert len(rest) < 10
    assert peak < 70_000_000  # a body is read up to a page's cap
    assert time.process_time() - began < 20


def test_of_a_pipe_no_more_is_kept_than_its_last_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_tape, "KEPT_BYTES", 100_000)
    parts = [make_record(0, SIZE), with_length(make_record(1, SIZE), 2_000_000), make_record(2, SIZE)]
    more = [make_record(number, SIZE) for number in range(3, 3_000)]
    found = read_pipe(b"".join([*parts, *more]))
    pages = [item.url for item in found if isinstance(item, Page)]
    assert len(pages) == len(set(pages)) > 1_500
    assert pages[0] == "http://a.test/0"
    assert "http://a.test/1" not in pages
    assert pages[-1] == "http://a.test/2999"
    assert [item.code for item in found if isinstance(item, Skipped)] == [Reason.UNREADABLE]


def test_a_tape_gives_the_same_bytes_wherever_it_is_gone_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_tape, "KEPT_BYTES", 1_000)
    data = random.Random(1).randbytes(10_000)
    tape = warc_tape.Tape(io.BytesIO(data), 5)
    chance = random.Random(2)
    for _ in range(300):
        place = tape.tell()
        assert tape.read(chance.randrange(1, 400)) == data[place - 5 : tape.tell() - 5]
        tape.seek(chance.randrange(tape.first, tape.tell() + 1))
    with pytest.raises(io.UnsupportedOperation):
        tape.seek(tape.first - 1)
