import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/archives/2025/12/16/harbour", "2025-12-16"),
        ("/articles/2025-11-05+harbour", "2025-11-05"),
        ("/2026/8/1/harbour", "2026-08-01"),
        ("/2025/10/31", "2025-10-31"),
        ("/20260821-harbour", "2026-08-21"),
        ("/2025/1216/harbour", None),
        ("/202611/12345", None),
        ("/2024/12345", None),
        ("/2026/02/31/harbour", None),
    ],
)
def test_a_date_in_the_address_is_read_whole_or_not_at_all(path, day):
    tree = LexborHTMLParser("<title>Harbour</title><h1>Harbour</h1><p>Text.</p>")
    assert extract_metadata(tree, f"https://example.org{path}").published == day


ARTICLE = '<meta property="og:type" content="article"><h1>The harbour opens again</h1>'
PRODUCT = '<meta property="og:type" content="product"><h1>The harbour crane</h1>'
FAR = "<p>The port and its cranes, in a hundred words or so of text that stand between.</p>" * 40


@pytest.mark.parametrize(
    ("html", "day"),
    [
        # Far from the headline, an article's only date counts, the day of its update where it shows no other.
        (f'{ARTICLE}{FAR}<p class="dates">Updated March 13, 2026</p>', "2026-03-13"),
        (f'{ARTICLE}{FAR}<p class="dates">3 March 2026, updated 13 March 2026</p>', "2026-03-03"),
        (f"{ARTICLE}<p>Aktualisiert: 13.03.2026 - Erstellt: 03.03.2026</p>", "2026-03-03"),
        # Elsewhere only one that is said to be of the publication.
        (f'{PRODUCT}{FAR}<span class="published-date">March 3, 2026</span>', "2026-03-03"),
        (f"{PRODUCT}{FAR}<h3>Published</h3><p><time datetime='2026-03-03'>March 3</time></p>", "2026-03-03"),
        (f'{PRODUCT}{FAR}<span class="date">March 3, 2026</span>', None),
        (f'{PRODUCT}{FAR}<i class="published">3 May 2026</i><i class="published">4 May 2026</i>', None),
        # A label before the date, with both before the headline.
        (f"<meta property='og:type' content='article'><p>Last updated:</p><p>3 May 2026</p>{ARTICLE}", "2026-05-03"),
        # Tags that a publisher made up.
        (f'<meta name="x-published-date" content="2026-05-03T10:00:00Z">{ARTICLE}', "2026-05-03T10:00:00+00:00"),
        (f'<meta name="unpublish-date" content="2026-05-03">{ARTICLE}', None),
    ],
)
def test_dates_that_say_what_they_are_are_believed_far_from_the_headline(html, day):
    assert extract_metadata(LexborHTMLParser(html), None).published == day


LONG = "<p>The port and its cranes, and what the council said of them on the quay, in so many words that this is no teaser: </p>"
LISTED = "".join(f"<h3>Item</h3><time>{day} May 2026</time>" for day in (5, 4, 3))


def test_a_date_over_a_text_is_its_own_though_a_list_of_others_follows():
    text = LONG.replace("</p>", "it was long, and it was read to the end by all of them.</p>") * 4
    for own in (f"<h1>Harbour</h1><p>6 May 2026</p>{text}", f"<p>6 May 2026</p><h1>Harbour</h1>{text}"):
        assert (
            extract_metadata(LexborHTMLParser(f"<title>Harbour</title>{own}{LISTED}"), None).published == "2026-05-06"
        )
    teased = f"<title>Harbour</title><h1>Harbour</h1><p>6 May 2026</p>{LONG}{LISTED}"
    assert extract_metadata(LexborHTMLParser(teased), None).published is None


def test_a_weak_date_does_not_make_a_product_an_article():
    html = f'<title>Cranes</title>{PRODUCT}{FAR}<span class="published-date">March 3, 2026</span>'
    dated, undated = LexborHTMLParser(html), LexborHTMLParser(html.replace("March 3, 2026", ""))
    assert extract_metadata(dated, None).title == extract_metadata(undated, None).title
