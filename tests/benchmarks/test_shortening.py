import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.training.shortening import shorten

TEXT = [f"Paragraph {number} says what happened on the quay." for number in range(9)]
BODY = "".join(f"<h2>Part {number}</h2><p>{text}</p><ul><li>Item</li></ul>" for number, text in enumerate(TEXT))
PAGE = f"<body><nav>Menu</nav><article><h1>Title</h1>{BODY}<p>Share this</p></article><aside><p>Most read</p></aside>"


def is_content(text: str) -> bool:
    return text.startswith("Paragraph")


@pytest.mark.parametrize("seed", list("0123456789ab"))
def test_the_first_paragraphs_stay_and_all_that_is_not_the_text(seed):
    html, first = shorten(PAGE, is_content, seed)
    assert first == TEXT[0]
    made = LexborHTMLParser(html)
    left = [node.text() for node in made.css("article p")]
    count = len(left) - 1
    assert 1 <= count <= 5
    assert left == [*TEXT[:count], "Share this"]
    assert [node.text() for node in made.css("h2")] == [f"Part {number}" for number in range(count)]
    assert len(made.css("li")) == count  # what follows the last paragraph stays: nothing tells whose it is
    assert [node.text() for node in made.css("nav, h1, aside")] == ["Menu", "Title", "Most read"]


def test_how_many_stay_depends_on_the_seed_alone():
    lengths = {len(LexborHTMLParser(shorten(PAGE, is_content, str(seed))[0]).css("article p")) for seed in range(40)}
    assert len(lengths) == 5
    assert shorten(PAGE, is_content, "7") == shorten(PAGE, is_content, "7")


def test_a_page_of_one_paragraph_cannot_be_shorter():
    assert shorten(f"<p>{TEXT[0]}</p><p>Share this</p>", is_content, "1") is None


def test_an_element_that_holds_a_paragraph_that_stays_is_not_taken_out():
    inside = "".join(f"<section><p>{text}</p></section>" for text in TEXT)
    made = LexborHTMLParser(shorten(f"<main>{inside}<div>After</div></main>", is_content, "3")[0])
    left = [node.text() for node in made.css("p")]
    assert left == TEXT[: len(left)]
    assert 1 <= len(left) <= 5
    assert made.css("main > div")[-1].text() == "After"
