"""What importing costs: a command that prints its version should not wait for libraries that it does not use."""

import re
import subprocess
import sys

import pytest

# Issue 3's bound.
IMPORT_MS = 150
HEAVY = (
    "trafilatura",
    "lxml",
    "htmldate",
    "charset_normalizer",
    "feedparser",
    "pyarrow",
    "httpx",
    "justext",
    "dateparser",
)


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True, timeout=60)


def import_ms(module: str) -> float:
    """The time that the interpreter says the module took, of a processor that others use too: the best of five."""
    pattern = re.compile(rf"\|\s*(\d+) \| {re.escape(module)}$", re.M)
    times = [
        int(pattern.findall(run_python("-X", "importtime", "-c", f"import {module}").stderr)[-1]) for _ in range(5)
    ]
    return min(times) / 1000


def test_importing_the_package_is_quick():
    assert import_ms("scraper") < IMPORT_MS


@pytest.mark.parametrize("module", ["scraper", "scraper.cleaner.page", "scraper.pipeline", "scraper.records"])
def test_heavy_libraries_are_loaded_when_they_are_asked_for(module):
    loaded = run_python(
        "-c", f"import {module}, sys; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    ).stdout.split()
    assert not set(HEAVY) & set(loaded)


def test_cleaning_a_clear_page_loads_no_second_extractor():
    code = (
        "import scraper, sys; scraper.clean('<article>' + '<p>A sentence of a "
        "dozen words, with a comma, that ends with a full stop.</p>' * 9);"
        "print(*sys.modules)"
    )
    loaded = run_python("-c", code).stdout.split()
    assert "trafilatura" not in loaded
    assert "lxml" not in loaded
    assert "htmldate" not in loaded


def test_the_process_that_reads_a_dump_and_learns_its_sites_leaves_the_rest_to_others(tmp_path):
    for number in range(4):
        text = "".join(
            f"<p>Sentence {number * place} of a dozen words, with a comma, that ends there.</p>" for place in range(9)
        )
        (tmp_path / f"{number}.html").write_text(
            f"<link rel=canonical href=https://one.test/{number}><article>{text}</article>"
        )
    code = (
        "import sys; from scraper.pipeline import clean_paths;"
        f"assert len(list(clean_paths([{str(tmp_path)!r}]))) == 4; print(*sys.modules)"
    )
    loaded = run_python("-c", code).stdout.split()
    assert "scraper.cleaner.profile.learn" in loaded
    assert not {"numpy", "selectolax", "scraper.cleaner.page"} & set(loaded)
