"""Whole text dumps, each beside the page that a person reads in it."""

import dataclasses
import json
from pathlib import Path

import pytest

from scraper.cleaner.text_dump import TextPage, read_text_page

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))


def _as_json(page: TextPage) -> dict[str, object]:
    found = dataclasses.asdict(page)
    found["paragraphs"] = [f"{part.kind.value}: {part.text}" for part in page.paragraphs]
    found["authors"] = list(page.authors)
    for name in ("confidence", "dropped", "lines", "places"):
        del found[name]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_dump_gives_what_a_person_reads(name: str) -> None:
    page = read_text_page((HERE / f"{name}.txt").read_text("utf-8"))
    assert _as_json(page) == json.loads((HERE / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_and_a_byte_order_mark_do_not_matter(name: str) -> None:
    text = (HERE / f"{name}.txt").read_text("utf-8")
    assert read_text_page("\ufeff" + text.replace("\n", "\r\n")) == read_text_page(text)
