import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.wholes import complete_wholes
from tests.cleaner.pages import SENTENCES


def completed(
    html: str, probability: list[float], *, is_prose: bool = True, is_article: bool = False, threshold: float = 0.5
) -> str:
    """Return a digit for each block: whether it is kept when those above the threshold were."""
    blocks = read_blocks(LexborHTMLParser(html))
    sure = np.array(probability, np.float32)
    assert len(blocks.text) == len(sure)
    keep = complete_wholes(blocks, sure > threshold, sure, is_prose=is_prose, is_article=is_article)
    return "".join(map(str, keep.astype(int)))


@pytest.mark.parametrize("list_", ["ul", "ol"])
def test_a_list_that_is_mostly_kept_is_kept(list_):
    items = "".join(f"<li>Tool {n}</li>" for n in range(4))
    html = f"<p>{SENTENCES[0]}</p><{list_}>{items}</{list_}><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.9, 0.6, 0.4, 0.6, 0.3, 0.9]) == "111111"
    assert completed(html, [0.9, 0.6, 0.4, 0.4, 0.3, 0.9], is_prose=False) == "110001"
    assert completed(html, [0.9, 0.4, 0.4, 0.4, 0.3, 0.9]) == "100001"


def test_in_prose_a_list_without_links_under_kept_text_is_kept_where_a_quarter_of_it_is():
    items = "<li><div>Left turns end.</div></li><li><div>Line 17 goes on.</div></li><li><div>One way.</div></li>"
    html = f"<p>{SENTENCES[0]}</p><ul>{items}</ul><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.9, 0.4, 0.6, 0.3, 0.9]) == "11111"
    assert completed(html, [0.9, 0.4, 0.6, 0.1, 0.9]) == "11101"
    assert completed(html, [0.4, 0.4, 0.6, 0.3, 0.9]) == "00101"
    reviews = f"<p>{SENTENCES[0]}</p><ul>{'<li>It fits.</li>' * 5}</ul>"
    assert completed(reviews, [0.9, 0.4, 0.6, 0.3, 0.3, 0.3]) == "101000"
    assert completed(html.replace("One way.", "<a href=/way>One way.</a>"), [0.9, 0.4, 0.6, 0.3, 0.9]) == "10101"


def test_a_table_gets_its_cells_back_but_for_those_that_are_surely_none():
    html = "<table><tr><td>Lead</td><td>7 kg</td></tr><tr><td>Tin</td><td>Ad</td></tr></table>"
    assert completed(html, [0.7, 0.7, 0.3, 0.1]) == "1110"


def test_a_table_that_lays_the_page_out_is_left_alone():
    html = f"<table><tr><td>{' '.join(SENTENCES * 3)}</td><td>Most read</td></tr></table>"
    assert completed(html, [0.9, 0.3]) == "10"


def test_a_table_of_which_a_cell_holds_sentences_lays_the_page_out():
    story = "<br><br>".join(SENTENCES[:3])
    for html in (f"<table><tr><td>{story}</td><td>Most read</td></tr></table>", f"<td><div>{story}</div><td>Most read"):
        assert completed(f"<table>{html}", [0.9, 0.9, 0.9, 0.3]) == "1110"
    sentences = "".join(f"<tr><td>{text}</td></tr>" for text in SENTENCES[:3])
    assert completed(f"<table>{sentences}<tr><td>Vote</td></tr></table>", [0.9, 0.9, 0.9, 0.3]) == "1111"


def test_a_list_inside_another_is_one_of_its_own():
    html = "<ul><li>One<ul><li>a</li><li>b</li></ul></li><li>Two</li><li>Three</li></ul>"
    assert completed(html, [0.7, 0.3, 0.3, 0.7, 0.3]) == "10011"


