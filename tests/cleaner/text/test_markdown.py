import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.text.markdown import escape_text, render_markdown

BASE = "https://news.example/2026/story"
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
PIECES = (
    "<p>",
    "</p>",
    "<ul><li>",
    "<ol><li>",
    "<li>",
    "</ol>",
    "<b>",
    "<i>",
    "</i>",
    "</b>",
    "<code>",
    "</code>",
    "<a href='/x'>",
    "</a>",
    "<br>",
    "a*b",
    "_c_",
    "1. ",
    "# ",
    "`",
    "![",
    "](x)",
    "<table><tr><td>",
    "<td>",
    "|",
    "<pre>",
    "</pre>",
    "<h2>",
    "text ",
)


def markdown(html: str, base_url: str | None = BASE) -> str:
    # The walk reads nodes of the tree while the markdown is made.
    tree = LexborHTMLParser(html)
    blocks = read_blocks(tree)
    return render_markdown(blocks, range(len(blocks.text)), base_url)


def shown(text: str) -> str:
    """The text that a reader of markdown sees, without white space."""
    return re.sub(r"\s", "", LexborHTMLParser(f"<body>{READER.render(text)}").body.text())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>Head</h2><p>Text</p>", "## Head\n\nText"),
        ("<h1>Two<br>lines</h1><p>x</p>", "# Two   lines\n\nx"),
        ("<ul><li>a</li><li>b</li></ul><p>c</p>", "- a\n- b\n\nc"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>", "1. a\n  1. b\n  2. c\n2. d"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"),
        ("<blockquote><p>a</p><blockquote>b</blockquote></blockquote>", "> a\n\n> > b"),
        ("<pre>if a:\n    b *= c</pre>", "```\nif a:\n    b *= c\n```"),
        ("<pre>```\n````</pre>", "`````\n```\n````\n`````"),
        ("<p>one<br>two</p>", "one  \ntwo"),
        ("<p><b>bold </b>text <i>and</i> <code>co*de</code></p>", "**bold** text *and* `co*de`"),
        ("<p><code>a`b</code></p>", "`` a`b ``"),
        ("<p><code>a``&lt;b&gt;``</code></p>", "``` a``<b>`` ```"),  # else it ends there, and the tag is one
        ("<p><code>x <b>y</b></code> <b><code>z</code></b></p>", "`x y` **`z`**"),
        ("<p><code><a href='/d'>call</a></code></p>", "[`call`](https://news.example/d)"),
        ("<p><b> </b>x<i></i></p>", "x"),
    ],
)
def test_structure_becomes_markdown(html, expected):
    assert re.sub(" +", " ", markdown(html)).replace(" \n", "  \n") == re.sub(" +", " ", expected).replace(
        " \n", "  \n"
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><b>Note:</b>the tide</p>", "**Note**:the tide"),
        ("<p><b>Note:</b> the tide</p>", "**Note:** the tide"),
        ("<p>See<b>(here)</b>now</p>", "See(**here**)now"),
        ("<p>He<b>llo</b> you</p>", "He**llo** you"),
        ("<p><b>a</b><b>bout</b></p>", "**about**"),
        ("<p><b>one</b> <b>two</b></p>", "**one two**"),
        ("<p>a word<b>.</b> Next</p>", "a word. Next"),
        ("<p><i>The Earth</i>, <i>“x”</i>y</p>", "*The Earth*, *“x*”y"),
        ("<p>港口<b>“开放”</b>了</p>", "港口“**开放**”了"),
        ("<p>他说：<b>港口开放。</b>船来了</p>", "他说：**港口开放**。船来了"),
        ("<p><b>see <a href='/x'>this</a>now</b></p>", "**see** [**this**](https://news.example/x)**now**"),
        ("<p><a href='/x'> spaced <b>out</b> </a>text</p>", "[spaced **out**](https://news.example/x) text"),
        ("<p><b>bold<br></b>text</p>", "**bold**  \ntext"),
        ("<p><b>a <i>b</i></b><i>c</i></p>", "**a *b***c"),
        ("<p><i>a</i><b>b</b></p>", "*a*b"),
        ("<p>a<b><code>x</code></b>b</p>", "a`x`b"),
        ("<p><b>(<code>x</code>)</b></p>", "**(`x`)**"),
        ("<p>x<b>:<i> a</i>y</b></p>", "x: **ay**"),
        ("<p><b>The <i>Times</i>, 2020</b></p>", "**The *Times*, 2020**"),
        ("<p>x <b><i>a </i>:</b>y</p>", "x ***a*** :y"),
    ],
)
def test_marks_begin_and_end_where_they_are_read_as_such(html, expected):
    result = markdown(html)
    assert result == expected
    assert shown(result) == re.sub(r"\s", "", LexborHTMLParser(html).body.text())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("b", "i", "em", "a href=/x", "code", "span")),
            st.text("ab .:“”*-é港。 \n\u3000", max_size=4),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 5),
)
@settings(deadline=None, max_examples=300)
def test_whatever_is_marked_is_read_back_as_its_text(marked, depth):
    opened = "".join(f"<{tag}>" for tag, _ in marked[:depth])
    html = f"<p>x{opened}" + "".join(f"<{tag}>{text}</{tag.split()[0]}>" for tag, text in marked) + "y</p>"
    blocks = read_blocks(LexborHTMLParser(html))
    assert shown(markdown(html)) == re.sub(r"\s", "", "".join(blocks.text))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n   - b\n2. c"),
        ("<ol><li>a</li></ol><p>b</p><ol start=2><li>c</li><li>d</li></ol>", "1. a\n\nb\n\n2. c\n3. d"),
        ("<ol start=9><li>a<p>b</p></li><li>c<p>d</p></li></ol>", "9. a\n\n   b\n10. c\n\n    d"),
        *((f"<ol start='{start}'><li>a</li></ol>", "1. a") for start in ("", "x", "-3", "0", "9999999999", "٣", "1.5")),
        ("<ul><li>a<p>more</p></li><li>b</li></ul>", "- a\n\n  more\n- b"),
        ("<ul><li>a<pre>x\ny</pre></li></ul>", "- a\n\n  ```\n  x\n  y\n  ```"),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc"),
        ("<ul><li>a</li></ul><h2>b</h2><ul><li>c</li></ul>", "- a\n\n## b\n\n- c"),
        ("<p>1.</p><p>-</p><p>#</p>", "1\\.\n\n\\-\n\n\\#"),
        ("<h3>C #</h3><p>x</p>", "### C \\#\n\nx"),
    ],
)
def test_lists_quotes_and_marks_at_line_starts(html, expected):
    assert markdown(html) == expected


