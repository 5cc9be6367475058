"""Tables of pages: what is one, whatever its columns are called, and what is told of one that cannot be read."""

import json
import time
from pathlib import Path

import pytest

from scraper.read import read_paths
from scraper.reasons import Reason
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings
from tests.read.tables import FORMS, HTML, make_rows, only, read, write_lines


@pytest.mark.parametrize("name", FORMS)
def test_tables_of_all_forms_give_their_pages(tmp_path: Path, name: str) -> None:
    rows = make_rows(html="quelltext", url="adresse", day="datum")
    columns = {"html_column": "quelltext", "url_column": "adresse", "date_column": "datum"}
    found = read(tmp_path / name, FORMS[name](rows), **columns)
    pages = [item for item in found if isinstance(item, Page)]
    assert [page.body.decode() for page in pages] == [row["quelltext"] for row in rows]
    assert [page.url for page in pages] == [row["adresse"] for row in rows]
    assert {page.fetched_at for page in pages} == {"2026-05-01T00:00:00+00:00"}
    assert len(found) == 3


@pytest.mark.parametrize("name", FORMS)
def test_a_table_goes_on_after_each_of_its_pages(tmp_path: Path, name: str) -> None:
    found = read(tmp_path / name, FORMS[name](make_rows()))
    for number, page in enumerate(found):
        assert list(read_paths([tmp_path / name], after=page.source)) == found[number + 1 :]


def test_an_object_under_a_usual_name_is_no_column_of_pages_and_what_is_in_it_is_told(tmp_path: Path) -> None:
    rows = [{"request": {"url": "https://a.test/1"}, "response": {"status": 200, "text": HTML}}] * 3
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    told = only(read(tmp_path / "rows.jsonl", lines))
    assert told.code is Reason.UNREADABLE
    assert "--html-column, one of request.url, response.status, response.text" in told.detail
    found = read(tmp_path / "rows.jsonl", lines, html_column="response.text", url_column="request.url")
    assert [item.url for item in found] == ["https://a.test/1"] * 3


# A name that says text is believed: Excel's "Unicode text" needs --html-column there.
@pytest.mark.parametrize("name", [name for name in FORMS if not name.endswith(".txt")])
def test_a_table_without_a_known_column_of_pages_is_told_and_no_page(tmp_path: Path, name: str) -> None:
    told = only(read(tmp_path / name, FORMS[name](make_rows(html="quelltext", url="link"))))
    assert told.code is Reason.UNREADABLE
    assert "name its column with --html-column, one of link, quelltext, day" in told.detail


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("column", ["html_column", "url_column", "date_column"])
def test_a_column_that_is_not_there_is_told(tmp_path: Path, name: str, column: str) -> None:
    told = only(read(tmp_path / name, FORMS[name](make_rows()), **{column: "nope"}))
    assert told.code is Reason.UNREADABLE
    assert "column nope" in told.detail
    assert f"--{column.replace('_', '-')}" in told.detail
    assert "url, html, day" in told.detail


@pytest.mark.parametrize("name", FORMS)
def test_a_date_that_is_none_in_a_column_that_was_named_is_told(tmp_path: Path, name: str) -> None:
    rows = [dict(row, day="01.05.2026") for row in make_rows()]
    told = only(read(tmp_path / name, FORMS[name](rows), date_column="day"))
    assert told.code is Reason.UNREADABLE
    assert "'01.05.2026' in column day is not a date: write it as 2026-05-01" in told.detail


@pytest.mark.parametrize("name", FORMS)
def test_a_first_row_without_a_page_costs_itself(tmp_path: Path, name: str) -> None:
    rows = [dict(row) for row in make_rows()]
    rows[0]["html"] = ""
    found = read(tmp_path / name, FORMS[name](rows))
    assert [type(item) for item in found] == [Skipped, Page, Page]


def test_what_an_object_may_lack_is_null_in_the_first(tmp_path: Path) -> None:
    rows = [{"html": HTML, "page": None}, {"html": HTML, "page": {"url": "https://a.test/2"}}]
    found = read(tmp_path / "rows.json", json.dumps(rows).encode(), url_column="page.url")
    assert [item.url for item in found] == [None, "https://a.test/2"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("data.csv", b"year,votes\n2026,17\n"),
        ("meta.json", json.dumps({"a-1": {"url": "https://a.test/1"}}, indent=2).encode()),
        ("list.json", b'["https://a.test/1"]'),
        ("empty.json", b"{}"),
    ],
)
def test_tables_beside_pages_are_no_pages_and_no_damage(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "page.html").write_text(HTML)
    told, page = sorted(read_paths([tmp_path]), key=lambda item: isinstance(item, Page))
    assert isinstance(page, Page)
    assert isinstance(told, Skipped)
    assert told.code in {Reason.EMPTY, Reason.NOT_HTML}
    assert "no page" in told.detail


