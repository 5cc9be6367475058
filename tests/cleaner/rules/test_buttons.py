"""Rows of buttons go by their form, whatever stands on them; labels with counts of anything else stay."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.buttons import find_buttons
from tests.cleaner.pages import paragraphs

LABELS = ("좋아요 31", "놀라워요 4", "더 보고 싶어요 12")


def buttons_of(html: str) -> list[str]:
    blocks = read_blocks(LexborHTMLParser(f"<article>{paragraphs()}{html}{paragraphs()}</article>"))
    return [blocks.text[index] for index in find_buttons(blocks, range(len(blocks.text)))]


def row(labels: tuple[str, ...], *, name: str = "", tag: str = "li") -> str:
    items = "".join(f"<{tag}>{one}</{tag}>" for one in labels)
    return f'<h3>What do you think of it</h3><div class="{name}"><div><ul>{items}</ul></div></div>'


@pytest.mark.parametrize("name", ["reaction", "article-emotions", "SnsButtons_l__1", "share-bar", "emoji_list"])
@pytest.mark.parametrize(
    "labels", [LABELS, ("Beğendim67", "Şaşırdım4"), ("ブックマーク", "メールする", "印刷"), ("Moving", "Odd (3)")]
)
def test_a_row_goes_where_its_element_is_called_so(name, labels):
    assert buttons_of(row(labels, name=name)) == list(labels)


def test_a_row_of_buttons_goes_where_each_is_one_and_counts():
    assert buttons_of(row(("共感した12", "うーん2"), tag="button")) == ["共感した12", "うーん2"]
    assert buttons_of(row(("Question 1", "Question 2"), tag="button")) == []
    assert buttons_of(row(("Who pays?", "Who sails?"), tag="button")) == []


@pytest.mark.parametrize(
    "html",
    [
        row(LABELS),
        row(LABELS, name="results"),
        row(("Norway 16", "Germany 12"), name="medals"),
        row(("Boats", "Ropes"), name="sharing-economy"),
        row(("Hopeful 41", "Afraid 33"), name="mood-poll"),
        row(("BP 412", "Shell 2,310"), name="share-prices"),
        row(("Moving 31", "The harbour master said so."), name="reaction"),
        row(("Moving 31", "The reactions of three towns are in this list"), name="reaction"),
        '<table class="reactions"><tr><td>Sodium 11</td><td>Chlorine 17</td></tr></table>',
        f'<div class="reaction">{paragraphs()}</div>',
        '<div class="buttons"><p>Brass</p></div>',
    ],
)
def test_other_labels_stay(html):
    assert buttons_of(html) == []


@pytest.mark.parametrize(
    "labels",
    [
        ("X.com", "Facebook", "E-Mail", "Link kopieren"),
        ("Facebook", "Copy", "Link copied", "Email", "Print"),
        ("WhatsApp", "Telegram", "Copiar enlace"),
    ],
)
def test_networks_and_what_else_is_done_with_a_text_go_whatever_their_element_is_called(labels):
    assert buttons_of(row(labels)) == list(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ("WhatsApp", "Facebook", "E-Mail"),
        ("Facebook", "Instagram", "Print", "Radio"),
        ("Copy", "Print", "Share"),
        ("Facebook", "Print"),
        ("Facebook", "Print", "Copy", "Half of the town reads the news there"),
    ],
)
def test_networks_that_a_list_is_about_stay(labels):
    assert buttons_of(row(labels)) == []


@pytest.mark.parametrize("name", ["body share-text", "has-toolbar", "js-reactions", "story has-share-bar"])
@pytest.mark.parametrize(
    "around", ["<p>The yard will sell:</p>{}", "<h3>What is sold</h3>{}", "{}<p>All of it is rusty.</p>"]
)
def test_the_lists_of_a_text_that_is_called_so_stay(name, around):
    assert (
        buttons_of(f'<div class="{name}">{around.format("<ul><li>Two anchors</li><li>Six ropes</li></ul>")}</div>')
        == []
    )
