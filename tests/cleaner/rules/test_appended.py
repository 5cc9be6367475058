import numpy as np
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.appended import drop_appended

SENTENCES = " ".join(["The harbour was closed for repairs until the first ferry came back in spring."] * 10)


def keep_all(html: str, title: str) -> tuple[Blocks, list[str]]:
    blocks = read_blocks(LexborHTMLParser(html))
    words = np.array([len(text.split()) for text in blocks.text], np.float32)
    keep = drop_appended(blocks, np.ones(len(words), np.bool_), words, title)
    return blocks, [blocks.text[i] for i in np.flatnonzero(keep)]


def test_a_second_article_after_the_one_with_the_headline_goes() -> None:
    page = f"<article><h1>Ferry returns</h1><p>{SENTENCES}</p></article><article><h1>Other</h1><p>Else {SENTENCES}</p></article>"
    assert keep_all(page, "Ferry returns")[1] == ["Ferry returns", SENTENCES]


def test_what_stands_in_no_other_article_stays() -> None:
    page = f"<article><h1>Ferry returns</h1><p>{SENTENCES}</p></article><div><p>And more of it.</p></div>"
    blocks, kept = keep_all(page, "Ferry returns")
    assert kept == blocks.text


def test_an_element_with_hardly_more_than_the_headline_is_a_head_and_not_the_article() -> None:
    page = f"<article><h1>Ferry returns</h1><p>A standfirst.</p></article><article><p>{SENTENCES}</p></article>"
    blocks, kept = keep_all(page, "Ferry returns")
    assert kept == blocks.text


def test_without_a_headline_nothing_is_known() -> None:
    page = f"<article><p>{SENTENCES}</p></article><article><p>Else {SENTENCES}</p></article>"
    blocks, kept = keep_all(page, "Ferry returns")
    assert kept == blocks.text


def page_of(*headings: str) -> str:
    parts = (f'<div><h1 class="head">{heading}</h1><p>{heading}: {SENTENCES}</p></div>' for heading in headings)
    return "".join(parts)


def test_a_second_headline_made_as_the_first_begins_another_article() -> None:
    assert keep_all(page_of("Ferry returns", "Other"), "Ferry returns")[1] == [
        "Ferry returns",
        f"Ferry returns: {SENTENCES}",
    ]


def test_several_headings_made_alike_are_the_articles_own() -> None:
    blocks, kept = keep_all(page_of("Ferry returns", "Timetable", "Fares", "Berths"), "Ferry returns")
    assert kept == blocks.text


def test_headings_of_one_element_are_the_articles_own() -> None:
    page = (
        f'<div><h1 class="a">Ferry returns</h1><p>{SENTENCES}</p><h1 class="a">Fares</h1><p>Else {SENTENCES}</p></div>'
    )
    blocks, kept = keep_all(page, "Ferry returns")
    assert kept == blocks.text


def test_a_heading_elsewhere_in_the_page_is_the_articles_own() -> None:
    body = f'<div><p>{SENTENCES}</p><section><h1 class="a">Fares</h1><p>Else {SENTENCES}</p></section></div>'
    page = f'<header><h1 class="a">Ferry returns</h1></header>{body}'
    blocks, kept = keep_all(page, "Ferry returns")
    assert kept == blocks.text
