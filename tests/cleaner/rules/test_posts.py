import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.posts import drop_post_heads, minute_of
from tests.cleaner.pages import SENTENCES

NEWEST_FIRST = ("20.44", "20.10", "18.50")


def left(html: str, *dropped: int) -> list[str]:
    """Return the texts that stay when all but some blocks are kept."""
    blocks = read_blocks(LexborHTMLParser(html))
    keep = np.ones(len(blocks.text), np.bool_)
    keep[list(dropped)] = False
    return [blocks.text[index] for index in np.flatnonzero(drop_post_heads(blocks, keep)).tolist()]


def posts(times: tuple[str, ...], between: str = "", heading: str = "<h3>Gate</h3>") -> str:
    return "".join(
        f"<div><time class=at>{time}</time><div></div>{between}{heading}<p>{text}</p></div>"
        for time, text in zip(times, SENTENCES, strict=False)
    )


@pytest.mark.parametrize("written", ["{}", "Kl. {}", "{} Uhr", "Ore {}"])
def test_the_times_of_posts_over_their_headings_go_with_the_names_below_them(written):
    times = tuple(map(written.format, NEWEST_FIRST))
    kept = [text for sentence in SENTENCES[:3] for text in ("Gate", sentence)]
    assert left(posts(times)) == kept
    assert left(posts(times, between="<p>Ada Berg</p><div>Reporter</div>")) == kept
    assert left(posts(times).replace(":", ".")) == kept


def test_the_last_post_may_have_no_heading():
    html = posts(NEWEST_FIRST, between="<p>Ada Berg</p>")
    at = html.rindex("<h3>")
    kept = [text for sentence in SENTENCES[:3] for text in ("Gate", sentence)]
    assert left(html[:at] + html[at:].replace("<h3>Gate</h3>", "")) == [*kept[:4], SENTENCES[2]]


def test_a_programme_goes_on_and_two_times_are_no_posts():
    programme = posts(NEWEST_FIRST[::-1])
    assert left(programme)[:2] == ["18.50", "Gate"]
    assert left(posts(NEWEST_FIRST[:2]))[:2] == ["20.44", "Gate"]


def test_times_without_headings_stay_unless_most_are_left_out():
    html = posts(NEWEST_FIRST, heading="")
    assert left(html)[:2] == ["20.44", SENTENCES[0]]
    assert left(html, 2) == [NEWEST_FIRST[0], *SENTENCES[:2], NEWEST_FIRST[2], SENTENCES[2]]
    assert left(html, 2, 4) == list(SENTENCES[:3])
    rows = "".join(f"<tr><td>{time}</td></tr>" for time in NEWEST_FIRST)
    assert left(f"<table>{rows}</table>", 1, 2) == ["20.44"]


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("07:58", 478),
        ("18h11", 1091),
        ("9.05 p.m.", 545),
        ("14:35 Uhr", 875),
        ("\u06f1\u06f2:\u06f3\u06f0", 750),
        ("61:28", None),
        ("10.99", None),
        ("$9.30", None),
        ("9:30 to 10:15", None),
        ("Gate 4 at 9:30", None),
    ],
)
def test_a_clock_time_is_told_by_its_form(text, minute):
    assert minute_of(text) == minute
