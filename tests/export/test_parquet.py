import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from scraper.errors import UsageError
from scraper.export import EXPORTERS, find_format, replace_file
from scraper.export.format import Format
from tests.export.samples import make_samples


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "out.parquet"
    with replace_file(made, EXPORTERS[".parquet"]) as writer:
        for article in make_samples():
            writer.write(article)
    return made


def test_columns_have_types(path: Path) -> None:
    kinds = {column.name: str(column.type) for column in pq.read_schema(path)}
    assert kinds["word_count"] == "int32"
    assert kinds["confidence"] == "double"
    assert kinds["authors"].startswith("list<element: string")
    assert kinds["field_sources"].startswith("map<string, string")
    assert kinds["fetched_at"] == "timestamp[us, tz=UTC]"


def test_duckdb_reads_it(path: Path) -> None:
    query = f"SELECT authors[2], field_sources['title'], version, length(text) FROM '{path}' WHERE version > 1"
    assert duckdb.sql(query).fetchall() == [("王小明", "og:title", 2, len(make_samples()[1].text))]


def test_pandas_reads_it(path: Path) -> None:
    table = pd.read_parquet(path)
    assert list(table["title"]) == [article.title for article in make_samples()]
    assert table["fetched_at"][0] == pd.Timestamp("2026-11-23T09:26:44Z")


def test_polars_reads_it(path: Path) -> None:
    table = pl.read_parquet(path)
    assert table["tags"].to_list() == [list(article.tags) for article in make_samples()]
    assert table["fetched_at"][0] == datetime(2026, 11, 23, 9, 26, 44, tzinfo=UTC)


def test_a_file_without_articles_is_a_table_without_rows(tmp_path: Path) -> None:
    with replace_file(tmp_path / "out.parquet", EXPORTERS[".parquet"]):
        pass
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0


def test_lone_surrogates_are_left_out(tmp_path: Path) -> None:
    with replace_file(tmp_path / "out.parquet", EXPORTERS[".parquet"]) as writer:
        writer.write(replace(make_samples()[0], title="a\ud83db"))
    assert pq.read_table(tmp_path / "out.parquet")["title"].to_pylist() == ["ab"]


def test_what_is_missing_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXPORTERS, ".parquet", Format(needs=("no_such_module", "parquet")))  # type: ignore[arg-type]  # a dict in fact
    with pytest.raises(UsageError, match=r"pip install 'pyarrow>=\d+'`"):
        find_format(Path("out.parquet"))


def test_a_page_that_was_saved_in_some_month_has_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    with replace_file(path, find_format(path)) as writer:
        writer.write(replace(make_samples()[0], fetched_at="2026-11"))
    assert pq.read_table(path)["fetched_at"].to_pylist() == [None]


def test_what_the_docs_make_of_texts_of_time_is_a_time(path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "cron.md").read_text(encoding="utf-8")
    as_time, as_day = re.findall(r"`(TRY_CAST\([^`]+)`", page)
    days = [replace(make_samples()[0], published=text) for text in ("2026-11-23", "2026-11-23T10:00:00+02:00", None)]
    with replace_file(path, EXPORTERS[".parquet"]) as writer:
        for article in days:
            writer.write(article)
    query = f"SELECT epoch({as_time}), {as_day} FROM '{path}'"
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        found = connection.execute(query).fetchall()
    day = date(2026, 11, 23)
    midnight, eight = (datetime(2026, 11, 23, hour, tzinfo=UTC).timestamp() for hour in (0, 8))
    assert found == [(midnight, day), (eight, day), (None, None)]