@pytest.mark.parametrize("text", ["Monday, the harbour; it froze.\nThen, it thawed.", "[Music]\nA song, and {more}."])
def test_prose_is_no_table(tmp_path: Path, text: str) -> None:
    (item,) = read(tmp_path / "page.txt", text.encode())
    assert isinstance(item, Page)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("warn.html", "Warning: denied, using password: YES\n<!doctype html>\n<html>\n\t<head><title>A</title></head>"),
        ("warn.php?id=1", "Warning: denied, using password: YES\n<p>Write ,<html> first.</p>"),
        ("warn", "Warning: denied, using password: YES;\n<!doctype html>\n<html>\n\t<head><title>A</title></head>"),
        ("tut.txt", "How to write a page, in steps\n\nWrite this:\n\t<html>\n\t<body>\n"),
        ("tut.md", "How to write a page, in steps\n\nFirst, <html>, then, <body>.\n"),
    ],
)
def test_tags_after_commas_and_tabs_are_pages_and_text(tmp_path: Path, name: str, text: str) -> None:
    (item,) = read(tmp_path / name, text.encode())
    assert isinstance(item, Page)


# A form that is a list of objects, and one of lines: both leave out what is null.
@pytest.mark.parametrize("name", ["rows.jsonl", "indented.json"])
@pytest.mark.parametrize("lacking", ["url", "html", "day"])
def test_first_objects_may_lack_what_others_have(tmp_path: Path, name: str, lacking: str) -> None:
    rows = [dict(row) for row in make_rows(110)]
    for row in rows[:99]:
        del row[lacking]
    columns = {"html_column": "html", "url_column": "url", "date_column": "day"}
    found = read(tmp_path / name, FORMS[name](rows), **columns)
    assert len([item for item in found if isinstance(item, Page)]) == (11 if lacking == "html" else 110)
    assert [item.url for item in found[-11:]] == [row["url"] for row in rows[-11:]]
    for number in (0, 98, 99):
        assert (
            list(read_paths([tmp_path / name], ReadSettings(**columns), after=found[number].source))
            == found[number + 1 :]
        )


def test_a_table_whose_first_hundred_objects_lack_a_column_is_refused_without_reading_on(tmp_path: Path) -> None:
    rows = [{"html": HTML}] * 100 + [{"html": HTML, "url": "https://a.test/1"}]
    told = only(read(tmp_path / "rows.jsonl", write_lines(rows).encode(), url_column="url"))
    assert told.detail == "first 100 lines: no column url (--url-column): name one of html"


def test_few_first_objects_are_held_back_where_they_are_large(tmp_path: Path) -> None:
    rows = [{"html": HTML + " " * 6_000_000}] * 5
    told = only(read(tmp_path / "rows.jsonl", write_lines(rows).encode(), url_column="url"))
    assert told.detail.startswith("first 3 lines: no column url")


def test_what_is_held_back_is_read_where_the_file_breaks_off(tmp_path: Path) -> None:
    rows = [dict(row, day="unknown" if number else "2026-05-01") for number, row in enumerate(make_rows(3))][::-1]
    data = json.dumps(rows, indent=2).encode()
    found = read(tmp_path / "rows.json", data + b"{", date_column="day")
    assert [type(item) for item in found] == [Page, Page, Page, Skipped]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("date", ["unknown", "-"])