def test_half_a_list_of_links_in_prose_stays_half_a_list():
    links = "<ul><li><a href=/a>A story</a></li><li><a href=/b>Another story</a></li></ul>"
    assert completed(links, [0.7, 0.3]) == "10"
    assert completed(links, [0.7, 0.3], is_prose=False) == "11"


@pytest.mark.parametrize("colon", [":", "："])
def test_a_list_that_a_sure_line_announces_is_kept_in_prose(colon):
    html = f"<p>These are needed{colon}</p><ul><li>A boat</li><li>A crew</li></ul>"
    assert completed(html, [0.85, 0.3, 0.25]) == "111"
    assert completed(html, [0.85, 0.3, 0.15]) == "110"
    assert completed(html, [0.7, 0.3, 0.25]) == "100"
    assert completed(html, [0.85, 0.3, 0.25], is_prose=False) == "100"
    assert completed(html.replace(colon, "."), [0.85, 0.3, 0.25]) == "100"


def test_a_heading_over_sure_text_is_kept_in_prose():
    html = f"<p>{SENTENCES[0]}</p><h3>The tide</h3><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.95, 0.4, 0.95]) == "111"
    assert completed(html, [0.95, 0.2, 0.95]) == "101"
    assert completed(html, [0.95, 0.4, 0.8]) == "101"
    assert completed(html, [0.4, 0.4, 0.95]) == "001"  # before the text stands what is its headline
    assert completed(html, [0.95, 0.4, 0.95], is_prose=False) == "101"
    assert completed(html.replace("The tide", "<a href=/b>Read more: the tide</a>"), [0.95, 0.4, 0.95]) == "101"


def test_a_heading_like_others_is_kept_though_a_box_stands_between_it_and_its_text():
    box = "<div><a href=/b>A lighthouse for sale</a></div>"
    html = f"<p>{SENTENCES[0]}</p><h3>The tide</h3><p>{SENTENCES[1]}</p><h3>The wall</h3>{box}<p>{SENTENCES[2]}</p>"
    assert completed(html, [0.95, 0.9, 0.95, 0.4, 0.1, 0.95]) == "111101"
    assert completed(html, [0.95, 0.9, 0.95, 0.2, 0.1, 0.95]) == "111001"
    assert completed(html.replace("The wall", "Get our newsletter"), [0.95, 0.9, 0.95, 0.4, 0.1, 0.95]) == "111001"
    assert (
        completed(html.replace("<h3>The tide</h3>", "<p>The tide</p>"), [0.95, 0.9, 0.95, 0.4, 0.1, 0.95]) == "111001"
    )


def test_the_headings_of_posts_are_kept_as_one_of_them_is_with_a_time_and_a_button_around_them():
    posts = [
        f"<div id=post-{at}a><p>20:{at}</p><h2 class=card-title>{title}</h2><button>Copy link</button><p>{text}</p></div>"
        for at, title, text in zip((50, 32, 15), ("The tide", "The wall", "The pier"), SENTENCES, strict=False)
    ]
    sure, unsure = [0.1, 0.6, 0.1, 0.95], [0.1, 0.4, 0.1, 0.95]
    assert completed("".join(posts), [*sure, *unsure, *unsure]) == "010101010101"
    assert completed("".join(posts), [*unsure, *unsure, *unsure]) == "000100010001"
    assert completed("".join(posts), [*sure, 0.1, 0.2, 0.1, 0.95, *unsure]) == "010100010101"
    assert completed("".join(posts), [*sure, *unsure[:3], 0.8, *unsure]) == "010100010101"
    assert completed("".join(posts).replace("The wall", "Share this"), [*sure, *unsure, *unsure]) == "010100010101"


def test_short_posts_of_an_article_have_their_headings_though_they_are_no_prose():
    posts = "".join(f"<div><h3>Gate {n}</h3><p>20:1{n}</p><p>{SENTENCES[n]}</p></div>" for n in range(2))
    sure = [0.9, 0.1, 0.95, 0.4, 0.1, 0.95]
    assert completed(posts, sure, is_prose=False, is_article=True) == "101101"
    assert completed(posts, sure, is_prose=False) == "101001"


