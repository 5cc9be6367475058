"""The page dump that comes with the project's brief, where it is at hand."""

from pathlib import Path

import pytest

from scraper.cleaner.text_dump import Paragraph, ParagraphKind, clean_text_page, read_text_page
from scraper.records import Article, Page

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not beside this checkout")

HEADINGS = (
    "Nakatani’s Ankara visit represents Japan’s first official defense minister engagement",
    "Turkish aerospace facilities tour Highlights: Drone technology transfer potential",
    "What Defense Minister Guler’s cooperation commitment reveals about bilateral military ties",
)
# The first words of the thirteen paragraphs, "#" for a sub-heading.
ORDER = (
    "Japan’s historic", "#", "Japan’s defence minister discussed", "Gen Nakatani is", "Ahead of", "The unprecedented", "#",
    "Nakatani will also", "“Defence industry", "Turkey-backed", "Japan is considering", "#", "Defence Minister Yasar",
    "Turkey and Japan have both", "Nakatani’s visit to Turkey", "The proven combat",
)  # fmt: skip


def _seed() -> str:
    (path,) = SEEDS.glob("*8893cf1be62d4ad5.txt")
    return path.read_text("utf-8")


def test_the_seed_gives_its_metadata() -> None:
    page = read_text_page(_seed())
    assert page.title == "Japan, Turkey talk defense and drones"
    assert page.authors == ("Edwin O.",)
    assert page.published == "2025-08-21"
    assert page.section == "News"
    assert page.site_name == "Global Current News"


def test_the_seed_gives_its_thirteen_paragraphs_and_three_headings_in_order_and_nothing_else() -> None:
    text = _seed()
    parts = read_text_page(text).paragraphs
    assert tuple(part.text for part in parts if part.kind is ParagraphKind.HEADING) == HEADINGS
    assert len(parts) == len(ORDER)
    for part, start in zip(parts, ORDER, strict=True):
        assert part.kind is ParagraphKind.HEADING if start == "#" else part == _paragraph(text, start)


def _paragraph(text: str, start: str) -> Paragraph:
    (line,) = (line for line in text.splitlines() if line.startswith(start) and line.endswith((".", "”")))
    return Paragraph(ParagraphKind.PARAGRAPH, line)


def test_the_seed_gives_a_record() -> None:
    text = _seed()
    record = clean_text_page(Page(body=text.encode(), source="seed.txt", media_type="text/plain"), text, "utf-8")
    assert isinstance(record, Article)
    assert record.text.count("\n\n") == len(ORDER) - 1
    assert record.markdown.count("\n\n## ") == len(HEADINGS)
    assert record.field_sources["title"] == "text"
    assert record.charset == "utf-8"
