import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.training import shortening
from benchmarks.training.drawing import Texts
from benchmarks.training.shortening import shorten
from scraper.cleaner.reading.walk import read_blocks

TEXT = [f"Paragraph {number} says what happened on the quay." for number in range(9)]
BODY = "".join(f"<h2>Part {number}</h2><p>{text}</p><ul><li>Item</li></ul>" for number, text in enumerate(TEXT))
PAGE = f"<body><nav>Menu</nav><article><h1>Title</h1>{BODY}<p>Share this</p></article><aside><p>Most read</p></aside>"


TEXTS = Texts(["A bridge is closed"], ["It was the third time in a year, the mayor said."])


def is_content(text: str) -> bool:
    return text.startswith("Paragraph")


@pytest.fixture
def as_they_are(monkeypatch):
    """What is left of the pages stands as it stood."""
    for share in ("_OLD", "_PARTED"):
        monkeypatch.setattr(shortening, share, 0)


@pytest.mark.parametrize("seed", list("0123456789ab"))
@pytest.mark.usefixtures("as_they_are")
def test_the_first_paragraphs_stay_and_all_that_is_not_the_text(seed):
    html, first, said = shorten(PAGE, is_content, TEXTS, seed)
    assert (first, said) == (TEXT[0], [])
    made = LexborHTMLParser(html)
    left = [node.text() for node in made.css("article p")]
    count = len(left) - 1
    assert 1 <= count <= 5
    assert left == [*TEXT[:count], "Share this"]
    assert [node.text() for node in made.css("h2")] == [f"Part {number}" for number in range(count)]
    assert len(made.css("li")) == count  # what follows the last paragraph stays: nothing tells whose it is
    assert [node.text() for node in made.css("nav, h1, aside")] == ["Menu", "Title", "Most read"]


@pytest.mark.usefixtures("as_they_are")
def test_how_many_stay_depends_on_the_seed_alone():
    pages = [shorten(PAGE, is_content, TEXTS, str(seed)).html for seed in range(40)]
    assert len({len(LexborHTMLParser(page).css("article p")) for page in pages}) == 5


def test_what_is_drawn_depends_on_the_seed_alone():
    assert shorten(PAGE, is_content, TEXTS, "7") == shorten(PAGE, is_content, TEXTS, "7")
    assert len({shorten(PAGE, is_content, TEXTS, str(seed)).html for seed in range(40)}) > 10


def test_around_some_texts_stands_what_was_put_there_and_nothing_else_is_changed():
    own = [text for number in range(9) for text in (f"Part {number}", TEXT[number], "Item")]
    for seed in range(40):
        html, _, said = shorten(PAGE, is_content, TEXTS, str(seed))
        rest = list(read_blocks(LexborHTMLParser(html)).text)
        for text in said:
            rest.remove(text)
        assert (rest[0], rest[-2:]) == ("Title", ["Share this", "Most read"])  # menus are not read
        assert rest[1:-2] == own[: len(rest) - 3]


def test_some_pages_are_laid_out_by_tables_and_some_heads_say_nothing():
    page = f'<head><meta property="og:type" content="article"></head>{PAGE}'
    made = [shorten(page, is_content, TEXTS, str(seed)).html for seed in range(80)]
    assert {"<article" in html for html in made} == {True, False}
    assert {"og:type" in html for html in made} == {True, False}


def test_a_page_of_one_paragraph_cannot_be_shorter():
    assert shorten(f"<p>{TEXT[0]}</p><p>Share this</p>", is_content, TEXTS, "1") is None


@pytest.mark.usefixtures("as_they_are")
def test_an_element_that_holds_a_paragraph_that_stays_is_not_taken_out():
    inside = "".join(f"<section><p>{text}</p></section>" for text in TEXT)
    made = LexborHTMLParser(shorten(f"<main>{inside}<div>After</div></main>", is_content, TEXTS, "3").html)
    left = [node.text() for node in made.css("p")]
    assert left == TEXT[: len(left)]
    assert 1 <= len(left) <= 5
    assert made.css("main > div")[-1].text() == "After"
