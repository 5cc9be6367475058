import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.phrases.lines import LineKind
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.inserts import (
    MAX_LINKS,
    drop_biographies,
    drop_boxes,
    drop_named_boxes,
    drop_other_stories,
    settle_embedded,
)
from scraper.cleaner.rules.lines import find_lines
from tests.cleaner.pages import SENTENCES, paragraphs

PLEA = "Get the stories that matter in your inbox every weekday at seven."


def boxes_left(html: str) -> list[str]:
    """Return the texts that stay when all are kept."""
    blocks = read_blocks(LexborHTMLParser(html))
    columns = read_columns(blocks)
    every = np.ones(len(blocks.text), np.bool_)
    terms = find_lines(blocks, columns, every).get(LineKind.TERMS, ())
    keep = drop_boxes(blocks, columns, every, terms)
    return [blocks.text[index] for index in np.flatnonzero(keep)]


@pytest.mark.parametrize(
    ("heading", "plea", "control"),
    [
        ("Our morning letter", PLEA, "<button>Subscribe</button>"),
        ("Der Morgen", "Die wichtigsten Nachrichten jeden Tag in Ihrem Postfach.", "<button>Jetzt anmelden</button>"),
        ("Newsletter El repaso", "Las noticias del día, contadas por la redacción.", "<button>Apúntate</button>"),
        ("朝のメール", "毎朝7時に大切なニュースをお届けします。", "<div><a href=/join>会員登録</a></div>"),
    ],
)
def test_a_box_with_a_button_that_asks_for_a_subscription_goes_whole(heading, plea, control):
    body = paragraphs(SENTENCES)
    box = f"<div><h3>{heading}</h3><p>{plea}</p><form>{control}</form></div>"
    assert boxes_left(f"<article>{body}{box}{body}</article>") == [*SENTENCES, *SENTENCES]


@pytest.mark.parametrize(
    "note",
    [
        "Privacy Notice: Newsletters may contain information about charities and online ads.",
        "By signing up you agree to our terms of service and our privacy policy.",
        "Mit der Anmeldung stimmen Sie unseren Nutzungsbedingungen zu.",
    ],
)
def test_a_box_with_the_terms_of_a_subscription_goes_whole(note):
    body = paragraphs(SENTENCES)
    box = f"<div><p>Down to the Quay</p><p>{PLEA}</p><p>{note}</p></div>"
    assert boxes_left(f"<article>{body}{box}{body}</article>") == [*SENTENCES, *SENTENCES]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><p>{PLEA}</p><button>Share</button></div>",  # under an entry of a live blog
        f"<div><p>{PLEA}</p><p>Subscribe</p></div>",  # nothing to press
        "<div><p>Curso de natación, los martes a las seis.</p><button>Apúntate</button></div>",
        f"<div>{paragraphs(SENTENCES)}<button>Subscribe</button></div>",  # no box
    ],
)
def test_what_is_no_such_box_stays(box):
    html = f"<article>{paragraphs(SENTENCES)}{box}</article>"
    kept = [text for text in read_blocks(LexborHTMLParser(html)).text if text != "Subscribe" or "<p>Sub" in box]
    assert boxes_left(html) == kept


def test_a_page_that_is_mostly_such_a_box_and_one_without_prose_stay():
    for html in (
        f"<div><p>{PLEA}</p><button>Subscribe</button></div>",
        "<ul><li>a<li>b</ul><button>Subscribe</button>",
    ):
        assert boxes_left(html) == list(read_blocks(LexborHTMLParser(html)).text)


def teaser(href: str, title: str = "The ferry closes after ninety years") -> str:
    return (
        f"<div class=embed><a href={href}><h4>{title}</h4></a><p>Islanders say that nothing can replace it.</p></div>"
    )


@pytest.mark.parametrize(
    ("boxes", "is_kept"),
    [
        ([teaser("/ferry")], False),
        ([teaser("https://news.example/ferry")], False),
        ([teaser("https://elsewhere.example/ferry")], True),
        ([teaser("#ferry")], True),
        ([teaser("/ferry", "A report")], True),
        ([teaser(f"/product-{n}") for n in range(3)], True),  # what the article is about
    ],
)
def test_the_sentence_under_the_title_of_another_story_goes_with_it(boxes, is_kept):
    blocks = read_blocks(LexborHTMLParser(paragraphs(SENTENCES[:3]) + "".join(boxes) + paragraphs(SENTENCES[3:])))
    columns = read_columns(blocks)
    keep = np.array([tag != "h4" for tag in (blocks.tag[frame] for frame in blocks.frame)])
    left = drop_other_stories(blocks, columns, keep, "news.example")
    assert [blocks.text[index] for index in np.flatnonzero(keep & ~left)] == (
        [] if is_kept else ["Islanders say that nothing can replace it."]
    )


