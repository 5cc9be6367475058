"""The line above the body that is the page's description is part of the article."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.standfirst import ABOVE, add_standfirst
from tests.cleaner.pages import SENTENCES

SAID = "How a charge for one summer became the town's safest income"
PROSE = list(SENTENCES[:3])


def chosen(above: list[str], description: str | None, prose: list[str] = PROSE) -> list[str]:
    """Return the lines that come back above the prose, which alone was chosen."""
    lines = [*above, *prose]
    blocks = read_blocks(LexborHTMLParser("".join(f"<p>{line}</p>" for line in lines)))
    keep = np.zeros(len(lines), np.bool_)
    keep[len(above) :] = True
    whole = add_standfirst(blocks, keep, read_columns(blocks).prose, description)
    assert whole[len(above) :].all()
    return [line for line, kept in zip(above, whole, strict=False) if kept]


@pytest.mark.parametrize(
    ("above", "description"),
    [
        (["The toll", SAID, "Ada Lovelace", "3 May 2026"], SAID),
        (["The toll", SAID], f"{SAID}. From our reporter."),
        (["The toll", f"{SAID}, and why it stays"], f"{SAID} …"),
        (
            ["The toll", "港の閉鎖は春まで続く見通しとなり、町は代わりの船を探している"],
            "港の閉鎖は春まで続く見通しとなり、町は代わりの船を探している",
        ),
    ],
)
def test_the_description_above_the_prose_comes_back(above, description):
    assert chosen(above, description) == [above[1]]


@pytest.mark.parametrize(
    ("above", "description", "prose"),
    [
        (["The toll", SAID], None, PROSE),
        (["The toll", SAID], "Another thing altogether, on another page of the town", PROSE),
        (["The toll"], "The toll", PROSE),  # a name
        (["The toll", SENTENCES[0]], SENTENCES[0], PROSE),  # the first paragraph says it
        ([f"<a href=/toll>{SAID}</a>"], SAID, PROSE),
        ([SAID, *["Menu"] * ABOVE], SAID, PROSE),
        (["The toll", SAID], SAID, []),
    ],
)
def test_nothing_else_does(above, description, prose):
    assert chosen(above, description, prose) == []


TITLE = "The toll that stayed"


def chosen_on(html: str, description: str | None = None) -> list[str]:
    """Return the lines above the prose that come back, on a page that has no description, or a shorter one."""
    prose = "".join(f"<p>{line}</p>" for line in PROSE)
    blocks = read_blocks(LexborHTMLParser(f"<h1>{TITLE}</h1>{html}{prose}"))
    keep = np.isin(blocks.text, PROSE)
    whole = add_standfirst(blocks, keep, read_columns(blocks).prose, description, TITLE)
    return [text for text, kept, was in zip(blocks.text, whole, keep, strict=True) if kept and not was]


@pytest.mark.parametrize(
    "html",
    [
        '<p class="td-post-sub-title">{said}</p><p>3 May 2026</p>',
        '<header><p class="lead-text">{said}</p></header>',
        '<p>3 May 2026</p><div class="standfirst"><p>{said}</p></div>',
        '<h2 itemprop="description" class="css-1x2 subheadline">{said}</h2>',
    ],
)
@pytest.mark.parametrize(
    "said", [SAID, "港の閉鎖は春まで続く見通しとなり、町は代わりの船を探している", "[인터뷰] 첫 악보집 낸 남궁현"]
)
def test_so_does_the_line_under_the_headline_that_is_called_a_standfirst(html, said):
    assert chosen_on(html.format(said=said)) == [said]


def test_so_it_does_under_a_headline_with_its_kicker():
    prose = "".join(f"<p>{line}</p>" for line in PROSE)
    html = f'<h2><span>On the quay</span> {TITLE}</h2><p class="lead">{SAID}</p>{prose}'
    blocks = read_blocks(LexborHTMLParser(html))
    keep = np.isin(blocks.text, PROSE)
    assert add_standfirst(blocks, keep, read_columns(blocks).prose, None, TITLE)[1]
    assert not add_standfirst(blocks, keep, read_columns(blocks).prose, None, "Another title of the day")[1]


def test_so_it_does_where_the_prose_begins_with_the_description():
    html = f'<h4 class="subtitle">{SAID}</h4><p>3 May 2026</p>'
    assert chosen_on(html, PROSE[0]) == [SAID]
    assert chosen_on(f"<p>{PROSE[0][:30]} and so on.</p>", PROSE[0]) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{SAID}</p>",
        f'<figure class="lead"><p class="lead-caption">{SAID}</p></figure>',
        f'<p class="lead"><a href="/a">{SAID}</a></p>',
        '<p class="summary">4.6 of 5 stars, 27 reviews</p>',
        '<div class="deck"><p>Log in with your account to keep reading the paper</p></div>',
        '<p class="summary">By Ada Lovelace, our reporter on the quay</p>',
        '<p class="lead">Port</p>',
        f'<p>Share</p><p>Save</p><p>Print</p><p class="summary">{SAID}</p>',
        f'<ul><li class="summary">{SAID}</li></ul>',
    ],
)
def test_what_is_called_otherwise_or_stands_elsewhere_does_not(html):
    assert chosen_on(html) == []


NEXT = "The ferry sails again from the same quay"


def test_the_line_beside_a_standfirst_that_is_made_as_it_is_comes_back_with_it():
    two = f"<div class=subhead>{SAID}</div><div class=subhead>{NEXT}</div>"
    assert chosen_on(f"<div>{two}</div>") == [SAID, NEXT]
    assert chosen_on(f"<div>{two}</div>", f"{NEXT} and again") == [SAID, NEXT]
    for three in (
        f"{two}<div class=subhead>Where the gates stood for all of the winter</div>",
        two.replace("subhead", "menu"),
        two.replace(NEXT, f"<a href=/ferry>{NEXT}</a>"),
        two.replace(NEXT, "Hull"),
        two.replace(NEXT, "Subscribe to the paper to keep reading"),
    ):
        assert NEXT not in chosen_on(f"<div>{three}</div>")


LEAD = "A charge for one summer is the town's safest income, as a curse, and as a folk tale."


@pytest.mark.parametrize("html", ["<p>{}</p>", "<p>3 May 2026</p><div class=text-xl>{}</div>"])
def test_so_does_the_sentence_there_that_begins_as_the_description_does(html):
    description = "A charge for one summer is the town's mint. Nobody minds."
    assert chosen_on(html.format(LEAD), description) == [LEAD]
    assert chosen_on(html.format(LEAD)) == []
    assert chosen_on(html.format(LEAD), "A charge for one winter. Nobody minds.") == []


@pytest.mark.parametrize(
    "html",
    [
        f"<figure><figcaption>{LEAD}</figcaption></figure>",
        f"<figure><img src=a.jpg><div class=caption><p>{LEAD}</p></div></figure>",
        f"<p>{LEAD[:-1]}</p>",
        f"<p><a href=/a>{LEAD}</a></p>",
        f"<li>{LEAD}</li>",
        f"<p>Share</p><p>Save</p><p>{LEAD}</p>",
    ],
)
def test_other_lines_that_begin_so_do_not(html):
    assert chosen_on(html, "A charge for one summer is the town's mint. Nobody minds.") == []
