import re
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from fixtures.sites.server import serve_sites
from fixtures.sites.site import Site
from scraper.cleaner.model import shipped_model
from scraper.errors import UsageError
from scraper.export.archive import PageArchive
from scraper.pipeline import CleanerChoice, InspectSettings, ScrapeSettings, clean_paths, inspect, report, scrape
from scraper.records import Article, Page
from scraper.settings import DumpSettings, FetchSettings
from tests.cleaner.pages import article_page

FETCH = FetchSettings(allow_private=(ip_network("127.0.0.0/8"),), delay_s=0.0)
URL = "https://news.example/2026/harbour"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(article_page(), encoding="utf-8")
    return path


def test_a_saved_page_is_shown(saved: Path) -> None:
    html = inspect(saved)
    assert "Harbour to stay shut until spring" in html
    assert "Site profile</dt><dd>none" in html


def test_words_of_scripts_without_spaces_are_counted_as_in_records(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = "".join(
        f"<p>港は冬のあいだ静かで、船は春を待っている。{number}隻の船が岸壁につながれている。</p>"
        for number in range(20)
    )
    page.write_text(f"<html lang=ja><title>港</title><article><h1>港の冬</h1>{text}</article>", encoding="utf-8")
    html = inspect(page)
    (record,) = clean_paths([page], settings=DumpSettings(processes=1))
    assert isinstance(record, Article)
    shown = re.search(r"Kept <b>([\d,]+) words", html)
    assert shown
    assert int(shown[1].replace(",", "")) == pytest.approx(record.word_count, rel=0.1)


def test_a_saved_page_is_given_its_address(saved: Path) -> None:
    assert f'<a href="{URL}"' in inspect(saved, InspectSettings(url=URL))


def test_a_missing_or_binary_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nothing\.html: No such file"):
        inspect(tmp_path / "nothing.html")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7\n" * 50)
    with pytest.raises(UsageError, match="PDF"):
        inspect(tmp_path / "x.pdf")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two runs: the page as it was and as it is, and another one."""
    folder = tmp_path / "pages"
    for name, title in (("20261101T060000Z-run000001", "As it was"), ("20261102T060000Z-run000002", "As it is")):
        with PageArchive(folder, name) as kept:
            for url, headline in ((URL, title), ("https://news.example/other", "Another")):
                body = article_page(title=headline).encode()
                kept.write(
                    Page(
                        body=body,
                        source=url,
                        url=url,
                        media_type="text/html",
                        status=200,
                        fetched_at=f"2026-11-0{title == 'As it is' or 2}T06:00:00+00:00",
                    )
                )
    return folder


def test_a_url_is_shown_as_it_was_archived_last(archive: Path) -> None:
    html = inspect(URL, InspectSettings(archive=archive))
    assert "<h1>As it is</h1>" in html


def test_a_url_that_is_not_archived_is_told(archive: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no page of https://news\.example/none"):
        inspect("https://news.example/none", InspectSettings(archive=archive))


def test_a_file_with_several_pages_needs_an_address(archive: Path) -> None:
    file = sorted(archive.iterdir())[0]
    with pytest.raises(UsageError, match="holds 2 pages: name one with --url"):
        inspect(file)
    assert "<h1>Another</h1>" in inspect(file, InspectSettings(url="https://news.example/other"))


def test_a_folder_whose_pages_tell_no_address_needs_the_file(saved: Path) -> None:
    (saved.parent / "other.html").write_bytes(saved.read_bytes())
    with pytest.raises(UsageError, match="holds 2 pages: name the file of one"):
        inspect(saved.parent)


def test_an_address_that_no_page_of_a_file_has_is_told_with_one_that_is_there(archive: Path) -> None:
    file = sorted(archive.iterdir())[0]
    with pytest.raises(
        UsageError, match=r"holds 2 pages, and none of https://a\.test/x: .* --url, such as https://news"
    ):
        inspect(file, InspectSettings(url="https://a.test/x"))


def test_a_folder_in_which_some_pages_tell_their_address_says_so(saved: Path, archive: Path) -> None:
    for name in ("a.html", "b.html"):
        (archive / name).write_bytes(saved.read_bytes())
    with pytest.raises(UsageError, match=r"2 of them without an address, and none of https://a\.test/x"):
        inspect(archive, InspectSettings(url="https://a.test/x"))


def test_a_page_that_states_its_address_is_found_by_it(saved: Path) -> None:
    for name in ("one", "two"):
        page = f'<html><head><link rel="canonical" href="https://a.test/{name}"></head><body><h1>Page {name}</h1><p>Words.</p>'
        (saved.parent / f"{name}.html").write_text(page)
    assert "Page two" in inspect(saved.parent, InspectSettings(url="https://a.test/two"))
    with pytest.raises(UsageError, match=r"holds \d+ pages: name one with --url, such as https://a\.test/one"):
        inspect(saved.parent)


def test_two_models_are_compared(saved: Path, tmp_path: Path) -> None:
    model = shipped_model()
    wrong = replace(model, trees=replace(model.trees, leaf=-3 * model.trees.leaf), version="wrong-1")
    (tmp_path / "wrong.npz").write_bytes(wrong.to_bytes())
    html = inspect(saved, InspectSettings(against=CleanerChoice(model=tmp_path / "wrong.npz")))
    assert "Before: wrong-1 (wrong.npz), no profile" in html
    assert f"After: {model.version}, no profile" in html
    assert "Gained" in html or "Lost: " in html


def test_a_file_that_is_no_model_is_told(saved: Path) -> None:
    with pytest.raises(UsageError, match="no model: name a file that `make train` wrote"):
        inspect(saved, InspectSettings(cleaner=CleanerChoice(model=saved)))


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serve_sites(keys=["magazine"]) as sites:
        yield sites["magazine"]


@pytest.fixture(scope="module")
def scraped(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scraped")
    settings = ScrapeSettings(fetch=FETCH, archive=folder / "pages")
    scrape([site.url("/")], state=folder / "state.sqlite", output=folder / "a.jsonl", settings=settings)
    return folder


def test_what_was_stored_is_shown_with_what_the_site_said(site: Site, scraped: Path) -> None:
    url = site.article_url(next(iter(site.articles)))
    known = CleanerChoice(state=scraped / "state.sqlite")
    html = inspect(url, InspectSettings(cleaner=known, against=CleanerChoice(), archive=scraped / "pages"))
    assert "After: blocks-" in html
    assert "14 other articles from state.sqlite" in html
    assert "Lost: Repeats, on 14 other pages" in html


def test_a_url_is_fetched_where_no_archive_is_named(site: Site) -> None:
    url = site.article_url(next(iter(site.articles)))
    assert f'<a href="{url}"' in inspect(url, InspectSettings(fetch=FETCH))
    with pytest.raises(UsageError, match=r"http_4xx \(status 404\): nothing to inspect"):
        inspect(site.url("/no/such/page"), InspectSettings(fetch=FETCH))


def test_a_site_is_learned_from_other_saved_pages(site: Site, tmp_path: Path) -> None:
    for number, article in enumerate(site.articles):
        answer = site.answer(site.theme.article_path(article))
        assert answer
        (tmp_path / f"{number}.html").write_bytes(answer.body)
    html = inspect(tmp_path / "0.html", InspectSettings(cleaner=CleanerChoice(learn=(tmp_path,))))
    assert f"<dd>{len(site.articles) - 1} other articles</dd>" in html


def test_the_report_shows_what_a_scrape_left(site: Site, scraped: Path) -> None:
    html = report(scraped / "state.sqlite")
    host = site.base_url.removeprefix("http://")
    cards = html.partition('id="sites"')[2].partition('id="outcomes"')[0]
    assert re.findall("<h3>([^<]*)", cards) == [host], "one card, not one more for the start page"
    assert '<dt>Articles held</dt><dd><a href="#c' in html
    assert "No answer has been timed" not in html
    assert "0 B</dd>" not in html
