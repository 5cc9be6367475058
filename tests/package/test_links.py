"""Every link in the project's pages leads to a file and a heading that are there."""

import re
from pathlib import Path

import pytest

from tests.package.building import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
# How code and pages name a section of the results: benchmarks/HISTORY.md, "Trees and a sequence model".
NAMED_SECTION = re.compile(r'benchmarks/(RESULTS|HISTORY)\.md, "([^"]+)"')


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives to a page's headings."""
    headings = HEADING.findall(FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    broken = []
    for target in LINK.findall(FENCED.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert not broken


def test_sections_of_the_results_that_code_names_are_there() -> None:
    sources = [*PAGES, *(path for room in ("scraper", "tests", "benchmarks") for path in ROOT.glob(f"{room}/**/*.py"))]
    named = {found for path in sources for found in NAMED_SECTION.findall(path.read_text("utf-8"))}
    assert named
    for page, section in named:
        assert section in HEADING.findall((ROOT / f"benchmarks/{page}.md").read_text("utf-8"))
