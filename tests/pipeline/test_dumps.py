"""Runs over dumps: in one go, and with a state file that a stopped run is gone on with from."""

import json
import os
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from scraper.export.archive import PageArchive
from scraper.pipeline import DumpProgress, clean_dump, clean_paths, dumps
from scraper.read import read_paths
from scraper.reasons import Reason
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import DumpSettings
from scraper.store import Offer, Store

PAGES = 40
ONE = DumpSettings(processes=1)


def make_body(number: int) -> bytes:
    body = "".join(
        f"<p>Paragraph {number}-{part} tells of the {number * part + part} boats that came into harbour {number} that day.</p>"
        for part in range(1, 8)
    )
    return f"<html lang=en><title>Story {number}</title><article><h1>Story {number}</h1>{body}</article>".encode()


def make_folder(folder: Path) -> Path:
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number:02}.html").write_bytes(make_body(number))
    (folder / "07b.html").write_bytes(b"")
    return folder


def make_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(PAGES):
            archive.writestr(f"{number:02}.html", make_body(number))
    return path


def make_tar(path: Path) -> Path:
    folder = make_folder(path.with_name("members"))
    with tarfile.open(path, "w:gz") as archive:
        archive.add(folder, "pages")
    return path


def make_warc(folder: Path) -> Path:
    with PageArchive(folder, "run") as archive:
        for number in range(PAGES):
            url = f"https://a.test/{number}"
            archive.write(Page(body=make_body(number), source=url, url=url, media_type="text/html", status=200))
    return next(folder.iterdir())


def make_table(path: Path) -> Path:
    rows = ({"url": f"https://a.test/{number}", "html": make_body(number).decode()} for number in range(PAGES))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


DUMPS = {"folder": make_folder, "zip": make_zip, "tar": make_tar, "warc": make_warc, "table": make_table}


@pytest.fixture
def in_small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dumps, "_BATCH", 3)


def run(dump: Path, folder: Path) -> Iterator[Outcome]:
    return clean_dump([dump], state=folder / "state", output=folder / "out.jsonl", settings=ONE)


