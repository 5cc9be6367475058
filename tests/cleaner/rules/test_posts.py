import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.posts import drop_post_heads, minute_of
from tests.cleaner.pages import SENTENCES

NEWEST_FIRST = ("20:44", "20:10", "18:50")


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
    times = tuple(written.format(time) for time in NEWEST_FIRST)
    kept = [text for sentence in SENTENCES[:3] for text in ("Gate", sentence)]
    assert left(posts(times)) == kept
    assert left(posts(times, between="<p>Ada Berg</p><div>Reporter</div>")) == kept
    with_stop = posts(times).replace(":", ".")
    assert (left(with_stop) == kept) == (written != "{}")


def test_with_a_full_stop_and_no_word_times_are_those_of_a_live_blog_by_name():
    post = "<div class=LivePost__Time>{}</div><h3>Gate</h3><p>{}</p>"
    rows = [post.format(at.replace(":", "."), text) for at, text in zip(NEWEST_FIRST, SENTENCES, strict=False)]
    kept = [text for sentence in SENTENCES[:3] for text in ("Gate", sentence)]
    html = "".join(rows)
    assert left(html) == kept
    assert left(f"<div class=live-feed>{html.replace('LivePost__Time', 'time')}</div>") == kept
    assert len(left(html.replace("LivePost__Time", "time"))) == len(left(html.replace("LivePost__Time", "live"))) == 9


@pytest.mark.parametrize(
    "written",
    [
        ("2.35 m", "2.31 m", "2.28 m"),
        ("Kr. 24.50", "Kr. 21.40", "Kr. 13.50"),
        ("9.45", "8.30", "7.50"),
        ("Joh. 16:33", "Joh. 14:27", "Joh. 3:16"),
        ("3:58 min", "3:49 min", "3:43 min"),
        ("22.10 kr", "19.30 kr", "12.50 kr"),
        ("Artikel 5.10", "Artikel 4.20", "Artikel 3.30"),
    ],
)
def test_rankings_over_headings_stay_with_the_names_below_them(written):
    assert left(posts(written, between="<p>Lise Berg, student</p>"))[:3] == [written[0], "Lise Berg, student", "Gate"]


def test_what_else_the_last_post_begins_with_stays_without_a_heading():
    last = "<div><p>18:50</p><p>Good evening from the quay</p><p>The council meets at nine</p></div>"
    rows = (
        posts(("20:44", "20:10", "19:30"), between="<p>Ada Berg</p>")
        .replace("<time class=at>", "<p>")
        .replace("</time>", "</p>")
    )
    assert left(rows + last)[-2:] == ["Good evening from the quay", "The council meets at nine"]


def test_the_last_post_may_have_no_heading():
    html = posts(NEWEST_FIRST, between="<p>Ada Berg</p>")
    at = html.rindex("<h3>")
    kept = [text for sentence in SENTENCES[:3] for text in ("Gate", sentence)]
    assert left(html[:at] + html[at:].replace("<h3>Gate</h3>", "")) == [*kept[:4], SENTENCES[2]]


def test_a_programme_goes_on_and_two_times_are_no_posts():
    programme = posts(NEWEST_FIRST[::-1])
    assert left(programme)[:2] == ["18:50", "Gate"]
    assert left(posts(NEWEST_FIRST[:2]))[:2] == ["20:44", "Gate"]


def test_times_without_headings_stay_unless_most_are_left_out():
    html = posts(NEWEST_FIRST, heading="")
    assert left(html)[:2] == ["20:44", SENTENCES[0]]
    assert left(html, 2) == [NEWEST_FIRST[0], *SENTENCES[:2], NEWEST_FIRST[2], SENTENCES[2]]
    assert left(html, 2, 4) == list(SENTENCES[:3])
    rows = "".join(f"<tr><td>{time}</td></tr>" for time in NEWEST_FIRST)
    assert left(f"<table>{rows}</table>", 1, 2) == ["20:44"]


LONG_DAY = ("21.15", "20.40", "19.58", "18.02", "17.30")


def called(times: tuple[str, ...], name: str) -> str:
    return "".join(
        f"<div><div class={name}>{time}</div><p>{text}</p></div>" for time, text in zip(times, SENTENCES, strict=False)
    )


def test_many_times_of_the_clock_that_all_run_back_need_no_headings():
    told = tuple(f"{time} Uhr" for time in LONG_DAY)
    assert left(called(told, "at")) == list(SENTENCES[:5])
    assert left(called((*told[:3], "23.50 Uhr", *told[3:4]), "at")) == list(SENTENCES[:5])  # past midnight
    assert left(f"<div class=liveticker>{called(LONG_DAY, 'time')}</div>") == list(SENTENCES[:5])
    for times, name in ((told[::-1], "at"), (told[:4], "at"), (LONG_DAY, "at")):
        assert len(left(called(times, name))) == 2 * len(times)


@pytest.mark.parametrize("name", ["at", "time"])
@pytest.mark.parametrize(
    "times",
    [
        ("4:50", "4:41", "4:33", "4:20", "4:11"),  # laps
        ("2h30", "2h12", "1h58", "1h20", "0h45"),
        ("21:12", "19:4", "18:30", "12:08", "9:17"),  # psalms
        ("9.58", "9.49", "9.40", "9.32", "9.12"),
    ],
)
def test_what_else_falls_stays(times, name):
    assert len(left(called(times, name))) == 10


@pytest.mark.parametrize("written", ["15.61", "15.32 p", "$9.45"])
def test_marks_and_prices_that_run_back_stay(written):
    assert len(left(called((written, "14.98", "14.51", "13.20", "12.10"), "time"))) == 10


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
        ("20.44 Uhr", 1244),
        ("12:30 CET", 750),
        ("9:30 to 10:15", None),
        ("23:59", 1439),
        ("24:59", None),
        ("2.35 h", None),
        ("1.29 Mio", None),
        ("3.45 GHz", None),
        ("21:19 Sieg", None),
        ("Gate 4 at 9:30", None),
    ],
)
def test_a_clock_time_is_told_by_its_form(text, minute):
    assert minute_of(text) == minute
