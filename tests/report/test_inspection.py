import json
import re
from dataclasses import replace

import pytest

from scraper.cleaner.model import shipped_model
from scraper.errors import UsageError
from scraper.explanation import StripReason
from scraper.report import render_inspection
from scraper.report.inspection import REASONS
from tests.cleaner.pages import article_page
from tests.report.hostile import PAYLOADS, hostile_page
from tests.report.seen import OURS, look, tags


def test_the_page_shows_blocks_reasons_and_the_record() -> None:
    html = render_inspection(look(article_page()))
    assert html.count('role="option"') == len(look(article_page()).explanation.blocks) == 19
    assert "Navigation" in html
    assert '<article class="markdown"><p>The council met on Tuesday' in html
    assert '<th scope="row">title</th><td>Harbour to stay shut until spring</td><td class="source">' in html
    assert '<a href="https://news.example/1" rel="noopener noreferrer nofollow" target="_blank">' in html


@pytest.mark.usefixtures("without_libraries")
def test_missing_libraries_are_told_with_how_to_install_them() -> None:
    with pytest.raises(
        UsageError, match=r"jinja2 and markdown-it-py: install .* `pip install 'jinja2>=\S+' 'markdown-it-py>=\S+'`"
    ):
        render_inspection(look(article_page()))


def test_a_page_without_an_article_says_why() -> None:
    html = render_inspection(look("<title>404 not found</title><h1>Page not found</h1>"))
    assert "This page gives no article: <b>soft404</b>" in html
    nothing = render_inspection(look(""))
    assert "The cleaner did not read this page: no bytes." in nothing


def test_what_has_no_title_is_shown_by_its_address_once() -> None:
    html = render_inspection(look("<h1>Page not found</h1>", url=None))
    assert '<p class="address">' not in html
    assert '<p class="address">' in render_inspection(look(article_page()))


def test_every_reason_has_its_words() -> None:
    assert set(REASONS) == set(StripReason)


def test_two_cleaners_show_what_was_gained_and_lost() -> None:
    model = shipped_model()
    shy = replace(model, trees=replace(model.trees, bias=model.trees.bias - 16), version="shy-1")
    before, after = look(article_page(), "old"), look(article_page(), "new", shy)
    html = render_inspection(before, after)
    lost = [b.kept and not a.kept for b, a in zip(before.explanation.blocks, after.explanation.blocks, strict=True)]
    gained = [a.kept and not b.kept for b, a in zip(before.explanation.blocks, after.explanation.blocks, strict=True)]
    assert "Before: old" in html
    assert "After: new" in html
    assert any(lost) or any(gained)
    assert ("Lost: " in html, "Gained" in html) == (any(lost), any(gained))
    back = render_inspection(after, before)
    assert ("Lost: " in back, "Gained" in back) == (any(gained), any(lost))


def data_of(html: str) -> list[dict[str, object]]:
    [text] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    return json.loads(text)  # type: ignore[no-any-return]  # JSON of our own


def test_the_data_have_a_row_for_each_block() -> None:
    side = look(article_page())
    [data] = data_of(render_inspection(side))
    assert isinstance(data["blocks"], list)
    assert len(data["blocks"]) == len(side.explanation.blocks)


@pytest.mark.parametrize("url", ["https://news.example/1", "javascript:window.hit=1", None])
def test_a_hostile_page_leaves_no_element_of_its_own(url: str | None) -> None:
    html = render_inspection(look(hostile_page(), url=url), look(hostile_page(), PAYLOADS[0], url=url))
    found = tags(html)
    assert {tag for tag, _ in found} <= OURS
    assert [tag for tag, _ in found].count("script") == 2
    for _, attributes in found:
        assert not [
            name
            for name in attributes
            if name.startswith("on") or name in ("style", "src", "srcset", "srcdoc", "action")
        ]
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "http://", "https://"))
    for payload in PAYLOADS[:6]:
        assert payload not in html
    assert "{{ 7*7 }}" in html
