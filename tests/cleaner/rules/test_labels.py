import pytest

from tests.cleaner.pages import SENTENCES
from tests.cleaner.rules.completed_wholes import completed


def test_a_heading_over_sure_text_is_kept_in_prose():
    html = f"<p>{SENTENCES[0]}</p><h3>The tide</h3><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.95, 0.4, 0.95]) == "111"
    assert completed(html, [0.95, 0.2, 0.95]) == "101"
    assert completed(html, [0.95, 0.4, 0.8]) == "101"
    assert completed(html, [0.4, 0.4, 0.95]) == "001"  # before the text stands what is its headline
    assert completed(html, [0.95, 0.4, 0.95], is_prose=False) == "101"
    assert completed(html.replace("The tide", "<a href=/b>Read more: the tide</a>"), [0.95, 0.4, 0.95]) == "101"


def test_a_bold_line_that_leads_elsewhere_does_not_come_back():
    html = f"<p>{SENTENCES[0]}</p><p><b>{{}}: <a href=/b>The tide</a></b></p><p>{SENTENCES[1]}</p>"
    assert completed(html.format("Read also"), [0.95, 0.4, 0.95]) == "101"
    assert completed(html.format("Te puede interesar"), [0.95, 0.4, 0.95]) == "101"
    assert completed(html.format("The wall and then"), [0.95, 0.4, 0.95]) == "111"


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
