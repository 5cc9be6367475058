import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scraper.errors import StateError
from scraper.export import EXPORTERS, WrittenMark, replace_file
from scraper.export.sqlite_table import SQLITE, KeptTable
from tests.export.samples import make_samples


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def search(path: Path, words: str) -> list[tuple[object, ...]]:
    return query(
        path,
        "SELECT id FROM articles JOIN articles_fts ON articles_fts.rowid = number"
        f" WHERE articles_fts MATCH '{words}' ORDER BY id",
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out.sqlite"


def write(path: Path, mark: WrittenMark | None) -> WrittenMark:
    with KeptTable(path, mark) as table:
        return table.append(make_samples())


def test_text_is_found_without_accents(path: Path) -> None:
    write(path, None)
    assert search(path, "ubergroßen") == [("fedcba9876543210",)]


def test_a_later_version_takes_the_place_of_the_earlier_one_also_in_the_index(path: Path) -> None:
    mark = write(path, None)
    first = make_samples()[0]
    with KeptTable(path, mark) as table:
        table.append([replace(first, version=2, text="Corrected.")])
        table.append([replace(first, version=1)])  # what a kill let come twice changes nothing
    assert query(path, "SELECT version, text FROM articles WHERE id = '0123456789abcdef'") == [(2, "Corrected.")]
    assert search(path, "paragraph") == []
    query(path, "INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")


def test_rows_keep_their_numbers_when_the_file_is_compacted(path: Path) -> None:
    write(path, None)
    query(path, "DELETE FROM articles WHERE number = 1")
    query(path, "VACUUM")
    assert search(path, "ubergroßen") == [("fedcba9876543210",)]


@pytest.mark.fault(number=55)
def test_a_kill_between_the_write_and_its_commit_doubles_nothing(path: Path) -> None:
    write(path, None)
    with KeptTable(path, WrittenMark()) as table:
        assert table.lost is None
        assert table.append(make_samples()).records == 2
    assert query(path, "SELECT count(*) FROM articles") == [(2,)]


def test_a_file_that_was_deleted_or_replaced_is_noticed(path: Path) -> None:
    mark = write(path, None)
    path.rename(path.with_suffix(".old"))
    with KeptTable(path, mark) as table:
        assert table.lost == "was deleted"
        assert table.mark == WrittenMark()
        table.append(make_samples()[:1])
    with KeptTable(path, mark) as table:
        assert table.lost == "was replaced by an older copy"


def test_a_database_of_somebody_else_is_refused_and_left_alone(path: Path) -> None:
    query(path, "CREATE TABLE precious (id)")
    before = path.read_bytes()
    for mark in (None, WrittenMark(records=5)):
        with pytest.raises(StateError, match="move it away"):
            KeptTable(path, mark)
    assert path.read_bytes() == before


def replace_with_samples(path: Path) -> None:
    with replace_file(path, EXPORTERS[".sqlite"]) as writer:
        for article in make_samples():
            writer.write(article)


def test_a_database_with_tables_of_somebody_else_is_not_replaced(path: Path) -> None:
    query(path, "CREATE TABLE precious (id)")
    before = path.read_bytes()
    with pytest.raises(StateError, match="holds what this program has not written: move it away"):
        replace_with_samples(path)
    assert path.read_bytes() == before
    path.unlink()
    replace_with_samples(path)
    replace_with_samples(path)  # nothing but articles
    query(path, "CREATE TABLE notes (id)")
    with pytest.raises(StateError, match="holds what this program has not written"):
        replace_with_samples(path)


def test_what_another_state_file_wrote_is_refused(path: Path) -> None:
    write(path, None)
    with pytest.raises(StateError, match="move it away"):
        KeptTable(path, None)


def test_tables_of_the_user_stay(path: Path) -> None:
    mark = write(path, None)
    query(path, "CREATE TABLE notes (id)")
    write(path, mark)
    assert query(path, "SELECT count(*) FROM notes") == [(0,)]


def test_a_column_that_is_new_in_the_record_is_added(path: Path) -> None:
    mark = write(path, None)
    query(path, "ALTER TABLE articles DROP COLUMN changed_fields")
    write(path, mark)
    assert query(path, "SELECT changed_fields FROM articles WHERE version = 2") == [('["title", "text"]',)]


def test_a_file_that_is_no_database_is_a_state_error(path: Path) -> None:
    path.write_text("precious " * 200)
    with pytest.raises(StateError):
        KeptTable(path, None)
    assert path.read_text() == "precious " * 200


def test_a_new_file_replaces_the_old_one_whole(path: Path) -> None:
    for _ in range(2):
        with replace_file(path, EXPORTERS[".sqlite"]) as writer:
            for article in make_samples():
                writer.write(article)
    assert query(path, "SELECT count(*) FROM articles") == [(2,)]
    assert [entry.name for entry in path.parent.iterdir()] == ["out.sqlite"]


def test_datasette_finds_the_search_index(path: Path) -> None:
    write(path, None)
    # The query that Datasette asks (datasette.utils.detect_fts_sql, 0.65).
    found = query(
        path,
        "SELECT name FROM sqlite_master WHERE rootpage = 0"
        " AND sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"articles\"%'",
    )
    assert found == [("articles_fts",)]


def test_what_keeps_the_table_from_being_written_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.export.sqlite_table._BUSY_TIMEOUT_S", 0.0)
    path = tmp_path / "out.sqlite"
    with KeptTable(path, None) as table:
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateError, match="close that program and run again"):
            table.append(make_samples())
        reader.close()
        assert table.append(make_samples()).records == len(make_samples())


@pytest.mark.fault(number=56)
def test_a_new_database_on_a_full_disk_is_told_by_its_own_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*arguments: Any, open_database: Any = sqlite3.connect, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = open_database(*arguments, **options)
        connection.execute("PRAGMA max_page_count = 3")  # full at the fourth, as on a disk that is (SQLITE_FULL)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    with pytest.raises(StateError) as told, replace_file(path, SQLITE):
        pass
    told_of = f"{path}: cannot be written (database or disk is full): free space, or name another output"
    assert str(told.value) == told_of
    assert not path.exists()


def test_a_file_that_is_deleted_while_it_is_written_is_told_and_written_anew(path: Path) -> None:
    with KeptTable(path, None) as table:
        mark = table.append(make_samples()[:1])
        path.unlink()
        with pytest.raises(StateError, match="run again"):
            table.append(make_samples())
    with KeptTable(path, mark) as table:
        assert table.lost == "was deleted"
        table.append(make_samples())
    assert query(path, "SELECT count(*) FROM articles") == [(len({article.id for article in make_samples()}),)]
