import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import Metadata
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.datelines import drop_datelines
from tests.cleaner.pages import SENTENCES


def left(lines: list[str], metadata: Metadata, *, is_article: bool = False) -> list[str]:
    blocks = read_blocks(LexborHTMLParser("".join(f"<p>{line}</p>" for line in lines)))
    keep = drop_datelines(
        blocks, np.ones(len(lines), np.bool_), read_columns(blocks).prose, metadata, is_article=is_article
    )
    return [blocks.text[index] for index in np.flatnonzero(keep)]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Published on: August 21, 2026", "en"),
        ("am Freitag, 21.08.2026 - 05:00 (1 Kommentar)", "de"),
        ("2026年8月21日 10時05分", "ja"),
        ("21/08/2026 02:30", "fr"),
    ],
)
def test_the_day_of_publication_before_the_body_is_left_out(line, language):
    metadata = Metadata(published="2026-08-21T05:00:00+02:00", language=language)
    assert left([line, SENTENCES[0], SENTENCES[1]], metadata) == [SENTENCES[0], SENTENCES[1]]


@pytest.mark.parametrize("language", ["vi", "en", None])
def test_the_record_s_day_is_known_in_either_order(language):
    metadata = Metadata(published="2010-07-12", language=language)
    for line in ("Thứ hai, 7/12/2010, 15:10 GMT+7", "12/7/2010"):
        assert left([line, SENTENCES[0]], metadata) == [SENTENCES[0]]
    assert left(["8/12/2010", SENTENCES[0]], metadata)[0] == "8/12/2010"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Szerző: Ana Marsh, Lukas Reinholdsson | 2026. augusztus 21. 6:15 | Frissítve: 8:02", "hu"),
        ("Af ANA MARSH og Lukas Reinholdsson 21. aug. 2026 kl. 14.32 Opdateret kl. 16.05", "da"),
    ],
)
def test_the_record_s_authors_do_not_make_a_dateline_long(line, language):
    people = ("Ana Marsh", "Lukas Reinholdsson")
    known = Metadata(published="2026-08-21", language=language, authors=people)
    assert left([line, *SENTENCES[:3]], known, is_article=True) == list(SENTENCES[:3])
    unknown = Metadata(published="2026-08-21", language=language)
    assert left([line, *SENTENCES[:3]], unknown, is_article=True)[0] == line


def test_a_sentence_with_an_author_and_the_day_stays():
    metadata = Metadata(published="2026-08-21", language="en", authors=("Ana Lovelace Marsh",))
    line = "On 21 August 2026 Ana Lovelace Marsh asked for help."
    assert left([line, *SENTENCES[:3]], metadata, is_article=True)[0] == line


def test_a_bare_name_above_the_day_goes_with_it():
    metadata = Metadata(published="2026-08-21", language="en")
    assert left(["Ana Marsh", "August 21, 2026", SENTENCES[0]], metadata) == [SENTENCES[0]]


@pytest.mark.parametrize(
    "lines",
    [
        ["The quay is dry.", "August 21, 2026"],
        ["<h2>Dry quay</h2>", "August 21, 2026"],
        ["Ana Marsh", "August 20, 2026"],
        ["Ana Marsh", "Harbour", "August 21, 2026"],
    ],
)
def test_sentences_headings_and_lines_further_up_stay(lines):
    metadata = Metadata(published="2026-08-21", language="en")
    assert left([*lines, SENTENCES[0]], metadata)[0] == lines[0].replace("<h2>", "").replace("</h2>", "")


def test_another_day_and_lines_in_the_body_stay():
    metadata = Metadata(published="2026-08-21", language="en")
    lines = ["August 20, 2026", SENTENCES[0], "August 21, 2026", SENTENCES[1]]
    assert left(lines, metadata) == lines


def test_a_sentence_with_the_day_stays():
    metadata = Metadata(published="2026-08-21", language="en")
    lines = ["The harbour of the old town was shut on August 21, 2026.", SENTENCES[0]]
    assert left(lines, metadata) == lines


