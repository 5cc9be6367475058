from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from benchmarks.training.drawing import Maker, Texts
from benchmarks.training.inserts import insert_boilerplate, read_unit
from benchmarks.training.units import AFTER, FIRST, INSIDE, OLD_AFTER
from scraper.cleaner.reading.walk import read_blocks

TEXTS = Texts(titles=("Council hears the harbour plan",), sentences=("The plan was heard on Tuesday by a full hall.",))
OWN = [f"Paragraph {number} tells a part of the story of the harbour wall." for number in range(6)]
PAGE = f"<body><p>Menu</p><article><h2>Wall</h2>{''.join(f'<p>{text}</p>' for text in OWN)}</article><p>Imprint</p>"


def put_in(seed):
    html, said = insert_boilerplate(PAGE, OWN.__contains__, TEXTS, seed)
    return read_blocks(LexborHTMLParser(html)).text, said


@given(st.text(max_size=8))
@example("\U000b1ce3þ\U000366c4R\x96À@\x0b")  # a label, then a paragraph that becomes text with line breaks
def test_the_page_keeps_its_own_text_in_order_and_has_what_was_put_in(seed):
    texts, said = put_in(seed)
    rest = list(texts)
    for text in said:
        rest.remove(text)
    assert said
    assert rest == ["Menu", "Wall", *OWN, "Imprint"]


@given(st.text(max_size=8))
def test_it_is_put_among_the_content(seed):
    texts, _ = put_in(seed)
    assert (texts[0], texts[-1]) == ("Menu", "Imprint")


def test_paragraphs_and_headings_are_written_in_several_ways():
    pages = [insert_boilerplate(PAGE, OWN.__contains__, TEXTS, str(seed))[0] for seed in range(40)]
    assert {"<h2>Wall" in page for page in pages} == {True, False}
    assert {f"<p>{OWN[3]}" in page for page in pages} == {True, False}


def test_what_is_drawn_depends_on_the_seed_alone():
    assert put_in("a") == put_in("a")
    assert len({tuple(put_in(str(seed))[0]) for seed in range(20)}) > 10


def test_a_page_with_few_paragraphs_is_left():
    assert insert_boilerplate(f"<p>{OWN[0]}</p><p>{OWN[1]}</p>", OWN.__contains__, TEXTS, "a") is None


@pytest.mark.parametrize(
    "unit",
    sorted({*INSIDE, *AFTER, *OLD_AFTER, *FIRST}, key=lambda unit: unit.__name__),
    ids=lambda unit: unit.__name__,
)
def test_each_unit_is_one_element_with_text(unit):
    for seed in range(30):
        html = unit(Maker(Random(seed), TEXTS))
        assert read_unit(html).next is None
        assert read_blocks(LexborHTMLParser(f"<body>{html}")).text
