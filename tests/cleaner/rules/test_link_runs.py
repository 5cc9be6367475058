import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.link_runs import RUN, drop_link_runs
from tests.cleaner.pages import SENTENCES, paragraphs

WORDS = "Home Politics Economy Sport Culture Weather Letters Archive Obituaries".split()[: RUN + 1]


def rows(words: list[str], link: str = "<a href=/{}>{}</a>") -> str:
    return "".join(f"<tr><td>{link.format(word.lower(), word)}</td></tr>" for word in words)


def kept(body: str, doubted: str = "") -> list[str]:
    blocks = read_blocks(LexborHTMLParser(f"<body>{body}"))
    probability = np.array([0.6 if text == doubted else 0.9 for text in blocks.text], np.float32)
    keep = drop_link_runs(blocks, read_columns(blocks), np.ones(len(blocks.text), np.bool_), probability)
    return [text for text, stays in zip(blocks.text, keep.tolist(), strict=True) if stays]


@pytest.mark.parametrize("link", ["<a href=/{}>{}</a>", "» <a href=/{}>{}</a>", "<b><a href='/{}'>{}</a></b>"])
def test_a_menu_of_one_link_a_row_goes_before_and_after_the_text(link):
    menu = f"<table>{rows(WORDS, link)}</table>"
    assert kept(menu + paragraphs()) == list(SENTENCES)
    assert kept(paragraphs() + menu) == list(SENTENCES)


def test_few_links_stay_and_so_do_all_within_the_text():
    few = f"<table>{rows(WORDS[: RUN - 1])}</table>"
    assert kept(few + paragraphs()) == [*WORDS[: RUN - 1], *SENTENCES]
    menu = f"<table>{rows(WORDS)}</table>"
    assert kept(paragraphs(SENTENCES[:3]) + menu + paragraphs(SENTENCES[3:])) == [
        *SENTENCES[:3],
        *WORDS,
        *SENTENCES[3:],
    ]


def test_prose_that_is_doubted_is_no_beginning_of_the_text():
    ticker = "Shares rose by two points, oil fell, and the ferry to the islands leaves an hour late today, at nine."
    assert kept(f"<p>{ticker}</p><table>{rows(WORDS)}</table>{paragraphs()}", ticker) == [ticker, *SENTENCES]


def test_a_table_of_contents_stays():
    contents = f"<table>{rows(WORDS, '<a href=#{}>{}</a>')}</table>"
    assert kept(contents + paragraphs()) == [*WORDS, *SENTENCES]


def test_a_page_without_prose_is_a_list():
    assert kept(f"<table>{rows(WORDS)}</table>") == WORDS
