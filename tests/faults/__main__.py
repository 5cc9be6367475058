"""``python -m tests.faults`` (``make faults``): write docs/faults.md."""

from tests.faults.marks import find_fault_tests
from tests.faults.page import PAGE, format_page

PAGE.write_text(format_page(find_fault_tests()))
