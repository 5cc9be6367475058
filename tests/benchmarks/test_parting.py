from random import Random

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.training.parting import part_text, wrap_some
from scraper.cleaner.reading.walk import read_blocks

TEXT = ["One opens.", "Two goes on.", "Three, under a heading.", "Four ends."]
PAGE = f"<body><nav>Menu</nav><main><p>{TEXT[0]}<p>{TEXT[1]}<h2>Then</h2><p>{TEXT[2]}<p>{TEXT[3]}</main><div><p>Aside.</div>"


def parted(seed, named=""):
    tree = LexborHTMLParser(PAGE)
    part_text([node for node in tree.css("p") if node.text().strip() in TEXT], Random(seed), named)
    return tree


@pytest.mark.parametrize("seed", range(20))
def test_the_page_says_the_same_in_the_same_order(seed):
    assert read_blocks(parted(seed)).text == read_blocks(LexborHTMLParser(PAGE)).text


@pytest.mark.parametrize("seed", range(20))
def test_every_part_of_the_text_has_an_element_of_its_own_and_nothing_else_has(seed):
    tree = parted(seed, ' class="part"')
    assert {node.tag for node in tree.css_first("main").iter()} == {"div"}
    assert all(node.attributes["class"] == "part" for node in tree.css("main > div"))
    assert tree.css_first("body > div").text().strip() == "Aside."


def test_parts_differ_in_size_and_some_begin_with_their_headings():
    sizes = {tuple(len(node.css("p")) for node in parted(seed).css("main > div")) for seed in range(40)}
    assert {(1, 1, 0, 1, 1), (2, 2)} <= sizes


def test_a_page_without_paragraphs_stays():
    tree = LexborHTMLParser("<body><div>Text")
    part_text([], Random(1), "")
    assert tree.body.inner_html == "<div>Text</div>"


def own_of(tree):
    return [node for node in tree.css("p") if node.text().strip() in TEXT]


@pytest.mark.parametrize("seed", range(20))
def test_one_to_three_paragraphs_get_an_element_and_the_page_says_the_same(seed):
    tree = LexborHTMLParser(PAGE)
    wrap_some(own_of(tree), Random(seed), ' class="more"')
    assert read_blocks(tree).text == read_blocks(LexborHTMLParser(PAGE)).text
    (element,) = tree.css("div.more")
    assert element.parent.tag == "main"
    assert 1 <= len(element.css("p")) <= 3
