"""Badges in a headline's element, and elements of it that run into one another."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata

SAID = "Otters return to the old canal"


def _title(heading, said=SAID, page_title=None):
    head = f'<meta property="og:type" content="article"><meta property="og:title" content="{said}">'
    html = f"<title>{page_title or said + ' | Daily'}</title>{head}{heading}<p>Text.</p>"
    return extract_metadata(LexborHTMLParser(html), None).title


@pytest.mark.parametrize(
    "heading",
    [
        f"{SAID}<span class=mark-gold>GOLD</span>",
        f"{SAID}<span class=mark-gold>Gold</span>",
        f"{SAID} <span class=mark-gold>GOLD</span>",
        f"{SAID} <i>D+ ABO</i>",
        f"{SAID} <i>B+</i>",
        f"{SAID} <b>LIVE</b>",
        f"<i>D+</i>{SAID}",
        "Otters return<sup>Gold</sup> to the old canal",
    ],
)
def test_a_badge_that_metadata_lack_is_no_part_of_the_title(heading):
    assert _title(f"<h1>{heading}</h1>").rstrip() == SAID


@pytest.mark.parametrize(
    "added",
    [
        " <span>Gold</span>",  # a word of its own
        "<span>s</span>",  # the end of a word
        " - <span>RSPB</span>",  # who said it
        "<span>And the people are no longer afraid</span>",  # a line, no badge
        " GOLD",  # in no element of its own
        " <b>AGAIN</b>",  # a word in capitals that no badge has
        " <span>PRO</span>",
        " <span class=marker>and eat all of the carp</span>",
    ],
)
def test_what_may_be_a_word_of_the_headline_stays(added):
    title = _title(f"<h1>{SAID}{added}</h1>")
    assert title.startswith(SAID)
    assert title != SAID


@pytest.mark.parametrize(
    ("heading", "said", "title"),
    [
        ("H<sub>2</sub>O is found on Mars", "HO is found on Mars", "H2O is found on Mars"),
        ("CO<sub>2</sub> taxes rise", "CO taxes rise", "CO2 taxes rise"),
        ("E=mc<sup>2</sup> explained", "E=mc explained", "E=mc2 explained"),
        ("<span>«</span>Otters return<span>»</span>", "Otters return", "«Otters return»"),
        ("A year of Vitamin<b>D</b>", "A year of Vitamin", "A year of VitaminD"),
    ],
)
def test_a_mark_a_number_or_one_letter_is_no_badge(heading, said, title):
    assert _title(f"<h1>{heading}</h1>", said=said) == title


def test_a_badge_that_metadata_repeat_stays():
    assert _title(f"<h1>{SAID} <b>LIVE</b></h1>", said=f"{SAID} LIVE") == f"{SAID} LIVE"
    # The whole, where only one of the sources leaves it away.
    assert _title(f"<h1>{SAID} <b>GOLD</b></h1>", page_title=f"{SAID} GOLD | Daily") == f"{SAID} GOLD"


def test_a_badge_in_a_script_without_blanks_is_told_by_its_length():
    said = "運河にカワウソが戻る"
    assert _title(f"<h1>{said}<span>会員限定</span></h1>", said=said) == said
    assert _title(f"<h1>{said}<span>住民は恐れていない</span></h1>", said=said) == f"{said}住民は恐れていない"


@pytest.mark.parametrize(("tag", "mark"), [("h1", ":"), ("h1", " –"), ("h1", " |"), ("h2", ":"), ("h2", " –")])
def test_lines_of_a_headline_are_parted_by_the_mark_that_metadata_have(tag, mark):
    said = f"Otters in town{mark} “They ate my carp”"
    assert _title(f"<{tag}><span>Otters in town</span> <span>“They ate my carp”</span></{tag}>", said=said) == said


def test_a_headline_that_shows_its_own_mark_is_spelled_as_it_is():
    heading = "<h1><span>Otters in town:</span> <span>“They ate my carp”</span></h1>"
    assert _title(heading, said="Otters in town: They ate my carp") == "Otters in town: “They ate my carp”"
    heading = "<h1><span>Otters</span> <span>in town</span></h1>"
    assert _title(heading, said="Otters in Town") == "Otters in town"