@pytest.mark.parametrize(
    ("under", "is_kept"),
    [
        ("<div class=card><p>Ada Lovelace writes about harbours and lives by the sea.</p></div>", False),
        ("<div class=card><p>Ada Lovelace: I never wanted to be the last of anything.</p></div>", True),  # who speaks
        ("<div class=card><p>Grace Hopper writes about harbours and lives by the sea.</p></div>", True),
        ("<div class=card><p>Ada Lovelace</p></div>", True),
    ],
)
def test_a_biography_under_the_text_goes(under, is_kept):
    blocks = read_blocks(LexborHTMLParser(f"<article>{paragraphs(SENTENCES)}</article>{under}"))
    keep = drop_biographies(blocks, np.ones(7, np.bool_), read_columns(blocks).prose, ["Ada Lovelace"])
    assert keep.tolist() == [True] * 6 + [is_kept]


def test_a_paragraph_of_the_text_that_names_the_author_stays():
    texts = [*SENTENCES, "Ada Lovelace, who wrote this, was there."]
    body = read_blocks(LexborHTMLParser(f"<article>{paragraphs(texts)}</article>"))
    apart = read_blocks(LexborHTMLParser("".join(f"<div><p>{text}</p></div>" for text in texts)))
    for blocks in (body, apart):
        every = np.ones(7, np.bool_)
        assert drop_biographies(blocks, every, read_columns(blocks).prose, ["Ada Lovelace"]).all()
        assert drop_biographies(blocks, every, read_columns(blocks).prose, []).all()


def test_a_biography_whose_own_element_is_called_so_goes_from_among_the_paragraphs():
    note = "<strong>Ada Lovelace</strong> est mathématicienne et autrice de « La Machine » (Presses du Val, 1843)."
    for name, is_kept in (("article__paragraph--signature", False), ("article__paragraph--last", True)):
        blocks = read_blocks(
            LexborHTMLParser(f'<article>{paragraphs(SENTENCES)}<p class="{name}">{note}</p></article>')
        )
        keep = drop_biographies(blocks, np.ones(7, np.bool_), read_columns(blocks).prose, ["Ada Lovelace"])
        assert keep.tolist() == [True] * 6 + [is_kept]


@pytest.mark.parametrize(
    ("note", "is_kept"),
    [
        ("Ms Lovelace is the managing director of Hull Engines. ada@engines.example", False),
        ("The writer is the managing director of Hull Engines. ada@engines.example", False),
        ("* Mary Somerville is a retired teacher and lives at Hull. The views expressed here are her own.", False),
        ("The North Pier is open from nine to five on weekdays. Tickets can be booked at tickets@pier.example", True),
        ("Hull City Council is asking witnesses to come forward. Contact: council@hull.example", True),
        ("The Red Cross is collecting blankets for the families. Offers of help go to help@redcross.example.", True),
        ("Free School Meals is a scheme for all. Questions go to meals@hull.example", True),
        ("Karl Berg is director of the museum, and he can be reached at berg@museum.example.", True),
        ("Ada Lovelace is the managing director of Hull Engines, and can be reached at ada@engines.example.", False),
        ("Ada Lovelace is a columnist. She can be reached at ada@engines.example", False),
        ("The author is reading at the library on Friday. Tickets can be booked at tickets@library.example", True),
        ("Ms Byron is the managing director of Hull Engines. anna@engines.example", True),
        ("Ms Lovelace is the managing director of Hull Engines.", True),
        ("The writer said that the views expressed here are her own.", True),
        ("Mary Somerville is a teacher, and said the views expressed here are her own.", True),
        ("To see the engine write to ada@engines.example", True),
    ],
)
def test_a_last_line_on_the_author_goes(note, is_kept):
    for at_end in (True, False):
        texts = [*SENTENCES, note] if at_end else [note, *SENTENCES]
        blocks = read_blocks(LexborHTMLParser(f"<article>{paragraphs(texts)}</article>"))
        keep = drop_biographies(blocks, np.ones(7, np.bool_), read_columns(blocks).prose, ["Ada Lovelace"])
        assert keep.all() == (is_kept or not at_end)


