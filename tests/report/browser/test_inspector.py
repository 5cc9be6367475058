import random
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scraper.cleaner.model import shipped_model
from scraper.report import render_inspection
from tests.cleaner.pages import article_page
from tests.report.browser.conftest import Open, check_quiet
from tests.report.hostile import LINKS, PAYLOADS, hostile_page
from tests.report.seen import look

# Issue 8 asks of a page of one megabyte that it opens in under 2 s and weighs under 3 times the page. By the clock it opened in .6
# to .9 s (2026-11-27), for which the page's process took .5 to .6 s of the processor; the rest is the browser's. The clock of a
# busy machine says nothing (2.5 to 6.5 s), so the bound is on that process, less half a second for the browser.
OPENS_PROCESSOR_S = 1.5
TIMES_THE_PAGE = 3.0


def test_it_opens_without_a_word_on_the_console_or_a_request(open_page: Open) -> None:
    opened = open_page(render_inspection(look(article_page())))
    assert opened.page.locator("h1").first.inner_text() == "Harbour to stay shut until spring"
    check_quiet(opened)


def test_stripped_text_is_hidden_by_its_switch_and_shown_again(open_page: Open) -> None:
    page = open_page(render_inspection(look(article_page()))).page
    menu, story = page.get_by_text("Weather"), page.locator("#blocks").get_by_text("The council met on Tuesday")
    assert menu.is_visible()
    page.get_by_label("Hide stripped text").check()
    assert not menu.is_visible()
    assert story.is_visible()
    page.get_by_label("Hide stripped text").uncheck()
    assert menu.is_visible()


def test_one_reason_is_hidden_by_its_chip(open_page: Open) -> None:
    page = open_page(render_inspection(look(article_page()))).page
    page.locator("input[data-reason=teaser]").uncheck()
    assert not page.get_by_text("Another story number 0").is_visible()
    assert page.get_by_text("Weather").is_visible()


def test_a_click_on_a_block_shows_why(open_page: Open) -> None:
    opened = open_page(render_inspection(look(article_page())))
    opened.page.get_by_text("Another story number 3").click()
    panel = opened.page.locator("#block")
    said = panel.inner_text()
    for part in (
        "Stripped.",
        "Probability of being main content",
        "What mattered",
        "trafilatura",
        "Leaves it out.",
        "aside.sidebar.related",
    ):
        assert part in said
    assert panel.locator("svg rect").count() > 3
    opened.page.get_by_role("button", name="Close").click()
    assert not panel.is_visible()
    check_quiet(opened)


def test_it_works_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(render_inspection(look(article_page()))).page
    page.locator("#blocks").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#block h2").inner_text() == "Block 1"
    page.keyboard.press("End")
    assert page.locator("#blocks").get_attribute("aria-activedescendant") == "b18"
    assert page.locator("[aria-selected=true]").count() == 1
    page.get_by_label("Hide stripped text").check()
    page.locator("#blocks").focus()
    page.keyboard.press("Home")
    assert page.locator("[aria-selected=true]").inner_text().startswith("The council met")
    page.keyboard.press("Escape")
    assert not page.locator("#block").is_visible()


def test_two_cleaners_can_be_cut_down_to_their_differences(open_page: Open) -> None:
    from dataclasses import replace

    model = shipped_model()
    shy = replace(model, trees=replace(model.trees, bias=model.trees.bias - 16), version="shy-1")
    opened = open_page(render_inspection(look(article_page(), "old", shy), look(article_page(), "new")))
    page = opened.page
    page.get_by_label("Only differences").check()
    assert not page.get_by_text("Weather").is_visible()
    changed = page.locator(".gained .b, .lost .b")
    assert changed.count() > 0
    changed.first.click()
    said = page.locator("#block").inner_text()
    assert "old" in said
    assert "new" in said
    check_quiet(opened)


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"color_scheme": "light"}], ids=["dark", "light"])
def test_every_text_has_enough_contrast(open_page: Open, options: dict[str, str]) -> None:
    page = open_page(render_inspection(look(article_page())), **options).page
    page.get_by_text("Another story number 3").click()
    page.wait_for_timeout(300)
    assert page.evaluate((Path(__file__).parent / "contrast.js").read_text()) == []


