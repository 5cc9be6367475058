import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner import clean_page
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.beside_body import add_beside_body
from scraper.records import Article, Page
from scraper.settings import CleanSettings
from tests.cleaner.pages import SENTENCES

BODY = [SENTENCES[0], SENTENCES[1]]


def read(before: list[str], after: list[str], metadata: Metadata, last: str = SENTENCES[2]) -> Metadata:
    lines = [*before, *BODY, last, *after]
    blocks = read_blocks(LexborHTMLParser("".join(f"<p>{line}</p>" for line in lines)))
    keep = np.zeros(len(lines), np.bool_)
    keep[len(before) : len(before) + 3] = True
    return add_beside_body(blocks, keep, read_columns(blocks).prose, metadata)


@pytest.mark.parametrize(
    ("before", "after", "language", "day"),
    [
        (["Harbours", "August 21, 2026"], [], "en", "2026-08-21"),
        (["#1 2026-08-21 10:59:47", "Member", "Registered: 2024-01-27"], [], "en", "2026-08-21T10:59:47"),
        (["Founded: May 1, 2020", "by ada » Fri Aug 21, 2026 1:47 am"], [], "en", "2026-08-21T01:47:00"),
        # Of two the nearer one: the other is of what stands above.
        (["20. August 2026", "Fähren", "21. August 2026"], [], "de", "2026-08-21"),
        (["2026年8月21日"], [], "ja", "2026-08-21"),
        # Below the body a date needs a word, or a byline above it.
        ([], ["Posted on August 21, 2026", "Tags: harbour"], "en", "2026-08-21"),
        ([], ["Post time: 08-21-2026"], "en", "2026-08-21"),
        ([], ["Published", "Publish date", "21 August 2026"], "en", "2026-08-21"),
        ([], ["veröffentlicht: 21.08.2026 15:19"], "de", "2026-08-21T15:19:00"),
        ([], ["Written by Ada Lovelace and Charles Babbage", "August 21, 2026"], "en", "2026-08-21"),
        ([], ["Similar posts", "August 21, 2026", "The old quay"], "en", None),
        (["Updated August 21, 2026"], [], "en", None),
        (["August 21, 2026", *["Menu"] * 8], [], "en", None),
    ],
)
def test_a_date_beside_the_body_is_the_pages_where_nothing_else_tells_one(before, after, language, day):
    found = read(before, after, Metadata(language=language))
    assert found.published == day
    assert found.sources.get("published") == ("body" if day else None)


@pytest.mark.parametrize(
    ("before", "last", "after", "authors"),
    [
        (["By Ada Lovelace"], SENTENCES[2], [], ("Ada Lovelace",)),
        (
            [],
            SENTENCES[2],
            ["Written by", "Ada Lovelace", "and", "Charles Babbage"],
            ("Ada Lovelace", "Charles Babbage"),
        ),
        ([], "Von Ada Lovelace", [], ("Ada Lovelace",)),
        ([], SENTENCES[2], ["Photos by Ada Lovelace"], ()),
        ([], SENTENCES[2], ["Reviewed", "by Ada Lovelace"], ()),
        ([], SENTENCES[2], ["By The Harbour News Team"], ()),
        ([], SENTENCES[2], ["Ada Lovelace"], ()),
        # As papers of Russia and Vietnam sign.
        ([], "Ada LOVELACE.", [], ("Ada LOVELACE",)),
        ([], SENTENCES[2], ["<strong>Ada Lovelace</strong>", "Tags"], ("Ada Lovelace",)),
        ([], "Harbour News", [], ()),
        ([], "Closed", [], ()),
        ([], "Happy Planting!", [], ()),
    ],
)
def test_a_byline_beside_the_body_names_the_authors_where_nothing_else_does(before, last, after, authors):
    found = read(before, after, Metadata(language="en"), last)
    assert found.authors == authors
    assert found.sources.get("authors") == ("body" if authors else None)


@pytest.mark.parametrize(
    ("link", "authors"),
    [
        ("The old quay is sold to a builder of boats", ()),  # who wrote the other text
        ("By Ada Lovelace, our reporter on the coast", ("Ada Lovelace", "Charles Babbage")),
    ],
)
def test_below_the_body_a_byline_after_anothers_headline_is_anothers(link, authors):
    after = [f"<a href=/quay>{link}</a>", "By Charles Babbage"]
    assert read([], after, Metadata(language="en")).authors == authors


def test_a_byline_under_the_lead_names_the_authors():
    lines = [SENTENCES[0], "By Ada Lovelace", SENTENCES[1], SENTENCES[2]]
    blocks = read_blocks(LexborHTMLParser("".join(f"<p>{line}</p>" for line in lines)))
    found = add_beside_body(blocks, np.ones(4, np.bool_), read_columns(blocks).prose, Metadata(language="en"))
    assert found.authors == ("Ada Lovelace",)


