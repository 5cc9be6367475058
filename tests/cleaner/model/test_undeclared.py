import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import Metadata
from scraper.cleaner.model.undeclared import reads_as_article
from scraper.cleaner.reading import read_page
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from tests.cleaner.pages import SENTENCES, paragraphs

IN_ONE_PLACE = f"<div>{paragraphs()}</div>"
BY_BREAKS = f"<td>{'<br><br>'.join(SENTENCES)}"
IN_MANY = "".join(f"<div>{paragraphs([text])}</div>" for text in SENTENCES)
SILENT = Metadata()
DATED = Metadata(published="2009-03-28")


def reads(body: str, metadata: Metadata = SILENT, sure: float = 0.95) -> bool:
    blocks = read_blocks(LexborHTMLParser(f"<body>{body}"))
    probability = np.full(len(blocks.text), sure, np.float32)
    return reads_as_article(probability, blocks, read_columns(blocks), metadata)


@pytest.mark.parametrize("body", [IN_ONE_PLACE, f"<table><tr>{BY_BREAKS}</table>", f"<ul>{paragraphs()}</ul>"])
def test_sure_prose_in_one_place_is_an_article(body):
    assert reads(body)
    assert reads(body, DATED)


def test_prose_that_each_has_its_own_place_is_a_list_or_a_forum():
    assert not reads(IN_MANY)
    assert not reads(IN_MANY, DATED)


def test_paragraphs_that_are_divs_have_one_place_where_the_page_is_dated():
    rows = "".join(f"<div>{text}</div>" for text in SENTENCES)
    assert reads(f"<div>{rows}</div>", DATED)
    assert not reads(f"<div>{rows}</div>")
    posts = "".join(f"<div><div>{text}</div><div>Ada</div></div>" for text in SENTENCES)
    assert not reads(f"<div>{posts}</div>", DATED)


def test_a_single_paragraph_is_an_article_where_it_is_dated():
    assert not reads(paragraphs(SENTENCES[:1]))
    assert reads(paragraphs(SENTENCES[:1]), DATED)


def test_what_nobody_is_sure_of_is_none():
    assert not reads(IN_ONE_PLACE, sure=0.7)
    assert not reads("<p>Menu</p><p>Shop</p>")


def test_what_calls_itself_something_else_has_to_be_dated():
    assert not reads(IN_ONE_PLACE, Metadata(is_article=False))
    assert reads(IN_ONE_PLACE, Metadata(is_article=False, published="2009-03-28"))


def test_a_discussion_is_its_posts_whatever_their_place():
    graph = '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "Gates"}</script>'
    metadata = read_page(f"<head>{graph}</head><body>{IN_ONE_PLACE}", None).metadata
    assert metadata.is_discussion
    assert not reads(IN_ONE_PLACE, metadata)
