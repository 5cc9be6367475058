import time

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.entries import add_entries
from tests.cleaner.pages import SENTENCES


def back(html: str, out: tuple[str, ...], sure: float = 0.35, *, chosen: bool = False) -> list[str]:
    """Return which of the texts that are left out come back."""
    blocks = read_blocks(LexborHTMLParser(html))
    keep = np.array([text not in out for text in blocks.text])
    probability = np.where(keep, 0.9, sure).astype(np.float32)
    full = add_entries(blocks, keep, probability, keep | chosen)
    return [blocks.text[index] for index in np.flatnonzero(full & ~keep)]


POST = "<div class='post m{n}'><div class=t>{n}.15</div><div><p>{text}</p></div></div>"


def posts(texts: tuple[str, ...], kind: str = POST) -> str:
    rows = "".join(kind.format(n=n, text=text) for n, text in enumerate(texts))
    return f"<p>{SENTENCES[5]}</p><div>{rows}</div><p>{SENTENCES[4]}</p>"


SHORT = "The rope has snapped."
POSTS = (*SENTENCES[:3], SHORT, SENTENCES[3])


def test_a_sentence_that_is_a_whole_post_comes_back():
    assert back(posts(POSTS), (SHORT,)) == [SHORT]
    assert back(posts(POSTS), (SHORT,), sure=0.25) == [SHORT]
    assert back(posts(POSTS), (SHORT,), sure=0.1) == []
    assert back(posts(POSTS), (SHORT,), chosen=True) == []  # a rule took it out


@pytest.mark.parametrize(
    "text", ["Subscribe to our newsletter.", "<a href=/a>The rope has snapped.</a>", "21.15", "<button>Copy</button>"]
)
def test_pleas_links_times_and_buttons_do_not(text):
    said = next(iter(read_blocks(LexborHTMLParser(text)).text))
    assert back(posts((*SENTENCES[:3], text, SENTENCES[3])), (said,)) == []


def test_paragraphs_in_elements_of_their_own_are_no_entries():
    assert back(posts(POSTS, "<div><div><p>{text}</p></div></div>"), (SHORT,)) == []


def test_a_box_among_them_that_is_called_otherwise_is_none():
    other = posts(POSTS).replace("post m3", "promo")
    assert back(other, (SHORT,)) == []


def test_fewer_than_half_and_rows_of_two_stay_as_they_are():
    assert (
        back(
            posts((*SENTENCES[:3], SHORT, "It is wet.", "It is dark.", "It is cold.")),
            (SHORT, "It is wet.", "It is dark.", "It is cold."),
        )
        == []
    )
    assert back(posts((SENTENCES[0], SHORT)), (SHORT,)) == []


def test_a_heading_comes_back_as_most_of_its_row_are_kept():
    kind = "<article><header><h2>Hour {n}</h2><a href=/ada>Ada Berg</a></header><p>{text}</p></article>"
    assert back(posts(SENTENCES[:4], kind), ("Hour 2",)) == ["Hour 2"]
    assert back(posts(SENTENCES[:4], kind), ("Hour 0", "Hour 1", "Hour 2")) == []
    assert back(posts(SENTENCES[:4], kind), ("Hour 2",), sure=0.25) == []


def test_words_of_a_list_are_no_headings():
    kind = "<div><div>Word {n}</div><div>Light {n}</div><p>{text}</p></div>"
    words = posts(("Cheap", "Fast", "Loud", "Wet"), kind)
    assert back(words, ("Word 2",)) == []
    assert back(posts(SENTENCES[:4], kind), ("Word 2",)) == ["Word 2"]


def chronology(dates: tuple[str, ...]) -> list[str]:
    kind = "<div class=item><div class=when>{}</div><p>{}</p></div>"
    rows = "".join(kind.format(date, text) for date, text in zip(dates, SENTENCES, strict=False))
    return back(f"<p>{SENTENCES[5]}</p><div>{rows}</div><p>{SENTENCES[4]}</p>", dates, sure=0.2)


@pytest.mark.parametrize("dates", [("14 May 1911", "June 1912", "1913"), ("2024", "2024", "March 2019")])
def test_the_dates_of_a_chronology_come_back(dates):
    assert chronology(dates) == list(dates)


@pytest.mark.parametrize(
    "dates",
    [
        ("14 May 2011", "15 May 2011", "16 May 2011"),  # posts
        ("14 May 2011, 10:15", "15 May 2012, 11:20", "16 May 2013, 9:12"),
        ("2011", "2014", "2012"),
        ("2011", "2012"),
        ("2011", "2012", "Ada Berg"),
    ],
)
def test_the_dates_of_posts_do_not(dates):
    assert chronology(dates) == []


def test_what_stands_in_the_text_already_does_not_come_again():
    long = "The rope of the old harbour has snapped again."
    assert back(posts((*SENTENCES[:3], long, SENTENCES[3])), (long,)) == [long]
    html = posts((*SENTENCES[:3], long, SENTENCES[3])) + f"<p class=x>{long} </p>"
    blocks = read_blocks(LexborHTMLParser(html))
    keep = np.array([text != long for text in blocks.text])
    keep[-1] = True
    probability = np.where(keep, 0.9, 0.35).astype(np.float32)
    assert add_entries(blocks, keep, probability, keep).tolist() == keep.tolist()


def test_rows_of_many_tags_are_read_in_proportion():
    words = " ".join(SENTENCES[:1])
    html = "".join(
        f"<x-{number}><p>Entry {number} says this. {words}</p><p>Of {number}.</p></x-{number}>"
        for number in range(3_000)
    )
    blocks = read_blocks(LexborHTMLParser(f"<div>{html}</div>"))
    keep = np.array([number % 2 == 0 for number in range(len(blocks.text))])
    began = time.process_time()
    add_entries(blocks, keep, np.where(keep, 0.9, 0.35).astype(np.float32), keep)
    assert time.process_time() - began < 0.5
