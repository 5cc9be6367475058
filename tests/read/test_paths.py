import os
import shutil
import stat
from pathlib import Path

import pytest

from scraper.read import read_paths
from scraper.read.inputs import MAX_PAGE_BYTES as MAX_FILE_BYTES
from scraper.reasons import Reason
from scraper.records import Page, Skipped

HTML = b"<!DOCTYPE html><title>T</title><p>Text."


def read(*paths: Path) -> list[Page | Skipped]:
    return list(read_paths(paths))


def codes(found: list[Page | Skipped]) -> dict[str, Reason]:
    return {Path(item.source).name: item.code for item in found if isinstance(item, Skipped)}


def test_a_folder_is_read_in_sorted_order_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.html", "a.html", "b/x.htm", "b/.hidden.html"):
        (tmp_path / name).write_bytes(HTML)
    found = read(tmp_path)
    assert [Path(item.source).relative_to(tmp_path).as_posix() for item in found] == ["a.html", "b/x.htm", "c.html"]
    assert all(isinstance(page, Page) and page.body == HTML and page.url is None for page in found)


def test_a_page_in_one_line_that_names_columns_is_no_table(tmp_path: Path) -> None:
    page = (
        b'<!DOCTYPE html><html><meta name="robots" content="index, html, follow"><p>One line; html; another.</p></html>'
    )
    (tmp_path / "page.html").write_bytes(page)
    assert [item.body for item in read(tmp_path) if isinstance(item, Page)] == [page]


@pytest.mark.fault(number=61)
def test_what_is_no_page_is_skipped_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "blank.html").write_bytes(b" \n")
    (tmp_path / "photo.html").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 100)
    (tmp_path / "zeros.txt").write_bytes(b"text\0\0\0")
    os.mkfifo(tmp_path / "fifo.html")
    os.mknod(tmp_path / "socket", stat.S_IFSOCK | 0o600)
    (tmp_path / "link.html").symlink_to(tmp_path / "empty.html")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert codes(read(tmp_path)) == {
        "empty.html": Reason.EMPTY,
        "blank.html": Reason.EMPTY,
        "photo.html": Reason.NOT_HTML,
        "zeros.txt": Reason.NOT_HTML,
        "fifo.html": Reason.NOT_A_REGULAR_FILE,
        "socket": Reason.NOT_A_REGULAR_FILE,
        "link.html": Reason.NOT_A_REGULAR_FILE,
        "loop": Reason.NOT_A_REGULAR_FILE,
    }


def test_a_path_that_is_not_there_is_skipped(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "gone.html")) == {"gone.html": Reason.UNREADABLE}


@pytest.mark.fault(number=61)
def test_a_named_fifo_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert codes(read(tmp_path / "fifo")) == {"fifo": Reason.NOT_A_REGULAR_FILE}


def test_a_file_over_the_limit_is_skipped(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as file:
        file.write(HTML * 100)
        file.truncate(MAX_FILE_BYTES + 1)
    assert codes(read(tmp_path)) == {"huge.html": Reason.TOO_LARGE}


def test_a_file_name_that_is_not_utf8_is_read(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")).write_bytes(HTML)
    assert len(read(tmp_path)) == 1


def test_attachment_folders_of_browsers_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_bytes(HTML)
    (tmp_path / "page.html").write_bytes(HTML)
    assert len(read(tmp_path)) == 1


def test_folders_nested_too_deep_are_skipped(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(70):
        deep = deep / "d"
    deep.mkdir(parents=True)
    assert list(codes(read(tmp_path)).values()) == [Reason.UNREADABLE]


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("a.txt", b"Plain words.", "text/plain"),
        ("a.html", b"Plain words.", "text/html"),
        ("a.txt", b"<html><body>", "text/html"),
        ("noname", "<!doctype html><p>a".encode("utf-16"), "text/html"),
        ("1 < 2.txt", b"One is < two, and a<b too.", "text/plain"),
    ],
)
def test_the_content_says_what_a_file_is(tmp_path: Path, name: str, body: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(body)
    (page,) = read(tmp_path)
    assert isinstance(page, Page)
    assert page.media_type == media_type


@pytest.mark.parametrize("is_zipped", [False, True])
def test_of_a_page_whose_links_were_made_local_the_original_beside_it_is_read(is_zipped: bool, tmp_path: Path) -> None:
    names = [
        "a.html",
        "a.html.orig",
        "b.html",
        "b.orig",
        "c.html",
        "news/p?id=1.html",
        "news/p?id=1.orig",
        "news/b.html",
    ]
    mirror = tmp_path / "mirror"
    for name in names:
        file = mirror / "example.org" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(HTML)
    if is_zipped:
        mirror = Path(shutil.make_archive(str(mirror), "zip", mirror))
    urls = [page.url for page in read(mirror) if isinstance(page, Page)]
    assert sorted(urls) == [
        f"https://example.org/{path}" for path in ("a.html", "b", "c.html", "news/b.html", "news/p?id=1")
    ]
