"""docs/export-formats.md, followed: its code as it stands, its rows in the registry."""

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scraper import export
from scraper.cli import main
from scraper.export import Format
from tests.store.articles import make_article

PAGE = (Path(__file__).parents[2] / "docs" / "export-formats.md").read_text("utf-8")
GROWING, ROW, WHOLE = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def run_code(code: str, name: str) -> Any:
    module: dict[str, Any] = {}
    exec(compile(code, "export-formats.md", "exec"), module)
    return module[name]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Format]:
    added = {".tsv": run_code(GROWING, "TSV"), ".json": run_code(WHOLE, "JSON_LIST")}
    assert '".tsv": TSV' in ROW
    assert '".json": JSON_LIST' in PAGE
    monkeypatch.setattr(export, "EXPORTERS", {**export.EXPORTERS, **added})
    return added


def test_the_format_that_grows_is_added_to_by_each_run(registry: Mapping[str, Format], tmp_path: Path) -> None:
    output = tmp_path / "news.tsv"
    open_kept = registry[".tsv"].open_kept
    assert open_kept is not None
    with open_kept(output, None) as kept:
        mark = kept.append([replace(make_article(), title="First")])
    with open_kept(output, mark) as kept:
        kept.append([replace(make_article(), title="Second")])
    with output.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["title"] for row in rows] == ["First", "Second"]
    assert set(rows[0]) == {"published", "site", "title", "url"}


def test_what_a_page_says_cannot_break_a_line(registry: Mapping[str, Format], tmp_path: Path) -> None:
    file = registry[".tsv"].open_new
    assert file is not None
    writer = file(tmp_path / "a.tsv")
    writer.write([replace(make_article(), title="a\tb\nc\ud800")])
    writer.close()
    assert (tmp_path / "a.tsv").read_text("utf-8").splitlines()[1].split("\t")[2] == "a b c"


@pytest.mark.parametrize("articles", [0, 3])
def test_the_format_with_an_end_is_one_list(registry: Mapping[str, Format], tmp_path: Path, articles: int) -> None:
    html = (
        "<html><title>T</title><article><h1>A harbour</h1>" + "<p>A quite ordinary sentence about the harbour.</p>" * 12
    )
    (tmp_path / "saved").mkdir()
    for number in range(articles):
        (tmp_path / "saved" / f"{number}.html").write_text(html)
    done = CliRunner().invoke(main, ["clean", str(tmp_path / "saved"), "-o", str(tmp_path / "all.json")])
    assert done.exit_code == 0, done.output
    assert len(json.loads((tmp_path / "all.json").read_text("utf-8"))) == articles
