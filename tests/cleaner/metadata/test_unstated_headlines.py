"""Headlines that no heading says, or that no metadata say."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata

URL = "https://www.otterpost.example/canal/17"
SAID = "Three otters moved into the lock"
LINE = "The keeper of the lock found them on Monday, asleep in the old pump house, and gave them his herring. "
TEXT = f"<p>{LINE * 2}</p><p>{LINE * 2}</p>"
MENU = '<div><a href="/">Otter Post</a> <a href="/canals">Canals</a></div>'


def _read(html, url=URL):
    return extract_metadata(LexborHTMLParser(html), url)


@pytest.mark.parametrize(
    "page_title",
    ["Otter Post", "Otter Post Mobile", "Otter Post - Canals", "Otter Post | Papers | Canals", "Otterpost.example"],
)
@pytest.mark.parametrize(
    "headline",
    [
        f"<h1>{SAID}</h1>",
        f"<h1></h1><h2>{SAID}</h2>",
        f"<header><h1>Locks</h1></header><h2>{SAID}</h2>",
        f'<div role="heading" aria-level="1">{SAID}</div>',
        f'<font size="2">Canals</font><br><font size="5"><b>{SAID}</b></font><br>',
        f'<font size="+2">{SAID}</font><br>',
        f'<span class="story_title">{SAID}</span><br>',
        f'<div class="pretitle">A visit</div><div class="storytitle">{SAID}</div>',
    ],
)
def test_under_a_title_of_names_the_largest_heading_over_a_text_is_the_headline(page_title, headline):
    page = _read(f"<title>{page_title}</title>{MENU}<div>{headline}<div>6 May 2026</div>{TEXT}</div>")
    assert (page.title, page.published) == (SAID, "2026-05-06")


def test_the_site_s_name_is_also_what_its_logo_and_its_front_page_are_called():
    logo = '<img src="/img/logo.gif" alt="Выдра сегодня">'
    for named in (logo, '<a href="/">Выдра сегодня</a>', f'<a href="https://www.otterpost.example">{logo}</a>'):
        assert _read(f"<title>Выдра сегодня. Мобильная версия</title>{named}<h2>{SAID}</h2>{TEXT}").title == SAID


@pytest.mark.parametrize(
    ("page_title", "body", "url"),
    [
        ("Otter Post", f'<h2><a href="/canal/18">{SAID}</a></h2>{TEXT}', URL),
        ("Otter Post", f'<div class="cookie-banner"><h2>{SAID}</h2>{TEXT}</div>', URL),
        ("Otter Post", f"<footer><h2>{SAID}</h2>{TEXT}</footer>", URL),
        ("Otter Post", f"<h2>{SAID}</h2><p>Nothing.</p>", URL),
        ("Otter Post", f"<h2>Canals</h2>{TEXT}", URL),
        (
            "Otter Post",
            f'<p class="title">{SAID}</p>{TEXT}<p class="title">Two voles</p>{TEXT}',
            URL,
        ),  # cards of a list
        ("Otter Post", f"<h2>6 May 2026</h2>{TEXT}", URL),
        ("Otter Post", f'<font size="3">{SAID}</font>{TEXT}', URL),
        ("Otter Post", f"<h2>{SAID}</h2>{TEXT}", "https://www.otterpost.example/"),
        (
            "Otter Post",
            f'<link rel="canonical" href="https://www.otterpost.example/"><h2>{SAID}</h2>{TEXT}',
            f"{URL}?from=mail",
        ),
        ("Otter Post", f'<meta property="og:type" content="website"><h2>{SAID}</h2>{TEXT}', URL),
        ("Otter Post - Asleep in the pump house", f"<h2>{SAID}</h2>{TEXT}", URL),  # what the text is about
        ("Asleep again - Otter Post", f"<h2>{SAID}</h2>{TEXT}", URL),
        ("Voles and their enemies", f"<h2>{SAID}</h2>{TEXT}", URL),
        # The heading of a part of the text.
        ("Otter Post - Lock, stock and herring", f"<img src=/head.gif>{TEXT}<h2>{SAID}</h2>{TEXT}", URL),
        ("Otter Post", f"<h3>Lock, stock and herring</h3>{TEXT}<h2>{SAID}</h2>{TEXT}", URL),
        # The text is about what its title says in another form.
        ("Otter Post - Pumping houses", f"<h2>{SAID}</h2>{TEXT}", URL),
        ("Otter Post - Locks", f"<h2>{SAID}</h2>{TEXT}<h2>More about our locks</h2>", URL),
        ("Otter Post", f"<h2>{SAID}</h2><p>Sun</p><h2>Canals are shut again</h2>{TEXT}", URL),
    ],
)
def test_what_is_no_headline_leaves_the_page_its_title(page_title, body, url):
    assert _read(f"<title>{page_title}</title>{MENU}{body}", url).title != SAID


@pytest.mark.parametrize(
    "said",
    ["Sign up to our newsletter", "Our cookies policy", "Read more about canals", "Subscribe to our paper today"],
)
def test_what_sites_put_around_articles_is_no_headline(said):
    assert _read(f"<title>Otter Post</title>{MENU}<h2>{said}</h2>{TEXT}").title == "Otter Post"


def test_a_slogan_over_the_headline_is_no_text():
    slogan = "<div>The paper of all canals, locks and otters, on every Tuesday since 1931</div>"
    assert _read(f"<title>Otter Post</title>{MENU}{slogan}<h2>{SAID}</h2>{TEXT}").title == SAID


@pytest.mark.parametrize(
    "page_title",
    [
        f"Видра - {SAID}",
        f"Canals: {SAID}",
        f"{SAID}--canals--Otter Post",
        f"Letters／{SAID} | Otter Post",
        f"{SAID} - Otter Post",
    ],
)
@pytest.mark.parametrize("line", ["<div class=t>{}</div>", "<td>{}</td>", '<div><a href="/canal/17">{}</a></div>'])
def test_a_line_that_is_most_of_the_title_is_the_headline(page_title, line):
    rows = f"<table><tr>{line.format(SAID)}</tr></table>" if line.startswith("<td") else line.format(SAID)
    page = _read(f"<title>{page_title}</title>{MENU}{rows}<div>6 May 2026</div>{TEXT}")
    assert (page.title, page.published) == (SAID, "2026-05-06")


@pytest.mark.parametrize(
    "line",
    [
        '<div class="breadcrumb">{}</div>',
        '<a href="/canal/18">{}</a>',
        "<nav><span>{}</span></nav>",
        "<button>{}</button>",
        "<p>Read this: {}, our story.</p>",
    ],
)
def test_a_line_of_a_menu_or_path_is_not(line):
    page = _read(f"<title>Видра - {SAID}</title>{MENU}{line.format(SAID)}<div>6 May 2026</div>{TEXT}")
    assert page.title == f"Видра - {SAID}"


def test_a_headline_in_two_halves_is_whole():
    page = _read(
        f"<title>{SAID}: why nobody minds them - Otter Post</title><div>{SAID}:<br>why nobody minds them</div>{TEXT}"
    )
    assert page.title == f"{SAID}: why nobody minds them"


def test_the_longest_line_is_the_headline():
    lines = f"<span>The fish and the lock</span><p>{SAID}</p>"
    assert _read(f"<title>The fish and the lock: {SAID}</title>{lines}{TEXT}").title == SAID


def test_a_section_s_name_in_a_link_or_a_box_is_no_headline():
    boxed = f'<a href="/canals"><b>Canals</b></a><span class="newstitle">{SAID}</span>{TEXT}<p><b>Canals</b></p>'
    assert _read(f"<title>Otter Post - Canals</title>{boxed}").title == SAID


def test_a_stated_title_that_is_the_page_title_s_tail_is_the_site_s_name():
    head = f'<title>{SAID} - Видра</title><meta property="og:title" content="Видра">'
    assert _read(f"{head}<div>{SAID}</div>{TEXT}").title == SAID
    # A heading says it.
    assert (
        _read(
            "<title>The paper of all canals - Otters</title><meta property=og:title content=Otters><h1>Otters</h1>"
        ).title
        == "Otters"
    )


@pytest.mark.parametrize("heading", ['<h2 class="entry-title">{}</h2>', "<div>{}</div>", "<h2>Part two</h2>"])
@pytest.mark.parametrize(
    "before", ["Town papers of the long canal |", "All about locks and boats -", "Canals, locks, boats »"]
)
def test_a_stated_title_behind_a_name_that_is_longer_is_the_headline(before, heading):
    said = "Lock shut"
    head = f'<title>{before} {said}</title><meta property="og:title" content="{said}">'
    assert _read(f"{head}{heading.format(said)}{TEXT}").title == said


def test_a_stated_title_that_is_a_known_name_is_none():
    head = f'<title>{SAID} in the middle of town - Otter Post</title><meta property="og:title" content="Otter Post">'
    assert _read(f"{head}{TEXT}").title == f"{SAID} in the middle of town"


@pytest.mark.parametrize("size", ["³", "²", "٣", "+³", "5" * 5000, "x"])
def test_any_size_of_letters_is_read(size):
    assert _read(f'<title>Otterpost</title>{MENU}<font size="{size}">{SAID}</font>{TEXT}').title == "Otterpost"


def test_the_site_s_address_before_a_colon_is_no_part_of_what_the_headline_is_most_of():
    assert _read(f"<title>Otterpost.example: Canals and locks: {SAID}</title><h2>{SAID}</h2>{TEXT}").title == SAID


def test_a_series_before_the_headline_stays_where_the_heading_has_it():
    said = f"Old locks | {SAID}"
    head = f'<title>{said} - Otter Post</title><meta property="og:title" content="{said} - Otter Post">'
    assert _read(f"{head}<h1>{said}</h1>{TEXT}").title == said
    named = f"{SAID} | Otters"
    head = f'<title>{named} - Otter Post</title><meta property="og:title" content="{named} - Otter Post">'
    assert _read(f"{head}<h1>{named}</h1>{TEXT}").title == SAID


@pytest.mark.parametrize(
    ("page_title", "headline"),
    [
        # The paper of which the page is a copy.
        ("The Canal Herald", f'<a href="http://herald.example/">The Canal Herald</a><h1>{SAID}</h1>'),
        # A program has left out the headline.
        ("| Otter Post Mobile", f"<h1>{SAID}</h1>"),
        ("Otterpost", f'<table><tr><td class="titlu">{SAID}</td></tr></table>'),
        ("Otterpost", f'<div class="j">{SAID}</div>'),
        # A file's name, or none.
        ("canal_2013_09-html.html", f"<h2>{SAID}</h2>"),
        ("Untitled Document", f'<p><span style="font-size:16.0pt"><b>{SAID}</b></span></p>'),
        ("", f'<p><span style="font-size:16.0pt">{SAID}</span></p>'),
    ],
)
def test_a_title_that_is_a_name_or_none_leaves_the_headline_to_the_page(page_title, headline):
    body = TEXT.replace("<p>", '<p style="font-size:12.0pt">')
    assert _read(f"<title>{page_title}</title>{headline}<div>{body}</div>").title == SAID


METAPHOR = "Nobody wants to leave"


@pytest.mark.parametrize(
    "page_title", [METAPHOR, f"{METAPHOR} | Otter Post", "Bè gỗ ở hồ", "Was ist in der Au?", "Sehnsucht"]
)
@pytest.mark.parametrize(
    "other",
    [
        "<h1>The lock and its keeper</h1>",
        "<div class=logo><h1>News from the lock</h1></div>",
        '<div class="widget-title">Weather at the lock today</div>',
        '<div class="lead">The keeper of the lock found three otters</div>',
        '<span style="font-size:30px">We gave them our herring on Monday</span>',
        "<font size=5>$ 12.99 for the herring</font>",
    ],
)
@pytest.mark.parametrize("heading", ["", "<h2 class=title>{}</h2>", '<div itemprop="headline">{}</div>'])
def test_a_title_of_its_own_stays_though_the_text_has_no_word_of_it(page_title, other, heading):
    said = heading.format(page_title)
    page = _read(f"<title>{page_title}</title>{MENU}{said}{other}{TEXT}")
    assert page.title == page_title.removesuffix(" | Otter Post")


@pytest.mark.parametrize(
    "line",
    ["Photographs of the canal by the keeper", "4 Lock Street, Old Town, Ottershire", "joined in March of last year"],
)
def test_a_line_that_only_its_place_tells_is_no_title_of_a_page_without_one(line):
    assert _read(f"<div class=x>{line}</div>{TEXT}").title is None


@pytest.mark.parametrize("rest", ["Bè gỗ ở hồ", "TV"])
def test_of_words_that_are_all_short_nobody_knows_whether_the_text_is_about_them(rest):
    title = f"Otter Post - {rest}"
    assert _read(f"<title>{title}</title>{MENU}<h2>{SAID}</h2>{TEXT}").title == rest


def test_only_headings_above_a_shown_text_are_headlines():
    hidden = f'<span style="display:none">{LINE * 2}</span>'
    assert _read(f"<title>Otter Post</title>{MENU}{hidden}<h1>{SAID}</h1>{TEXT}").title == SAID


@pytest.mark.parametrize("said", ["Три выдры поселились в старом шлюзе", "カワウソのニュースと情報のポータルサイト"])
def test_a_heading_in_letters_of_its_own_is_no_headline_against_a_title_in_latin_ones(said):
    head = '<meta property="og:type" content="article"><meta property="og:title" content="Interstellar">'
    assert _read(f"<title>Interstellar</title>{head}<h1>{said}</h1>{TEXT}").title == "Interstellar"


@pytest.mark.parametrize("box", ["logo", "masthead", "site-brand", "header", "top siteTitle"])
def test_a_heading_in_the_box_of_the_site_s_name_is_no_headline(box):
    slogan = "The voice of the long canal"
    assert (
        _read(f'<title>Otter Post</title>{MENU}<div class="{box}"><h1>{slogan}</h1></div>{TEXT}').title == "Otter Post"
    )
    # What an article's own heading is called.
    boxed = f'<div class="entry-header"><h1>{SAID}</h1></div>'
    assert _read(f"<title>Otter Post</title>{MENU}{boxed}{TEXT}").title == SAID
