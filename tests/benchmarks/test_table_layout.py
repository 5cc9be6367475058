from random import Random

from selectolax.lexbor import LexborHTMLParser

from benchmarks.training.table_layout import lay_out_by_tables
from scraper.cleaner.reading.walk import read_blocks

PAGE = (
    '<html><head><title>Pier</title></head><body><div class="top">Menu</div><main><article itemprop="text"><h1>Pier</h1>'
    '<p class="a">One opens.</p><p>Two goes on.</p></article><aside><div>Aside</div></aside></main></body></html>'
)


def test_the_page_says_the_same_in_tables():
    pages = [lay_out_by_tables(PAGE, Random(seed)) for seed in range(30)]
    assert all(read_blocks(LexborHTMLParser(page)).text == read_blocks(LexborHTMLParser(PAGE)).text for page in pages)
    assert not any(LexborHTMLParser(page).css("div, article, main, aside") for page in pages)
    assert all(len(LexborHTMLParser(page).css("td")) == 5 for page in pages)


def test_some_keep_their_paragraphs_and_some_their_names():
    pages = [lay_out_by_tables(PAGE, Random(seed)) for seed in range(30)]
    assert {"<p" in page for page in pages} == {True, False}
    assert {'class="top"' in page for page in pages} == {True, False}
    assert all("<title>Pier</title>" in page for page in pages)
