import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.image_boxes import drop_image_boxes
from tests.cleaner.pages import SENTENCES, paragraphs

CAPTION = "The quay of Hull on Monday; the ferry lies there all the year"


def stays(box: str, sure: float = 0.6, before: str | None = None) -> bool:
    """Return whether the lines of a box stay below a text, given how sure the model is of them."""
    html = f"{paragraphs(SENTENCES[:3]) if before is None else before}{box}{paragraphs(SENTENCES[3:])}"
    blocks = read_blocks(LexborHTMLParser(f"<div>{html}</div>"))
    probability = np.array([0.95 if text in SENTENCES else sure for text in blocks.text], np.float32)
    keep = np.ones(len(blocks.text), np.bool_)
    return bool(drop_image_boxes(blocks, read_columns(blocks), keep, probability).all())


BOX = f"<div class=pic><img src=a.jpg><p>{CAPTION}.</p></div>"


@pytest.mark.parametrize(
    "box",
    [
        BOX,
        f"<div><div><div role=img><img src=a.jpg></div></div><span><div>{CAPTION}</div></span></div>",
        f"<div><a href=/big><img src=a.jpg></a><p>{CAPTION}</p><p>Ada Berg</p></div>",
    ],
)
def test_doubted_lines_in_an_element_of_their_own_with_an_image_are_captions(box):
    assert not stays(box)
    assert stays(box, sure=0.85)


def test_several_sentences_must_be_doubted_more():
    box = BOX.replace("; the", ". The")
    assert stays(box, sure=0.7)
    assert not stays(box, sure=0.5)


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h2>Hull</h2><img src=a.jpg><p>{CAPTION}.</p></div>",
        f"<div><img src=a.jpg><h3>{CAPTION}</h3></div>",
        f"<div><img src=a.jpg><p><a href=/quay>{CAPTION}</a></p></div>",
        f"<div><img src=a.jpg><blockquote>{CAPTION}</blockquote></div>",
        f"<div><img src=a.jpg><pre>{CAPTION}</pre></div>",
        f"<p><img src=a.jpg>{CAPTION}.</p>",
        f"<img src=a.jpg><p>{CAPTION}.</p>",
        BOX * 3,  # steps
    ],
)
def test_other_lines_beside_an_image_stay(box):
    assert stays(box)


def test_above_the_text_it_may_be_the_standfirst():
    assert stays(BOX, before="")


def test_nothing_goes_where_the_text_is_doubted_too():
    blocks = read_blocks(LexborHTMLParser(f"<div>{paragraphs()}{BOX}</div>"))
    probability = np.array([0.82 if text == SENTENCES[0] else 0.6 for text in blocks.text], np.float32)
    keep = np.ones(len(blocks.text), np.bool_)
    assert drop_image_boxes(blocks, read_columns(blocks), keep, probability).all()
