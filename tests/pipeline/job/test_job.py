"""Jobs whose tasks are done in this process: what is written, and what becomes of what fails."""

import hashlib
import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pytest
from pyarrow import dataset

from benchmarks.profile_sites import demo_pages
from scraper.errors import StateError, UsageError
from scraper.pipeline import DumpProgress, clean_to_parts, dumps
from scraper.records import Skipped
from scraper.scale import Engine, open_parts
from scraper.settings import DumpSettings, JobSettings
from scraper.version import VERSION
from scraper.workers import CleanerPool
from tests.pipeline.job.dumps import SHARD_PAGES, InlineEngine, all_skipped, clean_at_once, read_records

SMALL = JobSettings(shard_pages=SHARD_PAGES)
Use = Callable[[Engine], None]
AtOnce = tuple[list[bytes], list[Skipped]]


def test_parts_hold_what_one_run_gives_byte_by_byte(
    dump: Path, at_once: AtOnce, use_engine: Use, tmp_path: Path
) -> None:
    engine, progress = InlineEngine(), DumpProgress()
    use_engine(engine)
    receipts = list(clean_to_parts([dump], output=tmp_path / "out", settings=SMALL, progress=progress))
    records, skipped = at_once
    assert read_records(tmp_path / "out") == records
    assert all_skipped(receipts) == skipped
    assert progress.total == progress.looked_at == len(records) + len(skipped)
    # Large files of a kind that can be read from the middle are shared out; the others are one task.
    assert sum(key.startswith("clean-") for key in engine.done) > len(records) / SHARD_PAGES / 2


