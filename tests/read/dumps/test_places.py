"""What is printed as the place of a page leads to that page, in every form."""

import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.sites.server import serve_sites
from scraper.read import find_file, places_near, read_paths, read_place
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings
from tests.read.dumps.making import FORMS, SavedPage, fetch

SETTINGS = ReadSettings()


def at(place: str) -> list[Page | Skipped]:
    found = find_file(place)
    assert found is not None, place
    return list(read_place(*found, SETTINGS))


def near(place: str) -> list[str]:
    found = find_file(place)
    assert found is not None
    return list(places_near(*found, SETTINGS, 2))


def html(name: str) -> bytes:
    return f"<!DOCTYPE html><title>{name}</title><p>Words of {name}.".encode()


def make_zip(path: Path, members: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path.read_bytes()


def make_tar(*members: tuple[str, bytes], mode: str = "w:gz") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]  # any of the modes
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


@pytest.fixture(scope="module")
def pages() -> Iterator[list[SavedPage]]:
    with serve_sites() as sites:
        yield [fetch(site.article_url(site.articles[0])) for site in sites.values()]


@pytest.mark.parametrize("name", FORMS)
def test_each_place_leads_to_its_page_as_it_was_read(name: str, pages: list[SavedPage], tmp_path: Path) -> None:
    form = FORMS[name]
    if not form.is_there:
        pytest.skip(f"{form.tool} is not installed: `make dump-tools`")
    read = list(read_paths([form.make(pages, tmp_path)]))
    assert len(read) == len(pages)
    for page in read:
        assert at(page.source) == [page]


@pytest.mark.parametrize("name", ["warc", "warc.gz", "warc.gz, whole", "warc.zst", "wacz"])
def test_without_fastwarc_each_place_leads_to_its_page_too(
    name: str, pages: list[SavedPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.read.warc.find_spec", lambda name: name != "fastwarc" or None)
    read = list(read_paths([FORMS[name].make(pages, tmp_path)]))
    assert len(read) == len(pages)
    assert [at(page.source) for page in read] == [[page] for page in read]


@pytest.mark.parametrize(
    "name", ["warc", "warc.gz", "warc.gz, whole", "warc.zst", "arc.gz", "json", "json lines", "csv"]
)
def test_an_offset_at_which_nothing_begins_has_no_page(name: str, pages: list[SavedPage], tmp_path: Path) -> None:
    first, second, *_ = read_paths([FORMS[name].make(pages, tmp_path)])
    file, _, offset = second.source.rpartition("@")
    for wrong in (int(offset) + 1 if name != "csv" else 9_999, 10**9):
        assert [item for item in at(f"{file}@{wrong}") if isinstance(item, Page)] == []
        assert near(f"{file}@{wrong}") == [first.source, second.source]


def test_a_web_archive_is_begun_at_the_place(pages: list[SavedPage], tmp_path: Path) -> None:
    file = FORMS["warc"].make(pages, tmp_path)
    *_, last = read_paths([file])
    data = file.read_bytes()
    offset = int(last.source.rpartition("@")[2])
    # What stands before it is not looked at, but for the first bytes, which tell what the file is.
    file.write_bytes(data[:500] + b"x" * (offset - 500) + data[offset:])
    assert at(last.source) == [last]


def test_members_of_archives_in_archives_are_found_and_their_archive_is_a_place_too(tmp_path: Path) -> None:
    inner = make_tar(("./x.html", html("x")), ("y!1@2.html", html("y")))
    path = tmp_path / "outer@1!.zip"
    make_zip(path, {"a.html": html("a"), "inner.tar.gz": inner, "z.html": html("z")})
    read = list(read_paths([path]))
    assert [item.source.removeprefix(str(path)) for item in read] == [
        *("!a.html", "!inner.tar.gz!x.html", "!inner.tar.gz!y!1@2.html", "!z.html")
    ]
    assert [at(item.source) for item in read] == [[item] for item in read]
    assert at(f"{path}!inner.tar.gz") == read[1:3]
    assert near(f"{path}!inner.tar.gz!none.html") == [read[1].source, read[2].source]
    assert near(f"{path}!none.tar!x.html") == [read[0].source, read[1].source]


def test_names_with_marks_in_them_are_files(tmp_path: Path) -> None:
    for name in ("a!b.html", "mail@7", "a.zip!x.html"):
        (tmp_path / name).write_bytes(html(name))
        assert find_file(str(tmp_path / name)) == (tmp_path / name, "")
    make_zip(tmp_path / "a.zip", {"x.html": html("inside")})
    (page,) = at(str(tmp_path / "a.zip!x.html"))
    assert isinstance(page, Page)
    assert b"Words of a.zip!x.html" in page.body, "the longest beginning that is a file"
    assert find_file(str(tmp_path / "none.zip!x.html")) is None


def test_a_name_that_is_no_utf8_is_found_as_places_show_it(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.zip"
    path.write_bytes(make_tar(("th\udce9.html", html("tea"))))
    (page,) = read_paths([path])
    assert page.source.endswith(r"caf\xe9.zip!th\xe9.html")
    assert at(page.source) == [page]
    assert at(f"{path}!th\udce9.html") == [page]


def test_of_members_of_one_name_all_are_given(tmp_path: Path) -> None:
    path = tmp_path / "pages.tar"
    path.write_bytes(make_tar(("a.html", html("old")), ("a.html", html("new")), mode="w"))
    assert [item.body for item in at(f"{path}!a.html") if isinstance(item, Page)] == [html("old"), html("new")]


def test_the_reason_of_what_gives_no_page_is_found_at_its_place(tmp_path: Path) -> None:
    make_zip(tmp_path / "a.zip", {"photo.html": b"\xff\xd8\xff\xe0" + b"x" * 100, "b.html": html("b")})
    (tmp_path / "t.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in [{"html": "<p>One."}, {"html": ""}, {"html": "<p>Two."}])
    )
    for path in (tmp_path / "a.zip", tmp_path / "t.jsonl"):
        (skipped,) = [item for item in read_paths([path]) if isinstance(item, Skipped)]
        assert at(skipped.source) == [skipped]
    (skipped,) = at(str(tmp_path / "a.zip!photo.html"))
    assert isinstance(skipped, Skipped)
    assert skipped.code == Reason.NOT_HTML


def test_the_folders_of_a_mirrored_page_tell_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = Path("mirror/news.example.org/2026/story.html")
    page.parent.mkdir(parents=True)
    page.write_bytes(html("story"))
    (read,) = read_paths([Path("mirror")])
    assert isinstance(read, Page)
    assert (read.url, read.source) == ("https://news.example.org/2026/story.html", str(page))
    assert at(str(page)) == [read]
