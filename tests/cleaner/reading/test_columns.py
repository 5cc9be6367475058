import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import LEVELS, PageColumns, read_columns
from scraper.cleaner.reading.walk import read_blocks
from tests.cleaner.pages import article_page

PROSE = "A sentence of more than twelve words, so that it counts as prose wherever it may stand."


def columns_of(html: str) -> PageColumns:
    return read_columns(read_blocks(LexborHTMLParser(html)))


def test_shapes_are_as_promised():
    blocks = read_blocks(LexborHTMLParser(article_page()))
    columns = read_columns(blocks)
    n, m = len(blocks.text), len(blocks.parent)
    for name in ("first_kind", "last_kind", "words", "link_words", "prose", "phrases", "group"):
        assert getattr(columns, name).shape == (n,), name
    for name in ("path", "first", "end", "repeats"):
        assert getattr(columns, name).shape == (m,), name
    assert columns.counts.shape == (8, n)
    assert columns.ancestors.shape == (LEVELS, n)
    assert columns.images.shape == (n + 1,)


def test_a_page_of_one_block_has_columns():
    columns = columns_of("one")
    assert columns.words.tolist() == [1]
    assert columns.group.tolist() == [0]
    assert (columns.ancestors == 0).all()


def test_prose_are_long_blocks_with_few_links():
    columns = columns_of(f"<p>{PROSE}</p><p>Short.</p><p><a href=/>{PROSE}</a></p>")
    assert (columns.prose > 0).tolist() == [True, False, False]
    assert columns.link_words[2] == columns.words[2]


def test_chinese_and_thai_prose_is_prose():
    columns = columns_of(f"<p>{'港口将关闭到春天，' * 5}</p><p>{'ท่าเรือปิดจนถึงฤดูใบไม้ผลิ' * 3}</p>")
    assert (columns.prose > 0).all()


def test_phrases_are_looked_for_in_short_blocks_only():
    columns = columns_of(f"<p>Read more</p><p>Read more. {PROSE * 3}</p>")
    assert columns.phrases[0] > 0
    assert columns.phrases[1] == 0


def test_blocks_of_one_kind_are_one_group():
    columns = columns_of(
        '<ul><li class="a">x</li><li class="a">y</li></ul><ul><li class="a">z</li><li class="b">w</li></ul>'
    )
    one, two, three, other = columns.group
    assert one == two == three != other
    assert sorted(set(columns.group.tolist())) == list(range(len(set(columns.group.tolist()))))


def test_images_are_counted_before_each_block():
    assert columns_of("<img src=a><p>x</p><img src=b><img src=c><p>y</p><img src=d>").images.tolist() == [0, 1, 3]


def test_ancestors_go_outwards_and_end_at_the_root():
    blocks = read_blocks(LexborHTMLParser("<div><section><p>x</p></section></div>"))
    columns = read_columns(blocks)
    assert [blocks.tag[frame] for frame in columns.ancestors[:, 0]] == ["p", "section", "div", "body", "body", "body"]


def test_sums_count_what_stands_before_each_block():
    prose = "word " * 20
    columns = read_columns(read_blocks(LexborHTMLParser(f"<p>one two</p><p><a href=/>three</a></p><p>{prose}</p>")))
    words, links, prose_words, proses = columns.sums.tolist()
    assert words == [0, 2, 3, 23]
    assert links == [0, 0, 1, 1]
    assert prose_words == [0, 0, 0, 20]
    assert proses == [0, 0, 0, 1]


def test_words_of_scripts_without_spaces_are_as_many_as_elsewhere():
    han, thai, mixed, latin = columns_of(
        "<p>新港口在城市开放<p>ท่าเรือใหม่เปิดในเมือง<p>iPhone 発売<p>The new harbour"
    ).words
    assert han == pytest.approx(8 * 3 / 5.1)
    assert thai == pytest.approx(22 / 5.1)
    assert mixed == pytest.approx(1 + 2 * 3 / 5.1)
    assert latin == 3


def test_stock_phrases_are_not_looked_for_in_a_paragraph_of_few_characters():
    short, paragraph, latin = columns_of(
        f"<p>最新ニュース<p>{'市は最新の計画を公開した。' * 5}<p>{'Related stories, read on ' * 4}"
    ).phrases
    assert short
    assert latin
    assert not paragraph


def test_prose_of_languages_with_long_words_has_fewer():
    telugu = "హైదరాబాద్‌లో వర్షాల కారణంగా లోతట్టు ప్రాంతాలు జలమయమయ్యాయని అధికారులు వెల్లడించారు మంగళవారం."
    columns = columns_of(f"<p>{telugu}</p><p>{telugu[:40]}</p><p>{'x' * 90} y</p>")
    assert (columns.prose > 0).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("heading", "below", "is_label"),
    [
        ("<h2>Comments divide the town</h2>", f"<p>{PROSE}</p>", False),
        ("<h3>Anzeige gegen Minister</h3>", f"<p>{PROSE}</p>", False),
        ("<h2>Comments</h2>", f"<p>{PROSE}</p>", True),
        ("<h2>Comments on this story</h2>", f"<ol><li><p>{PROSE}</p></ol>", True),
        ("<h2>Related stories of today</h2>", f"<p><a href=/>{PROSE}</a></p>", True),
        ("<p><b>Comments divide the town</b></p>", f"<p>{PROSE}</p>", True),
    ],
)
def test_a_heading_over_text_that_goes_on_is_no_label(heading, below, is_label):
    columns = columns_of(f"<main><p>{PROSE}</p>{heading}{below}</main>")
    assert bool(columns.phrases[1]) == is_label
