import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading import blocks as columns
from scraper.cleaner.reading import walk
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.walk import MAX_BLOCKS, MAX_DEPTH, MAX_MARKS, UNREAD, read_blocks
from scraper.cleaner.text import render_markdown


def read(html: str, **options: frozenset[str]) -> Blocks:
    return read_blocks(LexborHTMLParser(html), **options)


def marked(blocks: Blocks, index: int) -> list[tuple[str, str]]:
    """The marks of a block and the text under each."""
    return [(mark, "".join(blocks.pieces[index][start:end])) for start, end, mark, _ in blocks.spans[index]]


def test_a_run_of_text_under_one_element_is_one_block():
    blocks = read("<div>Before <p>One <b>bold</b> word.</p> after <p>Two.</p></div>")
    assert blocks.text == ["Before", "One bold word.", "after", "Two."]
    assert [blocks.tag[frame] for frame in blocks.frame] == ["div", "p", "div", "p"]


def test_whose_words_a_quotation_is_stands_under_it_and_a_title_in_its_sentence():
    quoted = "<blockquote>Nothing moved.<cite>A. Berg</cite></blockquote>"
    assert read(f"{quoted}<p>As in <cite>The Pier</cite>, a film.").text == [
        "Nothing moved.",
        "A. Berg",
        "As in The Pier, a film.",
    ]


def test_white_space_is_folded_and_a_break_parts_words():
    assert read("<p> One\n\t two<br>three </p>").text == ["One two three"]


@pytest.mark.parametrize("breaks", ["<br><br>", "<br/> \n <br>", "<br><br><br>"])
def test_two_breaks_part_paragraphs(breaks):
    assert read(f"<p>One{breaks}two</p>").text == ["One", "two"]


def test_paragraphs_that_are_indented_by_a_wide_blank_are_parted_where_white_space_is_shown_as_it_is_written():
    written = "　町は閉めた。\n\n　<b>理由は</b>まだ分からない。\n　<b>修理は\n\n　来年だ。</b>\n　次は来る。\n\n取材・文／森 花"
    blocks = read(f"<p>{written}</p>")
    assert blocks.text == [
        "町は閉めた。",
        "理由はまだ分からない。",
        "修理は",
        "来年だ。",
        "次は来る。",
        "取材・文／森 花",
    ]
    assert [marked(blocks, index) for index in (1, 2, 3)] == [
        [("b", "理由は")],
        [("b", "修理は")],
        [("b", "来年だ。")],
    ]
    assert read("<p>\n　町は橋を閉めた。\n</p>").text == ["町は橋を閉めた。"]
    assert read("<pre>町は\n　橋を</pre>").text == ["町は\n　橋を"]
    assert read("<p>仕組みだった。\n\n――嫌がる人は。\n\n\n 「いました」</p>").text == [
        "仕組みだった。",
        "――嫌がる人は。",
        "「いました」",
    ]
    assert read("<p>市は\n町の橋を\n\n3月に</p>").text == ["市は 町の橋を 3月に"]
    assert read("<p>終わり、\n\n夕方には</p>").text == ["終わり、 夕方には"]
    assert read("<h2>港が終わる。\n\n船が\n　入港</h2>").text == ["港が終わる。 船が 入港"]
    assert read("<table><td>第1項\n\n 工事</td><td>完了\n\n 済み</td></table>").text == ["第1項 工事", "完了 済み"]
    assert read("<p>One line\n\nand the next.</p>").text == ["One line and the next."]


@pytest.mark.parametrize(
    "inside",
    [
        "<a href=/x>\n　来年だ。</a>",
        "<b>\n　来年だ。</b>",
        "<b>\n　 \n　来年だ。</b>",
        "<br><em>\n　来年だ。\n　</em>",
        "\n　<i>来年だ。</i>\n　",
    ],
)
def test_no_piece_of_such_paragraphs_is_empty(inside):
    blocks = read(f"<p>修理は{inside}</p>")
    assert blocks.text == ["修理は", "来年だ。"]
    assert blocks.spans[0] == []
    assert all(map(all, blocks.pieces))
    assert render_markdown(blocks, [0, 1], None).startswith("修理は\n\n")


