from pathlib import Path
from typing import Any

import pytest

from scraper.pipeline import clean, clean_pages, clean_paths
from scraper.reasons import Reason
from scraper.records import Article, Page, Skipped
from scraper.settings import DumpSettings

HTML = "<html lang=en><title>T</title><body><article><h1>A harbour in winter</h1>" + (
    "<p>A long and quite ordinary sentence about the harbour and the ships in it.</p>" * 12
)


@pytest.mark.parametrize("html", [HTML, HTML.encode()])
def test_one_page_is_cleaned_in_this_process(html: str | bytes) -> None:
    article = clean(html, url="https://a.test/harbour")
    assert isinstance(article, Article)
    assert "ordinary sentence" in article.text
    assert article.url == "https://a.test/harbour"


@pytest.mark.parametrize("name", ["saved/x.html", "https://a.test/story", "my pages/Ein Tag.htm", "page.mhtml\n"])
def test_a_name_is_no_page(name: str) -> None:
    with pytest.raises(ValueError, match="is the name of a page, not the page"):
        clean(name)


@pytest.mark.parametrize("value", [Path("saved/x.html"), None, 1])
def test_a_page_is_text_or_bytes(value: Any) -> None:
    with pytest.raises(TypeError, match=r"a page is str or bytes, not \w+: of a file, give path\.read_bytes"):
        clean(value)


@pytest.mark.parametrize("url", [b"https://a.test/", 5])
def test_an_address_is_text(url: Any) -> None:
    with pytest.raises(TypeError, match=r"an address is str, not \w+"):
        clean("<p>The ferry runs again.</p>", url)


def test_a_line_of_prose_is_a_page() -> None:
    assert clean("The ferry runs again. See https://a.test/x.html for its times.") is not None


def test_a_page_without_text_is_skipped() -> None:
    assert isinstance(clean("<html><body></body></html>"), Skipped)


def test_a_text_with_lone_surrogates_is_cleaned() -> None:
    assert isinstance(clean(HTML.replace("ships", "sh\ud83dips")), Article)


def test_pages_are_cleaned_in_other_processes_in_order() -> None:
    pages = [Page(body=HTML.encode(), source=str(number), media_type="text/html") for number in range(3)]
    assert [outcome.source for outcome in clean_pages(pages, processes=1)] == ["0", "1", "2"]


def test_files_and_folders_are_cleaned(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "b.html").write_text("")
    first, second = clean_paths([str(tmp_path)], settings=DumpSettings(processes=1))
    assert isinstance(first, Article)
    assert isinstance(second, Skipped)
    assert second.code is Reason.EMPTY
