import time

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.cards import drop_cards
from scraper.cleaner.rules.site_links import leads_into
from tests.cleaner.pages import SENTENCES, article_page, clean

BODY = "".join(f"<p>{' '.join(SENTENCES[:3])} {n}</p>" for n in range(4))


def card(number: int, href: str = "/other/{}", heading: str = "<a href={}>Other story {}</a>") -> str:
    linked = heading.format(href.format(number), number)
    return f"<div class=teaser><h3>{linked}</h3><p>{SENTENCES[number % 3]}</p><span>{number} May</span></div>"


def left(html: str, own_host: str | None = None, sure: int | None = None, doubted: float = 0.8) -> list[str]:
    """Return the texts that stay when all are kept; those after the first ``sure`` ones, or the article, are ``doubted``."""
    blocks = read_blocks(LexborHTMLParser(html))
    columns = read_columns(blocks)
    if sure is None:
        sure = blocks.end_block[blocks.tag.index("article")] if "article" in blocks.tag else 0
    probability = np.where(np.arange(len(blocks.text)) < sure, 1.0, doubted).astype(np.float32)
    address = f"https://{own_host}/2026/harbour" if own_host else own_host
    keep = drop_cards(blocks, columns, np.ones(len(blocks.text), np.bool_), probability, address)
    return [blocks.text[index] for index in np.flatnonzero(keep)]


def test_cards_under_the_article_go_with_their_summaries():
    html = f"<article>{BODY}</article><section><h2>More</h2>{card(1)}{card(2)}{card(3)}</section>"
    assert left(html) == [*left(f"<article>{BODY}</article>"), "More"]


@pytest.mark.parametrize(
    "cards",
    [
        card(1),  # one is no row
        card(1, "#part-{}") + card(2, "#part-{}"),  # an accordion
        card(1, "javascript:open({})") + card(2, "javascript:open({})"),
        card(1, heading="Part {1} <a href={0}>of</a>") + card(2, heading="Part {1} <a href={0}>of</a>"),
        "".join(f"<div><h3><a href=/{n}>Part</a></h3>{BODY}</div>" for n in range(2)),  # sections, too long for cards
    ],
)
def test_what_is_no_row_of_cards_stays(cards):
    html = f"<article>{BODY}</article>{cards}"
    assert left(html) == list(read_blocks(LexborHTMLParser(html)).text)


def test_cards_inside_the_text_and_on_a_front_page_stay():
    inside = f"<article>{BODY}{card(1)}{card(2)}<p>{' '.join(SENTENCES)}</p></article>"
    front = f"<p>{SENTENCES[0]}</p>" + "".join(map(card, range(9)))
    for html in (inside, front):
        assert left(html) == list(read_blocks(LexborHTMLParser(html)).text)


def linked_line(
    number: int, href: str = "https://www.news.example/{}", title: str = "The other story number {}"
) -> str:
    """Return a teaser as utility classes make it: no heading, but a link around a paragraph."""
    link = f"<a href={href.format(number)}><img src=x.jpg><p>{title.format(number)}</p></a>"
    return f"<div class=flex>{link}<p>{SENTENCES[number % 3]}</p></div>"


def test_cards_whose_titles_are_no_headings_go_on_pages_that_call_themselves_articles():
    body = left(f"<article>{BODY}</article>")
    for html in ("".join(map(linked_line, range(3))), "".join(linked_line(n, "/story/{}") for n in range(3))):
        page = f"<article>{BODY}</article><section>{html}</section>"
        assert left(page, "news.example") == body
        assert left(page) == list(read_blocks(LexborHTMLParser(page)).text)


def test_a_link_around_title_and_summary_is_a_card():
    cards = "".join(
        f"<a href=/{n}><div class=title>The other story number {n}</div><div>{SENTENCES[n % 3]}</div></a>"
        for n in range(3)
    )
    page = f"<article>{BODY}</article><section>{cards}</section>"
    assert left(page, "news.example") == left(f"<article>{BODY}</article>")
    assert left(page) == list(read_blocks(LexborHTMLParser(page)).text)


