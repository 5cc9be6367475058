"""The choice of a headline."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.metadata.titles import Titles

SITE = frozenset({"examplenews"})


def test_the_heading_that_metadata_repeat_is_the_headline():
    titles = Titles(["Example News", "Menu", "Harbour opens"], [("og", "Harbour opens | Example News")], "", SITE)
    assert titles.choose(is_article=False) == ("Harbour opens", "h1")


def test_a_logo_heading_is_no_headline():
    assert Titles(["Example News"], [], "Harbour opens - Example News", SITE).choose(is_article=True) == (
        "Harbour opens",
        "title",
    )


@pytest.mark.parametrize(
    ("page_title", "headings", "expected"),
    [
        ("Harbour Notes: The pier is open again", ["Harbour Notes"], ("The pier is open again", "og")),
        # Then no heading of the body is the headline, either.
        (
            "Harbour Notes: The pier is open again",
            ["Harbour Notes", "How the pier was mended"],
            ("The pier is open again", "og"),
        ),
        ("The pier is open again | Ports", ["Ports", "The pier is open again"], ("The pier is open again", "h1")),
        # What is longer than the stated title is no name.
        ("Harbour: The pier is open again", ["The pier is open again"], ("The pier is open again", "h1")),
    ],
)
def test_a_heading_that_stands_beside_the_stated_title_is_a_name(page_title, headings, expected):
    stated = "Harbour" if page_title.startswith("Harbour:") else "The pier is open again"
    assert Titles(headings, [("og", stated)], page_title, SITE).choose(is_article=True) == expected


def test_an_article_keeps_its_own_wording():
    titles = Titles(["The old harbour opens again"], [("og", "Old harbour opens: all you need to know")], "", SITE)
    assert titles.choose(is_article=True) == ("The old harbour opens again", "h1")
    assert titles.choose(is_article=False) == ("Old harbour opens: all you need to know", "og")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Help and Advice", ("Otters and People: What They Eat", "heading")),
        ("Otters and Advice", ("Otters and Advice", "h1")),
    ],
)
def test_a_section_over_the_heading_that_metadata_say_whole_is_no_headline(heading, expected):
    title = "Otters and People: What They Eat"
    titles = Titles([heading], [], title, SITE)
    assert titles.choose(is_article=True, lesser=title) == expected
    assert titles.choose(is_article=True) == (heading, "h1")


def test_a_heading_that_is_the_sites_name_makes_no_section_of_the_headline():
    name = "The Gazette of Port Town"
    titles = Titles(["The Fire"], [], name, SITE | {"thegazetteofporttown"})
    assert titles.choose(is_article=True, lesser=name) == ("The Fire", "h1")


def test_a_slogan_is_no_headline():
    titles = Titles(["We love what we do"], [("og", "Harbour opens")], "Harbour opens", SITE)
    assert titles.choose(is_article=True) == ("Harbour opens", "og")


def test_a_headline_cut_by_json_ld_is_read_from_the_title():
    whole = "Harbour opens again " + "after many years of work " * 5 + "at last"
    assert Titles([], [("json-ld", whole[:110])], whole, SITE).choose(is_article=True) == (whole, "title")


def test_soft_hyphens_are_not_part_of_a_title():
    assert Titles(["Har\xadbour"], [], "Harbour", SITE).choose(is_article=True) == ("Harbour", "h1")


@pytest.mark.parametrize("title", ["می‌خواهم", "അവന്‍ വന്നു", "🧑‍🚀 lands"])
def test_joiners_that_are_spelling_stay_in_a_title(title):
    assert Titles([title], [], title, SITE).choose(is_article=True) == (title, "h1")
    assert Titles(["Har\u200cbour\u200d"], [], "Harbour", SITE).choose(is_article=True) == ("Harbour", "h1")


@pytest.mark.parametrize(
    ("heading", "pieces", "expected"),
    [
        ("Ports Harbour opens", ["Ports", "Harbour opens"], "Harbour opens"),
        ("Ports Harbour opens", ["Ports Harbour opens"], "Ports Harbour opens"),
        ("The harbour opens", ["The", "harbour", "opens"], "The harbour opens"),
        ("Harbour opens again", ["Harbour opens", "again"], "Harbour opens again"),
    ],
)
def test_an_element_of_its_own_before_the_headline_is_no_part_of_it(heading, pieces, expected):
    titles = Titles([heading], [("og", "Harbour opens")], "", SITE)
    assert titles.choose(is_article=True, pieces=pieces) == (expected, "h1")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Harbour opens | Opinion", "Harbour opens"),
        ("Harbour opens – Example News", "Harbour opens"),
        ("Thread: Harbour opens", "Harbour opens"),
        ("21 Aug 2026 Harbour opens", "Harbour opens"),
        ("21. August 2026 Harbour opens", "Harbour opens"),
        ("Aug 21, 2026: Harbour opens", "Harbour opens"),
        # What may belong to it stays.
        ("2026 Harbour opens", "2026 Harbour opens"),
        ("The Harbour opens", "The Harbour opens"),
        ("Harbour opens: what is new", "Harbour opens: what is new"),
    ],
)
def test_sections_labels_and_dates_in_the_heading_are_no_part_of_the_title(heading, expected):
    assert Titles([heading], [("og", "Harbour opens")], "", SITE).choose(is_article=True) == (expected, "h1")


@pytest.mark.parametrize(
    ("said", "page_title", "expected"),
    [
        ("Storm in the north | The trains stand still", "{} | Daily", "{}"),
        ("Storm in the north | The trains stand still", "{} - News - Daily", "{}"),
        ("Storm in the north | The trains stand still", "{}", "{}"),
        ("Storm in the north | Letters", "{} | Daily", "Storm in the north"),
        ("Storm in the north | Example News", "{}", "Storm in the north"),
        (
            "Storm in the north | Ports and shipping",
            "{} | Daily",
            "Storm in the north",
        ),  # the section that the page is in
    ],
)
def test_what_heading_and_metadata_both_have_behind_a_bar_is_cut_only_where_it_is_a_name(said, page_title, expected):
    titles = Titles([said], [("og", said)], page_title.format(said), SITE)
    chosen = titles.choose(is_article=True, sections=lambda: frozenset({"portsandshipping"}))
    assert chosen == (expected.format(said), "h1")


def test_a_kind_of_text_before_the_headline_is_no_book_that_it_is_from():
    page_title = "OBITUARY | Nomvula Dube, who taught a whole town to swim"
    titles = Titles(["Nomvula Dube, who taught a whole town to swim"], [("og", page_title)], page_title, SITE)
    assert titles.is_sure
    assert "obituary" not in titles.stated()


@pytest.mark.parametrize(
    ("added", "bare"),
    [
        ('{}<a class="article__comments-link"><span>(2)</span></a>', True),
        ("{} <a href=#c>(14 comments)</a>", True),
        ("{} <span class=comment-count>23 comments</span>", True),
        ("<span class=label>Subscribers only</span>{}", True),
        ("{}<time>26 November 2026</time>", True),
        ("{}<small>The wind came in from the sea</small>", True),
        ("<span>{} <small>FOTO</small></span>", True),
        ("{}<a class=edit>[edit]</a>", True),
        ("{}<span class=arrow>›</span>", True),
        ("{} - PHOTOS", True),
        # Words of the headline in elements of their own.
        ("{} <em>again</em>", False),
        ("{} <span class=hl>at last</span>", False),
        ("{} <span>2026</span>", False),
        ("{} - at last", False),
    ],
)
@pytest.mark.parametrize(
    "stated",
    ['<meta property="og:title" content="{}">', "<title>{} | Daily</title>", "<title>{} - News - Daily</title>"],
)
def test_what_is_added_to_a_headline_in_its_element_is_no_part_of_it(added, bare, stated):
    said = "Storm cuts power to thousands"
    html = f'<meta property="og:type" content="article">{stated.format(said)}<h1>{added.format(said)}</h1><p>Text.</p>'
    assert (extract_metadata(LexborHTMLParser(html), None).title == said) is bare


def test_additions_that_metadata_repeat_stay():
    said = "Storm cuts power: LIVE"
    heading = "<h1><span class=label>Storm cuts power:</span> LIVE</h1>"
    html = f'<title>{said} - Daily</title><meta property="og:title" content="{said}">{heading}'
    assert extract_metadata(LexborHTMLParser(html), None).title == said
    live = "Coast – Bay: 1:2 – LIVE"
    html = f'<title>{live} » Daily</title><meta property="og:title" content="{live}"><h1>{live}</h1>'
    assert extract_metadata(LexborHTMLParser(html), None).title == live


def test_elements_without_a_blank_between_them_are_spelled_as_metadata_do():
    said = "Jam on the A45: Lorry loses honey"
    heading = "<h1><span>Jam on the A45</span><span>Lorry loses honey</span></h1>"
    html = f'<title>{said} | Daily</title><meta property="og:title" content="{said}">{heading}'
    assert extract_metadata(LexborHTMLParser(html), None).title == said


@pytest.mark.parametrize(
    ("page_title", "body"),
    [
        ("Western Gazette | {}", "<div class=headline>{}</div>"),
        ("Western Gazette :: News :: {}", "<div>{}</div>"),
        ("Western Gazette :: News :: {}", "<h1>{}</h1>"),
        ("{} :: Western Gazette :: News from the West", "<div>{}</div>"),
        ("{} (Western Gazette)", "<div class=headline>{}</div>"),
        ("{} (Gazette)", "<div>{}</div>"),
        ("{} - News - Western Gazette", "<div>{}</div>"),
        ("{} | storm power thousands | Gazette", "<div>{}</div>"),
        ("24.11.2026 {} - Western Gazette", "<div>{}</div>"),
        ("{}: 24 November 2026 - News Gazette", "<div>{}</div>"),
        ("Gázette | {}", "<div>{}</div>"),
    ],
)
def test_names_sections_and_dates_around_the_headline_in_the_page_title(page_title, body):
    said = "Storm cuts power to thousands in the east"
    html = f"<title>{page_title.format(said)}</title><body>{body.format(said)}<p>Text.</p>"
    assert extract_metadata(LexborHTMLParser(html), "https://www.gazette.example/a/1").title == said


@pytest.mark.parametrize(
    ("page_title", "body", "expected"),
    [
        # The site's name in its header, and a link to its front page, are no headline.
        ("New boats | The Coastal Boat Company", "<header><b>The Coastal Boat Company</b></header>", "New boats"),
        ("New boats | The Coastal Boat Company", "<b><a href=/>The Coastal Boat Company</a></b>", "New boats"),
        ("Rain stops play - again - Gazette", "<p>Text.", "Rain stops play - again"),
        ("24.11.2026 Minutes - Gazette", "<p>Text.", "24.11.2026 Minutes"),
        ("What 2026 brings - Gazette", "<p>Text.", "What 2026 brings"),
        ("Storm (again)", "<p>Text.", "Storm (again)"),
        ("Peace in our time - Chamberlain - Gazette", "<p>Text.", "Peace in our time - Chamberlain"),
        ("From London – Paris – Gazette", "<p>Text.", "From London – Paris"),
        ("Diary of a year: 11 September 2001", "<p>Text.", "Diary of a year: 11 September 2001"),
    ],
)
def test_what_may_belong_to_a_page_title_stays(page_title, body, expected):
    html = f"<title>{page_title}</title><body>{body}"
    assert extract_metadata(LexborHTMLParser(html), "https://www.gazette.example/a/1").title == expected


@pytest.mark.parametrize(
    ("path", "head", "body"),
    [
        ("/ports/1", "", ""),
        ("/1", '<meta property="article:section" content="Ports">', ""),
        (
            "/1",
            '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement":'
            ' [{"@type": "ListItem", "name": "Ports"}]}'
            "</script>",
            "",
        ),
        ("/1", "", '<ol class="breadcrumb"><li><a href="/">Home</a><li><a href="/p">Ports</a></ol>'),
    ],
)
def test_the_section_that_a_page_says_it_is_in_is_no_part_of_its_title(path, head, body):
    html = f"<title>Rain stops play - Ports - Gazette</title>{head}<body>{body}<p>Text."
    assert extract_metadata(LexborHTMLParser(html), f"https://www.gazette.example{path}").title == "Rain stops play"


@pytest.mark.parametrize(
    ("heading", "stated", "title"),
    [
        ("Bird flu spreads to humans - WHO", "Bird flu spreads to humans", "Bird flu spreads to humans - WHO"),
        ("Ceasefire agreed in Gaza - UN", "Ceasefire agreed in Gaza", "Ceasefire agreed in Gaza - UN"),
        ("Storm cuts power - VIDEO", "Storm cuts power", "Storm cuts power"),
        ("Tufan gəldi - YENİLƏNİB", "Tufan gəldi", "Tufan gəldi"),
        ("<span>«</span>Harbour opens<span>»</span>", "Harbour opens", "«Harbour opens»"),
        ("Le Pen <em>«</em>battue<em>»</em>", "Le Pen battue", "Le Pen «battue»"),
        (
            "<span>Rosa Moor</span><span>»Ich habe gelogen«</span>",
            "Rosa Moor: Ich habe gelogen",
            "Rosa Moor: Ich habe gelogen",
        ),
        ("Macron<span>: «Nous gagnerons»</span>", "Macron: Nous gagnerons", "Macron: «Nous gagnerons»"),
        ("Harbour opens<span>?</span>", "Harbour opens", "Harbour opens?"),
        ("Dune <span>(2021)</span>", "Dune", "Dune (2021)"),
        ("Dune <span class=country>France</span>", "Dune", "Dune France"),
        ("Dune <span class=commentCount>14</span>", "Dune", "Dune"),
    ],
)
def test_what_stands_in_a_headline_is_told_from_what_is_added(heading, stated, title):
    head = f'<meta property="og:type" content="article"><meta property="og:title" content="{stated}">'
    html = f"<title>{stated} | Daily</title>{head}<h1>{heading}</h1><p>Text.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).title == title


_KICKED = "<h1><span class={}>{}</span>{}<span class=title>{}</span></h1>"


@pytest.mark.parametrize(
    "between", ["", " ", '<span class="visually-hidden">:</span> ', ' <span class="sep" aria-hidden="true"></span>']
)
@pytest.mark.parametrize("kicker", ["article-heading__kicker", "dachzeile", "ts-overline", "articleRoofline"])
def test_a_kicker_in_an_element_of_its_own_is_no_part_of_the_title(kicker, between):
    said = "Jam on the A45: Lorry loses honey"
    head = f'<title>{said} | Daily</title><meta property="og:title" content="{said}">'
    heading = _KICKED.format(kicker, "Jam on the A45", between, "Lorry loses honey")
    assert extract_metadata(LexborHTMLParser(f"{head}{heading}"), None).title == "Lorry loses honey"


@pytest.mark.parametrize(
    ("kind", "first", "rest"),
    [
        ("title", "Jam on the A45", "Lorry loses honey"),
        ("headline", "The long war", "A history of harbours"),
        ("kicker", "How the harbour was lost and won again in one night", "Review"),  # the rest is no headline
    ],
)
def test_what_is_called_no_kicker_is_part_of_the_title(kind, first, rest):
    said = f"{first}: {rest}"
    html = f'<title>{said} | Daily</title><meta property="og:title" content="{said}">{_KICKED.format(kind, first, ": ", rest)}'
    assert extract_metadata(LexborHTMLParser(html), None).title == said


def test_a_title_that_metadata_say_without_its_kicker_or_otherwise_stays():
    heading = _KICKED.format("kicker", "Jam on the A45", ": ", "Lorry loses honey")
    html = f'<title>Honey on the road | Daily</title><meta property="og:title" content="Honey on the road">{heading}'
    assert extract_metadata(LexborHTMLParser(html), None).title == "Honey on the road"


@pytest.mark.parametrize(
    ("first", "rest", "said", "title"),
    [
        ("Harbour opens", "again after three years", "Harbour opens again after three years", None),
        ("Madonna", "sings at the harbour", "Madonna sings at the harbour", None),
        ("Analysis", "-5 degrees in the harbour", "Analysis: -5 degrees in the harbour", "-5 degrees in the harbour"),
        ("Floods", "Harbour opens again", "Floods Harbour opens again", "Harbour opens again"),
        ("Floods", "eBay opens the harbour", "Floods | eBay opens the harbour", "eBay opens the harbour"),
    ],
)
def test_a_first_line_that_its_sentence_goes_on_from_is_no_kicker(first, rest, said, title):
    html = f'<title>{said} | Daily</title><meta property="og:title" content="{said}">{_KICKED.format("topline", first, " ", rest)}'
    assert extract_metadata(LexborHTMLParser(html), None).title == (title or said)
