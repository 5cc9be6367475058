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
def test_the_mark_of_the_end_goes_where_contacts_follow_it(mark):
    assert left(f"<p>{mark}</p>{CALL}<p>Hull Harbour</p>") == []
    assert len(left(f"<p>{mark}</p><p>Nobody slept that night.</p>")) == 2  # a chapter


@pytest.mark.parametrize(
    "label",
    [
        "<h2>Media contact</h2>",
        "<p><b>Pressekontakt:</b></p>",
        "<p>Contact presse :</p>",
        "<p><b>Notes to editors</b></p>",
        "<h3>Контакты для СМИ</h3>",
    ],
)
def test_contacts_of_the_press_go_down_to_where_prose_goes_on(label):
    house = "Hull Harbour employs 640 people."
    assert left(f"{label}{CALL}<p>harbour.example</p>") == []
    assert left(f"{label}<p>Ada Berg</p><p>Hull Harbour</p><p>Tel. 555 0133</p>") == []
    assert left(f"{label}{CALL}<h2>About us</h2><p>{house}</p>") == ["About us", house]
    assert len(left(f"{label}<p>Nobody was to be reached.</p>")) == 2


def test_a_line_that_says_whom_to_call_goes_alone():
    contact = "<p><b>Rückfragehinweis: 0421 555 0133</b></p>"
    assert left(contact) == []
    more = "<h2>Brand am Kai</h2><p>Ein Schuppen brannte aus.</p><h2>Boot gestohlen</h2><p>Die Wache sucht Zeugen.</p>"
    assert len(left(contact + more)) == 4


def test_a_label_that_comes_again_is_none():
    assert len(left(f"<h3>Choir</h3><p><b>Media contact:</b></p>{CALL}" * 3)) == 9


@pytest.mark.parametrize(
    "tail",
    [
        "<p>###</p><p>The second diary is of the years 1939–1945, when the quay was shut.</p><p>Nobody has read it.</p>",
        "<p>* Ende *</p><p>So schloss der Bericht vom 08.11.1926, den keiner las.</p>",
        "<p>- Fin -</p><p>Le film a coûté 10 000 000 euros.</p>",
        "<p>###</p><p>A reader keeps swifts.</p><p>Next week: gulls. Write to me at ada@hull.example.</p>",
        "<h3>Press office</h3><p>From 2019-2023 she led the press office of the port.</p><p>It was feared.</p>",
        "<h2>Media inquiries and the law</h2><p>Since 12.03.1998 ministers have had a week to answer.</p>",
        "<h2>Notes for editors of old maps</h2><p>The sheet of 1850-1851 is the best.</p><p>It shows each pier.</p>",
        "<h3>Gabinete de prensa</h3><p>Cambió de manos tres veces en los años 2019-2023.</p>",
        "<h3>Пресс-служба</h3><p>Пресс-служба порта молчит с 12.03.2024.</p>",
        "<h3>Press office</h3><p>2019-2023</p><p>(2019–2023)</p>",
        "<h3>Contact</h3><p>The pressure on the winger grew.</p><p>555 123 4567</p>",
        "<p>For more information, contact Ada Berg at 555-123-0133 or visit the quay.</p>",
        "<p>Press contacts with Moscow ended in 1911, and the number 055 123 4567 was never called again.</p>",
        "<p>The ferry ends here.</p><p>Call +44 1482 555 0133</p>",
        "<h2>About Hull Harbour</h2><p>Hull Harbour employs 640 people, +44 1482 555 0133.</p>",
        "<p>Anyone with information is asked to call 055 123 4567.</p>",
        "<p>End</p><p>055 123 4567</p>",
    ],
)
def test_what_a_text_has_of_its_own_stays(tail):
    assert len(left(tail)) == tail.count("</p>") + tail.count("</h")


def test_above_the_text_and_where_it_is_the_most_nothing_goes():
    assert left("", before=f"<h2>Media contact</h2>{CALL}{paragraphs()}")
    assert left(f"<h2>Media contact</h2>{CALL}" + "<p>The ferry of the harbour is shut again, said nobody.</p>" * 12)


def test_a_list_below_the_contacts_is_what_the_news_is_about():
    rows = "<ul><li>Residents of Hull</li><li>Those who fish there</li></ul>"
    assert left(f"<h3>Media contact</h3>{CALL}{rows}") == ["Residents of Hull", "Those who fish there"]
