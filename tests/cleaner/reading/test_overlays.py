"""Cards under an empty link are found in rows, and stay text; other empty links make none."""

import time

import pytest

from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.overlays import CARD_CHARS, find_overlaid
from tests.cleaner.pages import read

TEXT = "<div><h3><span>A lighthouse for sale</span></h3></div><div><span>It was lit in 1847.</span></div>"
LINK = '<a href="/story-{}" aria-label="A lighthouse for sale"></a>'


def cards(inside: str = LINK + TEXT, count: int = 3, tag: str = "div") -> Blocks:
    """Return a row of cards, each with a link of its own."""
    return read("<ul>" + "".join(f"<li><{tag}>{inside.format(n)}</{tag}></li>" for n in range(count)) + "</ul>")


@pytest.mark.parametrize(
    "inside",
    [
        LINK + TEXT,
        TEXT + LINK,
        f"<div class=top>{LINK}<img src=a.jpg></div>{TEXT}",
        "<a href=https://news.example/{}> <span class=overlay></span></a>" + TEXT,
        '<a href=/{}><div></div><span class="visually-hidden">A lighthouse for sale</span></a>' + TEXT,
        LINK + TEXT + "<footer><time>3h ago</time></footer>",
    ],
)
def test_an_empty_link_leads_from_all_of_its_card_and_leaves_it_text(inside):
    blocks = cards(inside)
    assert blocks.text == ["A lighthouse for sale", "It was lit in 1847."] * 3
    assert not any(blocks.links)
    (row,) = find_overlaid(blocks)
    assert [blocks.text[blocks.first_block[card] : blocks.end_block[card]] for card, _ in row] == [blocks.text[:2]] * 3
    address = inside.partition("href=")[2].split(">")[0].split()[0].strip('"')
    assert [href for _, href in row] == [address.format(n) for n in range(3)]


@pytest.mark.parametrize(
    "inside",
    [
        "<a href=#part-{}></a>" + TEXT,
        "<a href=/page#part-{}></a>" + TEXT,
        "<a name=part-{}></a>" + TEXT,
        "<a href></a>" + TEXT,
        "<a href='javascript:open({})'></a>" + TEXT,
        "<a href=mailto:{}@news.example></a>" + TEXT,
        "<a href=/{}.jpg></a>" + TEXT,  # a picture to look at
        "<a href=https://social.example/share?u=https%3A%2F%2Fnews.example/{}></a>" + TEXT,
        "<a href=/{}><img src=a.jpg></a>" + TEXT,
        "<a href=/{}><svg><path d=M0></svg></a>" + TEXT,
        "<a href=/{}><i class=icon-chat></i></a>" + TEXT,
        "<a href=/{0}-a></a><a href=/{0}-b></a>" + TEXT,  # buttons
        LINK + "<h3>A lighthouse for sale</h3><p>It was lit <a href=/now>now</a>.</p>",
        LINK + TEXT + "Text of its own.",
        "Text of its own." + LINK + TEXT,
        "<figure><a href=/{}></a><figcaption>The lighthouse in 1847.</figcaption></figure>",
        "<blockquote><p>It was never dark.</p><a href=/quote/{}></a></blockquote>",
        "<div><a href=/run/{}></a><pre>print(1)</pre></div>",
        LINK + TEXT + f"<p>{'The lamp was lit. ' * (CARD_CHARS // 18)}</p>",
        LINK + "<p>On.</p>" * 40,
    ],
)
def test_other_empty_links_make_no_card(inside):
    assert not list(find_overlaid(cards(inside)))


@pytest.mark.parametrize(
    "inside", ["<p><a href=/{}></a>It was lit in 1847.</p>", "<h2>It was lit in 1847.<a href=/{}></a></h2>"]
)
def test_what_an_editor_left_in_a_paragraph_or_heading_makes_no_card(inside):
    assert not list(find_overlaid(cards(inside)))


def test_two_cards_and_cards_that_lead_to_one_place_are_no_row():
    assert not list(find_overlaid(cards(count=2)))
    assert not list(find_overlaid(cards("<a href=/plans></a>" + TEXT)))


def test_a_short_article_with_an_empty_link_is_no_card():
    blocks = read(f"<article><a href=/home></a><h1>Shut</h1>{TEXT}</article><p>More.</p>")
    assert blocks.overlays
    assert not list(find_overlaid(blocks))


def test_thousands_of_empty_links_cost_no_more_than_their_number():
    html = f"<div>{'<a href=/1></a>' * 8_000}{'<p>On.</p>' * 8_000}{'<a href=/2><span></span></a>' * 8_000}</div>"
    began = time.process_time()
    assert not list(find_overlaid(read(html)))
    assert time.process_time() - began < 5