def test_a_sub_heading_has_the_text_that_an_element_inside_it_has():
    def tag(html: str) -> list[str]:
        blocks = read(html)
        return [blocks.tag[frame] for frame in blocks.frame]

    assert tag("<h2><div><span>The tide</span></div></h2><p>It came.</p>") == ["h2", "p"]
    assert tag("<h3><div><p>The tide</p></div></h3>") == ["h3"]
    assert tag("<h2><button>The tide</button></h2>") == ["button"]  # it opens what stands under it
    assert tag("<h2><div>The tide</div><div>3 May</div></h2>") == ["div", "div"]
    assert tag("<h2>A word <div>The tide</div></h2>") == ["h2", "div"]


def test_breaks_in_preformatted_text_stay():
    assert read("<pre>a<br><br>b</pre>").text == ["a\n\nb"]


def test_white_space_stays_in_preformatted_text():
    assert read("<pre>\nif x:\n    <b>go</b>()\n\n</pre><p>a  b</p>").text == ["if x:\n    go()", "a b"]


@pytest.mark.parametrize("element", ["script", "style", "noscript", "template", "svg", "iframe", "noframes", "noembed"])
def test_unread_elements_do_not_part_a_run(element):
    assert read(f"<div>Before <{element}>Text</{element}> after</div>").text == ["Before after"]


@pytest.mark.parametrize("element", ["nav", "footer", "marquee"])
def test_navigation_and_footers_are_not_read(element):
    assert read(f"<p>Before<{element}><p>Text</p></{element}><p>after</p>").text == ["Before", "after"]


def test_what_is_skipped_can_be_asked_for():
    blocks = read("<body><nav>Menu</nav><noscript><p>Hidden text</p></noscript></body>", skipped=UNREAD - {"noscript"})
    assert "Menu" in blocks.text
    assert any("Hidden text" in text for text in blocks.text)


def test_readings_above_words_are_no_text():
    html = (
        "<p><ruby>虐待<rp>(</rp><rt>ぎゃくたい</rt><rp>)</rp></ruby>の<ruby><rb>法律</rb><rt>ほうりつ</rt></ruby></p>"
    )
    assert read(html).text == ["虐待の法律"]


def test_blank_elements_are_no_blocks():
    assert read("<div> <p>\n</p><p>&nbsp;</p><pre>\n \n</pre></div>").text == []


def test_marks_say_what_is_bold_emphasised_code_and_a_link():
    blocks = read('<p>A <strong>b</strong> <em>c</em> <code>d</code> <a href="/e">e</a> <small>f</small></p>')
    assert marked(blocks, 0) == [("b", "b"), ("i", "c"), ("code", "d"), ("a", "e")]


def test_marks_nest():
    assert marked(read("<p><b>one <i>two</i></b></p>"), 0) == [("i", "two"), ("b", "one two")]


def test_a_mark_that_holds_blocks_goes_on_in_each():
    blocks = read("<b>one<div>two</div>three</b> four")
    assert blocks.text == ["one", "two", "three four"]
    assert [marked(blocks, index) for index in range(3)] == [[("b", "one")], [("b", "two")], [("b", "three")]]


def test_link_share_is_the_share_of_characters_in_links():
    blocks = read("<p><a href=/>four</a>four</p><p>none</p><p><a href=/>all</a></p>")
    assert blocks.link_share == [0.5, 0.0, 1.0]
    assert blocks.links == [1, 0, 1]


def test_frames_hold_contiguous_blocks():
    blocks = read("<div><p>a</p><div><p>b</p><p>c</p></div><p>d</p></div><p>e</p>")
    outer, inner = (frame for frame, tag in enumerate(blocks.tag) if tag == "div")
    assert (blocks.first_block[outer], blocks.end_block[outer]) == (0, 4)
    assert (blocks.first_block[inner], blocks.end_block[inner]) == (1, 3)
    assert (blocks.first_block[0], blocks.end_block[0]) == (0, 5)
    assert blocks.parent[inner] == outer
    assert blocks.parent[0] == 0


def test_elements_with_equal_tags_and_attributes_share_a_path():
    blocks = read('<ul><li class="x">a</li><li class="x">b</li><li class="y">c</li></ul>')
    one, two, other = (blocks.path[frame] for frame in blocks.frame)
    assert one == two != other
    assert blocks.path_look[other].words == ("y",)


