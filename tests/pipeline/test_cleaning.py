from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scraper.pipeline import clean, clean_pages, clean_paths, discover, scrape
from scraper.reasons import Reason
from scraper.records import Article, Page, Skipped
from scraper.settings import DumpSettings, FetchSettings

HTML = "<html lang=en><title>T</title><body><article><h1>A harbour in winter</h1>" + (
    "<p>A long and quite ordinary sentence about the harbour and the ships in it.</p>" * 12
)

PAGE = Page(body=HTML.encode(), source="p", media_type="text/html")


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


SOMETHING_ELSE: Any = FetchSettings()


@pytest.mark.parametrize(
    "call",
    [
        lambda: clean(HTML, settings=SOMETHING_ELSE),
        lambda: list(clean_pages([PAGE], settings=SOMETHING_ELSE)),
        lambda: list(clean_paths([], settings=SOMETHING_ELSE)),
        lambda: scrape("https://a.test/", settings=SOMETHING_ELSE),
        lambda: discover("https://a.test/", settings=SOMETHING_ELSE),
    ],
)
def test_settings_of_another_kind_are_told_at_the_call(call: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match=r"settings must be \w+Settings\(\.\.\.\), not FetchSettings"):
        call()


@pytest.mark.parametrize("pages", [HTML, HTML.encode(), [HTML], [Path("a.html")]])
def test_what_is_no_page_is_told_with_what_to_give(pages: Any) -> None:
    with pytest.raises(TypeError, match=r"each page must be a scraper\.Page, not (str|bytes|PosixPath): make one with"):
        list(clean_pages(pages, processes=1))


def test_a_page_whose_body_is_text_is_told_with_what_to_give() -> None:
    body: Any = HTML
    with pytest.raises(TypeError, match=r"x: the body of a page must be bytes, not str: of text, give text\.encode"):
        list(clean_pages([Page(body=body, source="x")], processes=1))


@pytest.mark.parametrize(
    ("limits", "said"),
    [({"processes": -1}, "processes must be 1 or more, not -1"), ({"time_limit_s": 0}, "more than 0 seconds, not 0")],
)
def test_limits_that_make_no_sense_are_told(limits: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        list(clean_pages([PAGE], **limits))


def test_one_page_is_cleaned_as_a_list_of_one_is() -> None:
    assert [outcome.source for outcome in clean_pages(PAGE, processes=1)] == ["p"]


def test_articles_may_be_kept_in_sets() -> None:
    one, other = (clean(HTML, url="https://a.test/harbour") for _ in range(2))
    assert len({one, other}) == 1


def test_a_line_of_prose_is_a_page() -> None:
    assert clean("The ferry runs again. See https://a.test/x.html for its times.") is not None


def test_a_page_without_text_is_skipped() -> None:
    assert isinstance(clean("<html><body></body></html>"), Skipped)


def test_a_text_with_lone_surrogates_is_cleaned() -> None:
    assert isinstance(clean(HTML.replace("ships", "sh\ud83dips")), Article)


def test_pages_are_cleaned_in_other_processes_in_order() -> None:
    pages = [Page(body=HTML.encode(), source=str(number), media_type="text/html") for number in range(3)]
    assert [outcome.source for outcome in clean_pages(pages, processes=1)] == ["0", "1", "2"]


def test_one_path_is_not_read_letter_by_letter(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(HTML)
    assert [outcome.source for outcome in clean_paths(str(file), settings=DumpSettings(processes=1))] == [str(file)]


def test_files_and_folders_are_cleaned(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "b.html").write_text("")
    first, second = clean_paths([str(tmp_path)], settings=DumpSettings(processes=1))
    assert isinstance(first, Article)
    assert isinstance(second, Skipped)
    assert second.code is Reason.EMPTY
