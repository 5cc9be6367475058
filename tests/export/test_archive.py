import gzip
from pathlib import Path

import pytest
from msgspec.structs import replace

from scraper.errors import UsageError
from scraper.export.archive import PageArchive, check_archive
from scraper.read import read_paths
from scraper.reasons import Reason
from scraper.records import Page, Skipped

PAGE = Page(
    body="<html><title>Größe</title>".encode("latin-1"),
    source="https://a.test/s?a=1",
    url="https://a.test/story?a=1&b=ü",
    url_source="request",
    http_charset="latin-1",
    media_type="text/html",
    status=200,
    fetched_at="2026-11-23T09:26:44+00:00",
    notices={"x-robots-tag": "noindex", "content-signal": "ai-train=no"},
)


def write(folder: Path, *pages: Page) -> Path:
    with PageArchive(folder, "run") as archive:
        for page in pages:
            archive.write(page)
    (path,) = folder.iterdir()
    return path


def read(path: Path) -> list[Page | Skipped]:
    return list(read_paths([path]))


def test_pages_come_back_as_they_were_fetched(tmp_path: Path) -> None:
    path = write(tmp_path, PAGE, replace(PAGE, media_type=None, http_charset=None, body=b"<p>\0\r\n"))
    first, second = read(path)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.body, first.media_type, first.http_charset) == (PAGE.body, "text/html", "latin-1")
    assert (first.url, first.fetched_at, first.status) == (PAGE.url, PAGE.fetched_at, 200)
    assert first.notices == PAGE.notices
    assert first.source.startswith(f"{path}@")
    assert (second.body, second.media_type, second.http_charset) == (b"<p>\0\r\n", None, None)


def test_every_page_is_a_member_of_its_own(tmp_path: Path) -> None:
    whole = gzip.decompress(write(tmp_path, PAGE, PAGE).read_bytes())
    assert whole.count(b"WARC/1.1\r\n") == 3
    assert b"WARC-Payload-Digest: sha1:" in whole


@pytest.mark.parametrize("cut", [60, 250, 330])
def test_a_torn_end_is_told_and_what_stands_before_is_read(tmp_path: Path, cut: int) -> None:
    path = write(tmp_path, PAGE, PAGE)
    path.write_bytes(path.read_bytes()[:-cut])
    first, *rest = read(path)
    assert isinstance(first, Page)
    (told,) = rest
    assert isinstance(told, Skipped)
    assert told.code in {Reason.TRUNCATED, Reason.UNREADABLE}  # the second where the record's head itself is torn


def test_a_file_of_another_run_is_never_written_over(tmp_path: Path) -> None:
    first = write(tmp_path, PAGE)
    before = first.read_bytes()
    with PageArchive(tmp_path, "run") as archive:  # of another state file, begun in the same second
        archive.write(PAGE)
    assert first.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run-0000.warc.gz", "run-0001.warc.gz"]
    assert len(list(read_paths([tmp_path]))) == 2


def test_files_are_followed_by_others_before_they_grow_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.export.archive.MAX_FILE_BYTES", 100)
    with PageArchive(tmp_path, "run") as archive:
        archive.write(PAGE)
        archive.write(PAGE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run-0000.warc.gz", "run-0001.warc.gz"]
    assert len(list(read_paths([tmp_path]))) == 2


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.export.archive.find_spec", lambda name: None)
    check_archive(None)
    with pytest.raises(UsageError, match=r"pip install 'fastwarc\S+' 'warcio\S+'`"):
        check_archive(Path("pages"))


def test_no_file_is_made_where_nothing_was_fetched(tmp_path: Path) -> None:
    with PageArchive(tmp_path / "pages", "run"):
        pass
    assert list((tmp_path / "pages").iterdir()) == []
