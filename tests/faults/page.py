"""The table of faults as a page."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.faults.marks import TESTS, FaultTest
from tests.faults.table import FAULTS

PAGE: Final = TESTS.parent / "docs" / "faults.md"

_HEAD: Final = """\
# Faults

What servers, dumps and machines do wrong, and what becomes of it. Each row is proved by the tests beside it; a test fails when a
row has none. Run those of one row with `.venv/bin/python -m pytest -m "fault(number=17)"`. Outcomes in code quotes are reasons, as
`scraper failed` and the events give them.

This page is made by `make faults` from `tests/faults/table.py` and the marks on the tests.

| | fault | outcome | tests |
| ---: | --- | --- | --- |
"""


def format_page(tests: Mapping[int, Sequence[FaultTest]], page: Path = PAGE) -> str:
    """Return the page in Markdown; links are relative to where it stands."""
    rows = (
        f"| {fault.number} | {fault.what} | {fault.outcome} | {'<br>'.join(map(_link, tests.get(fault.number, ())))} |\n"
        for fault in FAULTS
    )
    marks = sum(len(found) for found in tests.values())
    count = len({(test.path, test.name) for found in tests.values() for test in found})
    return f"{_HEAD}{''.join(rows)}\n{len(FAULTS)} faults, {count} tests ({marks} proofs: some tests prove several faults).\n"


def _link(test: FaultTest) -> str:
    words = test.name.removeprefix("test_").replace("_", " ")
    return f"[{words}](../{test.path})"
