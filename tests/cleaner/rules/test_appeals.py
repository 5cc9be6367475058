import time

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.appeals import APPEAL_WORDS, drop_appeals
from tests.cleaner.pages import SENTENCES, article_page, clean, paragraphs

WHY = (
    "Our three reporters have sat in every meeting of the council since 1998, and it is our readers who have paid for that.",
    "Journalism of this kind costs more each year, and the notices that once paid for half of the paper have gone elsewhere.",
    "If you can spare it, please make a donation, once or each month, so that the seats in the hall are not empty next year.",
)
GERMAN = (
    "Wir berichten seit 1998 aus dem Rathaus, und unsere Leserinnen und Leser haben das mit ihren Beträgen möglich gemacht.",
    "Damit das so bleibt, brauchen wir Hilfe: Mit fünf Euro im Monat unterstützen Sie die Redaktion, die für Sie nachrechnet.",
)
TIERS = "<ul><li>Support £3/month</li><li>Support £9/month</li><li>Another sum</li></ul>"


def left(html: str) -> list[str]:
    """Return the texts that stay under an article's when all are kept."""
    blocks = read_blocks(LexborHTMLParser(f"<article>{paragraphs()}{html}</article>"))
    keep = drop_appeals(blocks, read_columns(blocks), np.ones(len(blocks.text), np.bool_))
    assert keep[: len(SENTENCES)].all()
    return [blocks.text[index] for index in np.flatnonzero(keep) if index >= len(SENTENCES)]


@pytest.mark.parametrize(
    "appeal",
    [
        f"<section><h2>Before you go</h2>{paragraphs(WHY)}<p><a href=/give>Make a contribution</a></p></section>",
        f"<section><h2>Before you go</h2>{paragraphs(WHY)}{TIERS}</section>",
        f"<div><h3>Guter Journalismus kostet</h3>{paragraphs(GERMAN)}<button>Jetzt unterstützen</button></div>",
        "<div><h3>会員になりませんか</h3><p>私たちの報道は読者の寄付で続いています。</p><a href=/g>寄付する</a></div>",
        f"<h4>Support Harbour Notes</h4>{paragraphs(WHY)}<p><a href=/give>Donate now</a></p>",
        "<h4>Donate</h4><p>If our reporting helps you, please support it with a donation.</p><p><a href=/give>Donate</a></p>",
    ],
)
def test_an_appeal_to_pay_for_journalism_goes_from_its_heading_to_its_button(appeal):
    assert left(appeal) == []


def test_a_section_that_asks_stays_where_the_text_goes_on_below_it():
    appeal = f"<h4>Support Harbour Notes</h4>{paragraphs(WHY)}<p><a href=/give>Donate now</a></p>"
    assert len(left(f"{appeal}<h4>Bring blankets</h4>{paragraphs(SENTENCES)}")) == len(WHY) + 3 + len(SENTENCES)


def test_opening_marks_without_end_take_no_long_time():
    begun = time.process_time()
    left(f"<h2>Support our journalism</h2><p>{'“' * 60_000}</p><p>We need you.</p><p><a href=/d>Donate now</a></p>")
    assert time.process_time() - begun < 2


CHARITY = (
    "Whoever wants to help can bring blankets to the mission on any day but Sunday, between nine in the morning and four.",
    "Money helps as well, and the journalists' union of Port Lyle doubles each donation until the end of the year.",
)
PAPER = (
    "The Gazette, which has lost half of its readers, asked the town on Monday to pay for its journalism, as others do.",
    "“We ask for donations because the notices have gone,” its editor said, and named a sum that made the hall laugh.",
)
PLEDGES = (
    "<ul><li>£9m to support reporters</li><li>Support for nurses: £40m</li><li>Support for bus drivers: £12m</li></ul>"
)


@pytest.mark.parametrize(
    "part",
    [
        f"<section><h2>How to help</h2>{paragraphs(CHARITY)}<p><a href=/give>Donate to the mission</a></p></section>",
        f"<h2>Support the mission</h2>{paragraphs(CHARITY)}<p><a href=/give>Donate</a></p>",
        f"<section><h2>Why it asks</h2>{paragraphs(PAPER)}<p><a href=/give>Support the Gazette</a></p></section>",
        f"<h2>Why the Gazette asks for donations</h2>{paragraphs(PAPER)}<p><a href=/give>Donate</a></p>",
        f"<section><h2>What was pledged</h2><p>The newsroom of the Gazette has added up what it supports.</p>{PLEDGES}</section>",
        "<section><h2>How to help</h2><p>The mission takes blankets and tins.</p><a href=/m>Donate to the mission</a></section>",
        f"<section><h2>Before you go</h2>{paragraphs(WHY)}<p><a href=/more>Read the report</a></p></section>",
        f"<section><h2>Before you go</h2>{paragraphs(WHY)}<p>Make a contribution</p></section>",  # nothing to press
        f"<h2>What the paper costs</h2>{paragraphs(WHY)}<p><a href=/give>Donate</a></p>",  # a part of the article, and a button
        f"<section><h2>Before you go</h2>{paragraphs(WHY * (APPEAL_WORDS // 60 + 1))}<a href=/give>Donate</a></section>",
    ],
)
def test_what_asks_for_other_things_or_in_another_way_stays(part):
    assert left(part) == list(read_blocks(LexborHTMLParser(part)).text)


def test_an_appeal_that_is_most_of_the_text_stays():
    html = f"<p>{SENTENCES[0]}</p><div><h2>Before you go</h2>{paragraphs(WHY)}<a href=/give>Donate</a></div>"
    blocks = read_blocks(LexborHTMLParser(html))
    for keep in (np.ones(len(blocks.text), np.bool_), np.zeros(len(blocks.text), np.bool_)):
        assert (drop_appeals(blocks, read_columns(blocks), keep) == keep).all()


def test_a_page_loses_the_appeal_under_its_text():
    appeal = f"<h3>Support Harbour Notes</h3>{paragraphs(WHY)}<p><a href=/give>Make a donation</a></p>"
    assert clean(article_page(paragraphs() + appeal)).text == "\n\n".join(SENTENCES)
