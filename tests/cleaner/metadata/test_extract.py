"""Metadata of whole pages."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import Metadata, extract_metadata

URL = "https://news.example.org/2026/08/21/harbour"


def read(html: str, url: str | None = URL) -> Metadata:
    return extract_metadata(LexborHTMLParser(html), url)


def test_reads_an_article_described_by_json_ld():
    page = read(
        """<html lang="en-GB"><head><title>Harbour opens again - Example News</title>
        <script type="application/ld+json">{
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour opens again",
            "datePublished": "2026-08-21T10:05:00+02:00", "dateModified": "2026-08-22",
            "author": [{"@type": "Person", "name": "Ada Lovelace"}], "articleSection": "Ports", "keywords": "ships, harbour",
            "isAccessibleForFree": "False", "image": {"url": "/a.jpg"}
        }</script></head><body><h1>Harbour opens again</h1></body></html>"""
    )
    assert page.title == "Harbour opens again"
    assert page.authors == ("Ada Lovelace",)
    assert (page.published, page.modified) == ("2026-08-21T10:05:00+02:00", "2026-08-22")
    assert (page.section, page.tags) == ("Ports", ("ships", "harbour"))
    assert page.is_accessible_for_free is False
    assert page.is_article is True
    assert page.language == "en-GB"
    assert page.image == "https://news.example.org/a.jpg"
    assert page.sources["published"] == "json-ld"


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ('["ships", "dry docks"]', ("ships", "dry docks")),
        ('["ships", dry docks"]', ('["ships"', 'dry docks"]')),
        ("[ships], docks", ("[ships]", "docks")),
    ],
)
def test_keywords_that_a_template_wrote_as_a_list_in_text_are_read(keywords, tags):
    head = f"<meta name=keywords content='{keywords}'>"
    assert read(f"{head}<h1>Harbour</h1>").tags == tags


def described(fields: str) -> Metadata:
    """Read a page whose JSON-LD has these fields."""
    data = f'{{"@type": "NewsArticle", "headline": "Harbour", {fields}}}'
    return read(f'<script type="application/ld+json">{data}</script><h1>Harbour</h1>')


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ('["Ships", "M&amp;A", "docks"]', ("Ships", "M&A", "docks")),
        ('"ships, M&amp;A"', ("ships", "M&A")),
        ('["Department of Ships, Docks and Cranes", "Faculty"]', ("Department of Ships, Docks and Cranes", "Faculty")),
        ('["ships, docks"]', ("ships", "docks")),
        ('["ships, docks", "cranes; ports"]', ("ships", "docks", "cranes", "ports")),
        ('["content-type: Feature", "locale: US", "shortTitle: Ships, Docks"]', ()),
        ('["Things to do: Ships", "locale: US"]', ("Things to do: Ships", "locale: US")),
        ('["locale: US"]', ("locale: US",)),
    ],
)
def test_keywords_of_json_ld_are_told_apart(keywords, tags):
    assert described(f'"keywords": {keywords}').tags == tags


def test_a_long_list_of_keywords_is_read_to_its_bound():
    names = [f"the harbour of the town {number}" for number in range(90)]
    assert read(f'<meta name="keywords" content="{", ".join(names)}"><h1>Harbour</h1>').tags == tuple(names[:50])


def test_an_address_or_the_sites_name_is_no_section():
    site = '<meta property="og:site_name" content="The Harbour Daily">'
    assert described('"articleSection": "https://news.example.org/2026/08/21/harbour"').section is None
    assert read(f'{site}<meta property="article:section" content="The Harbour Daily"><h1>Harbour</h1>').section is None
    assert read(f'{site}<meta property="article:section" content="Harbours"><h1>Harbour</h1>').section == "Harbours"
    assert (
        described('"articleSection": "Daily", "publisher": {"@type": "Organization", "name": "Daily"}').section is None
    )


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (
            "&lt;p>The &lt;a href='/f'>ferry&lt;/a> is &lt;strong>back&lt;/strong>.&lt;/p>&lt;p>So.",
            "The ferry is back. So.",
        ),
        (
            "The &lt;table> element holds rows, the &lt;a> element links.",
            "The <table> element holds rows, the <a> element links.",
        ),
        ("Love &lt;3, and a &lt; b.", "Love <3, and a < b."),
    ],
)
def test_a_description_is_without_the_markup_of_a_paragraph(content, description):
    assert read(f'<meta property="og:description" content="{content}"><h1>Harbour</h1>').description == description


def test_an_image_whose_address_is_escaped_in_json_ld_can_be_fetched():
    image = described('"image": "/ship.jpg?w=1&amp;copy=2&reg=3"').image
    assert image == "https://news.example.org/ship.jpg?w=1&copy=2&reg=3"


def test_only_wanted_fields_are_looked_for_and_the_title_is_the_same():
    html = """<head><title>Harbour opens again - Example News</title><meta name="author" content="Ada Lovelace">
        <meta property="article:published_time" content="2026-08-21"></head><body><h1>Harbour opens</h1></body>"""
    part = extract_metadata(LexborHTMLParser(html), URL, ("published",))
    assert (part.title, part.published, part.authors) == (read(html).title, "2026-08-21", ())


def test_an_empty_page_says_nothing():
    assert read("", None) == Metadata(has_bare_head=True)


def test_open_graph_and_meta_tags_fill_what_json_ld_leaves_out():
    page = read(
        """<title>Harbour opens | Example News</title><meta property="og:type" content="article">
        <meta name=author content="By Ada Lovelace"><meta property="og:site_name" content="Example News">
        <meta property="article:published_time" content="2026-08-21T10:05:00Z"><meta property="og:locale" content="pt_BR">
        <meta name="keywords" content="ships, ports"><meta property="og:image" content="a.jpg">
        <link rel="canonical" href="https://www.example.org/harbour">"""
    )
    assert (page.title, page.authors, page.published) == (
        "Harbour opens",
        ("Ada Lovelace",),
        "2026-08-21T10:05:00+00:00",
    )
    assert (page.site_name, page.language, page.tags) == ("Example News", "pt-BR", ("ships", "ports"))
    assert page.image == "https://news.example.org/2026/08/21/a.jpg"
    assert page.canonical_url == "https://www.example.org/harbour"
    assert page.is_article is True


def test_a_canonical_address_elsewhere_or_at_the_root_is_not_believed():
    assert read('<link rel=canonical href="https://other.example.com/harbour">').canonical_url is None
    assert read('<link rel=canonical href="https://news.example.org/">').canonical_url is None


def test_the_dateline_and_byline_beside_the_headline_are_read():
    page = read(
        """<html lang=de><title>Hafen öffnet</title><h1>Hafen öffnet</h1><p>Der Hafen ist wieder offen.</p>
        <div><span>Von</span> <a href="/autoren/ada">Ada Lovelace</a></div><div>Aktualisiert: <span>22. August 2026</span></div>
        <div>21. August 2026</div>
        <p>Am 1. Mai 2020 war der Hafen geschlossen worden, weil die Mole brach und niemand zahlen wollte.</p>""",
        None,
    )
    assert (page.authors, page.sources["authors"]) == (("Ada Lovelace",), "byline")
    assert (page.published, page.sources["published"]) == ("2026-08-21", "byline")


def test_a_date_before_the_headline_is_read():
    assert (
        read("<div><time datetime='2026-08-21'>gestern</time><h1>Hafen</h1></div><p>Text", None).published
        == "2026-08-21"
    )


def test_a_blog_that_keeps_h1_for_its_name_has_its_headlines_in_lesser_ones():
    found = read(
        """<title>Harbour Notes: The pier is open again</title><meta property="og:title" content="The pier is open again">
        <body><h1>Harbour Notes</h1><div class="date-outer"><h2 class="date-header"><span>Monday, August 17, 2026</span></h2>
        <div class="date-posts"><div class="post-outer"><div class="post hentry"><a name="1"></a>
        <h3 class="post-title">The pier is open again</h3><div class="post-body">The first boat came in on Monday.</div></div>""",
        None,
    )
    assert (found.title, found.sources["title"], found.published) == ("The pier is open again", "heading", "2026-08-17")


@pytest.mark.parametrize(
    ("page_title", "logo", "headline", "expected"),
    [
        # As old themes of WordPress and TypePad have it.
        ("Notes » Blog Archive » The pier is open", '<a href="/">Notes</a>', "h2", ("The pier is open", "heading")),
        (
            "Notes: The pier is open",
            '<a href="https://news.example.org">Notes</a>',
            "h3",
            ("The pier is open", "heading"),
        ),
        # A headline may lead elsewhere, or to its own page.
        (
            "The pier is open | Notes",
            '<a href="https://pier.example/">The pier is open</a>',
            "h2",
            ("The pier is open", "h1"),
        ),
        ("The pier is open | Notes", '<a href="/2026/pier">The pier is open</a>', "h2", ("The pier is open", "h1")),
    ],
)
def test_an_h1_that_leads_to_the_front_page_is_the_sites_name(page_title, logo, headline, expected):
    found = read(
        f"<title>{page_title}</title><h1>{logo}</h1><{headline}>The pier is open</{headline}><p>The first boat came in."
    )
    assert (found.title, found.sources["title"]) == expected


def test_an_update_counts_where_no_other_date_stands():
    assert read("<h1>Harbour</h1><p>Last updated: August 21, 2026</p>", None).published == "2026-08-21"


def test_dates_of_other_things_are_not_the_pages():
    assert read("<h1>Harbour</h1><p>Member since: August 21, 2026</p>", None).published is None
    assert (
        read(
            "<h1>Harbour</h1><p>The pier of August 21, 2026 was the first one that the town ever paid for.</p>", None
        ).published
        is None
    )
    assert (
        read("<h1>Shop</h1>" + "".join(f"<p>Boat {n}</p><p>{n} August 2026</p>" for n in range(1, 9)), None).published
        is None
    )
    assert read("<title>Shop</title><h1>Shop</h1><footer>© August 21, 2026</footer>", None).published is None


def test_microdata_of_a_review_is_not_the_pages():
    page = read(
        """<h1>Boat</h1><div itemscope itemtype="https://schema.org/Review"><span itemprop=author>Ada Lovelace</span>
        <meta itemprop=datePublished content="2026-08-21"></div>""",
        None,
    )
    assert (page.authors, page.published) == ((), None)


def test_the_address_gives_a_date_only_to_what_may_be_an_article():
    assert read("<h1>Harbour</h1>").published == "2026-08-21"
    assert read('<meta property="og:type" content="website"><h1>Harbour</h1>').published is None


def test_a_plugin_that_calls_every_page_an_article_is_not_believed():
    page = read(
        """<meta property="og:type" content="article">
        <script type="application/ld+json">{"@type": "WebPage", "datePublished": "2019-01-01"}</script><h1>About us</h1>""",
        "https://example.org/about",
    )
    assert (page.is_article, page.published) == (None, None)


def test_the_date_readers_see_beats_one_that_only_repeats_the_last_change():
    page = read(
        """<title>Harbour</title><script type="application/ld+json">{"@type": "Article", "headline": "Harbour",
        "datePublished": "2026-08-21", "dateModified": "2026-08-21"}</script><h1>Harbour</h1><p>January 31, 2024</p>""",
        None,
    )
    assert (page.published, page.modified) == ("2024-01-31", "2026-08-21")


def test_a_blog_named_after_its_writer_keeps_the_writer():
    page = read(
        '<meta property="og:site_name" content="Ada Lovelace"><meta name=author content="Ada Lovelace"><h1>Engines</h1>',
        None,
    )
    assert page.authors == ("Ada Lovelace",)


def test_so_does_one_that_names_the_writer_in_its_card_alone():
    card = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Lovelace">'
    assert read(f'<meta property="og:site_name" content="Ada Lovelace">{card}<h1>Engines</h1>', None).authors == (
        "Ada Lovelace",
    )


@pytest.mark.parametrize(
    ("kind", "below", "authors"),
    [
        ("article", "<p>Ada Lovelace<p>Science reporter", ("Ada Lovelace",)),
        ("article", "<p>Ada Lovelace and Mary Somerville<p>Redakteurin", ("Ada Lovelace", "Mary Somerville")),
        # What stands below a product's name are customers.
        ("product", "<p>Ada Lovelace<p>Founder of Engines Inc", ()),
        ("product", "<p>Ada Lovelace | Senior Writer | 21 August 2026", ("Ada Lovelace",)),
        # A place is no author.
        ("article", "<p>New York<p>21 August 2026", ()),
        ("article", "<p>The harbour is open again.<p>Our reporter was there.", ()),
    ],
)
def test_a_name_with_a_job_below_the_headline_is_the_author(kind, below, authors):
    assert read(f'<meta property="og:type" content="{kind}"><h1>Engines</h1>{below}<p>Text', None).authors == authors


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline"><a href="/author/1">Ada Lovelace</a> <a href="/author/2">Charles Babbage</a></p>',
        '<div><a class="author" href="/a">Ada Lovelace</a><a class="author" href="/b">Charles Babbage</a></div>',
        '<div class="w"><b class="author">Ada Lovelace</b></div><div class="w"><b class="author">Charles Babbage</b></div>',
        '<p><a class="x" href="/reporter/1"><span>Ada Lovelace</span></a> <a class="x" href="/reporter/2">Charles Babbage</a></p>',
    ],
)
def test_authors_in_elements_of_their_own_are_all_read(byline):
    assert read(f"<h1>Harbour opens again</h1>{byline}<p>Text.").authors == ("Ada Lovelace", "Charles Babbage")


def test_links_beside_an_author_that_lead_elsewhere_name_none():
    links = '<a href="/author/ada">Ada Lovelace</a><a href="/uk">United Kingdom</a><a href="/berlin">East Berlin</a>'
    assert read(f"<h1>Harbour opens again</h1><p>{links}</p>").authors == ("Ada Lovelace",)


def test_a_writer_whose_name_ends_the_page_title_stays():
    stated = '<title>Harbour opens again | Ada Lovelace</title><meta name="author" content="Ada Lovelace, Bob Stone">'
    assert read(f"{stated}<h1>Harbour opens again</h1>").authors == ("Ada Lovelace", "Bob Stone")


def test_elements_like_the_authors_that_hold_no_names_add_none():
    more = (
        '<div><a class="author" href="/a">Ada Lovelace</a><a class="author" href="/b">More from this writer</a></div>'
    )
    assert read(f"<h1>Harbour opens again</h1>{more}").authors == ("Ada Lovelace",)


def test_what_publishes_a_page_is_not_its_author():
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour opens again",'
        ' "author": {"@type": "Person", "name": "Il Faro"}, "publisher": {"@type": "Organization", "name": "Il Faro"}}</script>'
    )
    byline = "<h1>Harbour opens again</h1><p>By Ada Lovelace</p>"
    assert read(f"{linked}{byline}").authors == ("Ada Lovelace",)


def test_article_body_of_json_ld_is_handed_on():
    assert (
        read('<script type="application/ld+json">{"@type": "Article", "articleBody": "Once."}</script>').article_body
        == "Once."
    )


def test_sentences_name_no_authors():
    """A biography in an element that is called author, and a number before a word that elsewhere means "by"."""
    html = (
        "<html lang=es><h1>Puerto cerrado</h1><p>El tren sube un 4 por ciento</p>"
        "<p class=author-bio>Es redactora de la sección local. Informa desde la costa y vive en Gijón.</p>"
    )
    assert read(html).authors == ()


def test_a_byline_that_only_a_tests_name_tells_is_read():
    html = """<title>Lamp out</title><h1>Lamp out</h1>
    <div data-testid="byline-new"><span>Ada Lovelace</span><span>Wales desk</span></div>
    <p>The lamp of the lighthouse was out for eleven nights in the winter.</p>"""
    page = read(html)
    assert (page.authors, page.sources["authors"]) == (("Ada Lovelace",), "class")


def test_without_an_h1_the_heading_in_the_middle_of_the_page_title_is_the_headline():
    head = "<title>Daily: Old harbour opens again - Ports - 17/10/2026</title>"
    html = f"{head}<body><h2>Old harbour opens again</h2><h2>Ports of the coast</h2>"
    found = extract_metadata(LexborHTMLParser(html), "https://news.example/a")
    assert (found.title, found.sources["title"]) == ("Old harbour opens again", "heading")


@pytest.mark.parametrize(
    ("selector", "paragraphs", "is_free"),
    [
        (".paid", 4, None),
        (".paid", 2, False),
        ("#else", 4, False),
        (".paid > p:nth(", 4, False),
        ("[class=paid]", 4, False),
    ],
)
def test_what_is_asked_money_for_and_on_the_page_is_not_behind_a_paywall(selector, paragraphs, is_free):
    text = "A sentence of the story that a reader without a subscription is not shown, though it is in the page. " * 2
    page = read(
        f"""<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour opens again",
        "isAccessibleForFree": "False", "hasPart": [{{"@type": "WebPageElement", "cssSelector": "{selector}"}}]}}</script>
        <h1>Harbour opens again</h1><p>Lead.</p><div class="paid">{f"<p>{text}</p>" * paragraphs}</div>"""
    )
    assert page.is_accessible_for_free is is_free
