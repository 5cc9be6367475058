"""Boxes of one look, each with a link, and how much of the text they hold."""

import pytest

from scraper.cleaner.linked_boxes import boxes_share
from tests.cleaner.pages import read

LINK = "<a href=/{n}>Boats for hire {n}</a>"


def share(html, least=3, most_words=10.0):
    blocks = read(html)
    words = [float(len(text.split())) for text in blocks.text]
    return boxes_share(blocks, words, range(len(words)), least, most_words)


def boxes(amount, name=LINK, said="five words of a teaser"):
    return "".join(f"<div class=box><div>{name.format(n=n)}</div><div>{said}</div></div>" for n in range(1, amount + 1))


def test_boxes_hold_all_but_what_stands_beside_them():
    assert share(boxes(4)) == 1.0
    assert share(f"<p>nine words stand beside the boxes on this page</p>{boxes(3)}") == pytest.approx(0.75)


@pytest.mark.parametrize(
    "html",
    [
        boxes(2),
        boxes(4, name="<b>Boats for hire {n}</b>"),
        boxes(4, name="<a href=/{n}>Hire {n}</a>"),
        boxes(4) + boxes(1, said="a teaser that goes on for rather more than just ten words"),
        "".join(f"<div class=c><a href=/{n}>Boats for hire {n}</a></div>" for n in range(4)),
        "".join(f"<section class=s{n}>{boxes(1)}</section>" for n in range(4)),
        "<p>No boxes at all</p>",
        "",
    ],
)
def test_few_boxes_short_links_long_texts_and_other_looks_are_none(html):
    assert share(html) == 0.0