def told(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def whole(dump: Path) -> list[tuple[str, str]]:
    return [
        (outcome.source, outcome.text) for outcome in clean_paths([dump], settings=ONE) if isinstance(outcome, Article)
    ]


@pytest.mark.parametrize("kind", DUMPS)
def test_a_stopped_run_goes_on_where_it_was(kind: str, tmp_path: Path, in_small_steps: None) -> None:
    dump = DUMPS[kind](tmp_path / "dump")
    first = run(dump, tmp_path)
    before = list(islice(first, 10))
    first.close()  # type: ignore[attr-defined]  # an iterator that is a generator  # a generator
    kept = len(told(tmp_path / "out.jsonl"))
    after = list(run(dump, tmp_path))
    assert 9 <= kept < PAGES
    assert len(after) < PAGES - 5
    assert not {item.source for item in before} & {item.source for item in after}
    assert [(record["source"], record["text"]) for record in told(tmp_path / "out.jsonl")] == whole(dump)


@pytest.mark.fault(number=68)
def test_a_run_over_a_dump_that_was_read_writes_nothing(tmp_path: Path) -> None:
    dump = make_folder(tmp_path / "dump")
    list(run(dump, tmp_path))
    about = (tmp_path / "out.jsonl").stat()
    assert len(list(run(dump, tmp_path))) == PAGES + 1
    again = (tmp_path / "out.jsonl").stat()
    assert (about.st_size, about.st_mtime_ns) == (again.st_size, again.st_mtime_ns)


def test_state_and_output_in_the_dump_are_no_part_of_it(tmp_path: Path) -> None:
    dump = make_folder(tmp_path / "dump")
    assert len(list(run(dump, dump))) == len(list(run(dump, dump))) == PAGES + 1


@pytest.mark.parametrize("is_article", [True, False])
def test_a_saved_page_leaves_its_address_waiting_for_the_fetch_that_is_due(is_article: bool, tmp_path: Path) -> None:
    dump, page = tmp_path / "dump.jsonl", make_body(1).decode() if is_article else "<p>"
    dump.write_text(json.dumps({"url": "https://a.test/1", "html": page}) + "\n")
    with Store(tmp_path / "state") as store:
        run_number = store.begin_run("2026-11-01T00:00:00Z", "")
        store.frontier.offer("https://a.test/", [Offer(key="https://a.test/1", url="https://a.test/1")], run_number)
    assert [isinstance(outcome, Article) for outcome in run(dump, tmp_path)] == [is_article]
    with Store(tmp_path / "state") as store:
        assert store.frontier.count_waiting("https://a.test/") == 1


def test_new_pages_of_a_dump_that_was_read_are_added(tmp_path: Path) -> None:
    dump = make_folder(tmp_path / "dump")
    list(run(dump, tmp_path))
    (dump / "00a.html").write_bytes(make_body(99))
    list(run(dump, tmp_path))
    assert [Path(record["source"]).name for record in told(tmp_path / "out.jsonl")][PAGES:] == ["00a.html"]


def test_where_the_page_it_stopped_at_is_gone_everything_is_read(tmp_path: Path, in_small_steps: None) -> None:
    dump = make_folder(tmp_path / "dump")
    first = run(dump, tmp_path)
    last = list(islice(first, 9))[-1]
    first.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    for path in dump.iterdir():
        if str(path) >= last.source:
            path.rename(path.with_name(f"moved-{path.name}"))
    list(run(dump, tmp_path))
    assert len({record["title"] for record in told(tmp_path / "out.jsonl")}) == PAGES


def stop_after(outcomes: Iterator[Outcome], count: int) -> list[str]:
    """Run so far, and return the sources of what is kept."""
    sources = [outcome.source for outcome in islice(outcomes, count)]
    outcomes.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    return sources


def titles(path: Path) -> set[str]:
    return {str(record["title"]) for record in told(path)}


def test_files_that_came_or_changed_before_the_place_it_stopped_at_are_read(
    tmp_path: Path, in_small_steps: None
) -> None:
    dump = make_folder(tmp_path / "dump")
    stop_after(run(dump, tmp_path), 9)
    (dump / "00a.html").write_bytes(make_body(99))
    (dump / "01.html").write_bytes(make_body(98))
    settled = [outcome.source for outcome in run(dump, tmp_path)]
    assert {"Story 98", "Story 99"} <= titles(tmp_path / "out.jsonl")
    assert str(dump / "02.html") not in settled


def test_what_came_is_not_passed_over_by_a_third_run_when_the_second_did_not_get_there(
    tmp_path: Path, in_small_steps: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> Iterator[Outcome]:
        raise KeyboardInterrupt

    dump = make_folder(tmp_path / "dump")
    stop_after(run(dump, tmp_path), 9)
    (dump / "00a.html").write_bytes(make_body(99))
    with monkeypatch.context() as patch:
        patch.setattr(dumps, "read_paths", break_off)
        with pytest.raises(KeyboardInterrupt):
            list(run(dump, tmp_path))
    list(run(dump, tmp_path))
    assert titles(tmp_path / "out.jsonl") == {f"Story {number}" for number in (*range(PAGES), 99)}


def test_an_archive_that_was_replaced_meanwhile_is_read_whole(tmp_path: Path, in_small_steps: None) -> None:
    dump = make_zip(tmp_path / "dump.zip")
    stop_after(run(dump, tmp_path), 9)
    with zipfile.ZipFile(tmp_path / "new.zip", "w") as archive:
        for number in range(PAGES):
            archive.writestr(f"{number:02}.html", make_body(100 + number))
    (tmp_path / "new.zip").replace(dump)
    list(run(dump, tmp_path))
    assert {f"Story {100 + number}" for number in range(PAGES)} <= titles(tmp_path / "out.jsonl")


def test_a_table_that_has_grown_meanwhile_is_gone_on_with(tmp_path: Path, in_small_steps: None) -> None:
    dump = make_table(tmp_path / "dump")
    before = stop_after(run(dump, tmp_path), 9)
    with dump.open("a") as table:
        table.write(json.dumps({"url": "https://a.test/99", "html": make_body(99).decode()}) + "\n")
    after = [outcome.source for outcome in run(dump, tmp_path)]
    assert not set(before) & set(after)
    assert titles(tmp_path / "out.jsonl") == {f"Story {number}" for number in (*range(PAGES), 99)}


@pytest.mark.fault(number=55)
def test_a_killed_run_loses_and_doubles_nothing(tmp_path: Path) -> None:
    dump = make_zip(tmp_path / "dump.zip")
    code = (
        "import sys; from scraper.pipeline import clean_dump, dumps; from scraper.settings import DumpSettings;"
        "dumps._BATCH = 2;"
        "[print(o.source, flush=True) for o in clean_dump([sys.argv[1]], state=sys.argv[2], output=sys.argv[3],"
        " settings=DumpSettings(processes=1))]"
    )
    command = [sys.executable, "-c", code, str(dump), str(tmp_path / "state"), str(tmp_path / "out.jsonl")]
    for lines in (1, 4, 9):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            list(islice(process.stdout, lines))
            time.sleep(0.01 * lines)
            os.kill(process.pid, signal.SIGKILL)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found = [(record["source"], record["text"]) for record in told(tmp_path / "out.jsonl")]
    assert found == whole(dump)


def test_pages_are_counted_before_they_are_cleaned(tmp_path: Path) -> None:
    progress = DumpProgress()
    outcomes = clean_paths([make_folder(tmp_path / "dump")], settings=ONE, progress=progress)
    next(iter(outcomes))
    assert progress.total == PAGES + 1


def test_the_state_holds_what_each_run_did(tmp_path: Path) -> None:
    dump = make_zip(tmp_path / "dump.zip")
    list(run(dump, tmp_path))
    with zipfile.ZipFile(dump, "a") as archive:
        archive.writestr("x.html", b"")
        archive.writestr("y.html", make_body(PAGES))
    list(run(dump, tmp_path))
    with Store(tmp_path / "state", read_only=True) as store:
        first, second = ([*told.sites.values()] for told in store.figures.read("2026-11-28T12:00:00Z").runs)
    assert [(site.new, site.unchanged, dict(site.skipped)) for site in first] == [(PAGES, 0, {})]
    assert [(site.new, site.unchanged, dict(site.skipped)) for site in second] == [(1, PAGES, {"empty": 1})]


def test_what_is_wrong_with_an_output_is_told(tmp_path: Path) -> None:
    dump, notices = make_zip(tmp_path / "dump.zip"), list[str]()
    list(run(dump, tmp_path))
    with (tmp_path / "out.jsonl").open("ab") as file:
        file.write(b"precious\n")
    progress = DumpProgress(notice=notices.append)
    list(clean_dump([dump], state=tmp_path / "state", output=tmp_path / "out.jsonl", settings=ONE, progress=progress))
    assert [f"moved to {tmp_path / 'out.jsonl.cut'}" in notice for notice in notices] == [True]


@pytest.mark.fault(number=64)
@pytest.mark.fault(number=65)
def test_a_page_that_cleaning_breaks_at_is_kept_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.workers.pool._FINGERPRINTER", "tests.pipeline.breaking:fingerprint")
    pool = dumps.CleanerPool
    monkeypatch.setattr(
        dumps, "CleanerPool", lambda *args, **kwargs: pool(*args, **kwargs, cleaner="tests.pipeline.breaking:clean")
    )
    folder = tmp_path / "dump"
    folder.mkdir()
    for name, body in (("a", "<p>fine"), ("b", "<p>segfault"), ("c", "<p>fine"), ("d", "<p>hang")):
        (folder / f"{name}.html").write_text(body)
    settings = DumpSettings(processes=1, time_limit_s=0.5, quarantine=tmp_path / "broken")
    outcomes = list(clean_paths([folder], settings=settings))
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Skipped)] == [
        *(Reason.LISTING, Reason.CRASHED),
        *(Reason.LISTING, Reason.OUT_OF_TIME),
    ]
    kept = {json.loads(path.read_text())["reason"]: path for path in (tmp_path / "broken").glob("*.json")}
    assert kept["crashed"].with_suffix(".page").read_bytes() == b"<p>segfault"
    assert kept["out_of_time"].with_suffix(".page").read_bytes() == b"<p>hang"
    assert "SIGSEGV" in json.loads(kept["crashed"].read_text())["detail"]