@pytest.mark.parametrize(
    ("note", "is_kept"),
    [
        ("<em>Ada Lovelace is the paper's engines editor.</em>", False),
        ("<b>Ada Lovelace is the paper's engines editor.</b>", False),
        ("<em>Ada Lovelace’s new book, <b>The Engine</b>, is out with Harbour Press</em>.", False),
        ("<i>Write to our reporter Ada Lovelace at <a href='mailto:ada@hull.example'>ada@hull.example</a>.</i>", False),
        ("<em>Ada Lovelace ist Redakteurin dieser Zeitung und lebt in Hull.</em>", False),
        ("<strong>Ада Лавлейс</strong> <em>пишет о машинах с 1843 года.</em>", False),
        ("Ada Lovelace is the paper's engines editor.", True),
        ("<b>Ada Lovelace</b> is the paper's engines editor.", True),
        ("<em>Grace Hopper is the paper's engines editor.</em>", True),
        ("<b>Ada Lovelace, were you ever afraid of the engine?</b>", True),
        ("<b>Ada Lovelace: I never wanted to be the last of anything.</b>", True),
        ("<em>“Ada Lovelace was here,” the mayor wrote into the book.</em>", True),
        (
            "<em>Nobody had asked, and nobody would for years, what the engine that Ada Lovelace wrote for could do.</em>",
            True,
        ),
        ("<em>Ada Lovelace</em>", True),
        ("<em>Ada Lovelace je novinarka in živi v Ljubljani že dolgo.</em>", False),
        ("<em>Ada Lovelace lives in Hull with her dog and covers the EU.</em>", False),
        ("<em>Ada Lovelace is adjunct faculty at Emory University.</em>", False),
        ("<em>Ada Lovelace, «The Harbour Notes of Hull»</em>", False),
        (
            "<em>If you liked this, support Ada Lovelace in this: please consider subscribing to the newsletter.</em>",
            False,
        ),
        ("<em>Ada Lovelace was my mother’s name, too, and I have carried it through this town.</em>", True),
        ("<em>My book “Ada Lovelace and the Sea” is out this week.</em>", True),
        ("<em>I, Ada Lovelace, was born in the house that they will tear down in March.</em>", True),
        ("<b>Ada Lovelace died on Sunday in Hull. She was 91 and the paper's engines editor.</b>", True),
        ("<b>Ada Lovelace was the one who asked me that first, and I told her the same.</b>", True),
        ("<b>No, Ada Lovelace, nobody will ever leave the harbour, and you may print that.</b>", True),
        ("<b>Then Ada Lovelace asked the editor what nobody in the hall had dared to.</b>", True),
        ("<b>Ada Lovelace met the director of the port at the gate.</b>", True),
        ("<i>And Ada Lovelace went down to the sea, and it had nothing for her but salt.</i>", True),
        (f"<em>Ada Lovelace remembers. {' '.join(SENTENCES[:4])}</em>", True),
    ],
)
def test_a_last_line_in_italics_or_bold_that_names_the_author_goes(note, is_kept):
    for before, after in ((paragraphs(), ""), ("", paragraphs())):
        blocks = read_blocks(LexborHTMLParser(f"<article>{before}<p>{note}</p>{after}</article>"))
        keep = drop_biographies(
            blocks, np.ones(7, np.bool_), read_columns(blocks).prose, ["Ada Lovelace", "Ада Лавлейс"]
        )
        assert keep.all() == (is_kept or bool(after))


def test_notes_on_two_authors_go_and_a_text_in_italics_stays():
    notes = "<p><em>Ada Lovelace writes about engines.</em></p><p><em>Mary Somerville writes about the sea.</em></p>"
    speech = "<p><em>Ada Lovelace was the first of us who saw what an engine could do when it is told how.</em></p>"
    for html, kept in ((paragraphs() + notes, 6), (f"<p><em>{SENTENCES[0]}</em></p>{speech}", 2)):
        blocks = read_blocks(LexborHTMLParser(html))
        every = np.ones(len(blocks.text), np.bool_)
        left = drop_biographies(blocks, every, read_columns(blocks).prose, ["Ada Lovelace", "Mary Somerville"])
        assert left.sum() == kept


@pytest.mark.parametrize(
    "name", ["FactBox__root", "mol-factbox", "faktaboks", "wp-polls poll", "alice-disclaimer", "newsletter-promo"]
)
def test_a_box_that_is_named_for_what_stands_beside_the_story_goes(name):
    lines = (
        "<h3>Reindeer in the district</h3><ul><li>The district has some 4,500 animals.<li>They graze in winter.</ul>"
    )
    box = f'<div class="{name}">{lines}</div>'
    assert _left_of_named(box) == list(SENTENCES)


