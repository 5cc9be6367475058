"""Each fault is proved by a test that always runs, and the page says by which."""

from pathlib import Path

import pytest

from tests.faults.marks import FaultTest, find_fault_tests
from tests.faults.page import PAGE, format_page
from tests.faults.table import FAULTS


def test_faults_are_numbered_without_gaps() -> None:
    assert [fault.number for fault in FAULTS] == list(range(1, 71))


def test_each_fault_has_a_test_that_is_never_skipped() -> None:
    tests = find_fault_tests()
    assert [fault.number for fault in FAULTS if all(test.may_skip for test in tests.get(fault.number, ()))] == []


def test_each_mark_names_a_fault() -> None:
    assert find_fault_tests().keys() <= {fault.number for fault in FAULTS}


def test_the_page_is_what_the_generator_writes() -> None:
    assert PAGE.read_text() == format_page(find_fault_tests()), "run `make faults`"


MARKED = """\
import pytest

def make():
    pytest.skip("no tool")

@pytest.fixture
def made():
    return make()

@pytest.mark.fault(number=2)
@pytest.mark.fault(number=3)
def test_one(): ...

@pytest.mark.fault(number=3)
async def test_two(made): ...

@pytest.mark.skipif(True, reason="")
@pytest.mark.fault(number=3)
def test_three(): ...
"""


def test_marks_are_found_and_what_may_skip_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_x.py").write_text(MARKED)
    one = FaultTest("tests/test_x.py", "test_one", may_skip=False)
    three, two = (FaultTest("tests/test_x.py", f"test_{name}", may_skip=True) for name in ("three", "two"))
    assert find_fault_tests(folder) == {2: [one], 3: [one, three, two]}


WRONG = [
    "@pytest.mark.fault(3)\ndef test_a(): ...",
    "@pytest.mark.fault\ndef test_a(): ...",
    "@pytest.mark.fault(number=3)\ndef helper(): ...",
    "@pytest.mark.parametrize('x', [pytest.param(1, marks=pytest.mark.fault(number=3))])\ndef test_a(x): ...",
]


@pytest.mark.parametrize("wrong", WRONG)
def test_marks_that_would_be_lost_are_refused(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "test_x.py").write_text(wrong)
    with pytest.raises(ValueError, match=r"helper is marked|write the mark as"):
        find_fault_tests(tmp_path)