def test_the_manifest_lists_every_part_with_its_checksum(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    use_engine(InlineEngine())
    receipts = list(clean_to_parts([dump], output=tmp_path, settings=SMALL))
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert {part["name"] for part in manifest["parts"]} == {path.name for path in tmp_path.glob("part-*")}
    for part in manifest["parts"]:
        data = (tmp_path / part["name"]).read_bytes()
        assert (part["size_bytes"], part["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert manifest["articles"] == sum(part["records"] for part in manifest["parts"])
    assert manifest["pages"] == sum(receipt.pages for receipt in receipts)
    assert sum(manifest["skipped"].values()) == len(all_skipped(receipts))
    assert manifest["skipped"]["truncated"] == manifest["skipped"]["not_a_regular_file"] == 1
    assert sorted(path.name for path in (tmp_path / "_job").iterdir()) == ["plan.json", "receipts"]


@pytest.mark.parametrize("after_tasks", [2, 17])
def test_a_stopped_job_goes_on_with_the_parts_that_are_missing(
    dump: Path, at_once: AtOnce, use_engine: Use, tmp_path: Path, after_tasks: int
) -> None:
    stopped, rest = InlineEngine(most=after_tasks), InlineEngine()
    use_engine(stopped)
    with pytest.raises(KeyboardInterrupt):
        list(clean_to_parts([dump], output=tmp_path, settings=SMALL))
    assert not (tmp_path / "manifest.json").exists()
    use_engine(rest)
    receipts = list(clean_to_parts([dump], output=tmp_path, settings=SMALL))
    assert len(stopped.done) == after_tasks
    assert not set(stopped.done) & set(rest.done)
    assert read_records(tmp_path) == at_once[0]
    assert all_skipped(receipts) == at_once[1]


def test_a_job_that_is_done_is_not_done_again(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    use_engine(InlineEngine())
    receipts = list(clean_to_parts([dump / "rows.jsonl"], output=tmp_path, settings=SMALL))
    use_engine(InlineEngine(most=0))
    again = list(clean_to_parts([dump / "rows.jsonl"], output=tmp_path, settings=SMALL))
    assert sorted(map(repr, again)) == sorted(map(repr, receipts))


def test_tasks_that_are_done_twice_leave_the_same(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    class Twice(InlineEngine):
        def run(self, tasks):
            for task in tasks:
                before = {}
                for _ in range(2):
                    list(super().run([task]))
                    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
                    assert not before or after == before
                    before = after
                yield from super().run([task])

    use_engine(Twice())
    list(clean_to_parts([dump / "html", dump / "rows.jsonl"], output=tmp_path, settings=SMALL))


def test_a_file_that_kills_its_worker_is_an_outcome_and_costs_no_other(
    dump: Path, at_once: AtOnce, use_engine: Use, tmp_path: Path
) -> None:
    deadly = next(iter(sorted((dump / "html").rglob("*.html")))).name
    use_engine(InlineEngine(deadly=deadly))
    receipts = list(clean_to_parts([dump / "html"], output=tmp_path, settings=SMALL))
    (skipped,) = all_skipped(receipts)
    assert skipped.source.endswith(deadly)
    assert (skipped.stage, skipped.code, skipped.detail) == ("read", "crashed", "the worker that had it died, 4 times")
    records = [json.loads(line)["source"] for line in read_records(tmp_path)]
    assert len(records) == len(set(records)) == 11


def test_what_was_taken_apart_is_not_tried_whole_by_the_next_run(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    deadly = next(iter(sorted((dump / "html").rglob("*.html")))).name
    use_engine(InlineEngine(deadly=deadly, most=11))
    with pytest.raises(KeyboardInterrupt):
        list(clean_to_parts([dump / "html"], output=tmp_path, settings=SMALL))
    use_engine(InlineEngine(deadly=deadly))
    receipts = list(clean_to_parts([dump / "html"], output=tmp_path, settings=SMALL))
    assert len(all_skipped(receipts)) == 1
    assert len(read_records(tmp_path)) == 11


def test_a_page_that_cleaning_breaks_at_is_quarantined(
    use_engine: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, kept = tmp_path / "saved", tmp_path / "kept"
    saved.mkdir()
    for number, word in enumerate(("one", "segfault", "three")):
        (saved / f"{number}.html").write_text(f"<p>{word}")
    monkeypatch.setattr(dumps, "CleanerPool", partial(CleanerPool, cleaner="tests.pipeline.breaking:clean"))
    use_engine(InlineEngine())
    settings = JobSettings(dump=DumpSettings(quarantine=kept))
    (receipt,) = clean_to_parts([saved], output=tmp_path / "out", settings=settings)
    assert [skipped.code for skipped in receipt.skipped] == ["listing", "crashed", "listing"]
    assert [path.read_text() for path in kept.glob("*.page")] == ["<p>segfault"]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_records_gathered_by_site_are_a_data_set(dump: Path, use_engine: Use, tmp_path: Path, form: str) -> None:
    use_engine(InlineEngine())
    settings = JobSettings(shard_pages=SHARD_PAGES, partition="site", form=form)
    list(clean_to_parts([dump / "all.warc.gz"], output=tmp_path, settings=settings))
    assert sorted(path.name for path in tmp_path.glob("site=*")) == [
        f"site={key}.example" for key in ("component", "magazine", "oldpress")
    ]
    read = "read_parquet" if form == "parquet" else "read_json"
    query = f"SELECT site, count(*), count(DISTINCT id) FROM {read}('{tmp_path}/*/*.{form}', hive_partitioning=true) GROUP BY site"
    assert sorted(duckdb.sql(query).fetchall()) == [
        (f"{key}.example", 8, 8) for key in ("component", "magazine", "oldpress")
    ]
    if form == "parquet":
        table = dataset.dataset(tmp_path, format="parquet", partitioning="hive", exclude_invalid_files=True)
        assert table.count_rows(filter=dataset.field("site") == "magazine.example") == 8


def test_records_gathered_by_date_are_a_data_set(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    use_engine(InlineEngine())
    settings = JobSettings(shard_pages=SHARD_PAGES, partition="date", form="parquet")
    list(clean_to_parts([dump / "html", dump / "text"], output=tmp_path, settings=settings))
    query = (
        f"SELECT count(*) FROM read_parquet('{tmp_path}/*/*.parquet', hive_partitioning=true)"
        " WHERE strftime(date, '%Y-%m-%d') = substr(published, 1, 10)"
    )
    assert duckdb.sql(query).fetchall() == [(12,)]


def test_a_folder_reached_through_fsspec(dump: Path, at_once: AtOnce, use_engine: Use, tmp_path: Path) -> None:
    use_engine(InlineEngine())
    list(clean_to_parts([dump], output=f"local://{tmp_path}/out", settings=SMALL))
    assert read_records(tmp_path / "out") == at_once[0]
    assert not list(tmp_path.rglob("*.partial"))


def test_another_jobs_folder_is_refused(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    use_engine(InlineEngine())
    list(clean_to_parts([dump / "html"], output=tmp_path, settings=SMALL))
    with pytest.raises(UsageError, match="other inputs, settings or another version"):
        list(clean_to_parts([dump / "html"], output=tmp_path, settings=JobSettings(shard_pages=13)))
    with pytest.raises(UsageError, match="other inputs"):
        list(clean_to_parts([dump / "rows.jsonl"], output=tmp_path, settings=SMALL))


def test_a_dump_that_has_changed_is_another_one(use_engine: Use, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>one")
    use_engine(InlineEngine())
    list(clean_to_parts([page], output=tmp_path / "out"))
    page.write_text("<p>another")
    with pytest.raises(UsageError, match="other inputs"):
        list(clean_to_parts([page], output=tmp_path / "out"))


def test_a_folder_with_something_else_in_it_is_refused(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(UsageError, match="is not the folder of a job"):
        list(clean_to_parts([dump], output=tmp_path, settings=SMALL))


def test_a_folder_that_cannot_be_written_ends_the_job(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StateError, match=r"cannot be read \(Not a directory\)"):
        list(clean_to_parts([dump], output=tmp_path / "file" / "out", settings=SMALL))


def test_workers_of_another_version_are_refused(dump: Path, use_engine: Use, tmp_path: Path) -> None:
    use_engine(InlineEngine(version="0.0.1"))
    with pytest.raises(
        StateError, match=f"the worker has version {VERSION} of this package, the job 0.0.1: install one on both"
    ):
        list(clean_to_parts([dump], output=tmp_path, settings=SMALL))


def test_a_folder_without_pages_is_a_job_without_parts(use_engine: Use, tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    use_engine(InlineEngine())
    assert list(clean_to_parts([tmp_path / "saved"], output=tmp_path / "out")) == []
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (manifest["pages"], manifest["parts"]) == (0, [])


def test_standard_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="standard input is read once"):
        list(clean_to_parts(["-"], output=tmp_path))


def test_a_store_nobody_knows(dump: Path) -> None:
    with pytest.raises(UsageError, match="nosuch://bucket/x"):
        open_parts("nosuch://bucket/x")


def test_a_site_with_more_pages_than_its_profile_keeps_is_cleaned_as_in_one_run(
    use_engine: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.cleaner.DUMP_PAGES", 12)
    monkeypatch.setattr("scraper.cleaner.DUMP_OLDER", 20)
    saved = tmp_path / "saved"
    saved.mkdir()
    with (saved / "rows.jsonl").open("w") as file:
        for page in demo_pages("magazine", 60, themes=2):  # of three days, and some once more, later and without a date
            row = {"url": page.url, "html": page.body.decode()}
            again = {"url": page.url, "html": re.sub('<meta property="article:published_time"[^>]*>', "", row["html"])}
            file.writelines(json.dumps(each) + "\n" for each in (row, again))
    records, _ = clean_at_once(saved)
    use_engine(InlineEngine())
    list(clean_to_parts([saved], output=tmp_path / "out", settings=SMALL))
    assert read_records(tmp_path / "out") == records
    assert len(records) == 120