def test_images_are_kept_by_the_block_after_them():
    blocks = read("<p>a</p><img src=x><p>b</p><img src=y alt='The pier &amp; its crane'><img alt>")
    assert blocks.images == [1, 2, 2]
    assert blocks.alts == ["", "The pier & its crane", ""]


def test_a_caption_inside_a_line_right_under_its_image_is_a_block():
    blocks = read("a<br><br><span><div><img></div><em class=img_desc>The <b>pier</b></em></span><br><br>b")
    assert blocks.text == ["a", "The pier", "b"]
    assert blocks.tag[blocks.frame[1]] == "em"
    assert read("<div><img>the <span class=caption>pier</span></div>").text == ["the pier"]
    assert read("<div><img><span class=image>The</span> pier</div>").text == ["The pier"]
    assert read("<div><img><a class=caption href=/>The</a> pier</div>").text == ["The pier"]


def test_text_nested_too_deep_is_left_out():
    deep = "<div>" * (MAX_DEPTH + 10)
    blocks = read(f"<p>shallow</p>{deep}deep{'</div>' * (MAX_DEPTH + 10)}<p>after</p>")
    assert blocks.text == ["shallow", "after"]
    assert len(blocks.parent) <= MAX_DEPTH + 3


def test_marks_nested_too_deep_are_left_out():
    depth = MAX_MARKS + 5
    blocks = read(f"<p>{'<b>' * depth}deep{'</b>' * depth} <i>on</i></p>")
    assert len(blocks.spans[0]) == MAX_MARKS + 1
    assert marked(blocks, 0)[-1] == ("i", "on")


@pytest.mark.parametrize("piece", ["<p>word</p>", "<p>word", "word<hr>", "<div>word<p>word</p></div>", "\n　word"])
def test_a_page_with_more_blocks_than_are_read_is_cut(piece, monkeypatch):
    monkeypatch.setattr(walk, "MAX_BLOCKS", 50)
    blocks = read("<div></div><header><p></p></header><main>" + piece * 100 + "</main>")
    assert blocks.cut
    assert len(blocks.text) == 50
    assert (blocks.first_block[0], blocks.end_block[0]) == (0, 50)
    holds = {tag: (blocks.first_block[frame], blocks.end_block[frame]) for frame, tag in enumerate(blocks.tag)}
    assert holds["header"] == (0, 0)
    assert holds["main"] == (0, 50)
    assert all(first <= end for first, end in zip(blocks.first_block, blocks.end_block, strict=True))


def test_a_page_at_the_limit_is_whole():
    assert not read("<p>a</p>" * 10).cut
    assert MAX_BLOCKS > 11_000  # the largest page of the development sets


def test_a_long_run_of_text_is_folded_as_a_short_one(monkeypatch):
    html = "<p> one\n two   three \u00a0\u3000 four<br>\n five\tsix\x0c </p>"
    short = read(html).text
    monkeypatch.setattr(columns, "_LONG_CHARS", 3)
    assert read(html).text == short == ["one two three four five six"]


def test_a_page_without_a_body_has_no_blocks():
    assert read("").text == []
    assert read("<frameset><frame src=a></frameset>").text == []


def test_words_for_the_ear_are_not_read():
    page = "<span class=visually-hidden>Article content</span><p>A <a href=/>link<span class='u sr-only'> (new tab)</span></a>.</p>"
    assert read(f"{page}<h2 class=screen-reader-text>Posts</h2><p class='sm:not-sr-only'>Shown.</p>").text == [
        "A link.",
        "Shown.",
    ]


def test_soft_hyphens_say_where_a_word_may_break_and_are_no_part_of_it():
    blocks = read("<p>The val&shy;ley</p><pre>val&shy;ley</pre>")
    assert blocks.text == ["The valley", "val\xadley"]


def test_a_quotation_s_footer_says_whose_words_they_are():
    page = "<blockquote><p>Nothing moved.</p><footer>A. Berg, <cite>diver</cite></footer></blockquote><footer>Imprint</footer>"
    assert read(page).text == ["Nothing moved.", "A. Berg, diver"]