def test_a_heading_of_a_post_may_stand_in_another_element_than_its_text():
    head = "<header>20:1{0}<h3>Gate {0}</h3><address>Ada Berg</address><button>Copy</button></header>"
    posts = "".join(f"<article>{head}<div><p>{{1}}</p></div></article>".format(n, SENTENCES[n]) for n in range(2))
    sure = [0.1, 0.9, 0.1, 0.1, 0.95, 0.1, 0.4, 0.1, 0.1, 0.95]
    assert completed(posts, sure) == "0100101001"
    assert completed(posts.replace("Gate 0", "Gate"), sure) == "0100101001"


@pytest.mark.parametrize(
    "foot", ["<p>3 days ago</p>", "<p>By Tom Hale</p>", "<span>Culture</span>", "<button>Read</button>", "<p>20:15</p>"]
)
def test_the_heading_of_a_box_over_the_next_paragraph_is_not_kept(foot):
    html = f"<p>{SENTENCES[0]}</p><h3>The tide</h3><p>{SENTENCES[1]}</p>"
    box = f"<div><h3>Otters return to the old canal</h3>{foot}</div>"
    after = f"<p>{SENTENCES[2]}</p>"
    assert completed(html + box + after, [0.95, 0.9, 0.95, 0.4, 0.1, 0.95]) == "111001"
    flat = box.removeprefix("<div>").removesuffix("</div>")
    is_post = foot in ("<button>Read</button>", "<p>20:15</p>")
    sure = [0.95, 0.9, 0.95, 0.4, 0.1, 0.95]
    kept = completed(f"<div>{html}</div><div>{flat}{after}</div>", sure, is_prose=False, is_article=True)
    assert kept == ("111101" if is_post else "111001")


def test_a_list_of_posts_comes_back_without_the_buttons_and_times_that_most_lack():
    post = "<li><p>20:15</p><h3>Gate</h3><p>It is shut.</p><button>Copy</button></li>"
    sure = [0.6, 0.9, 0.9, 0.3]
    unsure = [0.4, 0.9, 0.9, 0.3]
    assert completed(f"<ul>{post * 3}</ul>", [*sure, *unsure, *unsure], is_article=True) == "111001100110"
    assert completed(f"<ul>{post * 3}</ul>", [*sure, *sure, *unsure], is_article=True) == "111011101110"
    questions = "".join(f"<li><button>Gate {n}?</button><p>It is shut.</p></li>" for n in range(2))
    assert completed(f"<ul>{questions}</ul>", [0.9, 0.9, 0.4, 0.9], is_article=True) == "1111"


def test_a_bold_line_is_a_heading_where_it_is_bold_as_a_whole():
    html = f"<div>{SENTENCES[0]}</div><div><strong>The tide</strong></div><div>{SENTENCES[1]}</div>"
    assert completed(html, [0.95, 0.4, 0.95]) == "111"
    assert completed(html.replace("</strong>", "</strong> now"), [0.95, 0.4, 0.95]) == "101"
    assert completed(html.replace("The tide", f"The tide {SENTENCES[2]}"), [0.95, 0.4, 0.95]) == "101"


def test_a_label_made_as_kept_ones_are_is_kept():
    turns = "".join(
        f"<div>{who}<p>{text}</p></div>" for who, text in zip(("Ada", "Grace", "Ada"), SENTENCES, strict=False)
    )
    assert completed(turns, [0.6, 0.9, 0.6, 0.9, 0.4, 0.9]) == "111111"
    assert completed(turns, [0.6, 0.9, 0.6, 0.9, 0.2, 0.9]) == "111101"
    assert completed(turns, [0.6, 0.9, 0.4, 0.9, 0.4, 0.9]) == "110101"  # one alone tells nothing
    assert completed(turns, [0.6, 0.9, 0.6, 0.9, 0.4, 0.4]) == "111100"
    assert completed(turns, [0.6, 0.9, 0.6, 0.9, 0.4, 0.9], is_prose=False) == "111101"
    for other in ("<a href=/ada>Ada</a>", "Read also", "Sign up for our newsletter"):
        html = turns[: turns.rindex("Ada")] + other + turns[turns.rindex("Ada") + 3 :]
        assert completed(html, [0.6, 0.9, 0.6, 0.9, 0.4, 0.9]) == "111101"


