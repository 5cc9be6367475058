import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.pull_quotes import drop_pull_quotes

SAID = "Nobody asked the swifts what they make of it"
TEXT = f"<p>“{SAID},” said the mayor, who had been asked about the cranes of the harbour.</p>"


def stays(quote: str, text: str = TEXT) -> bool:
    """Return whether a quotation stays below a text."""
    blocks = read_blocks(LexborHTMLParser(f"<div>{text}{quote}</div>"))
    return bool(drop_pull_quotes(blocks, np.ones(len(blocks.text), np.bool_)).all())


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote class=r-pullquote>{SAID}</blockquote>",
        f"<div class=PullQuote><blockquote><p>{SAID}</p></blockquote></div>",
        f"<blockquote class=quote--pull><p>„{SAID}.“</p><cite>Ada Berg, mayor</cite></blockquote>",
        f"<aside><p>{SAID}</p></aside>",
        f'<div class="pullquote big">{SAID.upper()}</div>',
    ],
)
def test_what_the_text_says_word_for_word_goes(quote):
    assert not stays(quote)


@pytest.mark.parametrize(
    "quote",
    [
        f"<p>{SAID}</p>",
        f"<blockquote>{SAID}</blockquote>",
        f"<div class=pull-right>{SAID}</div>",
        f"<aside>{SAID} and us</aside>",
        "<aside>Nobody asked</aside>",
        f"<aside><pre>{SAID}</pre></aside>",
        f"<aside><p>{SAID}</p><p>It was raining.</p><p>She went.</p></aside>",
        f"<h2>{SAID}</h2>",
    ],
)
def test_other_words_short_ones_and_paragraphs_stay(quote):
    assert stays(quote)


def test_what_is_quoted_at_length_stays():
    poem = " ".join([SAID] * 6)
    assert stays(f"<aside>{poem}</aside>", f"<p>{poem}, she read.</p>")
    assert stays(f"<aside>{SAID}</aside>", f"<p>{SAID}</p>")


def test_a_paragraph_below_the_words_stays():
    told = "She has counted them for forty years, and on Tuesday, when the cranes came down, there were nine."
    assert stays(f"<div class=pullquote><p>{SAID}</p><p>{told}</p></div>")


def test_where_many_elements_stand_apart_they_are_the_text():
    assert stays(f"<aside><p>{SAID}</p></aside>" * 40)