def overlaid(href: str = "/other/{}", count: int = 4) -> str:
    """Return cards under links without words."""
    return "".join(
        f"<div class=card><a href={href.format(n)} aria-label=Other></a><h3>Other story {n}</h3>"
        f"<p>The mayor said that gate {n} would stay shut until the spring, and the crowd booed at that.</p></div>"
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("body", "cards"),
    [
        pytest.param(BODY, overlaid("https://www.news.example/2026/harbour/post-{}"), id="posts of a live blog"),
        pytest.param(BODY, overlaid("/2026/harbour?slide={}"), id="slides"),
        pytest.param(BODY, overlaid("?slide={}"), id="slides by a query"),
        pytest.param(BODY, overlaid("https://shop.example/{}"), id="a guide to outside shops"),
        pytest.param(BODY, overlaid("https://[shop/{}"), id="no address at all"),
        pytest.param(BODY, overlaid(count=2), id="no row"),
        pytest.param(BODY + overlaid("/recipes/{}"), "", id="recipes below the paragraphs"),
        pytest.param(overlaid("/people/{}") + BODY, "", id="candidates above them"),
    ],
)
def test_cards_under_empty_links_that_are_the_article_s_stay(body, cards):
    page = f"<main><article>{body}</article>{cards}</main>"
    assert left(page, "news.example") == list(read_blocks(LexborHTMLParser(page)).text)


def test_cards_under_empty_links_go_where_they_lead_away_and_stand_under_the_text():
    for cards in (overlaid(), overlaid("https://www.news.example/2026/other-{}")):
        page = f"<main><article>{BODY}</article><section>{cards}</section></main>"
        assert left(page, "news.example") == left(f"<article>{BODY}</article>")
        for unknown in (None, ""):  # no article; no address
            assert left(page, unknown) == list(read_blocks(LexborHTMLParser(page)).text)


@pytest.mark.parametrize("href", ["/2026/harbour/post-{}", "https://shop.example/{}", "/recipes/{}"])
def test_an_article_of_such_cards_keeps_every_sentence_of_them(href):
    page = article_page(f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>{overlaid(href)}")
    text = clean(page).text
    assert [n for n in range(4) if f"gate {n} would stay shut" in text] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "lines",
    [
        "".join(map(linked_line, range(2))),  # too few for a row
        "".join(linked_line(n, "https://elsewhere.example/{}") for n in range(3)),  # what the article refers to
        "".join(linked_line(n, title="user {}") for n in range(3)),  # posts of a thread
        "".join(f"<p><a href=/{n}>The other story number {n}</a></p>" for n in range(3)),  # a bare list of links
        "".join(f"<a href=/{n}><div>The other story number {n}</div></a>" for n in range(3)),
    ],
)
def test_other_rows_of_links_stay(lines):
    page = f"<article>{BODY}</article><section>{lines}</section>"
    assert left(page, "news.example") == list(read_blocks(LexborHTMLParser(page)).text)


def test_one_link_around_thousands_of_lines_costs_no_more_than_their_number():
    lines = "".join(f"<div>The other story number {n}</div>" for n in range(8_000))
    blocks = read_blocks(LexborHTMLParser(f"<article>{BODY}<a href=/1>{lines}</a></article>"))
    columns, keep = read_columns(blocks), np.ones(len(blocks.text), np.bool_)
    began = time.process_time()
    tidy = drop_cards(blocks, columns, keep, keep.astype(np.float32), "https://news.example/2026/harbour")
    assert time.process_time() - began < 5  # 58 s while each line followed the link to its ends (2026-11-27)
    assert tidy.all()


def test_cards_under_a_flash_of_two_sentences_go_where_the_page_calls_itself_an_article():
    flash = f"<article><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></article>"
    page = flash + "".join(map(card, range(4)))
    assert left(page, "") == [SENTENCES[0], SENTENCES[1]]
    assert left(page) == list(read_blocks(LexborHTMLParser(page)).text)


def test_however_many_cards_stand_under_a_brief_that_is_surer_than_they_are():
    brief = [f"{SENTENCES[number]} {SENTENCES[number + 1]}" for number in range(2)]
    page = "".join(f"<p>{text}</p>" for text in brief) + "".join(map(card, range(40)))
    assert left(page, "", sure=2, doubted=0.8) == brief
    # The parts of a list article are as sure as its lead; and two sentences are no brief.
    everything = list(read_blocks(LexborHTMLParser(page)).text)
    assert left(page, "", sure=2, doubted=0.9) == everything
    flash = f"<p>{SENTENCES[0]}</p>" + "".join(map(card, range(40)))
    assert len(left(flash, "", sure=1, doubted=0.8)) > 40


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("/2", True),
        ("https://www.news.example/2", True),
        ("//m.news.example:8080/2", True),
        ("https://badnews.example/2", False),
        ("https://news.example.elsewhere.example/2", False),
        ("#2", False),
    ],
)
def test_a_link_leads_into_the_site_by_its_host(href, leads):
    blocks = read_blocks(LexborHTMLParser(f"<p><a href={href}>The other story</a></p>"))
    assert leads_into(blocks, 0, "news.example") is leads


ENTRY = "<p class=i{0}><span>{0}.5.2009</span> <a href=/story/{0}><b>The ferry number {0}</b></a><br>It sails again in May.</p>"
TERM = "<dt><a href=/story/{0}>The ferry number {0}</a>（5/{0} 6:36）</dt><dd>It sails again in May.</dd>"


