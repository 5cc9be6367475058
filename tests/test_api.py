import subprocess
import sys
from pathlib import Path

import pytest

import scraper

HTML = "<html lang=en><title>T</title><body><article><h1>A harbour in winter</h1>" + (
    "<p>A long and quite ordinary sentence about the harbour and the ships in it.</p>" * 12
)


def test_every_public_name_is_there() -> None:
    for name in scraper.__all__:
        assert getattr(scraper, name) is not None


@pytest.mark.parametrize("name", ["pipeline.report", "pipeline.inspect", "records.Page", "settings.FetchSettings"])
def test_what_the_readme_names_is_there_once_the_package_is_imported(name: str) -> None:
    """In a process of its own: another test may have imported the module."""
    subprocess.run([sys.executable, "-c", f"import scraper; scraper.{name}"], check=True)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = scraper.no_such_name


def test_a_page_is_cleaned_with_one_call() -> None:
    outcome = scraper.clean(HTML, url="https://a.test/harbour")
    assert isinstance(outcome, scraper.Article)
    assert "harbour" in outcome.text


SAVED = (
    "<!-- saved from url=(0030)https://a.test/harbour -->"
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>{bar}</p><!-- END WAYBACK TOOLBAR INSERT -->"
    "<!-- FILE ARCHIVED ON 08:00:15 Nov 26, 2026 AND RETRIEVED -->"
    '<link rel=canonical href="https://web.archive.org/web/20261126080015/https://a.test/harbour">'
).format(bar="The archive tells at length how it came by this page, and asks for a gift. " * 20)


@pytest.mark.parametrize(("url", "source"), [(None, "wayback"), ("https://a.test/harbour", "option")])
def test_what_an_archive_wrote_into_a_page_is_taken_out_and_gives_its_address(url: str | None, source: str) -> None:
    outcome = scraper.clean(SAVED + HTML, url)
    assert isinstance(outcome, scraper.Article)
    assert "gift" not in outcome.text
    assert (outcome.url, outcome.url_source, outcome.site) == ("https://a.test/harbour", source, "a.test")
    assert outcome.fetched_at == "2026-11-26T08:00:15+00:00"


def test_many_pages_are_cleaned_from_a_script_without_a_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import scraper\n"
        f"pages = [scraper.Page(body={HTML.encode()!r}, source='x', media_type='text/html')] * 3\n"
        "print([type(outcome).__name__ for outcome in scraper.clean_pages(pages)])\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, check=True, text=True)
    assert done.stdout == "['Article', 'Article', 'Article']\n"