def test_a_line_that_classes_set_in_bold_between_sure_texts_is_a_heading():
    def around(line: str) -> str:
        return f"<div><p>{SENTENCES[0]}</p></div><div>{line}</div><div><p>{SENTENCES[1]}</p></div>"

    set_bold = '<div class="mb-3 mt-10 text-2xl font-bold">Over the sign</div>'
    assert completed(around(set_bold), [0.95, 0.15, 0.95]) == "111"
    assert completed(around(set_bold), [0.95, 0.05, 0.95]) == "101"
    assert completed(around(set_bold), [0.95, 0.15, 0.8]) == "101"
    assert completed(around(set_bold), [0.95, 0.15, 0.95], is_prose=False) == "101"
    for other in ("Related stories", "<a href=/sign>Over the sign</a>", SENTENCES[2]):
        assert completed(around(set_bold.replace("Over the sign", other)), [0.95, 0.15, 0.95]) == "101"
    assert completed(around("<div class=text-2xl>Over the sign</div>"), [0.95, 0.15, 0.95]) == "101"


def test_a_paragraph_among_paragraphs_is_no_label():
    html = "".join(f"<p>{text}</p>" for text in SENTENCES[:5])
    assert completed(html, [0.9, 0.9, 0.4, 0.9, 0.9]) == "11011"


@pytest.mark.parametrize(
    "name",
    [
        "<footer>A. Berg, fisher</footer>",
        "<cite>A. Berg</cite>",
        "<footer><cite>A. Berg</cite></footer>",
        "<footer><p>A. Berg</p></footer>",
    ],
)
def test_whose_words_a_kept_quotation_is_stays_with_it(name):
    html = f"<p>{SENTENCES[0]}</p><blockquote><p>Nothing moved.</p>{name}</blockquote><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.9, 0.8, 0.1, 0.9]) == "1111"
    assert completed(html, [0.9, 0.3, 0.1, 0.9]) == "1001"
    assert completed(html, [0.9, 0.8, 0.1, 0.9], is_prose=False) == "1101"


def test_whose_words_a_quotation_is_goes_where_those_are_left_out():
    html = (
        f"<p>{SENTENCES[0]}</p><blockquote><p>Nothing moved.</p><cite>A. Berg</cite></blockquote><p>{SENTENCES[1]}</p>"
    )
    assert completed(html, [0.9, 0.3, 0.6, 0.9]) == "1001"
    assert completed(html.replace("cite>", "p>"), [0.9, 0.3, 0.6, 0.9]) == "1011"
    two = html.replace("<cite>", "<p>Not a soul.</p><cite>")
    assert completed(two, [0.9, 0.8, 0.3, 0.6, 0.9]) == "11011"


@pytest.mark.parametrize(
    "under", ["<p>Tweet this</p>", "<footer><a href=/berg>A. Berg</a></footer>", f"<footer>{SENTENCES[2] * 2}</footer>"]
)
def test_what_else_stands_under_a_quotation_does_not(under):
    html = f"<p>{SENTENCES[0]}</p><blockquote><p>Nothing moved.</p>{under}</blockquote><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.9, 0.8, 0.1, 0.9]) == "1101"


def test_nothing_is_kept_where_nothing_was():
    assert completed("<ul><li>a</li></ul><h2>b</h2><p>c</p>", [0.4, 0.4, 0.4]) == "000"
