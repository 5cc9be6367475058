import sys

import pytest


@pytest.fixture
def without_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("jinja2", "markupsafe", "markdown_it"):
        monkeypatch.setitem(sys.modules, module, None)