def test_a_phone_has_no_keys_to_be_told_of(open_page: Open) -> None:
    page = open_page(render_inspection(look(hostile_page())), viewport={"width": 500, "height": 740}).page
    assert page.locator(".hint").inner_text().strip() == "Choose a block to see why."


def test_it_fits_a_phone(open_page: Open) -> None:
    page = open_page(render_inspection(look(hostile_page())), viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".b").nth(5).click()
    assert page.locator("#block").bounding_box()["width"] <= 360  # type: ignore[index]  # None only where the element is hidden


def test_print_shows_the_text_and_leaves_out_the_switches(open_page: Open) -> None:
    page = open_page(render_inspection(look(article_page()))).page
    page.emulate_media(media="print")
    assert not page.locator(".switches").is_visible()
    assert page.locator("#blocks").get_by_text("The council met on Tuesday").is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("url", ["https://news.example/1", LINKS[0], LINKS[4]])
def test_payloads_stay_inert(open_page: Open, url: str) -> None:
    opened = open_page(
        render_inspection(look(hostile_page(), PAYLOADS[0], url=url), look(hostile_page(), PAYLOADS[4], url=url))
    )
    page = opened.page
    for block in page.locator(".b").all():
        block.click()
        block.hover()
    for option in page.locator("input").all():
        option.click()
        option.click()
    assert page.locator("main iframe, main img, main object, main form, main link, main meta, main base").count() == 0
    for href in page.evaluate("[...document.querySelectorAll('a')].map(link => link.href)"):
        assert href.startswith(("http://", "https://", "file://"))
    assert not opened.was_hit
    check_quiet(opened)


def test_the_policy_stops_what_might_slip_through(open_page: Open, httpserver: HTTPServer) -> None:
    """The second line of defence, alone: a page of ours into which payloads were put unescaped."""
    httpserver.expect_request("/x.png").respond_with_data(b"")
    image = httpserver.url_for("/x.png")
    evil = (
        f"<script>window.hit=1</script><script src={image}></script><img src={image} onerror=window.hit=1>"
        f"<link rel=stylesheet href={image}><iframe src={image}></iframe><b style='color:red' onclick=window.hit=1>evil</b>"
    )
    opened = open_page(render_inspection(look(article_page())).replace("<main>", f"<main>{evil}"))
    opened.page.get_by_text("evil").click()
    opened.page.wait_for_timeout(200)
    assert not opened.page.evaluate("window.hit === 1")
    assert sum("Content Security Policy" in line for line in opened.console) >= 5
    assert httpserver.log == []


def page_of_one_megabyte(words: int) -> str:
    """An article with a long text and long lists around it, in the markup that pages of that size have.

    Args:
        words: Of each paragraph: with many the page is nearly all text, with few nearly all markup.
    """
    lot = random.Random(8)
    vocabulary = [f"{'aeiou'[n % 5]}{'bcdfgklmnprst'[n % 13]}{n:x}" for n in range(4000)]
    parts: list[str] = []
    size = 0
    while size < 1_000_000:
        text = " ".join(lot.choices(vocabulary, k=words)).capitalize()
        parts.append(f'<p class="article-paragraph text-{len(parts) % 7}">{text}.</p>\n')
        size += len(parts[-1])
    return article_page("".join(parts))


@pytest.mark.parametrize("words", [8, 40, 150])
def test_the_inspector_of_a_page_of_one_megabyte_is_small_and_opens_fast(open_page: Open, words: int) -> None:
    html = page_of_one_megabyte(words)
    shown = render_inspection(look(html))
    assert len(shown.encode()) < TIMES_THE_PAGE * len(html.encode())
    times = []
    for _ in range(3):
        opened = open_page(shown)
        times.append(opened.processor_s)
        opened.page.locator(".b").nth(5).click()
        assert opened.page.locator("#block h2").inner_text() == "Block 6"
        check_quiet(opened)
    assert min(times) < OPENS_PROCESSOR_S  # of a processor that others use too: the least of three
