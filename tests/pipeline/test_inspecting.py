import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from zipfile import ZipFile

import pytest

from fixtures.sites.server import serve_sites
from fixtures.sites.site import Site
from scraper.cleaner.model import shipped_model
from scraper.errors import UsageError
from scraper.export.archive import PageArchive
from scraper.pipeline import (
    CleanerChoice,
    InspectSettings,
    ScrapeSettings,
    clean_dump,
    clean_paths,
    inspect,
    report,
    scrape,
)
from scraper.read import read_paths
from scraper.records import Article, Page
from scraper.settings import DumpSettings, FetchSettings, ReadSettings
from tests.cleaner.pages import article_page, paragraphs

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


def test_a_folder_whose_pages_tell_no_address_needs_the_place(saved: Path) -> None:
    (saved.parent / "other.html").write_bytes(saved.read_bytes())
    with pytest.raises(UsageError, match=r"holds 2 pages: name one by its place, such as .*/other\.html: none of them"):
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


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """Pages without addresses, and a picture, in an archive."""
    path = tmp_path / "pages.zip"
    with ZipFile(path, "w") as archive:
        for name in ("one", "two", "three", "four"):
            texts = (f"Of story {name}, sentence {number}: {name * 30}, said Ann in the hall." for number in range(9))
            archive.writestr(f"a/{name}.html", article_page(paragraphs(texts), title=f"Story {name}"))
        archive.writestr("a/photo.html", b"\xff\xd8\xff\xe0" + b"x" * 100)
    return path


def test_a_page_in_an_archive_is_shown_by_its_place(packed: Path) -> None:
    assert "<h1>Story two</h1>" in inspect(f"{packed}!a/two.html")
    assert f'<a href="{URL}"' in inspect(f"{packed}!a/two.html", InspectSettings(url=URL))


def test_every_place_that_cleaning_tells_is_shown_with_what_was_known_of_the_page(archive: Path, packed: Path) -> None:
    outcomes = list(clean_paths([archive, packed], settings=DumpSettings(processes=1)))
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    assert len(articles) == 8
    for article in articles:
        html = inspect(article.source)
        assert f"<h1>{article.title}</h1>" in html
        assert article.url is None or f'<a href="{article.url}"' in html
        assert article.fetched_at is None or article.fetched_at in html
    (skipped,) = [outcome for outcome in outcomes if not isinstance(outcome, Article)]
    with pytest.raises(UsageError, match=r"photo\.html: the file is no page but JPEG"):
        inspect(skipped.source)


def test_a_place_that_is_not_there_is_told_with_some_that_are(packed: Path) -> None:
    with pytest.raises(
        UsageError, match=r"!a/x\.html: no such place: name one that there is, such as .*!a/one\.html, .*\.\.\.$"
    ):
        inspect(f"{packed}!a/x.html")
    (packed.parent / "none.zip").write_bytes(b"PK\5\6" + bytes(18))
    with pytest.raises(UsageError, match=r"none\.zip holds no page that can be read$"):
        inspect(f"{packed.parent}/none.zip!x.html")
    with pytest.raises(UsageError, match=r"gone\.zip!x\.html: No such file"):
        inspect(f"{packed.parent}/gone.zip!x.html")


def test_of_members_of_one_name_the_last_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with ZipFile(path, "w") as archive, warnings.catch_warnings(action="ignore"):
        for title in ("Before", "After"):
            archive.writestr("a.html", article_page(title=title))
    assert "<h1>After</h1>" in inspect(f"{path}!a.html")


def test_a_page_at_a_place_is_compared_with_what_its_archive_tells(packed: Path) -> None:
    cleaner = CleanerChoice(learn=(packed,))
    html = inspect(f"{packed}!a/two.html", InspectSettings(cleaner=cleaner, against=CleanerChoice()))
    assert "3 other articles from pages.zip" in html
    assert "Before: " in html


def test_what_a_dump_told_is_taken_from_its_state(packed: Path, tmp_path: Path) -> None:
    state = tmp_path / "run.sqlite"
    settings = DumpSettings(processes=1)
    outcomes = list(clean_dump([packed], state=state, output=tmp_path / "out.jsonl", settings=settings))
    html = inspect(outcomes[0].source, InspectSettings(cleaner=CleanerChoice(state=state)))
    assert "3 other articles from run.sqlite" in html


def test_a_table_is_read_by_the_columns_that_are_named(tmp_path: Path) -> None:
    table = tmp_path / "rows.jsonl"
    table.write_text("".join(json.dumps({"p": article_page(title=title), "u": URL}) + "\n" for title in ("One", "Two")))
    reading = ReadSettings(html_column="p", url_column="u")
    places = [page.source for page in read_paths([table], reading)]
    html = inspect(places[1], InspectSettings(read=reading))
    assert "<h1>Two</h1>" in html
    assert f'<a href="{URL}"' in html
    with pytest.raises(UsageError, match="name its column with --html-column"):
        inspect(places[1])


def test_a_folder_that_may_be_a_host_gives_way_to_the_address_that_is_said(saved: Path) -> None:
    page = saved.parent / "www.example.org" / "page.html"
    page.parent.mkdir()
    page.write_bytes(saved.read_bytes())
    assert '<a href="https://www.example.org/page.html"' in inspect(page)
    assert f'<a href="{URL}"' in inspect(page, InspectSettings(url=URL))


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