def test_old_pages_whose_title_begins_with_the_site_have_their_headline_beside_the_body():
    cells = "".join(f"<tr><td><font size=2>{text}</font></td></tr>" for text in SENTENCES)
    head = (
        "<tr><td>August 21, 2026</td></tr><tr><td>Quay to reopen in spring</td></tr><tr><td>By Ada Lovelace</td></tr>"
    )
    page = Page(
        body=f"<title>The Daily - Quay to reopen in spring</title><body><table>{head}{cells}</table>".encode(),
        source="test",
        url="https://example.org/quay",
        media_type="text/html",
    )
    article = clean_page(page, CleanSettings(second_opinion=False))
    assert isinstance(article, Article)
    assert (article.title, article.authors, article.published) == (
        "Quay to reopen in spring",
        ("Ada Lovelace",),
        "2026-08-21",
    )
    # The table is mostly kept, and all the same does not bring back what the fields say.
    assert article.text.startswith(SENTENCES[0])


def test_what_the_page_says_elsewhere_stays():
    known = Metadata(
        published="2026-08-20", authors=("Grace Hopper",), sources={"published": "og", "authors": "json-ld"}
    )
    assert read(["By Ada Lovelace", "August 21, 2026"], [], known) is known


def test_a_page_without_content_is_left_alone():
    blocks = read_blocks(LexborHTMLParser("<p>August 21, 2026</p>"))
    none = np.zeros(1, np.bool_)
    assert add_beside_body(blocks, none, read_columns(blocks).prose, Metadata()) == Metadata()


def test_the_record_has_the_date_and_its_text_does_not():
    html = (
        "<html lang=en><title>Quay reopens</title><body><main><div class=hero><p>The quay reopens again</p></div>"
        f"<div class=note>August 21, 2026</div>{''.join(f'<p>{text}</p>' for text in SENTENCES)}</main>"
    )
    page = Page(
        body=html.encode(), source="https://example.org/quay", url="https://example.org/quay", media_type="text/html"
    )
    article = clean_page(page, CleanSettings(second_opinion=False))
    assert isinstance(article, Article)
    assert (article.published, article.field_sources["published"]) == ("2026-08-21", "body")
    assert "August 21" not in article.text


@pytest.mark.parametrize(
    ("page_title", "line", "title", "day"),
    [
        (
            "Siam News :: Elephants in the cane",
            "Elephants in the cane<br><font size=1>14 March 2005",
            "Elephants in the cane",
            "2005-03-14",
        ),
        (
            "やまびこ新聞 - ニュース - ツキノワグマ、登山客襲う",
            "２００３年４月１５日（火）<br><b>ツキノワグマ、登山客襲う",
            "ツキノワグマ、登山客襲う",
            "2003-04-15",
        ),
        (
            ":: สยามนิวส์ :: ช้างป่าบุกไร่อ้อย ชาวบ้านผวา",
            "ช้างป่าบุกไร่อ้อย ชาวบ้านผวา<br>วันจันทร์ที่ 14 มีนาคม พ.ศ. 2548",
            "ช้างป่าบุกไร่อ้อย ชาวบ้านผวา",
            "2005-03-14",
        ),
    ],
)
def test_the_title_and_the_date_of_a_table_stand_in_one_line(page_title, line, title, day):
    story = "<br><br>".join(SENTENCES)
    html = f"<title>{page_title}</title><table><tr><td><font size=5>{line}</font><br><br><font>{story}</font></td></tr></table>"
    article = clean_page(
        Page(body=html.encode(), source="test", media_type="text/html"), CleanSettings(second_opinion=False)
    )
    assert isinstance(article, Article)
    assert (article.title, article.published) == (title, day)
    assert article.text.split("\n\n") == list(SENTENCES)


def called(before: str, after: str, headline: str = "div") -> tuple[str, ...]:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    blocks = read_blocks(LexborHTMLParser(f"<{headline}>The old quay</{headline}>{before}{body}{after}"))
    first = blocks.text.index(BODY[0])
    keep = np.zeros(len(blocks.text), np.bool_)
    keep[first : first + 2] = True
    return add_beside_body(blocks, keep, read_columns(blocks).prose, Metadata()).authors


def test_a_name_beside_the_body_in_a_writer_s_element_or_link_is_the_author_s():
    assert called("<p class=avtor>Ada Lovelace</p>", "") == ("Ada Lovelace",)
    assert called("<p><a href=/writers/7>Ada Lovelace</a> August 21</p>", "") == ("Ada Lovelace",)
    assert called("", "<div class=kirjoittaja>Ada Lovelace</div>") == ("Ada Lovelace",)
    assert called("<p class=rubric>Ada Lovelace</p>", "") == ()
    assert called("<p class=avtor>Read more</p>", "") == ()
    assert called("", "<p><a href=/writers/7>Ada Lovelace</a></p>") == ()


def test_beside_a_main_heading_writers_were_looked_for():
    assert called("<p class=avtor>Ada Lovelace</p>", "", "h1") == ()