def test_an_item_is_indented_only_under_what_is_written():
    tree = LexborHTMLParser("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>")
    blocks = read_blocks(tree)
    assert render_markdown(blocks, [2], None) == "- c"
    assert render_markdown(blocks, [0, 2], None) == "- a\n  - c"


def test_a_numbered_list_under_an_item_begins_where_it_is_kept():
    tree = LexborHTMLParser("<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>")
    assert render_markdown(read_blocks(tree), [0, 2], None) == "- a\n\n  2. c"


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "23) no list",
        "- no list",
        "+ no list",
        "---",
        "===",
        "* star",
        "a * b * c",
        "_under_ scores_",
        "__init__",
        "snake_case_name",
        "`tick`",
        "[x](y)",
        "<b>tag</b>",
        "&lt; &amp; &#65;",
        "~~gone~~",
        "back\\slash",
        "a | b",
        "![x](y)",
        "> quote",
        "2026. A year",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "<p>{}</p>",
        "<ul><li>{}</li></ul>",
        "<p>line<br>{}</p>",
        "<h2>{}</h2>",
        "<table><tr><td>{}</td><td>x</td></tr></table>",
    ],
)
def test_text_is_shown_as_it_is(text, frame):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    around = re.sub("<[^>]*>|{}", "", frame)
    result = shown(markdown(frame.format(escaped)))
    assert sorted(result) == sorted(re.sub(r"\s", "", text + around))


@given(st.text(alphabet="a1_*`~[]<>&|\\#!.-+ ;", max_size=25))
def test_escaped_text_is_shown_as_it_is(text):
    assert shown("x" + escape_text(text) + "x") == re.sub(r"\s", "", f"x{text}x")


def test_a_line_after_a_break_begins_nothing():
    assert markdown("<p>Q<br>- Yes.<br>1. No.<br># x</p>") == "Q  \n\\- Yes.  \n1\\. No.  \n\\# x"


