import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scraper.errors import StateError, UsageError
from scraper.export import Mode
from scraper.pipeline import RunSummary, ScrapeSettings, StopReason, scrape
from scraper.store import Store
from scraper.store.outputs import Outputs
from scraper.store.schema import _OUTPUTS_BELOW, APPLICATION_ID, MIGRATIONS
from tests.export.reading import read_records
from tests.pipeline.fakes import SITE, Bench, Recorder

NAMES = ("out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.csv", "out.parquet", "out.sqlite", "out.md")
FILES = NAMES[:-1]  # what can be written anew


def run(bench: Bench, *names: str, mode: Mode = Mode.APPEND, watcher: Recorder | None = None) -> RunSummary:
    return scrape(
        [SITE],
        state=bench.folder / "state.sqlite",
        output=[bench.folder / name for name in names],
        settings=ScrapeSettings(processes=1, output_mode=mode),
        watcher=watcher,
    )


def texts(path: Path) -> list[str]:
    return sorted(record["text"] for record in read_records(path))


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    found = [path for path in folder.rglob("*") if "state" not in path.name and path.is_file()]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def story(bench: Bench) -> str:
    bench.web.add("b", "Other", date="2026-11-01")
    return bench.web.add("a", "Story", date="2026-11-01")


def correct(bench: Bench, story: str) -> None:
    bench.web.pages[story] = "Story, corrected"
    bench.web.listed[SITE][story] = "2026-11-02"


def test_all_kinds_of_output_are_written_at_once(bench: Bench, story: str) -> None:
    summary = run(bench, *NAMES)
    for name, tally in zip(NAMES, summary.outputs, strict=True):
        assert texts(bench.folder / name) == ["Other", "Story"]
        assert tally.records == 2
        assert tally.written_bytes > 0


@pytest.mark.fault(number=68)
def test_a_second_run_over_the_same_pages_writes_nothing(bench: Bench, story: str) -> None:
    run(bench, *NAMES)
    before = snapshot(bench.folder)
    summary = run(bench, *NAMES)
    assert snapshot(bench.folder) == before
    assert {(tally.records, tally.written_bytes) for tally in summary.outputs} == {(0, 0)}


def test_every_version_is_appended_where_the_format_has_a_place_for_it(bench: Bench, story: str) -> None:
    run(bench, *NAMES)
    correct(bench, story)
    run(bench, *NAMES)
    for name in NAMES:
        versions = ["Other", "Story", "Story, corrected"] if name not in ("out.sqlite", "out.md") else None
        assert texts(bench.folder / name) == (versions or ["Other", "Story, corrected"])


def test_the_latest_versions_alone_can_be_kept(bench: Bench, story: str) -> None:
    run(bench, *NAMES, mode=Mode.LATEST)
    correct(bench, story)
    run(bench, *NAMES, mode=Mode.LATEST)
    before = snapshot(bench.folder)
    run(bench, *NAMES, mode=Mode.LATEST)
    assert snapshot(bench.folder) == before
    for name in NAMES:
        assert texts(bench.folder / name) == ["Other", "Story, corrected"]


def test_what_has_come_since_the_last_run_can_be_kept_alone(bench: Bench, story: str) -> None:
    run(bench, *FILES, mode=Mode.CHANGES)
    assert {tuple(texts(bench.folder / name)) for name in FILES} == {("Other", "Story")}
    correct(bench, story)
    run(bench, *FILES, mode=Mode.CHANGES)
    assert {tuple(texts(bench.folder / name)) for name in FILES} == {("Story, corrected",)}
    run(bench, *FILES, mode=Mode.CHANGES)
    assert {tuple(texts(bench.folder / name)) for name in FILES} == {()}


def test_a_new_file_of_changes_begins_with_all_that_is_held_and_says_so(bench: Bench, story: str) -> None:
    run(bench, "out.jsonl")
    (tally,) = run(bench, "changes.jsonl", mode=Mode.CHANGES).outputs
    assert texts(bench.folder / "changes.jsonl") == ["Other", "Story"]
    assert tally.notice is not None
    assert tally.notice.endswith("begins with all 2 articles that are held")
    assert run(bench, "changes.jsonl", mode=Mode.CHANGES).outputs[0].notice is None


def test_a_folder_cannot_hold_changes_alone(bench: Bench) -> None:
    with pytest.raises(UsageError, match="another --mode"):
        run(bench, "out.md", mode=Mode.CHANGES)


def test_an_output_keeps_the_mode_that_it_was_begun_with(bench: Bench, story: str) -> None:
    run(bench, "out.jsonl")
    before = (bench.folder / "out.jsonl").read_bytes()
    with pytest.raises(StateError, match="--mode append"):
        run(bench, "out.jsonl", mode=Mode.LATEST)
    assert (bench.folder / "out.jsonl").read_bytes() == before