@pytest.mark.parametrize("keeps", [True, False])
def test_a_run_can_be_stopped_before_it_cleans(keeps: bool, tmp_path: Path) -> None:
    dump, progress = make_folder(tmp_path / "dump"), DumpProgress(is_stopped=True)
    if not keeps:
        assert list(clean_paths([dump], settings=ONE, progress=progress)) == []
        return
    where = {"state": tmp_path / "state", "output": tmp_path / "out.jsonl"}
    assert list(clean_dump([dump], **where, settings=ONE, progress=progress)) == []
    assert len(list(clean_dump([dump], **where, settings=ONE))) == PAGES + 1


@pytest.mark.parametrize("is_tar", [True, False])
def test_names_that_are_no_utf8_are_kept_and_passed_over_by_the_run_that_goes_on(is_tar: bool, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    folder.mkdir()
    for number, name in enumerate((b"caf\xe8.html", b"caf\xe9.html", b"cafo.html")):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(make_body(number))
    if is_tar:
        with tarfile.open(tmp_path / "dump.tar", "w", errors="surrogateescape") as archive:
            archive.add(folder, "dump")
    path = tmp_path / ("dump.tar" if is_tar else "dump")
    outcomes = list(clean_dump([path], state=tmp_path / "state", output=tmp_path / "out.jsonl", settings=ONE))
    names = sorted(outcome.source.rpartition("/")[2] for outcome in outcomes)
    assert names == ["caf\\xe8.html", "caf\\xe9.html", "cafo.html"]
    rest = list(read_paths([path], after=next(o.source for o in outcomes if "xe9" in o.source)))
    assert {item.source for item in rest} <= {o.source for o in outcomes if "xe9" not in o.source}
    assert len(rest) < len(outcomes)
