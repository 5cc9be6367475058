"""Templates: those that are shown are read, the others where a page shows hardly any text."""

import pytest

from scraper.cleaner.reading.templates import open_templates
from scraper.records import Article
from tests.cleaner.pages import SENTENCES, article_page, clean, paragraphs


@pytest.mark.parametrize("attribute", ['shadowrootmode="open"', "shadowrootmode=closed", 'id="a" shadowroot="open"'])
def test_a_shadow_root_is_read(attribute):
    inner = (
        f"<template {attribute}><style>p {{ color: red }}</style>{paragraphs(SENTENCES[:3])}<slot></slot></template>"
    )
    article = clean(article_page(f"<x-story>{inner}{paragraphs(SENTENCES[3:])}</x-story>"))
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == list(SENTENCES)


def test_a_template_in_a_shadow_root_stays_one():
    page = "<template shadowrootmode=open><template id=row><p>row</p></template><p>text</p></template><template></template>"
    shown = "<div shadowrootmode=open><template id=row><p>row</p></template><p>text</p></div><template></template>"
    assert open_templates(page) == shown.encode()


@pytest.mark.parametrize("page", ["<template><p>row</p></template>", b"<p>shadow</p>", "", "</template></template>"])
def test_a_page_without_a_shadow_root_is_the_same(page):
    assert open_templates(page) is page


@pytest.mark.parametrize("page", ["shadowroot </template></template>", "shadowroot <template <template> </template>"])
def test_templates_that_are_broken_are_left(page):
    assert open_templates(page) == page.encode()


def test_a_template_that_scripts_show_is_read_where_nothing_else_is():
    hidden = f"<template id=story>{paragraphs()}</template>"
    article = clean(article_page(f"<div id=story></div>{hidden}"))
    assert isinstance(article, Article)
    assert SENTENCES[-1] in article.text


def test_a_template_is_not_read_beside_a_text():
    hidden = "<template id=card><p>Subscribe to read all the stories of the harbour, every day, for a coin a week.</p></template>"
    article = clean(article_page(paragraphs() + hidden))
    assert isinstance(article, Article)
    assert "Subscribe" not in article.text
