from pathlib import Path

import pytest

from fixtures.history import READ_AT, write_history
from scraper.report import render_report
from scraper.store import Store
from tests.report.browser.conftest import Open, check_quiet


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "news.sqlite"
    write_history(path)
    with Store(path, read_only=True) as store:
        return render_report(store.figures.read(READ_AT), "news.sqlite")


def test_it_opens_without_a_word_on_the_console_or_a_request(open_page: Open, html: str) -> None:
    opened = open_page(html)
    assert opened.page.locator("h1").inner_text() == "news.sqlite"
    check_quiet(opened)


def test_a_number_leads_to_its_urls_and_unfolds_them(open_page: Open, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    row = page.locator("#outcomes ~ .scroll tbody tr", has_text="paywall").first
    count = int(row.locator("td a").first.inner_text())
    row.locator("td a").first.click()
    target = page.locator(page.evaluate("location.hash"))
    assert target.is_visible()
    assert target.locator("li").first.is_visible()
    assert str(count) in target.locator("summary").inner_text()
    assert "paywall" in target.locator("li").first.inner_text()
    check_quiet(opened)


def test_bars_are_links_that_the_keyboard_reaches(open_page: Open, html: str) -> None:
    page = open_page(html).page
    bar = page.locator(".card svg a").first
    bar.focus()
    page.keyboard.press("Enter")
    assert page.locator(page.evaluate("location.hash")).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(open_page: Open, html: str, scheme: str) -> None:
    page = open_page(html, color_scheme=scheme).page
    assert page.evaluate((Path(__file__).parent / "contrast.js").read_text()) == []


def test_it_fits_a_phone_and_a_sheet_of_paper(open_page: Open, html: str) -> None:
    page = open_page(html, viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF")


def test_hostile_urls_stay_inert(open_page: Open, tmp_path: Path) -> None:
    from tests.report.test_run_report import hostile_report

    opened = open_page(hostile_report(tmp_path))
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for item in page.locator("li").all()[:40]:
        item.hover()
    for href in page.evaluate(
        "[...document.querySelectorAll('a')].map(link => link.getAttribute('href') ?? link.href.baseVal)"
    ):
        assert href.startswith(("#", "http://", "https://"))
    assert page.locator("main iframe, main img, main object, main form, main link, main meta, main base").count() == 0
    assert not opened.was_hit
    check_quiet(opened)
