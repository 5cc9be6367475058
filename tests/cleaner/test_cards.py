import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.blocks import read_blocks
from scraper.cleaner.cards import drop_cards
from scraper.cleaner.columns import read_columns
from tests.cleaner.pages import SENTENCES

BODY = "".join(f"<p>{' '.join(SENTENCES[:3])} {n}</p>" for n in range(4))


def card(number: int, href: str = "/other/{}", heading: str = "<a href={}>Other story {}</a>") -> str:
    linked = heading.format(href.format(number), number)
    return f"<div class=teaser><h3>{linked}</h3><p>{SENTENCES[number % 3]}</p><span>{number} May</span></div>"


def left(html: str) -> list[str]:
    """Return the texts that stay when all are kept."""
    blocks = read_blocks(LexborHTMLParser(html))
    columns = read_columns(blocks)
    keep = drop_cards(blocks, np.ones(len(blocks.text), np.bool_), columns.words, columns.prose)
    return [blocks.text[index] for index in np.flatnonzero(keep)]


def test_cards_under_the_article_go_with_their_summaries():
    html = f"<article>{BODY}</article><section><h2>More</h2>{card(1)}{card(2)}{card(3)}</section>"
    assert left(html) == [*left(f"<article>{BODY}</article>"), "More"]


@pytest.mark.parametrize(
    "cards",
    [
        card(1),  # one is no row
        card(1, "#part-{}") + card(2, "#part-{}"),  # an accordion
        card(1, "javascript:open({})") + card(2, "javascript:open({})"),
        card(1, heading="Part {1} <a href={0}>of</a>") + card(2, heading="Part {1} <a href={0}>of</a>"),
        "".join(f"<div><h3><a href=/{n}>Part</a></h3>{BODY}</div>" for n in range(2)),  # sections, too long for cards
    ],
)
def test_what_is_no_row_of_cards_stays(cards):
    html = f"<article>{BODY}</article>{cards}"
    assert left(html) == list(read_blocks(LexborHTMLParser(html)).text)


def test_cards_inside_the_text_and_on_a_front_page_stay():
    inside = f"<article>{BODY}{card(1)}{card(2)}<p>{' '.join(SENTENCES)}</p></article>"
    front = f"<p>{SENTENCES[0]}</p>" + "".join(map(card, range(9)))
    for html in (inside, front):
        assert left(html) == list(read_blocks(LexborHTMLParser(html)).text)
