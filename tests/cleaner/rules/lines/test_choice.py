"""Which lines go for their words and for where they stand; what is written like them stays."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.lines import find_lines
from tests.cleaner.pages import SENTENCES, paragraphs


def lines_of(html: str) -> list[str]:
    """The lines of a choice of all blocks of an element that go for their words."""
    blocks = read_blocks(LexborHTMLParser(f"<div>{html}</div>"))
    told = find_lines(blocks, read_columns(blocks), np.ones(len(blocks.text), np.bool_))
    return [blocks.text[index] for lines in told.values() for index in lines]


VIDEO = '<div class="vod_desc"><strong>The gates of the harbour, filmed on Tuesday</strong><span>01:42</span></div>'
PLACE = "<b>Batang</b> - "


def test_a_video_s_title_with_its_duration_is_none_of_the_text():
    assert lines_of(paragraphs() + VIDEO + paragraphs()) == ["The gates of the harbour, filmed on Tuesday01:42"]


@pytest.mark.parametrize(
    "inset",
    [
        VIDEO.replace("vod_desc", "desc"),
        "<ul><li>Bohemian Rhapsody<span>5:55</span></li><li>Doors open<span>18:30</span></li></ul>",
        '<ul class="video"><li class="video">Bohemian Rhapsody<span>5:55</span></li></ul>',
        "<table><tr><td>Kerr<b>3:28</b></td></tr></table>",
        "<p>Das Konzert beginnt um20:15</p>",
        "<p>경기 시작은 오후7:30</p>",
        '<p class="video">The gates shut at 18:30</p>',
    ],
)
def test_tracks_results_and_hours_are(inset):
    assert lines_of(paragraphs() + inset + paragraphs()) == []


def test_a_place_and_its_dash_loose_above_the_first_paragraph_are_none_of_the_text():
    assert lines_of(PLACE + paragraphs()) == ["Batang -"]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{PLACE}</p>{paragraphs()}",
        f"Batang - {paragraphs()}",
        f"{PLACE}{paragraphs(SENTENCES[:3])}{PLACE}{paragraphs(SENTENCES[3:])}",  # who speaks
        f"{paragraphs(SENTENCES[:3])}{PLACE}{paragraphs(SENTENCES[3:])}",
        PLACE,
    ],
)
def test_other_places_with_a_dash_are(html):
    assert lines_of(html) == []


@pytest.mark.parametrize(
    ("name", "text", "goes"),
    [
        ("story-source", "mk", True),
        ("story-source", "Von mk", True),
        ("story-source", "The harbour master", False),
        ("story-paragraph", "mk", False),
    ],
)
def test_bare_initials_are_a_mark_where_the_last_element_is_called_a_source(name, text, goes):
    line = f'<p class="{name}">{text}</p>'
    assert lines_of(paragraphs() + line) == ([text] if goes else [])
    assert lines_of(line + paragraphs()) == []