def test_links_are_absolute():
    assert markdown("<p><a href='../x?a=1&amp;b=2#c'>l</a></p>") == "[l](https://news.example/x?a=1&b=2#c)"
    assert markdown("<p><a href='//cdn.example/x'>l</a></p>") == "[l](https://cdn.example/x)"
    assert markdown("<p><a href='/x'>l</a></p>", None) == "[l](/x)"


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#top",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "mailto:a@b.example",
        "tel:+49",
        "file:///etc/passwd",
        "http://[bad/x",
        "blob:https://a.example/x",
    ],
)
def test_links_that_lead_to_no_page_are_text(href):
    result = markdown(f'<p>a <a href="{href}">link</a></p>')
    assert result == "a link" or "](http://[bad" in result
    assert "script:" not in result


@pytest.mark.parametrize(
    "href",
    [
        "/a b",
        "/a(b)",
        "/a)b(",
        "/a>b",
        "/a<b",
        "/a&quot;b",
        "/a'b",
        "/a\\b",
        "/a`b",
        "/a]b",
        "/a*b_c",
        "https://x.example/a\nb",
        "/a\u3000b",
        "/é",
        "/a|b",
    ],
)
def test_hostile_addresses_do_not_end_the_link(href):
    result = markdown(f'<p>before <a href="{href}">one</a> <a href="/two`">two</a> after</p>')
    page = LexborHTMLParser(READER.render(result))
    targets = [link.attributes["href"] for link in page.css("a")]
    assert len(targets) == 2, result
    assert all((target or "").startswith(("https://news.example/", "https://x.example/")) for target in targets)
    assert shown(result) == "beforeonetwoafter"


def test_an_exclamation_before_a_link_makes_no_image():
    assert markdown("<p>Look!<a href='/x'>there</a></p>") == "Look\\![there](https://news.example/x)"


def test_tables_have_a_head_and_one_line_a_row():
    html = "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td><code>x|y</code></td></tr></table>"
    assert markdown(html) == "| a | b\\|c |\n| --- | --- |\n| 1 | `x\\|y` |"


def test_the_first_row_is_as_wide_as_the_table():
    assert (
        markdown("<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>")
        == "| a |  |\n| --- | --- |\n| b | c |"
    )


@pytest.mark.parametrize("span", ["9000000000000000", "9e15", "-1", "0", "x"])
def test_spans_of_cells_are_not_believed(span):
    html = f"<table><tr><td colspan={span} rowspan={span}>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert markdown(html) == "| a | b |\n| --- | --- |\n| c | d |"


@pytest.mark.parametrize("empty", ["<td></td>", "<td>&nbsp;</td>", "<th><img src=x.png></th>", "<td><div></div></td>"])
def test_an_empty_cell_has_its_column(empty):
    html = f"<table><tr>{empty}<th>Home</th><th>Away</th></tr><tr><td>Shots</td>{empty}<td>17</td></tr></table>"
    assert markdown(html) == "|  | Home | Away |\n| --- | --- | --- |\n| Shots |  | 17 |"


def test_a_column_that_only_keeps_others_apart_is_none():
    rows = "".join(f"<tr><td>{n}</td><td>&nbsp;</td><td>x</td><td></td></tr>" for n in (1, 2))
    assert markdown(f"<table>{rows}</table>") == "| 1 | x |\n| --- | --- |\n| 2 | x |"


def test_a_wide_row_in_a_long_table_stays_small():
    html = "<table><tr>" + "<td>x</td>" * 3000 + "</tr>" + "<tr><td>y</td></tr>" * 3000 + "</table>"
    assert len(markdown(html)) < 100_000


def test_a_table_that_lays_out_is_none():
    assert markdown("<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>") == "a\n\nb\n\nc"
    assert markdown("<table><tr><td>a<hr>b</td><td>c</td></tr></table>") == "a\n\nb\n\nc"
    rows = "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4<hr>5</td></tr>"
    assert markdown(f"<table>{rows}</table>") == "| 1 | 2 |\n| --- | --- |\n| 3 | 4 5 |"
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    assert markdown(f"<table><tr><td>a<hr>b{inner}</td></tr></table>") == "a\n\nb\n\n| 1 | 2 |\n| --- | --- |"


def test_only_kept_blocks_are_rendered():
    tree = LexborHTMLParser("<p>a</p><ol><li>b</li><li>c</li></ol><p>d</p>")
    assert render_markdown(read_blocks(tree), [0, 2], None) == "a\n\n2. c"


@given(st.lists(st.sampled_from(PIECES), max_size=20))
@settings(max_examples=150, deadline=None)
def test_any_markup_renders(pieces):
    html = "x" + "".join(pieces)
    assert markdown(html).strip()
    assert markdown(html) == markdown(html)