@pytest.mark.parametrize(
    "rows",
    [
        "".join(map(ENTRY.format, range(3))),
        "<table>" + "".join(f"<tr><td>{ENTRY.format(n)}</td></tr>" for n in range(4)) + "</table>",
        "<dl>" + "".join(map(TERM.format, range(3))) + "</dl>",
        "".join(f"<dl>{TERM.format(n)}</dl>" for n in range(3)),
        "".join(
            f"<div>{ENTRY.format(n).replace('The ferry', 'Ferry') if n else ENTRY.format(9)}</div>" for n in range(5)
        ),
    ],
)
def test_teasers_that_begin_with_their_titles_go_below_an_article(rows):
    body = left(f"<article>{BODY}</article>")
    for label in ("", "<div><b>Other ferries</b></div>", "<h4>Other ferries</h4>"):
        page = f"<article>{BODY}</article><div>{label}{rows}</div>"
        assert left(page, "news.example") == body
        assert len(left(page)) > len(body) + 2


@pytest.mark.parametrize(
    "rows",
    [
        ENTRY.format(1) + ENTRY.format(2),  # two are no row
        "".join(map(ENTRY.replace("<br>", "\n").format, range(3))),  # sentences that begin with a link
        "".join(map(ENTRY.replace("/story/", "https://port.example/").format, range(3))),
        "".join(map(ENTRY.replace("The ferry number", "Ada").format, range(3))),  # people
        "".join(map(ENTRY.replace("It sails", " ".join(SENTENCES)).format, range(3))),
        "".join(map(ENTRY.replace("</b></a>", "</b></a>, said the mayor").format, range(3))),
        "<dl>" + "".join(map(TERM.replace("</a>", "</a> of Hull ").format, range(3))) + "</dl>",
        "<dl>" + "".join(map(TERM.replace("The ferry number", "Ferry").format, range(3))) + "</dl>",
        "".join(map(ENTRY.format, range(3))) + f"<p>{' '.join(SENTENCES)}</p>",
    ],
)
def test_what_begins_with_a_link_and_is_no_row_of_teasers_stays(rows):
    html = f"<article>{BODY}</article>{rows}"
    assert left(html, "news.example") == list(read_blocks(LexborHTMLParser(html)).text)


def test_a_section_with_a_heading_of_its_own_and_the_link_that_it_speaks_of_is_no_teaser():
    section = "<section><h2>{0}</h2><p>{1}</p><div><a href=/tools/{2}>The best tool for the {0}</a></div></section>"
    names = ("pier", "ferry", "tunnel")
    html = f"<article>{BODY}{''.join(section.format(name, SENTENCES[n], n) for n, name in enumerate(names))}</article>"
    everything = list(read_blocks(LexborHTMLParser(html)).text)
    assert left(html, "news.example", sure=4) == everything
    assert left(html.replace("h2>", "b>"), "news.example", sure=4) == everything[:4]


def test_of_an_interview_with_short_answers_teasers_go_too():
    answers = "".join(f"<p>And what then, number {n}?</p><p>They wait.</p>" for n in range(6))
    interview = f"<article><p>{' '.join(SENTENCES[:2])}</p>{answers}</article>"
    teasers = "".join(map(ENTRY.format, range(4)))
    assert left(interview + teasers, "news.example") == left(interview)


AFTER = "And that is all for this year, said the harbour master, who will choose others in spring."


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        ("".join(map(ENTRY.format, range(4))), 0.9),  # candidates, places to stay
        ("<ul>" + "".join(map(ENTRY.replace("p class", "li class").format, range(4))) + "</ul>", 0.9),
        ("".join(map(ENTRY.format, range(4))) + f"<p>{AFTER}</p>", 0.8),
    ],
)
def test_entries_that_the_model_is_as_sure_of_or_that_the_text_goes_on_below_stay(rows, doubted):
    for label in ("", "<h2>In other news</h2>"):
        page = f"<article>{BODY}</article>{label}{rows}"
        html = page if doubted > 0.85 else page.replace("</article>", "") + "</article>"
        assert left(html, "news.example", sure=4, doubted=doubted) == list(read_blocks(LexborHTMLParser(html)).text)


def test_cards_that_the_model_is_sure_of_stay():
    page = f"<article>{BODY}</article>{card(1)}{card(2)}{card(3)}"
    for host in (None, "news.example"):
        assert left(page, host, doubted=0.92) == list(read_blocks(LexborHTMLParser(page)).text)
        assert left(page, host, doubted=0.88) == left(f"<article>{BODY}</article>")
