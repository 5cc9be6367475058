"""Pages that show hardly any of their text."""

import json

import pytest

from scraper.records import Article
from tests.cleaner.pages import SENTENCES, article_page, clean, paragraphs

TEASER = f"<p>{SENTENCES[0]}</p>"
SHOWN = " ".join(SENTENCES[:1])
ARCHIVE = "".join(f'<li><a href="/archive/{year}">All stories of {year}</a></li>' for year in range(1980, 2026))
PIECES = json.dumps({"story": {"body": [{"type": "text", "content": text} for text in SENTENCES]}})
TOLD = [f"{text[:-1]}, {day} after the storm." for text in SENTENCES for day in ("a day", "a week", "a month")]
STATED = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(TOLD)})


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"<noscript>{paragraphs()}</noscript>",
        f"<script>window.__STATE__ = {PIECES}</script>",
        f'<script type="application/json">{PIECES}</script>',
    ],
    ids="noscript state island".split(),
)
def test_a_text_that_is_not_shown_is_read(elsewhere):
    article = clean(article_page(f'<div class="sidebar archive"><ul>{ARCHIVE}</ul></div>{elsewhere}'))
    assert isinstance(article, Article)
    assert SENTENCES[-1] in article.text
    assert article.title == "Harbour to stay shut until spring"


def test_a_text_that_is_shown_in_part_is_read_whole_where_metadata_state_it():
    head = f'<script type="application/ld+json">{STATED}</script>'
    article = clean(article_page(paragraphs(SENTENCES[:3]), head=head))
    assert isinstance(article, Article)
    assert article.text == "\n\n".join(TOLD)


NOTICE = """<p>It looks like JavaScript is disabled in your browser. To get the full experience of our site, please enable
JavaScript in the settings of your browser and load the page again. If you need help, our service shows you how.</p>
<p>You can still read our stories, but videos, comments and live scores will not work before you turn it on.</p>"""
CARD = "<h3>{{title}}</h3><p>{{teaser}}, a long text that stands here for the designers to see how a card looks that wraps.</p>"
OTHER = "Another story of the council and the harbour told in full. " * 20


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"<noscript>{NOTICE}</noscript>",
        f"<template>{CARD * 4}</template>",
        f'<noscript><img src="/pixel.gif" alt="{SENTENCES[1]}"></noscript>',
        f"<script>var consent = {json.dumps({'text': 'We and our partners use cookies and such. ' * 30})}</script>",
        f"<script type='application/json'>{json.dumps([SENTENCES[1]])}</script>",
        f"<script type='application/json'>{json.dumps({'related': [{'title': 'x', 'text': OTHER}]})}</script>",
    ],
    ids="notice card pixel consent little related".split(),
)
def test_a_brief_stays_what_it_is(elsewhere):
    article = clean(article_page(TEASER + elsewhere))
    assert isinstance(article, Article)
    assert article.text == SHOWN


def test_a_page_that_shows_its_text_is_not_read_again():
    state = f"<script type='application/json'>{json.dumps({'body': 'Other words of the harbour. ' * 200})}</script>"
    article = clean(article_page(paragraphs() + state))
    assert isinstance(article, Article)
    assert "Other words" not in article.text
