"""A dump in pieces gives the pages of the whole, each once, in their order."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.dump_speed import write_warc
from scraper.read import Shard, list_shards, read_paths, read_shard, split_file
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings

PAGES = 20


@pytest.fixture(autouse=True)
def small_files_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.read.shards.LARGE_BYTES", 400)


def page(number: int) -> bytes:
    return b"<html><p>Page %d, of the harbour.</p>" % number


def make_warc(path: Path) -> None:
    write_warc(path, PAGES, PAGES)


def make_cut_warc(path: Path) -> None:
    write_warc(path, PAGES, PAGES)
    path.write_bytes(path.read_bytes()[:-2000])


def make_damaged_warc(path: Path) -> None:
    write_warc(path, PAGES, PAGES)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 50] = bytes(50)
    path.write_bytes(data)


def make_rows(path: Path) -> None:
    rows = [json.dumps({"url": f"https://a.test/{n}", "html": page(n).decode()}) for n in range(PAGES)]
    path.write_text("\n".join([*rows[:7], "no json", *rows[7:]]) + "\n")


def make_list(path: Path) -> None:
    rows = [{"url": f"https://a.test/{n}", "html": page(n).decode()} for n in range(PAGES)]
    path.write_text(json.dumps(rows, indent=2))


def make_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(PAGES):
            archive.writestr(f"pages/{number:02}.html", page(number))
        archive.writestr("pages/mail@home!.html", page(0))
        archive.writestr("pages/z.html", page(1))


def make_packed_warc(path: Path) -> None:
    make_warc(path)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))


def make_tar(path: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for number in range(PAGES):
            info = tarfile.TarInfo(f"{number:02}.html")
            info.size = len(page(number))
            archive.addfile(info, io.BytesIO(page(number)))


def pieces(paths: list[Path], shard_pages: int) -> list[Shard]:
    """All shards, the large ones in stretches."""
    found: list[Shard] = []
    for shard in list_shards(list(map(str, paths)), shard_pages):
        ends = split_file(shard, ReadSettings(), shard_pages) if shard.is_large else []
        found += shard.stretches(ends)
    return found


def read(shards: list[Shard]) -> list[Page | Skipped]:
    return [outcome for shard in shards for outcome in read_shard(shard, ReadSettings())]


@pytest.mark.parametrize("shard_pages", [1, 3, 7, 100])
@pytest.mark.parametrize(
    ("name", "make", "splits"),
    [
        ("crawl.warc.gz", make_warc, True),
        ("cut.warc.gz", make_cut_warc, True),
        ("damaged.warc.gz", make_damaged_warc, True),
        ("rows.jsonl", make_rows, True),
        ("rows.json", make_list, True),
        ("pages.zip", make_zip, True),
        ("packed.warc.gz", make_packed_warc, False),
        ("pages.tar.gz", make_tar, False),
    ],
)
def test_stretches_of_a_file_give_its_pages(
    tmp_path: Path, name: str, make: Callable[[Path], None], splits: bool, shard_pages: int
) -> None:
    path = tmp_path / name
    make(path)
    shards = pieces([path], shard_pages)
    assert (len(shards) > 1) == (splits and shard_pages < PAGES)
    assert read(shards) == list(read_paths([path]))


@pytest.mark.parametrize("shard_pages", [1, 4, 100])
def test_shards_of_folders_give_their_pages(tmp_path: Path, shard_pages: int) -> None:
    folder = tmp_path / "dump"
    (folder / "www.a.test" / "2026").mkdir(parents=True)
    for number in range(PAGES):
        (folder / "www.a.test" / "2026" / f"{number:02}.html").write_bytes(page(number))
    make_warc(folder / "m.warc.gz")
    (folder / "link.html").symlink_to("nowhere")
    (folder / "empty.html").touch()
    paths = [folder, folder / "m.warc.gz"]
    assert read(pieces(paths, shard_pages)) == list(read_paths(paths))


def test_a_shard_in_pieces_gives_its_pages(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.html").write_bytes(page(number))
    (shard,) = list_shards([str(tmp_path)], 100)
    assert len(shard.pieces()) == 5
    assert read(list(shard.pieces())) == read([shard])


def test_a_file_that_has_changed_has_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "1.html"
    path.write_bytes(page(1))
    (before,) = list_shards([str(tmp_path)], 100)
    (same,) = list_shards([str(tmp_path)], 100)
    path.write_bytes(page(11))
    (after,) = list_shards([str(tmp_path)], 100)
    assert before == same
    assert before != after
