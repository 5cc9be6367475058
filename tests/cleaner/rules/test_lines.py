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


AROUND = [
    "Hits: 1,204",
    "Das Gespräch führten Ines Lohmeier und Jan Peters.",
]
WITHIN = [
    "<ul><li>The Long Tide by Paul Webb</li><li>Harbour Press, 412 pages</li><li>{}</li><li>£18.99</li></ul>",
    "<ul><li><p>The Long Tide by Paul Webb</p></li><li><p>{}</p></li></ul>",
    "<table><tr><td>Price</td><td>£18.99</td></tr><tr><td colspan=2>{}</td></tr></table>",
    "<dl><dt>Book</dt><dd>The Long Tide</dd><dt>{}</dt><dd>Harbour Press</dd></dl>",
    "<p>Harbour Press, 412 pages</p><p>{}</p><p>£18.99</p>",
]


@pytest.mark.parametrize("line", AROUND)
def test_a_counter_or_who_asked_around_the_text_is_none_of_it(line):
    text, one = paragraphs(), f"<p>{line}</p>"
    assert lines_of(one + text) == [line]
    assert lines_of(text + one) == [line]
    assert lines_of(f"<ul><li>{line}</li></ul>{text}") == [line]
    assert lines_of(f"<table><tr><td>{text}{one}</td></tr></table>") == [line]
    assert lines_of(f"{text}<p>Photo by Ann Lee</p>{one}") == ["Photo by Ann Lee", line]


@pytest.mark.parametrize("line", AROUND)
def test_the_same_in_the_text_and_in_its_lists_is(line):
    assert lines_of(f"{paragraphs(SENTENCES[:3])}<p>{line}</p>{paragraphs(SENTENCES[3:])}") == []
    assert lines_of(f"<p>{line}</p><p>Harbour Press</p>") == []
    for box in WITHIN:
        assert lines_of(paragraphs() + box.format(line)) == []
        assert lines_of(paragraphs(SENTENCES[:3]) + box.format(line) + paragraphs(SENTENCES[3:])) == []


UNSEEN = " \u200c" * 40


def test_a_mail_s_first_words_filled_up_with_what_nobody_sees_are_none_of_the_text():
    shown = f"<div>{SENTENCES[0]}{UNSEEN}</div>"
    assert lines_of(shown + paragraphs()) == [f"{SENTENCES[0]}{UNSEEN}"]
    assert lines_of(f"<p>{SENTENCES[0]} \u200c</p>{paragraphs()}") == []
    persian = "می\u200cخواهم " * 20
    assert lines_of(f"<p>{persian}</p>{paragraphs()}") == []


GUEST = 'You came as a guest. <a href="{}">Sign on</a> or come in <a href="{}">by your name</a>.'


def test_a_system_s_line_for_guests_is_told_by_where_its_links_lead():
    guest = f"<p>{GUEST.format('/index.php?do=register', '/user/login')}</p>"
    told = "You came as a guest. Sign on or come in by your name."
    assert lines_of(paragraphs() + guest) == lines_of(guest + paragraphs()) == [told]
    assert lines_of(paragraphs() + guest + paragraphs()) == []
    assert lines_of(paragraphs() + f"<p>{GUEST.format('/register', '/user/login')}</p>") == []
    assert lines_of(paragraphs() + f"<p>{GUEST.format('/user/login', 'https://harbour.example/fair')}</p>") == []


def test_how_long_it_takes_to_read_goes_from_a_list_over_the_text_with_its_date():
    assert lines_of(f"<ul><li>8 mars 2026</li><li>3 min lexim</li></ul>{paragraphs()}") == ["3 min lexim"]


def test_a_short_line_right_above_the_headline_is_a_kicker():
    headline = "<h1>The pier opens</h1>"
    for kicker in ("<h4>Interview</h4>", "<div>HULL</div>"):
        assert lines_of(kicker + headline + paragraphs()) == [LexborHTMLParser(kicker).text()]
    for other in (f"<p>{SENTENCES[0]}</p>", "<h1>The old pier</h1>", "<p>It opens.</p>"):
        assert lines_of(other + headline + paragraphs()) == []
    for other in (
        "<p>Dear Mr Mayor</p>",
        "<p>Sehr geehrte Frau Berg,</p>",
        "<p>Mayors:</p>",
        "<table><tr><td>Hull</td></tr></table>",
    ):
        assert lines_of(other + headline + paragraphs()) == []
    assert lines_of(f"<p>42 metres</p>{headline.replace('The', 'is how long the')}{paragraphs()}") == []
    assert lines_of(f"{paragraphs()}<h4>Interview</h4>{headline}{paragraphs()}") == []
    assert lines_of(f"<p>Hull</p>{headline}{paragraphs()}<h1>The gate shuts</h1>{paragraphs()}") == []
    assert lines_of("<p>Brass</p><h1>Lamp</h1><p>Height: 2 m</p>") == []


def test_a_small_number_below_the_text_stays():
    assert lines_of(f"<p>Views: 3</p>{paragraphs()}") == ["Views: 3"]
    assert lines_of(f"{paragraphs()}<p>Views: 3</p>") == []


def test_who_asked_goes_around_the_text_alone():
    line = "Das Gespräch führten Ines Lohmeier und Jan Peters."
    assert lines_of(f"{paragraphs()}<p>{line}</p>") == [line]
    assert lines_of(f"{paragraphs()}<p>{line}</p>{paragraphs()}") == []