@pytest.mark.parametrize("name", ["box", "article-summary", "fact-check", "aside"])
def test_a_box_of_another_name_stays(name):
    box = f'<div class="{name}"><p>The district has some 4,500 animals.</p></div>'
    assert len(_left_of_named(box)) == len(SENTENCES) + 1


def test_a_page_in_a_box_of_such_a_name_stays():
    box = f'<div class="newsletter">{paragraphs(SENTENCES[1:])}</div>'
    assert _left_of_named(box, paragraphs(SENTENCES[:1])) == list(SENTENCES)


def _left_of_named(box: str, before: str = paragraphs()) -> list[str]:
    blocks = read_blocks(LexborHTMLParser(f"<article>{before}{box}</article>"))
    columns = read_columns(blocks)
    keep = drop_named_boxes(blocks, columns, np.ones(len(blocks.text), np.bool_))
    return [blocks.text[index] for index in np.flatnonzero(keep)]


ITEM = '<li><article><span>list 1 of 2</span><h3><a href="/b{n}">Olive oil from Tunis fills the shops {n}</a></h3></article></li>'


def links_left(box: str) -> bool:
    """Whether texts of a box inside an article stay when all are kept."""
    blocks = read_blocks(LexborHTMLParser(f"<article>{paragraphs(SENTENCES)}{box}{paragraphs(SENTENCES)}</article>"))
    columns = read_columns(blocks)
    all_kept = np.ones(len(blocks.text), np.bool_)
    keep = drop_other_stories(blocks, columns, all_kept, "news.example")
    return bool(keep[len(SENTENCES) : -len(SENTENCES)].any())


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        (f"<div><p>اقرأ أيضا</p><ul>{ITEM.format(n=1)}{ITEM.format(n=2)}</ul></div>", False),
        ("<ul><li><a href=/x1>Tàu hàng mắc cạn, 19 thủy thủ kêu cứu</a></li></ul>", False),
        (
            "<div><a href=/a><p>The price of oil rises again</p></a><a href=/b><p>Harvest begins in the north</p></a></div>",
            False,
        ),
        ("<p><a href=/x1>The whole report of the council is here</a></p>", True),  # a paragraph of the text
        ("<ul><li><a href=https://law.example/act>The act on ports and harbours of 1998</a></li></ul>", True),
        ("<ul><li><a href=/x1>The act on ports and harbours</a></li><li>" + SENTENCES[0] + "</li></ul>", True),
        ("<ul>" + "".join(ITEM.format(n=n) for n in range(MAX_LINKS + 1)) + "</ul>", True),
    ],
)
def test_a_box_of_titles_of_other_stories_inside_the_text_goes(box, stays):
    assert links_left(box) is stays


@pytest.mark.parametrize(
    ("said", "signed", "kept"),
    [
        (0.6, 0.2, "10011"),  # neither
        (0.9, 0.2, "11111"),  # both
        (0.6, 0.6, "11111"),  # as the model has them
        (0.3, 0.2, "10011"),
    ],
)
def test_an_embedded_post_is_kept_with_whose_it_is_or_not_at_all(said, signed, kept):
    post = f"<blockquote><p>{SENTENCES[1]}</p>\u2014 Ada Berg (@adaberg) <a href=/1>May 2, 2026</a></blockquote>"

    def settled(html: str) -> str:
        blocks = read_blocks(LexborHTMLParser(html))
        sure = np.array([0.9, said, signed, 0.9, 0.9], np.float32)
        keep = settle_embedded(blocks, read_columns(blocks), sure > 0.5, sure)
        return "".join(map(str, keep.astype(int)))

    rest = paragraphs(SENTENCES[2:4])
    assert settled(f"<p>{SENTENCES[0]}</p>{post}{rest}") == kept
    alone = f"1{said > 0.5:d}{signed > 0.5:d}11"
    assert settled(f"<p>{SENTENCES[0]}</p>{post.replace('(@adaberg) ', '')}{rest}") == alone
    assert settled(f"<p>{SENTENCES[0]}</p>{post.replace('blockquote', 'div')}{rest}") == alone


def test_posts_that_are_most_of_an_article_stay_as_they_are():
    html = f"<p>Gate.</p><blockquote><p>{SENTENCES[1]}</p>\u2014 Ada Berg (@adaberg) May 2, 2026</blockquote>"
    blocks = read_blocks(LexborHTMLParser(html))
    keep = settle_embedded(blocks, read_columns(blocks), np.array([True, True, False]), np.full(3, 0.6, np.float32))
    assert keep.tolist() == [True, True, False]
