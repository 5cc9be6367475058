"""Links that stand by themselves between an article's paragraphs go."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.blocks import read_blocks
from scraper.cleaner.columns import read_columns
from scraper.cleaner.lone_links import drop_lone_links
from tests.cleaner.pages import SENTENCES


def left(inside: str) -> list[str]:
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    body = "".join([*paragraphs[:3], inside, *paragraphs[3:]])
    blocks = read_blocks(LexborHTMLParser(f"<article>{body}</article>"))
    columns = read_columns(blocks)
    keep = drop_lone_links(blocks, np.ones(len(blocks.text), np.bool_), columns.words, columns.prose, "quay.test")
    return [blocks.text[index] for index in np.flatnonzero(keep)]


@pytest.mark.parametrize(
    "box",
    [
        '<div><ul><li><a href="/a/2">The women who rowed out to the wreck</a></li></ul></div>',
        '<div><div class="text"><a href="https://www.quay.test/a/3">The road that was built by mistake</a></div></div>',
    ],
)
def test_a_link_of_its_own_in_the_site_goes(box):
    assert left(box) == list(SENTENCES)


@pytest.mark.parametrize(
    "box",
    [
        '<ul><li><a href="https://shop.test/x">The brush that the keeper used himself</a></li></ul>',
        '<h2><a href="/a/2">The women who rowed out to the wreck</a></h2>',
        '<p><a href="/a/2">The keeper wrote his diary until the lamp went out.</a></p>',
        '<ul><li>He wrote <a href="/a/2">until the lamp went out</a> one night.</li></ul>',
        '<ul><li><a href="/ports">Ports</a></li></ul>',
    ],
)
def test_links_elsewhere_headings_paragraphs_and_words_stay(box):
    assert len(left(box)) == len(SENTENCES) + 1


def test_a_list_of_many_links_is_what_the_text_is_about():
    links = "".join(f'<li><a href="/p/{n}">The harbour of the {n}th island</a></li>' for n in range(2, 10))
    assert sum("th island" in line for line in left(f"<ul>{links}</ul>")) == 8
