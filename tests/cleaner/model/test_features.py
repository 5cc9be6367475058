import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.model.features import NAMES, WORD_NAMES, block_features, vocabulary_features
from scraper.cleaner.model.vocabulary import PRIOR, Vocabulary
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.hints import PageHints
from scraper.cleaner.reading.walk import read_blocks
from tests.cleaner.pages import SENTENCES, article_page

HINTS = PageHints(
    title="Harbour to stay shut", description=SENTENCES[0], article_body=" ".join(SENTENCES), is_article=True
)
PIECES = (
    "<p>",
    "</p>",
    "<h1>",
    "<h2>T</h2>",
    "<a href=/>",
    "</a>",
    "word ",
    "港口。",
    "<table><td>",
    "<br>",
    "<img>",
    "<li class=nav>",
    "</div>",
)


def features_of(html: str, hints: PageHints = HINTS) -> dict[str, np.ndarray]:
    blocks = read_blocks(LexborHTMLParser(html))
    return dict(zip(NAMES, block_features(blocks, read_columns(blocks), hints), strict=True))


@pytest.mark.parametrize(
    "html", ["x", "<p>!</p>", "<h1>One</h1>", "<pre>a</pre>", "港", "<p>\u200b</p>", article_page()]
)
@pytest.mark.parametrize("hints", [HINTS, PageHints()])
def test_features_have_their_names_and_are_finite(html, hints):
    blocks = read_blocks(LexborHTMLParser(html))
    rows = block_features(blocks, read_columns(blocks), hints)
    assert rows.shape == (len(NAMES), len(blocks.text))
    assert rows.dtype == np.float32
    assert np.isfinite(rows).all()


def test_names_are_different():
    assert len(set(NAMES + WORD_NAMES)) == len(NAMES) + len(WORD_NAMES)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
@settings(max_examples=60, deadline=None)
def test_features_of_any_markup_are_finite(pieces):
    blocks = read_blocks(LexborHTMLParser("x" + "".join(pieces)))
    assert np.isfinite(block_features(blocks, read_columns(blocks), HINTS)).all()


def test_a_page_longer_than_all_that_were_seen_has_the_sizes_of_an_ordinary_one():
    sizes = ("page_words", "page_blocks", "c0_repeats", "after_h1")
    seen, longer = (features_of("<h1>One</h1>" + "<p>Ten words of it.</p>" * number) for number in (3_900, 4_100))
    assert [round(float(np.expm1(seen[name][-1]))) for name in sizes] == [15_601, 3_901, 3_900, 3_900]
    assert [round(float(np.expm1(longer[name][-1]))) for name in sizes] == [10_000, 200, 200, 200]


def test_what_the_text_shows():
    rows = features_of("<p>Two words.</p><p>Two words.</p><p><a href=/>link</a> more...</p>")
    assert rows["words"].tolist() == [2, 2, 2]
    assert rows["copies"].tolist() == [2, 2, 1]
    assert rows["first_copy"].tolist() == [1, 0, 1]
    assert rows["ellipsis"].tolist() == [0, 0, 1]
    assert rows["link_density"][2] > 0.3
    assert rows["last_end"].tolist() == [1, 1, 1]


def test_how_much_of_a_block_is_bold():
    rows = features_of(
        "<p><b>Half</b>half<p><strong>All</strong><p>None<p><em><b>All</b></em><p><b><strong>All</strong></b>"
    )
    assert rows["bold_share"].tolist() == [0.5, 1, 0, 1, 1]


def test_what_the_place_shows():
    rows = features_of('<div class="comments"><ul><li>x</li></ul></div><article><p>y</p></article>')
    assert rows["any_comment"].tolist() == [1, 0]
    assert rows["tag_li/dd/dt"].tolist() == [1, 0]
    assert rows["in_article"].tolist() == [0, 1]
    assert rows["depth"][0] == rows["depth"][1] + 1


def test_what_the_head_shows():
    rows = features_of(f"<h1>Harbour to stay shut</h1><p>{SENTENCES[0]}</p><p>Elsewhere</p>")
    assert rows["title_overlap"][0] == 1
    assert (rows["title_overlap"][1:] < 0.1).all()
    assert rows["in_description"].tolist() == [0, 1, 0]
    assert rows["has_article_body"].tolist() == [1, 1, 1]
    assert features_of("x", PageHints())["is_article"].tolist() == [0.5]


def test_a_title_without_spaces_is_known():
    assert features_of("<h1>港口将关闭到春天为止市议会</h1>", PageHints(title="港口将关闭到春天为止市议会 | 新闻"))[
        "title_overlap"
    ].tolist() == [1]


def test_what_the_neighbours_show():
    rows = features_of("<h2>Related</h2><p>x</p><p>y</p>")
    assert rows["since_heading"][2] > rows["since_heading"][1]
    assert rows["same_group+1"].tolist() == [0, 1, 0]
    assert rows["under_related"].tolist() == [1, 1, 1]


def test_words_of_classes_are_worth_what_the_vocabulary_says():
    blocks = read_blocks(LexborHTMLParser('<div class="good"><p class="zzz">x</p></div><p class="bad">y</p>'))
    rows = vocabulary_features(blocks, read_columns(blocks), Vocabulary({"good": 0.9, "bad": 0.1}))
    by_name = dict(zip(WORD_NAMES, rows, strict=True))
    assert by_name["word_highest"].tolist() == pytest.approx([0.9, PRIOR])
    assert by_name["word_lowest"].tolist() == pytest.approx([PRIOR, 0.1])
    assert by_name["word_odds"][0] > 0 > by_name["word_odds"][1]
    assert by_name["word0_low"].tolist() == pytest.approx([PRIOR, 0.1])


def test_unknown_words_are_worth_the_mean():
    vocabulary = Vocabulary({"good": 0.9})
    assert vocabulary.worth(("zzz",)) == (PRIOR, PRIOR, 0.0)
    assert vocabulary.worth(("zzz",)) is vocabulary.worth(("zzz",))
