import os
import sqlite3
from pathlib import Path

import pytest

from scraper.errors import StateError
from scraper.store import Store
from scraper.store.schema import MIGRATIONS


def test_a_new_file_has_the_newest_schema_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    for _ in range(2):
        with Store(path) as store:
            store.begin_run("2026-11-10T11:00:00Z", "{}")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
        assert connection.execute("SELECT count(*) FROM runs").fetchone()[0] == 2
    connection.close()


@pytest.mark.fault(number=70)
def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    Store(path).__exit__()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StateError, match="written by a newer scraper"):
        Store(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StateError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is no database. " * 100)
    before = path.read_bytes()
    with pytest.raises(StateError, match="no state file"):
        Store(path)
    assert path.read_bytes() == before


@pytest.mark.fault(number=70)
def test_a_damaged_file_is_told_about(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with Store(path) as store:
        store.begin_run("2026-11-10T11:00:00Z", "x" * 20_000)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    with pytest.raises(StateError, match="the file is damaged: restore a copy"), Store(path) as store:
        store.begin_run("2026-11-10T11:00:00Z", "{}")


@pytest.mark.fault(number=56)
def test_a_full_disk_is_told_about_and_nothing_is_half_done(tmp_path: Path) -> None:
    with Store(tmp_path / "state.sqlite") as store:
        pages = store._database.rows("PRAGMA page_count")[0][0]
        store._database.run(f"PRAGMA max_page_count = {pages}")  # stands for the quota of a small disk
        with pytest.raises(StateError, match="no space left"):
            store.begin_run("2026-11-10T11:00:00Z", "x" * 100_000)
        store._database.run("PRAGMA max_page_count = 1000000")
        assert store._database.rows("SELECT count(*) FROM runs") == [(0,)]
        store.begin_run("2026-11-10T11:00:00Z", "x" * 100_000)


def test_a_missing_folder_is_told_about(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="folder"):
        Store(tmp_path / "missing" / "state.sqlite")


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(store: Store) -> None:
        with store.transaction():
            store.save_hosts({"a": b"{}"})
            raise RuntimeError

    with Store(tmp_path / "state.sqlite") as store:
        with pytest.raises(RuntimeError):
            fail(store)
        assert store.hosts() == []


def test_an_empty_file_is_told_from_one_of_an_older_version(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_bytes(b"")
    with pytest.raises(StateError, match="empty"):
        Store(tmp_path / "state.sqlite", read_only=True)


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_reading_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with Store(path) as store:
        store.save_hosts({"a": b"{}"})
    with Store(path, read_only=True) as store:
        assert store.hosts() == [b"{}"]
        with pytest.raises(StateError, match="readonly"):
            store.save_hosts({"b": b"{}"})
    assert list_names(tmp_path) == ["state.sqlite"]


def test_reading_while_a_run_writes_sees_what_was_written_and_takes_nothing_from_it(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with Store(path) as run:
        run.save_hosts({"a": b"{}"})
        with Store(path, read_only=True) as store:
            assert store.hosts() == [b"{}"]
            run.save_hosts({"b": b"{}"})
        assert (tmp_path / "state.sqlite-wal").stat().st_size > 0
        run.save_hosts({"c": b"{}"})
    assert list_names(tmp_path) == ["state.sqlite"]
    with Store(path, read_only=True) as store:
        assert len(store.hosts()) == 3


def test_a_reader_that_outlasts_the_run_leaves_nothing_either(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    run = Store(path)
    with run:
        run.save_hosts({"a": b"{}"})
        reader = Store(path, read_only=True)
    with reader:
        assert reader.hosts() == [b"{}"]
    assert list_names(tmp_path) == ["state.sqlite"]


def test_a_state_on_a_read_only_disk_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "state.sqlite"
    with Store(path) as store:
        store.save_hosts({"a": b"{}"})
    monkeypatch.setattr(
        os, "access", lambda *_: False
    )  # tests may run as root, who may write anywhere but to such a disk
    with Store(path, read_only=True) as store:
        assert store.hosts() == [b"{}"]
        assert list_names(tmp_path) == ["state.sqlite"]