def test_dates_that_are_none_are_left_out_and_told_once_where_others_are_some(
    tmp_path: Path, name: str, date: str, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [dict(row) for row in make_rows(4)]
    rows[0]["day"] = rows[2]["day"] = date
    found = read(tmp_path / name, FORMS[name](rows), date_column="day")
    dates = [item.fetched_at for item in found if isinstance(item, Page)]
    assert dates == [None, "2026-05-01T00:00:00+00:00"] * 2
    (warning,) = caplog.messages
    assert f"{date!r} in column day is not a date" in warning


@pytest.mark.parametrize("wrapped", [{"items": make_rows()}, {"n": 3, "data": make_rows()}, {"r": {"i": make_rows()}}])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_in_an_object_is_told_with_the_shapes_that_are_read(
    tmp_path: Path, wrapped: object, indent: int | None
) -> None:
    told = only(read(tmp_path / "rows.json", json.dumps(wrapped, indent=indent).encode()))
    assert "is not looked into: write an object for each page, one a line (JSON Lines)" in told.detail
    assert "or in a list ([{...}, {...}])" in told.detail


def test_a_list_that_is_cut_off_is_told_and_what_is_whole_is_read(tmp_path: Path) -> None:
    data = json.dumps(make_rows(), indent=2).encode()
    *pages, last = read(tmp_path / "rows.json", data[:-100])
    assert [type(item) for item in pages] == [Page, Page]
    assert isinstance(last, Skipped)
    assert (last.code, last.source) == (
        Reason.TRUNCATED,
        f"{tmp_path / 'rows.json'}@{data.rindex(b'{' + chr(10).encode())}",
    )


def test_missing_numbers_as_python_writes_them_cost_no_page(tmp_path: Path) -> None:
    html = HTML + 'NaN "NaN" \\'
    lines = json.dumps({"score": float("nan"), "least": -float("inf"), "html": html, "url": "https://a.test/NaN"})
    (page,) = read(tmp_path / "rows.jsonl", lines.encode())
    assert isinstance(page, Page)
    assert (page.body.decode(), page.url) == (html, "https://a.test/NaN")
    (told,) = read(tmp_path / "broken.jsonl", b'{"score": NaN, "html": "' + b'\\"' * 200_000)
    assert isinstance(told, Skipped)
    assert "no JSON" in told.detail


def test_strings_without_end_and_small_objects_take_no_time(tmp_path: Path) -> None:
    began = time.process_time()
    read(tmp_path / "a.json", b'[{"html": "' + b"a\\n" * 10_000_000)
    read(tmp_path / "b.json", b'[{"a":1},' + b'{"a":1},' * 200_000)
    assert time.process_time() - began < 4


NO_ADDRESSES = ["n/a", "javascript:1", "<meta charset=utf-8>", "/story/1", "https://", "mailto:a@b.test", "a.test/1"]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("column", ["url", "address"])
def test_addresses_that_are_none_are_left_out_and_told_once(
    tmp_path: Path, name: str, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    rows = [dict(row) for row in make_rows(len(NO_ADDRESSES) + 1, url=column)]
    for row, address in zip(rows, NO_ADDRESSES, strict=False):
        row[column] = address
    found = read(tmp_path / name, FORMS[name](rows), **({"url_column": column} if column != "url" else {}))
    pages = [item for item in found if isinstance(item, Page)]
    assert [page.url for page in pages] == [*(None for _ in NO_ADDRESSES), f"https://a.test/{len(NO_ADDRESSES)}"]
    assert [page.url_source for page in pages] == [*(None for _ in NO_ADDRESSES), "column"]
    (warning,) = caplog.messages
    assert warning.startswith("address left out")
    assert f"'n/a' in column {column} is not an address: write it with https:// before it" in warning


@pytest.mark.parametrize("name", FORMS)
def test_the_page_says_its_address_where_the_row_has_none(tmp_path: Path, name: str) -> None:
    said = "<!-- saved from url=(0022)https://b.test/saved -->"
    rows = [
        {"url": "n/a", "html": f"<html>{said}{HTML}"},
        {"url": " https://a.test/p\t", "html": f"<html>{said}{HTML}"},
    ]
    pages = [item for item in read(tmp_path / name, FORMS[name](rows)) if isinstance(item, Page)]
    assert [page.url for page in pages] == ["https://b.test/saved", "https://a.test/p"]


@pytest.mark.parametrize("name", FORMS)
def test_another_usual_column_may_have_the_address(tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    rows = [{"url": "/p", "final_url": "https://a.test/p", "html": HTML}]
    (page,) = read(tmp_path / name, FORMS[name](rows))
    assert page.url == "https://a.test/p"
    assert not caplog.messages


@pytest.mark.parametrize("name", FORMS)
def test_a_column_of_addresses_that_was_named_and_has_none_is_told(tmp_path: Path, name: str) -> None:
    told = only(read(tmp_path / name, FORMS[name](make_rows()), url_column="day"))
    assert told.code is Reason.UNREADABLE
    assert "'2026-05-01' in column day is not an address" in told.detail
