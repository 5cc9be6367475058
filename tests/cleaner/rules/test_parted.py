import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.parted import add_parted
from tests.cleaner.pages import SENTENCES

PARTS = "<br><br>".join(SENTENCES[:3])


def added(last: str, *, doubt: float = 0.3, page: str = "<td>{parts}<br><br>{last}</td>", was_chosen: bool = False):
    html = page.format(parts=PARTS, last=last)
    blocks = read_blocks(LexborHTMLParser(f"<table><tr>{html}</table>"))
    keep = np.array([text in SENTENCES[:3] for text in blocks.text])
    probability = np.where(keep, 0.9, doubt).astype(np.float32)
    full = add_parted(blocks, keep, probability, keep | was_chosen)
    assert full[keep].all()
    return [text for text, is_in, was in zip(blocks.text, full, keep, strict=True) if is_in and not was]


@pytest.mark.parametrize(
    "last", ["It stayed shut.", "「私だな」", "Nobody asked him why.", "<b>2026</b> It stayed shut."]
)
def test_the_last_sentences_of_an_element_are_kept_with_the_others(last):
    assert added(last) == [last.replace("<b>", "").replace("</b>", "")]
    assert added(last, doubt=0.2) == []
    assert added(last, was_chosen=True) == []


@pytest.mark.parametrize(
    "last",
    [
        "Ada Lovelace",
        "Source: Pier Post",
        "<a href=/>It stayed shut.</a>",
        "<b>It stayed shut.</b>",
        "Read also: the crane.",
        "© 2004 Pier Post. All rights reserved.",
    ],
)
def test_what_is_no_plain_sentence_is_left(last):
    assert added(last) == []


@pytest.mark.parametrize(
    "page",
    ["<td>{parts}</td><td>{last}</td>", "<td>{last}<br><br>{parts}</td>", "<td>{parts}<p>{last}</p></td>"],
    ids=["another cell", "above the text", "an element of its own"],
)
def test_only_what_stands_below_in_the_same_element_comes_back(page):
    assert added("It stayed shut.", page=page) == []


def test_an_element_of_which_little_is_chosen_is_not_the_texts():
    rest = "<br><br>".join(f"The pier of town {number} stayed shut." for number in range(3))
    assert added(rest) == []


@pytest.mark.parametrize("label", ["Comments", "Sources", "Readers write", "In other news"])
def test_what_stands_under_a_label_that_is_left_out_is_left_with_it(label):
    assert added(f"{label}<br><br>My grandfather sold herring there.<br><br>The bridge opens in May.") == []
    assert added("Nobody laughed.<br><br>The rain went on.") == ["Nobody laughed.", "The rain went on."]