def test_a_page_without_a_date_keeps_all():
    assert left(["August 21, 2026", SENTENCES[0]], Metadata()) == ["August 21, 2026", SENTENCES[0]]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Uppdaterad 21 augusti 2026 09:40", "sv"),
        ("Publié le 21/08/2026 à 16:20", "fr"),
        ("Aug. 21, 2026", "en"),
    ],
)
def test_on_an_article_the_day_between_the_standfirst_and_the_body_and_under_it_goes(line, language):
    metadata = Metadata(published="2026-08-21", language=language)
    body = [*SENTENCES[1:4], SENTENCES[0]]
    assert left([SENTENCES[0][4:], line, *body, line, "The end."], metadata, is_article=True) == [
        SENTENCES[0][4:],
        *body,
        "The end.",
    ]


def test_a_day_in_the_middle_of_an_article_stays():
    metadata = Metadata(published="2026-08-21", language="en")
    lines = [*SENTENCES[:4], "August 21, 2026", SENTENCES[0][4:]]
    assert left(lines, metadata, is_article=True) == lines


@pytest.mark.parametrize("line", ["<div>GCN —</div>", "Hamburg (ots) -", "<div>PARIS –</div>"])
def test_what_led_into_the_first_sentence_and_was_cut_off_goes(line):
    bare = line.removeprefix("<div>").removesuffix("</div>")
    assert left([line, SENTENCES[0]], Metadata(), is_article=True) == [SENTENCES[0]]
    assert left([line, SENTENCES[0]], Metadata()) == [bare, SENTENCES[0]]
    assert left([SENTENCES[0], line, SENTENCES[1]], Metadata(), is_article=True) == [SENTENCES[0], bare, SENTENCES[1]]


@pytest.mark.parametrize("line", ["Jakarta -", "Always the first question -", "The quay (north) -", "GCN", "NASA –"])
def test_other_lines_above_the_first_sentence_stay(line):
    assert left([line, SENTENCES[0]], Metadata(), is_article=True) == [line, SENTENCES[0]]


def test_the_site_s_name_above_the_body_goes_but_for_a_heading():
    site = Metadata(site_name="Harbour Notes")
    lines = ["Harbour Notes", SENTENCES[0], "Harbour Notes"]
    assert left(lines, site, is_article=True) == lines[1:]
    assert left(["<h2>Harbour Notes</h2>", SENTENCES[0]], site, is_article=True) == lines[:2]


def test_published_and_updated_in_one_line_go():
    metadata = Metadata(published="2026-11-19", language="fr")
    line = "Publié le 19 novembre 2026 à 4 h 00 HNEMis à jour le 19 novembre 2026 à 12 h 22 HNE"
    assert left([line, SENTENCES[0]], metadata, is_article=True) == [SENTENCES[0]]
    sentence = "Le 19 novembre 2026 elle a ouvert la jetée, et le 20 novembre 2026 elle l'a fermée pour deux hivers."
    assert left([sentence, SENTENCES[0]], metadata, is_article=True) == [sentence, SENTENCES[0]]


@pytest.mark.parametrize(
    "line",
    [
        "Festival 2026: Friday 27 November 2026, Harbour Hall, doors 19:00, with a concert of the band",
        "From 20 November 2026 to 27 November 2026 in the Harbour Hall",
    ],
)
def test_an_event_of_the_day_stays(line):
    metadata = Metadata(published="2026-11-27", language="en")
    for lines in ([line, *SENTENCES], [*SENTENCES, line]):
        assert left(lines, metadata, is_article=True) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace says the pier opens on 21 August 2026",
        "Ada Lovelace reports from the pier, 21 August 2026",
        "Mayor Ada Lovelace and Charles Babbage opened it 21 August 2026",
    ],
)
def test_what_tells_of_the_record_s_authors_stays(line):
    metadata = Metadata(published="2026-08-21", language="en", authors=("Ada Lovelace", "Charles Babbage"))
    assert left([line, *SENTENCES[:3]], metadata, is_article=True)[0] == line
