import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.press_tails import drop_press_tail
from tests.cleaner.pages import SENTENCES, paragraphs

CALL = "<p>Ada Berg, Hull Harbour, +44 1482 555 0133</p>"


def left(tail: str, before: str | None = None) -> list[str]:
    """Return which texts of a tail stay below a text."""
    blocks = read_blocks(LexborHTMLParser(f"<div>{paragraphs() if before is None else before}{tail}</div>"))
    keep = drop_press_tail(blocks, read_columns(blocks), np.ones(len(blocks.text), np.bool_))
    return [blocks.text[index] for index in np.flatnonzero(keep) if blocks.text[index] not in SENTENCES]


@pytest.mark.parametrize("mark", ["- ends -", "###", "# # #", "-ENDS-", "*** Ende ***", "- 30 -"])
def test_what_stands_under_the_mark_of_the_end_goes_where_somebody_is_to_be_called(mark):
    assert left(f"<p>{mark}</p><p>Hull Harbour is older than its town.</p>{CALL}") == []
    assert len(left(f"<p>{mark}</p><p>Nobody slept that night.</p>")) == 2  # a chapter


@pytest.mark.parametrize(
    "label",
    [
        "<h2>Media contact</h2>",
        "<p><b>Pressekontakt:</b></p>",
        "<p>Contact presse :</p>",
        "<p><b>Notes to editors</b></p>",
        "<p>For further information please contact:</p>",
        "<h3>Контакты для СМИ</h3>",
    ],
)
def test_contacts_of_the_press_go_with_what_stands_below_them(label):
    assert left(f"{label}{CALL}<p>Hull Harbour employs 640 people.</p>") == []
    assert len(left(f"{label}<p>Nobody was to be reached.</p>")) == 2


def test_a_bare_label_needs_a_word_of_the_press():
    assert left(f"<h2>Kontakt</h2>{CALL}<p>Endast för journalister från pressen.</p>") == []
    assert len(left(f"<h2>Kontakt</h2>{CALL}<p>Open from nine to five.</p>")) == 3


def test_a_line_that_says_whom_to_call_goes_with_the_lines_below_it():
    assert (
        left("<p>Ufficio Stampa del Porto di Hull Tel. 0555 123456</p><p>Questa comunicazione è riservata.</p>") == []
    )


@pytest.mark.parametrize(
    "line",
    [
        "<p>For more information, contact Ada Berg at 555-123-0133 or visit the quay.</p>",
        "<p>Press contacts with Moscow ended in 1911, and the number 555 123 4567 was never called again.</p>",
        "<p>The ferry ends here.</p><p>Call +44 1482 555 0133</p>",
        "<h2>About Hull Harbour</h2><p>Hull Harbour employs 640 people, +44 1482 555 0133.</p>",
        "<p>Anyone with information is asked to call 555 123 4567.</p>",
        "<p>End</p><p>555 123 4567</p>",
    ],
)
def test_sentences_and_what_a_house_says_of_itself_stay(line):
    assert left(line)


def test_above_the_text_and_where_it_is_the_most_nothing_goes():
    assert left("", before=f"<h2>Media contact</h2>{CALL}{paragraphs()}")
    assert left(f"<h2>Media contact</h2>{CALL}" + "<p>The ferry of the harbour is shut again, said nobody.</p>" * 12)
