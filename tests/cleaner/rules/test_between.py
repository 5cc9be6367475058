import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.between import add_between
from tests.cleaner.pages import SENTENCES


def added(between: str, probability: list[float], *, was_chosen: bool = False) -> bool:
    blocks = read_blocks(LexborHTMLParser(f"<p>{SENTENCES[0]}</p>{between}<p>{SENTENCES[1]}</p>"))
    keep = np.array([True, False, True])
    full = add_between(blocks, keep, np.array(probability, np.float32), keep | was_chosen)
    assert full[[0, 2]].all()
    assert not keep[1]
    return bool(full[1])


@pytest.mark.parametrize(
    "between",
    [
        "<div><p>It stayed shut.</p></div>",
        "<p class=x>„Es reicht.“</p>",
        "<img><p>It stayed shut.</p>",
        "<div>潮水退了。</div>",
    ],
)
def test_a_sentence_between_sure_texts_is_kept(between):
    assert added(between, [0.9, 0.3, 0.9])
    assert not added(between, [0.9, 0.2, 0.9])
    assert not added(between, [0.9, 0.3, 0.7])
    assert not added(between, [0.9, 0.3, 0.9], was_chosen=True)


@pytest.mark.parametrize(
    "between",
    [
        "<div>It stayed shut</div>",
        "<div><a href=/>It stayed shut.</a></div>",
        "<div><b>It stayed shut.</b></div>",
        "<h2>It stayed shut.</h2>",
        "<div>Sign up for the newsletter.</div>",
        "<div>All rights reserved.</div>",
        "<figure><figcaption><p>The harbour at night.</p></figcaption></figure>",
        "<aside><p>It stayed shut.</p></aside>",
        "<div class=image><img alt=''><span>The harbour at night.</span></div>",
        '<p style="display:none">It stayed shut.</p>',
    ],
)
def test_what_is_no_plain_sentence_is_not(between):
    assert not added(between, [0.9, 0.3, 0.9])