def test_outputs_that_were_deleted_are_written_again(bench: Bench, story: str) -> None:
    run(bench, *NAMES)
    for name in FILES:
        (bench.folder / name).unlink()
    shutil.rmtree(bench.folder / "out.md")
    watcher = Recorder()
    run(bench, *NAMES, watcher=watcher)
    for name in NAMES:
        assert texts(bench.folder / name) == ["Other", "Story"]
    assert (
        sum("was deleted" in notice for notice in watcher.notices) == len(NAMES) - 1
    )  # Parquet is written anew anyway


def test_a_file_of_somebody_else_is_refused_before_anything_is_fetched(bench: Bench, story: str) -> None:
    for name in FILES:
        (bench.folder / name).write_text("precious " * 100)
        with pytest.raises(StateError):
            run(bench, name)
        assert (bench.folder / name).read_text() == "precious " * 100
    assert bench.web.asked == []


@pytest.mark.fault(number=55)
@pytest.mark.parametrize("name", NAMES)
def test_a_kill_between_the_first_write_and_its_commit_is_mended_by_the_next_run(
    name: str, bench: Bench, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(self: Outputs, place: Path, mark: object) -> None:
        if getattr(mark, "seq"):  # noqa: B009  # the mark's type is of no interest here
            raise KeyboardInterrupt
        commit(self, place, mark)  # type: ignore[arg-type]  # as above

    commit = Outputs.commit
    with monkeypatch.context() as patch:
        patch.setattr(Outputs, "commit", die)
        with pytest.raises(KeyboardInterrupt):
            run(bench, name)
    run(bench, name)
    assert texts(bench.folder / name) == ["Other", "Story"]


def test_an_output_that_is_named_twice_is_written_once(bench: Bench, story: str) -> None:
    assert len(run(bench, "out.jsonl", "../" + bench.folder.name + "/out.jsonl").outputs) == 1


@pytest.mark.fault(number=70)
def test_a_state_of_the_first_version_is_brought_up_to_date(bench: Bench, story: str, tmp_path: Path) -> None:
    connection = sqlite3.connect(bench.folder / "state.sqlite")
    connection.executescript(MIGRATIONS[0] + f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
    connection.close()
    run(bench, "out.jsonl")
    with Store(bench.folder / "state.sqlite", read_only=True) as store:
        assert store.records.count() == 2


@pytest.mark.parametrize("move", [shutil.move, shutil.copytree])
def test_outputs_that_were_moved_or_copied_with_their_state_are_gone_on_with(
    bench: Bench, story: str, move: Callable[[Path, Path], object]
) -> None:
    run(bench, *NAMES)
    folder = bench.folder
    bench.folder = folder.with_name(f"{folder.name}-moved")
    move(folder, bench.folder)
    bench.web.add("c", "Third", date="2026-11-02")
    watcher = Recorder()
    run(bench, *NAMES, watcher=watcher)
    assert watcher.notices == []
    for name in NAMES:
        assert texts(bench.folder / name) == ["Other", "Story", "Third"]
    if folder.exists():
        assert texts(folder / "out.jsonl") == ["Other", "Story"]


def test_a_state_that_knows_its_outputs_by_their_whole_paths_is_brought_up_to_date(bench: Bench, story: str) -> None:
    run(bench, "out.jsonl")
    state, output = bench.folder / "state.sqlite", bench.folder / "out.jsonl"
    with closing(sqlite3.connect(state)) as connection, connection:
        connection.execute("UPDATE outputs SET path = ?", (str(output.resolve()),))
        connection.execute("INSERT INTO outputs SELECT '/far/out.csv', 0, 0, 0, 0, mode, 0 FROM outputs")
        connection.execute(f"PRAGMA user_version = {MIGRATIONS.index(_OUTPUTS_BELOW)}")
    bench.web.add("c", "Third", date="2026-11-02")
    run(bench, "out.jsonl")
    assert texts(output) == ["Other", "Story", "Third"]
    with closing(sqlite3.connect(state)) as connection:
        paths = [row[0] for row in connection.execute("SELECT path FROM outputs ORDER BY path")]
    assert paths == ["/far/out.csv", "out.jsonl"]


@pytest.mark.fault(number=57)
@pytest.mark.parametrize("name", NAMES)
def test_a_place_that_cannot_be_written_is_told_before_anything_is_fetched(name: str, bench: Bench, story: str) -> None:
    (bench.folder / "file").write_text("")
    with pytest.raises(StateError, match="cannot be written"):
        run(bench, f"file/{name}")
    assert bench.web.asked == []


@pytest.mark.parametrize("name", NAMES)
def test_an_output_that_is_a_link_stays_one_and_is_written_where_it_leads(
    name: str, bench: Bench, story: str, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    (bench.folder / name).symlink_to(tmp_path / "disk" / name)
    run(bench, name)
    correct(bench, story)
    run(bench, name)
    assert (bench.folder / name).is_symlink()
    assert "Story, corrected" in texts(tmp_path / "disk" / name)


@pytest.mark.parametrize("name", NAMES)
def test_a_link_in_a_circle_is_told_before_anything_is_fetched(name: str, bench: Bench, story: str) -> None:
    (bench.folder / name).symlink_to(name)
    with pytest.raises(StateError, match="cannot be written"):
        run(bench, name)
    assert bench.web.asked == []


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_the_place_of_a_file_is_told_before_anything_is_fetched(
    name: str, bench: Bench, story: str
) -> None:
    run(bench, name)
    (bench.folder / name).unlink()
    (bench.folder / name).mkdir()
    bench.web.asked.clear()
    with pytest.raises(StateError, match=r"cannot be written .*: move it away"):
        run(bench, name)
    assert bench.web.asked == []


def test_outputs_that_are_newer_than_a_state_that_was_put_back_hold_everything_once(bench: Bench, story: str) -> None:
    state = bench.folder / "state.sqlite"
    run(bench, *NAMES)
    shutil.copy(state, bench.folder / "copy.sqlite")
    bench.web.add("c", "Third", date="2026-11-02")
    run(bench, *NAMES)
    shutil.copy(bench.folder / "copy.sqlite", state)
    bench.web.add("d", "Fourth", date="2026-11-02")
    run(bench, *NAMES)
    for name in NAMES:
        assert texts(bench.folder / name) == ["Fourth", "Other", "Story", "Third"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.jsonl.gz"])
def test_what_others_have_appended_since_the_last_run_is_moved_and_not_lost(
    name: str, bench: Bench, story: str
) -> None:
    path = bench.folder / name
    run(bench, name)
    for _ in range(2):
        with path.open("ab") as file:
            file.write(b"precious\n")
        watcher = Recorder()
        run(bench, name, watcher=watcher)
        assert any(f"moved to {path}.cut" in notice for notice in watcher.notices)
    assert texts(path) == ["Other", "Story"]
    assert path.with_name(f"{name}.cut").read_bytes() == b"precious\n" * 2


@pytest.mark.parametrize("precious", [b"precious\n", b"precious\n" * 10_000])
def test_what_others_have_put_in_an_outputs_place_is_moved_and_not_lost(
    bench: Bench, story: str, precious: bytes
) -> None:
    path = bench.folder / "out.csv"
    run(bench, "out.csv")
    path.write_bytes(precious)
    watcher = Recorder()
    run(bench, "out.csv", watcher=watcher)
    assert any(f"moved to {path}.cut" in notice for notice in watcher.notices)
    assert texts(path) == ["Other", "Story"]
    assert path.with_name("out.csv.cut").read_bytes() == precious


@pytest.mark.parametrize(("name", "mode"), [("out.parquet", Mode.APPEND), ("out.csv", Mode.LATEST)])
def test_what_others_have_made_of_a_file_that_is_written_anew_is_moved_and_not_lost(
    bench: Bench, story: str, name: str, mode: Mode
) -> None:
    path = bench.folder / name
    run(bench, name, mode=mode)
    for edited in (b"edited", b"edited again"):
        path.write_bytes(edited)
        watcher = Recorder()
        run(bench, name, mode=mode, watcher=watcher)
        assert any(f"moved to {path}.cut" in notice for notice in watcher.notices)
        assert texts(path) == ["Other", "Story"]
    assert path.with_name(f"{name}.cut").read_bytes() == b"edited"
    assert path.with_name(f"{name}.cut2").read_bytes() == b"edited again"


@pytest.mark.parametrize(("name", "mode"), [("out.parquet", Mode.APPEND), ("out.csv", Mode.LATEST)])
def test_a_file_that_is_written_anew_is_replaced_where_it_is_ours(
    bench: Bench, story: str, name: str, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.folder / name
    run(bench, name, mode=mode)
    path.touch()  # a copy that was put back has another time
    correct(bench, story)
    with monkeypatch.context() as patch:
        patch.setattr(Outputs, "commit", lambda *_: sys.exit("killed"))
        with pytest.raises(SystemExit):
            run(bench, name, mode=mode)
    run(bench, name, mode=mode)
    assert "Story, corrected" in texts(path)
    assert not path.with_name(f"{name}.cut").exists()


def test_what_a_run_that_was_killed_has_left_is_nobody_elses(
    bench: Bench, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(bench, "out.jsonl")
    bench.web.add("c", "Third", date="2026-11-02")
    with monkeypatch.context() as patch:
        patch.setattr(Outputs, "commit", lambda *_: sys.exit("killed"))
        with pytest.raises(SystemExit):
            run(bench, "out.jsonl")
    watcher = Recorder()
    run(bench, "out.jsonl", watcher=watcher)
    assert any("written again" in notice for notice in watcher.notices)
    assert texts(bench.folder / "out.jsonl") == ["Other", "Story", "Third"]
    assert not (bench.folder / "out.jsonl.cut").exists()


def test_after_a_signal_a_long_file_that_cannot_grow_is_left_for_the_next_run(
    bench: Bench, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.pipeline.scraping.WHOLE_FILE_AT_SIGNAL", 0)
    stopping = Recorder(lambda me, event: me.stop(StopReason.SIGTERM))
    run(bench, "out.jsonl", "out.parquet", watcher=stopping)
    assert texts(bench.folder / "out.jsonl")
    assert not (bench.folder / "out.parquet").exists()
    run(bench, "out.jsonl", "out.parquet")
    assert texts(bench.folder / "out.parquet") == ["Other", "Story"]
