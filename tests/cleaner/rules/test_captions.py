import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.blocks import Blocks, read_blocks
from scraper.cleaner.rules.captions import drop_captions
from tests.cleaner.pages import SENTENCES


def read(html: str) -> Blocks:
    return read_blocks(LexborHTMLParser(html))


def test_captions_are_left_out_unless_they_tell_the_story():
    caption = "<figure><img src=a.jpg><figcaption>The harbour</figcaption></figure>"
    for html, kept in ((f"<p>{SENTENCES[0]}</p>{caption}", [True, False]), (caption * 2 + "<p>a</p>", [True] * 3)):
        blocks = read(html)
        words = np.array([len(text.split()) for text in blocks.text], np.float32)
        assert drop_captions(blocks, np.ones(len(words), np.bool_), words).tolist() == kept


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p><img src=a.jpg><b>▲港口封閉。</b></p>", False),
        ("<p><b>▼港口封閉。</b></p><p><img src=a.jpg></p>", False),
        ("<p><b>▲김철수 부장</b></p>", True),  # an item of a list
        ("<p><img src=a.jpg>The harbour is shut.</p>", True),
    ],
)
def test_a_line_that_points_at_an_image_is_a_caption(html, kept):
    blocks = read(f"<p>{SENTENCES[0]}</p>{html}<p>{SENTENCES[1]}</p>")
    words = np.ones(3, np.float32)
    assert drop_captions(blocks, np.ones(3, np.bool_), words).tolist() == [True, kept, True]


ALT = "The mayor opens the pier of Nordhafen"


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{ALT}</p>",
        f"<p>{ALT}.</p>",
        f"<div>{ALT} (Photo: Anna Berg)</div>",
        f"<p>{ALT}. Anna Berg / Harbour Notes</p>",
        f"<p>{ALT} | Photo: Anna Berg</p>",
        "<p>The mayor opens the pier</p>",
    ],
)
def test_a_line_that_repeats_the_image_above_it_is_a_caption(line):
    assert not stays(line)
    assert stays(line, is_article=False)


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{ALT} today.</p>",
        f"<p>{ALT}, which was shut for two winters.</p>",
        f"<p>{ALT} (it was built in 1911) with a speech.</p>",
        f"<p>{ALT}. She had asked the state for nine million, and it gave four of them in the end, the council was told.</p>",
        f"<h2>{ALT}</h2>",
        f"<ul><li>{ALT}</ul>",
        f"<table><td>{ALT}</table>",
        f"<p><a href=/pier>{ALT}</a></p>",
        "<p>The mayor</p>",
    ],
)
def test_what_goes_on_or_names_the_image_stays(line):
    assert stays(line)


def test_a_description_that_is_cut_is_its_caption_s():
    cut = "With nothing but a pack on your back and a trail in front..."
    assert not stays("<p>With nothing but a pack on your back and a trail in front of you. Sam Schild</p>", cut)
    assert stays("<p>With nothing but a pack you walk.</p>", "With nothing...")


def test_wide_letters_count_for_more():
    assert not stays("<p>現場火光沖天，附近居民一度驚醒。（民眾提供）</p>", "現場火光沖天，附近居民一度驚醒。")
    assert stays("<p>現場火光</p>", "現場火光")


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<p class=wp-caption-text>The mayor opens it.</p>", False),
        ("<div class=photo-caption>The mayor opens it.</div>", False),
        ("<p class=media__description>The ferry at night</p>", False),
        ("<p class=media__description>The ferry sails again.</p>", True),
        ("<p class=description>The ferry at night</p>", True),
        ("<p class=tbl-caption>Ferries by year</p>", True),
        ("<p class=image>The ferry sails again.</p>", True),
        ("<div class=caption><p>The ferry sails again.</p></div>", True),
    ],
)
def test_a_line_whose_own_element_is_called_a_caption_is_one(line, is_kept):
    assert stays(line) is is_kept


def test_a_line_further_below_stays():
    assert stays(f"<p>{ALT}</p>", before=f"<p>{SENTENCES[2]}</p>")


def test_a_story_told_in_pictures_keeps_its_captions():
    blocks = read(f"<p>{SENTENCES[0]}</p>" + "".join(f'<img alt="{text}"><p>{text}</p>' for text in SENTENCES[1:]))
    words = np.ones(len(blocks.text), np.float32)
    assert drop_captions(blocks, np.ones(len(words), np.bool_), words, is_article=True).all()


def stays(line: str, alt: str = ALT, before: str = "", *, is_article: bool = True) -> bool:
    blocks = read(f'<p>{SENTENCES[0]}</p><img alt="{alt}">{before}{line}<p>{SENTENCES[1]}</p>')
    words = np.array([len(text.split()) for text in blocks.text], np.float32)
    kept = drop_captions(blocks, np.ones(len(words), np.bool_), words, is_article=is_article)
    return bool(kept.all())
