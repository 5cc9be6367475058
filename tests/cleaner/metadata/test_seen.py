"""What readers see beside the headline against what the page states."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import Metadata, extract_metadata

TITLE = "The harbour opens again"
STATED = (
    f'<html lang=en><title>{TITLE}</title><meta property="article:published_time" content="2026-08-21T02:00:00+00:00">'
)


def read(html: str, url: str | None = None) -> Metadata:
    return extract_metadata(LexborHTMLParser(html), url)


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        # The text was moved to another system: its own date is the one that it shows.
        ("<p>December 30, 2013</p>", "2013-12-30"),
        ("<p>On</p><p><time>8 Aug 2026</time></p>", "2026-08-08"),
        # A day before may be the same instant in another zone.
        ("<p>August 20, 2026</p>", "2026-08-21T02:00:00+00:00"),
        # A later one is that of a change.
        ("<p>August 25, 2026</p>", "2026-08-21T02:00:00+00:00"),
        ("<p>Last post: August 1, 2026</p>", "2026-08-21T02:00:00+00:00"),
        ("<p>Founded</p><p>May 1, 2020</p>", "2026-08-21T02:00:00+00:00"),
        ("<p>Updated August 2, 2026</p>", "2026-08-21T02:00:00+00:00"),
        # The first twelve texts are near.
        (f"{'<p>Menu</p>' * 12}<p>May 1, 2020</p>", "2026-08-21T02:00:00+00:00"),
    ],
)
def test_an_earlier_date_beside_the_headline_beats_the_stated_one(shown, day):
    page = read(f"{STATED}<h1>{TITLE}</h1>{shown}<p>Text.</p>")
    assert page.published == day
    assert page.sources["published"] == ("og" if "T" in day else "byline")


def test_the_day_before_is_believed_where_the_address_has_it_too():
    html = f"{STATED}<h1>{TITLE}</h1><p>August 20, 2026</p>"
    assert read(html, "https://example.org/2026/08/20/harbour").published == "2026-08-20"


def test_a_date_read_the_wrong_way_round_is_no_other_date():
    stated = STATED.replace("2026-08-21", "2026-11-01")
    assert read(f"{stated}<h1>{TITLE}</h1><p>01/11/2026</p>").published == "2026-11-01T02:00:00+00:00"


BY_DESK = f'<html lang=en><title>{TITLE}</title><meta name=author content="KatieS">'
BY_TWO = f'<html lang=en><title>{TITLE}</title><meta name=author content="Ada Lovelace, Charles Babbage">'


@pytest.mark.parametrize(
    ("head", "shown", "authors"),
    [
        (BY_DESK, "<p>by <a href=/a>Ada Lovelace</a></p>", ("Ada Lovelace",)),
        (
            BY_DESK,
            "<p>Von</p><p>Ada Lovelace</p><p>und</p><p>Marna van der Merwe</p>",
            ("Ada Lovelace", "Marna van der Merwe"),
        ),
        (BY_DESK, "<p>Reviewed</p><p>by Ada Lovelace</p>", ("KatieS",)),
        (BY_DESK, "<p>By The Harbour Team</p>", ("KatieS",)),
        (BY_DESK, "<p>Ada Lovelace</p>", ("KatieS",)),
        (BY_DESK, f"{'<p>Menu</p>' * 12}<p>by Ada Lovelace</p>", ("KatieS",)),
        # All whom metadata name, with the copy editors, or with one whom the byline names further on.
        (BY_TWO, "<p>By Ada Lovelace</p>", ("Ada Lovelace",)),
        (BY_TWO, "<p>By Ada Lovelace</p><p>Charles Babbage is a founder.</p>", ("Ada Lovelace", "Charles Babbage")),
        (BY_TWO, "<p>By Ada Lovelace, Charles Babbage and Grace Hopper</p>", ("Ada Lovelace", "Charles Babbage")),
    ],
)
def test_a_visible_byline_beats_who_entered_the_text(head, shown, authors):
    assert read(f"{head}<h1>{TITLE}</h1>{shown}<p>Text.</p>").authors == authors


@pytest.mark.parametrize(
    ("title", "body"),
    [
        # The site's or board's name is the only h1, or no heading at all is there.
        (f"{TITLE} - Coast", f"<h1>Coast</h1><h2>{TITLE}</h2>"),
        (f"{TITLE} / Ports / Coast Boards", f"<h1>Coast Boards</h1><h3>{TITLE}</h3>"),
        # The name of the manual that it is a chapter of.
        (f"{TITLE} — The Harbour Handbook", f"<h1>The Harbour Handbook</h1><h2>{TITLE}</h2>"),
        (f"Example • View topic - {TITLE}", f"<h2>{TITLE}</h2>"),
        (f"{TITLE} | Coast", f"<span role=heading>{TITLE}</span>"),
        (f"{TITLE} : coast", f'<h1>coast</h1><a class="title outbound">{TITLE}</a>'),
    ],
)
def test_a_headline_that_is_no_h1_is_found_with_its_date(title, body):
    page = read(f"<html lang=en><title>{title}</title><body>{body}<p>August 21, 2026</p>", "https://example.org/1")
    assert (page.title, page.sources["title"]) == (TITLE, "heading")
    assert page.published == "2026-08-21"


def test_a_lesser_heading_does_not_beat_another_headline():
    page = read(f"<title>What opens | Coast</title><h1>{TITLE}: all about the new quay</h1><h2>What opens</h2>")
    assert page.title != TITLE


@pytest.mark.parametrize(
    ("days", "published"),
    [
        ((21, 20, 18), None),
        ((21, 22), "2026-08-21"),
        ((22, 21), "2026-08-22"),
        ((1, 2, 3, 4), None),
    ],
)
def test_news_in_a_list_do_not_date_a_page(days, published):
    teasers = "".join(f"<h3>News of the coast {day}</h3><p>August {day}, 2026</p>" for day in days)
    assert read(f"<html lang=en><title>Coast</title><h1>Coast</h1>{teasers}").published == published


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("<span>Dec 17, 2025</span><span>Ada K. Lovelace</span>", ("Ada K. Lovelace",)),
        ("<span>Donnerstag, 21. August 2026</span><span>Ada Lovelace</span>", ("Ada Lovelace",)),
        ("<span>21.08.2026</span><span>Ada Lovelace</span>", ("Ada Lovelace",)),
        ("<span>Ada Lovelace, 21.08.2026</span>", ("Ada Lovelace",)),
        ("<span>Dec. 19, 2025 · Ada Lovelace on behalf of</span> <a href=/>the Coast</a>", ("Ada Lovelace",)),
    ],
)
def test_a_date_before_the_name_in_an_authors_element_is_passed(text, authors):
    far = "<p>Text of the article, which goes on for a while.</p>" * 60
    page = read(f'<html lang=de><title>{TITLE}</title><h1>{TITLE}</h1>{far}<div class="date-author">{text}</div>')
    assert page.authors == authors
