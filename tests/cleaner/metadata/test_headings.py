"""Headings that are the site's name, and kickers known by how they are set."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata

SAID = "Otters return to the old canal"


def _title(said, heading, page_title=None):
    head = f'<meta property="og:type" content="article"><meta property="og:title" content="{said}">'
    html = f"<title>{page_title or said + ' | Daily'}</title>{head}{heading}<p>Text.</p>"
    return extract_metadata(LexborHTMLParser(html), "https://www.canal.example/a/1").title


@pytest.mark.parametrize("path", ["/", "/index.php", "../index.html", "/Default.aspx", "/am", "/en/", "/en/index.php"])
def test_a_heading_that_links_to_the_front_page_is_the_site_s_name(path):
    masthead = f'<h1><a href="{path}">Canal Town Otters and Post</a></h1><h2>{SAID}</h2>'
    # In a long name of the site words are in common with its heading.
    assert _title(SAID, masthead, page_title=f"{SAID} - Canal Town Post, a paper for all of the old town") == SAID


@pytest.mark.parametrize("path", ["/otters", "/a/index.php", "/index.php/otters", "/index.php?id=7", "index.html"])
def test_a_heading_that_links_to_another_page_may_be_the_headline(path):
    assert _title("Otters", f'<h1><a href="{path}">{SAID}</a></h1><h2>Otters</h2>') == SAID


def test_a_title_that_is_the_same_words_twice_is_said_once():
    assert _title(f"{SAID} {SAID}", "") == SAID
    assert _title("Otters, otters", "<h1>Otters, otters</h1>") == "Otters, otters"


def test_the_section_behind_a_headline_is_no_part_of_it():
    heading = f"<h1>{SAID} <a href=/topics/water class=s-cat-water>Water</a></h1>"
    assert _title(SAID, heading) == SAID
    assert _title(f"{SAID} Water", heading) == f"{SAID} Water"


_LINES = (
    "<{tag}><span class='{above}'>Otters in town</span>{between}<span class='{below}'>They ate my carp</span></{tag}>"
)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("block text-red mb-4", "font-bold text-5xl"),
        ("section-name", "headline"),
        ("PageTitle_category__x7Yz", "PageTitle_title__y8Ab"),
        ("head__line1", "head__headline"),
    ],
)
@pytest.mark.parametrize("between", ["", " "])
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_line_above_the_headline_is_a_kicker_where_metadata_have_a_colon_behind_it(above, below, between, tag):
    heading = _LINES.format(tag=tag, above=above, below=below, between=between)
    assert _title("Otters in town: They ate my carp", heading) == "They ate my carp"


@pytest.mark.parametrize(
    ("above", "below", "between", "mark"),
    [
        ("headline", "subheadline", " ", ":"),  # what is below is less
        ("title-main", "title-sub", " ", ":"),
        ("main", "sub-title", " ", ":"),
        ("title", "headline", " ", ":"),
        ("block", "block", " ", ":"),
        ("", "", " ", ":"),
        ("block text-sm", "text-xl", " ", " –"),  # no colon
        ("block", "", " ", ":"),  # the first line of any headline
        ("block text-3xl", "text-xl", " ", ":"),
        ("headline-main", "headline-title", " ", ":"),
        ("line", "second-title", " ", ":"),
    ],
)
def test_lines_that_may_both_be_the_headline_s_stay(above, below, between, mark):
    said = f"Otters in town{mark} They ate my carp"
    heading = _LINES.format(tag="h1", above=above, below=below, between=between)
    assert _title(said, heading) == said


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Otters return to the canal", "What we know so far"),  # longer
        ("The old canal’s otters", "Why they came"),
        ("Ada Lovelace", "we must dig the canal now"),  # one sentence
        ("Ada Lovelace", "“We must dig the canal now”"),  # who says it
        ("Ada Lovelace", "We must dig the canal now"),
        ("Actress Ada Lovelace", "“We must dig the canal now”"),
        ("Trainer Weber", "Wir haben nie gelogen"),
        ("The Long Tide", "A river drowns itself"),  # a work
        ("Hull v Leeds", "Rain stops play again"),
        ("Grippe", "Wer sich jetzt impfen lassen soll"),  # a subject
        ("Ben-Hur", "Warum der Film bleibt"),
    ],
)
@pytest.mark.parametrize(
    "classes", [("block text-lg", "text-5xl"), ("section-name", "headline"), ("head__top", "head__title")]
)
def test_a_line_that_is_part_of_the_sentence_or_most_of_the_headline_is_no_kicker(above, below, classes):
    first, second = classes
    heading = f"<h1><span class='{first}'>{above}</span> <span class='{second}'>{below}</span></h1>"
    assert _title(f"{above}: {below}", heading) == f"{above}: {below}"


def test_a_word_alone_is_a_kicker_where_it_is_the_name_of_the_section():
    heading = "<h1><span class=block>Fauna</span><span class='lg:text-4xl'>They ate my carp</span></h1>"
    assert _title("Fauna: They ate my carp", heading) == "Fauna: They ate my carp"
    section = '<meta property="article:section" content="Fauna">'
    assert _title("Fauna: They ate my carp", section + heading) == "They ate my carp"


def test_a_heading_that_links_to_its_own_page_is_no_logo():
    head = '<title>{}</title><meta property="og:type" content="article">'
    for address, href, heading, whole in (
        ("https://canal.example/2026/otters/", "index.html", SAID, f"{SAID} - My pages"),
        ("https://canal.example/uk/", "/uk/", "UK", "UK | Daily"),
        ("https://canal.example/uk/index.html", "./", "UK", "UK | Daily"),
    ):
        html = f'{head.format(whole)}<h1><a href="{href}">{heading}</a></h1><h2>What they eat</h2>'
        assert extract_metadata(LexborHTMLParser(html), address).title == heading


def test_a_colon_that_the_headline_shows_is_its_own():
    heading = _LINES.format(tag="h1", above="block", below="text-xl", between=": ")
    assert _title("Otters in town: They ate my carp", heading) == "Otters in town: They ate my carp"


def test_a_kicker_goes_with_the_badge_beside_it():
    said = "Otters in town: They ate my carp"
    before = "<h1><span class=kicker><i>Gold</i>Otters in town</span><span class=title>They ate my carp</span></h1>"
    between = "<h1><span class=block>Otters in town</span> <span class=text-xl><i>D+</i>They ate my carp</span></h1>"
    assert _title(said, before) == _title(said, between) == "They ate my carp"
    drawn = "<h1><span class=kicker><svg><text>Otters</text></svg></span><span>They ate my carp</span></h1>"
    assert _title(said, drawn) is not None
