"""Files: whose they are, who may read them, and that links planted beside them lead nowhere."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli import main
from scraper.cli.files import write_whole
from scraper.export import EXPORTERS, replace_file
from tests.export.samples import make_samples

NEW = (".jsonl", ".jsonl.gz", ".csv", ".parquet", ".sqlite")


@pytest.mark.parametrize("extension", NEW)
def test_a_link_at_an_outputs_place_is_replaced_and_not_written_through(tmp_path: Path, extension: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    path = tmp_path / f"out{extension}"
    path.symlink_to(precious)
    with replace_file(path, EXPORTERS[extension]) as writer:
        writer.write(make_samples()[0])
    assert precious.read_text() == "precious"
    assert not path.is_symlink()


@pytest.mark.parametrize("extension", NEW)
def test_a_link_planted_where_the_unfinished_file_goes_is_not_written_through(tmp_path: Path, extension: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    path = tmp_path / f"out{extension}"
    (tmp_path / f".{path.name}.{os.getpid()}.partial").symlink_to(precious)
    with replace_file(path, EXPORTERS[extension]) as writer:
        writer.write(make_samples()[0])
    assert precious.read_text() == "precious"
    assert path.stat().st_size


def test_so_are_those_of_pages_for_people_and_of_markdown(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (tmp_path / f".report.html.{os.getpid()}.partial").symlink_to(precious)
    write_whole(tmp_path / "report.html", b"page")
    for _ in range(2):
        with replace_file(tmp_path / "out.md", EXPORTERS[".md"]) as writer:
            writer.write(make_samples()[0])
        (written,) = (tmp_path / "out.md").rglob("*.md")
        written.with_name(f".{written.name[-40:]}.partial").symlink_to(precious)
    assert precious.read_text() == "precious"


def test_files_can_be_for_the_user_alone(tmp_path: Path) -> None:
    (tmp_path / "in.html").write_text("<article><h1>T</h1>" + "<p>A long and quite ordinary sentence here.</p>" * 20)
    folder = tmp_path / "out"
    outputs = [word for name in ("x.jsonl", "x.csv", "x.sqlite", "x.md") for word in ("-o", str(folder / name))]
    command = [sys.executable, "-m", "scraper.cli", "clean", str(tmp_path / "in.html"), *outputs]
    kept = [*command, "--state", str(folder / "state.sqlite")]
    subprocess.run(kept, check=True, capture_output=True, umask=0o077)
    made = list(folder.rglob("*"))
    assert len([path for path in made if path.is_file()]) >= 6
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in made} == {0}


def test_an_output_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    state = tmp_path / "s.sqlite"
    (tmp_path / "out.jsonl").write_text("precious\n")
    done = CliRunner().invoke(
        main, ["scrape", "http://a.invalid/", "--state", str(state), "-o", str(tmp_path / "out.jsonl")]
    )
    assert done.exit_code == 4
    assert (tmp_path / "out.jsonl").read_text() == "precious\n"
