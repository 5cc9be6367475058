"""Times in the headers of a page's entries go, and so do the numbers of a gallery's; other times and numbers stay."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.entry_heads import find_entry_heads
from tests.cleaner.pages import SENTENCES


def heads_of(html: str) -> list[str]:
    blocks = read_blocks(LexborHTMLParser(html))
    return [blocks.text[index] for index in find_entry_heads(blocks, range(len(blocks.text)))]


def entries(heads: tuple[str, ...], around: str = "<header><time>{}</time></header>") -> str:
    return "".join(
        f"<article>{around.format(head)}<p>{text}</p></article>" for head, text in zip(heads, SENTENCES, strict=False)
    )


@pytest.mark.parametrize(
    "heads",
    [
        ("21:47 Uhr", "20:55 Uhr", "9:10 Uhr"),
        ("20.40", "19.58", "7.02"),
        ("2h ago22.41 GMT", "3h ago21.15 GMT", "12h ago10.04 GMT"),
        ("5 min ago", "9 min ago", "14 min ago"),
    ],
)
def test_the_times_of_entries_in_their_headers_go(heads):
    assert heads_of(entries(heads)) == list(heads)
    assert heads_of(entries(heads, "<header><p>{}</p><h2>The gates</h2></header>")) == list(heads)


def test_other_times_stay():
    times = ("21:47", "20:55", "9:10")
    assert heads_of(entries(times, "<p>{}</p>")) == []
    assert heads_of(entries(times[:2])) == []
    assert heads_of(entries(times, "<header><h2>{}</h2></header>")) == []
    assert heads_of(entries(("9.99 euros", "8.50 euros", "7.50 euros"))) == []
    assert heads_of("".join(f"<section><header>{time}</header></section>" for time in times)) == []


@pytest.mark.parametrize("written", ["{} / 4", "{}/4", "{} of 4", "{} von 4"])
def test_the_numbers_of_a_gallery_go(written):
    numbers = tuple(written.format(one) for one in (1, 2, 3, 4))
    assert heads_of(entries(numbers, "<span>{}</span>")) == list(numbers)
    assert heads_of(entries(numbers, "<p>{}</p>")) == list(numbers)


@pytest.mark.parametrize(
    "numbers",
    [
        ("4 / 5", "3 / 5", "5 / 5"),  # marks
        ("1 / 2", "2 / 3", "3 / 4"),
        ("2 / 5", "3 / 5", "4 / 5"),
        ("1 / 5", "1 / 5", "1 / 5"),
        ("1 / 5", "2 / 5"),
        ("1 / 5", "2 / 5", "3 / 5"),  # three pubs, each better than the one before
        ("1-0", "2-0", "3-0"),
    ],
)
def test_marks_results_and_fractions_stay(numbers):
    assert heads_of(entries(numbers, "<p>{}</p>")) == []


def test_numbers_in_cells_stay():
    assert heads_of("<table>" + "".join(f"<tr><td>{one} / 3</td></tr>" for one in (1, 2, 3)) + "</table>") == []


def test_numbers_in_items_and_in_a_row_stay():
    numbers = ("1/3", "2/3", "3/3")
    assert heads_of(entries(numbers, "<ul><li>{}</li></ul>")) == []
    assert heads_of("".join(f"<p>{one}</p>" for one in numbers)) == []  # sets that were won
