"""Names that only their place tells: in a line of their own below the headline, or set right below the text."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata

TITLE = "Two herons moved into the mill"
LINE = "The miller found them on Tuesday, asleep on the old wheel, and left them his lunch for the rest of the week. "
TEXT = f"<p>{LINE * 2}</p><p>{LINE * 2}</p>"


def authors(body, head="", language="en"):
    html = f"<html lang={language}><title>{TITLE}</title>{head}<body><div><h1>{TITLE}</h1>{body}</div>"
    return extract_metadata(LexborHTMLParser(html), "https://heron.example/a").authors


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("<p><i>Nina Holm</i></p>", "Nina Holm"),
        ("<b>Nina Holm</b><br>", "Nina Holm"),
        ("<p>Local | 06.05 10:15 | Nina Holm</p>", "Nina Holm"),
        ("<p>6 May 2026</p><div>Nina Holm</div>", "Nina Holm"),
        ("<p>Нина ХОЛЬМ</p>", "Нина ХОЛЬМ"),
    ],
)
def test_on_a_page_without_metadata_a_line_below_the_headline_may_be_the_writer_s_name(above, name):
    assert authors(above + TEXT) == (name,)


@pytest.mark.parametrize(
    "above",
    [
        "<p>New Harbour</p>",
        "<p>Mill Street</p>",
        "<p>Local News</p>",
        "<p>Share Facebook</p>",
        "<p>Last Updated:</p><p>6 May 2026</p>",
        "<h3>Parting Thoughts</h3>",
        "<p><b>Nina Holm</b> is the miller.</p>",
        "<p>Old Wheel</p>",  # its words stand in the text
        "<p>नई दिल्ली</p>",
        "<p class=photo-author>Nina Holm</p>",
    ],
)
def test_places_labels_and_those_whom_the_text_is_about_are_no_writers(above):
    assert authors(above + TEXT) == ()


def test_on_a_page_with_metadata_a_bare_name_below_the_headline_tells_nothing():
    assert authors(f"<p>Nina Holm</p>{TEXT}", '<meta property="og:type" content="article">') == ()


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p align=right><b>Nina Holm</b></p>", ("Nina Holm",)),
        ('<div style="text-align: right"><i>Nina Holm.</i><br>Photo: the miller</div>', ("Nina Holm",)),
        ('<p style="text-align:right">Nina Holm - Per Strand</p>', ("Nina Holm", "Per Strand")),
        ("<p align=right>By Nina Holm</p>", ("Nina Holm",)),
        ("<p align=right>Read more</p>", ()),
        ("<p align=right>Mill Street</p>", ()),
        ("<table><tr><td>Flour</td><td align=right>Bill Total</td></tr></table>", ()),
    ],
)
def test_a_line_set_right_below_the_text_is_its_signature(below, names):
    assert authors(TEXT + below + f"<p>{LINE}</p>") == names
