"""Cells of tables: pages as text, as bytes in writing, in code pages, whole and cut off."""

import base64
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper.charset import decode_html
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from tests.read.tables import FORMS, make_rows, read, write_csv, write_lines


@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
@pytest.mark.parametrize(
    "write",
    [
        lambda page: base64.b64encode(page).decode(),
        lambda page: base64.encodebytes(page).decode(),
        lambda page: base64.b64encode(gzip.compress(page)).decode(),
        lambda page: base64.urlsafe_b64encode(page).decode().rstrip("="),
        str,
        lambda page: str(page.replace(b'"', b"'")),
    ],
    ids=["base64", "lines", "gzip", "for addresses", "shown", "shown in double quotes"],
)
def test_a_page_in_a_cell_may_be_written_as_bytes(write: Callable[[bytes], str], name: str, tmp_path: Path) -> None:
    page = '<html><meta charset="windows-1251">\r\n<p class="a">Мост\tзакрыт \\ и точка</p></html>'.encode("cp1251")
    (found,) = read(tmp_path / name, FORMS[name]([{"url": "https://a.test/1", "html": write(page)}]))
    assert isinstance(found, Page)
    assert (found.body.replace(b"'", b'"'), found.http_charset) == (page, None)


@pytest.mark.parametrize(
    "cell", ["A" * 200, "b'no page'", "b'<p>Käse</p>'", "H4sI" + "A" * 200, "b'<p>One</p>' and more"]
)
def test_what_looks_like_bytes_is_text(cell: str, tmp_path: Path) -> None:
    (found,) = read(tmp_path / "rows.jsonl", write_lines([{"url": "https://a.test/1", "html": cell}]).encode())
    assert isinstance(found, Page)
    assert (found.body, found.http_charset) == (cell.encode(), "utf-8")


@pytest.mark.parametrize("label", ["windows-1251", "shift_jis", "gb18030"])
def test_a_table_in_a_code_page_gives_the_bytes_of_its_pages(label: str, tmp_path: Path) -> None:
    letters = {"windows-1251": "Мост закрыт", "shift_jis": "橋が閉鎖された", "gb18030": "大桥关闭"}[label]
    page = f'<html><meta charset="{label}"><p class="a">{letters}; "{letters}",\n{letters}</p></html>'
    data = write_csv([{"url": f"https://a.test/{letters}", "html": page}]).encode(label)
    (found,) = read(tmp_path / "rows.csv", data)
    assert isinstance(found, Page)
    assert (found.body, found.http_charset) == (page.encode(label), None)
    assert found.url is not None
    assert "\ufffd" in found.url.encode().decode()


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("windows-1252", "Das Café in Köln öffnet für die Gäste – „täglich“, sagt die Bürgermeisterin."),
        ("windows-1251", "Гавань снова открыта для судов, сообщили в городе, и паромы ходят каждый день до вечера."),
    ],
)
def test_a_page_that_says_utf_8_in_a_table_in_a_code_page_is_read(label: str, said: str, tmp_path: Path) -> None:
    page = f'<html><head><meta charset="utf-8"><title>{said}</title></head><body><p>{said} {said}</p></body></html>'
    (found,) = read(tmp_path / "rows.csv", write_csv([{"url": "https://a.test/1", "html": page}]).encode(label))
    assert isinstance(found, Page)
    decoded = decode_html(found.body, found.http_charset)
    assert (decoded.text, decoded.charset) == (page, label)


@pytest.mark.parametrize(
    "cell",
    [
        base64.b64encode(gzip.compress("".join(map(chr, range(0x3041, 0x8000))).join("<>").encode())[:-2000]).decode(),
        f"<html><p>{'A long story. ' * 3000}"[:32_767],
    ],
    ids=["packed", "by a spreadsheet"],
)
def test_a_cell_that_is_cut_off_gives_no_half_of_a_page(cell: str, tmp_path: Path) -> None:
    (found,) = read(tmp_path / "rows.jsonl", write_lines([{"url": "https://a.test/1", "html": cell}]).encode())
    assert isinstance(found, Skipped)
    assert found.code is Reason.TRUNCATED


def test_a_csv_that_is_cut_off_within_a_page_gives_no_half_of_it(tmp_path: Path) -> None:
    data = write_csv(make_rows(3)).encode()
    place = data.rindex(b"Satz")
    first, second, cut = read(tmp_path / "rows.csv", data[:place])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(cut, Skipped)
    assert (cut.code, cut.source) == (Reason.TRUNCATED, f"{tmp_path / 'rows.csv'}@3")
    assert all(isinstance(page, Page) for page in read(tmp_path / "rows.csv", data.rstrip()))


def test_a_row_with_more_cells_than_the_head_is_none_unless_its_page_is_whole(tmp_path: Path) -> None:
    rows = [f"https://a.test/{n},<html><p>Story {n}</p></html>" for n in range(4)]
    rows[1] = rows[1].replace("Story 1", "Story 1, with a comma")
    rows[2] += ",,"
    rows[3] += ",a note behind the whole page"
    found = read(tmp_path / "rows.csv", "\n".join(["url,html", *rows]).encode())
    assert [item.code for item in found if isinstance(item, Skipped)] == [Reason.UNREADABLE]
    assert [item.source.rpartition("@")[2] for item in found if isinstance(item, Page)] == ["1", "3", "4"]


def test_a_stray_byte_in_a_table_leaves_its_pages_in_utf_8(tmp_path: Path) -> None:
    page = '<html><meta charset="windows-1251"><p class="a">Мост закрыт</p></html>'
    data = write_csv([{"url": "https://a.test/1", "html": page}]).encode().replace("р".encode(), b"\xd1")
    (found,) = read(tmp_path / "rows.csv", data)
    assert isinstance(found, Page)
    assert (found.body, found.http_charset) == (page.encode().replace("р".encode(), b"\xd1"), "utf-8")
